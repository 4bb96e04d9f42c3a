### What waits for whom, and cases found again.

command-todo = todo, to do
    .summary = Show, in private, what waits for you.
    .example = !todo

command-case-find = case find
    .summary = Find cases by their summary, kind and area.
    .example = !case find lamps tunnel

command-case-mine = case mine
    .summary = Show the cases that your organisation answers for.
    .example = !case mine

command-case-history = case history
    .summary = Show all that has happened to a case.
    .example = !case history 0042

## What waits

todo-heading = This waits for you:
todo-week = This week this waits for you:
todo-nothing = Nothing waits for you.
todo-told-apart = I show it in our direct chat.
todo-triage = { $label } ({ $about }) needs somebody responsible by { DAY($day) }.{ $late ->
    [late] { " " }Late.
   *[on_time] { "" }
}
todo-answer = { $label } ({ $about }) is to be answered by { DAY($day) }.{ $late ->
    [late] { " " }Late.
   *[on_time] { "" }
}
todo-finish = { $label } ({ $about }) is answered and goes on. When it is done: !case resolve and the number.
todo-drafts = { $count ->
    [one] One held draft waits: !case drafts
   *[other] { $count } held drafts wait: !case drafts
}
todo-approve = The answer to { $label } waits for a second person: !case approve { $number }
todo-translate = { $label }: the answer is to be sent in { $language } too: !case translate { $number }
todo-promise = { $id }: { $text }, promised by { DAY($day) }.
todo-promise-claimed = { $id }: { $text }. Its owner says it is kept. Do you agree? !promise kept { $id }
todo-action = { $id }: { $text }, by { DAY($day) }.
todo-action-accept = { $id }: { $text }, by { DAY($day) }. Not accepted yet.
todo-vote = { $id }: { $text }. Vote by { DAY($day) }.

## Found

cases-found = { $count ->
    [one] 1 case found:
   *[other] { $count } cases found:
}
found-more = The newest { $most } are shown. Add a word to get fewer.
cases-mine = Cases that your organisation answers for:
cases-without-owner = Cases without anybody responsible:
history = What has happened to { $label }:
history-entry = { SHORTDAY($at) } at { TIME($at) }: { $what } ({ $who })
history-who = { $who ->
    [resident] resident
    [secretary] secretary
    [bot] by itself
   *[other] { $who }
}
history-what = { $what ->
    [case-received] came in
    [case-placed] kind or area chosen
    [case-sorted] kind or area changed
    [case-summarised] summary written
    [case-assigned] assigned to { $note }
    [case-answered] answered
    [case-extended] more time, { $note }
    [case-resolved] said to be done
    [case-confirmed] said to be solved
    [case-closed] closed
    [case-closed-in-silence] closed, no answer to the question whether it is done
    [case-cannot-answer] cannot be answered
    [case-merged] another case speaks for it
    [case-redirected] redirected
    [case-reopened] opened again
    [case-withdrawn] withdrawn
    [case-reworded] text changed
    [case-words-hidden] text removed from view
    [case-note] something added
    [case-note-reworded] addition changed
    [case-note-hidden] addition removed from view
    [case-picture] picture added
    [case-picture-hidden] picture removed from view
    [case-followed] one more follows it
    [case-unfollowed] one follows it no longer
    [case-on-agenda] put on the agenda
    [reporter-shown] looked up who raised it
    [reporter-erased] link to who raised it cut
    [erasure-refused] asked to be erased, refused
    [resident-asked-again] asked whether it is still solved
    [case-translated] answer translated
    [case-published] put on the public page
    [case-unpublished] taken off the public page
    [answer-edited] answer written for the public page
    [answer-proposed] answer written, waits for approval
   *[answer-approved] answer approved
}
