### Protokollet: utkast, rättelser, justering, och vad som skrevs in under mötet.

command-minutes = protokoll, protokollet, visa protokollet
    .summary = Visa det senaste protokollet, eller det för en viss månad.
    .example = !protokoll 2026-04
command-minutes-draft = protokoll utkast, skriv protokoll
    .summary = Gör ett utkast till protokoll av det som skrevs in under mötet.
    .example = !protokoll utkast
command-minutes-correct = protokoll rätta, rätta protokollet
    .summary = Begär en rättelse av utkastet, med punkten först om den gäller en punkt.
    .example = !protokoll rätta A4 Föreningarna kom kl. 18.25.
command-minutes-accept = protokoll godta, godta rättelse
    .summary = För in en begärd rättelse i en ny version.
    .example = !protokoll godta R1
command-minutes-decline = protokoll avslå, avslå rättelse
    .summary = Lämna en begärd rättelse utan åtgärd.
    .example = !protokoll avslå R1
command-minutes-adjust = protokoll justera, justera protokollet, justera
    .summary = Justera protokollet. Det gör den valda organisationen eller ordföranden, aldrig den som skrev det.
    .example = !protokoll justera
command-record = mötesanteckningar, visa anteckningarna
    .summary = Visa allt som skrevs in under mötet, i den ordning det skrevs.
    .example = !mötesanteckningar

minutes-title = Protokoll: { $council }, { DATE($starts) } kl. { TIME($starts) }-{ TIME($ends) }
minutes-of-record = Upprättat av Rådslag ur det som skrevs in under mötet.
minutes-status-draft = Utkast, version { $version }, { SHORTDAY($at) } kl. { TIME($at) }. Inte justerat.
minutes-status-adjusted = Justerat av { $organisation } { DATE($at) }. Version { $version }.
minutes-attendance = Närvaro
minutes-present =
    { $votes ->
        [0] { SUBJECT($organisation) }, adjungerad: hela mötet
       *[other] { SUBJECT($organisation) }: hela mötet
    }
minutes-present-part =
    { $votes ->
        [0] { SUBJECT($organisation) }, adjungerad: { $spans }
       *[other] { SUBJECT($organisation) }: { $spans }
    }
minutes-span = kl. { TIME($since) }-{ TIME($until) }
minutes-absent =
    { $excused ->
        [yes] { SUBJECT($organisation) }: anmält förhinder
       *[no] { SUBJECT($organisation) }: frånvarande
    }
minutes-quorum =
    { $lost ->
        [0] Upprop: { $present } av { $votes } röstande organisationer. Beslutförhet kräver { $needed }.
        [one] Upprop: { $present } av { $votes } röstande organisationer. Beslutförhet kräver { $needed }. Under mötet förlorades den en gång.
       *[other] Upprop: { $present } av { $votes } röstande organisationer. Beslutförhet kräver { $needed }. Under mötet förlorades den { $lost } gånger.
    }
minutes-item = { $id } { $title }
minutes-item-closed = { $id } Sluten punkt
minutes-recused = Jäv: { $organisations }. Deltog inte i omröstningen.
minutes-note = { $words }
minutes-note-by = { SUBJECT($organisation) }: { $words }
minutes-decision = Beslut { $id }: { $text }.
minutes-votes = Röster: ja { $yes }, nej { $no }, avstår { $abstain }.
minutes-votes-casting = Röster: ja { $yes }, nej { $no }, avstår { $abstain }. Ordförandens utslagsröst: ja.
minutes-secret = Sluten omröstning.
minutes-fallen = Avslaget: { $proposal }. Röster: ja { $yes }, nej { $no }, avstår { $abstain }.
minutes-reservation = Reservation mot { $id } av { $organisation }:
minutes-action = Åtgärd { $id }: { $what }. Ansvarig: { $owners }, klart senast { DAY($due) }.
minutes-promise = Löfte { $id }: { $text }. Av { $owner }, senast { DAY($due) }.
minutes-correction = Rättelse { $id }: { $words }
minutes-postponed = Bordlagd till nästa möte.
minutes-nothing-noted = Inget särskilt antecknades.
minutes-promises = Löften, så som de stod vid mötets slut
minutes-earlier-actions = Åtgärder från tidigare möten
minutes-between = Beslut mellan mötena
minutes-more-actions = Övriga åtgärder
minutes-adjuster = Att justera protokollet: { $organisation }.

minutes-how = Rättelser senast { DAY($adjusted) }: !protokoll rätta. Justera: !protokoll justera
minutes-are-adjusted = Protokollet från { SHORTDAY($starts) } är justerat av { $organisation }. Version { $version }.
minutes-adjust-again = Protokollet var justerat. Den nya versionen behöver justeras igen.
correction-asked = Rättelse { $id } är begärd av { $organisation }:
correction-settle = För in den: !protokoll godta { $id }. Annars: !protokoll avslå { $id }
correction-made = Rättelse { $id } är införd. Protokollet är nu version { $version }: !protokoll
correction-declined = Rättelse { $id } är inte införd.
correction-unknown = Ingen rättelse { $id } väntar på svar.

minutes-none = Protokollet från { DAY($starts) } är inte skrivet än. Gör ett utkast: !protokoll utkast
minutes-none-public = Protokollet från { DAY($starts) } är inte justerat än.
minutes-no-record = Inget upprop gjordes { DAY($starts) }, så det finns inget att göra protokoll av.
minutes-meeting-runs = Mötet pågår än. Avsluta det först: !avsluta mötet
minutes-adjusted-already = Version { $version } är redan justerad.
minutes-adjust-own = Den som skrev protokollet kan inte justera det.
minutes-not-your-adjustment = Protokollet justeras av den organisation som valdes, eller av ordföranden.
minutes-corrections-wait = Begärda rättelser väntar på svar: { $ids }.

record-heading = Inskrivet under mötet { DATE($starts) }
record-empty = Inget är inskrivet för mötet { DATE($starts) }.
record-struck = Struket kl. { TIME($at) }: { $entry }
record-entry =
    { $act ->
        [started] kl. { TIME($at) }: mötet öppnades
        [called] kl. { TIME($at) }: upprop
        [arrived] kl. { TIME($at) }: { $organisation } kom
        [left] kl. { TIME($at) }: { $organisation } gick
        [adjuster] kl. { TIME($at) }: { $organisation } valdes att justera
        [opened] kl. { TIME($at) }: { $item } togs upp
        [skipped] kl. { TIME($at) }: { $item } lämnades
        [postponed] kl. { TIME($at) }: { $item } sköts upp
        [noted] kl. { TIME($at) }, { $item }: { $words }
        [recused] kl. { TIME($at) }, { $item }: jäv, { $organisation }
        [dissented] kl. { TIME($at) }, { $subject }: reservation av { $organisation }: { $words }
        [ballot] kl. { TIME($at) }, { $item }: omröstning { $subject }
        [decided] kl. { TIME($at) }, { $item }: beslut { $subject }
        [assigned] kl. { TIME($at) }, { $item }: åtgärd { $subject }
        [promised] kl. { TIME($at) }, { $item }: löfte { $subject }
        [ended] kl. { TIME($at) }: mötet avslutades
        [corrected] { SHORTDAY($at) } kl. { TIME($at) }: rättelse { $subject } begärd: { $words }
        [agreed] { SHORTDAY($at) } kl. { TIME($at) }: rättelse { $subject } införd
       *[declined] { SHORTDAY($at) } kl. { TIME($at) }: rättelse { $subject } inte införd
    }

invitation-title = { $council }: möte
invitation-words = Möte { $number }. Dagordningen visas med !dagordning i rådets rum.
paper-untitled = Rådslag
