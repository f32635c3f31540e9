"""Counts in words, as the law wants them beside the figures (Art. 100.3).

num2words knows the languages; what it gets wrong is mended below. Checked
against ICU 72's spell-out rules from 0 to 9 999 999: Russian agrees everywhere, English but for
commas, Azerbaijani but for "bir" before a lone thousand or hundred (not said on a protocol) and
two misspellings of ICU's own ("atmış", "səqsən").
"""

from __future__ import annotations

from functools import lru_cache

_LOST = {"az": (" min", " bir min")}
"""num2words 0.5 loses a thousands group's last one: 21 000 came out as 20 000."""


@lru_cache(maxsize=4096)
def in_words(number: int, language: str) -> str:
    """The count in words, in lower case: `in_words(1015, "az")` is "min on beş".

    `number` from 0; `language` an ISO 639-1 code. Raises ValueError for a number below zero and
    for a language that nobody taught it.
    """
    if number < 0:
        raise ValueError(f"{number} is below zero, and no count is")
    # Late, because it brings forty languages along: 0.05 s.
    from num2words import num2words

    try:
        said = num2words(number, lang=language)
    except NotImplementedError:
        raise ValueError(f"no numbers in words for the language “{language}”") from None
    # A comma (English) inside a figure in words reads like the end of it.
    return _with_lost_one(said.replace(",", ""), number, language)


def _with_lost_one(said: str, number: int, language: str) -> str:
    thousands = number % 1_000_000 // 1000
    alone = number < 2000  # noqa: PLR2004  a lone thousand is "min", without "bir"
    if language not in _LOST or thousands % 10 != 1 or alone:
        return said
    lost, mended = _LOST[language]
    return said.replace(lost, mended)
