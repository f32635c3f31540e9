"""A text in the languages it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Wording:
    """The same text in several languages, keyed by ISO 639-1 code.

    Never empty. A language that is missing is answered with English, and without English with
    the first language written down: a reader sees a foreign text sooner than none.
    """

    texts: Mapping[str, str]

    def __post_init__(self) -> None:
        if not self.texts:
            message = "a wording needs at least one language"
            raise ValueError(message)
        object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.texts.items())))

    def said_in(self, language: str) -> str:
        """The text in `language`, else in English, else in the first language there is."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))
