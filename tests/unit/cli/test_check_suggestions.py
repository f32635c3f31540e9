"""`tallydesk check` says what slip may be behind the findings of a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.village import UNUSUAL, Village, village_in

WRITTEN_TWICE = "Kars,100,100,2,600,38\n"


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return village_in(tmp_path)


def test_a_row_carries_its_suggestions_best_first(village: Village) -> None:
    said = village.holding(WRITTEN_TWICE).check("--json")

    assert said.rows[0]["suggestions"] == [{"slip": "digit-doubled", "lines": ["apple"]}]
    assert said.code == 1


def test_a_question_is_no_slip(village: Village) -> None:
    assert village.holding(UNUSUAL).check("--json").rows[0]["suggestions"] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "  Look first at apple: a digit may be missing or written twice."),
        ("az", "  Əvvəlcə buraya baxın: apple; bir rəqəm buraxılmış və ya iki dəfə yazılmış ola bilər."),  # noqa: E501
        ("ru", "  Сначала посмотрите сюда: apple; цифра могла быть пропущена или написана дважды."),
    ],
)  # fmt: skip
def test_people_are_told_the_likeliest(village: Village, language: str, sentence: str) -> None:
    said = village.holding(WRITTEN_TWICE).check("--language", language)

    assert sentence in said.out.splitlines()
