"""What the attacks measured is printed at the end, from whichever process a test ran in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.attacks.size import FULL

Figure = Callable[[str], None]


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Tells what was tried, and what it took."""
    return partial(record_property, "figure")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Once over all tests: pytest's own list of what they printed walks over all for each."""
    if not FULL:
        return
    terminalreporter.section("what was tried")
    for report in terminalreporter.getreports(""):
        if report.when == "teardown":
            for name, value in report.user_properties:
                if name == "figure":
                    terminalreporter.write_line(str(value))
