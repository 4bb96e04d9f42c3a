"""Cases, their words and their people are kept apart, sealed, and gone for good when their key is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from council.calendar import working_day_after
from council.case import Card, receive
from council.concern import Category, Draft, Holding
from council.passage import Kind
from council.steps import Channel, Reason, State
from council.text import Refusal
from storage.database import Database
from storage.drafts import Written
from storage.referrals import DANGER, TIP
from storage.reporters import Raising
from storage.schema import Table
from storage.seal import Unsealable, Vault
from storage.work import Work

NOON = datetime(2026, 3, 23, 11, tzinfo=UTC)
TODAY = date(2026, 3, 23)
ANNA, BERTIL = "@anna:town", "@bertil:town"
LAMP = receive(31, NOON, TODAY, working_day_after)
WORDS = "En hemlig lampa är trasig"


def at(database: Database):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a context manager, as database.work
    return database.work("lindvassa")


async def test_a_case_comes_back_as_it_was_stored(database: Database) -> None:
    full = replace(
        LAMP.assign("TRAF", NOON).answer(NOON).resolve(NOON).reopen(NOON, TODAY),
        category=Category.LIGHTING,
        area="Parkstråket",
        language="en",
        channel=Channel.PHONE,
        reason=Reason.NO_DATA,
        same_as=7,
        follows=8,
        unlinked_at=NOON,
    )
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.cases.save(full)
    async with at(database) as work:
        assert await work.cases.get(31) == full


async def test_an_unknown_case_is_refused(database: Database) -> None:
    async with at(database) as work:
        with pytest.raises(Refusal) as refused:
            await work.cases.get(99)

    assert dict(refused.value.text.facts) == {"number": "0099"}


async def test_numbers_run_on_from_where_the_series_starts(database: Database) -> None:
    async with at(database) as work:
        first = await work.cases.next_number(31)
        await work.cases.save(LAMP)
        second = await work.cases.next_number(31)

    assert (first, second) == (31, 32)


async def test_cases_are_found_by_state_and_by_when_they_came(database: Database) -> None:
    later = receive(32, NOON + timedelta(days=1), TODAY, working_day_after).withdraw(NOON + timedelta(days=2))
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.cases.save(later)

        assert [case.number for case in await work.cases.live()] == [31]
        assert [case.number for case in await work.cases.standing_at({State.WITHDRAWN})] == [32]
        assert [case.number for case in await work.cases.all([32, 99])] == [32]
        assert [case.number for case in await work.cases.received(NOON, NOON + timedelta(days=1))] == [31]


async def test_whoever_is_to_be_asked_again_is_found_by_when_the_case_was_closed(database: Database) -> None:
    hour = timedelta(hours=1)
    closed = replace(LAMP, state=State.CLOSED, closed_at=NOON + hour, since=NOON + hour)
    others = {
        "live": LAMP,
        "asked": closed.ask_again(NOON + 2 * hour),
        "has answered": closed.ask_again(NOON + 2 * hour).confirm(NOON + 3 * hour),
        "nobody left": replace(closed, unlinked_at=NOON),
        "by phone": replace(closed, channel=Channel.PHONE),
    }
    confirmed = replace(closed, confirmed_at=closed.closed_at)
    later = replace(closed, number=33, closed_at=NOON + 2 * hour)
    async with at(database) as work:
        for number, case in enumerate(others.values(), 100):
            await work.cases.save(replace(case, number=number))
        for case in (closed, replace(confirmed, number=32), later):
            await work.cases.save(case)

        assert [case.number for case in await work.cases.unasked(NOON, NOON + 2 * hour)] == [31, 32]
        assert [case.number for case in await work.cases.first_unasked(NOON)] == [31, 32]
        assert await work.cases.first_unasked(NOON + 2 * hour) == [later]
        assert await work.cases.first_unasked(NOON + 3 * hour) == []


async def test_more_cases_are_asked_for_than_a_statement_takes_numbers(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.cases.save(replace(LAMP, number=300_000))

        assert [case.number for case in await work.cases.all(range(300_001))] == [31, 300_000]


async def test_a_card_says_what_a_case_is_looked_up_by(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(replace(LAMP, category=Category.LIGHTING, area="Parkstråket", triaged_at=NOON))

        assert await work.cases.cards() == [Card(31, 2026, Category.LIGHTING, "Parkstråket", is_triaged=True)]


async def test_a_case_belongs_to_one_council(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(LAMP)
    async with database.work("elsewhere") as work:
        assert await work.cases.all() == []
        await work.cases.save(LAMP)
        assert len(await work.cases.all()) == 1


async def test_every_version_of_the_words_is_kept(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.passages.add(31, Kind.TELLING, "first", "resident", NOON)
        await work.passages.add(31, Kind.SUMMARY, "short", "secretary", NOON)
        await work.passages.add(31, Kind.TELLING, "second", "resident", NOON + timedelta(hours=1))

        latest = await work.passages.latest(31, Kind.TELLING)
        assert latest
        assert (latest.words, latest.version) == ("second", 2)
        assert [each.words for each in await work.passages.of(31, Kind.TELLING)] == ["first", "second"]
        assert await work.passages.latest(31, Kind.ANSWER) is None


async def _fill(work: Work) -> None:
    await work.cases.save(LAMP)
    await work.passages.add(31, Kind.TELLING, WORDS, "resident", NOON)
    await work.reporters.link(31, ANNA, Raising(NOON, "origin", work.reporters.wording(WORDS)))
    await work.reporters.introduce(ANNA, 1, NOON)
    await work.drafts.add(Written(Draft(0, WORDS, "sv", Category.LIGHTING, NOON), ANNA, "origin"))
    await work.journal.write(NOON, "resident", "case-received", "case:31")


async def test_neither_words_nor_people_stand_anywhere_in_the_clear(database: Database) -> None:
    async with at(database) as work:
        await _fill(work)
    async with at(database) as work:
        for table in Table.metadata.sorted_tables:
            for row in (await work.session.execute(text(f'SELECT * FROM "{table.name}"'))).all():
                shown = " ".join(
                    bytes(cell).decode("latin-1") if isinstance(cell, bytes) else str(cell) for cell in row
                )
                assert "hemlig" not in shown
                assert "anna" not in shown.casefold()


async def test_no_table_of_cases_shares_a_value_with_the_tables_of_people(database: Database) -> None:
    async with at(database) as work:
        await _fill(work)
        opaque = {
            str(cell)
            for table in ("reporters", "introductions", "drafts")
            for row in (await work.session.execute(text(f"SELECT * FROM {table}"))).all()
            for cell in row
            if isinstance(cell, str) and len(cell) == 32
        }
        rest = {
            str(cell)
            for table in ("cases", "case_clocks", "case_words", "case_keys", "journal")
            for row in (await work.session.execute(text(f"SELECT * FROM {table}"))).all()
            for cell in row
        }

    assert opaque
    assert not opaque & rest


async def test_without_its_key_a_cases_words_and_people_are_gone_for_good(database: Database) -> None:
    async with at(database) as work:
        await _fill(work)
        await work.case_keys.destroy(31)

        with pytest.raises(Refusal) as refused:
            await work.passages.of(31)
        with pytest.raises(Refusal):
            await work.reporters.of(31)
        assert await work.cases.get(31) == LAMP

    assert refused.value.text.key == "case-words-gone"


async def test_each_case_has_a_key_of_its_own(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.cases.save(replace(LAMP, number=32))
        sealed = (await work.cases.key(31)).seal(WORDS)
        other = await work.cases.key(32)

    with pytest.raises(Unsealable):
        other.open(sealed)


async def test_another_installation_cannot_read_the_words(database: Database) -> None:
    async with at(database) as work:
        await _fill(work)
    stranger = Database(
        database.url.render_as_string(hide_password=False), Vault(b"another secret of at least 32 bytes")
    )
    async with stranger.work("lindvassa") as work:
        with pytest.raises(Unsealable):
            await work.passages.of(31)
    await stranger.close()


async def test_people_are_linked_to_cases_and_let_go(database: Database) -> None:
    async with at(database) as work:
        await work.cases.save(LAMP)
        await work.reporters.link(31, ANNA, Raising(NOON, "origin"))
        await work.reporters.link(31, BERTIL, Raising(NOON + timedelta(hours=1), raised=False))
        await work.reporters.link(31, ANNA, Raising(NOON, raised=False))

        assert await work.reporters.of(31) == [ANNA, BERTIL]
        assert await work.reporters.cases_of(BERTIL) == [31]
        assert await work.reporters.raised_with(ANNA, "origin") == 31
        assert await work.reporters.raised_with(BERTIL, "origin") is None
        await work.reporters.unlink(31, ANNA)
        assert await work.reporters.of(31) == [BERTIL]
        assert await work.reporters.count(31) == 1


async def test_what_was_raised_is_counted_by_person_by_all_and_by_wording(database: Database) -> None:
    async with at(database) as work:
        mark = work.reporters.wording("Trasig  LAMPA")
        for number, person in ((31, ANNA), (32, ANNA), (33, BERTIL)):
            await work.cases.save(replace(LAMP, number=number))
            await work.reporters.link(number, person, Raising(NOON, wording=work.reporters.wording("trasig lampa")))
        before = NOON - timedelta(hours=1)

        assert await work.reporters.raised_since(before, ANNA) == 2
        assert await work.reporters.raised_since(before) == 3
        assert await work.reporters.raised_since(NOON) == 0
        assert await work.reporters.others_with(mark, before, ANNA) == 1


async def test_drafts_are_kept_changed_and_deleted_when_they_lapse(database: Database) -> None:
    async with at(database) as work:
        draft = await work.drafts.add(Written(Draft(0, WORDS, "sv", Category.LIGHTING, NOON), ANNA, "origin"))
        written = await work.drafts.unconfirmed(ANNA)
        assert written == Written(draft, ANNA, "origin")
        await work.drafts.save(replace(written, draft=draft.reworded("mörkt", NOON)))
        changed = await work.drafts.get(draft.number)
        assert changed
        assert changed.draft.words == "mörkt"
        assert await work.drafts.unconfirmed(BERTIL) is None
        assert await work.drafts.oldest() == NOON
        assert await work.drafts.lapse(NOON) == 0
        assert await work.drafts.lapse(NOON + timedelta(days=7)) == 1
        assert await work.drafts.of(ANNA) == []


async def test_held_drafts_wait_for_the_secretary_and_not_for_the_writers_yes(database: Database) -> None:
    async with at(database) as work:
        held = Draft(0, WORDS, "sv", Category.LIGHTING, NOON, why=Holding.FLOOD)
        await work.drafts.add(Written(held, ANNA))

        assert await work.drafts.unconfirmed(ANNA) is None
        assert [each.person for each in await work.drafts.held()] == [ANNA]
        assert await work.drafts.count_held() == 1


async def test_referrals_are_a_count_a_day(database: Database) -> None:
    async with at(database) as work:
        await work.referrals.count(DANGER, TODAY)
        await work.referrals.count(DANGER, TODAY)
        await work.referrals.count(TIP, TODAY + timedelta(days=1))

        assert await work.referrals.between(TODAY, TODAY) == 2
        assert await work.referrals.between(TODAY, TODAY + timedelta(days=1)) == 3
        assert await work.referrals.between(TODAY + timedelta(days=2), TODAY + timedelta(days=9)) == 0
