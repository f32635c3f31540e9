"""A small election made of values, for tests that need no files.

One contest, three pears and apples, one mobile and one stationary box, three members of whom two
are a quorum. The form has one relation of every kind.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tallydesk.counting.figures import Figures
from tallydesk.election.definition import (
    Box,
    Candidate,
    Contest,
    Definition,
    Hours,
    Member,
    Package,
    Policy,
    Station,
)
from tallydesk.election.expression import Atom, Compare, LineTerm, Sum, Term, VotesTerm
from tallydesk.election.form import BoxKind, FindingKind, Form, Line, Relation, Section, Stage
from tallydesk.election.wording import Wording

CLOSES = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def said(text: str) -> Wording:
    """A text in English alone."""
    return Wording({"en": text})


def plus(*atoms: Atom) -> Sum:
    """The sum of terms taken once each."""
    return Sum(tuple(Term(1, atom) for atom in atoms))


def line(line_id: str, stage: Stage, per_box: BoxKind | None = None) -> Line:
    """A line of a contest."""
    return Line(
        id=line_id,
        label=said(f"line {line_id}"),
        legal=said(f"line {line_id}"),
        section=stage,
        stage=stage,
        scope="contest",
        source="invented",
        verified=False,
        per_box=per_box,
    )


def relation(code: str, kind: FindingKind, holds: Compare, *lines: str) -> Relation:
    """A relation with plain words."""
    return Relation(code, kind, holds, lines, said(code), said("count again"), "invented", False)


LINES = (
    line("3", "before"),
    line("5", "before"),
    line("8", "before"),
    line("6", "before"),
    line("12", "mobile", "mobile"),
    line("13", "stationary", "stationary"),
    line("14", "count"),
    line("15", "count"),
)

RELATIONS = (
    relation("A1", "arithmetic", Compare(plus(LineTerm("14")), "=", plus(VotesTerm())), "14"),
    relation(
        "B1",
        "account",
        Compare(plus(LineTerm("3")), "=", plus(LineTerm("5"), LineTerm("8"))),
        "3",
        "5",
        "8",
    ),
    relation(
        "C1", "consequence", Compare(plus(LineTerm("12")), "<=", plus(LineTerm("6"))), "6", "12"
    ),
    relation("Q1", "ask", Compare(plus(LineTerm("15")), "<", plus(LineTerm("14"))), "14", "15"),
)

FORM = Form(
    name="pears",
    title=said("Protocol of pears"),
    law="invented",
    original="printout",
    certifies=said("true copy"),
    sections=tuple(
        Section(name, said(name)) for name in ("before", "mobile", "stationary", "count")
    ),
    lines=LINES,
    relations=RELATIONS,
    digest=bytes(32),
)

CONTEST = Contest(
    id="pear",
    title=said("Pear of the year"),
    form=FORM,
    seats=1,
    candidates=(
        Candidate("a", said("Anjou")),
        Candidate("b", said("Bosc")),
        Candidate("c", said("Comice"), withdrawn=True),
    ),
)

PACKAGE = Package(
    purpose="practice",
    definition=Definition("pears-2026", said("Pears"), date(2026, 11, 20), (CONTEST,)),
    station=Station(
        constituency="000",
        number="01",
        name=said("Orchard"),
        listed=100,
        received={"pear": 120},
        boxes=(Box("M1", "mobile"), Box("S1", "stationary")),
    ),
    hours=Hours(datetime(2026, 11, 20, 4, 0, tzinfo=UTC), CLOSES, "Asia/Baku", 240),
    members=(
        Member(1, "Ada", "chair"),
        Member(2, "Ben", "secretary"),
        Member(3, "Cem", "member"),
        Member(4, "Dan", "member", decisive=False),
    ),
    policy=Policy(("before", "mobile", "stationary", "count"), 50, "en", 2),
    station_secret="0000-0000-0000-0000",
    digest=bytes(32),
)

AGREEING = Figures(
    {"3": 120, "5": 90, "8": 30, "6": 4, "12": 4, "13": 86, "14": 88, "15": 2},
    {"a": 50, "b": 38},
    {},
)
"""Figures over which no relation of the form finds anything."""


def with_form(form: Form) -> Package:
    """The package with another form in its only contest."""
    contest = replace(CONTEST, form=form)
    return replace(PACKAGE, definition=replace(PACKAGE.definition, contests=(contest,)))
