"""Words, figures and times as a page says them in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property

from tallydesk.assets import words
from tallydesk.protocol.words import in_words
from tallydesk.rendering.fonts import clean

GROUPED_FROM = 10_000
"""Four digits are read at a glance; from five on a no-break space parts the thousands."""


@dataclass(frozen=True)
class Said:
    """The catalogue of a language; `said("paper.page_of", page=1, pages=2)`."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text under a dotted key, its placeholders filled. Raises KeyError."""
        return self.words[key].format(**values)

    @cached_property
    def equation(self) -> Mapping[str, str]:
        """Words that an equation needs, for `election.expression_text.shown`."""
        table = "equation."
        return {
            key.removeprefix(table): text
            for key, text in self.words.items()
            if key.startswith(table)
        }

    def figure(self, number: int) -> str:
        """The figure in digits."""
        return f"{number:,}".replace(",", "\u00a0") if abs(number) >= GROUPED_FROM else str(number)

    def spelt(self, number: int) -> str:
        """The figure in words."""
        return in_words(number, self.language)

    def day(self, when: date) -> str:
        """A day, the month in words."""
        month = self.words[f"month.{when.month}"]
        return self("date.day", day=when.day, month=month, year=when.year)

    def moment(self, when: datetime, offset_minutes: int) -> str:
        """A moment given in UTC, as the clock on the station's wall showed it."""
        wall = when + timedelta(minutes=offset_minutes)
        month = self.words[f"month.{wall.month}"]
        hour, minute = f"{wall:%H}", f"{wall:%M}"
        return self(
            "date.moment", day=wall.day, month=month, year=wall.year, hour=hour, minute=minute
        )

    def clock(self, when: datetime, offset_minutes: int) -> str:
        """The hour alone, as the clock on the station's wall showed it."""
        wall = when + timedelta(minutes=offset_minutes)
        return self("date.clock", hour=f"{wall:%H}", minute=f"{wall:%M}")


@cache
def said_in(language: str) -> Said:
    """The catalogue of a language. Raises AssetMissing when paper does not speak it."""
    return Said(language, {key: clean(text) for key, text in words(language).items()})
