"""The tables of a form file."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from tallydesk.election.form import BoxKind, FindingKind, Role, Stage
from tallydesk.election.shape import (
    Code,
    ConditionText,
    Language,
    LineId,
    Name,
    PlainText,
    Strict,
    SumText,
    Texts,
)


class SectionShape(Strict):
    """`[[sections]]`."""

    id: Name
    title: Texts


class LineShape(Strict):
    """`[[lines]]`."""

    id: LineId
    section: str
    label: Texts
    legal: Texts | None = None
    stage: Stage
    scope: Literal["station", "contest"] = "contest"
    source: PlainText
    verified: bool
    derived: SumText | None = None
    per_box: BoxKind | None = None
    known: Literal["listed", "received"] | None = None
    part_of: str | None = None
    worksheet: bool = False
    by_page: bool = False
    role: Role | None = None
    read_aloud: bool = False


class RelationShape(Strict):
    """`[[relations]]`."""

    code: Code
    kind: FindingKind
    holds: ConditionText | None = None
    finds_when: ConditionText | None = None
    lines: Annotated[list[str], Field(min_length=1)] | None = None
    title: Texts
    todo: Texts
    source: PlainText
    verified: bool


class FormShape(Strict):
    """The whole file."""

    format: Literal[1]
    languages: Annotated[list[Language], Field(min_length=1)]
    title: Texts
    law: PlainText
    original: Literal["booklet", "printout"]
    certifies: Texts
    reports: Annotated[list[time], Field(max_length=48)] = Field(default_factory=list)
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    lines: Annotated[list[LineShape], Field(min_length=1)]
    relations: list[RelationShape] = Field(default_factory=list)
