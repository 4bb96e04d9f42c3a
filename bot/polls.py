"""Polls as clients show them (MSC3381), under the prefix that they use today."""

from bot.markup import plain_text
from council.text import Poll, PollEnd
from locales import Texts

START, END = "org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end"
TEXT = "org.matrix.msc1767.text"
EVENT_TYPES = {"poll": START, "poll-end": END}


def poll_content(poll: Poll, texts: Texts) -> dict[str, object]:
    """Return what opens a poll, readable as plain text where polls are not known."""
    question = plain_text([poll.question], texts)
    answers = [(name, plain_text([words], texts)) for name, words in poll.answers]
    fallback = "\n".join([question, *(f"{count}. {words}" for count, (_name, words) in enumerate(answers, start=1))])
    return {
        START: {
            "question": {TEXT: question, "body": question, "msgtype": "m.text"},
            "kind": "org.matrix.msc3381.poll.disclosed",
            "max_selections": 1,
            "answers": [{"id": name, TEXT: words} for name, words in answers],
        },
        TEXT: fallback,
        "body": fallback,
        "m.mentions": {},
    }


def poll_end_content(end: PollEnd, texts: Texts) -> dict[str, object]:
    """Return what closes a poll; the poll itself is filled in when it is known what event it became."""
    result = plain_text([end.result], texts)
    return {END: {}, TEXT: result, "body": result, "m.mentions": {}}
