"""What a killed backup left unsealed does not stay; what another one is at work in does."""

from pathlib import Path

import pytest

from bot.sets.sealing import NotOpened, new_key, open_file, seal_file
from bot.sets.work_place import MAKING, PREFIXES, VERIFYING, work_place


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_a_killed_process_left_unsealed_is_removed(tmp_path: Path, prefix: str) -> None:
    left = tmp_path / f"{prefix}abc" / "lindvassa"
    left.mkdir(parents=True)
    (left / "identity.json").write_text("{}")
    (tmp_path / "keyring").touch()

    with work_place(tmp_path, MAKING) as place:
        assert set(tmp_path.iterdir()) == {place, tmp_path / "keyring"}

    assert list(tmp_path.iterdir()) == [tmp_path / "keyring"]


def test_the_place_of_another_at_work_is_left_alone(tmp_path: Path) -> None:
    with work_place(tmp_path, MAKING) as mine:
        (mine / "radslag.db").touch()
        with work_place(tmp_path, VERIFYING) as other:
            assert mine != other
        assert (mine / "radslag.db").exists()


def test_a_set_for_which_there_is_no_room_is_not_called_damaged(tmp_path: Path) -> None:
    (plain := tmp_path / "plain").write_bytes(b"records" * 1000)
    key, sealed = new_key(), tmp_path / "a.set"
    seal_file(plain, sealed, key)

    with pytest.raises(NotOpened, match="No space left on device"):
        open_file(sealed, Path("/dev/full"), key)
