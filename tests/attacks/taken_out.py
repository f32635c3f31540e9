"""Takes a countermeasure out, to show that it is missed: a test that cannot fail proves nothing.

`python -m tests.attacks` goes through all of them: with its countermeasure every attack fails and
the tests pass; without it a test must fail. As a plugin, `pytest -p tests.attacks.taken_out
--without NAME` takes one out in that run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

import pytest

Standing: TypeAlias = Callable[..., Any]
Replacement: TypeAlias = Callable[[Standing], object]
"""What is put in the place of what stood there, which is given to it."""


@dataclass(frozen=True, slots=True)
class Countermeasure:
    """What answers a threat: where it stands, what is put there instead, which tests attack it.

    `place` is a module and a path of attributes in it; `tests` are arguments for pytest.
    """

    threat: str
    place: tuple[str, str]
    instead: Replacement
    tests: tuple[str, ...]


def answers(value: object) -> Replacement:
    """A function that says the same whatever it is asked."""
    return lambda _was: lambda *_, **__: value


def _without_secret(was: Standing) -> object:
    """The PIN alone opens a key."""
    return lambda pin, _secret, salt: was(pin, "", salt)


def _always_agreeing(was: Standing) -> object:
    """What the second member wrote stands, whatever the first one wrote."""
    return lambda places, _first, second, tried: was(places, second, second, tried)


def _any_card(_was: Standing) -> object:
    return lambda holdings, _digest: holdings.cards


def _one_digest(_was: Standing) -> object:
    return lambda _digest, characters: "0" * characters


def _beyond_counting(_was: Standing) -> object:
    return 1_000_000_000


def _unjudged(_was: Standing) -> object:
    from tallydesk.verification.sealed import FileJudged

    return lambda *_: FileJudged()


def _attacks(name: str, *more: str) -> tuple[str, ...]:
    return (f"tests/attacks/test_{name}.py", *more)


_JUDGE, _STEP = "tallydesk.verification.judge", "tallydesk.workflow.step"
COUNTERMEASURES: Mapping[str, Countermeasure] = {
    "draft-compared": Countermeasure(
        "program shows A, signs B, or signs a hidden second record",
        ("tallydesk.verification.verify", "contradicted"),
        answers(()),
        _attacks("draft"),
    ),
    "draft-shows-its-code": Countermeasure(
        "program shows A, signs B, or signs a hidden second record",
        ("tallydesk.verification.verify", "judge_draft"),
        _unjudged,
        _attacks("draft"),
    ),
    "chain": Countermeasure(
        "database edited",
        ("tallydesk.storage.rows", "verify_chain"),
        answers(None),
        (*_attacks("database"), "tests/storage/test_evidence.py", "tests/storage/test_reading.py"),
    ),
    "fold-checked": Countermeasure(
        "database edited",
        ("tallydesk.workflow.examination", "impossible"),
        answers(None),
        _attacks("database"),
    ),
    "sheet-on-the-card": Countermeasure(
        "candidates swapped",
        ("tallydesk.verification.verify", "_strangers"),
        answers(()),
        _attacks("candidates_swapped"),
    ),
    "blind-second-entry": Countermeasure(
        "candidates swapped",
        ("tallydesk.workflow.fold", "compare"),
        _always_agreeing,
        ("tests/unit/workflow/test_entry.py",),
    ),
    "card-in-the-record": Countermeasure(
        "replay from another station, contest, round, day",
        ("tallydesk.verification.shelf", "Holdings.cards_with"),
        _any_card,
        _attacks("replay"),
    ),
    "hours-of-the-card": Countermeasure(
        "replay from another station, contest, round, day",
        (_JUDGE, "_time"),
        answers(()),
        _attacks("replay"),
    ),
    "exactly-the-signers": Countermeasure(
        "abandoned signatures reused",
        (_JUDGE, "_signatures"),
        answers(()),
        _attacks("abandoned_signatures"),
    ),
    "fork": Countermeasure(
        "second protocol",
        ("tallydesk.verification.siblings", "_contradict"),
        answers(False),
        _attacks("second_protocol"),
    ),
    "hours": Countermeasure(
        "signed in advance", (_JUDGE, "_time"), answers(()), _attacks("outside_hours")
    ),
    "early-close-in-hours": Countermeasure(
        "signed in advance", (_JUDGE, "_early_close"), answers(()), _attacks("early_close")
    ),
    "every-step-done": Countermeasure(
        "signed in advance",
        (_STEP, "reachable"),
        answers(True),
        _attacks("signed_in_advance"),
    ),
    "published-cards": Countermeasure(
        "corrupt clerk: own keys, second card",
        ("tallydesk.signing.trust", "Trust.lists"),
        answers(True),
        (*_attacks("corrupt_clerk"), "tests/unit/verification/test_trust_file.py"),
    ),
    "proof-of-possession": Countermeasure(
        "corrupt clerk: own keys, second card",
        ("tallydesk.signing.enrolment", "signed_by"),
        answers(True),
        _attacks("corrupt_clerk"),
    ),
    "quorum-on-the-card": Countermeasure(
        "doctored form", (_JUDGE, "_quorum"), answers(()), _attacks("doctored_form")
    ),
    "card-agrees": Countermeasure(
        "doctored form",
        ("tallydesk.workflow.official", "_disagreements"),
        answers(()),
        _attacks("false_package"),
    ),
    "purposes": Countermeasure(
        "practice as official", (_JUDGE, "_purposes"), answers(()), _attacks("practice_as_official")
    ),
    "station-secret": Countermeasure(
        "stolen stick, PIN",
        ("tallydesk.signing.keys", "_stretched"),
        _without_secret,
        _attacks("stolen_stick"),
    ),
    "pin-delay": Countermeasure(
        "stolen stick, PIN",
        ("tallydesk.workflow.pins", "wait_after"),
        answers(0),
        _attacks("pin_delay"),
    ),
    "clock-confirmed": Countermeasure(
        "clock turned",
        ("tallydesk.workflow.hour", "trouble"),
        answers(""),
        _attacks("clock"),
    ),
    "package-signed": Countermeasure(
        "false package",
        ("tallydesk.signing.sealed_package", "SealedPackage.signed_by"),
        answers(True),
        _attacks("false_package"),
    ),
    "letter-blocks": Countermeasure(
        "false package",
        ("tallydesk.workflow.letter", "block_fits"),
        answers(True),
        _attacks("false_package"),
    ),
    "pages-made-again": Countermeasure(
        "false page, false text",
        ("tallydesk.verification.verify", "judge_file"),
        _unjudged,
        ("tests/unit/verification/test_pages.py",),
    ),
    "seal-whole": Countermeasure(
        "false page, false text",
        ("tallydesk.signing.pdf_seal", "signed_by"),
        answers(True),
        _attacks("sealed_pdf"),
    ),
    "no-root-shipped": Countermeasure(
        "doctored verifier",
        (_JUDGE, "_root_note"),
        answers("root-unknown"),
        _attacks("doctored_verifier"),
    ),
    "strict-text": Countermeasure(
        "hostile input",
        ("tallydesk.protocol.cbor", "text_fault"),
        answers(None),
        ("tests/unit/protocol/test_cbor.py",),
    ),
    "codes-counted": Countermeasure(
        "hostile input",
        ("tallydesk.verification.inputs", "MOST_CODES"),
        _beyond_counting,
        _attacks("piles", "tests/unit/verification/test_child.py"),
    ),
    "digest-of-all-parts": Countermeasure(
        "hostile input",
        ("tallydesk.signing.codes", "_crockford"),
        _one_digest,
        ("tests/unit/signing/test_codes.py",),
    ),
    "on-the-disk-first": Countermeasure(
        "printer, laptop or battery dies",
        ("tallydesk.storage.journal", "SqliteJournal.append"),
        answers(None),
        ("tests/storage/test_journal.py",),
    ),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Name a countermeasure on pytest's command line."""
    parser.addoption("--without", choices=sorted(COUNTERMEASURES), default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Take it out before any test module is imported."""
    name = config.getoption("--without")
    if name is not None:
        take_out(COUNTERMEASURES[str(name)])


def take_out(out: Countermeasure) -> None:
    """Put the other thing in its place. Raises AttributeError when nothing stands there."""
    module, path = out.place
    holder: object = import_module(module)
    *outer, last = path.split(".")
    for each in outer:
        holder = getattr(holder, each)
    setattr(holder, last, out.instead(getattr(holder, last)))
