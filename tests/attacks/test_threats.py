"""Every threat that this program answers, and the files that attack with it. None is without."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
THREATS: Mapping[str, Sequence[str]] = {
    "program shows A, signs B, or signs a hidden second record": (
        "attacks/test_draft.py",
        "attacks/test_second_protocol.py",
    ),
    "database edited": ("attacks/test_database.py",),
    "candidates swapped": ("attacks/test_candidates_swapped.py", "unit/workflow/test_entry.py"),
    "replay from another station, contest, round, day": ("attacks/test_replay.py",),
    "abandoned signatures reused": ("attacks/test_abandoned_signatures.py",),
    "second protocol": ("attacks/test_second_protocol.py",),
    "signed in advance": (
        "attacks/test_signed_in_advance.py",
        "attacks/test_outside_hours.py",
        "attacks/test_early_close.py",
    ),
    "corrupt clerk: own keys, second card": ("attacks/test_corrupt_clerk.py",),
    "doctored form": ("attacks/test_doctored_form.py", "attacks/test_false_package.py"),
    "practice as official": ("attacks/test_practice_as_official.py",),
    "stolen stick, PIN": ("attacks/test_stolen_stick.py", "attacks/test_pin_delay.py"),
    "clock turned": ("attacks/test_clock.py",),
    "false package": ("attacks/test_false_package.py",),
    "false page, false text": ("attacks/test_sealed_pdf.py",),
    "doctored verifier": ("attacks/test_doctored_verifier.py", "golden/test_stranger.py"),
    "hostile input": (
        "attacks/test_authority_inputs.py",
        "attacks/test_hostile_input.py",
        "attacks/test_piles.py",
        "attacks/test_single_characters.py",
        "attacks/test_single_octets.py",
    ),
    "printer, laptop or battery dies": (
        "journeys/test_kill_anywhere.py",
        "storage/test_kill.py",
    ),
}
ROWS = [(threat, name) for threat, names in THREATS.items() for name in names]


def attacks_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


@pytest.mark.parametrize(
    ("threat", "name"), ROWS, ids=[f"{threat}: {name}" for threat, name in ROWS]
)
def test_every_threat_is_attacked(threat: str, name: str) -> None:
    assert attacks_in(TESTS / name), threat


def test_every_attack_belongs_to_a_threat() -> None:
    named = {name for names in THREATS.values() for name in names}
    here = {f"attacks/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert here - named == {f"attacks/{Path(__file__).name}"}
