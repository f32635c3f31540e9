"""What is about to be signed, as a code for a second device, on the screen and on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Workplace
from tallydesk.ui.printing import print_paper, printer_name
from tallydesk.ui.refusals import Refusal
from tallydesk.ui.widgets.code_row import CodeRow
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow import papers


class DraftCode(QWidget):
    """The code, below it print and save.

    `refused` carries why the draft was not saved.
    """

    refused = Signal(object)

    def __init__(self, workplace: Workplace, contest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._contest = workplace, contest
        codes = [
            code.text
            for code in papers.draft_codes(workplace.session, contest)
            if code.kind == "draft"
        ]
        self._count = len(codes)
        self.codes = CodeRow(codes, self, level="M", upright=True)
        self._outcome = QLabel(self)
        self._outcome.setProperty("role", "done")
        self._outcome.setWordWrap(True)
        self._outcome.hide()
        self.print_button, self.save_button = KeyButton(self), KeyButton(self)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.codes, self.print_button, self.save_button, self._outcome):
            column.addWidget(widget)
        column.addStretch(1)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        caption = self.tr("Draft code, {part} of {count}")
        self.codes.name([caption.format(part=n + 1, count=self._count) for n in range(self._count)])
        self.print_button.setText(self.tr("Print the draft"))
        self.save_button.setText(self.tr("Save the draft"))
        self.print_button.setEnabled(bool(printer_name()))

    def _paper(self) -> bytes:
        return papers.frozen_draft_pdf(self._workplace.session, self._contest)

    def _on_print(self) -> None:
        done = print_paper(self._paper(), self)
        self._tell(
            self.tr("Sent to {printer}.").format(printer=printer_name())
            if done
            else self.tr("The printer did not take it. Save the draft instead.")
        )

    def _on_save(self) -> None:
        paths: list[str] = []
        name = f"{papers.file_stem(self._workplace.session, self._contest)}-draft.pdf"
        refused: Refusal | None = attempt(
            lambda: paths.append(self._workplace.outbox.save(name, self._paper()))
        )
        self._tell(self.tr("Saved: {path}").format(path=paths[0]) if paths else "")
        if refused:
            self.refused.emit(refused)

    def _tell(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
