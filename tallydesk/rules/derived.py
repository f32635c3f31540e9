"""Lines that nobody types: sums of other lines, filled in as soon as their parts are there."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tallydesk.counting.figures import Figures
from tallydesk.election.form import Form
from tallydesk.rules.relation import AddUp, Waits, total, waiting


def derive(form: Form, figures: Figures) -> Figures:
    """The figures with every blank derived line that can be computed.

    A derived line may rest on another; a form whose derived lines rest on themselves is refused
    when it is read. A sum below zero is left blank: no paper can show it.
    """
    waiting = [(line, add_up) for line, add_up in _sums(form) if line not in figures.lines]
    while waiting:
        counted = {line: add_up(figures) for line, add_up in waiting}
        new = {line: count for line, count in counted.items() if count is not None and count >= 0}
        if not new:
            break
        figures = replace(figures, lines={**figures.lines, **new})
        waiting = [(line, add_up) for line, add_up in waiting if line not in new]
    return figures


def typed_behind(form: Form, blanks: tuple[str, ...], figures: Figures) -> tuple[str, ...]:
    """The same blanks, with what a derived line waits for in the place of the line itself."""
    derived = _waits(form)
    if not derived:
        return blanks
    found: dict[str, None] = {}
    seen: set[str] = set()
    left = list(reversed(blanks))
    while left:
        name = left.pop()
        behind = () if name in seen or name not in derived else tuple(derived[name](figures))
        seen.add(name)
        if behind:
            left.extend(reversed(behind))
        else:
            found[name] = None
    return tuple(found)


@lru_cache(maxsize=16)
def _waits(form: Form) -> dict[str, Waits]:
    return {line.id: waiting(line.derived) for line in form.lines if line.derived is not None}


@lru_cache(maxsize=16)
def _sums(form: Form) -> tuple[tuple[str, AddUp], ...]:
    return tuple((line.id, total(line.derived)) for line in form.lines if line.derived is not None)
