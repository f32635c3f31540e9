"""Which signed protocol of a night a later record replaced, told from a copy of that record."""

from __future__ import annotations

from collections.abc import Mapping

from tallydesk.signing.practice import practice_root
from tallydesk.signing.trust import Trust
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow import papers
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session


def later_record(
    copy: Input, session: Session, trust: Trust | None, words: Mapping[str, str]
) -> tuple[str, bytes]:
    """The contest of the later record and its full SHA-256, 32 octets.

    The verifier decides, as it would for a stranger who holds both: a record of another station, of
    another authority, or one that names another ancestor replaces nothing. `words` are those of the
    language for the reason. Raises RefusedError `later-unread` when the copy is of no signed
    record, `later-none` when it is of none that replaces one of this night.
    """
    contests = list(session.night.records)
    reports = verify(
        [copy, *(_own(session, contest) for contest in contests)],
        practice_root=practice_root().point,
        trust=trust,
        allow_practice=True,
    )
    later, own = reports[0], reports[1:]
    if later.shown is None:
        raise RefusedError("later-unread", path=copy.name, reason=later.reason(words))
    for contest, report in zip(contests, own, strict=True):
        if contest == later.shown.contest and report.answer == "superseded":
            return contest, later.shown.digest
    raise RefusedError("later-none", path=copy.name)


def _own(session: Session, contest: str) -> Input:
    """The codes of the night's own record, as they are printed."""
    texts = "".join(f"{code.text}\n" for code in papers.printed_codes(session, contest))
    return Input(contest, texts.encode())
