### The public website.

web-name = { $name }
web-day = { LISTDAY($day) }
web-clock = { TIME($at) }
web-moment = { DATE($at) } at { TIME($at) }
web-month = { MONTH($day) }
web-percent = { $percent } %
web-ratio = { $part } of { $whole }
web-as-table = As a table:

web-other-language = På svenska
web-skip = Skip to the content
web-menu = Main menu
web-about = About this website
web-describes = What is public about { $council }: meetings, decisions, promises and how they went.
web-controller = Controller of personal data: { $name }.
web-as-of = As things stand on { DATE($day) }.
web-councils = Safety councils
web-nothing = There is nothing here
web-nothing-says = The address is wrong, or what was here has been removed. What has been removed is listed under Removals.
web-to-start = To the start page

web-menu-start = Start
web-menu-agenda = Agenda
web-menu-meetings = Meetings and minutes
web-menu-decisions = Decisions and actions
web-menu-promises = Promises
web-menu-questions = Questions and answers
web-menu-figures = Figures
web-menu-reports = Yearly reports
web-menu-removals = Removals
web-menu-data = Follow and reuse
web-menu-accessibility = Accessibility
web-menu-privacy = Privacy

## The start page

web-start-lead = Here you can see what residents have raised, what has been promised and what has been done – and how late.
web-next-meeting = Next meeting
web-next-points = { $open ->
    [one] One open item
   *[other] { $open } open items
}{ $closed ->
    [0] .
    [one] , and one item for the council alone.
   *[other] , and { $closed } items for the council alone.
}
web-next-closes = Items can be added until { DAY($at) } at { TIME($at) }.
web-see-agenda = See the agenda
web-no-meeting = No meeting is planned at present.
web-now = How it is going
web-now-actions = actions are done. { $late ->
    [0] None is late.
    [one] One is late.
   *[other] { $late } are late.
}
web-all-so-far = All up to { LISTDAY($day) }
web-safety = Is it urgent? Call 112
web-safety-says = The council is not the place for alarms, reports of crime or tips. This is what the bot says to everybody who writes:
web-reach = Write to the council
web-reach-how = Tell the council's bot what makes you feel unsafe, in your own words. You get a case number at once. Within { $triage } working days you will know who is responsible, and within { $answer } working days you will have an answer.
web-reach-chat = Open a chat with the bot
web-reach-account = The bot is called { $account } in Matrix.
web-reach-room = To the council's open room
web-code = QR code that opens a chat with { $account }

## Meetings

web-agenda-fixed = The agenda is fixed.
web-agenda-open = The agenda can change until the notice of meeting goes out.
web-agenda-how = Would you like the council to take something up? Write to the bot. Your question comes under the residents' questions at the next meeting.
web-meetings-lead = When the council meets, what it talked about and what it came to.
web-meetings-ahead = Meetings to come
web-meetings-held = Earlier meetings
web-none-held = The council has not held a meeting yet.
web-calendar = All meetings in your calendar
web-cancelled = Cancelled
web-adjusted = The minutes were verified on { DATE($day) }.
web-not-adjusted = The minutes have not been verified yet.
web-meeting = Meeting { DATE($at) }
web-meeting-hours = { TIME($starts) }–{ TIME($ends) }
web-minutes = Minutes
web-agenda-was = The agenda of the meeting
web-col-time = Time
web-col-item = Item
web-col-kind = What
web-col-from = From
web-kind = { $kind }, { $minutes } min

## Decisions and actions

web-decisions = Decisions
web-decisions-lead = What the council has decided on open items, who is to do what, and whether it was done in time.
web-no-decisions = No decision has been made yet.
web-at-meeting = the meeting, item { $item }
web-between = between meetings
web-votes = { $yes } yes, { $no } no, { $abstain } abstain.
web-votes-casting = The chair's casting vote: { $vote ->
    [yes] yes
   *[no] no
}.
web-preliminary = Preliminary until the minutes are verified
web-leads-to = Actions:
web-actions = Actions
web-actions-caption = { $count ->
    [one] One action. An action holds only once whoever is to do it has said yes.
   *[other] { $count } actions. An action holds only once whoever is to do it has said yes.
}
web-no-actions = No action has been noted yet.
web-comes-from = from
web-col-action = Action
web-col-who = Who
web-col-due = By
web-col-state = State
web-action = { $state ->
    [awaiting] waits for a yes
    [not-accepted] not accepted
    [accepted] accepted
    [overdue] late
    [done] done
   *[withdrawn] withdrawn
}
web-days-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}

## Promises

web-promises-lead = What organisations have promised in public. A promise counts as kept only when somebody other than who made it agrees.
web-promises-tally = { $kept } kept, { $broken } not kept, { $open } open.
web-kept = { $count } kept
web-broken = { $count } not kept
web-open = { $count } open
web-promise = { $state ->
    [open] open
    [claimed] done, says who promised
    [kept] { $back ->
        [yes] kept, the problem is back
       *[no] kept
    }
   *[broken] not kept
}
web-promised = promised { LISTDAY($day) }
web-due-by = by { LISTDAY($day) }
web-evidence = How we know:
web-reason = Reason:
web-back-on = The problem came back on { DATE($day) }.
web-answers-case = Answers { $label }
web-no-promises = No promise has been made yet.
web-promises-how = Promises are not removed. Whoever does not keep one says why.

## Questions and answers

web-questions-lead = What residents have raised and what answer they got, in the secretary's summary. Not all cases are here: only those that the secretary has read through and released.
web-no-questions = No case has been published yet.
web-questions-how = Who raised a case is never named. The day it came in is shown, but not the time.
web-category = { $category ->
    [lighting] Lighting
    [vandalism] Vandalism
    [litter] Litter
    [abandoned_vehicle] Abandoned vehicles
    [traffic] Traffic
    [school_route] Routes to school
    [unsafe_place] Unsafe places
    [suggestion] Suggestions
    [question] Questions
    [drugs] Drugs
    [arson] Arson
    [business] Shops and businesses
    [fraud_elderly] Fraud against the elderly
    [burglary_theft] Burglary and theft
    [harassment] Harassment
    [youth] Young people gathering
    [alcohol_disorder] Drunkenness
    [fireworks] Fireworks
    [neighbour_noise] Noisy neighbours
   *[other] Other
}
web-answer-from = Answer from { THE($owner) }:
web-answer = Answer:
web-answer-due = promised by { LISTDAY($day) }
web-on-time = on time
web-workdays-late = { $days ->
    [one] one working day late
   *[other] { $days } working days late
}
web-col-responsible = Responsible
web-col-received = Came in
web-col-answered = Answer

## Figures

web-figures-period = The period is { DATE($first) } to { DATE($last) }.
web-figures-base = { $count ->
    [one] One case came in during the period, which ends with the last meeting.
   *[other] { $count } cases came in during the period, which ends with the last meeting.
} What has become of the cases since then is counted too.
web-basis = Based on { $of ->
    [answers] { $n ->
        [0] no answers
        [one] one answer
       *[other] { $n } answers
    }
    [open] { $n ->
        [0] no open cases
        [one] one open case
       *[other] { $n } open cases
    }
    [promises] { $n ->
        [0] no promises
        [one] one promise
       *[other] { $n } promises
    }
    [actions] { $n ->
        [0] no actions
        [one] one action
       *[other] { $n } actions
    }
    [ended] { $n ->
        [0] no cases that had ended
        [one] one case that had ended
       *[other] { $n } cases that had ended
    }
    [cases] { $n ->
        [0] no cases
        [one] one case
       *[other] { $n } cases
    }
    [meetings] { $n ->
        [0] no meetings
        [one] one meeting
       *[other] { $n } meetings
    }
    [items] { $n ->
        [0] no cases at meetings
        [one] one case at a meeting
       *[other] { $n } cases at meetings
    }
    [contacts] { $n ->
        [0] no contacts
        [one] one contact
       *[other] { $n } contacts
    }
   *[published] { $n ->
        [0] nothing published
        [one] one thing published
       *[other] { $n } things published
    }
}, { LISTDAY($first) } – { LISTDAY($last) }
web-no-figures = There are no figures yet. The first come after the first meeting.
web-figures-how = Numbers of cases below five for a language, a kind or a way in are shown as <5, so that nobody can be pointed out. Sometimes a larger number is hidden too, where a small one could otherwise be worked out. Areas are not compared: the numbers say how many have written, not how unsafe it is.
web-m1 = { $whole ->
    [0] No case has waited for somebody responsible long enough to be counted.
   *[other] had somebody responsible within { $days } working days ({ $part } of { $whole }).
}
web-m2 = { $whole ->
    [0] No case has been answered yet.
   *[other] of the answers came within { $days } working days ({ $part } of { $whole }).
}
web-m2-median = Half of them came within { $days } working days.
web-m2-overdue = { $count ->
    [0] None without an answer is late.
    [one] One without an answer is late.
   *[other] { $count } without an answer are late.
}
web-m3 = M3. Cases that are open
web-m3-caption = How long they had been open on { DATE($day) }, by who is responsible.
web-m3-none = No case is open.
web-m4 = { $settled ->
    [0] No promise has been settled.
   *[other] settled promises have been kept.
} { $open ->
    [0] None is open.
    [one] One is open.
   *[other] { $open } are open.
}
web-m5 = { $whole ->
    [0] No action was due in the period.
   *[other] of the actions were done on time ({ $part } of { $whole }).
}
web-m6 = { $whole ->
    [0] No case has ended yet.
   *[other] of the cases that had ended were opened again ({ $part } of { $whole }).
}
web-m7 = { $whole ->
    [0] No case came in.
   *[other] could not be answered ({ $part } of { $whole }).
}
web-m7-reason = { $reason ->
    [secrecy] Secrecy: { $count }.
    [other_body] Another body's matter: { $count }.
    [no_resources] No resources: { $count }.
   *[no_data] No such data: { $count }.
}
web-m8 = M8. Attendance
web-m9 = { $whole ->
    [0] No case of a resident has been taken up at a meeting.
   *[other] cases that were taken up at a meeting led to a decision.
}
web-m11 = were referred at once to 112 or the police.
web-m12 = { $incidents ->
    [one] privacy incident.
   *[other] privacy incidents.
} { $removals ->
    [0] Nothing published was removed.
    [one] One thing published was removed.
   *[other] { $removals } things published were removed.
}
web-months = Answers on time, month by month
web-months-caption = By the month in which the case came in.
web-categories = What it is about
web-languages = M10. Languages
web-channels = M10. Ways in
web-few = Fewer than five of each: { $names }.
web-held = Not shown, since a small number could otherwise be worked out: { $names }.
web-too-few = too few
web-nobody = nobody named
web-language = { $language ->
    [sv] Swedish
    [en] English
    [fi] Finnish
    [ar] Arabic
    [so] Somali
    [fa] Persian
    [ti] Tigrinya
    [pl] Polish
    [tr] Turkish
    [uk] Ukrainian
    [ru] Russian
    [es] Spanish
    [fr] French
   *[other] { $language }
}
web-channel = { $channel ->
    [chat] chat
    [phone] telephone
   *[visit] visit
}
web-col-count = Number
web-col-month = Month
web-col-on-time = On time
web-col-category = Kind
web-col-language = Language
web-col-channel = Way in
web-col-open = Open
web-col-older = Over { $days } days
web-col-organisation = Organisation
web-col-present = Present
web-col-excused = Excused
web-col-absent = Absent
web-col-measure = Measure
web-col-value = Value
web-measures-caption = The council's measures

## Removals

web-removals-lead = What has been removed from the public record, for reasons of privacy or because it was wrong. That something was removed stays here.
web-removed = { $kind ->
    [shared] Shared information { $id } was removed.
   *[case] { $id } was removed from questions and answers.
}
web-no-removals = Nothing has been removed.

## Yearly reports

web-reports-lead = What the council did in a year, what it promised, and what did not come about.
web-report = Yearly report { $year }
web-so-far = The year is not over. The report goes up to { DATE($day) }.
web-as-pdf = Download as PDF
web-purpose = The council brings together those who can do something about safety in the district: administration, police, companies, school, associations and residents. It cannot give orders. So it accounts for who promised what, and how it went.
web-year-meetings = Meetings
web-year-counts = { $held } held, { $moved } moved, { $cancelled } cancelled. The quorum was missing or lost at { $lost }.
web-not-done = What was not done in time
web-not-done-caption = Actions that are late, were done late or were never accepted.
web-all-done = Nothing is late.
web-asked-of-board = What the council asks the board to change
web-nothing-asked = The council has asked the board for nothing.
web-board-answer = The board's answer
web-board-silent = no answer yet

## Follow and reuse

web-data-lead = Everything on this website is also there as data that you may use freely. None of it is about a single person.
web-data-follow = Follow
web-data-open = Open data
web-news = The latest from the council
web-data-all = Everything at once
web-data-311 = Published cases of the last 90 days
web-data-311-open = Published cases that are open
web-data-311-services = Kinds of cases
web-data-311-discovery = Where the cases are found
web-data-note = Cases have neither address nor coordinates, and the day they came in has no time.
web-table-meetings = Meetings
web-table-decisions = Decisions
web-table-actions = Actions
web-table-promises = Promises
web-table-questions = Questions and answers
web-table-figures = Figures
web-table-removals = Removals
web-service = { $category ->
    [lighting] Broken lamps, dark paths and tunnels.
    [vandalism] Graffiti and other things that have been damaged.
    [litter] Litter, glass and rubbish bags where they should not be.
    [abandoned_vehicle] Cars and other vehicles that nobody seems to use.
    [traffic] Reckless driving, speeding and vehicles on footpaths.
    [school_route] What makes children's way to school dangerous or unsafe.
    [unsafe_place] Places that somebody avoids or feels unsafe in.
    [suggestion] Suggestions of what the council could do.
    [question] Questions to the council and its organisations.
    [drugs] That drugs are sold or used in the open, in general terms.
    [arson] Worry after fires and burnt cars.
    [business] Thefts, threats and worry in shops and businesses.
    [fraud_elderly] Fraudsters who phone or visit older people.
    [burglary_theft] Burglaries and thefts in homes, storerooms and garages.
    [harassment] Threats, hatred and unwelcome advances in public places.
    [youth] Gatherings of young people that make others feel unsafe.
    [alcohol_disorder] Drunkenness and rows in public places.
    [fireworks] Bangers and fireworks where or when they are not allowed.
    [neighbour_noise] Parties and rows that disturb those who live in the building.
   *[other] What makes somebody feel unsafe and is none of the others.
}
web-service-group = Safety
web-news-minutes = Minutes of the meeting on { DATE($at) }
web-news-decision = Decision { $id }
web-news-promise = Promise { $id } from { THE($organisation) }, by { DATE($due) }
web-news-kept = Promise { $id } from { THE($organisation) } has been kept
web-news-broken = Promise { $id } from { THE($organisation) } has not been kept
web-news-matter = { web-category } ({ $label })

## Accessibility

web-a11y-lead = { $name } is responsible for this website. Everybody should be able to use it. Here we describe how it meets the Swedish law on accessible digital public services, which shortcomings we know of, and how to tell us of others.
web-a11y-how = How accessible the website is
web-a11y-standard = It is built to meet WCAG 2.2 at level AA.
web-a11y-tested = Every version is tried with axe in a real browser, with the keyboard only, 320 points wide, in light and dark. Nobody from outside has examined it yet.
web-a11y-without = It works without scripts, in print, and with your own colours and larger text, and is marked up for screen readers.
web-a11y-gaps = Shortcomings that we know of
web-a11y-gap-language = The council's own words are only in the language they were written in. On pages in the other language they are marked, so that screen readers change their voice; in the minutes they are not.
web-a11y-gap-people = Summaries and answers are written by people, and may be harder to read than they should be.
web-a11y-gap-matrix = Apps for Matrix are made by others. If none of them works for you, you can call or visit us just as well.
web-a11y-tell = Tell us
web-a11y-tell-whom = Have you found an obstacle, or do you need something in another form? Get in touch with { $name }: { $contact }.
web-a11y-authority = Supervision
web-a11y-authority-whom = The Swedish Agency for Digital Government supervises the law. If you are not content with our answer you can report it there:

## Privacy

web-privacy-lead = You can read everything here without anybody knowing. The pages hold no data about single persons.
web-privacy-visit = When you visit the website
web-privacy-visit-says = The website has no cookies and no scripts, fetches nothing from anybody else and keeps no list of its visitors. The server in front of it may keep a log of its own; ask the controller about that.
web-privacy-page = What is on the pages
web-privacy-page-says = There is only what the council has said in public: open items, verified minutes, decisions, actions, promises, figures, and summaries that the secretary has released. If you see something that points to somebody, tell us, and we remove it.
web-privacy-write = When you write to the council's bot
web-privacy-rights = Write !mydata to the bot to see what is held about you, !correct to correct it and !erase to cut the link between you and a case. Complaints go to the Swedish Authority for Privacy Protection:
