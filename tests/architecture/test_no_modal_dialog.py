"""The fixture that fails on a dialog fails on a dialog, and on nothing else."""

import pytest

pytest_plugins = ["pytester"]


def test_a_modal_dialog_fails_even_when_its_error_is_swallowed(
    pytester: pytest.Pytester, request: pytest.FixtureRequest
) -> None:
    conftest = request.config.rootpath / "tests" / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        import contextlib
        from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

        def test_dialog(qtbot):
            with contextlib.suppress(AssertionError):
                QDialog().exec()

        def test_question(qtbot):
            with contextlib.suppress(AssertionError):
                QMessageBox.question(None, "title", "text")

        def test_widget(qtbot):
            widget = QWidget()
            qtbot.addWidget(widget)
            widget.show()
            QDialog(widget).open()
        """
    )
    outcome = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider")
    outcome.assert_outcomes(passed=3, errors=2)
    outcome.stdout.fnmatch_lines(["*modal dialogs in the guided path: QDialog.exec"])
