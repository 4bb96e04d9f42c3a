### The public website.

web-name = { $name }
web-day = { LISTDAY($day) }
web-clock = { TIME($at) }
web-moment = { DATE($at) } at { TIME($at) }

web-other-language = På svenska
web-skip = Skip to the content
web-menu = Main menu
web-about = About this website
web-describes = What is public about { $council }: meetings, decisions, promises and how they went.
web-controller = Responsible: { $name }
web-as-of = As things stand on { LISTDAY($day) }.

web-menu-start = Start
web-menu-agenda = Agenda

## The start page

web-start-lead = Here you can see what residents have raised, what has been promised and what has been done – and how late.
web-next-meeting = Next meeting
web-next-points = { $open ->
    [one] One open item
   *[other] { $open } open items
}{ $closed ->
    [0] .
    [one] , and one item for the council alone.
   *[other] , and { $closed } items for the council alone.
}
web-next-closes = Items can be added until { DAY($at) } at { TIME($at) }.
web-see-agenda = See the agenda
web-no-meeting = No meeting is planned at present.
web-safety = In an emergency: call 112
web-reach = Write to the council
web-reach-how = Tell our bot what makes you feel unsafe, in your own words. You get a case number, somebody who answers for it, and a day by which you will have an answer.
web-reach-chat = Open a chat with the bot
web-reach-account = The bot is called { $account } in Matrix.
web-reach-room = To the council's open room
web-code = QR code that opens a chat with { $account }

## The agenda

web-agenda-fixed = The agenda is fixed.
web-agenda-open = The agenda can change until the notice goes out.
web-col-time = Time
web-col-item = Item
web-col-kind = What
web-col-from = From
web-kind = { $kind }, { $minutes } min
