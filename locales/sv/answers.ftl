### Svar: godkända av en andra person, på två språk, och färdiga.

command-case-approve = ärende godkänn
    .summary = Skicka svaret som någon annan har skrivit, där en andra person måste hålla med.
    .example = !ärende godkänn 0042

command-case-translate = ärende översätt
    .summary = Skicka svaret även på den boendes eget språk. Det sparas på båda.
    .example = !ärende översätt 0041 Ensi viikolla.

command-case-ready = ärende färdigt svar
    .summary = Visa ett färdigt svar för den här sortens ärende, att ändra innan det skickas.
    .example = !ärende färdigt svar 0042

answer-waits = { $label }: ett svar i namn av { $owner } är skrivet och väntar på en andra person. Skicka det: !ärende godkänn { $number }. Ändra det: !ärende svara { $number } och den nya texten.
answer-to-confirm = { $label }: ska jag skicka det här som svar från { $owner }? Skicka: !ärende godkänn { $number }. Gör du inget skickas det inte.
answer-unreadable = Jag kan inte läsa meddelandet du reagerade på, så jag har inte skickat något. Svara med ord: !ärende svara { $number } och texten.
answer-none-waiting = Inget svar på { $number } väntar på att godkännas.
answer-needs-another = Du har själv skrivit svaret på { $number }. Någon annan måste godkänna det.
case-to-translate = Ska översättas: den boende läser { $language }. När det är besvarat: !ärende översätt, numret och svaret på det språket.
case-translated = { $label }: svaret är skickat även på den boendes språk.
your-answer-translated = Samma svar på { $label } på ditt språk:
translation-before-answer = { $number } har inget svar att översätta än.
ready-answer-heading = Ett färdigt svar. Ändra det så att det stämmer och skicka det: !ärende svara { $number } och texten.
ready-answer = { $category ->
    [lighting] Tack för att du hörde av dig. Lampan är anmäld till dem som sköter belysningen och ska lagas inom en vecka.
    [vandalism] Tack för att du hörde av dig. Skadan är anmäld och tas bort eller lagas inom en vecka.
    [litter] Tack för att du hörde av dig. Vi städar platsen i veckan och ser om det behöver göras oftare.
    [abandoned_vehicle] Tack för att du hörde av dig. Ägaren uppmanas att flytta fordonet; sedan får det forslas bort. Det brukar ta några veckor.
    [traffic] Tack för att du hörde av dig. Vi ser på vad som kan göras åt trafiken där och berättar vad vi kommer fram till.
    [school_route] Tack för att du hörde av dig. Vi ser på övergången tillsammans med skolan och berättar vad vi kommer fram till.
    [unsafe_place] Tack för att du hörde av dig. Vi besöker platsen och berättar vad som kan ändras, och när.
    [suggestion] Tack för förslaget. Rådet tar upp det på nästa möte, och du får svaret här.
    [question] Tack för din fråga. Rådet tar upp den på nästa möte, och du får svaret här.
    [drugs] Tack för att du hörde av dig. Det finns med i den bild som polisen arbetar efter. Vi kan inte berätta om pågående arbete. Det du ser hända: ring 114 14, eller 112 om det är bråttom.
    [arson] Tack för att du hörde av dig. Brandförsvaret och polisen känner till det. Om något brinner: ring 112.
    [business] Tack för att du hörde av dig. Vi tar upp det med polisen och företagarna. Anmäl varje brott: 114 14.
    [fraud_elderly] Tack för att du hörde av dig. Vi varnar andra. Lämna aldrig ut koder. Anmäl det: 114 14.
    [burglary_theft] Tack för att du hörde av dig. Anmäl varje inbrott: 114 14. Vi ser på lås och belysning med hyresvärden.
    [harassment] Tack för att du hörde av dig. Det som hände bör anmälas: 114 14. Vi ser på vad som kan göras på platsen.
    [youth] Tack för att du hörde av dig. Fältassistenterna besöker platsen på kvällarna och pratar med dem som är där.
    [alcohol_disorder] Tack för att du hörde av dig. Fältassistenterna och polisen besöker platsen oftare från och med nu.
    [fireworks] Tack för att du hörde av dig. Vi tar upp det med polisen och hyresvärdarna före nästa helg.
    [neighbour_noise] Tack för att du hörde av dig. Hyresvärden pratar med de berörda. Ring hyresvärdens störningsjour när det händer.
   *[other] Tack för att du hörde av dig. Vi ser på det och berättar vad som kan göras, och när.
}
