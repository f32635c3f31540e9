"""The program shows one protocol and has another one signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.counting.place import Place
from tallydesk.protocol.canonical import encode_payload, read_payload
from tallydesk.signing.codes import code_texts, long_digest
from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import record_digest
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow import papers, sealing
from tests.official import PIN, official_at, trust, verified


def draft_of(payload: bytes) -> tuple[str, ...]:
    return code_texts("D", payload, "official")


def test_the_draft_shows_a_second_device_the_figures_before_any_pin() -> None:
    session, _ = official_at("sign.fruit")
    assert not session.night.signatures
    texts = [code.text for code in papers.draft_codes(session, "fruit")]

    (report,) = verified(texts)

    payload = session.night.frozen["fruit"].payload
    assert report.answer == "unreadable"
    assert [note.code for note in report.notes] == ["draft"]
    assert report.shown is None
    assert report.draft is not None
    assert report.draft.votes["alma"] == 412
    assert report.draft.names["nar"] == "Nar"
    assert report.draft.digest == record_digest(payload)


def test_what_was_signed_instead_of_the_draft_is_altered() -> None:
    session, _ = official_at("print.fruit")
    signed = [code.text for code in papers.printed_codes(session, "fruit")]
    payload = session.night.frozen["fruit"].payload
    said = read_payload(payload)
    shown = encode_payload(replace(said, votes=(said.votes[1], said.votes[0], *said.votes[2:])))

    assert verified(signed)[0].answer == "valid"
    assert verified(signed, draft_of(payload))[0].answer == "valid"
    against, _ = verified(signed, draft_of(shown))
    assert against.answer == "altered"
    assert against.shown is None
    assert [note.code for note in against.notes] == ["draft-differs"]
    assert against.notes[0].facts["digest"] == long_digest(record_digest(shown))


def test_a_draft_beside_its_own_record_in_one_file_does_not_spoil_it() -> None:
    session, _ = official_at("print.fruit")
    signed = [code.text for code in papers.printed_codes(session, "fruit")]
    draft = draft_of(session.night.frozen["fruit"].payload)

    assert verified([*signed, *draft])[0].answer == "valid"


def test_a_draft_of_another_station_says_nothing_about_this_record() -> None:
    session, _ = official_at("print.fruit")
    signed = [code.text for code in papers.printed_codes(session, "fruit")]
    said = read_payload(session.night.frozen["fruit"].payload)
    other = encode_payload(replace(said, card_digest=b"\x07" * 32))

    assert verified(signed, draft_of(other))[0].answer == "valid"


@pytest.mark.parametrize("beside", [0, 1])
def test_a_draft_without_its_sheet_shows_figures_by_place(beside: int) -> None:
    session, _ = official_at("sign.fruit")
    draft, sheet = papers.draft_codes(session, "fruit")
    report, *_ = verified([draft.text], *([[sheet.text]] * beside))

    assert report.draft is not None
    assert ("alma" in report.draft.votes) is bool(beside)
    assert ("#1" in report.draft.votes) is not bool(beside)


def test_a_changed_draft_is_found_out_and_a_cut_one_is_unreadable() -> None:
    session, _ = official_at("sign.fruit")
    (text,) = draft_of(session.night.frozen["fruit"].payload)
    turned = text[:-6] + ("A" if text[-6] != "A" else "B") + text[-5:]

    assert verified([turned])[0].answer in ("altered", "unreadable")
    assert verified([turned])[0].draft is None
    malformed = code_texts("D", b"\xa0", "official")
    assert [note.code for note in verified(malformed)[0].notes] == ["draft-malformed"]


def test_the_draft_paper_carries_the_same_code_and_nobody_took_it_for_signed() -> None:
    session, shelf = official_at("sign.fruit")

    before = papers.frozen_draft_pdf(session, "fruit")
    for member in sealing.signers_left(session, "fruit"):
        sealing.sign(session, shelf, "fruit", member, PIN)

    assert before.startswith(b"%PDF")
    record = [code.text for code in papers.printed_codes(session, "fruit")]
    draft = [code.text for code in papers.draft_codes(session, "fruit")]
    assert [report.answer for report in verified(record, draft)] == ["valid", "unreadable"]


def test_a_draft_paper_that_shows_one_figure_and_carries_another_is_altered() -> None:
    """What a program that cheats would print: figures to please the table, codes to be signed."""
    session, _ = official_at("sign.fruit")
    honest = papers.frozen_draft_pdf(session, "fruit")
    one, other = (Place("fruit", "vote", name) for name in ("alma", "armud"))
    counted = session.night.settled
    twin = replace(session)
    swapped = {**counted, one: counted[other], other: counted[one]}
    twin.night = replace(session.night, settled=swapped)
    shown = papers.frozen_draft_pdf(twin, "fruit")
    assert shown != honest

    before, after = (
        verify([Input("draft.pdf", pdf)], practice_root=practice_root().point, trust=trust())[0]
        for pdf in (honest, shown)
    )

    assert (before.answer, after.answer) == ("unreadable", "altered")
    assert [note.code for note in before.notes] == ["draft", "draft-compared"]
    assert [note.code for note in after.notes] == ["draft-page-differs"]
    assert after.draft is None
