"""The published vectors and the page's example stay what they are."""

import json
from typing import Any

import pytest

from tallydesk.signing.codes import long_digest
from tallydesk.signing.trust import Trust
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import PRECEDENCE
from tallydesk.verification.verify import verify
from tests.golden.write_record_v1 import PAGE, VECTORS, page, vectors

PUBLISHED = json.loads(VECTORS.read_text(encoding="utf-8"))
CASES = PUBLISHED["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_published_copy_gets_its_answer(case: dict[str, Any]) -> None:
    roots = {name: bytes.fromhex(point) for name, point in PUBLISHED["roots"].items()}
    reports = verify(
        [Input("codes.txt", "\n".join(codes).encode()) for codes in case["inputs"]],
        practice_root=roots["practice"],
        trust=Trust(roots["official"]),
        allow_practice=True,
    )
    assert [report.answer for report in reports] == case["answers"]
    shown = reports[0].shown or reports[0].draft
    assert (dict(shown.lines) if shown else {}) == case["figures"]
    assert (dict(shown.votes) if shown else {}) == case["votes"]
    assert (long_digest(shown.digest) if shown else "") == case["digest"]


def test_every_answer_is_published() -> None:
    assert {answer for case in CASES for answer in case["answers"]} == set(PRECEDENCE)


def test_what_is_published_is_what_this_version_writes() -> None:
    assert vectors() == VECTORS.read_text(encoding="utf-8")


def test_the_worked_example_of_the_page_is_this_version_s() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text
