"""Conditions and sums as a form writes them: `[14] = votes`, `if [12] > 0 then [12] <= [6]`.

The grammar stands in resources/formats/form-v1.md. `written` is the reverse of reading; `shown`
is for people's eyes: line numbers without brackets, as they stand on the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NoReturn, TypeAlias, TypeVar, assert_never

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
from tallydesk.election.expression_tokens import ExpressionError, Token, tokens

DEEPEST = 12
"""Parentheses, `not` and `if` inside one another; a signed contest sheet carries 16 levels."""

_COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {"=": "=", "<>": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
)

_FACTOR = "a factor is a number and stands before: 3 * [1]"
_JOINTS = ("if", "then", "and", "or", "not")

Node = TypeVar("Node", Sum, Condition)
Leaf: TypeAlias = LineTerm | Constant | Given | VotesTerm | LargestVote


def parse_condition(text: str) -> Condition:
    """The condition that `text` writes. Raises ExpressionError."""
    reader = _Reader(text)
    return reader.whole(reader.condition())


def parse_sum(text: str) -> Sum:
    """The sum that `text` writes. Raises ExpressionError."""
    reader = _Reader(text)
    return reader.whole(reader.sum())


class _Reader:
    """One expression, read from left to right; every method leaves `_at` after what it read."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._closing = _closing(self._tokens)
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def whole(self, node: Node) -> Node:
        """The node, when nothing is left after it."""
        if self._next.kind != "end":
            self._refuse(_left_over(self._next))
        return node

    def condition(self) -> Condition:
        if not self._take("if"):
            return self._either()
        self._deeper()
        premise = self._either()
        if not self._take("then"):
            self._refuse("“then” is missing")
        consequence = self.condition()
        self._depth -= 1
        return IfThen(premise, consequence)

    def sum(self) -> Sum:
        terms = [self._term(-1 if self._take("-") else 1)]
        while self._next.text in ("+", "-"):
            sign = -1 if self._next.text == "-" else 1
            self._at += 1
            terms.append(self._term(sign))
        return Sum(tuple(terms))

    def _either(self) -> Condition:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _both(self) -> Condition:
        parts = [self._denied()]
        while self._take("and"):
            parts.append(self._denied())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _denied(self) -> Condition:
        if self._take("not"):
            self._deeper()
            denied = Not(self._denied())
            self._depth -= 1
            return denied
        if self._next.text == "(" and not self._opens_a_sum():
            self._open()
            inside = self.condition()
            self._close()
            return inside
        return self._compared()

    def _opens_a_sum(self) -> bool:
        """Whether the parenthesis here belongs to a sum: what follows its end says so."""
        after = self._tokens[self._closing[self._at] + 1]
        return after.kind == "comparison" or after.text in ("+", "-", "*")

    def _compared(self) -> Condition:
        left = self.sum()
        comparison = _COMPARISONS.get(self._next.text)
        if comparison is None:
            self._refuse(
                _FACTOR if self._next.text == "*" else "a comparison is missing: = <> < <= > >="
            )
        self._at += 1
        return Compare(left, comparison, self.sum())

    def _term(self, sign: int) -> Term:
        if self._next.kind != "number":
            return Term(sign, self._atom())
        number = int(self._next.text)
        self._at += 1
        if not self._take("*"):
            return Term(sign, Constant(number))
        if number == 0:
            self._at -= 2
            self._refuse("nothing is left of what is taken 0 times")
        return Term(sign * number, self._atom())

    def _atom(self) -> Atom:
        token = self._next
        if token.text == "(":
            return self._in_parentheses()
        if self._take("abs"):
            return Absolute(self._in_parentheses())
        if self._take("largest"):
            return self._largest()
        if token.kind == "name" and token.text in GIVENS:
            self._at += 1
            return self._times(token.text) if self._take("*") else Given(token.text)
        leaf = _leaf(token)
        if leaf is None:
            self._refuse(_no_atom(token))
        self._at += 1
        return leaf

    def _times(self, given: str) -> Times:
        if self._next.text == "(":
            return Times(given, self._in_parentheses())
        self._deeper()
        of = Sum((Term(1, self._atom()),))
        self._depth -= 1
        return Times(given, of)

    def _largest(self) -> LargestVote:
        self._open()
        token = self._next
        if token.kind != "votes":
            self._refuse("the largest of what? Write largest(votes) or largest(votes(LIST))")
        self._at += 1
        self._close()
        return LargestVote(token.list_id)

    def _in_parentheses(self) -> Sum:
        self._open()
        inside = self.sum()
        self._close()
        return inside

    def _open(self) -> None:
        if not self._take("("):
            self._refuse("“(” is missing")
        self._deeper()

    def _close(self) -> None:
        if not self._take(")"):
            self._refuse("“)” is missing")
        self._depth -= 1

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(f"more than {DEEPEST} levels stand inside one another")

    def _take(self, text: str) -> bool:
        if self._next.text != text or self._next.kind not in ("name", "sign"):
            return False
        self._at += 1
        return True

    def _refuse(self, reason: str) -> NoReturn:
        raise ExpressionError(self._next.column, reason)


def _left_over(token: Token) -> str:
    if token.kind == "comparison":
        return "a comparison has two sides; join a second one with “and”"
    if token.text == "*":
        return _FACTOR
    if token.text == ")":
        return "this parenthesis closes nothing"
    return f"“{token.text}” does not belong here"


def _leaf(token: Token) -> Leaf | None:
    match token.kind:
        case "line":
            return LineTerm(token.text)
        case "number":
            return Constant(int(token.text))
        case "votes":
            return VotesTerm(token.list_id)
        case _:
            return None


def _no_atom(token: Token) -> str:
    if token.kind == "end":
        return "something is missing at the end"
    if token.kind == "name" and token.text not in _JOINTS:
        return (
            f"“{token.text}” is not known; a line is written [1a], and the names are votes, "
            f"largest(votes), abs(…), {', '.join(GIVENS)}"
        )
    return f"before “{token.text}” a line or a number is missing"


def _closing(of: tuple[Token, ...]) -> dict[int, int]:
    """For the place of each opening parenthesis the place of the closing one."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(of):
        if token.text == "(":
            opened.append(place)
        elif token.text == ")" and opened:
            closing[opened.pop()] = place
    if opened:
        raise ExpressionError(of[opened[-1]].column, "this parenthesis is never closed")
    return closing


_SOURCE: Mapping[str, str] = MappingProxyType({})
_EYES: Mapping[str, str] = MappingProxyType(
    {"<>": "≠", "<=": "≤", ">=": "≥", "*": "×", "-": "−", "abs": ""}
)


def written(of: Condition | Sum) -> str:
    """An expression as a form writes it: reading it again gives the same expression."""
    return _Writer(_as_written, _SOURCE).say(of)


def shown(of: Condition | Sum, words: Mapping[str, str] = _SOURCE) -> str:
    """An expression for people: `12 + 13 = 5`, line numbers as on the paper.

    `words` says `votes`, `largest`, `if`, `then`, `and`, `or`, `not` and the names of `GIVENS`
    in another language; what it leaves out stays as a form writes it.
    """
    return said_with(of, lambda leaf: _as_shown(leaf, words), words)


def said_with(
    of: Condition | Sum, leaf: Callable[[Leaf], str], words: Mapping[str, str] = _SOURCE
) -> str:
    """An expression for people with something else in the place of each line, number and name."""
    return _Writer(leaf, {**_EYES, **words}).say(of)


class _Writer:
    """Puts an expression into words, `leaf` for each leaf; `words` replaces signs and words."""

    def __init__(self, leaf: Callable[[Leaf], str], words: Mapping[str, str]) -> None:
        self._leaf = leaf
        self._words = words

    def say(self, of: Condition | Sum) -> str:
        match of:
            case Sum():
                return self._sum(of)
            case Compare(left, comparison, right):
                return f"{self._sum(left)} {self._word(comparison)} {self._sum(right)}"
            case Not(part):
                return f"{self._word('not')} {self._part(part, Compare, Not)}"
            case AllOf(parts):
                joint = f" {self._word('and')} "
                return joint.join(self._part(part, Compare, Not) for part in parts)
            case AnyOf(parts):
                joint = f" {self._word('or')} "
                return joint.join(self._part(part, Compare, Not, AllOf) for part in parts)
            case IfThen(premise, consequence):
                before = self._part(premise, Compare, Not, AllOf, AnyOf)
                return f"{self._word('if')} {before} {self._word('then')} {self.say(consequence)}"
        assert_never(of)

    def _word(self, word: str) -> str:
        return self._words.get(word, word)

    def _part(self, of: Condition, *plain: type) -> str:
        """A part inside another: in parentheses unless it is of a kind that binds closer."""
        return self.say(of) if isinstance(of, plain) else f"({self.say(of)})"

    def _sum(self, of: Sum) -> str:
        text = ""
        for term in of.terms:
            if text:
                text += f" {self._word('-' if term.factor < 0 else '+')} "
            elif term.factor < 0:
                text += self._word("-")
            text += self._term(abs(term.factor), term.of)
        return text

    def _term(self, factor: int, of: Atom) -> str:
        times = "" if factor == 1 else f"{factor} {self._word('*')} "
        return times + self._atom(of)

    def _atom(self, of: Atom) -> str:
        match of:
            case Sum():
                return f"({self._sum(of)})"
            case Absolute(inner):
                inside = self._sum(inner)
                return f"abs({inside})" if self._word("abs") else f"|{inside}|"
            case Times(given, inner):
                return f"{self._leaf(Given(given))} {self._word('*')} {self._repeated(inner)}"
            case LineTerm() | Constant() | Given() | VotesTerm() | LargestVote():
                return self._leaf(of)
        assert_never(of)

    def _repeated(self, of: Sum) -> str:
        match of.terms:
            case (Term(1, Sum() as inner),):
                return f"(({self._sum(inner)}))"
            case (Term(1, single),):
                return self._atom(single)
            case _:
                return f"({self._sum(of)})"


def _as_written(leaf: Leaf) -> str:
    return f"[{leaf.line}]" if isinstance(leaf, LineTerm) else _as_shown(leaf, _SOURCE)


def _as_shown(leaf: Leaf, words: Mapping[str, str]) -> str:
    match leaf:
        case LineTerm(line):
            return line
        case Constant(number):
            return str(number)
        case Given(name):
            return words.get(name, name)
        case VotesTerm(list_id):
            return _votes(list_id, words)
        case LargestVote(list_id):
            return f"{words.get('largest', 'largest')}({_votes(list_id, words)})"
    assert_never(leaf)


def _votes(list_id: str | None, words: Mapping[str, str]) -> str:
    votes = words.get("votes", "votes")
    return votes if list_id is None else f"{votes}({list_id})"
