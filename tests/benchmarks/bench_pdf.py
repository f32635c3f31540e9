"""The protocol's PDF, codes included, beside a bare ReportLab canvas and beside Typst."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

import typst
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tallydesk.assets import resource
from tallydesk.rendering.blocks import HEIGHT, WIDTH
from tallydesk.rendering.ink import marks
from tallydesk.rendering.layout import protocol_layout
from tallydesk.rendering.mark import Ink, Mark
from tallydesk.rendering.pdf import protocol_pdf
from tests import paper
from tests.benchmarks.harness import Benchmark, Ratio, seconds_of
from tests.benchmarks.typst_page import as_typst

ROUNDS = 40
BARE, BARE_BOLD = "Bare", "Bare-Bold"


def benchmarks(folder: Path) -> Iterator[Benchmark]:
    """At most two and a half times the same strings alone; at most half of Typst.

    Every round prints another protocol, so that no code and no remark is remembered.
    """
    register_bare()
    printed = paper.printed("az")
    drawing = [tuple(marks(page)) for page in protocol_layout(printed).pages]
    rounds = count()

    def ours() -> None:
        fresh = f"{next(rounds):05}"
        texts = tuple(
            replace(text, words=f"{text.words} {fresh}") for text in printed.protocol.texts
        )
        protocol_pdf(
            replace(
                printed,
                protocol=replace(printed.protocol, texts=texts),
                codes=paper.codes(fresh=fresh),
            )
        )

    def measured(call: Callable[[], object]) -> Callable[[], float]:
        return lambda: seconds_of(call)

    yield Ratio("pdf", 2.5, measured(ours), measured(lambda: bare(drawing)), ROUNDS)
    page = folder / "page.typ"
    fonts: list[Path] = [resource("fonts")]

    def by_typst() -> float:
        # Other figures each time, or Typst remembers the last page.
        page.write_text(as_typst(protocol_layout(printed), next(rounds), folder), encoding="utf-8")
        return seconds_of(lambda: typst.compile(page, font_paths=fonts, format="pdf"))

    yield Ratio("pdf-typst", 0.5, measured(ours), by_typst, ROUNDS // 2)


def register_bare() -> None:
    """The same faces once more, as ReportLab itself embeds them."""
    for name, file in ((BARE, "DejaVuSans.ttf"), (BARE_BOLD, "DejaVuSans-Bold.ttf")):
        font = TTFont(name, str(resource("fonts", file)))
        # ReportLab keeps one font a face name: without another one both sides would share it.
        font.face.name = name.encode("ascii")
        registerFont(font)


def bare(drawing: list[tuple[Mark, ...]]) -> bytes:
    """The same strings at the same places, and nothing else."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    for page in drawing:
        for mark in page:
            if isinstance(mark, Ink):
                canvas.setFont(BARE_BOLD if mark.bold else BARE, mark.size)
                canvas.drawString(mark.x, HEIGHT - mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
