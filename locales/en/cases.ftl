### The council's work with cases.

## Commands

command-case-assign = case assign
    .summary = Name the organisation that answers for a case.
    .example = !case assign 0042 SDF

command-case-answer = case answer
    .summary = Answer the resident. In the case's own thread no number is needed; as a reply to a message it sends that message.
    .example = !case answer 0042 The bushes will be cut by 8 April.

command-case-resolve = case resolve
    .summary = Say that it is done. I ask the resident whether it is so.
    .example = !case resolve 0042

command-case-close = case close
    .summary = Close a case and tell how it ended.
    .example = !case close 0042 The lamp is mended.

command-case-cannot-answer = case cannot-answer, case cannot answer
    .summary = Say that a case cannot be answered, and why.
    .example = !case cannot-answer 0038 secrecy

command-case-duplicate = case duplicate
    .summary = Say that a case is the same as an earlier one.
    .example = !case duplicate 0037 0031

command-case-redirect = case redirect
    .summary = Say that somebody other than the council takes care of it.
    .example = !case redirect 0042 The Transport Administration, 0771-921 921

command-case-edit-summary = case edit-summary, case summary
    .summary = Write what the council sees instead of the resident's own words.
    .example = !case edit-summary 0042 Bushes block the view along the footpath.

command-case-category = case category
    .summary = Say what kind of case it is.
    .example = !case category 0042 lighting

command-case-area = case area
    .summary = Say what area the case is about.
    .example = !case area 0042 Parkstråket

command-case-list = case list
    .summary = Show the cases that somebody has to do something about.
    .example = !case list

command-case-waiting = case waiting
    .summary = Show cases without an answer, the longest waiting first.
    .example = !case waiting

command-case-late = case late
    .summary = Show cases that are late.
    .example = !case late

command-case-show = case show
    .summary = Show a case.
    .example = !case show 0042

command-case-reporter = case reporter
    .summary = Learn in a direct chat who raised a case. The reason is noted.
    .example = !case reporter 0042 Asks about a time to meet

command-case-drafts = case drafts
    .summary = Show what is waiting because somebody wrote unusually much.
    .example = !case drafts

command-case-admit = case admit
    .summary = Register what is waiting.
    .example = !case admit

## The parts of a case

case-state = { $state ->
    [received] received
    [triaged] has an owner
    [in_progress] in progress
    [resolved] done, says its owner
    [closed] closed
    [reopened] open again
    [duplicate] the same as another case
    [redirected] referred to somebody else
    [cannot_answer] cannot be answered
   *[withdrawn] withdrawn
}
case-category = { $category ->
    [lighting] lighting
    [vandalism] vandalism
    [litter] litter
    [abandoned_vehicle] abandoned vehicle
    [traffic] traffic
    [school_route] school route
    [unsafe_place] unsafe place
    [suggestion] suggestion
    [question] question
    [drugs] drugs
    [arson] arson
    [business] shops and businesses
    [fraud_elderly] fraud against the elderly
    [burglary_theft] burglary and theft
    [harassment] harassment
    [youth] young people gathering
    [alcohol_disorder] drunkenness
    [fireworks] firecrackers
    [neighbour_noise] disturbing neighbours
   *[other] other
}
case-reason = { $reason ->
    [secrecy] secrecy
    [other_body] another authority's matter
    [no_resources] no resources
   *[no_data] no such data
}
case-sign = { $sign ->
    [danger] signs of danger
    [crime] a crime
    [suspect] an accused person
    [name] a name
    [personal_number] a personal number
    [phone] a phone number
    [plate] a plate number
    [email] an e-mail address or account
    [address] an address
   *[small_group] a group so small that somebody can be recognised
}
case-step = { $step ->
    [assign] assign it
    [answer] answer it
    [resolve] say that it is done
    [close] close it
    [duplicate] let another case speak for it
    [redirect] redirect it
    [cannot-answer] say that it cannot be answered
    [confirm] say yes
    [withdraw] withdraw it
   *[reopen] reopen it
}
case-about = { $category }, { $area }
the-council = council
case-root = { $label }: { $state }
case-root-received = Received { DAY($day) }
case-root-owner = Responsible: { $owner }
case-root-triage-due = Owner to be named by { DAY($day) }
case-root-answer-due = Answer by { DAY($day) }
case-root-reason = Reason: { $reason }
case-root-same-as = The same as { $label }
case-root-follows = Continues { $label }
case-root-unlinked = Reporter removed
case-words = { $label } in the resident's own words, for the secretariat only:
case-words-urgent = The resident has been asked to call 112.
case-words-warning = The text seems to contain { $signs }. Leave that out of the summary.
case-words-changed = The resident has changed the text:
case-words-changed-contact = Whoever raised { $label } has changed the text. If you wonder whether it matters to you, ask the secretary.
case-looks-like = Looks like { $label }. If it is the same: !case duplicate { $number } { $other }
case-summary = Summary:
case-summary-missing = The secretary has not written a summary yet.
summary-warning = The summary seems to contain { $signs }. Change it if that points to somebody: the council can read it.

## The work

case-assigned = { $label }: responsible is { THE($owner) }. { $told }
case-is-yours = You answer for { $label } ({ $about }). Answer by { DAY($day) }.
case-yours-given = { $label }: responsible is now { THE($owner) } instead of you.
case-yours-merged = { $label } is the same as { $other }, so you need not answer it.
case-yours-redirected = { $label } has been referred to somebody else, so you need not answer it.
case-how-to-answer = Answer the resident: !case answer { $number } and then the answer.
answer-sent = The answer to { $label } has been sent to the resident.
noted-apart = { $label }: noted. { $told }
resident-told = { $how ->
    [phone] Whoever phoned has no chat: the secretariat calls and tells.
    [visit] Whoever came by has no chat: the secretariat tells.
    [gone] Nobody is told: the link to whoever raised it has been removed.
   *[chat] The resident has been told.
}
tell-apart = { $channel ->
    [phone] Call whoever raised it and say:
   *[visit] Tell whoever raised it:
}
case-answered = { $label }: answered by { THE($owner) }.
resident-asked = { $label }: I ask the resident whether it is so.
case-resolved = { $label }: done, according to { THE($owner) }.
case-confirmed-contact = { $label } is closed: the resident says that it is solved.
case-withdrawn-contact = { $label } has been withdrawn by whoever raised it.
case-reopened = { $label } has been opened again by the resident. Answer by { DAY($day) }.
case-closed = { $label } is closed. { $told }
case-merged = { $label } is the same as { $other }. Whoever raised it now follows { $other }.
case-redirected = { $label } has been referred to somebody else. { $told }
case-unanswerable = { $label }: { THE($owner) } cannot answer ({ $reason }). { $told }
case-summarised = The summary of { $label } is saved.
case-sorted = { $label } is about { $about }.
reporter-gone = { $label }: reporter removed. The case stays.

## Lists

cases-live = Cases to do something about:
cases-waiting = Cases without an answer, the longest waiting first:
cases-late = Cases that are late:
page-goes-on = Showing { $first } to { $last } of { $count }. Next page: !{ $command } { $next }
page-last = Showing { $first } to { $last } of { $count }.
page-beyond = There are not so many pages: there are { $pages }.
no-cases = There are no such cases.
case-line = { $label }: { $about }, { $state }. Responsible: { $owner }.{ $late ->
    [late] { " " }Late.
    [very_late] { " " }Very late.
   *[on_time] { "" }
}
case-line-due = { $label }: { $about }, { $state }. Responsible: { $owner }. By { DAY($day) }.{ $late ->
    [late] { " " }Late.
    [very_late] { " " }Very late.
   *[on_time] { "" }
}

## Who raised a case

reporters = { $label } was raised by:
reporter = { $person }
many-cases-shown = { $who } has looked at more than { $most } cases within an hour. If that is not known work, ask who it was: somebody may be using another person's account.
reporter-care = Do not pass it on. That you asked, and why, is noted.
reporter-told-apart = The answer about { $label } comes in our direct chat. That you asked is noted.
no-reporter = { $label } has nobody in a chat: it came by phone or visit, or the reporter has been removed.

## Many at once

flood-waiting = { $count ->
    [one] One draft is waiting because somebody wrote unusually much. Read it: !case drafts. Register it: !case admit
   *[other] { $count } drafts are waiting because somebody wrote unusually much. Read them: !case drafts. Register them: !case admit
}
no-drafts-held = No drafts are waiting for you.
drafts-admitted = { $count ->
    [one] One draft has been registered.
   *[other] { $count } drafts have been registered.
}

## No

case-unknown = There is no case { $number }.
case-of-another = Case { $number } is not your organisation's.
case-words-gone = The texts of case { $number } have been disposed of.
case-owner-same = Case { $number } is with { THE($owner) } already.
case-owner-missing = Case { $number } has no owner yet. Assign it first: !case assign { $number } and an organisation.
case-duplicate-wrong = Case { $number } cannot be the same as { $other }: choose another case that still stands.
case-reopen-too-late = Case { $number } was closed more than { $days } days ago. Please write a new one.
case-reason-missing = Please also say why. The reasons are: { $reasons }. Example: !case cannot-answer 0038 secrecy
category-unknown = There is no category “{ $typed }”. The categories are: { $categories }.
area-unknown = There is no area “{ $typed }”. The areas are: { $areas }.
case-step-refused = You cannot { $step ->
    [assign] assign
    [answer] answer
    [resolve] resolve
    [close] close
    [duplicate] merge
    [redirect] redirect
    [cannot-answer] decline to answer
    [confirm] confirm
    [withdraw] withdraw
   *[reopen] reopen
} case { $number } now, because it { $state ->
    [received] has been received but has no owner
    [triaged] has not been answered
    [in_progress] is in progress
    [resolved] is done, says its owner, and waits for the resident
    [closed] is closed
    [reopened] is open again and has not been answered
   *[cannot_answer] cannot be answered
}. What is possible: { $possible }.
case-step-refused-final = You cannot { $step ->
    [assign] assign
    [answer] answer
    [resolve] resolve
    [close] close
    [duplicate] merge
    [redirect] redirect
    [cannot-answer] decline to answer
    [confirm] confirm
    [withdraw] withdraw
   *[reopen] reopen
} case { $number }, because it { $state ->
    [received] has just been received
    [triaged] has not been answered
    [in_progress] is in progress
    [resolved] is done, says its owner
    [closed] is closed
    [reopened] is open again
    [duplicate] is the same as another case
    [redirected] has been referred to somebody else
    [cannot_answer] has been said to be one that cannot be answered
   *[withdrawn] has been withdrawn
}. Please raise a new one instead.
