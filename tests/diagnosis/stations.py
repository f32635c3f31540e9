"""Invented stations whose figures agree, in the shape of each shipped form.

As many as published ones have papers that somebody took home: six in a hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.derived import derive
from tests.truth_tables import shipped

FRUIT = (
    *("apple", "cherry", "grape", "peach", "pear", "plum", "quince", "fig", "kiwi", "lemon"),
    *("mango", "melon"),
)


def az_presidential(chance: Random) -> Figures:
    """A station of the shipped presidential form."""
    main, taken = _listed(chance), _taken(chance)
    added, came, left = (chance.randrange(most) for most in (12, 8, 8))
    listed = main + added + came - left
    lines = _papers(chance, listed, taken)
    lines |= {"1": listed, "1a": main, "1b": added, "1c": came, "1d": left, "2": left, "7": came}
    votes = _votes(chance, lines["14"], chance.randrange(2, 9))
    given = {"seats": 1, "candidates": len(votes), "voided": 0}
    given |= {"listed": main, "received": lines["3"]}
    return _figures("az-presidential-2024", lines, votes, given)


def az_municipal(chance: Random) -> Figures:
    """A station of the shipped municipal form: several marks on a ballot."""
    main, taken, seats = _listed(chance), _taken(chance), chance.choice((5, 7, 9))
    added = chance.randrange(12)
    lines = _papers(chance, main + added, taken) | {"1a": main, "1b": added}
    marks = chance.randrange(lines["14"], seats * lines["14"] + 1)
    votes = _shares(chance, marks, seats + chance.randrange(1, 4), lines["14"])
    given = {"seats": seats, "candidates": len(votes), "voided": 0}
    given |= {"listed": main, "received": lines["3"]}
    return _figures("az-municipal", lines, votes, given)


def pl_presidential(chance: Random) -> Figures:
    """A district of the shipped Polish form."""
    listed = _listed(chance)
    issued = listed * chance.randrange(350, 850) // 1000
    received = listed * chance.randrange(70, 100) // 100 + 50
    received = max(received, issued)
    sent = chance.choice((0, 0, 0, 1, 2, 3))
    papers = issued - _taken(chance) + sent
    bad = papers * chance.randrange(30) // 1000
    lines = {"1": listed, "2": received, "3": received - issued, "4": issued}
    lines |= {"5": chance.choice((0, 0, 1, 2)), "6": chance.randrange(40) * issued // 2000}
    lines |= {"7": sent, "8": sent, "8a": 0, "8b": 0, "8c": 0, "8d": 0, "8e": sent}
    lines |= {"9": papers, "9a": sent, "10": 0, "11": papers, "12": bad, "13": papers - bad}
    return _figures("pl-presidential-2015", lines, _votes(chance, papers - bad, 2), {"seats": 1})


STATIONS: Mapping[str, Callable[[Random], Figures]] = {
    "az-presidential-2024": az_presidential,
    "az-municipal": az_municipal,
    "pl-presidential-2015": pl_presidential,
}


def form_of(name: str) -> Form:
    """A shipped form."""
    return shipped(name)


def _listed(chance: Random) -> int:
    return chance.randrange(90, 2800)


def _taken(chance: Random) -> int:
    return chance.randrange(1, 4) if chance.random() < 0.06 else 0


def _papers(chance: Random, listed: int, taken: int) -> dict[str, int]:
    """The ballots of a station of either shipped form of Azerbaijan."""
    signed = listed * chance.randrange(350, 850) // 1000
    spoilt = chance.randrange(8)
    received = listed * 103 // 100
    unused = received - signed - spoilt
    outside = min(chance.randrange(40), signed)
    papers = signed - taken
    mobile = min(outside, papers)
    odd = chance.choice((0, 0, 0, 1, 2))
    bad = odd + papers * chance.randrange(25) // 1000
    back = chance.randrange(6)
    lines = {"3": received, "5": signed, "6": outside, "8": unused, "9": unused + spoilt}
    lines |= {"16": spoilt, "C1": signed + spoilt, "M1": outside + back, "M2": back}
    lines |= {"A1": outside, "12": mobile, "13": papers - mobile}
    lines |= {"14": papers - (bad - odd), "15": bad, "15a": odd, "15b": (bad - odd) // 2}
    return lines


def _votes(chance: Random, valid: int, candidates: int) -> dict[str, int]:
    votes, left = [], valid
    for _ in range(candidates - 1):
        votes.append(left * chance.randrange(10, 650) // 1000)
        left -= votes[-1]
    votes.append(left)
    chance.shuffle(votes)
    return dict(zip(FRUIT, votes, strict=False))


def _shares(chance: Random, marks: int, candidates: int, most: int) -> dict[str, int]:
    votes = [0] * candidates
    for place in range(candidates):
        after = candidates - place - 1
        least = max(0, marks - after * most)
        votes[place] = chance.randrange(least, min(marks, most) + 1)
        marks -= votes[place]
    return dict(zip(FRUIT, votes, strict=False))


def _figures(
    form: str, lines: Mapping[str, int], votes: Mapping[str, int], given: Mapping[str, int]
) -> Figures:
    return derive(shipped(form), Figures(lines, votes, given, dict.fromkeys(votes, "")))
