### E-post till dem som deltar utan chatt.

command-mail-add = post lägg till, e-post lägg till
    .summary = Låt någon i en organisation delta med e-post: kallelsen, protokollet och det som gäller organisationen.
    .example = !post lägg till POL petra@polisen.example
command-mail-remove = post ta bort, e-post ta bort
    .summary = Låt någon inte längre delta med e-post.
    .example = !post ta bort petra@polisen.example
command-mail-list = post lista, e-post lista
    .summary = Visa vilka som deltar med e-post.
    .example = !post lista

mail-shown = { $address } får e-post för { $organisation }: kallelsen, protokollet och det som gäller dem. E-post kan läsas av andra på vägen.
mail-added = { $address } får nu e-post för { $organisation }.
mail-removed = { $address } får inte längre någon e-post härifrån.
mail-line = { $address }: { $organisation }
mail-nobody = Ingen deltar med e-post.
mail-off = E-post är inte påslaget. Driftansvarig kan slå på det i inställningarna (mail).
mail-address = ”{ $typed }” är ingen e-postadress. Exempel: !post lägg till POL petra@polisen.example
mail-unknown = Ingen med adressen ”{ $typed }” deltar med e-post. Se: !post lista

letter-notice = Kallelse: { $council }, { DATE($starts) } kl. { TIME($starts) }
letter-minutes = Protokoll: { $council }, { DATE($starts) }
letter-yours = { $council }: något som gäller er
letter-foot = { $council } skickar det här till dem som deltar utan chatt. Svar hit läses inte. Kontakt: { $contact }
letter-given-up = Ett brev kunde inte skickas och är uppgivet: { $reason }.
