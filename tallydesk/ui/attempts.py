"""Asks the workflow for something and keeps its refusal as a value that a state can hold."""

from __future__ import annotations

from collections.abc import Callable

from tallydesk.ui.refusals import Refusal, refusal_of
from tallydesk.workflow.refusal import RefusedError


def attempt(action: Callable[[], object], member: str = "") -> Refusal | None:
    """Do it; None when it was done, else why not. `member` is whose PIN it was about.

    A disk that refuses and a PIN that does not fit are refusals too: nothing was lost, and the
    person can try again.
    """
    try:
        action()
    except (RefusedError, OSError) as error:
        return refusal_of(error)
    except ValueError as error:
        from tallydesk.signing.keys import KeyFileDamaged, WrongPin

        if isinstance(error, WrongPin):
            return Refusal("pin-wrong", (("member", member),))
        if isinstance(error, KeyFileDamaged):
            return Refusal("key-damaged", (("member", member),))
        raise
    return None
