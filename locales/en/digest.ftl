### The monthly digest: residents' concerns in figures, and what has been shared.

command-digest = digest, show digest
    .summary = Show residents' concerns since the last meeting, in figures.
    .example = !digest
command-digest-open = digest open, publish digest
    .summary = Show the digest in the open room, with small counts hidden.
    .example = !digest open
command-digest-pictures = digest pictures, digest charts
    .summary = Show the digest as pictures, with all that they show in words too.
    .example = !digest pictures March

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
digest-case = { $label }: { $about }. Status: { $state }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
digest-before =
    { $count ->
        [one] New in this time: 1 case. In as long a time before it: { $before }.
       *[other] New in this time: { $count } cases. In as long a time before it: { $before }.
    }
digest-shares =
    { $count ->
        [one] Shared, 1 post:
       *[other] Shared, { $count } posts:
    }
digest-share = { $id } from { THE($source) }: { $words }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
digest-period-unknown = I cannot read “{ $typed }” as a time. Write a month or a year that has begun: !digest March 2026
digest-no-pictures = There is nothing to draw: no cases, answers or promises in that time.
digest-published = The digest now stands in the open room.

shared-summary =
    { $posts ->
        [one] Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: 1 post ({ $sources }).
       *[other] Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: { $posts } posts ({ $sources }).
    }
shared-nothing = Shared information { SHORTDAY($first) }-{ SHORTDAY($last) }: no posts.
shared-from = { $source } { $count }
shared-line = { $id } from { THE($source) }: { $words }

## Pictures

chart-row = { $label }: { $value }
chart-row-parts = { $label }: { $value } ({ $parts })
chart-part = { $name } { $count }
chart-count = { NUMBER($count) }
chart-month = { MONTH($day) }
chart-concerns = What residents raised
chart-concerns-note =
    { $count ->
        [one] 1 case, { SHORTDAY($first) }–{ SHORTDAY($last) }
       *[other] { $count } cases, { SHORTDAY($first) }–{ SHORTDAY($last) }
    }
chart-others =
    { $count ->
        [one] 1 other kind
       *[other] { $count } other kinds
    }
chart-category = { $category ->
    [lighting] Lighting
    [vandalism] Vandalism
    [litter] Litter
    [abandoned_vehicle] Abandoned vehicle
    [traffic] Traffic
    [school_route] School route
    [unsafe_place] Unsafe place
    [suggestion] Suggestion
    [question] Question
    [drugs] Drugs
    [arson] Arson
    [business] Shops and businesses
    [fraud_elderly] Fraud against the elderly
    [burglary_theft] Burglary and theft
    [harassment] Harassment
    [youth] Young people gathering
    [alcohol_disorder] Drunkenness
    [fireworks] Firecrackers
    [neighbour_noise] Disturbing neighbours
   *[other] Other
}
chart-answers = Answers on time
chart-answers-note =
    { $count ->
        [one] 1 answer to what came in { SHORTDAY($first) }–{ SHORTDAY($last) }
       *[other] { $count } answers to what came in { SHORTDAY($first) }–{ SHORTDAY($last) }
    }
chart-on-time = { $part } of { $whole }
chart-part-on-time = on time
chart-part-late = late
chart-promises = Promises
chart-promises-note =
    { $count ->
        [one] 1 promise in all
       *[other] { $count } promises in all
    }
chart-promise = { $state ->
    [kept] Kept
    [broken] Not kept
   *[open] Open
}
