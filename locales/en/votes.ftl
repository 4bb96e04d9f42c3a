### Votes: one for each organisation.

command-vote = vote
    .summary = Vote for your organisation: yes, no or abstain.
    .example = !vote yes
command-vote-open = vote open, vote on
    .summary = Open a vote on an item, open or secret. With the words of the proposal, a yes is the decision.
    .example = !vote open A13 More adults out on 30 April
command-vote-close = vote close
    .summary = Close the vote and show the result.
    .example = !vote close
command-vote-casting = vote casting, casting vote
    .summary = Decide when the votes are equal. The chair only.
    .example = !vote casting yes
command-recuse = recuse, conflict of interest
    .summary = Leave the vote on the item at hand because of a conflict of interest.
    .example = !recuse
command-reservation = reservation, dissent
    .summary = Have it recorded that your organisation does not stand behind a decision, and why.
    .example = !reservation D5 We want to see an evaluation first.

vote-opened = Vote { $id } on { $item }: { $title }
vote-how = Vote !vote yes, !vote no or !vote abstain, or react with 👍, 👎 or 🤷. One vote for each organisation.
vote-how-secret = Secret ballot: write !vote yes, !vote no or !vote abstain to me directly. One vote for each organisation.
vote-given =
    { $choice ->
        [yes] { $id }: yes from { THE($organisation) }.
        [no] { $id }: no from { THE($organisation) }.
       *[abstain] { $id }: abstention by { THE($organisation) }.
    }
vote-given-secret = { $id }: the vote is received.
vote-count = { $given } of { $able } have voted.
vote-result =
    { $carried ->
        [yes] { $id }: carried. Yes { $yes }, no { $no }, abstain { $abstain }.
       *[no] { $id }: rejected. Yes { $yes }, no { $no }, abstain { $abstain }.
    }
vote-result-tied = { $id }: a tie. Yes { $yes }, no { $no }, abstain { $abstain }.
vote-result-casting =
    { $carried ->
        [yes] { $id }: carried by the chair's casting vote. Yes { $yes }, no { $no }, abstain { $abstain }.
       *[no] { $id }: rejected by the chair's casting vote. Yes { $yes }, no { $no }, abstain { $abstain }.
    }
vote-names =
    { $choice ->
        [yes] Yes: { $organisations }
        [no] No: { $organisations }
       *[abstain] Abstain: { $organisations }
    }
vote-tie-chair = The chair decides: !vote casting yes or !vote casting no

recused = Conflict of interest in { $id }: { $organisation }. Takes no part in the vote.
reservation-noted = Reservation against { $id } by { THE($organisation) }:

vote-unknown = There is no vote { $id }.
vote-open-already = A vote is going on already. Close it first: !vote close
vote-item-missing = Write also which item. Example: { $example }
vote-unreadable = Write yes, no or abstain. Example: { $example }
vote-none-open = No vote is going on.
vote-which = Which vote? Write its number first: { $ids }.
vote-put-off = Vote { $id } ends without a decision. Once the council is quorate again: !vote open { $item }. Otherwise the item goes to the next meeting.
vote-is-closed = Vote { $id } is closed.
vote-nobody = Nobody has voted in { $id }.
vote-never-closed = Vote { $id } on { $item } ends without a decision: the meeting was never closed.
vote-recused = Your organisation has a conflict of interest here and does not take part in the vote.
vote-not-present = Your organisation is not here as one that votes. Are you here? !attend here
vote-without = You do not vote here. An organisation's member votes for it, or her deputy.
vote-given-already = Your organisation has voted already, through somebody else. Only that person can change the vote.
vote-secret-here = The ballot is secret. I have removed the message and do not count it. Write to me directly.
vote-not-tied = The votes are not equal, so no casting vote is needed.
recuse-no-item = No item is open. A conflict of interest is about an item.
recused-already = The conflict of interest is recorded already: { $organisation }.
reservation-no-decision = Nothing has been decided to have a reservation against.
reservation-not-present = Your organisation was not here when { $id } was made.

decision-line-between = { $id } (between meetings): { $text }. Votes (yes-no-abstain): { $votes }.
decision-postponed = No decision can be made now. { $id } goes to the next meeting unless the council becomes quorate.
decision-unknown = There is no decision { $id }.
decision-votes-many = { $given } votes are too many: { $present } voting organisations are here.
decision-none-found = No decision holds “{ $words }”.
decision-found-heading = Decisions that hold “{ $words }”
decision-found = { DATE($day) }: { $decision }
decision-found-more = And { $more } more. Write more words to find the right one.

command-decision-propose = decision propose, propose decision
    .summary = Let all organisations vote on a proposal by a day, without a meeting.
    .example = !decision propose 2026-05-04 The council gives an opinion on the lighting
vote-poll = { $id } ({ $item }): { $title }
vote-choice =
    { $choice ->
        [yes] Yes
        [no] No
       *[abstain] Abstain
    }
between-opened = Vote { $id } between meetings. Vote by { DAY($closes) } at { TIME($closes) }:
between-how = Vote !vote { $id } yes, !vote { $id } no or !vote { $id } abstain. All voting organisations must vote.
between-poll = { $id }: in favour of the proposal?
between-missing = Have not voted: { $organisations }. So nothing is decided.
between-taken-up = It will be taken up as { $id } at the meeting on { DAY($starts) } at { TIME($starts) }.
between-nowhere = No meeting is planned where it can be taken up.
