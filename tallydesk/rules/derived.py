"""Lines that nobody types: sums of other lines, filled in as soon as their parts are there."""

from __future__ import annotations

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.relation import total


def derive(form: Form, figures: Figures) -> Figures:
    """The figures with every derived line that can be computed.

    A derived line may rest on another; a form whose derived lines rest on themselves is refused
    when it is read. A sum below zero is left blank: no paper can show it.
    """
    waiting = [line for line in form.lines if line.derived is not None]
    progress = True
    while waiting and progress:
        progress = False
        for line in tuple(waiting):
            count = total(line.derived)(figures) if line.derived else None
            if count is not None:
                waiting.remove(line)
                progress = True
                if count >= 0:
                    figures = figures.with_line(line.id, count)
    return figures
