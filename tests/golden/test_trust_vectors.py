"""Published trust files are taken or refused, and codes beside them answered, as they say."""

import json
from typing import Any

import pytest

from tallydesk.signing.codes import long_digest
from tallydesk.signing.trust import read_trust, trust_digest
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.trusting import trusted
from tests.golden.write_trust_v1 import VECTORS, vectors

PUBLISHED = json.loads(VECTORS.read_text(encoding="utf-8"))
FILES = {each["name"]: bytes.fromhex(each["file"]) for each in PUBLISHED["files"]}
PRACTICE = bytes.fromhex(PUBLISHED["roots"]["practice"])


@pytest.mark.parametrize("file", PUBLISHED["files"], ids=lambda file: file["name"])
def test_a_published_file_is_taken_or_refused(file: dict[str, Any]) -> None:
    octets = bytes.fromhex(file["file"])
    if not file["taken"]:
        with pytest.raises(RefusedError, match=r"^trust-"):
            trusted(FILES["installed"], octets, PRACTICE)
        return
    trust, kept = trusted(FILES["installed"], octets, PRACTICE)
    assert (trust.root.hex(), kept) == (PUBLISHED["roots"]["official"], octets)
    assert trust.serial >= PUBLISHED["serial"]
    assert long_digest(trust_digest(octets)) == file["digest"]


@pytest.mark.parametrize("case", PUBLISHED["cases"], ids=lambda case: case["name"])
def test_with_a_published_file_every_copy_gets_its_answer(case: dict[str, Any]) -> None:
    given = [Input("codes.txt", "\n".join(codes).encode()) for codes in case["inputs"]]
    trust = read_trust(FILES[case["trust"]])
    reports = verify(given, practice_root=PRACTICE, trust=trust, allow_practice=True)
    assert [report.answer for report in reports] == case["answers"]
    shown = reports[0].shown
    assert (dict(shown.lines) if shown else {}) == case["figures"]
    assert (dict(shown.votes) if shown else {}) == case["votes"]
    assert (long_digest(shown.digest) if shown else "") == case["digest"]


def test_what_is_published_is_what_this_version_writes() -> None:
    assert vectors() == VECTORS.read_text(encoding="utf-8")
