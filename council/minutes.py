"""The minutes of a meeting, composed from its record: everything they hold stands there, entry by entry.

The public minutes are composed anew from what is open. What a closed item held is never put in, so nothing has to be
taken out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from zoneinfo import ZoneInfo

from council.action import Action
from council.agenda import Agenda
from council.attendance import Intention, Word, quorum
from council.calendar import day_of
from council.decision import Decision
from council.follow_up import action_lines, promise_lines
from council.item import Item, Part, Raiser
from council.meeting import Meeting
from council.people import Organisation, Person
from council.proceedings import Act, Entry, Proceedings, times_lost
from council.promise import Promise
from council.text import Heading, Line, Quote, Refusal, Sharing, Text, Words
from council.text import Item as Bullet
from council.vote import Ballot, Choice


class State(Enum):
    """How binding a version is."""

    DRAFT = "draft"
    ADJUSTED = "adjusted"


@dataclass(frozen=True)
class Version:
    """One version of the minutes. What it says is never changed: a correction makes the next one.

    Args:
        number: 1, 2 and so on.
        made_by: the Matrix ID of who made it.
        council: what it says to the council.
        public: what it says to everybody.
        adjusted_for: the code of the organisation that adjusted it.
    """

    meeting: str
    number: int
    made_at: datetime
    made_by: str
    council: tuple[Line, ...]
    public: tuple[Line, ...]
    state: State = State.DRAFT
    adjusted_at: datetime | None = None
    adjusted_by: str | None = None
    adjusted_for: str | None = None

    def adjust(self, who: Person, organisation: str, at: datetime) -> "Version":
        """Return it verified by a second person.

        Raises:
            Refusal: it is verified already, or the person made it herself.
        """
        if self.state is State.ADJUSTED:
            raise Refusal("minutes-adjusted-already", version=self.number)
        if who.user_id == self.made_by:
            raise Refusal("minutes-adjust-own")
        return replace(self, state=State.ADJUSTED, adjusted_at=at, adjusted_by=who.user_id, adjusted_for=organisation)


@dataclass(frozen=True)
class Material:
    """All that the minutes are made of.

    Args:
        between: what was decided since the meeting before, outside any.
        promises: those made here, and those that the meeting looks back on, as they stood then.
        earlier: the actions that it looks back on, as they stood then.
    """

    council: Organisation
    meeting: Meeting
    agenda: Agenda
    proceedings: Proceedings
    organisations: tuple[Organisation, ...]
    intentions: tuple[Intention, ...] = ()
    decisions: tuple[Decision, ...] = ()
    between: tuple[Decision, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    actions: tuple[Action, ...] = ()
    promises: tuple[Promise, ...] = ()
    earlier: tuple[Action, ...] = ()

    @property
    def ends_at(self) -> datetime:
        """Return when the meeting ended, or should have."""
        return self.proceedings.ended_at or self.meeting.ends_at

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the items of the agenda as it was held, those that went to the next meeting too."""
        put_off = {each.item for each in self.proceedings.of(Act.POSTPONED)}
        held = (item for item in self.agenda.items if not item.withdrawn or item.id in put_off)
        return tuple(sorted(held, key=lambda item: (item.part is Part.CLOSING, item.position, item.slot)))

    def name(self, code: str) -> Organisation | Text:
        """Return who a code stands for, as a fact."""
        if code in Raiser.ALL:
            return Text(f"raised-by-{code}")
        return next((each for each in self.organisations if each.code == code), Organisation(code, {}))

    def item_of(self, action: Action) -> str:
        """Return the item that an action belongs to: that of a decision it comes from, else where it was noted."""
        items = {each.id: each.item for each in self.decisions}
        of_decision = next((items[source] for source in action.sources if source in items), "")
        noted = next((each.item for each in self.proceedings.of(Act.ASSIGNED) if each.subject == action.id), "")
        return of_decision or noted


def compose(material: Material, audience: Sharing) -> tuple[Line, ...]:
    """Return the minutes for the council, or for everybody.

    Args:
        audience: COUNCIL or OPEN.
    """
    lines = [*_head(material), *_attendance(material)]
    for item in material.items:
        is_told = audience is Sharing.COUNCIL or item.sharing is Sharing.OPEN
        lines += _item(material, item) if is_told else _closed(item)
    if material.between:
        lines.append(Heading(Text("minutes-between")))
        lines += [line for each in material.between for line in _decision(material, each)]
    return (*lines, *_foot(material), *_looked_back_on(material, audience))


def _head(material: Material) -> list[Line]:
    proceedings = material.proceedings
    starts = proceedings.started_at or material.meeting.starts_at
    ends = material.ends_at
    return [
        Heading(Text("minutes-title", council=material.council, starts=starts, ends=ends)),
        Text("minutes-of-record"),
    ]


def _attendance(material: Material) -> list[Line]:
    lines: list[Line] = [Heading(Text("minutes-attendance"))]
    excused = {each.organisation for each in material.intentions if each.word is Word.NO}
    lines += [Bullet(_presence(material, each, each.code in excused)) for each in material.organisations]
    called = material.proceedings.of(Act.CALLED)
    if called:
        now = quorum(material.proceedings.present(called[-1].at), material.organisations)
        facts = {"present": now.present, "votes": now.votes, "needed": now.needed}
        lost = times_lost(material.proceedings, (each.code for each in material.organisations if each.votes))
        lines.append(Text("minutes-quorum", lost=lost, **facts))
    return lines


def _presence(material: Material, organisation: Organisation, is_excused: bool) -> Text:  # noqa: FBT001 - a plain fact
    proceedings = material.proceedings
    starts = proceedings.started_at or material.meeting.starts_at
    ends = material.ends_at
    spans = proceedings.spans(organisation.code, ends)
    if not spans:
        return Text("minutes-absent", organisation=organisation, excused="yes" if is_excused else "no")
    if spans[0][0] <= starts and spans[-1][1] >= ends and len(spans) == 1:
        return Text("minutes-present", organisation=organisation, votes=organisation.votes)
    shown = tuple(Text("minutes-span", since=max(since, starts), until=until) for since, until in spans)
    return Text("minutes-present-part", organisation=organisation, votes=organisation.votes, spans=shown)


def _closed(item: Item) -> list[Line]:
    return [Heading(Text("minutes-item-closed", id=item.id))]


def _item(material: Material, item: Item) -> list[Line]:
    about = material.proceedings.about(item.id)
    lines: list[Line] = [Heading(Text("minutes-item", id=item.id, title=item.heading))]
    recused = [each.organisation for each in about if each.act is Act.RECUSED]
    if recused:
        lines.append(Text("minutes-recused", organisations=_names(material, recused)))
    lines += [_note(material, each) for each in about if each.act is Act.NOTED]
    for decision in material.decisions:
        if decision.item == item.id:
            lines += _decision(material, decision)
    lines += _fallen(material, item.id)
    lines += [_action(material, each) for each in material.actions if material.item_of(each) == item.id]
    lines += _promises(material, about)
    lines += _corrections(material, item.id)
    if any(each.act is Act.POSTPONED for each in about) and not any(each.act is Act.DECIDED for each in about):
        lines.append(Text("minutes-postponed"))
    elif len(lines) == 1:
        lines.append(Text("minutes-nothing-noted"))
    return lines


def _note(material: Material, entry: Entry) -> Line:
    words = Words(" ".join(entry.words.split()))
    if entry.organisation:
        return Text("minutes-note-by", organisation=material.name(entry.organisation), words=words)
    return Text("minutes-note", words=words)


def _decision(material: Material, decision: Decision) -> list[Line]:
    lines: list[Line] = [Text("minutes-decision", id=decision.id, text=Words(decision.text))]
    ballot = next((each for each in material.ballots if each.decision == decision.number), None)
    votes = decision.votes
    if votes is not None:
        facts = {"yes": votes.yes, "no": votes.no, "abstain": votes.abstain}
        lines.append(Text("minutes-votes-casting" if votes.is_tie else "minutes-votes", **facts))
    lines += _named(material, ballot)
    for entry in material.proceedings.of(Act.DISSENTED):
        if entry.subject == decision.id:
            name = material.name(entry.organisation)
            lines += [Text("minutes-reservation", organisation=name, id=decision.id), Quote(Words(entry.words))]
    return lines


def _named(material: Material, ballot: Ballot | None) -> list[Line]:
    """Return how a vote was counted: by name in an open ballot, else that it was secret."""
    if ballot is None:
        return []
    if ballot.is_secret:
        return [Text("minutes-secret")]
    return [
        Bullet(Text("vote-names", choice=choice.value, organisations=_names(material, ballot.names(choice))))
        for choice in Choice
        if ballot.names(choice)
    ]


def _fallen(material: Material, item: str) -> list[Line]:
    """Return the proposals that were voted down, which no decision tells of."""
    lines: list[Line] = []
    for ballot in material.ballots:
        if ballot.item == item and ballot.result and ballot.decision is None and not ballot.result.carried:
            facts = {"yes": ballot.result.yes, "no": ballot.result.no, "abstain": ballot.result.abstain}
            lines.append(Text("minutes-fallen", proposal=Words(ballot.proposal), **facts))
            lines += _named(material, ballot)
    return lines


def _action(material: Material, action: Action) -> Line:
    owners = _names(material, action.owners)
    return Bullet(Text("minutes-action", id=action.id, what=Words(action.what), owners=owners, due=action.due))


def _promises(material: Material, about: Iterable[Entry]) -> list[Line]:
    made = {each.subject for each in about if each.act is Act.PROMISED}
    return [
        Bullet(
            Text(
                "minutes-promise",
                id=each.id,
                text=Words(each.text),
                owner=material.name(each.organisation),
                due=each.due,
            )
        )
        for each in material.promises
        if each.id in made
    ]


def _corrections(material: Material, item: str) -> list[Line]:
    agreed = {each.subject for each in material.proceedings.of(Act.AGREED)}
    return [
        Text("minutes-correction", id=each.subject, words=Words(" ".join(each.words.split())))
        for each in material.proceedings.of(Act.CORRECTED)
        if each.item == item and each.subject in agreed
    ]


def _foot(material: Material) -> list[Line]:
    told = {item.id for item in material.items}
    loose = [each for each in material.actions if material.item_of(each) not in told]
    lines: list[Line] = [Heading(Text("minutes-more-actions"))] if loose else []
    lines += [_action(material, each) for each in loose]
    lines += _corrections(material, "")
    if material.proceedings.adjuster:
        lines.append(Text("minutes-adjuster", organisation=material.name(material.proceedings.adjuster)))
    return lines


def _looked_back_on(material: Material, audience: Sharing) -> list[Line]:
    """Return how promises stood, which are public, and for the council the actions of earlier meetings."""
    made = {each.subject for each in material.proceedings.of(Act.PROMISED)}
    today = day_of(material.ends_at, ZoneInfo(material.meeting.zone))
    lines = promise_lines((each for each in material.promises if each.id not in made), today, material.name)
    return lines if audience is Sharing.OPEN else [*lines, *action_lines(material.earlier, today, material.name)]


def _names(material: Material, codes: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text("organisation-name", organisation=material.name(code)) for code in codes)
