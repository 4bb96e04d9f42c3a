"""What a person can say to the bot: every module here declares something of it, and is discovered.

A new command edits none of them. It is written with `call`, `desk`, `declare` and `arguments`; `parse` finds it. What
several commands share declares nothing, and is kept in folders: `reading` (from a line to its function), `at_hand`
(which meeting is meant), `posts` (what posts look like) and `courses` (how a case or a meeting goes on).
"""

from commands.reading.catalogue import Catalogue, catalogue

__all__ = ["Catalogue", "catalogue"]
