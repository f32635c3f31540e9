"""The trust file on the laptop: installed once, and only ever replaced by a newer one.

Whoever could put another root in its place could open any package. So the first file decides whose
station this laptop is, and which authority's packages it opens, until the data folder is new.
"""

from __future__ import annotations

from tallydesk.signing.practice import RootRefused
from tallydesk.signing.trust import Trust, trust_from
from tallydesk.workflow.refusal import RefusedError


def trusted(kept: bytes | None, given: bytes | None, practice_point: bytes) -> tuple[Trust, bytes]:
    """The trust that counts from now on, and the file to keep.

    `kept` is what is installed, `given` what was named this time; None where there is none.
    `practice_point` is the practice root's, which is never trusted. Raises RefusedError
    `trust-missing`, `trust-unreadable`, `trust-without-cards`, `trust-other-root`, `trust-older`.
    """
    held = _read(kept, practice_point) if kept is not None else None
    if given is None:
        if kept is None or held is None:
            raise RefusedError("trust-missing")
        return held, kept
    named = _read(given, practice_point)
    if held is not None and held.root != named.root:
        raise RefusedError("trust-other-root")
    if held is not None and named.serial < held.serial:
        raise RefusedError("trust-older", given=str(named.serial), kept=str(held.serial))
    if held is not None and named.serial == held.serial and given != kept:
        # Two files of one serial: the authority signs each once, so the first stays.
        raise RefusedError("trust-older", given=str(named.serial), kept=str(held.serial))
    return named, given


def _read(content: bytes, practice_point: bytes) -> Trust:
    try:
        trust = trust_from(content, practice_point)
    except RootRefused as error:
        raise RefusedError("trust-unreadable", what=str(error)) from error
    if trust.cards is None:
        raise RefusedError("trust-without-cards")
    return trust
