"""`make faults`: kills a window 1,000 times over scripted nights: `python -m tests.faults`.

Prints how many died, at which events, and the slowest restart. 1 when anything that was
acknowledged is lost, or a restart comes to another field.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.faults.night import Lost, Night, Tally, undisturbed, windows

SEED = 20261120


def main() -> int:
    """Kill, judge, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=1000, help="how many deaths")
    parser.add_argument("--seed", type=int, default=SEED, help="of chance: when and where")
    parser.add_argument("--stride", type=int, default=3, help="most appends between two deaths")
    chosen = parser.parse_args()
    tally = Tally()
    try:
        with tempfile.TemporaryDirectory(prefix="tallydesk-faults-") as name:
            killed(Path(name), Random(chosen.seed), chosen.kills, chosen.stride, tally)
    except Lost as lost:
        sys.stdout.write(f"LOST after {tally.deaths} deaths: {lost}\n")
        return 1
    sys.stdout.write(report(tally))
    return 0


def killed(folder: Path, chance: Random, kills: int, stride: int, tally: Tally) -> None:
    """So many deaths, over as many nights as they take; the last night comes to its end."""
    with windows() as opened:
        first = folder / "undisturbed"
        first.mkdir()
        reference = undisturbed(opened, first)
        while tally.deaths < kills:
            place = folder / f"night-{tally.nights}"
            place.mkdir()
            night = Night(opened, place, reference, tally)
            while tally.deaths < kills and night.dies(chance, stride):
                if tally.deaths % 100 == 0:
                    sys.stdout.write(f"{tally.deaths} deaths, nothing lost\n")
                    sys.stdout.flush()
            night.ends()


def report(tally: Tally) -> str:
    """What people read in the end."""
    kinds = "\n".join(f"  {kind:20}{count:6}" for kind, count in sorted(tally.by_kind.items()))
    when = ", ".join(f"{count} {name}" for name, count in sorted(tally.by_when.items()))
    return (
        f"{tally.deaths} SIGKILLs over {tally.nights} nights ({when} an append), "
        f"{tally.restarts} restarts looked at: nothing acknowledged is lost, each at its field.\n"
        f"Events that were being written:\n{kinds}\n"
        f"Slowest restart: {tally.warm:.2f} s of a forked window, "
        f"{tally.cold:.2f} s of a program started from nothing.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
