"""The glossary is complete, says each term once, and the catalogues use its words."""

from __future__ import annotations

import tomllib

from tallydesk.assets import LANGUAGES, read_bytes, words

TERMS = tomllib.loads(read_bytes("glossary.toml").decode("utf-8"))["term"]


def test_every_term_stands_in_three_languages_and_says_which_were_read_in_a_source() -> None:
    for term in TERMS:
        assert set(LANGUAGES) <= set(term), term
        assert set(term["read"]) <= set(LANGUAGES), term
        assert set(term) <= {*LANGUAGES, "not", "read"}, term


def test_no_term_stands_twice() -> None:
    for language in LANGUAGES:
        said = [term[language] for term in TERMS]
        assert len(set(said)) == len(said)


def test_paper_speaks_the_glossary() -> None:
    spoken = {language: " ".join(words(language).values()).lower() for language in LANGUAGES}
    for wanted in (
        "results protocol",
        "draft",
        "precinct election commission",
        "before-opening slip",
        "practice",
        "station secret",
        "block",
        "trust file",
        "stick",
        "digest",
    ):
        term = next(term for term in TERMS if term["en"].partition(" (")[0] == wanted)
        # İ and I are not made small by program in Azerbaijani, so the last letters are compared.
        assert term["az"][1:] in spoken["az"] or wanted in ("practice", "draft")
        assert term["ru"].lower() in spoken["ru"]
