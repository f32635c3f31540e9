"""The contest sheet and its packed relations."""

from dataclasses import replace

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.election.definition import Candidate, CandidateList, Contest
from tallydesk.election.expression import (
    GIVENS,
    Absolute,
    AllOf,
    AnyOf,
    Atom,
    Compare,
    Comparison,
    Condition,
    Constant,
    Given,
    IfThen,
    LargestVote,
    LineTerm,
    Not,
    Sum,
    Term,
    Times,
    VotesTerm,
)
from tallydesk.protocol.cbor import CborError, Item, decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.contest_sheet import (
    SheetCandidate,
    SheetRelation,
    read_sheet,
    sheet_digest,
    sheet_of,
)
from tallydesk.signing.packing import Ids, PackingError, pack, unpack
from tests.builders import CONTEST, FORM, plus, relation, said

IDS = Ids(("3", "5", "14"), ("red", "blue"))

comparisons: st.SearchStrategy[Comparison] = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])
lists = st.sampled_from([None, *IDS.lists])
plain: st.SearchStrategy[Atom] = (
    st.sampled_from(IDS.lines).map(LineTerm)
    | st.integers(-(2**31), 2**31 - 1).map(Constant)
    | st.sampled_from(GIVENS).map(Given)
    | lists.map(VotesTerm)
    | lists.map(LargestVote)
)


def sums(atoms: st.SearchStrategy[Atom]) -> st.SearchStrategy[Sum]:
    terms = st.builds(Term, st.integers(-1000, 1000), atoms)
    return st.lists(terms, min_size=1, max_size=3).map(lambda each: Sum(tuple(each)))


deep: st.SearchStrategy[Atom] = (
    plain
    | sums(plain)
    | sums(plain).map(Absolute)
    | st.builds(Times, st.sampled_from(GIVENS), sums(plain))
)
compares = st.builds(Compare, sums(deep), comparisons, sums(deep))
conditions: st.SearchStrategy[Condition] = st.recursive(
    compares,
    lambda inner: (
        inner.map(Not)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts)))
        | st.builds(IfThen, inner, inner)
    ),
    max_leaves=6,
)


@given(conditions)
def test_every_relation_survives_packing(condition: Condition) -> None:
    assert unpack(pack(condition, IDS), IDS) == condition


@given(st.lists(st.integers(0, 12), max_size=12))
def test_whatever_row_is_read_has_no_other_spelling(row: list[int]) -> None:
    try:
        condition = unpack(row, IDS)
    except PackingError:
        return
    assert pack(condition, IDS) == tuple(row)


def test_the_documented_example_is_packed_as_documented() -> None:
    balance = Compare(plus(LineTerm("3")), "=", plus(LineTerm("5"), LineTerm("14")))
    assert pack(balance, IDS) == (0, 1, 2, 0, 0, 2, 2, 0, 1, 2, 0, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([], "missing at the end"),
        ([10], "10 at 0 means nothing"),
        ([0, 0], "0 parts at 1 are too few"),
        ([0, 2001], "2001 at 1"),
        ([0, 1, 2, 8], "8 at 3"),
        ([0, 1, 2, 0, 3], "3 at 4"),
        ([0, 1, 2, 2, 6], "6 at 4"),
        ([0, 1, 2, 3, 3], "3 at 4"),
        ([7, 1], "1 parts at 1"),
        ([0, 1, 2, 0, 0, 1, 2, 0, 0, 9], "left over at 9"),
        ([6] * 40, "levels deep"),
        ([0] + [1, 0, 6] * 40, "levels deep"),
    ],
)
def test_other_rows_are_refused_with_their_place(row: list[int], reason: str) -> None:
    with pytest.raises(PackingError, match=reason):
        unpack(row, IDS)


@pytest.mark.parametrize(
    ("atom", "reason"),
    [
        (LineTerm("99"), "names 99"),
        (Given("weather"), "names weather"),
        (VotesTerm("green"), "names green"),
        (Constant(2**31), "too large"),
        (Constant(-(2**31) - 1), "too large"),
    ],
)
def test_what_the_sheet_cannot_say_is_refused(atom: Atom, reason: str) -> None:
    with pytest.raises(PackingError, match=reason):
        pack(Compare(plus(atom), "=", plus(Constant(0))), IDS)


def test_a_condition_that_could_not_be_read_is_not_packed() -> None:
    single = AllOf((Compare(plus(Constant(0)), "=", plus(Constant(0))),))
    with pytest.raises(PackingError, match="too few"):
        pack(single, IDS)


LISTED = Contest(
    id="council",
    title=said("Council"),
    form=FORM,
    seats=3,
    candidates=(
        Candidate("a", said("Anjou"), "blue"),
        Candidate("b", said("Bosc")),
        Candidate("c", said("Comice"), "red", withdrawn=True),
    ),
    lists=(CandidateList("red", said("Red")), CandidateList("blue", said("Blue"))),
)


def test_names_lines_and_arithmetic_travel() -> None:
    sheet = read_sheet(sheet_of("pears-2026", CONTEST))
    assert (sheet.election, sheet.contest, sheet.title) == (
        "pears-2026",
        "pear",
        "Pear of the year",
    )
    assert sheet.lines == ("3", "5", "8", "6", "12", "13", "14", "15")
    assert sheet.candidates == (
        SheetCandidate("a", "Anjou", None),
        SheetCandidate("b", "Bosc", None),
    )
    arithmetic = FORM.relations[0]
    assert sheet.relations == (SheetRelation("A1", arithmetic.holds),)
    assert sheet.seats == 1


def test_lists_travel_even_when_nobody_stands_on_them() -> None:
    for_red = relation(
        "A9", "arithmetic", Compare(plus(VotesTerm("red")), "<=", plus(LineTerm("14"))), "14"
    )
    contest = replace(LISTED, form=replace(FORM, relations=(for_red,)))
    sheet = read_sheet(sheet_of("council-2026", contest))
    assert sheet.lists == ("red", "blue")
    assert sheet.candidates[0] == SheetCandidate("a", "Anjou", "blue")
    assert sheet.relations == (SheetRelation("A9", for_red.holds),)
    assert sheet.seats == 3


def test_the_sheet_speaks_the_language_it_is_asked_for() -> None:
    assert sheet_of("e", CONTEST, language="az") == sheet_of("e", CONTEST)
    assert len(sheet_digest(sheet_of("e", CONTEST))) == 32


def test_another_decoder_reads_the_documented_map() -> None:
    assert cbor2.loads(sheet_of("pears-2026", LISTED)) == {
        0: 1,
        1: "pears-2026",
        2: ["council", "Council"],
        3: ["3", "5", "8", "6", "12", "13", "14", "15"],
        4: [["a", "Anjou", 2], ["b", "Bosc", 0]],
        5: [["A1", [0, 1, 2, 0, 6, 1, 2, 3, 0]]],
        6: 3,
        7: ["red", "blue"],
    }


@pytest.mark.parametrize(
    "fields",
    [
        {0: 2},
        {1: 0},
        {2: ("pear",)},
        {3: ("3", "3")},
        {3: (3,)},
        {4: (("a", "Anjou"),)},
        {4: (("a", "Anjou", 1),)},
        {4: (("a", "Anjou", 0), ("a", "Bosc", 0))},
        {5: (("A1",),)},
        {5: (("A1", ("0",)),)},
        {5: (("A1", ()),)},
        {5: ((1, ()),)},
        {5: (("A1", (0, 1, 2, 0, 0, 1, 2, 0, 0)), ("A1", (0, 1, 2, 0, 0, 1, 2, 0, 0)))},
        {6: ""},
        {7: ("red", "red")},
        {7: (0,)},
        {8: 0},
    ],
)
def test_a_field_of_another_shape_is_refused(fields: dict[int, Item]) -> None:
    read = decode(sheet_of("pears-2026", CONTEST))
    assert isinstance(read, dict)
    with pytest.raises((ShapeError, PackingError, CborError)):
        read_sheet(encode({**read, **fields}))


def test_a_candidate_on_an_unknown_list_has_no_sheet() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        sheet_of("e", replace(LISTED, lists=()))
