### Dagordningen: punkter som anmäls, ändras, stryks, ordnas och fastställs.

command-agenda-add = dagordning lägg till, dagordningen lägg till, punkt, ny punkt
    .summary = Anmäl en punkt till nästa möte.
    .example = !dagordning lägg till Belysning i Parkstråket (beslut, 10 min)
command-agenda-list = dagordning visa, visa dagordningen, dagordning, dagordningen, agenda
    .summary = Visa dagordningen för nästa möte.
    .example = !dagordning visa
command-agenda-show = dagordning punkt, visa punkt
    .summary = Visa en punkt på dagordningen.
    .example = !dagordning punkt A8
command-agenda-edit = dagordning ändra, ändra punkt
    .summary = Ändra en punkts rubrik, slag eller minuter.
    .example = !dagordning ändra A8 Belysning i Parkstråket (beslut, 15 min)
command-agenda-withdraw = dagordning stryk, stryk punkt
    .summary = Stryk en punkt från dagordningen.
    .example = !dagordning stryk A8
command-agenda-support = dagordning stöd, stöd punkt, stöd
    .summary = Säg att din organisation vill att en punkt tas upp. Tummen upp på punkten gör samma sak.
    .example = !stöd A8
command-agenda-queue = dagordning kö, kö
    .summary = Visa punkterna i kön till mötet därpå.
    .example = !dagordning kö
command-agenda-move = dagordning flytta, flytta punkt
    .summary = Flytta en punkt: efter eller före en annan, först, sist eller till nästa möte.
    .example = !dagordning flytta A9 efter A11
command-agenda-order = dagordning ordning, dagordning ordna
    .summary = Ordna punkterna så som du räknar upp dem.
    .example = !dagordning ordning A10 A8 A9
command-agenda-admit = dagordning släpp in, släpp in punkt
    .summary = Ta in en punkt ur kön till mötet som är på gång.
    .example = !dagordning släpp in Q1
command-agenda-freeze = dagordning fastställ, fastställ dagordningen
    .summary = Fastställ dagordningen. Senare punkter hamnar i kön till nästa möte.
    .example = !dagordning fastställ

## Slag av punkter, och vem som har anmält dem

kind-info = information
kind-discussion = diskussion
kind-decision = beslut
kind-follow-up = uppföljning
raised-by-chair = ordföranden
raised-by-secretary = sekreteraren
raised-by-everyone = alla
raised-by-digest = sammanställningen

## Punkter som står på varje dagordning

standing-opening = Öppnande, upprop, beslutförhet
standing-approval = Fastställande av dagordning, val av justerare
standing-last-time = Förra protokollet och åtgärdslistan
standing-police = Lägesbild polisen
standing-city = Lägesbild stadsdelen
standing-round = Laget runt
standing-residents = De boendes frågor (sammanställning)
standing-closing = Övriga frågor, avslutning

## Vad som har gjorts

agenda-added = Punkt { $id } är anmäld: { $title } ({ $kind }, { $minutes } min). Anmäld av { $raiser }. Möte { DATE($meets_at) } kl. { TIME($meets_at) }.
agenda-queued =
    { $place ->
        [1] Anmälningstiden har gått ut. Punkten är först i kön till nästa möte.
       *[other] Anmälningstiden har gått ut. Punkten är nummer { $place } i kön till nästa möte.
    }
agenda-changed = Punkt { $id } är ändrad: { $title } ({ $kind }, { $minutes } min).
agenda-withdrawn = Punkt { $id } är struken: { $title }.
agenda-supported = Ert stöd för punkt { $id } är antecknat: { $title }.
agenda-support-gone = Ert stöd för punkt { $id } är borttaget: { $title }.
agenda-moved = Punkt { $id } är flyttad till plats { $place } av { $of }: { $title } ({ $kind }, { $minutes } min).
agenda-ordered = Punkterna står nu i denna ordning: { $order }.
agenda-id = { $id }
agenda-admitted = Punkt { $id } är insläppt: { $title } ({ $kind }, { $minutes } min). Anmäld av { $raiser }. Möte { DATE($meets_at) } kl. { TIME($meets_at) }.
agenda-postponed = Punkt { $id } är bordlagd: { $title }. Den står i kön till mötet { DATE($meets_at) }.
agenda-frozen = Dagordningen för mötet { DATE($meets_at) } är fastställd: { $items } punkter, { $minutes } minuter.

## Dagordningen som den visas

agenda-heading = Dagordning, möte { DATE($meets_at) } kl. { TIME($meets_at) }
agenda-line = { TIME($starts_at) } { $id } { $title } ({ $kind }, { $minutes } min). Från: { $raiser }.
agenda-line-unnumbered = { TIME($starts_at) } { $title } ({ $kind }, { $minutes } min). Från: { $raiser }.
agenda-sum = { $items } punkter, { $minutes } minuter.
agenda-too-long =
    { $over ->
        [one] Det är en minut mer än mötet är långt.
       *[other] Det är { $over } minuter mer än mötet är långt.
    }
agenda-is-open = Anmäl punkter senast { DAY($closes_at) } kl. { TIME($closes_at) }: !dagordning lägg till
agenda-is-closed = Anmälningstiden har gått ut. Dagordningen fastställs i kallelsen.
agenda-is-frozen = Dagordningen är fastställd.
agenda-item-not-open = En punkt för rådet
agenda-item-closed = Rubriken visas bara för rådet.
agenda-item-source = Kommer från { $source }.
agenda-line-with = { $line } { $note }
agenda-item-carried = Kvar från mötet { $meeting }.
agenda-item-support = Stöds av { $organisations }.
agenda-item-now = Pågår nu.
agenda-item-dealt-with = Behandlad.
agenda-item-put-off = Går till nästa möte.
agenda-follow-up = Åtgärder som följs upp
agenda-of-cancelled = Mötet { DATE($meets_at) } är inställt.
agenda-queue-heading = Kö till mötet { DATE($meets_at) } kl. { TIME($meets_at) }
agenda-queue-line = { $id } { $title } ({ $kind }, { $minutes } min). Från: { $raiser }.

## När det inte går

agenda-title-missing = Jag behöver en rubrik. Skriv till exempel: !dagordning lägg till Belysning i Parkstråket (beslut, 10 min)
agenda-title-long = Rubriken är för lång. Den får ha högst { $most } tecken.
agenda-minutes-odd = En punkt kan ta mellan 1 och { $most } minuter.
agenda-item-known = Den punkten finns redan: { $id }. Ändra den: !dagordning ändra { $id }
agenda-item-unknown = Det finns ingen punkt { $id } på dagordningen. Visa dagordningen: !dagordning
agenda-item-withdrawn = Punkt { $id } står inte längre på dagordningen.
agenda-item-not-yours = Punkt { $id } har någon annan anmält. Den som har anmält den, sekreteraren eller ordföranden kan ändra den.
agenda-item-frozen = Dagordningen är fastställd. Be sekreteraren eller ordföranden ändra punkt { $id }.
agenda-item-gone = Punkten från det meddelandet står inte längre på någon dagordning. Inget har ändrats.
agenda-item-personal = Punkten är inte anmäld: rubriken ser ut att peka ut en person. Skriv om den utan namn, nummer och adresser, och ta bort meddelandet.
agenda-not-for-others = Du kan anmäla punkter för din egen organisation. För { $organisation } gör sekreteraren det.
agenda-support-own = Ni har själva anmält punkt { $id }. Stödet räknar de andra organisationerna.
agenda-full = Dagordningen är full. Den rymmer högst { $most } punkter.
agenda-already-frozen = Dagordningen är redan fastställd.
agenda-standing-stays = Punkt { $id } står på varje dagordning och har sin fasta plats.
agenda-after-the-end = Efter avslutningen kan ingen punkt stå. Punkt { $id } står kvar.
agenda-move-unclear = Skriv vart punkt { $id } ska: efter eller före en annan punkt, först, sist eller nästa möte. Exempel: { $example }
agenda-closed-for-good = Anmälningstiden har gått ut, och inget senare möte är planerat. Be sekreteraren lägga till ett.
agenda-queue-empty = Inget väntar i kön.
agenda-admit-which = Flera punkter väntar. Skriv vilken: { $waiting }.
agenda-reply-unreadable = Jag kan inte läsa meddelandet du svarade på. Skriv rubriken efter !dagordning lägg till.
agenda-question-elsewhere = Skriv till mig direkt, så tas din fråga upp på mötet utan att ditt namn syns.
