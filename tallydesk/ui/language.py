"""The language of the window, changed at any moment without touching text or focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from tallydesk.assets import AssetMissing, resource

LANGUAGES = ("az", "en", "ru")
"""ISO 639-1 codes in the order of the buttons. The source strings are English."""


class Language(QObject):
    """Which language the window speaks.

    Installing a translator makes Qt tell every widget (`LanguageChange`), and each page then
    says its words again; `changed` follows for what is not a widget.
    """

    changed = Signal(str)

    def __init__(self, code: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = QTranslator(self)
        self._code = ""
        self.speak(code)

    @property
    def code(self) -> str:
        """The language spoken now."""
        return self._code

    def speak(self, code: str) -> None:
        """Speak another language. One that the window does not know is spoken in English."""
        if code == self._code:
            return
        if not self._translator.isEmpty():
            QCoreApplication.removeTranslator(self._translator)
        self._code = code if code in LANGUAGES else "en"
        if self._code != "en" and self._load(self._code):
            QCoreApplication.installTranslator(self._translator)
        self.changed.emit(self._code)

    def _load(self, code: str) -> bool:
        """A checkout whose translations were never compiled speaks English."""
        try:
            return self._translator.load(str(resource("i18n", f"{code}.qm")))
        except AssetMissing:
            return False
