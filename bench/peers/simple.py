"""The least bot of simplematrixbotlib: python simple.py URL USER PASSWORD FOLDER."""

import sys

import simplematrixbotlib as botlib

ANSWER = "Nästa möte: torsdag 9 april 2026 kl. 18.00."


def _main(url: str, user: str, password: str, folder: str) -> None:
    credentials = botlib.Creds(url, user, password, session_stored_file=f"{folder}/session.txt")
    bot = botlib.Bot(credentials)

    @bot.listener.on_message_event  # type: ignore[untyped-decorator]
    async def answer(room, message) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - the library's own types
        match = botlib.MessageMatch(room, message, bot, "!")
        if match.is_not_from_this_bot() and match.prefix() and match.command("next"):
            await bot.api.send_text_message(room.room_id, ANSWER, reply_to=message.event_id)

    bot.run()


if __name__ == "__main__":
    _main(*sys.argv[1:])
