"""Blank papers of the station, saved before the day: for the power that fails, and for the acts."""

from __future__ import annotations

from tallydesk.election.definition import Package
from tallydesk.rendering.morning import morning_pack
from tallydesk.workflow.papers import package_stem
from tallydesk.workflow.ports import Outbox


def save_pack(package: Package, outbox: Outbox) -> list[str]:
    """Save the morning pack; the paths of its papers. Nothing of it is written into a night.

    Raises OSError, AssetMissing for an official language that paper does not speak.
    """
    stem = package_stem(package)
    return [outbox.save(f"{stem}-{name}", content) for name, content in morning_pack(package)]
