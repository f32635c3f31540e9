"""The signed papers of a night once more, and as superseded when a later record replaced them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tallydesk.app import App
from tallydesk.device.data_folder import DataFolder, data_folder
from tallydesk.signing.codes import long_digest
from tallydesk.signing.record import record_digest
from tallydesk.storage.kept_nights import signed_nights
from tallydesk.ui.pages.start import StartPage
from tallydesk.ui.pages.superseded import SupersededPage
from tallydesk.workflow import papers
from tests.attacks.night import Whole, whole_night
from tests.pages.operator import Operator


@pytest.fixture(scope="module")
def first() -> Whole:
    return whole_night()


@pytest.fixture(scope="module")
def recount(first: Whole) -> Whole:
    """Another night, whose record replaces that of the first."""
    digest = record_digest(first.session.night.frozen["fruit"].payload)
    order = f"""
[[replaces]]
contest = "fruit"
version = 2
digest = "{digest.hex()}"
order = "No. 7"
reason = "A box was found."
"""
    return whole_night(b"recount", more=order)


@pytest.fixture(scope="module")
def stranger() -> Whole:
    """A later record that replaces something else."""
    order = f"""
[[replaces]]
contest = "fruit"
version = 2
digest = "{"05" * 32}"
order = "No. 8"
reason = "Another box was found."
"""
    return whole_night(b"stranger", more=order)


@pytest.fixture
def folder(tmp_path: Path, first: Whole, recount: Whole) -> DataFolder:
    """The laptop after the recount: the first night was put by, and a broken one before it."""
    made = data_folder(tmp_path / "data")
    made.journal.write_bytes(recount.file)
    for name, content in (("20261120T160000Z", first.file), ("20261101T160000Z", b"broken")):
        aside = made.root / "earlier" / name
        aside.mkdir(parents=True)
        (aside / made.journal.name).write_bytes(content)
    return made


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, folder: DataFolder) -> Iterator[App]:
    app = App(qapp, folder, "en")
    with qtbot.waitActive(app.window):
        app.window.show()
    yield app
    app.close()
    for gone in (app.window, app):
        gone.deleteLater()
        QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)


def opened(app: App) -> Operator:
    """Somebody chose the fourth way on the first page."""
    operator = Operator(app.window)
    operator.press(Qt.Key.Key_4, text="4")
    operator.enter()
    assert isinstance(app.window.page, SupersededPage)
    return operator


def digest_of(whole: Whole) -> str:
    return long_digest(record_digest(whole.session.night.frozen["fruit"].payload))


def chosen(operator: Operator, whole: Whole) -> None:
    """The row that names the digest of a night, by its digit; then on to the copy."""
    page = operator.window.page
    assert isinstance(page, SupersededPage)
    rows = [page.nights.field(at).accessibleName() for at in range(2)]
    (at,) = [at for at, row in enumerate(rows) if digest_of(whole) in row]
    operator.types(str(at + 1))
    operator.enter()
    assert operator.field.startswith("Copy of the later record, if there is one")


def test_the_old_protocol_is_printed_again_as_superseded_by_keys_alone(
    app: App, folder: DataFolder, first: Whole, recount: Whole, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in folder.root.rglob("*.sqlite")}
    copy = tmp_path / "later.pdf"
    copy.write_bytes(papers.signed_pdf(recount.session, "fruit"))
    operator = opened(app)
    chosen(operator, first)
    operator.types(str(copy))
    operator.enter()

    (pdf,) = folder.papers.glob("*-superseded.pdf")
    assert str(pdf) in operator.everything()
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "ƏVƏZ EDİLİB" in text
    later = record_digest(recount.session.night.frozen["fruit"].payload)
    assert later.hex() in "".join(text.split())
    assert {path: path.read_bytes() for path in folder.root.rglob("*.sqlite")} == before
    operator.enter()
    assert isinstance(app.window.page, StartPage)


def test_without_a_copy_the_papers_are_the_signed_ones(
    app: App, folder: DataFolder, recount: Whole
) -> None:
    operator = opened(app)
    chosen(operator, recount)
    operator.enter()
    (pdf,) = folder.papers.glob("*.pdf")
    assert pdf.read_bytes() == papers.signed_pdf(recount.session, "fruit")


def test_a_copy_of_the_same_record_of_another_or_of_none_supersedes_nothing(
    app: App, folder: DataFolder, first: Whole, stranger: Whole, tmp_path: Path
) -> None:
    same, none, other = (tmp_path / f"{name}.txt" for name in ("same", "none", "other"))
    theirs = [code.text for code in papers.printed_codes(stranger.session, "fruit")]
    other.write_text("\n".join(theirs), encoding="utf-8")
    texts = [code.text for code in papers.printed_codes(first.session, "fruit")]
    same.write_text("\n".join(texts), encoding="utf-8")
    none.write_text("hello", encoding="utf-8")
    operator = opened(app)
    chosen(operator, first)
    page = operator.window.page
    assert isinstance(page, SupersededPage)
    for path, told in (
        (same, "holds no later record of a contest that was signed on this night"),
        (other, "holds no later record of a contest that was signed on this night"),
        (none, f"“{none}”: "),
        (tmp_path / "gone.pdf", "There is no file"),
    ):
        page.copy.typed.emit(str(path))
        page.go_on()
        assert told in page.summary.sentences[0]
    assert not folder.papers.exists() or not list(folder.papers.iterdir())


def test_the_nights_are_those_with_a_signature_the_latest_first(folder: DataFolder) -> None:
    journals = [folder.journal, *(folder.root / "earlier").glob("*/*.sqlite")]
    nights = signed_nights(journals)
    assert len(nights) == 2
    ended = [max(each.completed for each in night.night.frozen.values()) for night in nights]
    assert ended == sorted(ended, reverse=True)


def test_where_nothing_is_signed_the_first_page_says_so(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = data_folder(tmp_path / "data")
    folder.journal.write_bytes(whole_night(until="draft.fruit").file)
    app = App(qapp, folder, "en")
    with qtbot.waitActive(app.window):
        app.window.show()
    operator = Operator(app.window)
    operator.press(Qt.Key.Key_4, text="4")
    operator.enter()
    assert operator.problems == (
        "No protocol was signed on this laptop yet. Go on with the night first.",
    )
    app.close()
    for gone in (app.window, app):
        gone.deleteLater()
        QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
