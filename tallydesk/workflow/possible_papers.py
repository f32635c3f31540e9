"""Whether what was said of the slip and the booklet could have happened then.

No key is needed for that, so that a night that goes on in the middle of its count waits for no
cryptography.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.contest_sheet import sheet_digest
from tallydesk.signing.slip import Slip, SlipContest, read_slip
from tallydesk.workflow import booklet
from tallydesk.workflow import booklet_happening as b
from tallydesk.workflow import happening as h
from tallydesk.workflow.conditions import Rule, open_still, reached, said, salted
from tallydesk.workflow.contest_sheets import contest_sheets
from tallydesk.workflow.fault import Why
from tallydesk.workflow.ports import Entry
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of


def _slip(session: Session, entry: Entry, it: h.SlipMade) -> Iterator[Why]:
    yield from reached(session, "slip")
    if session.night.slip:
        yield "nothing-new"
    try:
        slip = read_slip(it.payload)
    except (CborError, ShapeError):
        yield "slip"
        return
    if slip.journal_head != session.night.head:
        yield "head"
    package = session.package
    contests = tuple(
        SlipContest(
            sheet_digest(sheet),
            {
                line.id: figures.lines[line.id]
                for line in contest.form.lines
                if line.stage == "before"
            },
        )
        for contest, sheet in zip(package.definition.contests, contest_sheets(package), strict=True)
        for figures in (figures_of(session, contest),)
    )
    station = package.station
    due = Slip(
        package.purpose,
        station.constituency,
        station.number,
        contests,
        slip.made,
        slip.journal_head,
    )
    if slip != due or slip.made > entry.at:
        yield "slip"


def _booklet(session: Session, _entry: Entry, it: b.BookletNamed) -> Iterator[Why]:
    yield from reached(session, f"transcribe.{it.contest}")
    yield from open_still(session, it.contest)
    yield from said(it.series, it.number)
    held = session.night.booklets.get(it.contest)
    if held is not None and (held.series, held.number) == (it.series, it.number):
        yield "nothing-new"


def _spoilt(session: Session, _entry: Entry, it: b.BookletSpoilt) -> Iterator[Why]:
    yield from open_still(session, it.contest)
    held = session.night.booklets.get(it.contest)
    if held is None or (held.series, held.number) != (it.series, it.number):
        yield "no-such-thing"
    if it.words or it.salt:
        yield from said(it.words)
        yield from salted(it.salt)
        if it.series not in it.words or it.number not in it.words:
            yield "words"


def _transcribed(session: Session, _entry: Entry, it: b.LineTranscribed) -> Iterator[Why]:
    yield from reached(session, f"transcribe.{it.contest}")
    if it.place not in booklet.places(session, it.contest):
        yield "no-place"
    if (it.contest, it.place) in session.night.transcribed:
        yield "nothing-new"


def _read_back(session: Session, _entry: Entry, it: b.LineReadBack) -> Iterator[Why]:
    night = session.night
    yield from reached(session, f"readback.{it.contest}")
    if it.place not in booklet.places(session, it.contest):
        yield "no-place"
    if night.member == night.transcriber.get(it.contest):
        yield "same-member"
    if night.read_back.get((it.contest, it.place)) == it.count:
        yield "nothing-new"


PAPERS: Mapping[type[h.Happening], Rule] = {
    h.SlipMade: _slip,
    b.BookletNamed: _booklet,
    b.BookletSpoilt: _spoilt,
    b.LineTranscribed: _transcribed,
    b.LineReadBack: _read_back,
}
