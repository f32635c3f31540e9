"""The sealed letter: whoever opens the package types from it what no package can know.

The station secret lives in memory alone. It keys every member's key file, so it is asked once more
after a restart. Nothing is locked by a wrong one: eighty bits cannot be guessed at a keyboard.
"""

from __future__ import annotations

from tallydesk.signing.letter import as_typed, block_fits, blocks_asked, secret_fits
from tallydesk.workflow import step
from tallydesk.workflow.official_happening import BlocksAsked, PackageProven
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session

_CHANCE = 8


def blocks(session: Session) -> tuple[int, ...]:
    """The numbers of the two blocks to type, drawn once a night and journaled.

    Whoever tries again gets the same ones: else a forged package would need patience alone.
    """
    if not session.night.blocks:
        session.happen(BlocksAsked(blocks_asked(session.chance.octets(_CHANCE))))
    return session.night.blocks


def prove(session: Session, secret: str, typed: tuple[str, str]) -> None:
    """Check what was typed from the letter, and keep the secret in memory.

    Raises RefusedError `secret-wrong`, `block-wrong` with the block's number, `too-early`.
    """
    step.require(session, "letter")
    digest = session.official.digest
    asked = blocks(session)
    for number, text in zip(asked, typed, strict=True):
        if not block_fits(text, number, digest):
            raise RefusedError("block-wrong", number=str(number))
    again(session, secret)
    with session.together():
        if not session.night.proven:
            session.happen(PackageProven(asked))
        step.close(session, "letter")


def again(session: Session, secret: str) -> None:
    """Take the station secret once more after a restart. Raises RefusedError `secret-wrong`."""
    manifest = session.official.manifest
    if not secret_fits(secret, manifest.secret_salt, manifest.secret_check):
        raise RefusedError("secret-wrong")
    session.secret = as_typed(secret)


def wanted(session: Session) -> bool:
    """Whether the secret has to be typed again before any key can be opened."""
    return session.authority is not None and session.night.proven and not session.secret


def secret_of(session: Session) -> str:
    """The station secret; of a practice station the one that everybody reads on the screen.

    Raises RefusedError `secret-asked` after a restart.
    """
    if session.authority is None:
        return session.package.station_secret
    if not session.secret:
        raise RefusedError("secret-asked")
    return session.secret
