### Rådets inställningar, organisationer och mötesserie.

command-setup = kom igång, inrätta
    .summary = Visa hur långt rådet har kommit med att komma igång, och vad som är nästa steg.
    .example = !kom igång
command-settings = inställningar, visa inställningar
    .summary = Visa rådets inställningar.
    .example = !inställningar reminders
command-settings-change = inställningar ändra, ändra inställning, inställning ändra
    .summary = Ändra en av rådets inställningar. Du ser ändringen först och bekräftar den.
    .example = !inställningar ändra targets.answer_workdays 15
command-organisation-add = organisation lägg till, organisation ny
    .summary = Lägg till en organisation, eller byt namn på den. Skriv (adjungerad) sist om den inte har någon röst.
    .example = !organisation lägg till RTJ brandförsvaret (adjungerad)
command-organisation-remove = organisation ta bort
    .summary = Ta bort en organisation som ingen längre talar för.
    .example = !organisation ta bort RTJ
command-meeting-series = möte serie, mötesserie
    .summary = Ändra regeln för när rådet möts. Du ser först vad det betyder för varje möte.
    .example = !möte serie andra onsdagen kl. 17.30, inte i juli

settings-heading = Rådets inställningar
settings-how = Ändra så här: !inställningar ändra targets.answer_workdays 15. Flera värden skiljs med semikolon; ett streck tömmer.
setting-line = { $name }: { $value }
setting-line-changed = { $name }: { $value } (annars { $usual })
setting-value = { $value }
setting-unknown = Det finns ingen inställning som heter ”{ $typed }”. Menade du { $near }? Se alla: !inställningar
setting-wrong = { $name } kan inte vara ”{ $typed }”. Nu är den: { $now }. Skriv värdet på samma sätt.
setting-needs-decision = Gallring får bara ske efter ett beslut. Skriv först beslutets beteckning: !inställningar ändra { $name } SDN 2026-17 § 4
setting-disagrees = Det går inte ihop med { $name }. Se: !inställningar { $name }
setting-by-series = Mötesregeln ändras med: !möte serie andra onsdagen kl. 17.30, inte i juli. Då ser du vad det betyder för varje möte.
setting-shown = { $name } är { $old } och blir { $new }.
setting-changed = { $name } är nu { $new }.

organisation-code = ”{ $typed }” kan inte vara en kod. En kod är några stora bokstäver, som POL. Exempel: !organisation lägg till RTJ brandförsvaret (adjungerad)
organisation-in-use = { $person } talar fortfarande för { $code }. Ta först bort det uppdraget: !ledamot ta bort { $person }
organisation-shown =
    { $votes ->
        [0] { $name } ({ $code }) deltar i rådet utan röst.
       *[one] { $name } ({ $code }) deltar i rådet med en röst.
    }
organisation-added =
    { $votes ->
        [0] { $name } ({ $code }) deltar nu i rådet utan röst.
       *[one] { $name } ({ $code }) deltar nu i rådet med en röst.
    }
organisation-gone-shown = { $code } deltar inte längre i rådet.
organisation-gone = { $code } deltar inte längre i rådet.

series-shown = Mötesregeln blir: { $rule }.
series-changed = Ny mötesregel: { $rule }.
series-moved = Flyttas
series-moved-line = { DATE($old) } kl. { TIME($old) } blir { DATE($new) } kl. { TIME($new) }
series-others =
    { $what ->
        [cancelled] Ställs in
        [added] Tillkommer
       *[kept] Står kvar, för kallelsen är ute eller mötet har flyttats för sig
    }
series-line = { DATE($meets_at) } kl. { TIME($meets_at) }
series-same = Inget planerat möte ändras av det.

setup-heading = Så långt har ni kommit: { $done } av { $steps }
setup-end =
    { $missing ->
        [0] Allt är på plats. Skriv !hjälp för att se vad du kan skriva.
        [one] Ett steg återstår. Skriv !kom igång igen när det är gjort.
       *[other] { $missing } steg återstår. Ta dem i den ordning ni vill och skriv !kom igång igen.
    }
setup-room = Klart: jag är i { $place }.
setup-next-room = Saknas: jag är inte i { $place }. Bjud in mig dit.
setup-next-encrypt = Saknas: { $place } är inte krypterat. Slå på kryptering i rummets inställningar.
setup-organisations = Klart: { $count } organisationer deltar, { $votes } med röst.
setup-next-organisations =
    { $count ->
        [0] Saknas: inga organisationer har någon röst än. Skriv till exempel: !organisation lägg till POL polisen
        [one] Saknas: bara en organisation har röst. Skriv till exempel: !organisation lägg till POL polisen
       *[other] Saknas: bara { $count } organisationer har röst. Skriv till exempel: !organisation lägg till POL polisen
    }
setup-office =
    { $role ->
        [chair] Klart: det finns en ordförande.
        [secretary] Klart: det finns en sekreterare.
        [registrar] Klart: det finns en registrator.
        [dpo] Klart: det finns ett dataskyddsombud.
       *[operator] Klart: det finns en driftansvarig.
    }
setup-next-office =
    { $role ->
        [chair] Saknas: en ordförande. Den utses i config.yaml.
        [secretary] Saknas: en sekreterare. Den utses i config.yaml.
        [registrar] Saknas: en registrator. Skriv: !ledamot lägg till @rut:lindvassa.example registrator
        [dpo] Saknas: ett dataskyddsombud. Skriv: !ledamot lägg till @dan:lindvassa.example dataskyddsombud
       *[operator] Saknas: en driftansvarig. Skriv: !ledamot lägg till @olle:lindvassa.example drift
    }
setup-seat = Klart: { $organisation } har en kontaktperson.
setup-next-seat = Saknas: ingen talar för { $organisation }. Skriv: !ledamot lägg till @petra:lindvassa.example { $code } ledamot kontakt
setup-next-contact = Saknas: { $organisation } har ingen kontaktperson som tar emot ärenden. Skriv: !ledamot lägg till @petra:lindvassa.example { $code } kontakt
setup-rule = Klart: mötesregeln är { $rule }. Nästa möte är { DATE($meets_at) } kl. { TIME($meets_at) }.
setup-next-rule = Saknas: regeln ”{ $rule }” ger inget möte. Skriv till exempel: !möte serie andra torsdagen kl. 18
