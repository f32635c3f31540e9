"""A whole night without a window: the same functions that the pages call, on invented paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tallydesk.counting.place import Place
from tallydesk.protocol.model import Stance
from tallydesk.training.scenario import Scenario, ScenarioRefused
from tallydesk.training.throwaway import PaperLetter
from tallydesk.workflow import (
    attendance,
    booklet,
    entry,
    findings,
    handover,
    letter,
    own_keys,
    papers,
    remarks,
    sealing,
    slip,
    step,
)
from tallydesk.workflow.plan import Step, StepKind
from tallydesk.workflow.ports import KeyShelf, Outbox
from tallydesk.workflow.session import Session

STANCES: Mapping[str, Stance] = {
    "absent": Stance.ABSENT,
    "signs": Stance.SIGNS,
    "signs-with-opinion": Stance.SIGNS_WITH_OPINION,
    "refuses": Stance.REFUSES,
    "signs-on-paper": Stance.SIGNS_ON_PAPER,
}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A session with the people and the paper of a scenario."""

    session: Session
    shelf: KeyShelf
    outbox: Outbox
    scenario: Scenario
    letter: PaperLetter | None = None
    """The sealed letter, on official nights."""
    early: str = ""
    """Who decided to finish before the hour, and why; the close is announced at once then."""

    def play(self, until: str = "") -> None:
        """Walk through every step in order, up to but without the step named `until`.

        Raises ScenarioRefused when the scenario has no answer to what comes up.
        """
        for at in self.session.plan.steps:
            if at.id == until:
                return
            step.go(self.session, at.id)
            _PLAYS[at.kind](self, at)

    def package(self, at: Step) -> None:
        """Everybody looks at the package."""
        step.close(self.session, at.id)

    def attendance(self, _at: Step) -> None:
        """The chair calls the roll."""
        attendance.take(self.session, self.scenario.present, self.scenario.first)

    def type_letter(self, _at: Step) -> None:
        """The chair opens the letter and types what is asked from it."""
        if self.letter is None:
            raise ScenarioRefused("an official night needs the station's letter")
        first, second = (self.letter.blocks[number - 1] for number in letter.blocks(self.session))
        letter.prove(self.session, self.letter.secret, (first, second))

    def own_keys(self, _at: Step) -> None:
        """Each member opens their own key on their own stick."""
        for member in attendance.without_key(self.session):
            own_keys.open_own(self.session, self.shelf, member, self.scenario.pin)
        attendance.close_keys(self.session)

    def clock(self, _at: Step) -> None:
        """Two members look at a watch."""
        first, second = self.scenario.first, self.scenario.second
        other = second if self.session.night.member == first else first
        attendance.confirm_clock(self.session, self.shelf, other, self.scenario.pin)

    def keys(self, _at: Step) -> None:
        """Each member chooses a PIN."""
        pin = self.scenario.pin
        for member in attendance.without_key(self.session):
            attendance.choose_pin(self.session, self.shelf, member, pin, pin)
        attendance.close_keys(self.session)

    def close(self, _at: Step) -> None:
        """The chair announces the close; nobody was waiting any more."""
        session = self.session
        closes = session.clock.now() if self.early else session.package.hours.closes
        attendance.close_voting(session, closes, closes, self.early)

    def entry(self, at: Step) -> None:
        """One sheet, figure by figure; a difference sends the member back to the paper."""
        slips = {slip.place: slip.count for slip in self.scenario.misread}
        for place in self.session.plan.sheet(at.sheet).places:
            said = self.scenario.says(place)
            entry.write(
                self.session, at.id, place, slips.get(place, said) if at.entry == 1 else said
            )
        for place in entry.close_sheet(self.session, at.id):
            entry.write(self.session, at.id, place, self.scenario.says(place))
        if not step.done(self.session, at):
            entry.close_sheet(self.session, at.id)

    def takeover(self, at: Step) -> None:
        """Another member sits down."""
        if at.group:
            sheet = self.session.plan.sheets_of(at.group)[0].id
            before = self.session.night.closed_sheets[sheet, 1]
        else:
            before = self.session.night.transcriber[at.contest]
        first, second = self.scenario.first, self.scenario.second
        other = second if before == first else first
        attendance.take_over(self.session, self.shelf, at.id, other, self.scenario.pin)

    def findings(self, at: Step) -> None:
        """Every difference is explained, decided, or answered in the scenario's words."""
        findings.show(self.session, at.group)
        for matter in findings.matters_of(self.session, at.group):
            if matter.open:
                words = self.scenario.answers.get(matter.key)
                if words is None:
                    raise ScenarioRefused(f"the scenario has no answer to {matter.key}")
                findings.explain(self.session, matter, words)
        findings.close(self.session, at.group)

    def slip(self, _at: Step) -> None:
        """Everybody present gets the before-opening slip."""
        self.outbox.save(
            f"{papers.station_stem(self.session)}-slip.pdf", papers.slip_paper(self.session)
        )
        slip.close(self.session)

    def remarks(self, _at: Step) -> None:
        """Observers and members say what they have to say."""
        for saying in self.scenario.remarks:
            remarks.write_remark(self.session, saying.by, saying.words, saying.kind)
        for opinion in self.scenario.opinions:
            remarks.write_opinion(self.session, opinion.member, opinion.words)
        remarks.close(self.session)

    def draft(self, at: Step) -> None:
        """Everybody reads the draft."""
        papers.draft_pdf(self.session, at.contest)
        step.close(self.session, at.id)

    def transcribe(self, at: Step) -> None:
        """Line by line onto the booklet."""
        paper = self.scenario.contest[at.contest]
        booklet.name(self.session, at.contest, paper.series, paper.number)
        for place in booklet.places(self.session, at.contest):
            booklet.transcribed(self.session, place)
        booklet.close_transcription(self.session, at.contest)

    def readback(self, at: Step) -> None:
        """Another member reads the booklet aloud, figure by figure."""
        for place in booklet.places(self.session, at.contest):
            booklet.read_back(self.session, place, self._booklet_says(place))
        booklet.close_read_back(self.session, at.contest)

    def stances(self, at: Step) -> None:
        """Each member says what they do about the protocol."""
        said = self.scenario.contest[at.contest].stances
        for member, stance in zip(self.session.package.deciding, said, strict=True):
            sealing.take_stance(self.session, at.contest, member.number, STANCES[stance])
        sealing.freeze(self.session, at.contest)

    def sign(self, at: Step) -> None:
        """Those who said so sign."""
        for member in sealing.signers_left(self.session, at.contest):
            sealing.sign(self.session, self.shelf, at.contest, member, self.scenario.pin)
        sealing.close(self.session, at.contest)

    def seal(self, at: Step) -> None:
        """Chair or deputy seals the papers; where neither is there they go out without."""
        for member in sealing.sealers(self.session):
            sealing.open_seal(self.session, self.shelf, at.contest, member, self.scenario.pin)
            return
        sealing.without_seal(self.session, at.contest)

    def print_copy(self, at: Step) -> None:
        """The first copy is saved."""
        papers.save_copy(self.session, self.outbox, at.contest)
        step.close(self.session, at.id)

    def handover(self, _at: Step) -> None:
        """The original leaves for the constituency commission."""
        now = self.session.clock.now()
        handover.hand_over(self.session, self.scenario.carriers, now, now)

    def destroy(self, _at: Step) -> None:
        """Nobody keeps a key: no replacement is expected."""
        handover.destroy_keys(self.session, self.shelf)

    def _booklet_says(self, place: Place) -> int:
        return booklet.figure(self.session, place)


_PLAYS: Mapping[StepKind, Callable[[Rehearsal, Step], None]] = {
    "package": Rehearsal.package,
    "letter": Rehearsal.type_letter,
    "attendance": Rehearsal.attendance,
    "keys": Rehearsal.keys,
    "own-keys": Rehearsal.own_keys,
    "clock": Rehearsal.clock,
    "close": Rehearsal.close,
    "entry": Rehearsal.entry,
    "takeover": Rehearsal.takeover,
    "findings": Rehearsal.findings,
    "slip": Rehearsal.slip,
    "remarks": Rehearsal.remarks,
    "draft": Rehearsal.draft,
    "transcribe": Rehearsal.transcribe,
    "readback": Rehearsal.readback,
    "stances": Rehearsal.stances,
    "sign": Rehearsal.sign,
    "seal": Rehearsal.seal,
    "print": Rehearsal.print_copy,
    "handover": Rehearsal.handover,
    "destroy": Rehearsal.destroy,
}
