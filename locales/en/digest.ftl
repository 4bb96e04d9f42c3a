### The monthly digest: residents' concerns in figures, and what has been shared.

command-digest = digest, show digest
    .summary = Show residents' concerns since the last meeting, in figures.
    .example = !digest
command-digest-open = digest open, publish digest
    .summary = Show the digest in the open room, with small counts hidden.
    .example = !digest open

digest-heading = Residents' concerns { SHORTDAY($first) }-{ SHORTDAY($last) }
digest-contacts = { $contacts }: { $registered }, { $referred }.
digest-count-contacts =
    { $count ->
        [one] 1 contact
       *[other] { $count } contacts
    }
digest-count-registered = { $count } registered
digest-count-referred = { $count } referred (112 or the police's tip line)
digest-joined = { $first }, { $rest }
digest-states = Status: { $counts }.
digest-state =
    { $state ->
        [received] { $count } received
        [triaged] { $count } triaged
        [in_progress] { $count } in progress
        [resolved] { $count } resolved
        [closed] { $count } closed
        [reopened] { $count } reopened
        [duplicate] { $count } duplicate
        [redirected] { $count } redirected
        [cannot_answer] { $count } cannot be answered
       *[withdrawn] { $count } withdrawn
    }
digest-triaged =
    { $not_due ->
        [0] Owner named on time: { $part } of { $whole } ({ $percent } %).
       *[other] Owner named on time: { $part } of { $whole } ({ $percent } %), { $not_due } not due.
    }
digest-answered =
    { $workdays ->
        [one] Answers on time: { $part } of { $whole } ({ $percent } %), median 1 working day.
       *[other] Answers on time: { $part } of { $whole } ({ $percent } %), median { $workdays } working days.
    }
digest-answered-half = Answers on time: { $part } of { $whole } ({ $percent } %), median { $workdays }.5 working days.
digest-unanswered =
    { $count ->
        [0] All are answered.
       *[other] { $count } unanswered, none overdue.
    }
digest-unanswered-late = { $count } unanswered, { $late } overdue: { $labels }.
digest-overdue =
    { $count ->
        [0] No answer is overdue.
        [one] 1 answer is overdue.
       *[other] { $count } answers are overdue.
    }
digest-label = { $label }
digest-owners = Owners: { $counts }.
digest-owner = { $code } { $count }
digest-owner-none = nobody yet { $count }
digest-languages = Languages: { $counts }.
digest-language =
    { $language ->
        [sv] Swedish { $count }
        [en] English { $count }
        [fi] Finnish { $count }
        [ar] Arabic { $count }
        [so] Somali { $count }
        [fa] Persian { $count }
        [tr] Turkish { $count }
        [pl] Polish { $count }
        [ti] Tigrinya { $count }
        [uk] Ukrainian { $count }
       *[other] { $language } { $count }
    }
digest-businesses = From businesses: { $count }.
digest-promises = Promises: { $kept } kept, { $broken } not kept, { $open } open.
digest-cases = Cases that are not closed:
digest-case = { $label }: { $about }. Status: { $state }
digest-published = The digest now stands in the open room.

shared-summary =
    { $posts ->
        [one] Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: 1 post ({ $sources }).
       *[other] Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: { $posts } posts ({ $sources }).
    }
shared-nothing = Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: no posts.
shared-from = { $source } { $count }
shared-line = { $id } from { $source }: { $words }
