"""Reads a results form from its file; the format is in resources/formats/form-v1.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from tallydesk.election.expression import Compare, Comparison, Condition, LineTerm, Not
from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.form import Form, Line, Relation, Section
from tallydesk.election.form_checks import check_form
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.reach import named
from tallydesk.election.toml_source import UnreadableError, open_source
from tallydesk.election.wording import Wording

_CONTRARY: Mapping[Comparison, Comparison] = MappingProxyType(
    {"=": "<>", "<>": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
)


class FormMistakes(Mistakes):
    """A form that cannot be used, with everything that is wrong in it."""

    what = "form"


def read_form(data: bytes, name: str, *, read_before: bool = False) -> Form:
    """The form that a file holds; `name` is the file's, without ending.

    `read_before` says that these very octets passed once: what each table holds is not gone
    through again, which spares the library for it (0.2 s to import); whether the tables fit
    together is. Raises FormMistakes naming every mistake with line and key; what is no TOML at
    all is the only mistake it names.
    """
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise FormMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    if not read_before:
        _check_shape(source.table, margin)
    check_form(source.table, margin)
    if margin.mistakes:
        raise FormMistakes(name, margin.mistakes)
    return _form(source.table, name, sha256(data).digest())


def _check_shape(table: Mapping[str, object], margin: Margin) -> None:
    from tallydesk.election.form_shape import FormShape
    from tallydesk.election.shape import shaped

    shaped(FormShape, table, margin)


def _form(table: Mapping[str, Any], name: str, digest: bytes) -> Form:
    order = [line["id"] for line in table["lines"]]
    return Form(
        name=name,
        title=Wording(table["title"]),
        law=table["law"],
        original=table["original"],
        certifies=Wording(table["certifies"]),
        sections=tuple(Section(each["id"], Wording(each["title"])) for each in table["sections"]),
        lines=tuple(_line(each) for each in table["lines"]),
        relations=tuple(_relation(each, order) for each in table.get("relations", ())),
        digest=digest,
        reports=tuple(table.get("reports", ())),
    )


def _line(table: Mapping[str, Any]) -> Line:
    return Line(
        id=table["id"],
        label=Wording(table["label"]),
        legal=Wording(table.get("legal", table["label"])),
        section=table["section"],
        stage=table["stage"],
        scope=table.get("scope", "contest"),
        source=table["source"],
        verified=table["verified"],
        derived=parse_sum(table["derived"]) if "derived" in table else None,
        per_box=table.get("per_box"),
        known=table.get("known"),
        part_of=table.get("part_of"),
        worksheet=table.get("worksheet", False),
        by_page=table.get("by_page", False),
        role=table.get("role"),
        read_aloud=table.get("read_aloud", False),
    )


def _relation(table: Mapping[str, Any], order: list[str]) -> Relation:
    # The checks have seen to it that it is one of the two.
    holds = (
        parse_condition(table["holds"])
        if "holds" in table
        else _turned(parse_condition(table["finds_when"]))
    )
    pointed = table.get("lines") or _lines_of(holds)
    return Relation(
        code=table["code"],
        kind=table["kind"],
        holds=holds,
        lines=tuple(line for line in order if line in pointed),
        title=Wording(table["title"]),
        todo=Wording(table["todo"]),
        source=table["source"],
        verified=table["verified"],
    )


def _turned(condition: Condition) -> Condition:
    """What holds when the condition does not; a comparison stays one, with both sides to show."""
    if isinstance(condition, Compare):
        return Compare(condition.left, _CONTRARY[condition.comparison], condition.right)
    return condition.of if isinstance(condition, Not) else Not(condition)


def _lines_of(condition: Condition) -> Iterable[str]:
    return {atom.line for atom in named(condition) if isinstance(atom, LineTerm)}
