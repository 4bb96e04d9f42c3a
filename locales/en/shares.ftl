### Shared information.

command-share = share, share information
    .summary = Share information: open, council or secretariat.
    .example = !share open Week 11: no car fires in the area
command-share-list = share list, shared
    .summary = Show what has been shared since the last meeting.
    .example = !share list
command-share-withdraw = share withdraw, withdraw share
    .summary = Take back something that was shared.
    .example = !share withdraw I5

command-share-approve = share approve, approve share
    .summary = Approve that something somebody else has written is shared openly.
    .example = !share approve I5
command-share-refuse = share refuse, refuse share
    .summary = Say no to sharing something openly. Whoever wrote it is told, and why.
    .example = !share refuse I5 Say which week it is about.

share-post = { $id } from { THE($source) }
share-done =
    { $sharing ->
        [open] { $id } is shared openly.
        [council] { $id } is shared with the council.
       *[secretariat] { $id } is shared with the secretariat.
    }
share-reworded = { $id } is changed.
share-withdrawn = { $id } is withdrawn.
share-withdrawn-by-command = { $id } is withdrawn. Delete your own message too, if it still stands.
share-list-heading = Shared since the last meeting
share-line = { $id } { SHORTDAY($day) }, { $source } ({ $sharing ->
        [open] open
        [council] council
       *[secretariat] secretariat
    }): { $words }
share-line-over = { $state ->
        [waiting] { $id } waits for a second person.
        [refused] { $id } was not approved.
        [lapsed] { $id } was not answered in time and is not shared.
       *[withdrawn] { $id } is withdrawn.
    }
share-none = Nothing has been shared since the last meeting.

## What a second person reads first

share-ask = { $id } from { THE($source) }: shall it be shared openly?
share-ask-how = Somebody other than its writer answers: !share approve { $id } or !share refuse { $id }. A thumb up or down on this message does as well.
share-ask-again = { $id } still waits for an answer: !share approve { $id } or !share refuse { $id }
share-waits = { $id } is not shared yet. A second person reads it first.
share-approved = { $id } is approved by { THE($who) } and shared openly.
share-refused = { $id } is not approved. { SUBJECT($who) } answered.
share-refused-told = { $id } is not shared openly: a second person has said no. Edit your message if you want the question asked again.
share-lapsed = { $id } is not shared: nobody answered in time. Write it again if it still holds.

## A post that stands already

share-which-class = Who may see it? Answer with a number as a reaction to this message:
share-choice = { $sharing ->
        [open] { $choice }: everybody (open)
        [council] { $choice }: the council
       *[secretariat] { $choice }: the secretariat
    }
share-which-how = Or answer the post with !share open, !share council or !share secretariat.

## What points to somebody

share-caught-here = A post was removed to protect somebody's privacy.
share-caught-warning = Your post is not shared, and I have removed it where you wrote it. It seems to contain:
share-caught-alert = { $id } from { THE($source) } was stopped and removed: { $signs }. The incident clock runs: notify the authority by { DAY($notify_by) } at { TIME($notify_by) }, if need be.
share-held-here = It is not shared yet. I have written to you directly.
share-held-warning = I have not shared it yet. The text seems to contain:
share-how-to-write = Write it without that, and I will share it. You can edit your message or write a new one.
share-write-anew = Write a new message without that, and I will share it.
share-preview = This is how I read it. What is covered is what I stumbled on:
share-sign =
    { $sign ->
        [personal_number] a personal number
        [name] a name
        [suspect] a named person
        [phone] a phone number
        [plate] a plate number
        [email] an e-mail address
        [address] an address
       *[small_group] a group so small that somebody can be recognised
    }

## When it does not work

share-class-missing = Who may see it? Write that first: !share open, !share council or !share secretariat, and then the text.
share-needs-another = { $id } needs the approval of somebody other than its writer.
share-nothing-waits = { $id } waits for no answer, or its words are others now.
share-post-unreadable = I cannot read that post. Write !share open, !share council or !share secretariat, and then the text.
share-class-too-late = What you wrote is already seen by the whole council. Delete it, and write to me directly or in the secretariat's room.
share-class-fixed = { $id } cannot be shared more or less widely than before. Withdraw it and share it anew.
share-words-missing = I also need a text to share.
share-words-many = The text is too long. It may have { $most } characters at most.
share-withdrawn-already = { $id } no longer holds. Share anew with a new message.
share-unknown = Nothing shared is called { $id }.
share-not-yours = Somebody else shared { $id }. Whoever shared it or the secretary can withdraw it.
