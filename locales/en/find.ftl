### Search in what was shared.

command-find = find, search
    .summary = Search in all that was shared, in any form of the words. You may add who, when or the class in parentheses.
    .example = !find moped (police, March)

find-heading =
    { $count ->
        [one] 1 post about “{ $words }”
       *[other] { $count } posts about “{ $words }”, the latest first
    }
find-line = { $id } { SHORTDAY($day) }, { $source } ({ $sharing ->
        [open] open
        [council] council
       *[secretariat] secretariat
    }): { $words }{ $link ->
        [none] {""}
       *[other] {" "}{ $link }
    }
find-more = { $more } more. Add more words, a month or an organisation: !find moped (police, March)
find-none = I find nothing shared about “{ $words }” that you may see here.
find-words-missing = What shall I look for? For example: !find moped (police, March)
find-filter-unknown = I do not know “{ $typed }”. In the parentheses there can be an organisation, a month, a year or a class: (police, March 2026, open)
