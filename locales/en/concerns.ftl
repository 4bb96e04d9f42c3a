### Residents and their cases: the first contact, drafts, receipts, and what should not come here.

## Commands

command-concern = concern
    .summary = Register something that makes you feel unsafe. You get a case number and two dates.
    .example = !concern The bushes hide the path to the school

command-yes = yes
    .summary = Say yes to what I asked.
    .example = !yes

command-no = no
    .summary = Say no to what I asked.
    .example = !no

command-status = status
    .summary = Show how a case is going.
    .example = !status TR-2026-0042

command-mycases = mycases, my cases
    .summary = Show your own cases.
    .example = !mycases

command-reopen = reopen
    .summary = Open your case again if the problem is still there.
    .example = !reopen 0042

command-withdraw = withdraw
    .summary = Take your case back.
    .example = !withdraw 0042

command-erase = erase
    .summary = Erase your drafts and the link between you and your case.
    .example = !erase

command-about = about
    .summary = Show what I am, who is responsible and how long things are kept.
    .example = !about

command-lang = lang, language
    .summary = Choose a language.
    .example = !lang sv

## What must always be said

safety = I am a bot. Nobody reads this right away. If a crime or fire is happening, or someone is in danger: call 112 now. To report a past crime: 114 14. To tip about a person or a crime: the police, 114 14 or polisen.se - not here. Do not write names, personal numbers, pictures or plate numbers.
record = What you send becomes a public record of the city. Only the secretary sees who you are. We cannot promise anonymity: if someone requests the record, the law decides.
not-stored = I have not registered this as a case. The message stays in this chat until you remove it.

## First contact

introduction = Hello. I am Rådslag, the bot of { $council }. I take in what makes you feel unsafe and see to it that it reaches those who are to answer.
introduction-how = Write in your own words what it is about and where. I show how I have understood it and ask before I register anything. To register at once: !concern and then your text. All commands: !help
introduction-controller = Controller of personal data: { $name } ({ $contact }). Data protection officer: { $dpo }. The data are used to answer your case, a task in the public interest. You have the right to know what is held about you, to have it corrected, and to complain to the Swedish Authority for Privacy Protection (IMY).
introduction-kept = Drafts that you do not register are deleted after { $days } days. The link between you and a case is kept { $identity }.
introduction-languages = Languages: Swedish, English and Finnish. På svenska: !lang sv. Suomeksi: !kieli suomi. You are welcome to write in your own language.
about-fingerprint = Do you want to be sure that it is me you write to? Compare this code with the one that your app shows for my identity: { $fingerprint }
kept-days =
    { $days ->
        [one] for one day after the case is closed
       *[other] for { $days } days after the case is closed
    }
kept-until-decided = until the city decides on its disposal
chat-not-encrypted = This chat is not encrypted: whoever runs the server can read it. For an encrypted chat, open a new one with me and turn encryption on.
greeting = Hello. Write what it is about and where; I ask before I register anything. All commands: !help
plain-words-of-office = From the council's members I take commands: !help shows them. To register a concern of your own: !concern and then your text.
language-noticed = You write English, so I answer in English. På svenska: !lang sv. Suomeksi: !kieli suomi
thanks-answered = You are welcome. I write here as soon as something happens.
command-meant = Do you mean !{ $command }? Please write it like that, with the exclamation mark.
write-directly = Write to me directly so that not everyone sees it.
write-here = This is our direct chat. Write what it is about; only the secretary will see who you are.

## Drafts and registration

draft-understood = This is how I have understood you ({ $category }):
urgent-then-112 = If it is happening now, or somebody is in danger: call 112.
draft-asked = Shall I register it as a case? Answer yes or no. If you do not answer, the draft is deleted after { $days } days.
draft-dropped = The draft is gone. I have not registered anything.
draft-gone = You removed your message, so I have removed the draft.
drafts-erased = Your drafts are erased.
receipt = Thank you. Your case is { $label }. You will know who is responsible by { DAY($owner_by) } and get an answer by { DAY($answer_by) }.
receipt-on-behalf = Registered for somebody who phoned or came. Answer in the same way: there is no chat.
area-asked = Where is { $label }? Answer with the number or the name, or write skip.
area-choice = { $choice }. { $area }
area-chosen = { $label } is about { $area }.
choice-skipped = That is fine. The secretary will find out.
held-in-flood = Unusually many concerns have come in. Yours is kept as a draft for { $days } days, and the secretary has been asked to register it.
nothing-asked = I have not asked you anything just now. Write what it is about, or !help.
which-case = You have several cases: { $labels }. Please write the number too.
label = { $label }
words-missing = I see no text. Write what it is about.
words-needed = I can only read words. Write what it is about and where.
words-too-long = The text is too long: { $length } characters, at most { $limit }. Please split or shorten it.

## What should not come here

call-112 = Call 112 now.
after-danger = If the danger is over and you want the council to take it up: write !concern and what happened.
report-crime = Report the crime to the police: 114 14 or polisen.se. The council does not investigate crimes.
no-suspects = I do not take information about named persons. Tip the police: 114 14 or polisen.se.
write-without = The text seems to contain { $signs }. Please write it again without that.
how-to-remove = To remove the message: hold your finger on it, or right-click, and choose Remove.

## Your case

status-own = { $label }: { $state }. Responsible: { $owner }.
status-own-next = { $own } { $next }
status-public = { $label }: { $about }, { $state }. Responsible: { $owner }.
status-promise = Promise: { $promise } by { DAY($due) }.
status-owner-by = You will know who is responsible by { DAY($day) }.
status-answer-by = You will get an answer by { DAY($day) }.
status-answer = The latest answer:
status-which = Which case? Example: !status TR-2026-0042. Your own cases are shown in a direct chat with me.
no-case-of-yours = You have no cases.
case-not-yours = You have no case with the number { $number }.
your-case = This is about { $label }.
your-case-assigned = { $label }: responsible is { THE($owner) }. You will get an answer by { DAY($day) }.
your-answer = Answer to { $label } from { THE($owner) }:
your-case-resolved = It is done, according to { THE($owner) }. Is that right? Answer !yes or !no.
your-case-confirmed = Thank you. { $label } is closed.
your-case-reopened = { $label } is open again. You will get an answer by { DAY($day) }.
your-case-taken-up = { $old } was closed too long ago. I have opened { $label } to continue it. You will know who is responsible by { DAY($owner_by) } and get an answer by { DAY($answer_by) }.
your-case-closed = { $label } is closed. If the problem is still there or comes back: write !reopen within { $days } days.
your-case-merged = { $label } is about the same as { $other }, which somebody raised before. You now follow { $other }: { $about }, { $state }.
your-case-redirected = { $label } belongs with somebody other than the council:
your-case-withdrawn = { $label } is withdrawn.
your-case-unanswerable = { $reason ->
    [secrecy] { SUBJECT($owner) } cannot describe ongoing work. Your concern is part of the situation report without data about you.
    [other_body] { SUBJECT($owner) } cannot answer, because the matter belongs to another authority. Your concern is part of the situation report without data about you.
    [no_resources] { SUBJECT($owner) } has no resources for this now. Your concern is part of the situation report without data about you.
   *[no_data] { SUBJECT($owner) } has no such data. Your concern is part of the situation report without data about you.
}
reopen-if-needed = To raise it again: write !reopen within { $days } days.
your-words-changed = I have changed the text of { $label }. The previous one stays in the history of the case.
your-words-hidden = Your text in { $label } is no longer shown. The case is a public record and stays.
case-is-over = { $label } is closed, so its text cannot be changed. Please write a new message instead.

## Erasing, language

nothing-to-erase = I hold nothing about you: no drafts and no cases.
link-erased = { $count ->
    [one] The link between you and { $labels } is removed. The case is a public record and stays without your name. You remove the messages in this chat yourself.
   *[other] The link between you and { $labels } is removed. The cases are public records and stay without your name. You remove the messages in this chat yourself.
}
erasure-refused = I may not remove the link between you and your case: the case is a public record, and the city has not decided on its disposal. Ask the data protection officer ({ $dpo }) or { $contact }. You can also complain to the Swedish Authority for Privacy Protection, imy.se. That you have asked is noted.
language-chosen = { $language ->
    [sv] I now write Swedish.
    [en] I now write English.
   *[other] I have no texts in that language, so I write English. Please write in your own language.
}
language-unreadable = I do not know the language “{ $typed }”. Example: !lang sv
language-of-room = The chair or the secretary chooses the language of this room. You choose your own in a direct chat with me.
