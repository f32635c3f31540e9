"""How much is tried: a seeded sample in `make test`, everything in `make attacks`."""

from __future__ import annotations

import os

FULL = os.environ.get("TALLYDESK_ATTACKS") == "full"


def many(sample: int, full: int) -> int:
    """`sample`, or `full` when every attack runs at full size."""
    return full if FULL else sample
