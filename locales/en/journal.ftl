### The journal of who did what.

journal-head =
    { $count ->
        [one] The journal holds { $count } entry.
       *[other] The journal holds { $count } entries.
    } Its seal is { $head }. Keep this line with the minutes: whoever runs the bot can show with it that nothing before it was changed since.
