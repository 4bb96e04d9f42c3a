### Journalen över vem som gjorde vad.

journal-head =
    { $count ->
        [one] Journalen har { $count } post.
       *[other] Journalen har { $count } poster.
    } Dess sigill är { $head }. Spara raden tillsammans med protokollet: den som driver boten kan med den visa att inget före den har ändrats sedan dess.
