### Sökning i det som har delats.

command-find = hitta, sök
    .summary = Sök i allt som har delats, i alla böjningar av orden. Lägg gärna till avsändare, tid eller klass inom parentes.
    .example = !hitta moped (polisen, mars)

find-heading =
    { $count ->
        [one] 1 inlägg om ”{ $words }”
       *[other] { $count } inlägg om ”{ $words }”, det senaste först
    }
find-line = { $id } { SHORTDAY($day) }, { $source } ({ $sharing ->
        [open] öppet
        [council] rådet
       *[secretariat] sekretariatet
    }): { $words }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
find-more = { $more } till. Lägg till fler ord, en månad eller en organisation: !hitta moped (polisen, mars)
find-none = Jag hittar inget som har delats om ”{ $words }” och som du får se här.
find-words-missing = Vad ska jag leta efter? Till exempel: !hitta moped (polisen, mars)
find-filter-unknown = Jag känner inte igen ”{ $typed }”. Inom parentesen kan det stå en organisation, en månad, ett år eller en klass: (polisen, mars 2026, öppet)
