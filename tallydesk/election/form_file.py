"""Reads a results form from its file; the format is in resources/formats/form-v1.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType

from tallydesk.election.expression import Compare, Comparison, Condition, LineTerm, Not
from tallydesk.election.form import Form, Line, Relation, Section
from tallydesk.election.form_checks import check_form
from tallydesk.election.form_shape import FormShape, LineShape, RelationShape
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.reach import named
from tallydesk.election.shape import shaped
from tallydesk.election.toml_source import UnreadableError, open_source
from tallydesk.election.wording import Wording

_CONTRARY: Mapping[Comparison, Comparison] = MappingProxyType(
    {"=": "<>", "<>": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
)


class FormMistakes(Mistakes):
    """A form that cannot be used, with everything that is wrong in it."""

    what = "form"


def read_form(data: bytes, name: str) -> Form:
    """The form that a file holds; `name` is the file's, without ending.

    Raises FormMistakes naming every mistake with line and key; what is no TOML at all is the only
    mistake it names.
    """
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise FormMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    shape = shaped(FormShape, source.table, margin)
    check_form(source.table, margin)
    if shape is None or margin.mistakes:
        raise FormMistakes(name, margin.mistakes)
    order = [line.id for line in shape.lines]
    return Form(
        name=name,
        title=Wording(shape.title),
        law=shape.law,
        original=shape.original,
        certifies=Wording(shape.certifies),
        sections=tuple(Section(each.id, Wording(each.title)) for each in shape.sections),
        lines=tuple(_line(each) for each in shape.lines),
        relations=tuple(_relation(each, order) for each in shape.relations),
        digest=sha256(data).digest(),
    )


def _line(shape: LineShape) -> Line:
    return Line(
        id=shape.id,
        label=Wording(shape.label),
        legal=Wording(shape.legal or shape.label),
        section=shape.section,
        stage=shape.stage,
        scope=shape.scope,
        source=shape.source,
        verified=shape.verified,
        derived=shape.derived,
        per_box=shape.per_box,
        known=shape.known,
        part_of=shape.part_of,
        worksheet=shape.worksheet,
    )


def _relation(shape: RelationShape, order: list[str]) -> Relation:
    # The checks have seen to it that it is one of the two.
    (holds,) = (each for each in (shape.holds, _turned(shape.finds_when)) if each is not None)
    pointed = shape.lines or _lines_of(holds)
    return Relation(
        code=shape.code,
        kind=shape.kind,
        holds=holds,
        lines=tuple(line for line in order if line in pointed),
        title=Wording(shape.title),
        todo=Wording(shape.todo),
        source=shape.source,
        verified=shape.verified,
    )


def _turned(condition: Condition | None) -> Condition | None:
    """What holds when the condition does not; a comparison stays one, with both sides to show."""
    if condition is None:
        return None
    if isinstance(condition, Compare):
        return Compare(condition.left, _CONTRARY[condition.comparison], condition.right)
    return condition.of if isinstance(condition, Not) else Not(condition)


def _lines_of(condition: Condition) -> Iterable[str]:
    return {atom.line for atom in named(condition) if isinstance(atom, LineTerm)}
