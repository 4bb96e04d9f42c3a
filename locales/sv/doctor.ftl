### Hälsokontrollen: vad driften får veta om datorn, servern, kontona, rummen och handlingarna.

doctor-gravity-ok = ok
doctor-gravity-warning = varning
doctor-gravity-error = fel
doctor-summary =
    { $errors ->
        [0] { $warnings ->
            [0] Allt är som det ska.
            [one] En varning.
           *[other] { $warnings } varningar.
        }
        [one] Ett fel, varningar: { $warnings }.
       *[other] { $errors } fel, varningar: { $warnings }.
    }

## Datorn

doctor-folder = Datamappen { $folder } finns och är stängd för andra.
doctor-folder-none = Datamappen { $folder } finns inte än.
doctor-folder-open = Andra kan läsa i datamappen: { $reason }.
doctor-folder-unreadable = Datamappen { $folder } går inte att läsa: { $reason }.
doctor-disk = Datamappens disk har { $megabytes } MB ledigt.
doctor-mend-disk = Gör plats: under 200 MB går inget att lova. Gamla kopior ligger i backups/ och sets/.
doctor-zone = { $zone }: regler av utgåva { $edition }. { $change }
doctor-zone-changes = Klockan ställs om { DATE($at) } kl. { TIME($at) }.
doctor-zone-stays = Klockan ställs inte om inom ett år.
doctor-mend-zone = Reglerna är gamla och kan ha ändrats sedan dess. Uppdatera systemets paket tzdata.

## Servern

doctor-homeserver = Matrixservern { $url } svarar, upp till Matrix { $version }.
doctor-homeserver-silent = Matrixservern { $url } svarar inte: { $reason }.
doctor-homeserver-none = Det som svarar på { $url } är ingen Matrixserver.
doctor-mend-homeserver = Se till att Matrixservern är igång och kan nås från den här datorn. Roboten väntar under tiden, och inget går förlorat.
doctor-mend-address = Rätta homeserver.url: det är klientadressen, som i https://example.org/.well-known/matrix/client.
doctor-clock =
    { $seconds ->
        [0] Datorns klocka går som Matrixserverns.
       *[other] { $side ->
            [ahead] Datorns klocka går { $seconds } s före Matrixserverns.
           *[behind] Datorns klocka går { $seconds } s efter Matrixserverns.
        }
    }
doctor-clock-unknown = Matrixservern säger inte vad klockan är, så datorns klocka gick inte att jämföra.
doctor-mend-clock = Alla datum följer klockan. Ställ båda efter NTP: timedatectl set-ntp true. Från tio minuters fel gör roboten inget efter den.

## Databasen och säkerhetskopiorna

doctor-database = { $engine } svarar, och handlingarna har den här versionens form.
doctor-database-none = Det finns inga handlingar än ({ $engine }).
doctor-database-older = { $engine } svarar. Handlingarna har en äldre versions form.
doctor-database-newer = { $engine } svarar. Handlingarna hör till en nyare version, som den här inte förstår.
doctor-database-silent = Databasen svarar inte ({ $kind }).
doctor-database-whole = Hela databasen är läst: den är hel.
doctor-database-damaged = Databasen är skadad: { $what }.
doctor-mend-older = De görs om vid nästa start, efter att en kopia har lagts i backups/.
doctor-mend-newer = Installera den nyare versionen igen, eller återställ en äldre säkerhetskopia: docs/operations.md, ”Going back”.
doctor-mend-database = Se till att databasen är igång och att storage.url och filernas rättigheter är rätt.
doctor-mend-damage = Stoppa roboten och återställ den nyaste hela säkerhetskopian: radslag restore SET
doctor-journal = { $council }: journalens sigill är obrutna.
doctor-journal-changed = { $council }: journalen har ändrats: { $what }.
doctor-mend-journal = Låt databasen vara som den är, säg till registratorn och jämför: radslag journal verify
doctor-backup = Den nyaste säkerhetskopian är { $name }, gjord { DATE($made) } kl. { TIME($made) }, för { $hours } timmar sedan.
doctor-backup-none = Det finns ingen säkerhetskopia i { $folder }.
doctor-backup-unopened = { $name } öppnades inte: dess hemliga nyckel finns inte här.
doctor-backup-whole = { $name } går att öppna och är hel: { $rows } rader, { $cases } ärenden.
doctor-backup-unsound = { $name } skulle inte gå att återställa: { $reason }.
doctor-mend-backup = Gör en nu, radslag backup, och se till att timern går: systemctl list-timers radslag-backup.timer
doctor-mend-unsound = Gör en ny nu: radslag backup. Kontrollera den sedan med radslag verify.

## Processen

doctor-running = Roboten är igång.
doctor-held = Process { $process } på { $host } arbetar för rådet sedan { DATE($since) } kl. { TIME($since) }.
doctor-held-by-none = Ingen process arbetar för rådet.
doctor-errands = Tungt arbete: { $waiting ->
    [0] inget väntar
    [one] ett väntar
   *[other] { $waiting } väntar
}, { $running ->
    [0] inget pågår
    [one] ett pågår
   *[other] { $running } pågår
}, { $failed ->
    [0] inget har getts upp de senaste 30 dagarna.
    [one] ett har getts upp de senaste 30 dagarna.
   *[other] { $failed } har getts upp de senaste 30 dagarna.
}
doctor-mend-errands = Tungt arbete görs av vilken process som helst som arbetar med databasen. Se till att någon är i gång, och att loggen inte säger något om kön.
doctor-stopped = Ingen robot är igång med { $folder }.
doctor-health = Dess hälsa på { $at } är god.
doctor-health-silent = Dess hälsa på { $at } går inte att fråga efter.
doctor-sign = Dess hälsa säger: { $sign } är { $value }.
doctor-pages = De öppna sidorna svarar på { $at }.
doctor-pages-silent = De öppna sidorna svarar inte på { $at }.
doctor-pages-broken = De öppna sidorna på { $at } svarar med { $status }.
doctor-mend-listen = Adressen kan vara upptagen av ett annat program; loggen säger det vid start. Byt den och starta om.
doctor-mend-sign = Vad varje tecken betyder står i docs/operations.md, ”Watching it”.
doctor-mend-start = Starta roboten: systemctl start radslag, eller radslag run

## Ett råds konto

doctor-account-refused = Kontot går inte att använda: { $reason }.
doctor-account-unasked = Kontot gick inte att undersöka: { $reason }.
doctor-never-started = Roboten har aldrig varit inloggad.
doctor-logged-out = Matrixservern känner inte längre robotens enhet { $device }.
doctor-mend-device = Om ingen av er loggade ut den: byt kontots lösenord. Börja sedan med en ny enhet: radslag identity recover
doctor-identity = Identiteten finns här och är publicerad. Dess fingeravtryck: { $fingerprint }
doctor-identity-none = Det finns ingen identitet än.
doctor-identity-unpublished = Identiteten finns här och är inte publicerad.
doctor-identity-not-here = Identiteten på Matrixservern finns inte här.
doctor-identity-another = Identiteten på Matrixservern är en annan än den som finns här.
doctor-mend-identity = Återställ identity.json, eller: radslag identity recover. Om inget av dem finns kvar: radslag identity reset
doctor-device-signed = Enheten { $device } är signerad: stränga klienter litar på den.
doctor-device-unsigned = Enheten { $device } är inte signerad: stränga klienter vägrar den.
doctor-recovery-key = En återställningsnyckel har gjorts. Den kan inte visas igen, bara göras om.
doctor-recovery-key-none = Det finns ingen återställningsnyckel för identiteten.
doctor-mend-recovery = Gör en; den visas en gång: radslag identity bootstrap
doctor-other-device = Kontot har en annan enhet, { $device }, som ingen har signerat.
doctor-other-device-signed = Kontot har en annan enhet, { $device }, signerad.
doctor-mend-other-device = Om den inte är er: logga ut den och byt kontots lösenord.

## Ett råds rum

doctor-room = { SUBJECT($place) }: roboten är där och får göra det den ska ({ $room }).
doctor-room-not-in = { SUBJECT($place) }: roboten är inte i { $room }.
doctor-rooms-unasked = Rummen gick inte att undersöka: { $reason }.
doctor-room-unencrypted = { SUBJECT($place) }: rummet är inte krypterat, så det som hör dit blir inte sagt.
doctor-room-encrypted = { SUBJECT($place) }: rummet är krypterat, så alla kan inte läsa det.
doctor-room-public = { SUBJECT($place) }: vem som helst kan gå in.
doctor-room-readable = { SUBJECT($place) }: vem som helst kan läsa det som har sagts.
doctor-room-guests = { SUBJECT($place) }: gäster utan konto kan gå in.
doctor-room-powerless = { SUBJECT($place) }: roboten har inte behörighet att { $able }.
doctor-power-speak = tala
doctor-power-pin = fästa meddelanden
doctor-power-remove = ta bort meddelanden
doctor-power-invite = bjuda in
doctor-power-dismiss = ta bort personer
doctor-power-govern = ändra vem som får göra vad
doctor-company =
    { $count ->
        [0] { SUBJECT($place) }: ingen är där än utom roboten.
        [one] { SUBJECT($place) }: en person är där, med ett uppdrag som öppnar rummet.
       *[other] { SUBJECT($place) }: { $count } personer är där, alla med ett uppdrag som öppnar rummet.
    }
doctor-stranger = { SUBJECT($place) }: { $person } är där eller inbjuden och har inget uppdrag i rådet.
doctor-misplaced = { SUBJECT($place) }: { $person } är där eller inbjuden och har inget uppdrag som öppnar rummet.
doctor-moderator = { SUBJECT($place) }: { $person } får moderera där och har inget uppdrag i rådet.
doctor-loose = { SUBJECT($place) }: alla där får { $able }.
doctor-elsewhere = { SUBJECT($place) }: personer från { $server } är där, så den servern har en kopia av det som sägs.
doctor-federated = { SUBJECT($place) }: personer från andra servrar kan bjudas in; ingen därifrån är där.
doctor-mend-invite = Bjud in { $own } dit, från en klient som är i rummet.
doctor-mend-encrypt = Slå på kryptering i rummets inställningar. Den kan inte slås av igen.
doctor-mend-replace = Kryptering kan inte slås av: gör ett nytt öppet rum, bjud in roboten och skriv rummets ID i config.yaml.
doctor-mend-public = Ändra vem som får gå in till ”endast inbjudna”, och se efter vilka som är där.
doctor-mend-readable = Ändra vem som får läsa historiken till ”medlemmar sedan de gick med”.
doctor-mend-guests = Förbjud gäster i rummets inställningar.
doctor-mend-stranger = Ta bort { $person } ur rummet i en klient, eller ge ett uppdrag som öppnar det: !ledamot lägg till
doctor-mend-moderator = Sänk behörighetsnivån till 0 i rummets inställningar. Den som skapat ett rum av version 12 behåller den: gör då ett nytt rum.
doctor-mend-loose = Höj behörighetsnivån för det till 50 i rummets inställningar.
doctor-mend-elsewhere = Om det är meningen: skriv servern under invitations.servers i config.yaml. Annars: ta bort dess personer ur rummet.
doctor-mend-power = Ge { $own } behörighetsnivå { $level } eller mer i rummets inställningar.

## Det som kommer

doctor-coming = { DATE($at) } kl. { TIME($at) }: { $what } ({ $subject })
doctor-nothing-coming = Inget ska göras inom fem veckor.
doctor-unseeded = Rådet är inte satt upp än.
doctor-mend-meetings = Se till att det finns möten: !möte lista, !möte serie
doctor-failures =
    { $count ->
        [one] En händelse eller ett åtagande har misslyckats någon gång.
       *[other] { $count } händelser eller åtaganden har misslyckats någon gång.
    }
doctor-mend-failures = Driftens rum har en referens för varje; loggen har sort och plats.
due-call = efterlysning av punkter
due-red-day = varning för ett möte på röd dag
due-close-items = sista tid för punkter
due-notice = kallelse
due-remind-days = påminnelse om mötet
due-remind-workdays = sammanställning och påminnelse om mötet
due-remind-hours = sista påminnelsen om mötet
due-ask-attendance = organisationerna tillfrågas om de kommer
due-item-overrun = en punkt drar över sin tid
due-ballot-closes = en omröstning stänger
due-summary = sammanfattning i det öppna rummet
due-draft-minutes = sekreteraren påminns om protokollsutkastet
due-adjust = protokollet ska vara justerat
due-announce = protokollet anslås
due-action-nudge = påminnelse om en åtgärd
due-case-silence = ett ärende stängs eftersom ingen hört av sig
due-case-triage = sekreteraren påminns om ett nytt ärende
due-case-triage-late = ett ärende utan ansvarig är sent
due-case-triage-chair = ordföranden får veta om ett ärende utan ansvarig
due-case-answer-soon = påminnelse om ett svar
due-case-answer-today = ett svar ska lämnas
due-case-answer-late = ett svar är sent
due-case-answer-secretary = sekreteraren får veta om ett sent svar
due-case-answer-chair = ordföranden får veta om ett sent svar
due-case-ask-again = en boende tillfrågas om det är löst
due-todo = veckans lista över det som väntar
due-share-ask-again = en ny fråga om något som ska delas
due-share-lapses = något som skulle delas förfaller
due-incident-reminder = påminnelse om en incidents klocka
due-reports-begin = organisationerna tillfrågas om månadsrapporter
due-reports-missing = påminnelse om rapporter som saknas
