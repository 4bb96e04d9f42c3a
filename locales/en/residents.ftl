### Residents' further words, questions to the council, what is held about them, and absences.

## Commands

command-correct = correct
    .summary = Put other words in place of those of your case. The previous ones stay in its history.
    .example = !correct 0042 The bushes hide the whole path.

command-mydata = mydata, my data
    .summary = Show everything I hold about you.
    .example = !mydata

command-follow = follow
    .summary = Follow a case that somebody else has raised, instead of raising the same thing again.
    .example = !follow 0042

command-business = business
    .summary = Say that you write for a business, with its name if you like. What you raise is then counted apart.
    .example = !business The corner kiosk

command-business-end = business end
    .summary = Say that you write for yourself again.
    .example = !business end

command-question = question
    .summary = Ask the council something. It is taken up at the next meeting, and the answer comes here.
    .example = !question Why are the lamps switched off at night?

command-question-list = question list, questions
    .summary = Show what residents ask at the next meeting.
    .example = !question list

command-case-agenda = case agenda
    .summary = Take a case up at the next meeting: under an item there is, or under one of its own.
    .example = !case agenda 0042 A7

command-away = away
    .summary = Say when you are away. Unless somebody stands in, residents' dates count from your return.
    .example = !away 2026-07-01 2026-07-31

command-away-end = away end, back
    .summary = Say that you are back.
    .example = !away end

## What a new case still lacks

category-asked = What is { $label } about? Answer with the number or the name, or write skip.
category-choice = { $choice }. { $category }
category-chosen = { $label } is about { $category }.
safety-other = Jag är en robot. Ingen läser detta direkt. Pågår ett brott eller en brand, eller är någon i fara: ring 112 nu. Anmäla brott som redan hänt: 114 14. Tipsa om en person eller ett brott: polisen, 114 14 eller polisen.se - inte här. Skriv inte namn, personnummer, bilder eller registreringsnummer.

## Further words

added-to-your-case = I have added this to { $label }. If it is about something else: write !concern and the text.
still-asked = I have asked you whether it is done. Please answer !yes or !no.
which-case-is-it = Which case is this about? Answer with the number. If you do not answer, the text is deleted after { $days } days.
which-case-choice = { $choice }. { $label }: { $about }, { $state }
which-case-new = { $choice }. Something new
case-full = Your case holds as much text as it may ({ $kib } KiB). Ask the secretary to call you, or write a new case.
case-note = { $label }: the resident has added:
case-note-changed = The resident has changed the addition:
case-note-contact = The resident has added something to { $label }. Ask the secretary if it concerns you.
draft-like = Somebody has raised something that may be the same: { $label } ({ $about }, { $state }). To follow that instead: !follow { $number }
write-slower = You write faster than I may read: at most { $count } messages a minute. Wait a minute and send the rest again.
somebody-writes-fast = Somebody writes more than { $count } messages a minute in a direct chat. What is over is not read; nobody is shut out.

## Following

case-followed = You now follow { $label }: { $about }, { $state }. You hear what whoever raised it hears; neither of you sees the other.
case-followed-already = You have or follow { $label } already.
case-unfollowed = You no longer follow { $label }. The case goes on.
case-only-followed = { $label } was raised by somebody else, so its text is not yours to change.
case-not-to-follow = There is no case { $number } that can be followed.
case-has-follower = { $label }: one more person follows the case.

## A business

business-named = I have noted that you write for { $name }. Only the secretariat sees the name. To stop: !business end
business-noted = I have noted that you write for a business. To give its name: !business and the name. To stop: !business end
business-ended = From now on you write for yourself.
case-from-business = { $label } comes from a business.

## What is held

mydata-heading = This is what I hold about you:
mydata-chat = This chat and its language: { $language }
mydata-notice = That you have been shown how your data are used, version { $version }
mydata-business = That you write for a business: { $name }
mydata-drafts = { $count ->
    [0] No drafts
    [one] 1 draft
   *[other] { $count } drafts
}
mydata-case = { $label }, raised { DAY($day) }: { $about }, { $state }. Your own words:
mydata-followed = { $label }: { $about }, { $state }. You follow it; it was raised { DAY($day) } by somebody else.
mydata-disclosed = { DAY($day) } the secretary looked up who raised it.
mydata-rights = To correct your text: !correct. To have the link to your case removed: !erase. Questions: { $contact }. Data protection officer: { $dpo }.

## Questions to the council and cases on its agenda

case-taken-up-at = It is taken up at the council's meeting on { DAY($starts) } at { TIME($starts) }, and the answer comes here.
no-questions = No resident has asked anything for the next meeting.
questions = Residents' questions for the meeting on { DAY($starts) }:
asked-here = { $count ->
    [one] A resident asks under this item:
   *[other] { $count } residents' matters under this item:
}
asked-how-to-answer = The answer goes back to whoever asked: !case answer { $number } and the text.
question-line = { $label }. Responsible: { $owner }.
case-on-agenda = { $label } is on the agenda: { $id } { $title }.
decision-about-your-case = About { $label }: the council decided on { DAY($held) }: { $text }. The decision is called { $id }.
decision-about-your-case-closed = About { $label }: the council dealt with it on { DAY($held) } and made a decision. The item was closed, so I cannot show the decision.
your-case-on-agenda = { $label } is taken up at the council's meeting on { DAY($starts) } at { TIME($starts) }.
your-case-asked-again-at = { $label } got no answer at the meeting. It is taken up again at the council's meeting on { DAY($starts) } at { TIME($starts) }.
case-over-for-agenda = Case { $number } has ended, so it cannot be put on the agenda.

## Away

away-noted = Noted: away from { DAY($first) } to { DAY($last) }. Nobody stands in, so residents are told, and their dates count from the return.
away-noted-stand-in = Noted: away from { DAY($first) } to { DAY($last) }. Somebody stands in, so residents' dates are as usual.
away-ended = Welcome back. Residents' dates are as usual again.
away-never = No absence was noted.
away-told = The secretary is away. Your case is registered, and the dates below count from { DAY($back) }.
away-days-wrong = The last day must come after the first, and not have passed. Example: !away 2026-07-01 2026-07-31

## Buttons

draft-poll = Shall I register it as a case?
solved-poll = Is { $label } solved?
area-poll = Where is { $label }?
category-poll = What is { $label } about?
choice-area = { $area }
poll-answered = The question has been answered.
choice-skip = Skip
answer-yes = Yes
answer-no = No
