"""The contest sheets of a package: one for each contest, in the official language."""

from __future__ import annotations

from tallydesk.election.definition import Package
from tallydesk.signing.contest_sheet import sheet_of


def contest_sheets(package: Package) -> tuple[bytes, ...]:
    """The octets of each contest's sheet, in the order of the package's contests."""
    language = package.policy.official_language
    return tuple(
        sheet_of(package.definition.id, contest, language=language)
        for contest in package.definition.contests
    )
