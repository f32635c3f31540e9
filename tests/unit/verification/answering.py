"""What tests say about a report, and copies that several of them start from."""

from dataclasses import replace

from tallydesk.assets import words
from tallydesk.election.expression import Condition
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tallydesk.signing.trust import Trust
from tallydesk.verification.report import Answer, Report
from tests.builders import CONTEST, FORM
from tests.signed import AUTHORITY, CARD, GOOD, Copy

TRUST = Trust(AUTHORITY.point)
ENGLISH = words("en")


def says(given: Report, answer: Answer, *codes: str) -> None:
    """The answer, the notes that are there, and nothing shown that nobody signed."""
    assert given.answer == answer
    assert set(codes) <= {note.code for note in given.notes}
    assert given.reason(ENGLISH)


def hidden(given: Report) -> None:
    assert given.shown is None


def with_relation(holds: Condition) -> Copy:
    """A protocol whose form has one more arithmetic relation."""
    added = replace(FORM.relations[0], code="A2", holds=holds)
    form = replace(FORM, relations=(*FORM.relations, added))
    sheet = sheet_of("pears-2026", replace(CONTEST, form=form))
    card = replace(CARD, sheets=(sheet_digest(sheet),))
    return replace(GOOD, sheet=sheet, card=card, slip=None, shown=("R", "C", "S"))


def second(first: Copy, **changes: object) -> Copy:
    """A version 2 that replaces the first."""
    return first.with_payload(version=2, replaces=first.digest, **changes)
