"""The progress of the night for everybody in the room, and no figure of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tallydesk.ui.chapters import name_of, stops
from tallydesk.ui.widgets.rail import StopMark
from tallydesk.workflow.progress import finished_at
from tallydesk.workflow.session import Session
from tallydesk.workflow.step import marks


@dataclass(frozen=True, slots=True)
class TimedStop:
    """A name as on the rail; `at` is HH:MM on the station's clock once it is done, else ""."""

    name: str
    mark: StopMark
    at: str


@dataclass(frozen=True, slots=True)
class ProgressState:
    """Where, whether it is practice, and the steps of the night."""

    station: str
    practice: bool
    stops: tuple[TimedStop, ...]


class ProgressPresenter:
    """Looks at the night and changes nothing. A figure, a finding or a name is never part of it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self, language: str) -> ProgressState:
        """How far the night is. A journal that cannot be read just now leaves out the times."""
        package, found = self._session.package, marks(self._session)
        try:
            finished = finished_at(self._session)
        except OSError:
            finished = {}
        last: dict[str, datetime] = {}
        for step, _ in found:
            if step.id in finished:
                name = name_of(package, step, language)
                last[name] = max(finished[step.id], last.get(name, finished[step.id]))
        return ProgressState(
            package.station.label,
            package.purpose == "practice",
            tuple(
                TimedStop(
                    stop.name,
                    stop.mark,
                    package.hours.on_the_wall(last[stop.name])
                    if stop.mark == "done" and stop.name in last
                    else "",
                )
                for stop in stops(package, found, language)
            ),
        )
