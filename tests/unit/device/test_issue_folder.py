"""Where packages and letters go: durable together, whole one by one, for their owners alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallydesk.device.issue_folder import IssueFolder
from tallydesk.device.writing import NotSaved, write_many, write_new
from tests.ordinary_user import ordinary_user


def test_what_is_kept_lies_where_people_look(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path / "out")
    folder.open()
    folder.keep_keys("001-01", {"member-01.key": b"key"})
    folder.keep_keys("001-02", {})
    folder.keep_papers("letters", {"001-01": b"letter"})
    folder.keep_papers("pins", {})
    assert folder.package("001-01") is None
    folder.keep_packages({"001-01": b"package"})
    folder.keep_definition("fruit", b"definition")
    assert folder.package("001-01") == b"package"
    found = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert found == {
        "001-01.tdp": b"package",
        "definitions/fruit.toml": b"definition",
        "keys/001-01/member-01.key": b"key",
        "letters/001-01.pdf": b"letter",
    }
    for secret in ("keys", "letters", "keys/001-01/member-01.key", "letters/001-01.pdf"):
        assert (tmp_path / "out" / secret).stat().st_mode & 0o077 == 0


def test_what_an_interrupted_run_left_half_done_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    drafts = [tmp_path / ".0011223344556677.part", tmp_path / "letters" / ".00.part"]
    for draft in drafts:
        draft.write_bytes(b"half a letter")
    IssueFolder(tmp_path).open()
    assert not any(draft.exists() for draft in drafts)


def test_the_folder_above_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        IssueFolder(tmp_path / "gone" / "out").open()


def test_many_files_are_written_or_told(tmp_path: Path) -> None:
    write_many(tmp_path, {"a": b"1", "b": b"2"})
    write_many(tmp_path, {"a": b"3"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"3", "b": b"2"}
    (tmp_path / "c").mkdir()
    with pytest.raises(NotSaved):
        write_many(tmp_path, {"c": b"4"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]
    with pytest.raises(NotSaved):
        write_many(tmp_path / "gone", {"a": b"1"})


def test_where_nothing_can_be_written_nothing_is_left() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o500)
        with pytest.raises(NotSaved):
            write_many(folder, {"a": b"1"})
        with pytest.raises(NotSaved):
            write_new(folder / "a", b"1")
        with pytest.raises(NotSaved):
            IssueFolder(folder).keep_papers("letters", {"a": b"1"})
        assert list(folder.iterdir()) == []


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"1"
