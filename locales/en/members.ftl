### Who holds which office in the council.

command-member-list = member list, members
    .summary = Show who holds which office, and who speaks for which organisation.
    .example = !member list
command-member-add = member add, member new
    .summary = Give somebody an office. Without another office named, the person becomes a member.
    .example = !member add @petra:lindvassa.example POL contact
command-member-deputy = member deputy
    .summary = Let somebody vote for an organisation when its member cannot come.
    .example = !member deputy @pelle:lindvassa.example POL
command-member-remove = member remove
    .summary = Take an office from somebody, or all of them.
    .example = !member remove @petra:lindvassa.example contact
command-handover = handover, hand over
    .summary = Offer somebody in the council the chair's or the secretary's office. It passes when the person has accepted.
    .example = !handover secretary @moa:lindvassa.example
command-confirm = confirm
    .summary = Confirm what I have just shown, or accept an office.
    .example = !confirm 4711

argument-person = a full Matrix ID, for example @petra:lindvassa.example
office =
    { $role ->
        [chair] chair
        [vice_chair] vice-chair
        [secretary] secretary
        [stand_in] stand-in for the secretary
        [member] member
        [deputy] deputy
        [contact] contact person
        [co_opted] co-opted
        [registrar] registrar
        [dpo] data protection officer
       *[operator] operator
    }
offices-of = { $offices } for { THE($organisation) }
offices-alone = { $offices }

confirm-ask = Is that right? Write !confirm { $code } by { TIME($until) }. Otherwise nothing happens.
confirm-by-code = A yes or no is not enough for this. Write !confirm { $code }, or nothing: then nothing happens.
confirm-nothing = There is nothing with the number { $code } that you can confirm now. More than ten minutes may have passed; write the command again.

member-list-offices = Offices
member-list-organisation =
    { $votes ->
        [0] { $organisation } ({ $code }), co-opted
       *[one] { $organisation } ({ $code })
    }
member-list-line = { $person }: { $offices }
member-list-none = Nobody yet.
member-add-shown = { $person } becomes { $seat } and is invited to the rooms that come with it.
member-added = { $person } is now { $seat }.
member-remove-shown = { $person } is no longer { $offices } and is shown out of the rooms that belong to the office.
member-removed = { $person } is no longer { $offices }.

office-unknown = I do not know the office “{ $typed }”. The offices are member, deputy, contact, co-opted, vice-chair, stand-in, registrar, dpo and operator. Example: !member add @petra:lindvassa.example POL contact
office-missing = I need to know for which organisation, or which office. Example: !member add @petra:lindvassa.example POL
office-needs-organisation = The office of { $office } is for an organisation. Write its code too. Example: !member add @petra:lindvassa.example POL
office-other-organisation = { $person } speaks for { $code } already, and nobody can speak for two. Take that office first: !member remove { $person }
office-without-vote = { $organisation } is co-opted and has no vote. It can have co-opted persons and contacts. Example: !member add @tove:lindvassa.example TRAF co-opted
office-by-the-chair = Only the chair can give or take the office of { $office }.
office-is-handed-over = The office of { $office } is handed over, so that there is always somebody. Example: !handover secretary @moa:lindvassa.example
office-not-held = { $person } holds no such office. See: !member list
handover-only = Only the chair's and the secretary's offices are handed over. The office of { $office } is given with !member add.
handover-stranger = { $person } holds no office in the council yet. Give one first: !member add { $person } stand-in
handover-has-it = { $person } holds that office already.
handover-offered = { $person } has been asked to become { $office } and can accept until { DAY($until) }. Until then everything is as before.
handover-offer = You have been asked to become { $office } of { $council }. Accept with !confirm { $code }, by { DAY($until) }. If you do not want to, you need not do anything.
handover-accepted = { $person } is now { $office }.

welcome = Welcome to { $council }. You are now { $seat }.
welcome-here = Welcome. I am Rådslag, the bot of { $council }. You are { $seat }. Write commands to me here, as in the rooms.
welcome-office =
    { $role ->
        [chair] Chair: you lead the meetings. Begin one with !meeting start, move it with !meeting move, and see what waits for you with !todo.
        [vice_chair] Vice-chair: you lead the meetings when the chair cannot.
        [secretary] Secretary: you pass residents' cases on and see to it that the minutes are written. Begin with !case list and !todo.
        [stand_in] Stand-in: you do what the secretary does while she is away.
        [member] Member: you raise items, vote, and share what your organisation knows. Try !agenda in the council's room.
        [deputy] Deputy: you vote when the member cannot come. Say so with !attend deputy.
        [contact] Contact person: cases, actions and promises of your organisation come to you here in this chat. See them with !todo.
        [co_opted] Co-opted: you may speak at the meetings and take actions, but do not vote.
        [registrar] Registrar: you hand out records and see to it that disposal follows the decisions.
        [dpo] Data protection officer: residents who ask about their data are sent to you.
       *[operator] Operator: you hear in the operators' room when something does not work.
    }
welcome-help = Write !help whenever you want to see what you can write. To try a command without any effect: !practice and the command, here in this chat.
