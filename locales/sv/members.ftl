### Vem som har vilket uppdrag i rådet.

command-member-list = ledamot lista, ledamöter
    .summary = Visa vem som har vilket uppdrag, och vem som talar för vilken organisation.
    .example = !ledamot lista
command-member-add = ledamot lägg till, ledamot ny
    .summary = Ge någon ett uppdrag. Utan annat namn på uppdraget blir personen ledamot.
    .example = !ledamot lägg till @petra:lindvassa.example POL kontakt
command-member-deputy = ledamot ersättare
    .summary = Låt någon rösta för en organisation när dess ledamot inte kan komma.
    .example = !ledamot ersättare @pelle:lindvassa.example POL
command-member-remove = ledamot ta bort
    .summary = Ta ett uppdrag från någon, eller alla.
    .example = !ledamot ta bort @petra:lindvassa.example kontakt
command-handover = överlämna, lämna över
    .summary = Erbjud någon i rådet att bli ordförande eller sekreterare. Uppdraget går över när personen har tackat ja.
    .example = !överlämna sekreterare @moa:lindvassa.example
command-confirm = bekräfta
    .summary = Bekräfta det som jag nyss har visat, eller tacka ja till ett uppdrag.
    .example = !bekräfta 4711

argument-person = ett fullständigt Matrix-id, till exempel @petra:lindvassa.example
office =
    { $role ->
        [chair] ordförande
        [vice_chair] vice ordförande
        [secretary] sekreterare
        [stand_in] ställföreträdare för sekreteraren
        [member] ledamot
        [deputy] ersättare
        [contact] kontaktperson
        [co_opted] adjungerad
        [registrar] registrator
        [dpo] dataskyddsombud
       *[operator] driftansvarig
    }
offices-of = { $offices } för { $organisation }
offices-alone = { $offices }

confirm-ask = Stämmer det? Skriv !bekräfta { $code } senast kl. { TIME($until) }. Annars händer inget.
confirm-by-code = Här räcker inte ett ja eller nej. Skriv !bekräfta { $code }, eller ingenting: då händer inget.
confirm-nothing = Det finns inget med numret { $code } som du kan bekräfta nu. Det kan ha gått mer än tio minuter; skriv kommandot en gång till.

member-list-offices = Uppdrag
member-list-organisation =
    { $votes ->
        [0] { $organisation } ({ $code }), adjungerad
       *[one] { $organisation } ({ $code })
    }
member-list-line = { $person }: { $offices }
member-list-none = Ingen ännu.
member-add-shown = { $person } blir { $seat } och bjuds in till de rum som hör till.
member-added = { $person } är nu { $seat }.
member-remove-shown = { $person } är inte längre { $offices } och visas ut ur de rum som hör till uppdraget.
member-removed = { $person } är inte längre { $offices }.

office-unknown = Jag känner inte till uppdraget ”{ $typed }”. Uppdragen är ledamot, ersättare, kontakt, adjungerad, vice, ställföreträdare, registrator, dataskyddsombud och drift. Exempel: !ledamot lägg till @petra:lindvassa.example POL kontakt
office-missing = Jag behöver veta för vilken organisation, eller vilket uppdrag. Exempel: !ledamot lägg till @petra:lindvassa.example POL
office-needs-organisation = Uppdraget { $office } är för en organisation. Skriv också dess kod. Exempel: !ledamot lägg till @petra:lindvassa.example POL
office-other-organisation = { $person } talar redan för { $code }, och ingen kan tala för två. Ta först bort det uppdraget: !ledamot ta bort { $person }
office-without-vote = { $organisation } är adjungerad och har ingen röst. Den kan ha adjungerade och kontaktpersoner. Exempel: !ledamot lägg till @tove:lindvassa.example TRAF adjungerad
office-by-the-chair = Uppdraget { $office } kan bara ordföranden ge eller ta.
office-is-handed-over = Uppdraget { $office } lämnas över, så att det alltid finns någon. Exempel: !överlämna sekreterare @moa:lindvassa.example
office-not-held = { $person } har inget sådant uppdrag. Se: !ledamot lista
handover-only = Bara ordförandens och sekreterarens uppdrag lämnas över. Uppdraget { $office } ges med !ledamot lägg till.
handover-stranger = { $person } har inget uppdrag i rådet ännu. Ge först ett: !ledamot lägg till { $person } ställföreträdare
handover-has-it = { $person } har redan det uppdraget.
handover-offered = { $person } är tillfrågad om att bli { $office } och kan tacka ja till och med { DAY($until) }. Tills dess är allt som förut.
handover-offer = Du är tillfrågad om att bli { $office } i { $council }. Tacka ja med !bekräfta { $code }, senast { DAY($until) }. Vill du inte, behöver du inte göra något.
handover-accepted = { $person } är nu { $office }.

welcome = Välkommen till { $council }. Du är nu { $seat }.
welcome-here = Välkommen. Jag är Rådslag, roboten hos { $council }. Du är { $seat }. Här skriver du kommandon till mig, precis som i rummen.
welcome-office =
    { $role ->
        [chair] Ordförande: du leder mötena. Börja mötet med !möte starta, flytta det med !möte flytta, och se vad som väntar på dig med !attgöra.
        [vice_chair] Vice ordförande: du leder mötena när ordföranden inte kan.
        [secretary] Sekreterare: du fördelar boendes ärenden och ser till att protokollet blir skrivet. Börja med !ärende lista och !attgöra.
        [stand_in] Ställföreträdare: du gör det sekreteraren gör när hon är borta.
        [member] Ledamot: du anmäler punkter, röstar och delar det din organisation vet. Prova !dagordning i rådets rum.
        [deputy] Ersättare: du röstar när ledamoten inte kan komma. Säg till med !närvaro ersättare.
        [contact] Kontaktperson: du får ärenden, åtgärder och löften som gäller din organisation, här i chatten. Se dem med !attgöra.
        [co_opted] Adjungerad: du får tala på mötena och ta åtgärder, men röstar inte.
        [registrar] Registrator: du lämnar ut handlingar och ser till att gallringen följer besluten.
        [dpo] Dataskyddsombud: boende som frågar om sina uppgifter hänvisas till dig.
       *[operator] Driftansvarig: du får veta i driftrummet när något inte fungerar.
    }
welcome-help = Skriv !hjälp när du vill se vad du kan skriva. Vill du prova ett kommando utan att något händer: !öva och kommandot, här i chatten.
