"""Opening a shipped package for the first time, and again when a night goes on."""

from datetime import UTC, datetime

import pytest

from tallydesk.assets import form_bytes, read_bytes, toml_names
from tallydesk.election.package_file import PackageMistakes
from tallydesk.workflow.opening import read_again, read_shipped

NOW = datetime(2026, 10, 11, 15, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", toml_names("packages"))
def test_a_package_read_again_is_the_same_without_the_library_for_tables(name: str) -> None:
    data = read_bytes("packages", f"{name}.toml")
    assert read_again(data, form_bytes, NOW) == read_shipped(data, form_bytes, NOW)


@pytest.mark.parametrize(
    ("true", "forged"),
    [
        (b"[policy]", b"[police]"),
        (b"[policy]", b"[policy"),
        (b"Alma", "İlham Əliyev".encode()),
    ],
)
def test_what_changed_in_a_journal_by_another_hand_still_has_a_name(
    true: bytes, forged: bytes
) -> None:
    data = read_bytes("packages", "practice.toml").replace(true, forged)
    with pytest.raises(PackageMistakes):
        read_again(data, form_bytes, NOW)
