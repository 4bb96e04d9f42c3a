### What the council asks of the board.

command-board = board
    .summary = List what the council has asked of the board, and what the board has answered.
    .example = !board
command-board-ask = board ask
    .summary = Write down a change that the council asks of the board. It stands in the yearly report.
    .example = !board ask Money for two more youth workers in 2027
command-board-answer = board answer
    .summary = Write down what the board has answered.
    .example = !board answer H1 One post from January 2027
command-board-withdraw = board withdraw
    .summary = Take back what was asked of the board. Its words are deleted.
    .example = !board withdraw H1

petition-heading = What the council has asked of the board
petition-none = Nothing has been asked of the board.
petition-asked = { $id } is written down and will stand in the yearly report:
petition-waits = { $id } ({ DATE($asked) }, no answer yet): { $text }
petition-answered = { $id }: { $text } (The board's answer, { DATE($at) }: { $answer })
petition-withdrawn = { $id } is taken back and its words are deleted.

## When it does not work

petition-unknown = There is nothing called { $id } that has been asked of the board. Show the list: !board
petition-withdrawn-already = { $id } has been taken back.
petition-answered-already = The board has answered { $id }: it can no longer be changed.
petition-words = I need a text of { $most } characters at most.
petition-points = I have not kept it: everybody may read what is asked of the board, and the text seems to contain:
