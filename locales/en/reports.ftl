### The monthly reports of the organisations.

command-report = report, monthly report
    .summary = Show your organisation's report before the next meeting and the next question, or correct an answer.
    .example = !report 2 We have had youth workers out two evenings a week.
command-report-done = report done, hand in report
    .summary = Hand in your organisation's report. The council reads it.
    .example = !report done

report-who = I am Rådslag, the bot of { $council }. I write to you because you are a contact of { THE($organisation) }. Who answers for personal data: !about
report-begun = Before the meeting on { DAY($starts) } I ask { THE($organisation) } for a short report: four questions, one at a time.
report-how = Answer here in your own words, without names or personal data. “Skip” will do. If you are several contacts, one answer is enough. The council reads the answers, nobody else.
report-missing = I lack your report before the meeting on { DAY($starts) }. Without an answer the digest says “no report”.
report-question = { $place } of { $most }: { $question ->
        [seen] What have you seen?
        [done] What have you done?
        [worries] What worries you?
       *[figures] What figures do you want to show? Please say how many and for what time.
    }
report-part = { $place }. { $question ->
        [seen] What we have seen
        [done] What we have done
        [worries] What worries us
       *[figures] Figures
    }{ $said ->
        [yes] {""}
       *[no] : no answer
    }
report-preview = This is how the report will read:
report-confirm = Shall I hand it in to the council? Answer yes, or correct it like this: 2: new text
report-correct = It is not handed in. Correct it like this: 2: new text. Answer yes when it is done.
report-handed-in = The report is handed in. Correct it like this: !report 2 new text
report-corrected = The report is corrected.
report-heading = Monthly report from { THE($organisation) } before the meeting on { DAY($starts) }
report-under-item = Monthly report from { THE($organisation) }:
report-points = I have not kept the answer. It seems to contain what is covered here:

digest-reports = Monthly reports: { $part } of { $whole }.
digest-report = { $organisation }: { $state ->
        [yes] report
       *[no] no report
    }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }

## When it does not work

report-none = I do not wait for a report from your organisation now.
report-another-writes = Another contact of your organisation writes the report.
report-question-unknown = The questions have the numbers 1 to { $most }.
report-long = The answer is too long. It may have { $most } characters at most.
report-empty = The report is empty or not finished. Show it: !report
