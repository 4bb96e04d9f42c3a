### E-mail to those who take part without the chat.

command-mail-add = mail add
    .summary = Let somebody of an organisation take part by e-mail: the notice, the minutes, and what falls to the organisation.
    .example = !mail add POL petra@police.example
command-mail-remove = mail remove
    .summary = Let somebody take part by e-mail no longer.
    .example = !mail remove petra@police.example
command-mail-list = mail list
    .summary = Show who takes part by e-mail.
    .example = !mail list

mail-shown = { $address } gets e-mail for { THE($organisation) }: the notice, the minutes, and what falls to them. E-mail can be read by others on its way.
mail-added = { $address } now gets e-mail for { THE($organisation) }.
mail-removed = { $address } gets no more e-mail from here.
mail-line = { $address }: { $organisation }
mail-nobody = Nobody takes part by e-mail.
mail-off = E-mail is not turned on. The operator can turn it on in the settings (mail).
mail-address = “{ $typed }” is no e-mail address. Example: !mail add POL petra@police.example
mail-unknown = Nobody with the address “{ $typed }” takes part by e-mail. See: !mail list

letter-notice = Notice of meeting: { $council }, { DATE($starts) } at { TIME($starts) }
letter-minutes = Minutes: { $council }, { DATE($starts) }
letter-yours = { $council }: something that falls to you
letter-foot = { $council } sends this to those who take part without the chat. Answers to it are not read. Contact: { $contact }
letter-given-up = A letter could not be sent and is given up: { $reason }.
