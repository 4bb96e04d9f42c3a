### Practice: commands without effect.

command-practice = practice, practise, try
    .summary = Try a command without any effect: see what I would have said, and where.
    .example = !practice agenda add Lighting in Parkstråket (decision, 10 min)

practice = Practice: nothing has changed, and nobody else has heard of it. For real I would have said:
practice-where = In { $where }:
practice-to-resident = a direct chat with the resident
practice-to-somebody = a direct chat with whom it concerns
practice-hidden = (That is shown only there.)
practice-others = { $count ->
    [one] Besides, a file, a reaction or an invitation.
   *[other] Besides, { $count } files, reactions or invitations.
}
practice-silent = Nothing.
practice-of-practice = There is no need to practise practising. Write the command after !practice. Example: !practice agenda
