### Närvaron: svar före mötet, upprop, vilka som kommer och går, beslutförhet.

command-attend = närvaro, närvarande
    .summary = Säg om din organisation kommer, eller vid mötet att den är på plats eller har gått.
    .example = !närvaro ja
command-attend-call = upprop, närvaro upprop
    .summary = Ropa upp organisationerna: de som har sagt att de är på plats, och de som nämns.
    .example = !upprop
command-attend-list = närvaro visa, närvarolista, vilka kommer
    .summary = Visa vilka som är på plats eller har svarat.
    .example = !närvaro visa
command-adjuster = justerare, välj justerare
    .summary = Välj den organisation som ska justera protokollet.
    .example = !justerare SKOL

organisation-name = { $organisation }

attend-word =
    { $word ->
        [yes] { SUBJECT($organisation) } kommer
        [no] { SUBJECT($organisation) } har förhinder
       *[deputy] { SUBJECT($organisation) } skickar en ersättare
    }
attend-word-clock =
    { $word ->
        [yes] { SUBJECT($organisation) } kommer, från kl. { $clock }
        [late] { SUBJECT($organisation) } kommer kl. { $clock }
        [until] { SUBJECT($organisation) } kommer och går kl. { $clock }
        [no] { SUBJECT($organisation) } har förhinder
       *[deputy] { SUBJECT($organisation) } skickar en ersättare, från kl. { $clock }
    }
attend-answer = { $word }. Mötet är { DAY($starts) } kl. { TIME($starts) }.
attend-expected = Väntade: { $present } av { $votes } röstande organisationer (minst { $needed } för beslut).
attend-heading = Svar inför mötet { DAY($starts) } kl. { TIME($starts) }
attend-silent = Har inte svarat: { $organisations }.
attend-answer-taken-back = Svaret är borttaget.
attend-taken-back = Uppgiften om { $organisation } är struken.
attend-here = På plats från kl. { TIME($at) }: { $organisation }.
attend-left = Gick kl. { TIME($at) }: { $organisation }.
attend-count = { $present } av { $votes } röstande organisationer är på plats.
attend-ask = Kommer ni till mötet { DAY($starts) } kl. { TIME($starts) }? Ni har inte svarat än. Svara !närvaro ja, !närvaro nej, !närvaro sen 18.25 eller !närvaro ersättare.

roll-called = Upprop: { $present } av { $votes } röstande organisationer. Rådet är beslutfört.
roll-called-short = Upprop: { $present } av { $votes } röstande organisationer. Rådet är inte beslutfört ({ $present } av { $votes }, minst { $needed }).
roll-present = På plats: { $organisations }
roll-co-opted = På plats, adjungerade: { $organisations }
roll-excused = Förhinder: { $organisations }
roll-absent = Inte på plats: { $organisations }

quorum-met = Rådet är beslutfört.
quorum-lost = Rådet är inte beslutfört ({ $present } av { $votes }, minst { $needed }).

adjuster-chosen = { SUBJECT($organisation) } justerar protokollet.
adjuster-proposed = Förslag: { $organisation }. Välj: !justerare { $code }
adjuster-gone = { SUBJECT($organisation) } skulle justera protokollet. Välj en annan: !justerare
adjuster-cannot = { SUBJECT($organisation) } kan inte justera: det ska vara en röstande organisation som är på plats och stannar.
adjuster-nobody = Ingen röstande organisation är på plats som kan justera.

attend-unreadable = Det förstår jag inte. Skriv till exempel ja, nej, sen 18.25, ersättare, här eller gick. Exempel: { $example }
attend-clock-missing = Skriv också klockslaget. Exempel: !närvaro sen 18.25
attend-for-whom = Skriv också vilken organisation det gäller. Exempel: { $example }
attend-not-for-others = Du kan svara för din egen organisation. För andra gör sekreteraren eller ordföranden det.
attend-too-early = Mötet har inte börjat. Säg om ni kommer: !närvaro ja
attend-already-here = Redan på plats: { $organisation }.
attend-not-here = Inte på plats: { $organisation }.
attend-roll-first = Gör först upprop, så att jag vet om rådet är beslutfört: !upprop
