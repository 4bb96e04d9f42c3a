### Organisationernas månadsrapporter.

command-report = rapport, månadsrapport
    .summary = Visa din organisations rapport inför nästa möte och nästa fråga, eller rätta ett svar.
    .example = !rapport 2 Vi har haft fältassistenter ute två kvällar i veckan.
command-report-done = rapport klar, lämna rapport
    .summary = Lämna in din organisations rapport. Rådet läser den.
    .example = !rapport klar

report-who = Jag är Rådslag, roboten hos { $council }. Jag skriver till dig för att du är kontaktperson för { $organisation }. Vem som ansvarar för personuppgifter: !om
report-begun = Inför mötet { DAY($starts) } ber jag { $organisation } om en kort rapport: fyra frågor, en i taget.
report-how = Svara här med egna ord, utan namn och personuppgifter. ”Hoppa över” går bra. Är ni flera kontaktpersoner räcker det att en svarar. Rådet läser svaren, ingen annan.
report-missing = Jag saknar er rapport inför mötet { DAY($starts) }. Utan svar står det ”ingen rapport” i sammanställningen.
report-question = { $place } av { $most }: { $question ->
        [seen] Vad har ni sett?
        [done] Vad har ni gjort?
        [worries] Vad oroar er?
       *[figures] Vilka siffror vill ni visa? Skriv gärna hur många och under vilken tid.
    }
report-part = { $place }. { $question ->
        [seen] Vad vi har sett
        [done] Vad vi har gjort
        [worries] Vad som oroar oss
       *[figures] Siffror
    }{ $said ->
        [yes] {""}
       *[no] : inget svar
    }
report-preview = Så här blir rapporten:
report-confirm = Ska jag lämna in den till rådet? Svara ja, eller rätta så här: 2: ny text
report-correct = Den är inte inlämnad. Rätta så här: 2: ny text. Svara ja när den är klar.
report-handed-in = Rapporten är inlämnad. Rätta den så här: !rapport 2 ny text
report-corrected = Rapporten är rättad.
report-heading = Månadsrapport från { $organisation } inför mötet { DAY($starts) }
report-under-item = Månadsrapport från { $organisation }:
report-points = Jag har inte sparat svaret. Det ser ut att innehålla det som är övertäckt här:

digest-reports = Månadsrapporter: { $part } av { $whole }.
digest-report = { $organisation }: { $state ->
        [yes] rapport
       *[no] ingen rapport
    }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }

## När det inte går

report-none = Jag väntar inte på någon rapport från din organisation nu.
report-another-writes = En annan kontaktperson i din organisation skriver rapporten.
report-question-unknown = Frågorna har nummer 1 till { $most }.
report-long = Svaret är för långt. Det får ha högst { $most } tecken.
report-empty = Rapporten är tom eller inte klar. Visa den: !rapport
