"""An equation with the figures in it: `18 + 1015 = 1034` where the form says `12 + 13 = 5`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tallydesk.counting.figures import Figures
from tallydesk.election.expression import Condition, Sum, Term
from tallydesk.election.expression_text import Leaf, said_with
from tallydesk.rules.relation import total

BLANK = "…"
"""What stands for a figure that nobody has written yet."""

_IN_ENGLISH: Mapping[str, str] = MappingProxyType({})


def shown_with_figures(
    of: Condition | Sum, figures: Figures, words: Mapping[str, str] = _IN_ENGLISH
) -> str:
    """The expression with each line, vote sum and given number as its figure.

    A sum of votes is one figure. `words` as in `election.expression_text.shown`.
    """

    def figure(leaf: Leaf) -> str:
        count = total(Sum((Term(1, leaf),)))(figures)
        return BLANK if count is None else str(count)

    return said_with(of, figure, words)
