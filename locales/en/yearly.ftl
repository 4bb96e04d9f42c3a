### The yearly report.

command-yearly = yearly, yearly report
    .summary = Give the yearly report as a page and a PDF: this year's as far as it has come, or another year's.
    .example = !yearly 2026

yearly-given = Yearly report { $year }, as a page and as a PDF. It is made of what is public, and of nothing else.
yearly-none = There is no report of { $year }: the council held no meeting that year.
