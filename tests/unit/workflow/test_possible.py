"""An event that could not have happened then is named, however well it is chained in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.counting.place import Place
from tallydesk.protocol.model import Stance
from tallydesk.workflow import booklet_happening as b
from tallydesk.workflow import happening as h
from tallydesk.workflow import safety_happening as s
from tallydesk.workflow.chain import entry_after
from tallydesk.workflow.examination import examine, session_of
from tallydesk.workflow.fault import Fault, Why
from tallydesk.workflow.happening_json import KINDS, written
from tallydesk.workflow.opening import read_again
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.telling import Telling
from tests.attacks.night import Whole, rechained, whole_night
from tests.benchmarks.nights import NIGHT

SALT = bytes(16)
FIRST, LAST = Place("", "line", "1"), Place("", "line", "7")
FRUIT = Place("fruit", "line", "3")
NOWHERE = Place("fruit", "line", "99")
EARLY = NIGHT - timedelta(hours=9)
LATE = NIGHT + timedelta(hours=9)
POINT = b"\x02" + bytes(32)


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_night()


def fault_of(whole: Whole, before: str, happening: h.Happening) -> Fault:
    """What is named when this is put in before the first event of a kind, or at the end."""
    at = whole.number_of(before) - 1 if before else len(whole.entries)
    last = whole.entries[at - 1]
    entry = replace(whole.entries[min(at, len(whole.entries) - 1)], at=last.at)
    kind, body = written(happening)
    forged = replace(entry, kind=kind, body=body)
    entries = rechained((*whole.entries[:at], forged, *whole.entries[at:]))
    fault = examine(entries, lambda *_: whole.session.package).fault
    assert fault is not None
    assert fault.number == at + 1, (fault.number, fault.why)
    return fault


CASES: list[tuple[str, h.Happening, Why]] = [
    ("KeyMade", h.NightOpened("", (), ""), "opening"),
    ("KeyMade", h.StepOpened("handover"), "too-early"),
    ("KeyMade", h.StepOpened("keys"), "nothing-new"),
    ("KeyMade", h.StepOpened("nowhere"), "no-such-thing"),
    ("KeyMade", h.StepClosed("package"), "nothing-new"),
    ("KeyMade", h.StepClosed("close"), "too-early"),
    ("FigureWritten", h.StepClosed("before.fruit.first"), "too-early"),
    ("KeyMade", h.AttendanceTaken((), 1), "no-member"),
    ("KeyMade", h.AttendanceTaken((2, 1), 1), "no-member"),
    ("KeyMade", h.AttendanceTaken((1, 99), 1), "no-member"),
    ("KeyMade", h.AttendanceTaken((1, 2), 3), "member-not-there"),
    ("KeyMade", h.KeyMade(99, POINT), "no-member"),
    ("KeyMade", h.KeyMade(1, b"\x04" + bytes(32)), "point"),
    ("VotingClosed", h.KeyMade(1, POINT), "nothing-new"),
    ("KeyMade", h.SatDown(1), "member-not-there"),
    ("KeyMade", h.SatDown(99), "no-member"),
    ("VotingClosed", h.VotingClosed(LATE, NIGHT, ""), "time"),
    ("VotingClosed", h.VotingClosed(EARLY, EARLY, ""), "time"),
    ("SheetClosed", h.FigureWritten(NOWHERE, 1, 5), "no-place"),
    ("SheetClosed", h.FigureWritten(FRUIT, 1, 5), "too-early"),
    ("SheetClosed", h.FigureWritten(Place("", "line", "1"), 1, -5), "number"),
    ("SheetClosed", h.FigureWritten(Place("", "line", "1"), 1, 5, 2, None), "number"),
    ("SheetClosed", h.FigureWritten(Place("", "line", "1"), 1, 5, 2, 0), "number"),
    ("SheetClosed", h.FigureWritten(Place("", "line", "1"), 1, 5, 0, 4), "number"),
    ("SheetClosed", h.FigureWritten(Place("", "line", "1"), 1, 1419), "nothing-new"),
    ("SlipMade", h.FigureWritten(Place("", "line", "1"), 1, 5), "frozen"),
    ("FigureWritten", h.SheetClosed("before.station", 1), "figures-missing"),
    ("KeyMade", h.SheetClosed("nowhere", 1), "no-such-thing"),
    ("SlipMade", h.StageReopened("nowhere", "x"), "no-such-thing"),
    ("SlipMade", h.StageReopened("before", " "), "words"),
    ("SlipMade", h.StageReopened("before", "torn", "reopened: torn", b""), "words"),
    ("SlipMade", h.StageReopened("before", "torn", "reopened: wet", SALT), "words"),
    ("SlipMade", h.StageReopened("before", "torn", "", SALT), "words"),
    ("Signed", h.StageReopened("before", "x"), "frozen"),
    ("SlipMade", h.FindingsShown("before"), "nothing-new"),
    ("SlipMade", h.Recounted(NOWHERE, 5), "no-place"),
    ("SlipMade", h.Recounted(FRUIT, -5), "number"),
    ("SlipMade", h.FindingExplained("fruit", "XX", "x", "", SALT), "no-such-thing"),
    ("SlipMade", h.FindingExplained("nuts", "B1", "x", "", SALT), "no-such-thing"),
    ("SlipMade", h.SlipMade(b"rubbish"), "slip"),
    ("RemarkWritten", h.RemarkWritten("remark", "", "x", SALT), "words"),
    ("RemarkWritten", h.RemarkWritten("remark", "me", "x", b""), "words"),
    ("KeyMade", h.RemarkWritten("remark", "me", "x", SALT), "too-early"),
    ("Signed", h.RemarkWritten("remark", "me", "x", SALT), "frozen"),
    ("RemarkWritten", h.OpinionWritten(99, "x", SALT), "no-member"),
    ("LineTranscribed", b.BookletNamed("fruit", "", "1"), "words"),
    ("LineTranscribed", b.BookletSpoilt("fruit", "no", "0"), "no-such-thing"),
    ("LineTranscribed", b.LineTranscribed("fruit", NOWHERE), "no-place"),
    ("LineReadBack", b.LineTranscribed("fruit", FRUIT), "nothing-new"),
    ("LineReadBack", b.LineReadBack("fruit", NOWHERE, 5), "no-place"),
    ("StanceTaken", h.StanceTaken("fruit", 99, Stance.SIGNS), "no-member"),
    ("StanceTaken", h.StanceTaken("fruit", 1, Stance.SIGNS_WITH_OPINION), "words"),
    ("CopySaved", h.StanceTaken("fruit", 1, Stance.REFUSES), "frozen"),
    ("PayloadFrozen", h.StanceTaken("fruit", 1, Stance.SIGNS), "nothing-new"),
    ("PayloadFrozen", h.PayloadFrozen("fruit", b"", b"", bytes(32), NIGHT), "head"),
    ("Signed", h.PayloadFrozen("fruit", b"", b"", bytes(32), NIGHT), "frozen"),
    ("Signed", h.Signed("fruit", 1, bytes(64)), "signature"),
    ("Signed", h.Signed("fruit", 5, bytes(64)), "no-member"),
    ("CopySaved", h.Signed("fruit", 1, bytes(64)), "frozen"),
    ("Signed", h.RecordSealed("fruit", b""), "signature"),
    ("RecordSealed", h.RecordSealed("fruit", b""), "record"),
    ("CopySaved", h.RecordSealed("fruit", b""), "frozen"),
    ("CopySaved", h.CopySaved("fruit", 2, "x", ""), "copy-number"),
    ("CopySaved", h.CopySaved("fruit", 1, "", ""), "words"),
    ("HandedOver", h.HandedOver((), NIGHT, NIGHT), "no-member"),
    ("HandedOver", h.HandedOver((1,), EARLY, EARLY), "time"),
    ("StanceTaken", h.Stopped("", ""), "words"),
    ("KeyMade", h.Stopped(" x", ""), "words"),
    ("KeyMade", h.Resumed(""), "words"),
    ("KeyMade", h.Restored(-1, b""), "number"),
    ("KeyMade", h.Restored(0, b"x"), "number"),
    ("SheetClosed", s.FigureTakenBack(NOWHERE, 1, 5, None), "no-place"),
    ("SheetClosed", s.FigureTakenBack(FRUIT, 1, 5, None), "too-early"),
    ("SheetClosed", s.FigureTakenBack(FIRST, 1, 1419, None), "nothing-new"),
    ("SheetClosed", s.FigureTakenBack(LAST, 1, 7, None), "number"),
    ("SheetClosed", s.FigureTakenBack(LAST, 1, 4, 7), "number"),
    ("SheetClosed", s.FigureTakenBack(LAST, 1, 4, None, again=True), "nothing-new"),
    ("SlipMade", s.FigureTakenBack(LAST, 1, 4, None), "frozen"),
    ("SlipMade", s.SnapshotKept(0, bytes(32), bytes(32), "x", "x", "x"), "number"),
    ("SlipMade", s.SnapshotKept(9999, bytes(32), bytes(32), "x", "x", "x"), "number"),
    ("SlipMade", s.SnapshotKept(5, bytes(32), bytes(31), "x", "x", "x"), "number"),
    ("SlipMade", s.SnapshotKept(5, bytes(31), bytes(32), "x", "x", "x"), "number"),
    ("SlipMade", s.SnapshotKept(5, bytes(32), bytes(32), "", "x", "x"), "words"),
    ("SlipMade", s.MovedHere(bytes(32), "x"), "head"),
    ("SlipMade", s.MovedHere(bytes(32), " "), "words"),
    ("SlipMade", s.ForkNoticed(0, bytes(32), "x", NIGHT), "number"),
    ("SlipMade", s.ForkNoticed(5, bytes(32), "", NIGHT), "words"),
    ("SlipMade", s.CountedOnPaper("nowhere", NIGHT, "x", SALT), "no-such-thing"),
    ("SlipMade", s.CountedOnPaper("count.fruit", NIGHT, "x", SALT), "too-early"),
    ("SlipMade", s.CountedOnPaper("before", NIGHT, "", SALT), "words"),
    ("SlipMade", s.CountedOnPaper("before", NIGHT, "x", b""), "words"),
    ("SlipMade", s.CountedOnPaper("before", LATE, "x", SALT), "time"),
    ("SlipMade", s.PauseTold("x", SALT), "too-early"),
    ("SlipMade", s.PauseTold("", SALT), "words"),
    ("Signed", s.CountedOnPaper("before", NIGHT, "x", SALT), "frozen"),
]


@pytest.mark.parametrize(("before", "happening", "why"), CASES, ids=range(len(CASES)))
def test_what_could_not_have_happened_is_named_with_its_reason(
    whole: Whole, before: str, happening: h.Happening, why: Why
) -> None:
    fault = fault_of(whole, before, happening)
    assert fault.why == why
    for language in LANGUAGES:
        sentence = Telling(words(language), language, whole.session.package).fault(fault)
        assert words(language)[f"journal.why.{why}"] in sentence


def changed(whole: Whole, index: int, **fields: object) -> Fault | None:
    entry = replace(whole.entries[index], **fields)  # type: ignore[arg-type]
    entries = (*whole.entries[:index], entry, *whole.entries[index + 1 :])
    return examine(rechained(entries), lambda *_: whole.session.package).fault


def test_a_figure_by_a_member_while_another_sat_is_named(whole: Whole) -> None:
    index = whole.number_of("SheetClosed") - 2
    fault = changed(whole, index, member=5)
    assert fault is not None
    assert (fault.number, fault.differs, fault.why) == (index + 1, "member", "at-desk")


def test_an_event_earlier_than_the_one_before_is_named(whole: Whole) -> None:
    fault = changed(whole, 50, at=EARLY)
    assert fault is not None
    assert (fault.number, fault.differs, fault.why) == (51, "moment", "before-the-last")


def test_another_spelling_of_the_same_event_is_named(whole: Whole) -> None:
    body = whole.entries[50].body
    fault = changed(whole, 50, body=body.replace(":", ": "))
    assert fault is not None
    assert (fault.number, fault.differs, fault.why) == (51, "text", "not-canonical")


def test_an_unknown_kind_is_named(whole: Whole) -> None:
    fault = changed(whole, 50, kind="Unheard")
    assert fault is not None
    assert (fault.number, fault.differs, fault.why) == (51, "kind", "strange")
    assert "Unheard" in Telling(words("en"), "en").fault(fault)


def test_another_pass_and_another_flag_for_a_number_are_not_read(whole: Whole) -> None:
    index = whole.number_of("FigureWritten") - 1
    body = whole.entries[index].body
    for old, new in (('"entry":1', '"entry":true'), ('"entry":1', '"entry":3')):
        fault = changed(whole, index, body=body.replace(old, new))
        assert fault is not None
        assert (fault.number, fault.why) == (index + 1, "strange")


def test_a_journal_that_begins_with_something_else_is_no_night(whole: Whole) -> None:
    entries = rechained(whole.entries[1:3])
    examined = examine(entries, read_again)
    assert examined.fault == Fault(1, "impossible", entries[0], "opening")
    assert session_of(examined) is None
    assert examine((), read_again).fault is None


def test_a_night_restored_from_a_copy_pauses_until_the_work_goes_on(whole: Whole) -> None:
    entries = whole.entries[:60]
    for restored in (h.Restored(3, bytes(32)), h.Resumed("again")):
        last, (kind, body) = entries[-1], written(restored)
        at = last.at + timedelta(minutes=5)
        entries = (*entries, entry_after(last, at, last.member, kind, body))
    examined = examine(entries, lambda *_: whole.session.package)
    assert examined.fault is None
    (gap,) = examined.night.gaps
    assert (gap.began, gap.ended) == (entries[-3].at, entries[-1].at)
    assert not examined.night.stopped


def test_the_past_writes_nothing_and_asks_for_nothing(whole: Whole) -> None:
    session = session_of(examine(whole.entries, lambda *_: whole.session.package))
    assert session is not None
    assert session.journal.entries() == ()
    assert session.night.records == whole.session.night.records
    for ask in (
        lambda: session.happen(h.Resumed("x")),
        lambda: session.journal.append(()),
        lambda: session.chance.octets(1),
    ):
        with pytest.raises(RuntimeError):
            ask()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_event_has_its_words(whole: Whole, language: str) -> None:
    said = words(language)
    assert {key for key in said if key.startswith("journal.event.")} == {
        f"journal.event.{kind}" for kind in KINDS
    }
    telling = Telling(said, language, whole.session.package)
    bare = Telling(said, language)
    seen: set[str] = set()
    for entry in whole.entries:
        assert "{" not in telling.event(entry)
        assert "\n" not in bare.event(entry)
        seen.add(entry.kind)
    assert len(seen) > 18


def test_words_that_would_steer_a_terminal_are_shown_harmless() -> None:
    remark = h.RemarkWritten("remark", "me\x1b[2J", "one\ntwo" + "x" * 500, SALT)
    said = Telling(words("en"), "en").happening(remark)
    assert said.isprintable()
    assert len(said) < 200
    kind, body = written(remark)
    entry = Entry(1, NIGHT, 1, kind + "\x07", body, bytes(32))
    assert Telling(words("en"), "en").event(entry).isprintable()
