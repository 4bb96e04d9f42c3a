"""From nothing to a council whose first agenda item is confirmed, with the commands an operator types."""

import asyncio
import os
import re
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from rehearsal.actor import Actor
from rehearsal.homeserver import Account, Homeserver
from rehearsal.process import run_apart

pytestmark = [pytest.mark.e2e]
PATIENCE_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.2
SECRET = "a password of nobody"


def radslag(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RADSLAG_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], env=environment, capture_output=True, text=True, timeout=110, check=False
    )


class People:
    """The accounts of a founding, and the flags that name them."""

    def __init__(self, homeserver: Homeserver, bot: Account, chair: Actor, others: dict[str, Account]) -> None:
        self.homeserver = homeserver
        self.bot = bot
        self.chair = chair
        self.others = others

    def init(self, folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
        """Run `radslag init` with everything given, or given otherwise."""
        password = folder.parent / "password"
        password.write_text(f"{SECRET}\n")
        answers = {
            "account": self.bot.user_id,
            "homeserver": self.homeserver.url,
            "council": "nyby",
            "name": 'Nyby "trygghetsråd": en början',
            "language": "en",
            "controller": "Nyby kommunstyrelse",
            "contact": "kommun@nyby.example",
            "dpo": "dso@nyby.example",
            "chair": self.chair.user_id,
            "secretary": self.others["secretary"].user_id,
            "operator": self.others["operator"].user_id,
            **changed,
        }
        flags = [word for name, answer in answers.items() for word in ("--set", f"{name}={answer}")]
        return radslag("init", str(folder), "--defaults", "--password-file", str(password), *flags)


@pytest.fixture
async def people(homeserver: Homeserver, request: pytest.FixtureRequest) -> AsyncIterator[People]:
    """New accounts: the bot's, the chair's with a client that encrypts, and two more."""
    await homeserver.resume()
    name = re.sub(r"\W", "", request.node.name)[-30:].lower()
    async with aiohttp.ClientSession() as session:
        bot = Account(await homeserver.register_only(f"bot-{name}", SECRET), SECRET, "", "")
        chair = await Actor.sign_in(session, homeserver.url, await homeserver.register(f"chair-{name}", "x"))
        others = {role: await homeserver.register(f"{role}-{name}", "x") for role in ("secretary", "operator")}
        yield People(homeserver, bot, chair, others)
        await chair.close()


async def test_a_founded_council_answers_its_first_agenda_item_and_the_doctor_finds_what_is_amiss(
    people: People, tmp_path: Path
) -> None:
    folder = tmp_path / "nyby"
    told = await asyncio.to_thread(people.init, folder)
    assert told.returncode == 0, told.stderr
    assert re.search(r"\n    (?:\w{4} ){11}\w{4}\n", told.stdout), "the recovery key is shown"

    checked = await asyncio.to_thread(radslag, "check", "-c", str(folder / "config.yaml"))
    assert checked.returncode == 0, checked.stderr
    with (tmp_path / "bot.log").open("wb") as log:
        bot = run_apart([sys.executable, "-m", "bot", "run", "-c", str(folder / "config.yaml")], output=log)
    try:
        room = await council_room(people)
        await people.chair.say(room, "!agenda add The first lamp (decision, 10 min)")
        answer = await heard(people, room, "Item A8 added")
        await asyncio.to_thread(radslag, "backup", "-c", str(folder / "config.yaml"))
        well = await asyncio.to_thread(radslag, "doctor", "-c", str(folder / "config.yaml"), "-l", "en")
        await people.chair.api.put(f"/rooms/{room}/state/m.room.join_rules", {"join_rule": "public"})
        ill = await asyncio.to_thread(radslag, "doctor", "--quick", "-c", str(folder / "config.yaml"), "-l", "sv")
    finally:
        bot.terminate()
        await asyncio.to_thread(bot.wait, 20)

    assert "The first lamp (decision, 10 min)" in answer
    assert well.returncode == 0, well.stdout + well.stderr
    assert well.stdout.splitlines()[-1] == "All is well."
    assert "The council's room: the bot is there and may do what it must" in well.stdout
    assert ill.returncode == 2, ill.stdout + ill.stderr
    assert "fel      Rådets rum: vem som helst kan gå in." in ill.stdout.splitlines()
    assert ill.stdout.splitlines()[-1] == "Ett fel, varningar: 0."


async def test_what_was_written_is_closed_to_others_and_the_rooms_are_closed_to_strangers(
    people: People, tmp_path: Path
) -> None:
    folder = tmp_path / "nyby"
    await asyncio.to_thread(people.init, folder)
    room = await council_room(people)

    assert {stat.S_IMODE(file.stat().st_mode) for file in (folder / "secrets").iterdir()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder / "secrets", folder / "data")} == {0o700}
    assert SECRET not in (folder / "config.yaml").read_text()
    state = {each["type"]: each["content"] for each in await state_of(people, room)}
    assert state["m.room.encryption"]["algorithm"] == "m.megolm.v1.aes-sha2"
    assert state["m.room.create"]["m.federate"] is False
    assert state["m.room.history_visibility"] == {"history_visibility": "joined"}
    assert state["m.room.join_rules"]["join_rule"] == "invite"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"homeserver": "http://127.0.0.1:9"}, "homeserver: http://127.0.0.1:9: no homeserver answers there"),
        ({"rule": "when we feel like it"}, "rule: when we feel like it: expected a rule such as"),
        ({"chair": "karin"}, 'chair: karin: expected a full Matrix ID such as "@anna:example.org"'),
        ({"colour": "blue"}, "colour is not asked for. What is: account, homeserver, council"),
    ],
)
async def test_a_wrong_answer_is_told_with_what_would_be_right_and_nothing_is_left(
    people: People, tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    folder = tmp_path / "nyby"

    done = await asyncio.to_thread(lambda: people.init(folder, **changed))

    assert done.returncode == 2
    assert done.stderr.startswith(told), done.stderr
    assert not folder.exists()


async def test_somebody_without_an_account_is_told_before_any_room_is_made(people: People, tmp_path: Path) -> None:
    folder = tmp_path / "nyby"

    done = await asyncio.to_thread(lambda: people.init(folder, secretary="@nobody-at-all:lindvassa.example"))

    assert done.returncode == 1
    assert done.stderr.startswith("Not done: secretary: there is no account @nobody-at-all:lindvassa.example; make it")
    assert not (folder / "config.yaml").exists()
    await people.chair.look()
    assert (await people.chair.api.get("/joined_rooms"))["joined_rooms"] == []


async def test_a_wrong_password_is_one_sentence_and_a_second_founding_leaves_the_first_alone(
    people: People, tmp_path: Path
) -> None:
    folder = tmp_path / "nyby"
    other = await people.homeserver.register(f"{people.bot.user_id[1:].partition(':')[0]}-2", "another password")

    refused = await asyncio.to_thread(lambda: people.init(folder, account=other.user_id))
    assert refused.returncode == 1
    assert refused.stderr == "Not done: the homeserver refused the password: 403 M_FORBIDDEN.\n"
    (folder / "config.yaml").write_text("mine: yes\n")
    again = await asyncio.to_thread(people.init, folder)

    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert (folder / "config.yaml").read_text() == "mine: yes\n"


async def council_room(people: People) -> str:
    """Return the encrypted room that the chair was invited to, once she is in it."""
    for _ in range(int(PATIENCE_SECONDS / LOOK_EVERY_SECONDS)):
        await people.chair.look()
        for room_id in (await people.chair.api.get("/joined_rooms"))["joined_rooms"]:
            if any(each["type"] == "m.room.encryption" for each in await state_of(people, room_id)):
                return str(room_id)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    raise AssertionError("the chair was not invited")


async def state_of(people: People, room: str) -> list[dict[str, Any]]:
    answer: Any = await people.chair.api.get(f"/rooms/{room}/state")
    return list(answer)


async def heard(people: People, room: str, beginning: str) -> str:
    """Return what the bot said there that begins so, once it has."""
    for _ in range(int(PATIENCE_SECONDS / LOOK_EVERY_SECONDS)):
        for post in await people.chair.read(room):
            if post.sender == people.bot.user_id and post.body.startswith(beginning):
                return post.body
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    raise AssertionError(f"the bot never said {beginning}")
