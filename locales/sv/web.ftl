### Den öppna webbplatsen.

web-name = { $name }
web-day = { LISTDAY($day) }
web-clock = { TIME($at) }
web-moment = { DATE($at) } kl. { TIME($at) }
web-month = { MONTH($day) }
web-percent = { $percent } %
web-ratio = { $part } av { $whole }
web-as-table = Som tabell:

web-other-language = In English
web-skip = Hoppa till innehållet
web-menu = Huvudmeny
web-about = Om webbplatsen
web-describes = Det offentliga om { $council }: möten, beslut, löften och hur det gick.
web-controller = Personuppgiftsansvarig: { $name }.
web-as-of = Så ser det ut { DATE($day) }.
web-councils = Trygghetsråd
web-nothing = Här finns inget
web-nothing-says = Adressen är fel, eller så har det som fanns här tagits bort. Det som har tagits bort står under Borttaget.
web-to-start = Till startsidan

web-menu-start = Start
web-menu-agenda = Dagordning
web-menu-meetings = Möten och protokoll
web-menu-decisions = Beslut och åtgärder
web-menu-promises = Löften
web-menu-questions = Frågor och svar
web-menu-figures = Siffror
web-menu-reports = Årsrapporter
web-menu-removals = Borttaget
web-menu-data = Prenumerera och hämta data
web-menu-accessibility = Tillgänglighet
web-menu-privacy = Personuppgifter

## Startsidan

web-start-lead = Här ser du vad boende har tagit upp, vad som har lovats och vad som har blivit gjort – och hur sent.
web-next-meeting = Nästa möte
web-next-points = { $open ->
    [one] En öppen punkt
   *[other] { $open } öppna punkter
}{ $closed ->
    [0] .
    [one] , och en punkt bara för rådet.
   *[other] , och { $closed } punkter bara för rådet.
}
web-next-closes = Punkter kan anmälas till { DAY($at) } kl. { TIME($at) }.
web-see-agenda = Se dagordningen
web-no-meeting = Inget möte är planerat just nu.
web-now = Hur det går
web-now-actions = åtgärder är klara. { $late ->
    [0] Ingen är försenad.
    [one] En är försenad.
   *[other] { $late } är försenade.
}
web-all-so-far = Alla till och med { LISTDAY($day) }
web-safety = Är det bråttom? Ring 112
web-safety-says = Rådet är inte rätt plats för larm, anmälningar eller tips. Så här säger roboten till alla som skriver:
web-reach = Skriv till rådet
web-reach-how = Berätta för rådets robot vad som gör dig otrygg, med egna ord. Du får ett ärendenummer direkt. Inom { $triage } arbetsdagar får du veta vem som ansvarar, och inom { $answer } arbetsdagar får du svar.
web-reach-chat = Öppna en chatt med roboten
web-reach-account = Roboten heter { $account } i Matrix.
web-reach-room = Till rådets öppna rum
web-code = QR-kod som öppnar en chatt med { $account }

## Möten

web-agenda-fixed = Dagordningen är fastställd.
web-agenda-open = Dagordningen kan ändras tills kallelsen går ut.
web-agenda-how = Vill du att rådet tar upp något? Skriv till roboten. Din fråga läggs under de boendes frågor på nästa möte.
web-meetings-lead = När rådet möts, vad det talade om och vad det kom fram till.
web-meetings-ahead = Kommande möten
web-meetings-held = Tidigare möten
web-none-held = Rådet har inte hållit något möte än.
web-calendar = Alla möten i din kalender
web-cancelled = Inställt
web-adjusted = Protokollet justerades { DATE($day) }.
web-not-adjusted = Protokollet är inte justerat än.
web-meeting = Möte { DATE($at) }
web-meeting-hours = kl. { TIME($starts) }–{ TIME($ends) }
web-minutes = Protokoll
web-agenda-was = Dagordningen till mötet
web-col-time = Tid
web-col-item = Punkt
web-col-kind = Vad
web-col-from = Från
web-kind = { $kind }, { $minutes } min

## Beslut och åtgärder

web-decisions = Beslut
web-decisions-lead = Vad rådet har beslutat på öppna punkter, vem som ska göra vad, och om det blev gjort i tid.
web-no-decisions = Inget beslut är fattat än.
web-at-meeting = mötet, punkt { $item }
web-between = mellan möten
web-votes = { $yes } ja, { $no } nej, { $abstain } avstår.
web-votes-casting = Ordförandens utslagsröst: { $vote ->
    [yes] ja
   *[no] nej
}.
web-preliminary = Preliminärt tills protokollet är justerat
web-leads-to = Åtgärder:
web-actions = Åtgärder
web-actions-caption = { $count ->
    [one] En åtgärd. En åtgärd gäller först när den som ska göra den har sagt ja.
   *[other] { $count } åtgärder. En åtgärd gäller först när den som ska göra den har sagt ja.
}
web-no-actions = Ingen åtgärd är noterad än.
web-comes-from = från
web-col-action = Åtgärd
web-col-who = Vem
web-col-due = Senast
web-col-state = Läge
web-action = { $state ->
    [awaiting] väntar på svar
    [not-accepted] inte accepterad
    [accepted] accepterad
    [overdue] försenad
    [done] klar
   *[withdrawn] återtagen
}
web-days-late = { $days ->
    [one] en dag för sent
   *[other] { $days } dagar för sent
}

## Löften

web-promises-lead = Vad organisationerna har lovat offentligt. Ett löfte räknas som hållet först när någon annan än den som lovade håller med.
web-promises-tally = { $kept } hållna, { $broken } inte hållna, { $open } pågår.
web-kept = { $count ->
    [one] 1 hållet
   *[other] { $count } hållna
}
web-broken = { $count ->
    [one] 1 inte hållet
   *[other] { $count } inte hållna
}
web-open = { $count } pågår
web-promise = { $state ->
    [open] pågår
    [claimed] klart enligt den som lovade
    [kept] { $back ->
        [yes] hållet, problemet tillbaka
       *[no] hållet
    }
   *[broken] inte hållet
}
web-promised = lovat { LISTDAY($day) }
web-due-by = senast { LISTDAY($day) }
web-evidence = Så vet vi det:
web-reason = Skäl:
web-back-on = Problemet kom tillbaka { DATE($day) }.
web-answers-case = Svarar på { $label }
web-no-promises = Inget löfte är givet än.
web-promises-how = Löften tas inte bort. Den som inte håller ett löfte säger varför.

## Frågor och svar

web-questions-lead = Vad boende har tagit upp och vad de fick för svar, i sekreterarens sammanfattning. Alla ärenden finns inte här: bara de som sekreteraren har läst igenom och släppt.
web-no-questions = Inget ärende är publicerat än.
web-questions-how = Den som tog upp ett ärende nämns aldrig. Dagen då det kom in visas, men inte klockslaget.
web-category = { $category ->
    [lighting] Belysning
    [vandalism] Skadegörelse
    [litter] Nedskräpning
    [abandoned_vehicle] Övergivna fordon
    [traffic] Trafik
    [school_route] Skolvägar
    [unsafe_place] Otrygga platser
    [suggestion] Förslag
    [question] Frågor
    [drugs] Narkotika
    [arson] Anlagda bränder
    [business] Butiker och företag
    [fraud_elderly] Bedrägerier mot äldre
    [burglary_theft] Inbrott och stöld
    [harassment] Trakasserier
    [youth] Ungdomar som samlas
    [alcohol_disorder] Berusning
    [fireworks] Smällare
    [neighbour_noise] Störande grannar
   *[other] Annat
}
web-answer-from = Svar från { $owner }:
web-answer = Svar:
web-answer-due = utlovat senast { LISTDAY($day) }
web-on-time = i tid
web-workdays-late = { $days ->
    [one] en arbetsdag för sent
   *[other] { $days } arbetsdagar för sent
}
web-col-responsible = Ansvarig
web-col-received = Kom in
web-col-answered = Svar

## Siffror

web-figures-period = Perioden är { DATE($first) } till { DATE($last) }.
web-figures-base = { $count ->
    [one] Ett ärende kom in under perioden, som slutar vid det senaste mötet.
   *[other] { $count } ärenden kom in under perioden, som slutar vid det senaste mötet.
} Det som har hänt med ärendena sedan dess räknas med.
web-basis = Underlag: { $of ->
    [answers] { $n ->
        [0] inga svar
        [one] ett svar
       *[other] { $n } svar
    }
    [open] { $n ->
        [0] inga öppna ärenden
        [one] ett öppet ärende
       *[other] { $n } öppna ärenden
    }
    [promises] { $n ->
        [0] inga löften
        [one] ett löfte
       *[other] { $n } löften
    }
    [actions] { $n ->
        [0] inga åtgärder
        [one] en åtgärd
       *[other] { $n } åtgärder
    }
    [ended] { $n ->
        [0] inga avslutade ärenden
        [one] ett avslutat ärende
       *[other] { $n } avslutade ärenden
    }
    [cases] { $n ->
        [0] inga ärenden
        [one] ett ärende
       *[other] { $n } ärenden
    }
    [meetings] { $n ->
        [0] inga möten
        [one] ett möte
       *[other] { $n } möten
    }
    [items] { $n ->
        [0] inga ärenden på möten
        [one] ett ärende på ett möte
       *[other] { $n } ärenden på möten
    }
    [contacts] { $n ->
        [0] inga kontakter
        [one] en kontakt
       *[other] { $n } kontakter
    }
   *[published] { $n ->
        [0] inget publicerat
        [one] en publicering
       *[other] { $n } publiceringar
    }
}, { LISTDAY($first) } – { LISTDAY($last) }
web-no-figures = Det finns inga siffror än. De första kommer efter det första mötet.
web-figures-how = Antal ärenden under fem per språk, sort eller väg in visas som <5, så att ingen kan pekas ut. Ibland döljs också ett större antal, när det annars skulle gå att räkna ut ett litet. Områden jämförs inte: antalen säger hur många som har skrivit, inte hur otryggt det är.
web-m1 = { $whole ->
    [0] Inget ärende har väntat på en ansvarig så länge att det kan räknas.
   *[other] fick en ansvarig inom { $days } arbetsdagar ({ $part } av { $whole }).
}
web-m2 = { $whole ->
    [0] Inget ärende är besvarat än.
   *[other] av svaren kom inom { $days } arbetsdagar ({ $part } av { $whole }).
}
web-m2-median = Hälften kom inom { $days } arbetsdagar.
web-m2-overdue = { $count ->
    [0] Inget obesvarat är försenat.
    [one] Ett obesvarat är försenat.
   *[other] { $count } obesvarade är försenade.
}
web-m3 = M3. Ärenden som är öppna
web-m3-caption = Hur länge de hade varit öppna { DATE($day) }, per ansvarig.
web-m3-none = Inget ärende är öppet.
web-m4 = { $settled ->
    [0] Inget löfte är avgjort.
   *[other] avgjorda löften är hållna.
} { $open ->
    [0] Inget pågår.
    [one] Ett pågår.
   *[other] { $open } pågår.
}
web-m5 = { $whole ->
    [0] Ingen åtgärd skulle vara klar under perioden.
   *[other] av åtgärderna blev klara i tid ({ $part } av { $whole }).
}
web-m6 = { $whole ->
    [0] Inget ärende är avslutat än.
   *[other] av avslutade ärenden öppnades igen ({ $part } av { $whole }).
}
web-m7 = { $whole ->
    [0] Inget ärende kom in.
   *[other] kunde inte besvaras ({ $part } av { $whole }).
}
web-m7-reason = { $reason ->
    [secrecy] Sekretess: { $count }.
    [other_body] En annan myndighets fråga: { $count }.
    [no_resources] Inga resurser: { $count }.
   *[no_data] Inga sådana uppgifter: { $count }.
}
web-m8 = M8. Närvaro
web-m9 = { $whole ->
    [0] Inget ärende från boende har tagits upp på ett möte.
   *[other] ärenden som togs upp på ett möte ledde till beslut.
}
web-m11 = hänvisades direkt till 112 eller polisen.
web-m12 = { $incidents ->
    [one] personuppgiftsincident.
   *[other] personuppgiftsincidenter.
} { $removals ->
    [0] Inget publicerat togs bort.
    [one] En publicering togs bort.
   *[other] { $removals } publiceringar togs bort.
}
web-months = Svar i tid, månad för månad
web-months-caption = Efter månaden då ärendet kom in.
web-categories = Vad det gäller
web-languages = M10. Språk
web-channels = M10. Väg in
web-few = Färre än fem av varje: { $names }.
web-held = Visas inte, för att ett litet antal annars kunde räknas ut: { $names }.
web-too-few = för få
web-nobody = ingen utsedd
web-language = { $language ->
    [sv] svenska
    [en] engelska
    [fi] finska
    [ar] arabiska
    [so] somaliska
    [fa] persiska
    [ti] tigrinska
    [pl] polska
    [tr] turkiska
    [uk] ukrainska
    [ru] ryska
    [es] spanska
    [fr] franska
   *[other] { $language }
}
web-channel = { $channel ->
    [chat] chatt
    [phone] telefon
   *[visit] besök
}
web-col-count = Antal
web-col-month = Månad
web-col-on-time = I tid
web-col-category = Sort
web-col-language = Språk
web-col-channel = Väg in
web-col-open = Öppna
web-col-older = Över { $days } dagar
web-col-organisation = Organisation
web-col-present = Närvarande
web-col-excused = Anmält förhinder
web-col-absent = Frånvarande
web-col-measure = Mått
web-col-value = Värde
web-measures-caption = Rådets mått

## Borttaget

web-removals-lead = Det som har tagits bort ur det offentliga, av integritetsskäl eller för att det var fel. Att något togs bort står kvar.
web-removed = { $kind ->
    [shared] Delad information { $id } togs bort.
   *[case] { $id } togs bort från frågor och svar.
}
web-no-removals = Inget har tagits bort.

## Årsrapporter

web-reports-lead = Vad rådet gjorde under ett år, vad det lovade, och vad som inte blev av.
web-report = Årsrapport { $year }
web-so-far = Året pågår. Rapporten gäller till och med { DATE($day) }.
web-as-pdf = Hämta som PDF
web-purpose = Rådet samlar dem som kan göra något åt tryggheten i stadsdelen: förvaltning, polis, bolag, skola, föreningar och boende. Det kan inte beordra någon. Därför redovisar det vem som lovade vad, och hur det gick.
web-year-meetings = Möten
web-year-counts = { $held } hållna, { $moved } flyttade, { $cancelled } inställda. Beslutförheten saknades eller bröts vid { $lost }.
web-not-done = Det som inte blev gjort i tid
web-not-done-caption = Åtgärder som är försenade, blev klara för sent eller aldrig accepterades.
web-all-done = Inget är försenat.
web-asked-of-board = Vad rådet begär att nämnden ändrar
web-nothing-asked = Rådet har inte begärt något av nämnden.
web-board-answer = Nämndens svar
web-board-silent = inget svar än

## Prenumerera och hämta data

web-data-lead = Allt på webbplatsen finns också som data som du får använda fritt. Inget av det handlar om en enskild person.
web-data-follow = Prenumerera
web-data-open = Öppna data
web-news = Det senaste från rådet
web-data-all = Allt på en gång
web-data-311 = Publicerade ärenden, de senaste 90 dagarna
web-data-311-open = Publicerade ärenden som pågår
web-data-311-services = Sorters ärenden
web-data-311-discovery = Var ärendena finns
web-data-note = Ärendena har varken adress eller koordinat, och dagen då de kom in står utan klockslag.
web-table-meetings = Möten
web-table-decisions = Beslut
web-table-actions = Åtgärder
web-table-promises = Löften
web-table-questions = Frågor och svar
web-table-figures = Siffror
web-table-removals = Borttaget
web-service = { $category ->
    [lighting] Trasiga lampor, mörka gångvägar och tunnlar.
    [vandalism] Klotter och annat som har förstörts.
    [litter] Skräp, glas och soppåsar där de inte ska vara.
    [abandoned_vehicle] Bilar och andra fordon som ingen tycks använda.
    [traffic] Buskörning, höga farter och fordon på gångvägar.
    [school_route] Det som gör barns väg till skolan farlig eller otrygg.
    [unsafe_place] Platser som någon undviker eller känner sig otrygg på.
    [suggestion] Förslag om vad rådet kan göra.
    [question] Frågor till rådet och dess organisationer.
    [drugs] Att narkotika säljs eller används öppet, allmänt beskrivet.
    [arson] Oro efter bränder och bilbränder.
    [business] Stölder, hot och oro i butiker och företag.
    [fraud_elderly] Bedragare som ringer eller söker upp äldre.
    [burglary_theft] Inbrott och stölder i bostäder, förråd och garage.
    [harassment] Hot, hat och ovälkomna närmanden på allmän plats.
    [youth] Samlingar av ungdomar som gör andra otrygga.
    [alcohol_disorder] Fylleri och bråk på allmän plats.
    [fireworks] Smällare och fyrverkerier där eller när de inte får användas.
    [neighbour_noise] Fester och bråk som stör de boende i huset.
   *[other] Det som gör någon otrygg och inte är något av det andra.
}
web-service-group = Trygghet
web-news-minutes = Protokoll från mötet { DATE($at) }
web-news-decision = Beslut { $id }
web-news-promise = Löfte { $id } från { $organisation }, senast { DATE($due) }
web-news-kept = Löfte { $id } från { $organisation } är hållet
web-news-broken = Löfte { $id } från { $organisation } är inte hållet
web-news-matter = { web-category } ({ $label })

## Tillgänglighet

web-a11y-lead = { $name } står bakom den här webbplatsen. Alla ska kunna använda den. Här beskriver vi hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till, och hur du säger till.
web-a11y-how = Så tillgänglig är webbplatsen
web-a11y-standard = Den är byggd för att uppfylla WCAG 2.2 på nivå AA.
web-a11y-tested = Varje version prövas med axe i en riktig webbläsare, med bara tangentbord, på 320 punkters bredd, i ljust och mörkt läge. Ingen utomstående har granskat den än.
web-a11y-without = Den fungerar utan skript, i utskrift och med egna färger och större text, och är märkt upp för skärmläsare.
web-a11y-gaps = Brister som vi känner till
web-a11y-gap-language = Rådets egna ord finns bara på det språk som de skrevs på. På sidor på det andra språket är de märkta, så att skärmläsare byter röst; i protokollen är de inte det.
web-a11y-gap-people = Sammanfattningar och svar skrivs av människor, och kan vara svårare att läsa än de borde.
web-a11y-gap-matrix = Appar för Matrix görs av andra. Fungerar ingen av dem för dig går det lika bra att ringa eller besöka oss.
web-a11y-tell = Säg till oss
web-a11y-tell-whom = Hittar du ett hinder, eller behöver du något i en annan form? Hör av dig till { $name }: { $contact }.
web-a11y-authority = Tillsyn
web-a11y-authority-whom = Myndigheten för digital förvaltning har tillsyn över lagen. Är du inte nöjd med vårt svar kan du anmäla det där:

## Personuppgifter

web-privacy-lead = Du kan läsa allt här utan att någon får veta det. Sidorna innehåller inga uppgifter om enskilda personer.
web-privacy-visit = När du besöker webbplatsen
web-privacy-visit-says = Webbplatsen har inga kakor och inga skript, hämtar inget från någon annan och för ingen lista över sina besökare. Den server som står framför den kan ha en egen logg; fråga i så fall den som är personuppgiftsansvarig.
web-privacy-page = Det som står på sidorna
web-privacy-page-says = Här finns bara det som rådet har sagt offentligt: öppna punkter, justerade protokoll, beslut, åtgärder, löften, siffror, och sammanfattningar som sekreteraren har släppt. Ser du något som pekar ut någon, säg till. Då tar vi bort det.
web-privacy-write = När du skriver till rådets robot
web-privacy-rights = Skriv !mina uppgifter till roboten för att se vad som finns om dig, !rätta för att rätta det och !radera för att bryta kopplingen mellan dig och ett ärende. Klagomål lämnar du till Integritetsskyddsmyndigheten:
