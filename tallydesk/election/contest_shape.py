"""The tables of contests, as definitions and packages have them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tallydesk.election.shape import Name, Strict, Texts


class ListShape(Strict):
    """`[[contests.lists]]`."""

    id: Name
    name: Texts


class CandidateShape(Strict):
    """`[[contests.candidates]]`; `list` names one of the lists."""

    id: Name
    name: Texts
    list: str | None = None
    withdrawn: bool = False


class ContestShape(Strict):
    """`[[contests]]`."""

    id: Name
    title: Texts
    form: Name
    seats: Annotated[int, Field(ge=1, le=1000)] = 1
    lists: list[ListShape] = Field(default_factory=list)
    candidates: Annotated[list[CandidateShape], Field(min_length=1)]
