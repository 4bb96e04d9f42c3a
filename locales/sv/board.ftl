### Vad rådet begär av nämnden.

command-board = nämnden
    .summary = Visa vad rådet har begärt av nämnden, och vad nämnden har svarat.
    .example = !nämnden
command-board-ask = nämnden begär
    .summary = Skriv upp en ändring som rådet begär av nämnden. Den står i årsrapporten.
    .example = !nämnden begär Pengar till två fältassistenter till under 2027
command-board-answer = nämnden svar
    .summary = Skriv upp vad nämnden har svarat.
    .example = !nämnden svar H1 En tjänst från januari 2027
command-board-withdraw = nämnden återta
    .summary = Ta tillbaka något som begärts av nämnden. Orden raderas.
    .example = !nämnden återta H1

petition-heading = Vad rådet har begärt av nämnden
petition-none = Inget är begärt av nämnden.
petition-asked = { $id } är uppskrivet och kommer att stå i årsrapporten:
petition-waits = { $id } ({ DATE($asked) }, inget svar än): { $text }
petition-answered = { $id }: { $text } (Nämndens svar, { DATE($at) }: { $answer })
petition-withdrawn = { $id } är återtaget och orden är raderade.

## När det inte går

petition-unknown = Det finns inget som heter { $id } bland det som begärts av nämnden. Visa listan: !nämnden
petition-withdrawn-already = { $id } är återtaget.
petition-answered-already = Nämnden har svarat på { $id }: det går inte att ändra längre.
petition-words = Jag behöver en text på högst { $most } tecken.
petition-points = Jag har inte sparat det: alla får läsa vad som begärs av nämnden, och texten ser ut att innehålla:
