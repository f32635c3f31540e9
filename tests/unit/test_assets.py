"""Finding and reading what ships beside the code."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tallydesk import assets


@pytest.mark.parametrize("language", assets.LANGUAGES)
def test_words_come_by_dotted_key(language: str) -> None:
    words = assets.words(language)
    assert words["paper.page_of"].format(page=1, pages=2)
    assert "finding.arithmetic.title" in words


@pytest.mark.parametrize(
    "parts",
    [(), ("..", "pyproject.toml"), ("words", "../x"), ("words", ""), ("/etc", "passwd"), ("a/b",)],
)
def test_a_strange_name_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(assets.AssetMissing, match="is not the name of anything"):
        assets.resource(*parts)


def test_what_is_not_shipped_is_named() -> None:
    with pytest.raises(assets.AssetMissing, match=r"“forms/nowhere\.toml” is not shipped"):
        assets.form_bytes("nowhere")
    with pytest.raises(assets.AssetMissing, match=r"nowhere\.map\.toml"):
        assets.map_bytes("nowhere")
    with pytest.raises(assets.AssetMissing, match=r"xx\.toml"):
        assets.words("xx")


def test_every_named_form_can_be_read() -> None:
    for name in assets.form_names():
        assert assets.form_bytes(name).decode("utf-8")


def test_reading_words_needs_no_heavy_library() -> None:
    command = """
import sys
from tallydesk.assets import words
words("en")
print([name for name in ("PySide6", "reportlab", "sqlalchemy", "num2words") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
