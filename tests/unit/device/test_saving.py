"""Papers and keys are saved as a whole or not at all."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.device.key_shelf import FolderKeyShelf, KeyUnreadable
from tallydesk.device.outbox import FolderOutbox
from tallydesk.device.writing import NotSaved, write_whole
from tallydesk.workflow.ports import KeyShelf, Outbox
from tests.ordinary_user import ordinary_user
from tests.small_disk import no_file_beyond

PAPER = b"%PDF-1.7 " + bytes(range(256)) * 100


@pytest.fixture
def stick() -> Iterator[Path]:
    with ordinary_user() as folder:
        yield folder


@pytest.fixture
def outbox(stick: Path) -> Outbox:
    return FolderOutbox(stick / "papers")


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def sentence_of(error: OSError) -> str:
    sentence = str(error)
    assert re.fullmatch(r"[^\n{}]+\. [A-Z][^\n{}]+\.", sentence)
    return sentence


def test_a_paper_is_saved_and_its_place_is_told(stick: Path, outbox: Outbox) -> None:
    told = outbox.save("protocol.pdf", PAPER)
    assert told == str(stick / "papers" / "protocol.pdf")
    assert files(stick / "papers") == {"protocol.pdf": PAPER}


def test_the_same_paper_saved_again_is_one_file(stick: Path, outbox: Outbox) -> None:
    assert outbox.save("protocol.pdf", PAPER) == outbox.save("protocol.pdf", PAPER)
    assert files(stick / "papers") == {"protocol.pdf": PAPER}


def test_another_paper_of_the_same_name_does_not_push_the_first_out(
    stick: Path, outbox: Outbox
) -> None:
    names = [outbox.save("protocol.pdf", content) for content in (b"1", b"2", b"3", b"2")]
    assert [Path(name).name for name in names] == [
        "protocol.pdf",
        "protocol (2).pdf",
        "protocol (3).pdf",
        "protocol (2).pdf",
    ]
    assert set(files(stick / "papers").values()) == {b"1", b"2", b"3"}


def test_a_folder_of_that_name_stays(stick: Path, outbox: Outbox) -> None:
    (stick / "papers" / "protocol.pdf").mkdir(parents=True)
    assert outbox.save("protocol.pdf", PAPER).endswith("protocol (2).pdf")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../protocol.pdf", "/etc/motd", "a\\b", "C:x", "a\0b", "a?"]
)
def test_a_name_that_leads_elsewhere_is_refused(outbox: Outbox, stick: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name of a file"):
        outbox.save(name, PAPER)
    assert files(stick) == {}


@pytest.mark.parametrize("room", [0, 1, len(PAPER) - 1])
def test_a_full_disk_leaves_nothing_half_written(stick: Path, outbox: Outbox, room: int) -> None:
    with no_file_beyond(room), pytest.raises(NotSaved) as refused:
        outbox.save("protocol.pdf", PAPER)
    assert refused.value.trouble == "full"
    assert "the disk is full" in sentence_of(refused.value)
    assert files(stick / "papers") == {}


def test_a_full_disk_leaves_the_older_file(stick: Path) -> None:
    path = stick / "paper.pdf"
    write_whole(path, b"older")
    with no_file_beyond(10), pytest.raises(NotSaved):
        write_whole(path, PAPER)
    assert files(stick) == {"paper.pdf": b"older"}
    write_whole(path, PAPER)
    assert files(stick) == {"paper.pdf": PAPER}


def test_a_read_only_folder_is_named(stick: Path, outbox: Outbox) -> None:
    outbox.save("first.pdf", PAPER)
    (stick / "papers").chmod(0o500)
    with pytest.raises(NotSaved) as refused:
        outbox.save("protocol.pdf", PAPER)
    (stick / "papers").chmod(0o700)
    assert refused.value.trouble == "read-only"
    assert str(stick / "papers") in sentence_of(refused.value)
    assert set(files(stick / "papers")) == {"first.pdf"}


def test_a_stick_pulled_out_is_not_replaced_by_a_folder_on_the_laptop(stick: Path) -> None:
    gone: Outbox = FolderOutbox(stick / "media" / "papers")
    with pytest.raises(NotSaved) as refused:
        gone.save("protocol.pdf", PAPER)
    assert refused.value.trouble == "absent"
    assert "stick" in sentence_of(refused.value)
    assert files(stick) == {}


def test_a_file_in_the_place_of_the_folder_is_named(stick: Path, outbox: Outbox) -> None:
    (stick / "papers").write_bytes(b"")
    with pytest.raises(NotSaved) as refused:
        outbox.save("protocol.pdf", PAPER)
    assert refused.value.trouble == "failed"
    assert str(stick / "papers") in sentence_of(refused.value)


def test_a_name_too_long_for_the_disk_is_named(outbox: Outbox) -> None:
    with pytest.raises(NotSaved) as refused:
        outbox.save("ə" * 200 + ".pdf", PAPER)
    assert "File name too long" in sentence_of(refused.value)


def test_keys_come_back_by_member(stick: Path) -> None:
    shelf: KeyShelf = FolderKeyShelf(stick / "keys")
    assert shelf.load(1) is None
    shelf.store(1, b"first")
    shelf.store(12, b"twelfth")
    shelf.store(1, b"first again")
    again: KeyShelf = FolderKeyShelf(stick / "keys")
    assert [again.load(member) for member in (1, 2, 12)] == [b"first again", None, b"twelfth"]


def test_only_the_laptops_user_may_read_keys(stick: Path) -> None:
    FolderKeyShelf(stick / "keys").store(3, b"third")
    modes = [stick / "keys", *(stick / "keys").iterdir()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in modes] == [0o700, 0o600]


def test_a_key_that_cannot_be_read_is_named(stick: Path) -> None:
    shelf = FolderKeyShelf(stick / "keys")
    shelf.store(3, b"third")
    path = stick / "keys" / "member-03.key"
    path.chmod(0)
    with pytest.raises(KeyUnreadable) as refused:
        shelf.load(3)
    assert str(path) in sentence_of(refused.value)


def test_a_key_that_cannot_be_stored_is_named(stick: Path) -> None:
    stick.chmod(0o500)
    with pytest.raises(NotSaved) as refused:
        FolderKeyShelf(stick / "keys").store(3, b"third")
    assert refused.value.trouble == "read-only"
