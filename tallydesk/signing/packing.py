"""A relation as a row of small unsigned numbers, and back.

Condition: an opcode, then its parts. Sum: how many summands, then for each its factor, then what
it multiplies. Names of lines and lists become positions. Numbers that may be negative are folded:
0, -1, 1, -2 become 0, 1, 2, 3. The table is in resources/formats/record-v1.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

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
from tallydesk.protocol.cbor import LARGEST_NUMBER

_COMPARISONS: tuple[Comparison, ...] = ("=", "<>", "<", "<=", ">", ">=")
_NOT, _ALL, _ANY, _IF = range(6, 10)
_LINE, _CONSTANT, _GIVEN, _VOTES, _LARGEST, _ABSOLUTE, _SUM, _TIMES = range(8)
_DEEPEST = 16
_MOST_PARTS = 2_000
"""Of one sum or condition; no form comes near."""


class PackingError(ValueError):
    """A relation that the sheet cannot carry, or a row of numbers that is none."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The names that positions stand for."""

    lines: tuple[str, ...]
    lists: tuple[str, ...]


def pack(condition: Condition, ids: Ids) -> tuple[int, ...]:
    """The row of numbers for a condition.

    Raises PackingError for a name that is not in `ids`, or a number beyond 31 bits.
    """
    row = tuple(_condition(condition, ids))
    if any(number > LARGEST_NUMBER for number in row):
        raise PackingError("a relation uses a number that is too large")
    # Nobody signs what nobody could read: one part of an AllOf, thirty levels.
    unpack(row, ids)
    return row


def unpack(row: Sequence[int], ids: Ids) -> Condition:
    """The condition that a row of numbers spells. Raises PackingError naming the position."""
    reader = _Reader(row, ids)
    condition = reader.condition(1)
    if reader.at != len(row):
        raise PackingError(f"relation: numbers left over at {reader.at}")
    return condition


def _condition(condition: Condition, ids: Ids) -> Iterator[int]:
    match condition:
        case Compare(left, comparison, right):
            yield _COMPARISONS.index(comparison)
            yield from _sum(left, ids)
            yield from _sum(right, ids)
        case Not(of):
            yield _NOT
            yield from _condition(of, ids)
        case AllOf(parts) | AnyOf(parts):
            yield _ALL if isinstance(condition, AllOf) else _ANY
            yield len(parts)
            for part in parts:
                yield from _condition(part, ids)
        case IfThen(premise, consequence):
            yield _IF
            yield from _condition(premise, ids)
            yield from _condition(consequence, ids)
        case _:
            assert_never(condition)


def _sum(total: Sum, ids: Ids) -> Iterator[int]:
    yield len(total.terms)
    for term in total.terms:
        yield _folded(term.factor)
        yield from _atom(term.of, ids)


def _atom(atom: Atom, ids: Ids) -> Iterator[int]:
    match atom:
        case LineTerm(line):
            yield from (_LINE, _position(line, ids.lines))
        case Constant(number):
            yield from (_CONSTANT, _folded(number))
        case Given(name):
            yield from (_GIVEN, _position(name, GIVENS))
        case VotesTerm(list_id):
            yield from (_VOTES, _list(list_id, ids))
        case LargestVote(list_id):
            yield from (_LARGEST, _list(list_id, ids))
        case Absolute(of):
            yield _ABSOLUTE
            yield from _sum(of, ids)
        case Sum():
            yield _SUM
            yield from _sum(atom, ids)
        case Times(given, of):
            yield from (_TIMES, _position(given, GIVENS))
            yield from _sum(of, ids)
        case _:
            assert_never(atom)


def _folded(number: int) -> int:
    return 2 * number if number >= 0 else -2 * number - 1


def _position(name: str, names: tuple[str, ...]) -> int:
    if name not in names:
        raise PackingError(f"a relation names {name}, which this contest does not have")
    return names.index(name)


def _list(list_id: str | None, ids: Ids) -> int:
    return 0 if list_id is None else 1 + _position(list_id, ids.lists)


class _Reader:
    """Walks once over the row; `at` is the next number."""

    def __init__(self, row: Sequence[int], ids: Ids) -> None:
        self.row = row
        self.ids = ids
        self.at = 0

    def condition(self, depth: int) -> Condition:
        self._not_deeper(depth)
        code = self._below(_IF + 1)
        if code < len(_COMPARISONS):
            left = self._sum(depth + 1)
            return Compare(left, _COMPARISONS[code], self._sum(depth + 1))
        if code == _NOT:
            return Not(self.condition(depth + 1))
        if code == _IF:
            premise = self.condition(depth + 1)
            return IfThen(premise, self.condition(depth + 1))
        count = self._count(2)
        parts = tuple(self.condition(depth + 1) for _ in range(count))
        return AllOf(parts) if code == _ALL else AnyOf(parts)

    def _sum(self, depth: int) -> Sum:
        self._not_deeper(depth)
        return Sum(tuple(self._term(depth) for _ in range(self._count(1))))

    def _term(self, depth: int) -> Term:
        factor = self._unfolded()
        return Term(factor, self._atom(depth))

    def _atom(self, depth: int) -> Atom:
        code = self._below(_TIMES + 1)
        match code:  # the numbers of _LINE to _TIMES
            case 0:
                atom: Atom = LineTerm(self._name(self.ids.lines))
            case 1:
                atom = Constant(self._unfolded())
            case 2:
                atom = Given(self._name(GIVENS))
            case 3:
                atom = VotesTerm(self._list())
            case 4:
                atom = LargestVote(self._list())
            case 5:
                atom = Absolute(self._sum(depth + 1))
            case 6:
                atom = self._sum(depth + 1)
            case _:
                given = self._name(GIVENS)
                atom = Times(given, self._sum(depth + 1))
        return atom

    def _next(self) -> int:
        if self.at >= len(self.row):
            raise PackingError("relation: numbers are missing at the end")
        number = self.row[self.at]
        self.at += 1
        return number

    def _below(self, bound: int) -> int:
        number = self._next()
        if number >= bound:
            raise PackingError(f"relation: {number} at {self.at - 1} means nothing")
        return number

    def _count(self, least: int) -> int:
        number = self._below(_MOST_PARTS + 1)
        if number < least:
            raise PackingError(f"relation: {number} parts at {self.at - 1} are too few")
        return number

    def _unfolded(self) -> int:
        number = self._next()
        return number // 2 if number % 2 == 0 else -(number + 1) // 2

    def _name(self, names: tuple[str, ...]) -> str:
        return names[self._below(len(names))]

    def _list(self) -> str | None:
        position = self._below(len(self.ids.lists) + 1)
        return self.ids.lists[position - 1] if position else None

    def _not_deeper(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise PackingError(f"relation: more than {_DEEPEST} levels deep")
