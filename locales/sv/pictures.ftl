### Bilder från boende, och filer som inte tas emot.

command-case-pictures = ärende bilder
    .summary = Visa ett ärendes bilder en gång till, i dess tråd.
    .example = !ärende bilder 0042

picture-added = { $count ->
    [one] Jag har lagt din bild till { $label }. Det som telefonen hade gömt i den, till exempel plats och tid, är borttaget. Bara sekretariatet ser den. Bilden du skickade finns kvar i den här chatten tills du själv tar bort den.
   *[other] Jag har lagt dina { $count } bilder till { $label }. Det som telefonen hade gömt i dem, till exempel plats och tid, är borttaget. Bara sekretariatet ser dem. Bilderna du skickade finns kvar i den här chatten tills du själv tar bort dem.
}
picture-with-draft = Jag har din bild. Den följer med utkastet ovan om du svarar ja, och raderas om du svarar nej.
picture-needs-words = Jag har din bild men vet inte vad den gäller. Skriv det med egna ord. Skriver du inget raderas bilden efter { $days } dagar.
which-case-picture = Vilket ärende gäller bilden? Svara med numret. Svarar du inte raderas bilden efter { $days } dagar.
picture-not-kept = Bilden har jag inte heller sparat.
picture-gone = Du tog bort meddelandet, så jag har tagit bort bilden.
your-picture-hidden = Din bild i { $label } visas inte längre. Ärendet är en allmän handling och finns kvar.
pictures-full = { $label } har så många bilder som ett ärende får ha ({ $most }), så fler har jag inte sparat.
picture-refused = { $why ->
    [kind] Jag har inte tagit emot filen. Jag tar emot bilder (JPEG, PNG, WebP eller GIF) men inga andra filer, och inte HEIC-bilder från Iphone. Ta en skärmbild av bilden och skicka den, eller beskriv med ord vad den visar.
    [too_large] Jag har inte tagit emot bilden: den är större än { $mib } MiB. Skicka den i mindre storlek, eller beskriv med ord vad den visar.
    [too_many_pixels] Jag har inte tagit emot bilden: den har fler än 50 miljoner bildpunkter. Skicka den i mindre storlek, eller beskriv med ord vad den visar.
    [gone] Jag kunde inte hämta bilden. Skicka den igen, eller beskriv med ord vad den visar.
    [too_many] Jag har inte tagit emot bilden: högst { $most } får vänta samtidigt. Skriv vad de gäller och skicka sedan fler.
   *[unreadable] Jag har inte tagit emot filen: den går inte att läsa som bild (JPEG, PNG, WebP eller GIF). Ta en skärmbild av den och skicka den, eller beskriv med ord vad den visar.
}
files-of-office = Från rådets medlemmar tar jag inte emot filer. För att dela något: !dela och texten.
no-files-in-council = Filer hör inte hemma i rådets rum: ingen kan se i förväg vad de innehåller, och det som skickas hit blir allmän handling hos flera. Dela det som text: !dela och texten.
case-picture = { $count ->
    [one] { $label }: den boende har skickat en bild. Den kan visa personer eller registreringsskyltar, så den stannar i det här rummet.
   *[other] { $label }: den boende har skickat { $count } bilder. De kan visa personer eller registreringsskyltar, så de stannar i det här rummet.
}
case-pictures-shown = { $count ->
    [one] { $label } har 1 bild. Den står nu i ärendets tråd en gång till.
   *[other] { $label } har { $count } bilder. De står nu i ärendets tråd en gång till.
}
case-pictures-none = { $label } har inga bilder.
mydata-pictures = { $count ->
    [one] 1 bild som inte hör till något ärende än
   *[other] { $count } bilder som inte hör till något ärende än
}
mydata-pictures-in = { $count ->
    [one] 1 bild
   *[other] { $count } bilder
}
