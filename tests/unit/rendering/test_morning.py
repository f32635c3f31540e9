"""The morning pack (U32): blank papers with every line and candidate, and nothing counted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pypdfium2
import pytest

from tallydesk.assets import LANGUAGES, form_bytes, package_bytes, words
from tallydesk.election.definition import Package
from tallydesk.rendering.act_forms import act_papers
from tallydesk.rendering.blank_form import form_parts
from tallydesk.rendering.blank_paper import blank_layout
from tallydesk.rendering.by_hand import AskRow, BlankRow, GateRow, KeyRow
from tallydesk.rendering.key_sheet import KEYS
from tallydesk.rendering.morning import morning_pack
from tallydesk.rendering.said import said_in
from tallydesk.workflow.opening import read_shipped
from tests.architecture.reading import PRODUCT

MORNING = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@cache
def package(name: str = "practice") -> Package:
    return read_shipped(package_bytes(name), form_bytes, MORNING)


def speaking(language: str) -> Package:
    return replace(package(), policy=replace(package().policy, official_language=language))


@cache
def pack(language: str = "en") -> dict[str, bytes]:
    return dict(morning_pack(speaking(language)))


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [str(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def flat(pdf: bytes) -> str:
    return " ".join(" ".join(pages(pdf)).split())


def test_the_pack_has_forms_tally_sheets_acts_and_keys_for_each_contest() -> None:
    assert list(pack()) == ["form-fruit.pdf", "tally-fruit.pdf", "acts.pdf", "keys.pdf"]
    two = [name for name, _ in morning_pack(package("practice-two-contests"))]
    assert two == [
        "form-fruit.pdf",
        "tally-fruit.pdf",
        "form-vegetables.pdf",
        "tally-vegetables.pdf",
        "acts.pdf",
        "keys.pdf",
    ]


def test_the_same_package_prints_the_same_octets() -> None:
    assert dict(morning_pack(speaking("en"))) == pack()


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_speak_the_official_language_and_name_the_package(language: str) -> None:
    said = words(language)
    for name, pdf in pack(language).items():
        for page in pages(pdf):
            assert package().fingerprint in page, name
            assert said["paper.station_short"].format(station="000-01") in page, name
    assert said["blank.form"] in flat(pack(language)["form-fruit.pdf"])
    assert said["blank.tally_title"] in flat(pack(language)["tally-fruit.pdf"])
    assert said["keysheet.title"] in flat(pack(language)["keys.pdf"])


def test_the_form_has_a_row_with_boxes_for_every_line_box_and_candidate() -> None:
    contest = package().contest("fruit")
    parts = form_parts(package(), contest, said_in("en"))
    rows = [row for part in parts for row in part.blocks if isinstance(row, BlankRow)]
    numbers = [row.number for row in rows if row.number]
    assert numbers == [line.id for line in contest.form.lines] + ["1", "2", "3", "4", "5", "6", "7"]
    boxes = [" ".join(row.label) for row in rows if not row.number]
    assert boxes == ["of these in box S1", "of these in box S2"]
    text = flat(pack()["form-fruit.pdf"])
    for line in contest.form.lines:
        assert line.legal.said_in("en") in text
    for member in package().deciding:
        assert member.name in text


def test_no_figure_of_the_package_stands_on_any_paper() -> None:
    known = {str(package().station.listed), *map(str, package().station.received.values())}
    for pdf in pack().values():
        assert not known & set(flat(pdf).split())


def test_a_withdrawn_candidate_keeps_the_row_and_gets_no_boxes_and_no_gates() -> None:
    contest = package().contest("fruit")
    gone = replace(contest.candidates[1], withdrawn=True)
    fewer = replace(contest, candidates=(contest.candidates[0], gone, *contest.candidates[2:]))
    definition = replace(package().definition, contests=(fewer,))
    papers = dict(morning_pack(replace(speaking("en"), definition=definition)))
    assert "Pear withdrawn" in flat(papers["form-fruit.pdf"])
    tally = flat(papers["tally-fruit.pdf"])
    assert "Pear" not in tally
    assert "3. Apricot" in tally


def test_a_tally_sheet_has_five_hundred_gated_votes_for_each_candidate() -> None:
    tally = flat(pack()["tally-fruit.pdf"])
    for number, candidate in enumerate(package().contest("fruit").candidates, 1):
        after = tally.partition(f"{number}. {candidate.name.said_in('en')} ")[2]
        assert after.startswith("100 200 300 400 500 Total")
    assert "Invalid 100 Total" in tally
    assert "after every 50 ballots" in tally


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["practice", "practice-two-contests"])
def test_every_act_is_one_page_that_members_sign(name: str, language: str) -> None:
    said = said_in(language)
    papers = act_papers(package(name), said)
    ballots = len(package(name).definition.contests)
    assert len(papers) == 5 * ballots + 2
    for paper in papers:
        assert len(blank_layout(package(name), said, paper).pages) == 1, paper.title
        asked = [row for part in paper.parts for row in part.blocks if isinstance(row, AskRow)]
        assert len(asked) >= 3


def test_without_a_mobile_box_none_is_declared_void() -> None:
    station = replace(package().station, boxes=package().station.boxes_of("stationary"))
    titles = [each.title for each in act_papers(replace(package(), station=station), said_in("en"))]
    assert "Act on a mobile box declared void" not in titles
    assert "Act on a complaint" in titles


def test_the_key_sheet_is_one_page_with_every_key_of_the_window() -> None:
    """Hints on the screen go unnoticed (U20)."""
    (page,) = pages(pack()["keys.pdf"])
    for key in {key for _, keys in KEYS for key in keys}:
        assert key in page
    window = (PRODUCT / "ui" / "main_window.py").read_text("utf-8")
    shortcuts = re.findall(r'\("([A-Z][^"]*)", self\.', window)
    assert len(shortcuts) > 9
    for shortcut in shortcuts:
        for key in re.findall(r"F\d+|[A-Z][a-z]+|\+$|-$|\d", shortcut):
            assert {"Left": "←", "-": "−"}.get(key, key) in page, shortcut
    assert "without a mouse" in page


def test_what_the_hand_fills_is_as_tall_as_it_is_drawn() -> None:
    assert BlankRow("1", ("one", "two", "three")).height > BlankRow("1", ("one",)).height
    assert AskRow(("what",), ruled=3).height > AskRow(("what",), ruled=1).height
    assert GateRow("100").height < KeyRow(("Enter",), ("goes on",)).height
