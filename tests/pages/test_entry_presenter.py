"""The presenter of the page for figures, without a window: whole evenings at random."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallydesk.counting.place import Place
from tallydesk.counting.typed import Count, read_typed
from tallydesk.ui.entry_presenter import EntryPresenter, EntryState
from tallydesk.ui.language import Language
from tests.evening import CHAIR, SECRETARY, Evening

FIRST, SECOND = "before.pear.first", "before.pear.second"
FIGURES = st.lists(st.integers(0, 5), min_size=5, max_size=5)
TYPED = st.lists(st.one_of(st.text(max_size=4), st.integers(0, 9999).map(str)), max_size=5)


def entered(evening: Evening, step_id: str) -> EntryPresenter:
    return EntryPresenter(evening.session, evening.session.plan.step(step_id))


@given(TYPED)
def test_whatever_is_typed_only_figures_are_kept_and_continue_needs_them_all(
    texts: list[str],
) -> None:
    evening = Evening(Language()).up_to(FIRST)
    presenter = entered(evening, FIRST)
    for number, text in enumerate(texts):
        presenter.typed(number, "total", text)
        presenter.left(number)

    state = presenter.go_on()

    said = [read_typed(text) for text in texts]
    figures = [each.number for each in said if isinstance(each, Count)]
    assert list(evening.session.night.first.values()) == figures
    assert state.finished == (len(figures) == len(state.rows))
    assert [row.total for row in state.rows[: len(texts)]] == texts


@given(FIGURES, FIGURES)
def test_the_second_entry_blanks_what_differs_and_nothing_else(
    first: list[int], second: list[int]
) -> None:
    """U8."""
    evening = Evening(Language()).up_to(FIRST)
    write(entered(evening, FIRST), first)
    evening.sits_down(SECRETARY, "before.takeover")
    presenter = entered(evening, SECOND)

    state = write(presenter, second)

    differs = [a != b for a, b in zip(first, second, strict=True)]
    assert state.finished == (not any(differs))
    assert [row.total == "" for row in state.rows] == differs
    assert [row.trouble == "differs" for row in state.rows] == differs


@given(FIGURES, FIGURES)
def test_in_the_second_entry_no_state_holds_a_first_figure(
    first: list[int], second: list[int]
) -> None:
    """U7."""
    evening = Evening(Language()).up_to(FIRST)
    presenter = entered(evening, FIRST)
    write(presenter, [figure + 1000 for figure in first])
    evening.sits_down(SECRETARY, "before.takeover")
    again = entered(evening, SECOND)
    shown = [repr(again.state)]
    shown.append(repr(write(again, second)))

    assert not any(f"{figure + 1000}" in state for figure in first for state in shown)


def test_the_same_figures_come_back_after_a_restart() -> None:
    evening = Evening(Language()).up_to(FIRST)
    presenter = entered(evening, FIRST)
    presenter.typed(0, "total", "1250")
    presenter.left(0)

    again = entered(evening, FIRST)

    assert again.state.rows[0].total == "1250"
    assert again.start == 1


def test_an_emptied_field_is_empty_on_the_disk_too() -> None:
    evening = Evening(Language()).up_to(FIRST, member=CHAIR)
    presenter = entered(evening, FIRST)
    for text in ("1250", "1250x"):
        presenter.typed(0, "total", text)
        presenter.left(0)

    assert Place("pear", "line", "3") not in evening.session.night.first


def write(presenter: EntryPresenter, figures: list[int]) -> EntryState:
    for number, figure in enumerate(figures):
        presenter.typed(number, "total", str(figure))
        presenter.left(number)
    return presenter.go_on()
