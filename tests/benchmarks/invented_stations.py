"""Invented stations in the shape of the shipped Azerbaijani form, the same for the same seed.

Of a hundred rows about six have papers that differ from signatures, two a sum that does not hold,
ten a question: what published figures of several countries look like.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

LINES = (
    *("1", "1a", "1b", "1c", "1d", "2", "3", "5", "6", "7", "8", "9"),
    *("12", "13", "14", "15", "15a", "15b", "16", "C1"),
)
CANDIDATES = ("apple", "cherry", "grape", "peach", "pear", "plum", "quince")


def write_stations(path: Path, rows: int, seed: int = 1) -> None:
    """A CSV file with that many stations."""
    chance = Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = [f"line {line}" for line in LINES]
        file.write(",".join(("constituency", "station", *columns, *CANDIDATES)) + "\n")
        for row in range(rows):
            file.write(f"{row // 60 % 125 + 1:03d},{row},{_station(chance)}\n")


def write_map(path: Path) -> None:
    """The map for such a file."""
    path.write_text(
        'format = 1\nid = ["constituency", "station"]\n[lines]\n'
        + "".join(f'"{line}" = "line {line}"\n' for line in LINES)
        + "[candidates]\n"
        + "".join(f'{each} = "{each}"\n' for each in CANDIDATES)
        + "[givens]\nseats = 1\nvoided = 0\n",
        encoding="utf-8",
    )


def _station(chance: Random) -> str:
    whole = chance.random
    main = 200 + int(whole() * 1600)
    added, came, left = int(whole() * 12), int(whole() * 8), int(whole() * 8)
    listed = main + added + came - left
    signed = int(listed * (0.96 if whole() < 0.03 else 0.35 + whole() * 0.5))
    spoilt = int(whole() * 4)
    received = int(listed * 1.03)
    unused = received - signed - spoilt
    outside = int(whole() * 30)
    taken = 1 + int(whole() * 3) if whole() < 0.06 else 0
    papers = signed - taken
    invalid = int(papers * (0.03 + whole() * 0.02 if whole() < 0.07 else whole() * 0.025))
    valid = papers - invalid
    votes = []
    rest = valid
    for _ in CANDIDATES[1:]:
        votes.append(int(rest * whole() * 0.5))
        rest -= votes[-1]
    votes.append(rest + (whole() < 0.02))
    figures = (
        *(listed, main, added, came, left, left, received, signed, outside, came, unused),
        *(unused + spoilt, outside, papers - outside, valid, invalid, 0, invalid // 2, spoilt),
        *(signed + spoilt, *votes),
    )
    return ",".join(map(str, figures))
