### Ärenden på den öppna webbplatsen.

command-case-publish = ärende publicera
    .summary = Se hur ett ärende skulle stå på webbplatsen, och lägg ut det.
    .example = !ärende publicera 0042

command-case-unpublish = ärende avpublicera
    .summary = Ta bort ett ärende från webbplatsen.
    .example = !ärende avpublicera 0042

command-case-edit-answer = ärende svar för alla
    .summary = Skriv det som alla får läsa i stället för svaret till den boende.
    .example = !ärende svar för alla 0042 Buskarna är klippta.

case-publish-preview = Så skulle { $label } ({ $about }) stå på webbplatsen. Sammanfattning:
case-publish-answer = Svar:
case-publish-warning = Det verkar innehålla { $signs }. Ändra det om det pekar ut någon: alla kan läsa det.
case-publish-how = Inget är publicerat än. Läs igenom. Stämmer det, skriv: !ärende publicera { $number } { $code }. Andra ord: !ärende sammanfatta { $number } eller !ärende svar för alla { $number }, och din text.
case-publish-changed = Koden stämmer inte. Orden kan ha ändrats sedan du såg dem. Titta igen: !ärende publicera { $number }
case-publish-no-summary = { $number } har ingen sammanfattning än, och den boendes egna ord publiceras aldrig. Skriv den först: !ärende sammanfatta { $number } och din text.
case-publish-not-yet = { $label } kan inte publiceras: { $state }.
case-published = { $label } står nu på webbplatsen. Ta bort: !ärende avpublicera { $number }
case-unpublished = { $label } är borttaget från webbplatsen. Att något är borttaget syns i listan över borttaget. Kopior hos andra kan finnas kvar.
case-not-public = Ärende { $number } står inte på webbplatsen.
case-answer-none = { $label } har inget svar än.
answer-edited = Svaret för alla om { $label } är sparat. Se hur det blir: !ärende publicera { $number }
your-case-published = En sammanfattning av { $label } står nu på rådets webbplats. Skriv till mig om något i den pekar ut dig:
your-case-unpublished = Sammanfattningen av { $label } är borttagen från rådets webbplats.
