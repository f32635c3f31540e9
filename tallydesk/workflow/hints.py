"""Where to look first after findings: the likely slip, and the fewest piles to count again.

Never a value and never a direction. What is said rests on figures that stand after both entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tallydesk.counting.figures import Figures
from tallydesk.counting.place import Place
from tallydesk.election.definition import Contest
from tallydesk.rules.balance import Spot
from tallydesk.rules.check import check
from tallydesk.rules.diagnosis import Slip, Suggestion, diagnose
from tallydesk.rules.recount import fewest
from tallydesk.workflow.findings import Matter, places_of
from tallydesk.workflow.session import Session
from tallydesk.workflow.tally import figures_of

_ALIKE = 3
"""Piles that fit equally and are named; who looks at a fourth counts them all."""

_TWO_WAYS: tuple[frozenset[Slip], ...] = (
    frozenset({"bundle-more", "bundle-less"}),
    frozenset({"digit-missing", "digit-doubled"}),
)
"""Slips that people are told in the same words, so that they learn no direction."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A likely slip and where to look, best first. Boxes are not told apart."""

    slip: Slip
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """`by_matter` is keyed by contest and key; `first` are the piles to count again, in order."""

    by_matter: Mapping[tuple[str, str], Hint]
    first: tuple[Place, ...]


def hints_of(session: Session, matters: Sequence[Matter]) -> Hints:
    """The hints to findings that are still open."""
    waiting = [matter for matter in matters if matter.open]
    by_matter: dict[tuple[str, str], Hint] = {}
    likely: list[Place] = []
    for contest in session.package.definition.contests:
        mine = [each for each in waiting if each.contest == contest.id]
        suggestions = _suggestions(session, contest) if mine else ()
        for matter in mine:
            hint = _hint(contest, matter, suggestions)
            if hint is not None:
                by_matter[matter.contest, matter.key] = hint
                likely += hint.places
        likely += [
            place
            for each in suggestions
            for place in _places(contest, each.spots)
            if place not in likely
        ]
    return Hints(by_matter, _first(session, waiting, likely))


def _suggestions(session: Session, contest: Contest) -> tuple[Suggestion, ...]:
    figures = figures_of(session, contest)
    return diagnose(
        contest.form,
        figures,
        check(contest.form, figures).findings,
        bundles=(session.package.policy.bundle_size,),
        parts=dict(_parts(session, contest, figures)),
    )


def _parts(
    session: Session, contest: Contest, figures: Figures
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The counts of each box, for the lines that add them up."""
    settled, station = session.night.settled, session.package.station
    for line in contest.form.lines:
        if line.per_box is not None and line.id in figures.lines:
            places = (
                Place(contest.id, "line", line.id, box.id) for box in station.boxes_of(line.per_box)
            )
            yield line.id, tuple(settled[place] for place in places)


def _hint(contest: Contest, matter: Matter, suggestions: Sequence[Suggestion]) -> Hint | None:
    """The best slip that mends this finding; with the piles that fit as well, if it is in one."""
    fitting = [each for each in suggestions if matter.finding.code in each.mends]
    if matter.box or not fitting:
        return None
    best = fitting[0]
    spots = best.spots
    if len(spots) == 1:
        alike = dict.fromkeys(
            each.spots[0]
            for each in fitting
            if each.slip in _said_alike(best.slip)
            and (len(each.spots), each.mends) == (1, best.mends)
        )
        spots = tuple(alike)[:_ALIKE]
    return Hint(best.slip, _places(contest, spots))


def _said_alike(slip: Slip) -> frozenset[Slip]:
    return next((both for both in _TWO_WAYS if slip in both), frozenset({slip}))


def _places(contest: Contest, spots: Sequence[Spot]) -> tuple[Place, ...]:
    return tuple(
        Place(
            ""
            if spot.kind == "line" and contest.form.line(spot.id).scope == "station"
            else contest.id,
            spot.kind,
            spot.id,
        )
        for spot in spots
    )


def _first(
    session: Session, waiting: Sequence[Matter], likely: Sequence[Place]
) -> tuple[Place, ...]:
    """The fewest piles that touch every finding; what two counts agree on is not counted again."""
    open_piles = [
        [place for place in _piles(session, matter) if not _closed(session, place)]
        for matter in waiting
    ]
    ranked = [
        place
        for spot in likely
        for piles in open_piles
        for place in piles
        if place._replace(box="") == spot
    ]
    return fewest(open_piles, ranked)


def _piles(session: Session, matter: Matter) -> tuple[Place, ...]:
    return places_of(session, session.package.contest(matter.contest), matter.finding)


def _closed(session: Session, place: Place) -> bool:
    history = session.night.recounts.get(place, ())
    return len(history) > 1 and history[-1] == history[-2]
