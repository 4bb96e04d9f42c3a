### Handing records out: the registrar's commands.

command-export-case = export case
    .summary = Take a case out as a file. "redacted" leaves the resident's own words out; nobody's name is ever in it.
    .example = !export case 0042 redacted
command-export-register = export register
    .summary = Take out the register of cases that came in between two days, with all that happened to them.
    .example = !export register 2026-03-13 2026-04-09
command-export-all = export all, export everything
    .summary = Take out all that the council has on record of a period, with a list of contents and checksums.
    .example = !export all 2026-01-01 2026-12-31
command-case-diary = case diary
    .summary = Note the diary number that the case has with the authority.
    .example = !case diary 0042 SDN 2026/0123

export-case-redacted = { $label } is taken out without the resident's own words: { $events ->
    [one] one event
   *[other] { $events } events
}. Nobody's name is in the file. That it was taken out is noted.
export-case-whole = { $label } is taken out with the resident's own words: { $events ->
    [one] one event
   *[other] { $events } events
}. Examine the secrecy before anything is handed out. That it was taken out is noted.
export-register = The register { DAY($first) }-{ DAY($last) } is taken out: { $count ->
    [0] no cases
    [one] one case
   *[other] { $count } cases
}.
export-all = Everything for { DAY($first) }-{ DAY($last) } is taken out: { $sheets } tables and { $papers ->
    [0] no minutes
    [one] the minutes of one meeting
   *[other] the minutes of { $papers } meetings
}. The checksums are in SHA256SUMS.
export-how = I do not understand “{ $typed }”. Write redacted, or nothing at all. Example: !export case 0042 redacted
export-days = Write the first and the last day, at most five years. Example: !export register 2026-03-13 2026-04-09
export-title = Extract from case { $label }
export-register-title = Register of cases { DAY($first) }-{ DAY($last) }
export-line = { $label }, received { DAY($received) }
export-received = Received { DAY($received) } at { TIME($received) }
export-about = About { $about }
export-state = State since { DAY($since) }: { $state }
export-owner = Responsible: { $owner }
export-answer-due = Answer due { DAY($day) }
export-diary = Diary number: { $diary_no }
export-summary = The secretariat's summary
export-events = Events
export-words = { $kind ->
    [telling] The resident's words, { DAY($at) } at { TIME($at) }
    [note] Addition by the resident, { DAY($at) } at { TIME($at) }
    [answer] Answer to the resident, { DAY($at) } at { TIME($at) }
   *[outcome] How it ended, { DAY($at) } at { TIME($at) }
}
case-entered = { $label } has the diary number { $diary_no }.
