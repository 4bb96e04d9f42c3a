### The council's settings, organisations and series of meetings.

command-setup = setup, set up
    .summary = Show how far the council's set-up has come, and what the next step is.
    .example = !setup
command-settings = settings, show settings
    .summary = Show the council's settings.
    .example = !settings reminders
command-settings-change = settings change, change setting
    .summary = Change one of the council's settings. You see the change first and confirm it.
    .example = !settings change targets.answer_workdays 15
command-organisation-add = organisation add, organisation new
    .summary = Add an organisation, or rename one. Write (co-opted) at the end if it has no vote.
    .example = !organisation add RTJ the fire service (co-opted)
command-organisation-remove = organisation remove
    .summary = Remove an organisation that nobody speaks for any more.
    .example = !organisation remove RTJ
command-meeting-series = meeting series
    .summary = Change the rule by which the council meets. You see first what it means for each meeting.
    .example = !meeting series second Wednesday at 17:30, not in July

settings-heading = The council's settings
settings-how = Change them like this: !settings change targets.answer_workdays 15. Several values are parted by semicolons; a dash empties.
setting-line = { $name }: { $value }
setting-line-changed = { $name }: { $value } (otherwise { $usual })
setting-value = { $value }
setting-unknown = There is no setting called “{ $typed }”. Did you mean { $near }? See all: !settings
setting-wrong = { $name } cannot be “{ $typed }”. Now it is: { $now }. Write the value in the same way.
setting-needs-decision = Records may be destroyed only by a decision. Write the reference of the decision first: !settings change { $name } SDN 2026-17 § 4
setting-disagrees = That does not agree with { $name }. See: !settings { $name }
setting-by-series = The meeting rule is changed with: !meeting series second Wednesday at 17:30, not in July. You then see what it means for each meeting.
setting-shown = { $name } is { $old } and becomes { $new }.
setting-changed = { $name } is now { $new }.

organisation-code = “{ $typed }” cannot be a code. A code is a few capital letters, such as POL. Example: !organisation add RTJ the fire service (co-opted)
organisation-in-use = { $person } still speaks for { $code }. Take that office first: !member remove { $person }
organisation-shown =
    { $votes ->
        [0] { $name } ({ $code }) takes part in the council without a vote.
       *[one] { $name } ({ $code }) takes part in the council with one vote.
    }
organisation-added =
    { $votes ->
        [0] { $name } ({ $code }) now takes part in the council without a vote.
       *[one] { $name } ({ $code }) now takes part in the council with one vote.
    }
organisation-gone-shown = { $code } no longer takes part in the council.
organisation-gone = { $code } no longer takes part in the council.

series-shown = The meeting rule becomes: { $rule }.
series-changed = New meeting rule: { $rule }.
series-moved = Moved
series-moved-line = { DATE($old) } at { TIME($old) } becomes { DATE($new) } at { TIME($new) }
series-others =
    { $what ->
        [cancelled] Called off
        [added] Added
       *[kept] Kept, because the notice is out or the meeting was moved by itself
    }
series-line = { DATE($meets_at) } at { TIME($meets_at) }
series-same = No planned meeting is changed by it.

setup-heading = How far you have come: { $done } of { $steps }
setup-end =
    { $missing ->
        [0] Everything is in place. Write !help to see what you can write.
        [one] One step is left. Write !setup again when it is done.
       *[other] { $missing } steps are left. Take them in any order and write !setup again.
    }
setup-room = Done: I am in { $place }.
setup-next-room = Missing: I am not in { $place }. Invite me there.
setup-next-encrypt = Missing: { $place } is not encrypted. Turn encryption on in the room's settings.
setup-organisations = Done: { $count } organisations take part, { $votes } with a vote.
setup-next-organisations =
    { $count ->
        [0] Missing: no organisation has a vote yet. Write for example: !organisation add POL the police
        [one] Missing: only one organisation has a vote. Write for example: !organisation add POL the police
       *[other] Missing: only { $count } organisations have a vote. Write for example: !organisation add POL the police
    }
setup-office =
    { $role ->
        [chair] Done: there is a chair.
        [secretary] Done: there is a secretary.
        [registrar] Done: there is a registrar.
        [dpo] Done: there is a data protection officer.
       *[operator] Done: there is an operator.
    }
setup-next-office =
    { $role ->
        [chair] Missing: a chair, who is named in config.yaml.
        [secretary] Missing: a secretary, who is named in config.yaml.
        [registrar] Missing: a registrar. Write: !member add @rut:lindvassa.example registrar
        [dpo] Missing: a data protection officer. Write: !member add @dan:lindvassa.example dpo
       *[operator] Missing: an operator. Write: !member add @olle:lindvassa.example operator
    }
setup-seat = Done: there is a contact person for { THE($organisation) }.
setup-next-seat = Missing: nobody speaks for { THE($organisation) }. Write: !member add @petra:lindvassa.example { $code } member contact
setup-next-contact = Missing: a contact person who receives cases for { THE($organisation) }. Write: !member add @petra:lindvassa.example { $code } contact
setup-rule = Done: the meeting rule is { $rule }. The next meeting is { DATE($meets_at) } at { TIME($meets_at) }.
setup-next-rule = Missing: the rule “{ $rule }” makes no meeting. Write for example: !meeting series second Thursday at 18:00
