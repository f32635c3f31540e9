"""Attendance on an official night: own keys, and everybody who has none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallydesk.protocol.model import Stance
from tallydesk.signing.attending import attended
from tallydesk.signing.card import card_digest
from tallydesk.signing.keys import WrongPin, point_of, unlock
from tallydesk.signing.practice import practice_root
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow import attendance, handover, own_keys, papers, sealing, step
from tallydesk.workflow.night import Night
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tallydesk.workflow.session import Session
from tests.fakes import DictKeyShelf, DictOutbox
from tests.official import PIN, authority, official_at, sticks, trust, verified


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def test_a_member_opens_their_key_and_test_signs_for_this_station_and_night() -> None:
    session, shelf = official_at("keys")
    own_keys.open_own(session, shelf, 2, PIN)

    night, card = session.night, session.official.manifest.card
    point, signature = night.points[2], night.attended[2]
    assert point == session.official.card.members[1].point
    assert attended(point, signature, card_digest(card), night.opening, 1, "official")
    assert not attended(point, signature, card_digest(card), night.opening, 2, "official")
    assert not attended(point, signature, card_digest(card), b"\x01" * 32, 1, "official")
    with refused("key-exists"):
        own_keys.open_own(session, shelf, 2, PIN)


def test_from_the_first_opening_the_stick_is_of_no_use_without_the_letter() -> None:
    session, shelf = official_at("keys")
    own_keys.open_own(session, shelf, 1, PIN)
    point = session.night.points[1]
    brought, now = sticks().find(point), shelf.find(point)
    assert brought is not None
    assert now is not None
    assert unlock(brought, PIN, "").point == point
    with pytest.raises(WrongPin):
        unlock(now, PIN, "")
    assert unlock(now, PIN, authority().letter.secret).point == point
    seal = session.official.card.seal_points[0]
    sealed = shelf.find(seal)
    assert sealed is not None
    assert unlock(sealed, PIN, authority().letter.secret).point == seal


def test_a_first_pin_that_the_authority_chose_gives_way_to_the_members_own() -> None:
    session, shelf = official_at("keys")
    own, secret = "135724680", authority().letter.secret
    own_keys.open_own(session, shelf, 1, PIN, (own, own))
    for point in (session.night.points[1], session.official.card.seal_points[0]):
        file = shelf.find(point)
        assert file is not None
        assert unlock(file, own, secret).point == point
        with pytest.raises(WrongPin):
            unlock(file, PIN, secret)
    assert own_keys.key_of(session, shelf, 1, own).point == session.night.points[1]
    with pytest.raises(WrongPin):
        own_keys.key_of(session, shelf, 1, PIN)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (("135724680", "135724681"), "pin-differs"),
        (("135724680", ""), "pin-differs"),
        ((PIN, PIN), "pin-same"),
        (("1234567", "1234567"), "pin-too-short"),
    ],
)
def test_a_new_pin_that_cannot_be_changes_nothing_and_the_key_still_opens(
    new: tuple[str, str], code: str
) -> None:
    session, shelf = official_at("keys")
    with refused(code):
        own_keys.open_own(session, shelf, 2, PIN, new)
    assert 2 not in session.night.points
    own_keys.open_own(session, shelf, 2, PIN)
    assert 2 in session.night.points


def test_whoever_is_stopped_while_the_pin_changes_opens_each_key_with_one_of_the_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session, shelf = official_at("keys")
    own, put = "135724680", shelf.put_back
    seal = session.official.card.seal_points[0]

    def once(point: bytes, file: bytes) -> None:
        """The seal key is written, then the stick is pulled out."""
        put(point, file)
        if point == seal and opens(file, own):
            raise FileNotFoundError("the key file is gone; put the stick back in")

    monkeypatch.setattr(shelf, "put_back", once)
    with pytest.raises(FileNotFoundError):
        own_keys.open_own(session, shelf, 1, PIN, (own, own))
    monkeypatch.undo()
    own_keys.open_own(session, shelf, 1, PIN, (own, own))
    for point in (seal, session.night.points[1]):
        file = shelf.find(point)
        assert file is not None
        assert opens(file, own)


def opens(file: bytes, pin: str) -> bool:
    try:
        unlock(file, pin, authority().letter.secret)
    except WrongPin:
        return False
    return True


def test_a_key_that_the_card_does_not_name_opens_nothing() -> None:
    session, _ = official_at("keys")
    strange = {
        number: file
        for number, file in enumerate(authority().keys.values())
        if point_of(file) != session.official.card.members[1].point
    }
    with refused("key-not-found: member Lalə"):
        own_keys.open_own(session, DictKeyShelf(strange), 2, PIN)


def test_who_has_no_key_is_on_record_and_nothing_waits_for_it() -> None:
    session, shelf = official_at("keys")
    for member in (1, 2, 4, 5):
        own_keys.open_own(session, shelf, member, PIN)
    with refused("keys-missing: member Nərgiz"):
        attendance.close_keys(session)
    own_keys.missing(session, 3, "lost-pin")
    own_keys.missing(session, 3, "lost-pin")
    own_keys.missing(session, 6, "no-stick")
    attendance.close_keys(session)

    assert session.night.step == "clock"
    assert dict(session.night.keyless) == {3: "lost-pin", 6: "no-stick"}
    assert attendance.may_sit(session) == (1, 2, 3, 4, 5, 6)
    # Two looks against one: a member without a key may sit down, and the journal says so.
    attendance.sit_down(session, shelf, 3, "")
    assert session.night.member == 3
    assert '"without_key":true' in session.journal.entries()[-1].body


def test_a_stick_found_later_opens_after_all() -> None:
    session, shelf = official_at("keys")
    own_keys.missing(session, 1, "no-stick")
    own_keys.open_own(session, shelf, 1, PIN)
    assert session.night.keyless == {}
    assert 1 in session.night.points


def test_two_thirds_of_hands_on_paper_are_enough_with_an_absent_chair_and_a_substitute() -> None:
    session, shelf = official_at("keys")
    # The chair is away, and somebody sits in the chair's place; the others lost their PINs.
    session.night = _without_chair(session)
    with refused("not-absent"):
        own_keys.substitute(session, 2, "Nar Ağacı")
    with refused("words-missing"):
        own_keys.substitute(session, 1, " ")
    own_keys.substitute(session, 1, "Nar Ağacı")
    assert "Nar Ağacı" in session.night.substitutes[1].words
    with refused("absent-member"):
        own_keys.open_own(session, shelf, 1, PIN)
    with refused("absent-member"):
        own_keys.missing(session, 1, "no-stick")


def _without_chair(session: Session) -> Night:
    return replace(session.night, present=session.night.present - {1}, member=2)


def test_a_substitutes_hand_stands_in_the_record_with_the_act_and_needs_no_key() -> None:
    session, shelf = official_at("stances.fruit")
    session.night = _without_chair(session)
    own_keys.substitute(session, 1, "Nar Ağacı")
    own_keys.missing(session, 3, "lost-pin")
    with refused("absent-member"):
        sealing.take_stance(session, "fruit", 1, Stance.SIGNS)
    with refused("no-key"):
        sealing.take_stance(session, "fruit", 3, Stance.SIGNS)
    for member, stance in (
        (1, Stance.SIGNS_ON_PAPER),
        (2, Stance.SIGNS),
        (3, Stance.SIGNS_ON_PAPER),
        (4, Stance.SIGNS_WITH_OPINION),
        (5, Stance.REFUSES),
        (6, Stance.SIGNS),
    ):
        sealing.take_stance(session, "fruit", member, stance)
    sealing.freeze(session, "fruit")
    with refused("contest-frozen"):
        own_keys.substitute(session, 1, "Heyva Ağacı")
    for member in sealing.signers_left(session, "fruit"):
        sealing.sign(session, shelf, "fruit", member, PIN)

    texts = [code.text for code in papers.printed_codes(session, "fruit")]
    (report,) = verified(texts)
    assert report.answer == "valid"
    assert "signed-on-paper" in [note.code for note in report.notes]
    acts = [text for text in sealing.protocol_of(session, "fruit").texts if text.kind == "act"]
    assert [text.by for text in acts] == ["Nar Ağacı"]


def test_chair_or_deputy_seals_and_without_either_the_papers_go_out_all_the_same() -> None:
    session, shelf = official_at("seal.fruit")
    assert sealing.sealers(session) == (1,)
    with refused("no-seal-key"):
        sealing.seal_key(session, shelf, 2, PIN)
    with pytest.raises(WrongPin):
        sealing.open_seal(session, shelf, "fruit", 1, "00000000")
    with refused("no-seal-key"):
        sealing.seal_key(session, DictKeyShelf(), 1, PIN)
    sealing.open_seal(session, shelf, "fruit", 1, PIN)
    assert session.night.seals == {"fruit": 1}
    assert session.seal is not None
    assert session.seal[0].point == session.official.card.seal_points[0]
    assert session.night.step == "print.fruit"

    other, _ = official_at("seal.fruit")
    sealing.without_seal(other, "fruit")
    assert other.night.seals == {"fruit": 0}
    assert other.night.step == "print.fruit"


def test_after_the_hand_over_keys_are_gone_but_for_those_kept() -> None:
    session, shelf = official_at("destroy")
    lost = session.official.card.members[5].point
    shelf.destroy(lost)

    done = handover.destroy_keys(session, shelf, kept=(2,))

    assert done.destroyed == (1, 3, 4, 5)
    assert done.kept == (2,)
    assert done.unreached == (6,)
    assert done.until == session.official.card.valid_to
    assert [point_of(file) for file in shelf.files.values()] == [
        session.official.card.members[1].point
    ]
    assert step.done(session, session.plan.step("destroy"))
    assert session.night.keys_destroyed == done


def test_the_whole_official_night_reads_back_from_its_journal() -> None:
    session, shelf = official_at("destroy")
    handover.destroy_keys(session, shelf)
    again = resume_night(
        lambda *_: session.package, session.journal, session.clock, session.chance, "t", trust()
    )
    assert again.package == session.package
    for name in ("points", "attended", "records", "seals", "keys_destroyed", "clock_confirmed"):
        assert getattr(again.night, name) == getattr(session.night, name)


def test_a_copy_bears_the_seal_that_the_chair_opened_and_none_without() -> None:
    session, shelf = official_at("seal.fruit")
    sealing.open_seal(session, shelf, "fruit", 1, PIN)
    outbox = DictOutbox()
    papers.save_copy(session, outbox, "fruit")
    (sealed,) = (pdf for name, pdf in outbox.files.items() if name.endswith(".pdf"))
    bare, _ = official_at("seal.fruit")
    sealing.without_seal(bare, "fruit")
    outbox.files.clear()
    papers.save_copy(bare, outbox, "fruit")

    (plain,) = (pdf for name, pdf in outbox.files.items() if name.endswith(".pdf"))
    root = practice_root().point
    given = [Input("sealed.pdf", sealed), Input("plain.pdf", plain)]
    reports = verify(given, practice_root=root, trust=trust())
    assert [report.answer for report in reports] == ["valid", "valid"]
    assert [b"/ByteRange" in pdf for pdf in (sealed, plain)] == [True, False]


def test_the_second_entry_demands_another_member_on_an_official_night_too() -> None:
    session, shelf = official_at("before.takeover")
    first = session.night.closed_sheets["before.station", 1]
    with refused("same-member"):
        attendance.take_over(session, shelf, "before.takeover", first, PIN)
    attendance.take_over(session, shelf, "before.takeover", 5, PIN)
    assert session.night.member == 5
