### Att öva: kommandon utan verkan.

command-practice = öva, prova
    .summary = Prova ett kommando utan att något händer: se vad jag skulle ha sagt, och var.
    .example = !öva dagordning lägg till Belysning i Parkstråket (beslut, 10 min)

practice = Övning: ingenting har ändrats, och ingen annan har hört det. På riktigt hade jag sagt:
practice-where = I { $where }:
practice-to-resident = en direktchatt med den boende
practice-to-somebody = en direktchatt med den det gäller
practice-hidden = (Det visas bara där.)
practice-others = { $count ->
    [one] Dessutom en fil, en reaktion eller en inbjudan.
   *[other] Dessutom { $count } filer, reaktioner eller inbjudningar.
}
practice-silent = Ingenting.
practice-of-practice = Att öva på att öva behövs inte. Skriv kommandot efter !öva. Exempel: !öva dagordning
