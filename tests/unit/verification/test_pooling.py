"""The codes of all inputs together: pages apart, twice, in disorder, mixed up."""

from dataclasses import replace

import pytest

from tallydesk.protocol.canonical import encode_payload
from tallydesk.signing.codes import code_texts
from tallydesk.signing.record import read_record, seal_record
from tests.signed import CARD, GOOD, SLIP, Copy, report, reports

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def twin() -> tuple[str, ...]:
    """The good record with the second spelling of one signature."""
    read = read_record(GOOD.record_octets)
    r, s = read.signatures[0][:32], int.from_bytes(read.signatures[0][32:], "big")
    other = r + (ORDER - s).to_bytes(32, "big")
    return code_texts("R", seal_record(read.octets, {**read.signatures, 0: other}), "practice")


def with_false_signature() -> tuple[str, ...]:
    """The good payload in an envelope with a signature that was changed."""
    read = read_record(GOOD.record_octets)
    false = bytes(64)
    return code_texts("R", seal_record(read.octets, {**read.signatures, 0: false}), "practice")


def test_pages_in_pictures_of_their_own_make_one_protocol() -> None:
    for given in reports(*([code] for code in GOOD.codes)):
        assert given.answer == "valid-practice"
        assert given.shown is not None
        assert given.shown.digest == GOOD.digest


def test_order_and_repetition_do_not_matter() -> None:
    assert report([*reversed(GOOD.codes), *GOOD.codes]).answer == "valid-practice"


def test_reports_come_in_the_order_of_the_inputs() -> None:
    given = reports([], GOOD, ["nonsense"])
    assert [each.input for each in given] == ["1.txt", "2.txt", "3.txt"]
    assert [each.answer for each in given] == ["unreadable", "valid-practice", "unreadable"]


def test_a_missing_part_stays_missing_when_nobody_has_it() -> None:
    first, second, *rest = GOOD.codes
    assert [each.answer for each in reports([first], rest)] == ["unreadable", "unreadable"]
    assert [each.answer for each in reports([first], [second, *rest])] == ["valid-practice"] * 2


def test_parts_with_swapped_numbers_are_altered() -> None:
    first, second, *rest = GOOD.codes
    swapped = [first.replace("1/2:", "2/2:"), second.replace("2/2:", "1/2:"), *rest]
    assert report(swapped).answer == "altered"


def test_swapped_contents_of_parts_are_altered() -> None:
    first, second, *rest = GOOD.codes
    swapped = [first[:25] + second[25:], second[:25] + first[25:], *rest]
    assert report(swapped).answer == "altered"


def test_a_tampered_copy_does_not_spoil_a_good_one() -> None:
    first, *rest = GOOD.codes
    bad = first[:-1] + ("0" if first[-1] != "0" else "1")
    good, tampered = reports(GOOD, [bad, *rest])
    assert good.answer == "valid-practice"
    assert tampered.answer == "altered"
    page, other_page, tampered = reports([rest[0]], [first, *rest[1:]], [bad])
    assert page.answer == other_page.answer == "valid-practice"
    assert tampered.answer == "altered"


def test_the_second_spelling_of_a_signature_is_the_same_record_and_no_fork() -> None:
    spelled = [*twin(), *GOOD.codes[2:]]
    assert spelled != list(GOOD.codes)
    assert [each.answer for each in reports(GOOD, spelled)] == ["valid-practice"] * 2
    assert report([*GOOD.codes, *twin()]).answer == "valid-practice"


def test_a_false_twin_is_altered_and_its_brother_is_not() -> None:
    good, false = reports(GOOD, [*with_false_signature(), *GOOD.codes[2:]])
    assert (good.answer, false.answer) == ("valid-practice", "altered")
    assert report([*GOOD.codes, *with_false_signature()]).answer == "altered"


def test_a_page_without_record_follows_the_good_twin() -> None:
    page, *_ = reports(GOOD.codes_of("C"), with_false_signature(), GOOD.codes)
    assert page.answer == "valid-practice"


def test_a_card_with_a_false_signature_does_not_hide_the_good_one() -> None:
    false = replace(GOOD, root=GOOD.keys[0])
    assert false.codes_of("C") != GOOD.codes_of("C")
    good, other = reports(GOOD, false.codes_of("C"))
    assert good.answer == "valid-practice"
    assert other.answer == "valid-practice"


def test_sheet_and_slip_lead_to_the_record_they_belong_to() -> None:
    given = reports(GOOD.codes_of("S"), GOOD.codes_of("B"), GOOD)
    assert [each.answer for each in given] == ["valid-practice"] * 3


def test_what_belongs_to_several_records_is_no_answer() -> None:
    sheets = (GOOD.card.sheets[0],) * 2
    one = replace(GOOD, card=replace(CARD, sheets=sheets))
    other = one.with_payload(contest_index=1, votes=(38, 50))
    card, *_ = reports(one.codes_of("C"), one, other)
    assert card.answer == "unreadable"
    assert [note.code for note in card.notes] == ["several-records"]


def test_a_card_of_another_station_does_not_lend_itself() -> None:
    record = [*GOOD.codes_of("R"), *GOOD.codes_of("S")]
    elsewhere = replace(GOOD.with_card(number="02"), slip=replace(SLIP, number="02"))
    lonely, other = reports(record, elsewhere)
    assert lonely.answer == "unreadable"
    assert [note.code for note in lonely.notes] == ["no-card"]
    assert other.answer == "valid-practice"


def test_a_record_alone_with_a_foreign_sheet_still_misses_its_card() -> None:
    assert report([*GOOD.codes_of("R"), *GOOD.codes_of("S")]).answer == "unreadable"


@pytest.mark.parametrize("kinds", [("C",), ("S",), ("B",)])
def test_a_part_of_each_kind_can_be_missing(kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        cut = [code.replace("1/1:", "1/2:") if code[4] == kind else code for code in GOOD.codes]
        given = report(cut)
        assert given.answer == "unreadable"
        assert any(note.code.endswith("-part-missing") for note in given.notes)


def test_a_payload_of_the_wrong_shape_is_unreadable_even_when_signed() -> None:
    octets = encode_payload(GOOD.payload)[:-1]
    codes = code_texts("R", seal_record(octets, {}), "practice")
    assert report([*codes, *GOOD.codes[2:]]).answer == "unreadable"


def test_two_contests_of_one_station_do_not_disturb_each_other() -> None:
    sheets = (GOOD.card.sheets[0], bytes(32))
    one = Copy(card=replace(CARD, sheets=sheets))
    other = one.with_payload(contest_index=1)
    first, second = reports(one, replace(other, shown=("R", "C")))
    assert first.answer == "valid-practice"
    assert second.answer == "unreadable"
    assert [note.code for note in second.notes] == ["no-sheet"]
