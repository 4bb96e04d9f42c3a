"""config.yaml is read once, checked as a whole, and every mistake is told by its place."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.settings import Loaded, Mistakes, load
from bot.settings.editor import editor_schema
from bot.settings.mail import Mail

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "config.example.yaml").read_text(encoding="utf-8")
MASTER = "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5"
SECRETS = {"RADSLAG_MASTER_SECRET": MASTER, "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt"}
L = "councils.lindvassa"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def read(file: Path, text: str | bytes = EXAMPLE, environment: Mapping[str, str] = SECRETS) -> Loaded:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    file.chmod(0o600)
    return load(file, environment)


def complaints(file: Path, text: str | bytes = EXAMPLE, environment: Mapping[str, str] = SECRETS) -> list[str]:
    """Return what is told of a file, its folder left out."""
    with pytest.raises(Mistakes) as told:
        read(file, text, environment)
    return str(told.value).replace(f"{file.parent}/", "").splitlines()


def changed(old: str, new: str) -> tuple[str, int]:
    """Return the example with one passage changed, and the line of the change."""
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new, 1), EXAMPLE[: EXAMPLE.index(old)].count("\n") + 1


def test_the_example_lacks_nothing_but_its_secrets(file: Path) -> None:
    line = changed("    account:\n", "")[1]

    assert complaints(file, environment={}) == [
        "config.yaml:1:1: master_secret: missing; expected a value (seals residents' words and identities at rest)",
        (
            f"config.yaml:{line}:5: {L}.account.password: missing; "
            "expected the account's password, or an access_token instead"
        ),
    ]


def test_the_example_with_secrets_is_valid(file: Path) -> None:
    loaded = read(file)

    council = loaded.settings.councils["lindvassa"]
    assert loaded.warnings == ()
    assert loaded.settings.master_secret.get_secret_value() == MASTER
    assert council.account.password is not None
    assert council.account.password.get_secret_value() == "hemligt"
    assert list(council.organisations)[:2] == ["SDF", "POL"]


def test_the_example_shows_every_setting_and_its_default_as_they_are(file: Path) -> None:
    settings = read(file).settings
    shown = yaml.safe_load(EXAMPLE)["councils"]["lindvassa"]
    council = settings.councils["lindvassa"]

    # Left out is off, for e-mail: its lines are comments.
    assert {*shown, "mail"} == set(type(council).model_fields)
    for block in ("reminders", "targets", "invitations", "case_posts", "limits"):
        default = type(council).model_fields[block].default
        assert getattr(council, block) == default
        assert set(shown[block]) == set(type(default).model_fields)
    for word in (
        *type(settings).model_fields,
        *type(council.account).model_fields,
        *type(council.retention).model_fields,
        *Mail.model_fields,
    ):
        assert f"{word}:" in EXAMPLE


def test_paths_begin_at_the_settings_file(file: Path) -> None:
    settings = read(file).settings

    assert settings.data_dir == file.parent / "data"
    assert settings.database_url == f"sqlite:///{file.parent}/data/radslag.db"


@pytest.mark.parametrize(
    ("old", "new", "column", "told"),
    [
        (
            "!oppna:lindvassa.example",
            "x",
            13,
            f'{L}.rooms.open: found "x"; expected a room id such as "!abc:example.org"',
        ),
        (
            "!oppna:lindvassa.example",
            "#oppna:lindvassa.example",
            13,
            (
                f'{L}.rooms.open: found "#oppna:lindvassa.example"; expected a room id such as "!abc:example.org", '
                "not an alias; clients show it in the room's settings, Advanced"
            ),
        ),
        (
            '"!oppna:lindvassa.example"',
            "#oppna:lindvassa.example",
            7,
            f'{L}.rooms.open: missing; expected a value, such as "!abc:example.org" (everybody\'s; not encrypted)',
        ),
        (
            '"!oppna:lindvassa.example"',
            "!oppna:lindvassa.example",
            13,
            f'{L}.rooms.open: found a value that begins with "!"; put it in quotes, as "!abc:example.org"',
        ),
        (
            "url: https://matrix.lindvassa.example",
            "url: http://matrix.lindvassa.example",
            8,
            (
                'homeserver.url: found "http://matrix.lindvassa.example"; '
                "expected https:// (http:// is allowed for this very machine only)"
            ),
        ),
        (
            "url: https://matrix.lindvassa.example",
            "url: https://matrix.lindvassa.example/_matrix",
            8,
            (
                'homeserver.url: found "https://matrix.lindvassa.example/_matrix"; '
                'expected the homeserver\'s address such as "https://matrix.example.org", without a path'
            ),
        ),
        (
            "time_zone: Europe/Stockholm",
            "time_zone: Europe/Stokholm",
            16,
            f'{L}.time_zone: found "Europe/Stokholm"; expected a time zone such as "Europe/Stockholm"',
        ),
        ("language: sv", "language: no", 15, f'{L}.language: found "no"; expected one of: sv, en'),
        (
            "length_minutes: 120",
            "length_minutes: two hours",
            23,
            f'{L}.meetings.length_minutes: found "two hours"; expected a whole number',
        ),
        (
            "length_minutes: 120",
            "length_minutes: 5",
            23,
            f"{L}.meetings.length_minutes: found 5; expected a whole number from 15 to 600",
        ),
        (
            "length_minutes: 120",
            "lenght_minutes: 120",
            7,
            f'{L}.meetings.lenght_minutes: unknown key; did you mean "length_minutes"?',
        ),
        (
            "length_minutes: 120",
            "xyz: 120",
            7,
            f"{L}.meetings.xyz: unknown key; valid here: rule, length_minutes",
        ),
        (
            '"@trygghetsradet:lindvassa.example"',
            "trygghetsradet",
            16,
            f'{L}.account.user_id: found "trygghetsradet"; expected a full Matrix ID such as "@anna:example.org"',
        ),
        (
            '"@trygghetsradet:lindvassa.example"',
            "@trygghetsradet:lindvassa.example",
            16,
            'found a value that begins with "@"; put it in quotes, as "@anna:example.org"',
        ),
        (
            "roles: [secretary]",
            "roles: [secretery]",
            56,
            (
                f'{L}.people."@mona.sekreterare:lindvassa.example".roles[0]: found "secretery"; expected "secretary" '
                "or another of: chair, vice_chair, secretary, stand_in, member, deputy, co_opted, contact, registrar, "
                "dpo, operator"
            ),
        ),
        (
            "roles: [secretary]",
            "roles: secretary",
            55,
            (
                f'{L}.people."@mona.sekreterare:lindvassa.example".roles: found "secretary"; '
                "expected a list, each line beginning with a hyphen"
            ),
        ),
        (
            "{ roles: [member], organisation: POL }",
            "{ roles: [member], organisation: PLO }",
            74,
            f'{L}.people."@petra.polis:lindvassa.example".organisation: found "PLO"; expected "POL"',
        ),
        (
            "{ roles: [co_opted], organisation: TRAF }",
            "{ roles: [member], organisation: TRAF }",
            50,
            (
                f'{L}.people."@tove.trafik:lindvassa.example".roles: a member votes, and TRAF has no vote; '
                "expected co_opted"
            ),
        ),
        (
            "SKOL:",
            "skol:",
            7,
            f"{L}.organisations.skol: not a valid key here; expected a code of capital letters and digits such as POL",
        ),
        ("SKOL:", "POL:", 7, f"{L}.organisations.POL: stands twice, first on line {{POL}}; keep one of them"),
        (
            "notice: 5 working days before, 12:00",
            "notice: 5 workdays before",
            15,
            (
                f'{L}.reminders.notice: found "5 workdays before"; '
                'expected words such as "21 days before, 09:00" or "7 working days before, 12:00"'
            ),
        ),
        (
            "- 2 hours before",
            "- 2 hours after",
            11,
            (
                f'{L}.reminders.reminders[3]: found "2 hours after"; expected words such as '
                '"14 days before", "1 working day before, 09:00" or "2 hours before"'
            ),
        ),
        (
            "actions: Mondays 09:00",
            "actions: every monday",
            16,
            f'{L}.reminders.actions: found "every monday"; expected words such as "Mondays 09:00", or never',
        ),
        (
            "{ days: 90, decision_ref: SDN 2026-17 § 4 }",
            "{ days: 90 }",
            7,
            f"{L}.retention.identity.decision_ref: missing; expected the decision that allows the disposal",
        ),
        (
            "identity: { days: 90, decision_ref: SDN 2026-17 § 4 }",
            "minutes: { days: 90, decision_ref: SDN 2026-17 § 4 }",
            24,
            (
                f"{L}.retention.minutes.days: found 90; attendance, minutes and decisions are kept, and go to the "
                "archive; expected none"
            ),
        ),
        (
            "andra torsdagen kl. 18.00, inte i juli",
            "andra torsdan kl. 18.00",
            13,
            (
                f'{L}.meetings.rule: found "andra torsdan kl. 18.00"; expected a rule such as '
                '"second Thursday at 18:00, not in July" or "första måndagen kl. 17.30"'
            ),
        ),
        (
            "andra torsdagen kl. 18.00, inte i juli",
            "second Thursday",
            13,
            (
                f'{L}.meetings.rule: found "second Thursday"; expected a time of day as well, '
                'such as "second Thursday at 18:00, not in July"'
            ),
        ),
        ("data_dir: data", "\tdata_dir: data", 1, "found a tab; indent with spaces"),
        ("data_dir: data", "data_dir: 3", 11, "data_dir: found 3; expected the path of a folder"),
    ],
)
def test_a_mistake_is_told_by_its_line_its_path_and_what_would_be_right(
    file: Path, old: str, new: str, column: int, told: str
) -> None:
    text, line = changed(old, new)

    expected = told.replace("{POL}", str(changed("POL:", "")[1]))
    assert complaints(file, text) == [f"config.yaml:{line}:{column}: {expected}"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name: Stadsdelsnämnden i Lindvassa", "# nothing", "controller.name: missing; expected a value"),
        ("roles: [secretary]", "roles: [registrar]", "people: nobody holds the role secretary"),
        ("roles: [deputy], organisation: POL", "roles: [deputy]", "a deputy speaks for an organisation; expected"),
        ('"!oppna:lindvassa.example"', '"!radet:lindvassa.example"', f"which {L}.rooms.open has already; expected one"),
        ('["@tove.trafik:lindvassa.example"]', '["@petra.polis:lindvassa.example"]', "who speaks for POL; expected"),
        ("first_hour: 8", "first_hour: 21", "case_posts.last_hour: found 20; expected 21 (the first hour) or later"),
        ("# access_token: (a secret)", "access_token: abc", "account.access_token: found beside a password; expected"),
        ("@karin.ordforande:lindvassa", "@trygghetsradet:lindvassa", "is the bot's own account; expected a person"),
        ("votes: 0", "votes: 2", "organisations.TRAF.votes: found 2; expected a whole number from 0 to 1"),
        (
            "{ roles: [member], organisation: POL }",
            "{ roles: [member], organisation: [POL] }",
            "found a list; expected text",
        ),
        ("roles: [secretary]", "roles: []", "found an empty list; expected at least one"),
        ("  lindvassa:", "  Lindvassa Råd:", 'councils."Lindvassa Råd": not a valid key here; expected a short name'),
        ("data_dir: data", "data_dir: [a", "found a bracket that is never closed"),
        ("data_dir: data", "data_dir: *x", 'found a value that begins with "*" or "&"; put it in quotes'),
        ("data_dir: data", "data_dir: x\n---\nb: 1", "found a second document (`---`); keep it all in one"),
        (
            "data_dir: data",
            "storage: {url: mysql://x}",
            'storage.url: found a secret that does not fit; expected "postgre',
        ),
        ("data_dir: data", "storage: {shared: true}", "storage.shared: found true with SQLite, which one process"),
    ],
)
def test_settings_that_do_not_fit_together_are_told(file: Path, old: str, new: str, told: str) -> None:
    assert told in "\n".join(complaints(file, changed(old, new)[0]))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "config.yaml:1:1: the file is empty; begin with config.example.yaml"),
        (b"# only a comment\n", "config.yaml:1:1: the file is empty; begin with config.example.yaml"),
        (b"- a\n", "config.yaml:1:1: expected `key: value` lines; begin with config.example.yaml"),
        (b"a: b\nc: \xe5\n", "config.yaml:2:1: found a character that is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfea\x00", "config.yaml:1:1: saved as UTF-16; save it as UTF-8"),
        (b"a: \x07\n", "config.yaml:1:1: found a control character; remove it"),
        (b"[" * 5000, "config.yaml:1:1: more than 50000 values, or nested more than 20 deep"),
        (b"a: &a [*a]\n", "config.yaml:1:1: more than 50000 values, or nested more than 20 deep"),
        (b"#" * (1 << 20) + b"##", "config.yaml: more than 1 MiB; this is not a settings file"),
        (b"? [a]\n: b\n", "config.yaml:1:3: a key must be a word"),
    ],
)
def test_a_file_that_is_no_settings_file_is_told_in_one_sentence(file: Path, raw: bytes, told: str) -> None:
    assert complaints(file, raw) == [told]


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    assert read(file, b"\xef\xbb\xbf" + EXAMPLE.encode()).settings == read(file).settings


def test_a_missing_file_is_told(file: Path) -> None:
    with pytest.raises(Mistakes, match=r"there is no such file; copy config\.example\.yaml"):
        load(file, SECRETS)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(file: Path) -> None:
    text = EXAMPLE.replace("url: https", "url: ftp").replace("language: sv", "language: fi").replace("days: 90,", "")

    told = complaints(
        file, text.replace("[secretary]", "[registrar]").replace("length_minutes: 120", "length_minutes: x")
    )

    assert [line.split(": ")[1] for line in told] == [
        "homeserver.url",
        f"{L}.language",
        f"{L}.meetings.length_minutes",
        f"{L}.people",
    ]


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE.replace("# password: (a secret)", f"{key}: {value}")
        for key in ("password", "pasword", "access_token", "user_id")
        for value in (
            "!hemligt-ord",
            "*hemligt-ord",
            '"hemligt-ord',
            "[hemligt-ord]",
            "{hemligt-ord: 1}",
            "&hemligt-ord",
        )
    ]
    + [EXAMPLE.replace("    account:\n", "    account: hemligt-ord\n    ignored:\n")]
    + [
        f"{EXAMPLE}\nmaster_secret: {value}\n"
        for value in ("hemligt-ord", "!!hemligt-ord x", "%hemligt-ord", "`hemligt-ord")
    ]
    + [f"{EXAMPLE}\nmaster_secrett: hemligt-ord\n", f"{EXAMPLE}\nstorage: {{ url: 'x://u:hemligt-ord@h/d' }}\n"],
)
def test_a_secret_is_never_shown(file: Path, text: str) -> None:
    told = complaints(file, text, {})

    assert "hemligt-ord" not in "\n".join(told)


def test_settings_do_not_show_their_secrets_when_printed(file: Path) -> None:
    shown = repr(read(file).settings)

    assert "hemligt" not in shown
    assert MASTER not in shown


def test_secret_files_are_named_by_the_path_of_the_setting(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    for name, value in {"master_secret": MASTER, f"{L}.account.password": "hemligt", "other": "not ours"}.items():
        (folder / name).write_text(f"{value}\n")
        (folder / name).chmod(0o600)

    by_setting = read(file, EXAMPLE.replace("# secrets_dir:", "secrets_dir:"), {}).settings
    by_systemd = read(file, EXAMPLE, {"CREDENTIALS_DIRECTORY": str(folder)}).settings

    for settings in (by_setting, by_systemd):
        assert settings.master_secret.get_secret_value() == MASTER
        password = settings.councils["lindvassa"].account.password
        assert password is not None
        assert password.get_secret_value() == "hemligt"


def test_the_environment_wins_over_secret_files_and_those_over_the_file(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / f"{L}.limits.draft_days").write_text("3")
    (folder / f"{L}.limits.concerns_a_day").write_text("3")
    for each in folder.iterdir():
        each.chmod(0o600)
    from_outside = {
        **SECRETS,
        "RADSLAG_SECRETS_DIR": "secrets",
        "RADSLAG_COUNCILS__LINDVASSA__LIMITS__CONCERNS_A_DAY": "4",
    }

    limits = read(file, EXAMPLE, from_outside).settings.councils["lindvassa"].limits

    assert (limits.concerns_an_hour, limits.draft_days, limits.concerns_a_day) == (5, 3, 4)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "RADSLAG_MASTER_SECRET",
            "short",
            (
                "master_secret: found a secret that does not fit; "
                "expected at least 32 random characters; make them with: openssl rand -base64 48"
            ),
        ),
        (
            "RADSLAG_COUNCILS__LINDVASSA__LIMITS__DRAFT_DAYS",
            "seven",
            f'{L}.limits.draft_days: found "seven"; expected a whole number',
        ),
        ("RADSLAG_HOMESERVER__ULR", "x", 'homeserver.ulr: unknown key; did you mean "url"?'),
        ("RADSLAG_DATA_DIR__X", "x", "data_dir.x: leads into a value that is not a block of settings"),
    ],
)
def test_a_mistake_from_outside_names_its_variable(file: Path, name: str, value: str, told: str) -> None:
    assert complaints(file, EXAMPLE, {**SECRETS, name: value}) == [f"environment variable {name}: {told}"]


def test_a_folder_of_secrets_that_is_not_there_is_told(file: Path) -> None:
    told = complaints(file, EXAMPLE.replace("# secrets_dir: secrets", "secrets_dir: nowhere"))

    assert len(told) == 1
    assert told[0].endswith("secrets_dir: there is no folder nowhere")


def test_a_file_with_secrets_that_others_may_read_is_warned_about(file: Path) -> None:
    text = EXAMPLE.replace("# password: (a secret)", "password: hemligt")
    read(file, text, {"RADSLAG_MASTER_SECRET": MASTER})
    file.chmod(0o644)

    with_a_secret = load(file, {"RADSLAG_MASTER_SECRET": MASTER}).warnings
    overridden = load(file, SECRETS).warnings

    assert with_a_secret == (f"{file}: holds secrets and others may read it: chmod 600 {file}",)
    assert overridden == ()


def test_a_secret_file_that_others_may_read_is_refused_and_systemds_credentials_are_not(
    file: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secrets" / "master_secret"
    secret.parent.mkdir()
    secret.write_text(MASTER)
    secret.chmod(0o440)
    rest = {name: value for name, value in SECRETS.items() if name != "RADSLAG_MASTER_SECRET"}

    own = complaints(file, EXAMPLE, {**rest, "RADSLAG_SECRETS_DIR": str(secret.parent)})
    credentials = {**rest, "CREDENTIALS_DIRECTORY": str(secret.parent)}

    told = "secret file secrets/master_secret: master_secret: others may read this secret; close it with: chmod 600"
    assert own == [f"{told} secrets/master_secret"]
    assert read(file, EXAMPLE, credentials).settings.master_secret.get_secret_value() == MASTER
    secret.chmod(0o444)
    assert complaints(file, EXAMPLE, credentials) == own


def test_numbers_and_words_are_read_as_they_look(file: Path) -> None:
    text = EXAMPLE.replace("en: Lindvassa Safety Council", "en: no").replace("dpo: dataskydd", "dpo: 18:30 dataskydd")

    council = read(file, text).settings.councils["lindvassa"]

    assert council.name["en"] == "no"
    assert council.controller.dpo.startswith("18:30")


def test_several_councils_stand_side_by_side_each_with_its_own_account(file: Path) -> None:
    values = yaml.safe_load(EXAMPLE)
    other = json.loads(json.dumps(values["councils"]["lindvassa"]).replace("lindvassa.example", "norrby.example"))
    values["councils"]["norrby-sodra"] = other
    secrets = {**SECRETS, "RADSLAG_COUNCILS__NORRBY_SODRA__ACCOUNT__ACCESS_TOKEN": "abc"}

    settings = read(file, json.dumps(values), secrets).settings

    assert list(settings.councils) == ["lindvassa", "norrby-sodra"]
    assert settings.councils["norrby-sodra"].account.access_token is not None


def test_the_schema_for_editors_takes_the_example_and_finds_a_wrong_key() -> None:
    validator = Draft202012Validator(json.loads(editor_schema()))
    example = yaml.safe_load(EXAMPLE)

    assert list(validator.iter_errors(example)) == []
    assert list(validator.iter_errors({**example, "homeserver": {"ulr": "x"}})) != []


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_whatever_a_file_holds_is_read_or_told_and_never_fails_otherwise(
    tmp_path_factory: pytest.TempPathFactory, text: str | bytes
) -> None:
    file = tmp_path_factory.mktemp("any") / "config.yaml"
    file.write_bytes(text.encode(errors="surrogatepass") if isinstance(text, str) else text)

    with pytest.raises(Mistakes):
        load(file, {})


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.data(),
)
def test_any_value_in_any_place_is_taken_or_told_by_its_path(
    tmp_path_factory: pytest.TempPathFactory, value: object, data: st.DataObject
) -> None:
    whole = yaml.safe_load(EXAMPLE)
    block, key = whole, "councils"
    while isinstance(block[key], dict) and block[key] and data.draw(st.booleans()):
        block = block[key]
        key = data.draw(st.sampled_from(sorted(block)))
    block[key] = value
    file = tmp_path_factory.mktemp("any") / "config.yaml"
    file.write_text(json.dumps(whole))

    try:
        taken_or_told = bool(load(file, SECRETS).settings.councils)
    except Mistakes as wrong:
        taken_or_told = all(mistake.path for mistake in wrong.mistakes)

    assert taken_or_told
