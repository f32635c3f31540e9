"""Every count from 0 to 9999 in words, against tables written here by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallydesk.protocol.words import in_words

AZ_ONES = ["sıfır", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz"]
AZ_TENS = ["_", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan"]

EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

RU_ONES = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = [
    "_",
    "_",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
RU_HUNDREDS = [
    "_",
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]


def azerbaijani(number: int) -> str:
    said = []
    thousands, rest = divmod(number, 1000)
    if thousands:
        said += [azerbaijani(thousands)] * (thousands > 1) + ["min"]
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        said += [AZ_ONES[hundreds]] * (hundreds > 1) + ["yüz"]
    tens, ones = divmod(rest, 10)
    if tens:
        said.append(AZ_TENS[tens])
    if ones or not number:
        said.append(AZ_ONES[ones])
    return " ".join(said)


def english(number: int) -> str:
    said = []
    thousands, rest = divmod(number, 1000)
    if thousands:
        said += [english(thousands), "thousand"]
    hundreds, below = divmod(rest, 100)
    if hundreds:
        said += [EN_ONES[hundreds], "hundred"]
    if said and below:
        said.append("and")
    if below >= 20:
        tens, ones = divmod(below, 10)
        said.append(EN_TENS[tens] + (f"-{EN_ONES[ones]}" if ones else ""))
    elif below or not number:
        said.append(EN_ONES[below])
    return " ".join(said)


def russian(number: int) -> str:
    said = []
    thousands, rest = divmod(number, 1000)
    if thousands:
        counted = russian(thousands).split()
        counted[-1] = {"один": "одна", "два": "две"}.get(counted[-1], counted[-1])
        teen = thousands % 100 in range(11, 15)
        few = not teen and thousands % 10 in (2, 3, 4)
        one = not teen and thousands % 10 == 1
        said += [*counted, "тысяча" if one else "тысячи" if few else "тысяч"]
    hundreds, below = divmod(rest, 100)
    if hundreds:
        said.append(RU_HUNDREDS[hundreds])
    if below >= 20:
        tens, ones = divmod(below, 10)
        said += [RU_TENS[tens]] + [RU_ONES[ones]] * (ones > 0)
    elif below or not number:
        said.append(RU_ONES[below])
    return " ".join(said)


@pytest.mark.parametrize(
    ("language", "by_hand"),
    [("az", azerbaijani), ("en", english), ("ru", russian)],
    ids=["az", "en", "ru"],
)
def test_every_count_a_station_can_have_agrees_with_the_tables(
    language: str, by_hand: Callable[[int], str]
) -> None:
    """U13."""
    wrong = {
        number: in_words(number, language)
        for number in (*range(10_000), *range(10_000, 1_000_000, 997))
        if in_words(number, language) != by_hand(number)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (0, "az", "sıfır"),
        (1, "az", "bir"),
        (100, "az", "yüz"),
        (999, "az", "doqquz yüz doxsan doqquz"),
        (1000, "az", "min"),
        (1412, "az", "min dörd yüz on iki"),
        (1999, "az", "min doqquz yüz doxsan doqquz"),
        (2000, "az", "iki min"),
        (11_000, "az", "on bir min"),
        (21_000, "az", "iyirmi bir min"),
        (101_001, "az", "yüz bir min bir"),
        (1_001_000, "az", "bir milyon bir min"),
        (
            9_999_999,
            "en",
            "nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine",
        ),
        (1_001_000, "ru", "один миллион одна тысяча"),
        (12_000, "ru", "двенадцать тысяч"),
    ],
)
def test_a_count_is_said_as_people_write_it(number: int, language: str, said: str) -> None:
    assert in_words(number, language) == said


def test_nothing_below_zero_has_words() -> None:
    with pytest.raises(ValueError, match="below zero"):
        in_words(-1, "en")


def test_a_language_nobody_taught_is_named() -> None:
    with pytest.raises(ValueError, match="“xx”"):
        in_words(1, "xx")
