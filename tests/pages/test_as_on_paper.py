"""The screen follows the paper: the same numbers (U11), and its order (U12)."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader

from tallydesk.ui.language import Language
from tallydesk.workflow import papers
from tests.album import album, night_at
from tests.pages.night import night


def test_a_line_has_the_same_number_on_screen_and_on_paper(language: Language) -> None:
    language.speak("az")
    contest = album().plan.package.definition.contests[0]
    printed = PdfReader(BytesIO(papers.draft_pdf(night_at("draft.fruit")[0], contest.id, "az")))
    paper = " ".join(" ".join(page.extract_text().split()) for page in printed.pages)
    legal = {line.label.said_in("az"): line.legal.said_in("az") for line in contest.form.lines}

    rows = 0
    for at in album().plan.steps:
        if at.kind == "entry" and at.entry == 1:
            with night(language, at.id) as (operator, _):
                for row in operator.sheet.rows:
                    chip, label = (block.text for block in row.blocks()[:2])
                    begins = " ".join(legal.get(label, label).split()[:2])
                    assert re.search(rf"(?<!\S){re.escape(chip)} {re.escape(begins)}", paper), chip
                    rows += 1
    assert rows > 20


def test_box_after_box_is_opened_and_the_mobile_ones_first() -> None:
    plan = album().plan
    sheets = [plan.sheet(at.sheet) for at in plan.steps if at.kind == "entry" and at.entry == 1]
    stages = [sheet.stage for sheet in sheets]
    boxes = [sheet.box for sheet in sheets if sheet.box]

    assert stages == sorted(stages, key=["before", "mobile", "stationary", "count"].index)
    assert boxes == [box.id for box in plan.package.station.boxes]
    assert [box[0] for box in boxes] == sorted(box[0] for box in boxes)
