"""Reads an election with its contests; the format is in resources/formats/form-v1.md."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from tallydesk.election.contest_checks import FormBytes, check_contests, contest_of
from tallydesk.election.contest_shape import ContestShape
from tallydesk.election.definition import Definition
from tallydesk.election.language_checks import check_languages
from tallydesk.election.mistake import Margin, Mistakes
from tallydesk.election.shape import Language, Name, PlainText, Strict, Texts, shaped
from tallydesk.election.toml_source import UnreadableError, open_source, tables
from tallydesk.election.wording import Wording


class DefinitionMistakes(Mistakes):
    """A definition that cannot be used, with everything that is wrong in it."""

    what = "definition"


class DefinitionShape(Strict):
    """The whole file. `source` and `notes` are for readers of the file."""

    format: Literal[1]
    languages: Annotated[list[Language], Field(min_length=1)]
    id: Name
    title: Texts
    day: date
    source: PlainText | None = None
    notes: list[PlainText] = Field(default_factory=list)
    contests: Annotated[list[ContestShape], Field(min_length=1)]


def read_definition(data: bytes, *, form_bytes: FormBytes, name: str = "definition") -> Definition:
    """The election that a file defines. Raises DefinitionMistakes naming every mistake."""
    try:
        source = open_source(data)
    except UnreadableError as error:
        raise DefinitionMistakes(name, (error.mistake,)) from error
    margin = Margin(source.lines)
    shape = shaped(DefinitionShape, source.table, margin)
    check_languages(source.table, margin)
    forms = check_contests(source.table, form_bytes, margin)
    if shape is None or margin.mistakes:
        raise DefinitionMistakes(name, margin.mistakes)
    return Definition(
        id=shape.id,
        title=Wording(shape.title),
        day=shape.day,
        contests=tuple(
            contest_of(each, forms[str(each["form"])])
            for _, each in tables(source.table, "contests")
        ),
    )
