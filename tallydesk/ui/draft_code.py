"""What is about to be signed, as a code for a second device, with its 160 bits beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tallydesk.ui.attempts import attempt
from tallydesk.ui.page import Workplace
from tallydesk.ui.printing import print_paper, printer_name
from tallydesk.ui.refusals import Refusal
from tallydesk.ui.widgets.code_row import CodeRow
from tallydesk.ui.widgets.foot import KeyButton
from tallydesk.workflow import papers


class DraftCode(QWidget):
    """The code at the left; what to do with it, print and save at the right.

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
        self.codes = CodeRow(codes, self)
        self._how, self._outcome = QLabel(self), QLabel(self)
        self._outcome.setProperty("role", "done")
        for label in (self._how, self._outcome):
            label.setWordWrap(True)
        self.print_button, self.save_button = KeyButton(self), KeyButton(self)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        # One below the other: beside the code there is not much room where letters are large.
        buttons = QVBoxLayout()
        for button in (self.print_button, self.save_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        told = QVBoxLayout()
        told.addWidget(self._how)
        told.addLayout(buttons)
        told.addWidget(self._outcome)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.codes)
        row.addLayout(told, 1)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        caption = self.tr("Draft code, {part} of {count}")
        self.codes.name([caption.format(part=n + 1, count=self._count) for n in range(self._count)])
        self._how.setText(
            self.tr(
                "Before any PIN: read this code with another device, and compare the figures and "
                "the digest that it shows. Nobody has signed it yet."
            )
        )
        self.print_button.setText(self.tr("Print the draft"))
        self.save_button.setText(self.tr("Save the draft"))
        self.print_button.setEnabled(bool(printer_name()))

    def _paper(self) -> bytes:
        return papers.frozen_draft_pdf(self._workplace.session, self._contest)

    def _on_print(self) -> None:
        done = print_paper(self._paper(), self)
        self._outcome.setText(
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
        self._outcome.setText(self.tr("Saved: {path}").format(path=paths[0]) if paths else "")
        if refused:
            self.refused.emit(refused)
