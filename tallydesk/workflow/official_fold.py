"""How the happenings of an official night change it; `workflow.fold` takes these in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, TypeAlias

from tallydesk.workflow import official_happening as h
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.night import ClockMark, Night, Substitute
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.ports import Entry, PinMark

Changes: TypeAlias = dict[str, Any]

CLOCK_SLACK = timedelta(seconds=60)
"""How far two clocks may drift apart, or a clock be set right, before anybody is asked."""


def _asked(_plan: Plan, _night: Night, _entry: Entry, it: h.BlocksAsked) -> Changes:
    return {"blocks": it.blocks}


def _proven(_plan: Plan, _night: Night, _entry: Entry, _it: h.PackageProven) -> Changes:
    return {"proven": True}


def _key_opened(_plan: Plan, night: Night, _entry: Entry, it: h.KeyOpened) -> Changes:
    return {
        "points": {**night.points, it.member: it.point},
        "attended": {**night.attended, it.member: it.signature},
        "keyless": _without(night.keyless, it.member),
    }


def _key_missing(_plan: Plan, night: Night, _entry: Entry, it: h.KeyMissing) -> Changes:
    return {
        "points": _without(night.points, it.member),
        "keyless": {**night.keyless, it.member: it.reason},
    }


def _substitute(_plan: Plan, night: Night, entry: Entry, it: h.SubstituteCame) -> Changes:
    came = Substitute(it.name, it.words, entry.at, it.salt)
    return {"substitutes": {**night.substitutes, it.member: came}}


def _pin_refused(_plan: Plan, night: Night, entry: Entry, it: h.PinRefused) -> Changes:
    mark = PinMark(it.count, entry.at, it.ticks)
    return {"wrong_pins": {**night.wrong_pins, it.member: mark}}


def _pin_accepted(_plan: Plan, night: Night, _entry: Entry, it: h.PinAccepted) -> Changes:
    return {"wrong_pins": _without(night.wrong_pins, it.member)}


def _clock(_plan: Plan, _night: Night, _entry: Entry, it: h.ClockConfirmed) -> Changes:
    return {
        "clock": ClockMark(it.wall, it.ticks),
        "clock_confirmed": True,
        "clock_behind": False,
    }


def _seal_opened(_plan: Plan, night: Night, _entry: Entry, it: h.SealOpened) -> Changes:
    return {"seals": {**night.seals, it.contest: it.member}}


def _seal_missing(_plan: Plan, night: Night, _entry: Entry, it: h.SealMissing) -> Changes:
    return {"seals": {**night.seals, it.contest: 0}}


def _destroyed(_plan: Plan, _night: Night, _entry: Entry, it: h.KeysDestroyed) -> Changes:
    return {"keys_destroyed": it}


def _without(held: Mapping[int, Any], member: int) -> dict[int, Any]:
    return {number: value for number, value in held.items() if number != member}


OFFICIAL: Mapping[type[Happening], Callable[[Plan, Night, Entry, Any], Changes]] = {
    h.BlocksAsked: _asked,
    h.PackageProven: _proven,
    h.KeyOpened: _key_opened,
    h.KeyMissing: _key_missing,
    h.SubstituteCame: _substitute,
    h.PinRefused: _pin_refused,
    h.PinAccepted: _pin_accepted,
    h.ClockConfirmed: _clock,
    h.SealOpened: _seal_opened,
    h.SealMissing: _seal_missing,
    h.KeysDestroyed: _destroyed,
}
