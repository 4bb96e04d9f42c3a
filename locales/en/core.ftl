### Help: and what the bot says whatever the matter: misunderstandings, no, and failures.

command-help = help, commands
    .summary = Show what you can write here.
    .example = !help agenda

help-heading = This is what you can write here:
help-line = !{ $words }: { $summary }
help-more = Write !help and a command to learn more about it.
help-offices = Your offices
help-topics = What you can write about here
help-topic = { $topic } ({ $count } commands), for example { $example }
help-topic-others = Single commands: { $words }
help-topic-more = Write !help and one of the words to see all commands about it, or !help all.
help-example = Example: { $example }
help-unknown = I do not know “{ $topic }”. Write !help to see what you can write here.

## Misunderstandings

command-unknown = I do not understand “!{ $typed }”. Write !help to see what you can write here.
command-unknown-near = I do not understand “!{ $typed }”. Did you mean { $near }?
argument-missing = I also need { $wanted }. Example: { $example }
argument-unreadable = I cannot read “{ $typed }” as { $wanted }.
argument-left-over = I do not know what to do with “{ $typed }”. Example: { $example }
argument-case = a case number, such as 0042
argument-item = an id, such as A8
argument-word = a word
argument-organisation = an organisation's code, such as POL
argument-number = a whole number
argument-rest = a text
argument-day = a day, such as 24 April
argument-moment = a day and a time, such as 21 May 18:00
organisation-unknown = There is no organisation with the code { $code }. The codes are: { $codes }.

## No

not-for-your-role = Only { $able } can do that.
not-in-this-place = That does not work here, but it does in { $places }.
role-chair = the chair
role-secretary = the secretary
role-registrar = the registrar
role-member = the council's members
role-contact = the organisations' contact persons
role-operator = the operator
place-open = the open room
place-council = the council's room
place-secretariat = the secretariat's room
place-operators = the operators' room
place-direct = a direct chat with me

## Messages edited and deleted

edit-keeps-what-was-done = I have already carried out “{ $command }”, and editing the message does not change that. Write a new command instead.
edit-names-another-command = The message was “{ $first }” and is now “{ $now }”. The first one stands. Write the new one as a message of its own.
removal-keeps-what-was-done = The message is gone, but what was done still stands. Write a new command to change it.

## Doubts about the sender

doubt-in_clear = A message here was not encrypted. In this room I only act on what comes encrypted.
doubt-unknown_device = A message came from a device that I do not know. I have done nothing. Please write again from your usual device.
doubt-unreadable = I could not read a message here. Please write it once more.
doubt-new_device = A message came from a new device of yours. I have done nothing. Write from the device you used before, or have the device confirmed: !device list
operators-new-device = { $person } writes from a device that I do not know: { $device }, { $fingerprint }. I do nothing it says until somebody else confirms it: !device confirm { $fingerprint }
operators-identity-changed = { $person } has a new identity and writes from { $device }, { $fingerprint }. It may be a new beginning, or somebody else. Ask in person; then somebody else may confirm it: !device confirm { $fingerprint }
operators-own-device = My account has another device, { $device }, { $state ->
        [signed] which was signed with the recovery key
       *[unsigned] which nobody has signed
    }. If none of you has signed in as me, somebody else has: log the device out and change the account's password at once.

## Failures

failed = Something went wrong on my side. Nothing has been changed. The operator has been told (reference { $reference }). Please try again.
errand-taken = That takes a moment. What you asked for comes here as soon as it is done.
errand-given-up = I could not do what you asked for, though I tried several times. Nothing has been changed. The operator has been told (reference { $reference }). Try again later, or with fewer days at a time.
operators-failure = An event could not be handled (reference { $reference }). See the table failures.
link-to-thread = The thread of the case: { $link }
relay-gave-up = A message to { $place } could not be sent and has been given up: { $reason }.
relay-not-pinned = I could not pin a post in { $place }: { $reason }. The post itself stands. Please give me the power to pin there, usually 50.
relay-not-removed = I was to remove a message in { $place } and could not: { $reason }. It still stands. Somebody who may remove messages there must do it by hand.
relay-not-removed-here = A message here was to be removed, and I lack the power to do it. It still stands. Its writer, or whoever runs this room, please remove it now.
relay-room-silent = Messages to { $place } have not gone through since { DAY($since) } at { TIME($since) }. I keep trying.
