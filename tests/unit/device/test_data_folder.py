import stat
from pathlib import Path

import pytest

from tallydesk.device.data_folder import DataFolderRefused, data_folder
from tests.ordinary_user import ordinary_user


def test_a_chosen_folder_is_made_for_this_user_alone(tmp_path: Path) -> None:
    """U35."""
    folder = data_folder(tmp_path / "stick" / "tallydesk")
    assert folder.root == tmp_path / "stick" / "tallydesk"
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    assert {folder.journal.parent, folder.keys.parent, folder.papers.parent} == {folder.root}


def test_without_a_choice_it_is_the_systems_folder_for_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder().root == tmp_path / "tallydesk"


def test_a_relative_choice_stays_where_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = data_folder(Path("data"))
    monkeypatch.chdir("/")
    assert folder.journal == tmp_path / "data" / "journal.sqlite"


def test_a_file_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(DataFolderRefused) as refused:
        data_folder(tmp_path / "data")
    assert str(refused.value) == (
        f"The data folder {tmp_path / 'data'} cannot be used: it is not a folder. "
        "Choose another folder with --data-dir."
    )


def test_a_folder_that_may_not_be_made_is_named() -> None:
    with ordinary_user() as above:
        above.chmod(0o500)
        with pytest.raises(DataFolderRefused, match="Permission denied"):
            data_folder(above / "data")


def test_a_read_only_folder_is_named() -> None:
    with ordinary_user() as root:
        root.chmod(0o500)
        with pytest.raises(DataFolderRefused, match="it cannot be written"):
            data_folder(root)
