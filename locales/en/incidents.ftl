### Personal-data incidents.

command-incident = incident, incidents
    .summary = Show the incidents that are not closed and how many hours are left, or one of them with its checklist.
    .example = !incident P1
command-incident-open = incident open, new incident
    .summary = Begin an incident that came to be known in some other way. Write what happened, without names.
    .example = !incident open A letter reached the wrong recipient
command-incident-hide = incident hide, hide post
    .summary = Remove a post that says who somebody is and begin an incident. Answer the post, or paste the link to it.
    .example = !incident hide
command-incident-done = incident done, incident tick
    .summary = Tick off a step of an incident's checklist.
    .example = !incident done P1 2
command-incident-words = incident words, incident copy
    .summary = Show the sealed copy of the post, to judge the risk. That it was shown stands in the journal.
    .example = !incident words P1
command-incident-close = incident close
    .summary = Close an incident once every step is taken. The sealed copy is destroyed.
    .example = !incident close P1 Reported to the authority. The person has been told.

incident-heading = Incidents that are not closed
incident-none = No incident is open.
incident-line =
    { $hours ->
        [0] { $id }: the time is out. The authority should have been notified by { DAY($notify_by) } at { TIME($notify_by) }, if need be.
        [one] { $id }: 1 hour left. Notify by { DAY($notify_by) } at { TIME($notify_by) }, if need be.
       *[other] { $id }: { $hours } hours left. Notify by { DAY($notify_by) } at { TIME($notify_by) }, if need be.
    }
incident-closed-line = { $id } was closed on { DAY($at) }.
incident-how = Checklist: !incident { $id }. Tick off: !incident done { $id } and the number of the step.
incident-step-left = { $place }, to do: { $step ->
        [hide] hide the data wherever it can be seen
        [dpo] tell the data protection officer
        [risk] judge the risk for the person it is about
        [authority] notify the authority, or decide that there is no need
        [people] tell the person it is about, if the risk is high
       *[lesson] write down what is to be done differently
    }
incident-step-taken = { $place }, done { SHORTDAY($at) } at { TIME($at) }: { $step ->
        [hide] the data is hidden
        [dpo] the data protection officer knows
        [risk] the risk has been judged
        [authority] the authority is notified, or there is no need
        [people] the person it is about knows, or need not be told
       *[lesson] the lesson is written down
    }
incident-words = { $id }: this is what the post said. The copy is destroyed when the incident is closed.
incident-closed = { $id } is closed. The copy of the post is destroyed.
incident-closed-without-copy = { $id } is closed.

## When it does not work

incident-unknown = There is no incident called { $id }.
incident-closed-already = { $id } is closed already.
incident-step-done = That step of { $id } was taken on { DAY($at) } at { TIME($at) }.
incident-step-unknown = The steps have the numbers 1 to { $most }.
incident-steps-left =
    { $count ->
        [one] { $id } cannot be closed: 1 step is left. Show it: !incident { $id }
       *[other] { $id } cannot be closed: { $count } steps are left. Show them: !incident { $id }
    }
incident-outcome-missing = Write also what came of it: !incident close { $id } and then the outcome.
incident-what-long = Write at most { $most } characters, and no names.
incident-no-words = { $id } has no sealed copy, or it has been destroyed.
incident-post-missing = Which post? Answer it with !incident hide, or paste the link to it after the command.
link-unreadable = I cannot read that as a link to a message in one of the council's rooms. Choose “copy link” on the message in your app.
