"""How a member is named on the screen: the full name, and the office in the window's language."""

from __future__ import annotations

from tallydesk.assets import words
from tallydesk.election.definition import Member, Office


def office_said(office: Office, language: str) -> str:
    """The office's name."""
    return words(language)[f"office.{office}"]


def member_said(member: Member, language: str) -> str:
    """Name and office, as in "Ayten Rahimova, secretary"."""
    return f"{member.name}, {office_said(member.office, language)}"
