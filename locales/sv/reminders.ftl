### Det som roboten säger av sig själv före och efter ett möte.

late = (försenad)

call-for-items = Nästa möte: { DATE($starts) } kl. { TIME($starts) }. Anmäl punkter senast { DAY($closes) } kl. { TIME($closes) }: !agenda add. Boende: skriv till mig direkt.
notice =
    { $items ->
        [one] Kallelse. Trygghetsrådet möts { DATE($starts) } kl. { TIME($starts) }-{ TIME($ends) }. 1 punkt, { $minutes } minuter. Inspelning: nej. Visa dagordningen: !agenda list
       *[other] Kallelse. Trygghetsrådet möts { DATE($starts) } kl. { TIME($starts) }-{ TIME($ends) }. { $items } punkter, { $minutes } minuter. Inspelning: nej. Visa dagordningen: !agenda list
    }

remind-in-days =
    { $days ->
        [0] I dag
        [1] I morgon
        [7] Om en vecka
        [14] Om två veckor
        [21] Om tre veckor
       *[other] Om { $days } dagar
    }
remind-items-open = { remind-in-days }: möte { DATE($starts) } kl. { TIME($starts) }. Anmäl punkter senast { DAY($closes) } kl. { TIME($closes) }.
remind-items-closed = { remind-in-days }: möte { DATE($starts) } kl. { TIME($starts) }. Tiden för att anmäla punkter gick ut { DAY($closes) } kl. { TIME($closes) }.
remind-agenda-fixed = { remind-in-days }: möte { DATE($starts) } kl. { TIME($starts) }. Dagordningen är fastställd: !agenda list
remind-before = { remind-in-days }, { DAY($starts) } kl. { TIME($starts) }: möte. Beslutförhet kräver { $quorum } av { $votes }. Förhinder? !attend no
remind-in-hours =
    { $hours ->
        [1] Mötet börjar om en timme, kl. { TIME($starts) }.
        [2] Mötet börjar om två timmar, kl. { TIME($starts) }.
        [3] Mötet börjar om tre timmar, kl. { TIME($starts) }.
       *[other] Mötet börjar om { $hours } timmar, kl. { TIME($starts) }.
    }
remind-soon = Mötet börjar { DAY($starts) } kl. { TIME($starts) }.

summary = Mötet { SHORTDAY($day) }: { $decisions } beslut, { summary-actions }. Preliminärt: protokollet justeras senast { SHORTDAY($adjusted) }. { $next } Löften: { summary-kept }, { summary-broken }, { $open } pågår.
summary-actions =
    { $actions ->
        [one] 1 åtgärd
       *[other] { $actions } åtgärder
    }
summary-kept =
    { $kept ->
        [one] 1 hållet
       *[other] { $kept } hållna
    }
summary-broken =
    { $broken ->
        [one] 1 ej hållet
       *[other] { $broken } ej hållna
    }
summary-held = Mötet { SHORTDAY($day) } är hållet. { $next }
summary-next = Nästa möte { DAY($starts) } kl. { TIME($starts) }.
summary-none-next = Nästa möte är inte bestämt.

draft-missing = Utkastet till protokoll från mötet { DATE($starts) } saknas. Det ska vara klart i dag.
adjustment-due = Protokollet från mötet { DATE($starts) } ska justeras senast i dag.
minutes-announced = Protokollet från mötet { DATE($starts) } är justerat och anslås i dag.

action-due = Påminnelse: { $id } ({ $what }) ska vara klar { DAY($due) }. Klart? !action done { $id }
action-overdue = Påminnelse: { $id } ({ $what }) skulle ha varit klar { DAY($due) }. Klart? !action done { $id }

red-day-proposals = Förslag på andra dagar: { $days }. Jag flyttar inget själv. Ordföranden flyttar mötet: !möte flytta
