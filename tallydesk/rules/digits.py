"""Slips of the pen in one figure: which figure was meant, when this one was written.

A figure that loses its first digit may leave zeros in front, which nobody keeps: 105 without its 1
is 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from tallydesk.counting.typed import LARGEST_COUNT

DigitSlip = Literal["digits-exchanged", "digit-missing", "digit-doubled"]

BIT = 4
"""Costs are counted in quarters of a bit: 4 more is half as likely."""

_FAR = 4 * BIT
"""Digits that do not stand side by side are seldom exchanged."""

_ZEROS = 2 * BIT
"""A figure with a zero in front looks odd to whoever writes it."""


SMALLEST = 9
"""No slip of the pen changes a figure by less: 10 becomes 1, 21 becomes 12."""


def bits(count: int) -> int:
    """How unlikely one of `count` equal chances is."""
    return BIT * max(count - 1, 0).bit_length()


def digit_slips(meant: int, written: int) -> Iterator[tuple[DigitSlip, int]]:
    """The slips that make `written` of `meant`, each with its cost; both from 0."""
    true, seen = str(meant), str(written)
    if len(true) == len(seen) and (meant - written) % 9:
        return  # digits that change places leave a multiple of nine, and nothing else is as long
    if len(true) == len(seen):
        pairs = enumerate(zip(true, seen, strict=True))
        apart = [place for place, (one, other) in pairs if one != other]
        if len(apart) == 2:  # noqa: PLR2004 - two digits
            one, other = apart
            if (true[one], true[other]) == (seen[other], seen[one]):
                near = 0 if other == one + 1 else _FAR
                yield "digits-exchanged", near + bits(len(true) - 1)
    if len(true) > 1:
        costs = [_lost(true[:place] + true[place + 1 :], seen) for place in range(len(true))]
        cost = min((each for each in costs if each is not None), default=None)
        if cost is not None:
            yield "digit-missing", cost + bits(len(true))
    if len(seen) == len(true) + 1 and any(
        true[:place] + true[place - 1] + true[place:] == seen for place in range(1, len(seen))
    ):
        yield "digit-doubled", bits(len(true))


def _lost(left: str, seen: str) -> int | None:
    """The cost when `seen` is what these digits say; None when they say something else."""
    if left == seen:
        return 0
    return _ZEROS if str(int(left)) == seen else None


def meant_by(written: int) -> tuple[int, ...]:
    """Every other figure from which one slip of the pen makes this one; none with zeros lost."""
    seen = str(written)
    found: set[int] = set()
    for one, other in combinations(range(len(seen)), 2):
        digits = list(seen)
        digits[one], digits[other] = digits[other], digits[one]
        if digits[0] != "0":
            found.add(int("".join(digits)))
    for place in range(len(seen) + 1):
        found.update(int(seen[:place] + digit + seen[place:]) for digit in "0123456789")
    for place in range(1, len(seen)):
        if seen[place] == seen[place - 1]:
            found.add(int(seen[:place] + seen[place + 1 :]))
    return tuple(sorted(each for each in found - {written} if each <= LARGEST_COUNT))
