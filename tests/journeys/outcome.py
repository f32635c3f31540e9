"""What is left of a night: the saved papers, read back by the verifier, and the journal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tallydesk.device.data_folder import DataFolder
from tallydesk.signing.practice import practice_root
from tallydesk.storage.journal import open_journal
from tallydesk.training.scenario import Scenario
from tallydesk.verification.inputs import Input
from tallydesk.verification.report import Shown
from tallydesk.verification.verify import verify
from tallydesk.workflow.happening import Happening
from tallydesk.workflow.happening_json import read


def lines_of(scenario: Scenario, contest: str) -> Mapping[str, int]:
    """Every line of a protocol: the paper's, and what the boxes add up to."""
    paper = scenario.contest[contest]
    lines = {**scenario.station, **paper.lines}
    for box in paper.boxes.values():
        for line, count in box.lines.items():
            lines[line] = lines.get(line, 0) + count
    return lines


def sealed(folder: DataFolder) -> Shown:
    """What the saved copy and the file with its codes say, each read by itself."""
    (pdf,) = folder.papers.glob("*-copy-01.pdf")
    (codes,) = folder.papers.glob("*-codes.txt")
    (slip,) = folder.papers.glob("*-slip.pdf")
    by_itself = [verified(pdf)[0], verified(codes)[0]]
    assert by_itself[0] == by_itself[1]
    assert verified(pdf, slip) == [by_itself[0]] * 2
    return by_itself[0]


def verified(*paths: Path) -> list[Shown]:
    inputs = [Input(path.name, path.read_bytes()) for path in paths]
    reports = verify(inputs, practice_root=practice_root().point, allow_practice=True)
    assert [report.answer for report in reports] == ["valid-practice"] * len(paths)
    return [report.shown for report in reports if report.shown is not None]


def happenings(folder: DataFolder) -> list[Happening]:
    """The whole journal, which refuses to be read when its chain is broken."""
    with open_journal(folder.journal) as journal:
        return [read(entry.kind, entry.body) for entry in journal.entries()]
