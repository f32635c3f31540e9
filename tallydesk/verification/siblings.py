"""Records of the same station and contest side by side: forks, and what was superseded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tallydesk.signing.codes import short_digest
from tallydesk.verification.judge import Judged, Verdict
from tallydesk.verification.report import Note


def compare(all_judged: Iterable[Judged]) -> Mapping[bytes, tuple[Verdict, ...]]:
    """What the records say about one another, by record digest.

    Only lawful records take part: a paper signed by nobody, or outside its hours, contradicts
    no other.
    """
    groups: dict[object, dict[bytes, Judged]] = {}
    for judged in all_judged:
        if judged.lawful:
            group = groups.setdefault(_identity(judged), {})
            group[judged.held.record.digest] = judged
    return {
        digest: tuple(_against(judged, group))
        for group in groups.values()
        for digest, judged in group.items()
    }


def predecessor_shown(judged: Judged, all_judged: Iterable[Judged]) -> bool:
    """Whether the record that this one replaces is among those shown."""
    replaced = judged.held.record.payload.replaces
    return any(other.held.record.digest == replaced for other in all_judged)


def _identity(judged: Judged) -> object:
    """Purpose, station, election, contest: there is one record for each."""
    payload = judged.held.record.payload
    shown, sheet = judged.shown, judged.sheet
    # Without the sheet its digest stands for election and contest.
    contest = (
        (sheet.sheet.election, sheet.sheet.contest)
        if sheet
        else judged.card and judged.card.card.card.sheets[payload.contest_index]
    )
    return (payload.purpose, shown and shown.station, contest)


def _against(judged: Judged, group: Mapping[bytes, Judged]) -> list[Verdict]:
    record = judged.held.record
    verdicts: list[Verdict] = []
    for digest, other in group.items():
        if digest == record.digest:
            continue
        facts = {"digest": short_digest(digest), "version": other.held.record.payload.version}
        if _contradict(judged, other) or _contradict(other, judged):
            verdicts.append(Verdict("fork", Note("another-record", facts)))
        elif other.held.record.payload.version > record.payload.version:
            verdicts.append(Verdict("superseded", Note("later-version", facts)))
    return verdicts


def _contradict(one: Judged, other: Judged) -> bool:
    """Whether `one` leaves no place for `other`: same version, same ancestor, wrong ancestor."""
    here, there = one.held.record.payload, other.held.record.payload
    if here.version == there.version:
        return True
    if here.replaces is not None and here.replaces == there.replaces:
        return True
    return here.version == there.version + 1 and here.replaces != other.held.record.digest
