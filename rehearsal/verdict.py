"""Whether every expected post was made exactly once, in the right room, at the right played time."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rehearsal.script import Expected
from rehearsal.wording import in_words

ANYTHING = "[...]"
ALIKE_ENOUGH = 0.35


@dataclass(frozen=True)
class Heard:
    """One post of the bot, as somebody who is there reads it.

    Args:
        place: as in the script: a room, or the key of the person whose direct chat it is.
        said: the text in all its versions, the one that stands now last.
        language: the reader's.
    """

    at: datetime
    place: str
    said: tuple[str, ...]
    event_id: str = ""
    language: str = "sv"


@dataclass(frozen=True)
class Verdict:
    """What became of the expectations.

    Args:
        seen: each expected post with the one that was made.
        missing: expected, and not made.
        doubled: made once more after it had been seen.
        unexpected: made, and no part of the script.
    """

    seen: tuple[tuple[Expected, Heard], ...]
    missing: tuple[Expected, ...]
    doubled: tuple[Heard, ...]
    unexpected: tuple[Heard, ...]

    @property
    def is_clean(self) -> bool:
        """Whether what happened is what was expected, no less and no more."""
        return not (self.missing or self.doubled or self.unexpected)


def judge(expected: Sequence[Expected], heard: Sequence[Heard]) -> Verdict:
    """Compare what the bot said with what it should have said.

    Each post answers one expectation; the more exactly worded expectation has the first choice.
    """
    open_posts: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for post in heard:
        open_posts[post.place, _minute(post.at)].append(post)
    seen, missing = [], []
    for expectation in sorted(expected, key=_vagueness):
        candidates = open_posts[expectation.place, _minute(expectation.at)]
        answer = next((post for post in candidates if answers(expectation, post)), None)
        if answer is None:
            missing.append(expectation)
        else:
            candidates.remove(answer)
            seen.append((expectation, answer))
    left = sorted((post for posts in open_posts.values() for post in posts), key=lambda post: post.at)
    doubled = [post for post in left if any(_again(post, expectation) for expectation, _ in seen)]
    return Verdict(
        seen=tuple(sorted(seen, key=lambda pair: pair[0].at)),
        missing=tuple(sorted(missing, key=lambda post: post.at)),
        doubled=tuple(doubled),
        unexpected=tuple(post for post in left if post not in doubled),
    )


def answers(expectation: Expected, post: Heard) -> bool:
    """Say whether a post reads as expected, in one of its versions."""
    texts = expectation.text.values() if expectation.in_any else [expectation.text.get(post.language, "")]
    patterns = [_pattern(text) for text in texts]
    return any(pattern.fullmatch(plain(said)) for pattern in patterns for said in post.said)


def differences(verdict: Verdict, heard: Sequence[Heard], language: str) -> list[str]:
    """Return what is wrong, in lines for a person to read."""
    lines = []
    for expectation in verdict.missing:
        text = plain(expectation.text.get(language) or next(iter(expectation.text.values()), ""))
        lines += [f"MISSING   {_where(expectation.at, expectation.place, language)} ({expectation.source})"]
        lines += [f"  expected: {text}", *_nearest(text, expectation, heard, language)]
    for word, posts in (("TWICE", verdict.doubled), ("UNFORESEEN", verdict.unexpected)):
        for post in posts:
            lines += [f"{word:<9} {_where(post.at, post.place, language)}", f"  said:     {plain(post.said[-1])}"]
    return lines


def plain(text: str) -> str:
    """Return a text as it reads: no invisible characters, one kind of space."""
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return " ".join(visible.split())


def _pattern(text: str) -> re.Pattern[str]:
    parts = (re.escape(plain(part)) for part in text.split(ANYTHING))
    return re.compile(r"\s*.*?\s*".join(parts), re.DOTALL)


def _vagueness(expectation: Expected) -> tuple[datetime, int, int]:
    text = max(expectation.text.values(), key=len, default="")
    return expectation.at, text.count(ANYTHING), -len(text)


def _again(post: Heard, expectation: Expected) -> bool:
    return post.place == expectation.place and answers(expectation, post)


def _minute(moment: datetime) -> str:
    return f"{moment.timestamp() // 60:.0f}"


def _nearest(text: str, expectation: Expected, heard: Iterable[Heard], language: str) -> list[str]:
    """Return the line that shows what was said instead, or elsewhere, or at another time, if anything resembles it."""
    scored = [(_likeness(text, post, expectation), post) for post in heard]
    score, post = max(scored, key=lambda pair: pair[0], default=(0.0, Heard(expectation.at, "", ("",))))
    if score < ALIKE_ENOUGH:
        return ["  nothing like it was said"]
    return [f"  nearest:  {plain(post.said[-1])}", f"            {_where(post.at, post.place, language)}"]


def _likeness(text: str, post: Heard, expectation: Expected) -> float:
    said = plain(post.said[-1])
    likeness = difflib.SequenceMatcher(None, text, said, autojunk=False).quick_ratio()
    same_place, same_time = post.place == expectation.place, _minute(post.at) == _minute(expectation.at)
    return likeness * (0.6 + 0.2 * same_place + 0.2 * same_time)


def _where(at: datetime, place: str, language: str) -> str:
    return f"{in_words(at, language)}, {place}"
