"""The least plugin of maubot that keeps something: it writes each command down before it answers."""

from maubot import MessageEvent, Plugin
from maubot.handlers import command
from mautrix.util.async_db import Connection, UpgradeTable

ANSWER = "Nästa möte: torsdag 9 april 2026 kl. 18.00."
upgrades = UpgradeTable()


@upgrades.register(description="what was asked")  # type: ignore[untyped-decorator]
async def make_tables(connection: Connection) -> None:
    """Make the table."""
    await connection.execute("CREATE TABLE asked (event TEXT PRIMARY KEY, sender TEXT NOT NULL)")


class NextMeeting(Plugin):  # type: ignore[misc]
    """Answers when the next meeting is."""

    @command.new("next")  # type: ignore[untyped-decorator]
    async def answer(self, event: MessageEvent) -> None:
        """Note who asked, and answer."""
        await self.database.execute("INSERT INTO asked VALUES ($1, $2)", event.event_id, event.sender)
        await event.reply(ANSWER)

    @classmethod
    def get_db_upgrade_table(cls) -> UpgradeTable:
        """Return how its tables are made."""
        return upgrades
