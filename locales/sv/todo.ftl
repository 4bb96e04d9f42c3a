### Vad som väntar på vem, och ärenden som hittas igen.

command-todo = att göra, attgöra
    .summary = Visa i en direktchatt vad som väntar på dig.
    .example = !att göra

command-case-find = ärende sök
    .summary = Hitta ärenden efter sammanfattning, kategori och område.
    .example = !ärende sök lampor tunnel

command-case-mine = ärende mina
    .summary = Visa de ärenden som din organisation ansvarar för.
    .example = !ärende mina

command-case-history = ärende historik
    .summary = Visa allt som har hänt med ett ärende.
    .example = !ärende historik 0042

## Det som väntar

todo-heading = Det här väntar på dig:
todo-week = Den här veckan väntar det här på dig:
todo-nothing = Inget väntar på dig.
todo-told-apart = Jag visar det i vår direktchatt.
todo-triage = { $label } ({ $about }) behöver en ansvarig senast { DAY($day) }.{ $late ->
    [late] { " " }Försenat.
   *[on_time] { "" }
}
todo-answer = { $label } ({ $about }) ska besvaras senast { DAY($day) }.{ $late ->
    [late] { " " }Försenat.
   *[on_time] { "" }
}
todo-finish = { $label } ({ $about }) är besvarat och pågår. När det är klart: !ärende klart och numret.
todo-drafts = { $count ->
    [one] Ett utkast väntar: !ärende utkast
   *[other] { $count } utkast väntar: !ärende utkast
}
todo-approve = Svaret på { $label } väntar på en andra person: !ärende godkänn { $number }
todo-translate = { $label }: svaret ska skickas även på { $language }: !ärende översätt { $number }
todo-promise = { $id }: { $text }, utlovat senast { DAY($day) }.
todo-promise-claimed = { $id }: { $text }. Den ansvariga säger att det är hållet. Stämmer det? !löfte hållet { $id }
todo-action = { $id }: { $text }, senast { DAY($day) }.
todo-action-accept = { $id }: { $text }, senast { DAY($day) }. Inte accepterad än.
todo-vote = { $id }: { $text }. Rösta senast { DAY($day) }.

## Det som hittas

cases-found = { $count ->
    [one] 1 ärende hittades:
   *[other] { $count } ärenden hittades:
}
found-more = De { $most } senaste visas. Lägg till ett ord för att få färre.
cases-mine = Ärenden som er organisation ansvarar för:
cases-without-owner = Ärenden utan ansvarig:
history = Det som har hänt med { $label }:
history-entry = { SHORTDAY($at) } kl. { TIME($at) }: { $what } ({ $who })
history-who = { $who ->
    [resident] den boende
    [secretary] sekreteraren
    [bot] av sig självt
   *[other] { $who }
}
history-what = { $what ->
    [case-received] kom in
    [case-placed] kategori eller område valt
    [case-sorted] kategori eller område ändrat
    [case-summarised] sammanfattning skriven
    [case-assigned] tilldelat { $note }
    [case-answered] besvarat
    [case-extended] mer tid, { $note }
    [case-resolved] klart enligt den ansvariga
    [case-confirmed] löst enligt den boende
    [case-closed] avslutat
    [case-closed-in-silence] avslutat, inget svar på frågan om det är klart
    [case-cannot-answer] kan inte besvaras
    [case-merged] ett annat ärende gäller
    [case-redirected] hänvisat vidare
    [case-reopened] öppnat igen
    [case-withdrawn] återtaget
    [case-reworded] texten ändrad
    [case-words-hidden] texten visas inte längre
    [case-note] något tillagt
    [case-note-reworded] tillägget ändrat
    [case-note-hidden] tillägget visas inte längre
    [case-picture] bild tillagd
    [case-picture-hidden] bilden visas inte längre
    [case-followed] en till följer det
    [case-unfollowed] en följer det inte längre
    [case-on-agenda] satt på dagordningen
    [reporter-shown] tog reda på vem som tagit upp det
    [reporter-erased] kopplingen till den som tog upp det borttagen
    [erasure-refused] bad om radering, nekades
    [resident-asked-again] frågade om det fortfarande är löst
    [case-translated] svaret översatt
    [case-published] publicerat på webbplatsen
    [case-unpublished] borttaget från webbplatsen
    [answer-edited] svar skrivet för webbplatsen
    [answer-proposed] svar skrivet, väntar på godkännande
   *[answer-approved] svar godkänt
}
