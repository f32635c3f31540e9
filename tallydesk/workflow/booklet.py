"""From the draft onto the authority's numbered booklet, and back by other eyes."""

from __future__ import annotations

from collections.abc import Mapping

from tallydesk.counting.place import Place
from tallydesk.protocol.model import SALT
from tallydesk.workflow import step
from tallydesk.workflow.booklet_happening import (
    BookletNamed,
    BookletSpoilt,
    LineReadBack,
    LineTranscribed,
)
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of


def places(session: Session, contest_id: str) -> tuple[Place, ...]:
    """What stands on the booklet, line by line: the form's lines, then the candidates.

    Lines of the worksheet are the commission's own and not on the authority's form.
    """
    contest = session.package.contest(contest_id)
    lines = tuple(
        Place(contest_id, "line", line.id) for line in contest.form.lines if not line.worksheet
    )
    return lines + tuple(Place(contest_id, "vote", each.id) for each in contest.standing)


def figure(session: Session, place: Place) -> int:
    """The figure that belongs on the booklet at that place."""
    figures = figures_of(session, session.package.contest(place.contest))
    return (figures.lines if place.kind == "line" else figures.votes)[place.id]


def name(session: Session, contest_id: str, series: str, number: str) -> None:
    """Record series and number of the booklet at hand.

    Raises RefusedError `booklet-number`, `contest-frozen`.
    """
    step.require(session, f"transcribe.{contest_id}")
    _require_open(session, contest_id)
    if not series.strip() or not number.strip():
        code = "booklet-number"
        raise RefusedError(code)
    held = session.night.booklets.get(contest_id)
    if held is None or (held.series, held.number) != (series.strip(), number.strip()):
        session.happen(BookletNamed(contest_id, series.strip(), number.strip()))


def transcribed(session: Session, place: Place) -> None:
    """One line now stands on the booklet."""
    step.require(session, f"transcribe.{place.contest}")
    if (place.contest, place) not in session.night.transcribed:
        session.happen(LineTranscribed(place.contest, place))


def close_transcription(session: Session, contest_id: str) -> None:
    """Every line stands on the booklet.

    Raises RefusedError `booklet-number`, `lines-not-transcribed`.
    """
    night = session.night
    if contest_id not in night.booklets:
        code = "booklet-number"
        raise RefusedError(code)
    if any((contest_id, place) not in night.transcribed for place in places(session, contest_id)):
        code = "lines-not-transcribed"
        raise RefusedError(code)
    step.close(session, f"transcribe.{contest_id}")


def read_back(session: Session, place: Place, count: int) -> None:
    """What another member reads from the booklet, without seeing the draft.

    Raises RefusedError `same-member`.
    """
    step.require(session, f"readback.{place.contest}")
    night = session.night
    if night.member == night.transcriber.get(place.contest):
        code = "same-member"
        raise RefusedError(code, member=session.package.member(night.member).name)
    if night.read_back.get((place.contest, place)) != count:
        session.happen(LineReadBack(place.contest, place, count))


def differing(session: Session, contest_id: str) -> tuple[Place, ...]:
    """Places where booklet and draft differ, or that nobody has read back yet."""
    held = session.night.read_back
    return tuple(
        place
        for place in places(session, contest_id)
        if held.get((contest_id, place)) != figure(session, place)
    )


def close_read_back(session: Session, contest_id: str) -> tuple[Place, ...]:
    """Finish the read-back; the places that differ, () when the booklet is right."""
    wrong = differing(session, contest_id)
    if not wrong:
        step.close(session, f"readback.{contest_id}")
    return wrong


def spoil(session: Session, contest_id: str, reason: str, said: Mapping[str, str]) -> None:
    """The booklet was spoilt: it is kept by its number and a new one begins.

    `said` are the words of the official language, for the act with the reason. Raises RefusedError
    `booklet-number` when none was named, `words-missing`, `contest-frozen`.
    """
    _require_open(session, contest_id)
    held = session.night.booklets.get(contest_id)
    if held is None:
        code = "booklet-number"
        raise RefusedError(code)
    if not reason.strip():
        code = "words-missing"
        raise RefusedError(code)
    act = said["act.booklet-spoilt"].format(
        series=held.series, number=held.number, reason=reason.strip()
    )
    with session.together():
        session.happen(
            BookletSpoilt(contest_id, held.series, held.number, act, session.chance.octets(SALT))
        )
        step.go(session, f"transcribe.{contest_id}")


def _require_open(session: Session, contest_id: str) -> None:
    if contest_id in session.night.frozen:
        code = "contest-frozen"
        raise RefusedError(code)
