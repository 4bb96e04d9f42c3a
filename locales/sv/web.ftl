### Den öppna webbplatsen.

web-name = { $name }
web-day = { LISTDAY($day) }
web-clock = { TIME($at) }
web-moment = { DATE($at) } kl. { TIME($at) }

web-other-language = In English
web-skip = Hoppa till innehållet
web-menu = Huvudmeny
web-about = Om webbplatsen
web-describes = Det offentliga om { $council }: möten, beslut, löften och hur det gick.
web-controller = Ansvarig: { $name }
web-as-of = Så ser det ut { LISTDAY($day) }.

web-menu-start = Start
web-menu-agenda = Dagordning

## Startsidan

web-start-lead = Här ser du vad boende har tagit upp, vad som har lovats och vad som har blivit gjort – och hur sent.
web-next-meeting = Nästa möte
web-next-points = { $open ->
    [one] En öppen punkt
   *[other] { $open } öppna punkter
}{ $closed ->
    [0] .
    [one] , och en punkt bara för rådet.
   *[other] , och { $closed } punkter bara för rådet.
}
web-next-closes = Punkter kan anmälas till { DAY($at) } kl. { TIME($at) }.
web-see-agenda = Se dagordningen
web-no-meeting = Inget möte är planerat just nu.
web-safety = I en nödsituation: ring 112
web-reach = Skriv till rådet
web-reach-how = Berätta för vår robot vad som gör dig otrygg, med egna ord. Du får ett ärendenummer, en ansvarig och ett datum när du senast får svar.
web-reach-chat = Öppna en chatt med roboten
web-reach-account = Roboten heter { $account } i Matrix.
web-reach-room = Till rådets öppna rum
web-code = QR-kod som öppnar en chatt med { $account }

## Dagordningen

web-agenda-fixed = Dagordningen är fastställd.
web-agenda-open = Dagordningen kan ändras till dess att kallelsen går ut.
web-col-time = Tid
web-col-item = Punkt
web-col-kind = Vad
web-col-from = Från
web-kind = { $kind }, { $minutes } min
