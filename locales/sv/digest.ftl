### Den månatliga sammanställningen: de boendes frågor i siffror, och vad som har delats.

command-digest = sammanställning, sammanställningen, lägesbild
    .summary = Visa de boendes frågor sedan förra mötet, i siffror.
    .example = !sammanställning
command-digest-open = sammanställning öppet, publicera sammanställningen
    .summary = Visa sammanställningen i det öppna rummet, med små tal dolda.
    .example = !sammanställning öppet
command-digest-pictures = sammanställning bilder, sammanställningen i bilder
    .summary = Visa sammanställningen som bilder, med allt de visar i ord också.
    .example = !sammanställning bilder mars

digest-heading = De boendes frågor { SHORTDAY($first) }-{ SHORTDAY($last) }
digest-contacts = { $contacts }: { $registered }, { $referred }.
digest-count-contacts =
    { $count ->
        [one] 1 kontakt
       *[other] { $count } kontakter
    }
digest-count-registered =
    { $count ->
        [one] 1 registrerad
       *[other] { $count } registrerade
    }
digest-count-referred =
    { $count ->
        [one] 1 hänvisad (112 eller polisens tips)
       *[other] { $count } hänvisade (112 eller polisens tips)
    }
digest-joined = { $first }, { $rest }
digest-states = Läge: { $counts }.
digest-state =
    { $state ->
        [received] { $count ->
            [one] 1 mottaget
           *[other] { $count } mottagna
        }
        [triaged] { $count ->
            [one] 1 fördelat
           *[other] { $count } fördelade
        }
        [in_progress] { $count } pågår
        [resolved] { $count ->
            [one] 1 klart enligt den ansvariga
           *[other] { $count } klara enligt den ansvariga
        }
        [closed] { $count ->
            [one] 1 avslutat
           *[other] { $count } avslutade
        }
        [reopened] { $count ->
            [one] 1 öppnat igen
           *[other] { $count } öppnade igen
        }
        [duplicate] { $count ->
            [one] 1 dubblett
           *[other] { $count } dubbletter
        }
        [redirected] { $count ->
            [one] 1 hänvisat till någon annan
           *[other] { $count } hänvisade till någon annan
        }
        [cannot_answer] { $count } kan inte besvaras
       *[withdrawn] { $count ->
            [one] 1 återtaget
           *[other] { $count } återtagna
        }
    }
digest-triaged =
    { $not_due ->
        [0] Ansvarig utsedd i tid: { $part } av { $whole } ({ $percent } %).
       *[other] Ansvarig utsedd i tid: { $part } av { $whole } ({ $percent } %), { $not_due } har tid kvar.
    }
digest-answered =
    { $workdays ->
        [one] Svar i tid: { $part } av { $whole } ({ $percent } %), median 1 arbetsdag.
       *[other] Svar i tid: { $part } av { $whole } ({ $percent } %), median { $workdays } arbetsdagar.
    }
digest-answered-half = Svar i tid: { $part } av { $whole } ({ $percent } %), median { $workdays },5 arbetsdagar.
digest-unanswered =
    { $count ->
        [0] Alla är besvarade.
        [one] 1 obesvarat, inte försenat.
       *[other] { $count } obesvarade, inget försenat.
    }
digest-unanswered-late =
    { $late ->
        [one] { $count } obesvarade, 1 försenat: { $labels }.
       *[other] { $count } obesvarade, { $late } försenade: { $labels }.
    }
digest-overdue =
    { $count ->
        [0] Inget svar är försenat.
        [one] 1 svar är försenat.
       *[other] { $count } svar är försenade.
    }
digest-label = { $label }
digest-owners = Ansvariga: { $counts }.
digest-owner = { $code } { $count }
digest-owner-none = ingen än { $count }
digest-languages = Språk: { $counts }.
digest-language =
    { $language ->
        [sv] svenska { $count }
        [en] engelska { $count }
        [fi] finska { $count }
        [ar] arabiska { $count }
        [so] somaliska { $count }
        [fa] persiska { $count }
        [tr] turkiska { $count }
        [pl] polska { $count }
        [ti] tigrinska { $count }
        [uk] ukrainska { $count }
       *[other] { $language } { $count }
    }
digest-businesses = Från företag: { $count }.
digest-promises = Löften: { $kept ->
        [one] 1 hållet
       *[other] { $kept } hållna
    }, { $broken ->
        [one] 1 ej hållet
       *[other] { $broken } ej hållna
    }, { $open } pågår.
digest-cases = Ärenden som inte är avslutade:
digest-case = { $label }: { $about }. Läge: { $state }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
digest-before =
    { $count ->
        [one] Nytt under tiden: 1 ärende. Lika lång tid dessförinnan: { $before }.
       *[other] Nytt under tiden: { $count } ärenden. Lika lång tid dessförinnan: { $before }.
    }
digest-shares =
    { $count ->
        [one] Delat, 1 inlägg:
       *[other] Delat, { $count } inlägg:
    }
digest-share = { $id } från { $source }: { $words }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
digest-period-unknown = Jag kan inte läsa ”{ $typed }” som en tid. Skriv en månad eller ett år som har börjat: !sammanställning mars 2026
digest-no-pictures = Det finns inget att rita: inga ärenden, svar eller löften under den tiden.
digest-published = Sammanställningen står nu i det öppna rummet.

shared-summary =
    { $posts ->
        [one] Delad information { SHORTDAY($first) }-{ SHORTDAY($last) }: 1 inlägg ({ $sources }).
       *[other] Delad information { SHORTDAY($first) }-{ SHORTDAY($last) }: { $posts } inlägg ({ $sources }).
    }
shared-nothing = Delad information { SHORTDAY($first) }-{ SHORTDAY($last) }: inga inlägg.
shared-from = { $source } { $count }
shared-line = { $id } från { $source }: { $words }

## Bilder

chart-row = { $label }: { $value }
chart-row-parts = { $label }: { $value } ({ $parts })
chart-part = { $name } { $count }
chart-count = { NUMBER($count) }
chart-month = { MONTH($day) }
chart-concerns = Vad de boende tog upp
chart-concerns-note =
    { $count ->
        [one] 1 ärende, { SHORTDAY($first) }–{ SHORTDAY($last) }
       *[other] { $count } ärenden, { SHORTDAY($first) }–{ SHORTDAY($last) }
    }
chart-others =
    { $count ->
        [one] 1 annat slag
       *[other] { $count } andra slag
    }
chart-category = { $category ->
    [lighting] Belysning
    [vandalism] Skadegörelse
    [litter] Nedskräpning
    [abandoned_vehicle] Övergivet fordon
    [traffic] Trafik
    [school_route] Skolväg
    [unsafe_place] Otrygg plats
    [suggestion] Förslag
    [question] Fråga
    [drugs] Narkotika
    [arson] Anlagd brand
    [business] Butik och företag
    [fraud_elderly] Bedrägeri mot äldre
    [burglary_theft] Inbrott och stöld
    [harassment] Trakasserier
    [youth] Ungdomar som samlas
    [alcohol_disorder] Berusning
    [fireworks] Smällare
    [neighbour_noise] Störande grannar
   *[other] Annat
}
chart-answers = Svar i tid
chart-answers-note =
    { $count ->
        [one] 1 svar på det som kom in { SHORTDAY($first) }–{ SHORTDAY($last) }
       *[other] { $count } svar på det som kom in { SHORTDAY($first) }–{ SHORTDAY($last) }
    }
chart-on-time = { $part } av { $whole }
chart-part-on-time = i tid
chart-part-late = för sent
chart-promises = Löften
chart-promises-note =
    { $count ->
        [one] 1 löfte i allt
       *[other] { $count } löften i allt
    }
chart-promise = { $state ->
    [kept] Hållna
    [broken] Ej hållna
   *[open] Pågår
}
