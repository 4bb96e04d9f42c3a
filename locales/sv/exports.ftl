### Utlämnande: registratorns kommandon.

command-export-case = exportera ärende, lämna ut ärende
    .summary = Ta ut ett ärende som fil. Med ”maskat” utan den boendes egna ord; utan någons namn är det alltid.
    .example = !exportera ärende 0042 maskat
command-export-register = exportera register, lämna ut register
    .summary = Ta ut registret över ärenden som kom in mellan två dagar, med allt som hänt med dem.
    .example = !exportera register 2026-03-13 2026-04-09
command-export-all = exportera allt, lämna ut allt
    .summary = Ta ut allt som rådet har antecknat om en period, med innehållsförteckning och kontrollsummor.
    .example = !exportera allt 2026-01-01 2026-12-31
command-case-diary = ärende diarienummer, ärende diarieför
    .summary = Anteckna det diarienummer som ärendet har hos myndigheten.
    .example = !ärende diarienummer 0042 SDN 2026/0123

export-case-redacted = { $label } är uttaget utan den boendes egna ord: { $events ->
    [one] en händelse
   *[other] { $events } händelser
}. Ingens namn står i filen. Att den är uttagen är antecknat.
export-case-whole = { $label } är uttaget med den boendes egna ord: { $events ->
    [one] en händelse
   *[other] { $events } händelser
}. Pröva sekretessen innan något lämnas ut. Att den är uttagen är antecknat.
export-register = Registret { DAY($first) }-{ DAY($last) } är uttaget: { $count ->
    [0] inga ärenden
    [one] ett ärende
   *[other] { $count } ärenden
}.
export-all = Allt för { DAY($first) }-{ DAY($last) } är uttaget: { $sheets } tabeller och { $papers ->
    [0] inga protokoll
    [one] ett protokoll
   *[other] { $papers } protokoll
}. Kontrollsummorna står i SHA256SUMS.
export-how = Jag förstår inte ”{ $typed }”. Skriv maskat, eller inget alls. Exempel: !exportera ärende 0042 maskat
export-days = Skriv den första och den sista dagen, högst fem år. Exempel: !exportera register 2026-03-13 2026-04-09
export-title = Utdrag ur ärende { $label }
export-register-title = Register över ärenden { DAY($first) }-{ DAY($last) }
export-line = { $label }, inkommet { DAY($received) }
export-received = Inkommet { DAY($received) } kl. { TIME($received) }
export-about = Gäller { $about }
export-state = Läge sedan { DAY($since) }: { $state }
export-owner = Ansvarig: { $owner }
export-answer-due = Svar senast { DAY($day) }
export-diary = Diarienummer: { $diary_no }
export-summary = Sekretariatets sammanfattning
export-events = Händelser
export-words = { $kind ->
    [telling] Den boendes ord, { DAY($at) } kl. { TIME($at) }
    [note] Tillägg från den boende, { DAY($at) } kl. { TIME($at) }
    [answer] Svar till den boende, { DAY($at) } kl. { TIME($at) }
   *[outcome] Hur det slutade, { DAY($at) } kl. { TIME($at) }
}
case-entered = { $label } har diarienummer { $diary_no }.
