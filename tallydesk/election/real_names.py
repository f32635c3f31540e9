"""Whether an invented contestant bears the name of somebody who stands in a real election.

A practice run with "results" of real people is a scandal even when everybody meant well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tallydesk.election.toml_source import open_source, tables

_WORD = re.compile(r"[^\W\d_]+")
_SAME_LOOK = str.maketrans(
    # Cyrillic letters that look Latin, letters that only look like schwa, and the dotless i.
    "аеорсухіԁһј\u01dd\u04d9ı",
    "aeopcyxidhj\u0259\u0259i",
)


@lru_cache(maxsize=4096)
def name_key(name: str) -> frozenset[str]:
    """The parts of a name as the eye takes them in: without case, marks, order, or look-alikes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    return frozenset(_WORD.findall(plain.translate(_SAME_LOOK)))


def names_in(definition: bytes) -> frozenset[str]:
    """The names of all candidates in a definition's file, in every language, without its forms.

    Raises toml_source.UnreadableError; what is wrong in another way is left out.
    """
    contests = tables(open_source(definition).table, "contests")
    return frozenset(
        text
        for _, contest in contests
        for _, candidate in tables(contest, "candidates")
        for texts in (candidate.get("name"),)
        if isinstance(texts, dict)
        for text in texts.values()
        if isinstance(text, str)
    )


def borrowed(name: str, real_names: Iterable[str]) -> str | None:
    """The real name that `name` repeats or is a part of, or that is a part of it; None if none.

    A surname alone is a part; a real name counts as a part when it has two words or more.
    """
    key = name_key(name)
    for real in sorted(real_names):
        other = name_key(real)
        if key and (key <= other or (len(other) > 1 and other <= key)):
            return real
    return None
