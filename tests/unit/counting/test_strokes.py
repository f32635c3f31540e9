"""Ballots read aloud (U10): whatever is struck, undone and compared, a plain list says the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.place import Place
from tallydesk.counting.strokes import Strokes

A = Place("pear", "vote", "a")
B = Place("pear", "vote", "b")
INVALID = Place("pear", "line", "15")


@dataclass
class PaperSheet:
    """A tally keeper who writes one ballot below the other, and strikes out from the end."""

    stands: list[Place | None] = field(default_factory=list)
    """Each ballot of the pile as it lies now; None is set apart."""
    lot: list[tuple[str, Place | None]] = field(default_factory=list)

    def read(self, place: Place | None) -> None:
        self.stands.append(place)
        self.lot.append(("read", place))

    def decide(self, place: Place) -> None:
        self.stands.remove(None)
        self.stands.append(place)
        self.lot.append(("decided", place))

    def strike_out(self) -> None:
        how, place = self.lot.pop()
        self.stands.remove(place)
        if how == "decided":
            self.stands.append(None)

    def read_the_lot_again(self) -> None:
        while self.lot:
            self.strike_out()


DEEDS = st.lists(
    st.one_of(
        st.sampled_from([A, B, INVALID, None]),
        st.sampled_from(["undo", "agree", "differ", "decide-a", "decide-invalid"]),
    ),
    max_size=80,
)


@given(DEEDS)
def test_strokes_and_undone_ones_add_up_to_what_a_plain_list_says(
    deeds: list[Place | str | None],
) -> None:
    strokes, paper, struck = Strokes(), PaperSheet(), 0
    for deed in deeds:
        match deed:
            case "undo":
                if paper.lot:
                    paper.strike_out()
                    strokes = strokes.without_last()
            case "agree":
                paper.lot.clear()
                strokes = strokes.compared(agreed=True)
            case "differ":
                paper.read_the_lot_again()
                strokes = strokes.compared(agreed=False)
            case "decide-a" | "decide-invalid":
                if None in paper.stands:
                    place = A if deed == "decide-a" else INVALID
                    paper.decide(place)
                    strokes, struck = strokes.with_stroke(place, decided=True), struck + 1
            case str():
                raise AssertionError(deed)
            case place:
                paper.read(place)
                strokes, struck = strokes.with_stroke(place), struck + 1

        counted = Counter(paper.stands)
        assert strokes.doubtful == counted.pop(None, 0)
        assert dict(strokes.counts) == counted
        assert strokes.ballots == len(paper.stands)
        assert strokes.lot == sum(how == "read" for how, _ in paper.lot)
        assert [stroke.place for stroke in strokes.since] == [place for _, place in paper.lot]
        assert strokes.number == struck


@given(st.lists(st.sampled_from([A, B, INVALID, None]), max_size=40))
def test_all_undone_is_as_if_nothing_was_read_but_for_the_numbers(
    places: list[Place | None],
) -> None:
    strokes = Strokes()
    for place in places:
        strokes = strokes.with_stroke(place)
    for _ in places:
        strokes = strokes.without_last()
    assert strokes == Strokes(number=len(places))


def test_what_was_agreed_on_stands() -> None:
    strokes = Strokes().with_stroke(A).with_stroke(None).compared(agreed=True)
    with pytest.raises(IndexError):
        strokes.without_last()
    assert strokes.with_stroke(B).compared(agreed=False) == Strokes(3, {A: 1}, 1)


def test_a_decision_wants_a_ballot_that_is_set_apart() -> None:
    with pytest.raises(ValueError, match="no ballot is set apart"):
        Strokes().with_stroke(A, decided=True)
    with pytest.raises(ValueError, match="no ballot is set apart"):
        Strokes().with_stroke(None).with_stroke(None, decided=True)


def test_equal_strokes_are_one_value() -> None:
    assert len({Strokes().with_stroke(A), Strokes().with_stroke(A), Strokes()}) == 2
