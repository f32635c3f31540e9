"""Laws of the journal's chain: whatever is done to it shows, at the first entry it was done to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tallydesk.workflow.chain import (
    Break,
    entry_after,
    follows,
    milliseconds,
    moment,
    verify_chain,
)
from tallydesk.workflow.ports import Entry

BEGAN = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
WAIT = st.integers(0, 10**9).map(lambda count: timedelta(milliseconds=count))
CONTENT = st.tuples(WAIT, st.integers(0, 99), TEXT, TEXT)


def chained(contents: list[tuple[timedelta, int, str, str]]) -> list[Entry]:
    entries: list[Entry] = []
    last = None
    for wait, member, kind, body in contents:
        last = entry_after(last, BEGAN + wait, member, kind, body)
        entries.append(last)
    return entries


CHAINS = st.lists(CONTENT, min_size=1, max_size=8).map(chained)


@given(CHAINS)
def test_a_chain_as_it_was_written_holds(entries: list[Entry]) -> None:
    assert verify_chain(entries) is None


@given(CHAINS, st.data())
def test_a_changed_entry_is_named(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    old = entries[place]
    changed = data.draw(
        st.one_of(
            WAIT.map(lambda wait: replace(old, at=BEGAN + wait)),
            st.integers(0, 99).map(lambda member: replace(old, member=member)),
            TEXT.map(lambda kind: replace(old, kind=kind)),
            TEXT.map(lambda body: replace(old, body=body)),
            st.binary(min_size=32, max_size=32).map(lambda digest: replace(old, digest=digest)),
        ).filter(lambda entry: entry != old)
    )
    entries[place] = changed
    assert verify_chain(entries) == Break(old.number, "content")


@given(CHAINS, st.data())
def test_an_entry_that_is_missing_is_named(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    gone = entries.pop(place)
    expected = Break(gone.number, "number") if place < len(entries) else None
    assert verify_chain(entries) == expected


@given(CHAINS, st.data())
def test_an_entry_that_stands_twice_is_named(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    entries.insert(place, entries[place])
    assert verify_chain(entries) == Break(place + 2, "number")


@given(CHAINS, CHAINS)
def test_a_chain_grafted_on_another_is_named(ours: list[Entry], theirs: list[Entry]) -> None:
    grafted = theirs[len(ours) :]
    joined = verify_chain(ours + grafted)
    if grafted and ours[-1].digest != theirs[len(ours) - 1].digest:
        assert joined == Break(len(ours) + 1, "content")
    else:
        assert joined is None


@given(st.text("ab", max_size=4), st.text("ab", max_size=4))
def test_moving_a_letter_from_kind_to_body_shows(kind: str, body: str) -> None:
    entry = entry_after(None, BEGAN, 1, kind + "a", body)
    moved = replace(entry, kind=kind, body="a" + body)
    assert not follows(moved, 0, bytes(32))


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_comes_back_as_it_was_written(at: datetime) -> None:
    whole = at.replace(microsecond=at.microsecond // 1000 * 1000)
    assert moment(milliseconds(whole)) == whole
