"""The arithmetic of a contest sheet, written from resources/formats/record-v1.md alone (section 7).

None is what a record does not say; a row of numbers that means nothing raises ValueError.
"""

from typing import Any


def false_relations(sheet: dict[int, Any], lines: list[int], votes: list[int]) -> set[str]:
    """The codes of the relations of a sheet that are false for these figures."""
    return {code for code, row in sheet[5] if _Reader(sheet, lines, votes, row).truth() is False}


class _Reader:
    def __init__(
        self, sheet: dict[int, Any], lines: list[int], votes: list[int], row: list[int]
    ) -> None:
        self.sheet, self.lines, self.votes = sheet, lines, votes
        self.given: list[int | None] = [sheet[6], len(votes), None, None, None]
        self.left = row[::-1]

    def truth(self) -> bool | None:
        truth = self.condition(16)
        if self.left:
            raise ValueError(self.left)
        return truth

    def number(self, below: int = 2**32, least: int = 0) -> int:
        if not self.left or not least <= self.left[-1] < below:
            raise ValueError(self.left)
        return self.left.pop()

    def signed(self) -> int:
        folded = self.number()
        return -(folded // 2) - 1 if folded % 2 else folded // 2

    def deeper(self, room: int) -> int:
        if not room:
            raise ValueError(self.left)
        return room - 1

    def condition(self, room: int) -> bool | None:
        room = self.deeper(room)
        kind = self.number(10)
        if kind < 6:
            left, right = self.sum(room), self.sum(room)
            if left is None or right is None:
                return None
            order = (left > right) - (left < right)
            return order in ((0,), (-1, 1), (-1,), (-1, 0), (1,), (0, 1))[kind]
        if kind == 6:
            truth = self.condition(room)
            return None if truth is None else not truth
        count = 2 if kind == 9 else self.number(2001, least=2)
        truths = [self.condition(room) for _ in range(count)]
        if kind == 9 and truths[0] is not None:
            truths[0] = not truths[0]
        deciding = kind != 7  # one true decides "any" and "if", one false decides "all"
        if deciding in truths:
            return deciding
        return None if None in truths else not deciding

    def sum(self, room: int) -> int | None:
        room = self.deeper(room)
        terms = [(self.signed(), self.atom(room)) for _ in range(self.number(2001, least=1))]
        known = [factor * atom for factor, atom in terms if atom is not None]
        return sum(known) if len(known) == len(terms) else None

    def atom(self, room: int) -> int | None:
        kind = self.number(8)
        if kind == 0:
            return self.lines[self.number(len(self.lines))]
        if kind == 1:
            return self.signed()
        if kind == 2:
            return self.given[self.number(5)]
        if kind in {3, 4}:
            wanted = self.number(len(self.sheet[7]) + 1)
            pairs = zip(self.votes, self.sheet[4], strict=True)
            votes: list[int] = [votes for votes, candidate in pairs if wanted in {0, candidate[2]}]
            return sum(votes) if kind == 3 else max(votes, default=0)
        if kind == 7:
            times, value = self.given[self.number(5)], self.sum(room)
            return None if times is None or value is None else times * value
        value = self.sum(room)
        return abs(value) if kind == 5 and value is not None else value
