### Personuppgiftsincidenter.

command-incident = incident, incidenter
    .summary = Visa de incidenter som inte är avslutade och hur många timmar som är kvar, eller en av dem med sin checklista.
    .example = !incident P1
command-incident-open = incident öppna, ny incident
    .summary = Börja en incident som blev känd på något annat sätt. Skriv vad som hände, utan namn.
    .example = !incident öppna Ett brev hamnade hos fel mottagare
command-incident-hide = incident dölj, dölj inlägg
    .summary = Ta bort ett inlägg som pekar ut någon och börja en incident. Svara på inlägget eller klistra in länken till det.
    .example = !incident dölj
command-incident-done = incident klart, incident bocka av
    .summary = Bocka av ett steg i en incidents checklista.
    .example = !incident klart P1 2
command-incident-words = incident text, incident kopia
    .summary = Visa den förseglade kopian av inlägget, för att bedöma risken. Att den visades står i journalen.
    .example = !incident text P1
command-incident-close = incident avsluta
    .summary = Avsluta en incident när alla steg är tagna. Den förseglade kopian förstörs.
    .example = !incident avsluta P1 Anmäld till IMY. Den berörda är informerad.

incident-heading = Incidenter som inte är avslutade
incident-none = Ingen incident är öppen.
incident-line =
    { $hours ->
        [0] { $id }: tiden är ute. Anmälan skulle ha gjorts senast { DAY($notify_by) } kl. { TIME($notify_by) }, om den behövs.
        [one] { $id }: 1 timme kvar. Anmäl senast { DAY($notify_by) } kl. { TIME($notify_by) }, om det behövs.
       *[other] { $id }: { $hours } timmar kvar. Anmäl senast { DAY($notify_by) } kl. { TIME($notify_by) }, om det behövs.
    }
incident-closed-line = { $id } avslutades { DAY($at) }.
incident-how = Checklista: !incident { $id }. Bocka av: !incident klart { $id } och stegets siffra.
incident-step-left = { $place }, kvar: { $step ->
        [hide] göm uppgiften överallt där den syns
        [dpo] berätta för dataskyddsombudet
        [risk] bedöm risken för den som uppgiften gäller
        [authority] anmäl till IMY, eller besluta att det inte behövs
        [people] berätta för den som uppgiften gäller, om risken är hög
       *[lesson] skriv ned vad som ska göras annorlunda
    }
incident-step-taken = { $place }, klart { SHORTDAY($at) } kl. { TIME($at) }: { $step ->
        [hide] uppgiften är gömd
        [dpo] dataskyddsombudet vet
        [risk] risken är bedömd
        [authority] anmälan är gjord eller behövs inte
        [people] den som uppgiften gäller vet eller behöver inte få veta
       *[lesson] lärdomen är nedskriven
    }
incident-words = { $id }: det här stod i inlägget. Kopian förstörs när incidenten avslutas.
incident-closed = { $id } är avslutad. Kopian av inlägget är förstörd.
incident-closed-without-copy = { $id } är avslutad.

## När det inte går

incident-unknown = Det finns ingen incident som heter { $id }.
incident-closed-already = { $id } är redan avslutad.
incident-step-done = Det steget i { $id } togs { DAY($at) } kl. { TIME($at) }.
incident-step-unknown = Stegen har nummer 1 till { $most }.
incident-steps-left =
    { $count ->
        [one] { $id } kan inte avslutas: 1 steg är kvar. Visa det: !incident { $id }
       *[other] { $id } kan inte avslutas: { $count } steg är kvar. Visa dem: !incident { $id }
    }
incident-outcome-missing = Skriv också vad det ledde till: !incident avsluta { $id } och sedan utfallet.
incident-what-long = Skriv högst { $most } tecken, och inga namn.
incident-no-words = { $id } har ingen förseglad kopia, eller så är den förstörd.
incident-post-missing = Vilket inlägg? Svara på det med !incident dölj, eller klistra in länken till det efter kommandot.
link-unreadable = Jag kan inte läsa det som en länk till ett inlägg i något av rådets rum. Välj ”kopiera länk” på inlägget i din app.
