### Enheterna som de som har uppdrag i rådet är kända genom.

command-device-list = enhet lista, enheter
    .summary = Visa enheterna som jag känner dig genom. Ordföranden, sekreteraren och driftansvarig ser också dem som väntar på bekräftelse.
    .example = !enhet lista
command-device-confirm = enhet bekräfta, bekräfta enhet
    .summary = Bekräfta någon annans nya enhet, när ni har jämfört dess fingeravtryck.
    .example = !enhet bekräfta Mxx83pZwYjpo
command-device-forget = enhet glöm, glöm enhet
    .summary = Glöm en enhet: en egen som är borta, eller en som väntar och som ingen säger är sin.
    .example = !enhet glöm Mxx83pZwYjpo

device-list-own = Enheter som jag känner dig genom
device-list-waiting = Väntar på bekräftelse
device-list-none = Jag känner ännu ingen enhet som är din. Den första som du skriver ett kommando från är den jag kommer att känna.
device-line =
    { $state ->
        [waiting] { $device }: { $fingerprint } (väntar på att någon annan bekräftar den)
       *[known] { $device }: { $fingerprint }
    }
device-line-of = { $person }, { $device }: { $fingerprint }
device-confirmed = Bekräftad: { $person }, { $device }. Kommandon därifrån gäller från och med nu.
device-forgotten = Jag känner inte längre { $person } genom { $device }.
device-confirm-by-another = Någon annan måste bekräfta din enhet: ordföranden, sekreteraren eller driftansvarig.
device-fingerprint-short = Jag behöver minst de { $letters } första tecknen i fingeravtrycket: !enhet lista
device-unknown = Ingen enhet som är din eller som väntar har ett fingeravtryck som börjar så. Se: !enhet lista
operators-device-confirmed = { $by } har bekräftat en enhet hos { $person }: { $device }.
