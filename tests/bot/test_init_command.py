"""`radslag init` asks for what is missing, says what is wrong, and changes nothing until all is right."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bot.commandline import radslag
from tests.matrix.faults import FaultServer, page, refusal

ANSWERS = {
    "account": "@bot:town",
    "council": "lindvassa",
    "name": "Lindvassa trygghetsråd",
    "controller": "Lindvassa nämnd",
    "contact": "namnd@lindvassa.example",
    "dpo": "dso@lindvassa.example",
    "chair": "@karin:town",
    "secretary": "@marta:town",
    "operator": "@olle:town",
}
ADOPTED = {place: f"!{place}:town" for place in ("open", "council", "secretariat", "operators")}


@pytest.fixture
def faults(faults: FaultServer) -> FaultServer:
    faults.on("GET /_matrix/client/versions", {"versions": ["v1.12"]})
    return faults


@pytest.fixture
def home(tmp_path: Path, operator: None) -> Path:
    (tmp_path / "password").write_text("hemligt\n")
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def _somebody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command see a terminal."""
    monkeypatch.setattr("bot.init_command.sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))


async def founded(home: Path, answers: dict[str, str], *more: str | Path, typed: str = "") -> tuple[int, str]:
    """Return the exit code, and what is read."""
    given = [word for name, answer in answers.items() for word in ("--set", f"{name}={answer}")]
    done = await radslag("init", home, *given, *more, typed=typed)
    return done.exit_code, done.output


def at(faults: FaultServer) -> dict[str, str]:
    return {"homeserver": faults.url, **ANSWERS}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "chair"], "chair: expected NAME=VALUE\n"),
        (["--set", "mayor=@m:town"], "mayor is not asked for. What is: account, homeserver, council, name, "),
        (["--set", "account=bot"], 'account: bot: expected a full Matrix ID such as "@anna:example.org"'),
        ([], "account is missing (The bot's own account, as @name:server): --set account=…\n"),
    ],
)
async def test_a_script_is_told_the_first_thing_that_is_wrong(home: Path, words: list[str], told: str) -> None:
    code, said = await founded(home, {}, "--defaults", *words)

    assert (code, said[: len(told)]) == (2, told)
    assert not (home / "config.yaml").exists()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (page(502), "no homeserver answers there: 502"),
        ({"versions": []}, "what answers there is no Matrix homeserver"),
        ({"hello": "world"}, "what answers there is no Matrix homeserver"),
    ],
)
async def test_an_address_without_a_homeserver_is_told_before_anything_else_is_asked(
    faults: FaultServer, home: Path, answer: object, why: str
) -> None:
    faults.on("GET /_matrix/client/versions", lambda _asked: answer)  # type: ignore[arg-type, return-value]

    told = await founded(home, {"homeserver": faults.url, "account": "@bot:town"}, "--defaults")

    assert told == (2, f"homeserver: {faults.url}: {why}\n")


async def test_a_script_is_told_all_that_is_missing_at_once(home: Path) -> None:
    code, said = await founded(home, {}, "--defaults")

    missing = [line.split(" is missing (")[0] for line in said.splitlines()]
    assert (code, missing[0], missing[-1], len(missing)) == (2, "account", "operator", 9)


async def test_a_script_has_to_bring_the_password(faults: FaultServer, home: Path) -> None:
    assert await founded(home, at(faults)) == (2, "the password is missing: --password-file FILE\n")
    assert await founded(home, at(faults), "--defaults") == (2, "the password is missing: --password-file FILE\n")


@pytest.mark.parametrize(
    ("rooms", "told"),
    [
        ({"open": "!open:town"}, "adopt all four rooms or none: open, council, secretariat, operators\n"),
        (ADOPTED | {"open": "#open:town"}, 'open: #open:town: expected a room id such as "!abc:example.org"'),
    ],
)
async def test_rooms_are_adopted_by_their_ids_and_all_four_of_them(
    faults: FaultServer, home: Path, rooms: dict[str, str], told: str
) -> None:
    words = [word for place, room_id in rooms.items() for word in ("--room", f"{place}={room_id}")]

    code, said = await founded(home, at(faults), "--defaults", "--password-file", home.parent / "password", *words)

    assert (code, said[: len(told)]) == (2, told)
    assert not (home / "config.yaml").exists()


async def test_a_password_file_that_is_not_there_is_told_by_its_name(faults: FaultServer, home: Path) -> None:
    missing = home.parent / "none"

    told = await founded(home, at(faults), "--defaults", "--password-file", missing)

    assert told == (1, f"Not done: {missing}: No such file or directory.\n")


async def test_a_password_that_the_homeserver_refuses_founds_nothing(faults: FaultServer, home: Path) -> None:
    faults.on("POST login", refusal(403, "M_FORBIDDEN"))

    code, said = await founded(home, at(faults), "--defaults", "--password-file", home.parent / "password")

    assert (code, said) == (1, "\nNot done: the homeserver refused the password: 403 M_FORBIDDEN.\n")
    assert not (home / "config.yaml").exists()


async def test_a_chair_without_an_account_is_told_before_a_room_is_made(faults: FaultServer, home: Path) -> None:
    faults.on("POST login", {"user_id": "@bot:town", "device_id": "D1", "access_token": "t"})
    faults.on("GET profile/@karin:town", refusal(404, "M_NOT_FOUND"))

    code, said = await founded(home, at(faults), "--defaults", "--password-file", home.parent / "password")

    why = "chair: there is no account @karin:town; make it first, or correct the name"
    assert (code, said) == (1, f"Logged in as @bot:town.\nNot done: {why}\n")
    assert faults.count("POST createRoom") == 0


async def test_a_council_that_is_there_already_is_left_alone(home: Path) -> None:
    (home / "config.yaml").write_text("kept: true\n")

    code, said = await founded(home, ANSWERS, "--defaults")

    assert (code, said) == (
        1,
        f"Not done: {home / 'config.yaml'} is there already; name another folder, or move it away\n",
    )
    assert (home / "config.yaml").read_text() == "kept: true\n"


@pytest.mark.usefixtures("_somebody_is_there")
async def test_whoever_answers_wrongly_is_told_and_asked_again(faults: FaultServer, home: Path) -> None:
    faults.on("POST login", refusal(403, "M_FORBIDDEN"))
    answers = ["bot", "@bot:town", faults.url, *list(ANSWERS.values())[1:3], "", "", "", *list(ANSWERS.values())[3:6]]
    answers += ["", "", *list(ANSWERS.values())[6:], "hemligt"]

    code, said = await founded(home, {}, typed="\n".join(answers) + "\n")

    assert code == 1
    assert '\n  expected a full Matrix ID such as "@anna:example.org"' in said
    assert said.count("The bot's own account, as @name:server: ") == 2
    assert "The homeserver's client address [https://town]: " in said
    assert "The password of @bot:town: " in said
    assert "hemligt" not in said
    (asked,) = faults.bodies("POST login")
    assert (asked["identifier"]["user"], asked["password"]) == ("@bot:town", "hemligt")
