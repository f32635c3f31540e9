"""Which signed protocol of a night a later record replaced, told from a copy of that record."""

from __future__ import annotations

from collections.abc import Mapping

from tallydesk.signing.practice import practice_root
from tallydesk.signing.record import read_record
from tallydesk.signing.trust import Trust
from tallydesk.verification.inputs import Input
from tallydesk.verification.verify import verify
from tallydesk.workflow.refusal import RefusedError


def later_record(
    copy: Input, records: Mapping[str, bytes], trust: Trust | None, words: Mapping[str, str]
) -> tuple[str, bytes]:
    """The contest of the later record and its full SHA-256, 32 octets.

    `records` are the night's by contest, `words` those of the language for the reason. Raises
    RefusedError `later-unread` when the copy is of no record, `later-none` when it is of none that
    replaces one of these.
    """
    (report,) = verify(
        [copy], practice_root=practice_root().point, trust=trust, allow_practice=True
    )
    shown = report.shown
    if shown is None:
        raise RefusedError("later-unread", path=copy.name, reason=report.reason(words))
    held = records.get(shown.contest)
    if held is None or read_record(held).payload.version >= shown.version:
        raise RefusedError("later-none", path=copy.name)
    return shown.contest, shown.digest
