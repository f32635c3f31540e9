"""The readiness report in one language: for the window, the command line and paper alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from tallydesk.rendering.ready_page import ReadyPage, ReadyRow, ready_pdf
from tallydesk.rendering.said import said_in
from tallydesk.workflow.ready import Item, Readiness


def found(item: Item, words: Mapping[str, str]) -> str:
    """What was found."""
    return words[f"ready.{item.code}"].format(**item.facts)


def todo(item: Item, words: Mapping[str, str]) -> str:
    """What to do about it, "" where there is nothing to do."""
    return words.get(f"ready.{item.code}-todo", "")


def report_pdf(checked: Readiness, language: str) -> bytes:
    """The report on paper. Raises AssetMissing for a language that paper does not speak."""
    said = said_in(language)
    package = checked.package
    offset = package.hours.offset_minutes if package else 0
    rows = tuple(
        ReadyRow(
            said(f"ready.{item.topic}"), item.mark, found(item, said.words), todo(item, said.words)
        )
        for item in checked.items
    )
    moment = said.moment(checked.now, offset) if package else f"{said.moment(checked.now, 0)} UTC"
    return ready_pdf(
        ReadyPage(
            language=language,
            station=package.station.label if package else "",
            digest=package.fingerprint if package else "",
            moment=moment,
            ready=checked.ready,
            rows=rows,
        )
    )


def report_name(checked: Readiness) -> str:
    """What the report's file is called: station and minute, so that each check has its own."""
    package = checked.package
    offset = timedelta(minutes=package.hours.offset_minutes if package else 0)
    station = package.station.label if package else "laptop"
    return f"{station}-ready-{checked.now + offset:%Y%m%d-%H%M}.pdf"
