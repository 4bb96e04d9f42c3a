"""The standing items that frame every meeting, unless the council lays down others."""

from dataclasses import dataclass

from council.item import Kind, Part, Raiser


@dataclass(frozen=True)
class Standing:
    """A standing item as the template has it.

    Args:
        name: the key of the text that names it.
    """

    name: str
    kind: Kind
    minutes: int
    raised_by: str
    part: Part = Part.OPENING


TEMPLATE = (
    Standing("standing-opening", Kind.INFO, 5, Raiser.CHAIR),
    Standing("standing-approval", Kind.DECISION, 5, Raiser.CHAIR),
    Standing("standing-last-time", Kind.FOLLOW_UP, 10, Raiser.SECRETARY),
    Standing("standing-police", Kind.INFO, 10, "POL"),
    Standing("standing-city", Kind.INFO, 10, "SDF"),
    Standing("standing-round", Kind.INFO, 10, Raiser.EVERYONE),
    Standing("standing-residents", Kind.DISCUSSION, 15, Raiser.DIGEST),
    Standing("standing-closing", Kind.INFO, 3, Raiser.CHAIR, Part.CLOSING),
)
