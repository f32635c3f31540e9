"""The same protocol as somebody would write it for Typst: tables, grids, boxes, pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tallydesk.rendering.blocks import (
    Block,
    Box,
    CodeRow,
    DigestRow,
    FactRow,
    FigureRow,
    HandSpace,
    Heading,
    Masthead,
    Sentence,
    SignatureRow,
)
from tallydesk.rendering.layout import Layout

_TABLE = "#table(columns: (28pt, 1fr, 60pt, 150pt), stroke: (x: none, y: 0.4pt + luma(50%)),"


def as_typst(layout: Layout, turn: int, folder: Path) -> str:
    """The document's source; `turn` makes every figure another one. Pictures go into `folder`."""
    foot = layout.pages[0].foot
    across = f'text(size: 120pt, fill: luma(90%), weight: "bold", {_words(layout.watermark)})'
    counted = 'counter(page).display("1 / 1", both: true)'
    below = f"#line(length: 100%) {foot.digest} #h(1fr) #{counted} \\ {' '.join(foot.sentence)}"
    sheet = f'paper: "a4", margin: 18mm, background: rotate(-55deg, {across})'
    lines = [
        f"#set document(title: {_words((layout.title,))}, date: none)",
        f'#set text(font: "DejaVu Sans", size: 8.5pt, lang: "{layout.language}")',
        f"#set page({sheet}, footer: context [{below}])",
    ]
    rows: list[str] = []
    for block in layout.blocks:
        if isinstance(block, FigureRow):
            rows.append(_row(block, turn))
            continue
        if rows:
            lines.append(f"{_TABLE} {' '.join(rows)})")
            rows = []
        lines += _block(block, turn, folder)
    return "\n".join(lines)


def _row(row: FigureRow, turn: int) -> str:
    figure = _words((str(int(row.figure) + turn),))
    return (
        f"[*{row.number}*], text({_words(row.label)}), "
        f'align(right, text(size: 11.5pt, weight: "bold", {figure})), '
        f"text({_words((*row.words, str(turn)))}),"
    )


def _block(block: Block, turn: int, folder: Path) -> Iterator[str]:
    match block:
        case Masthead():
            yield f'#text(size: 19pt, weight: "bold", {_words((block.title,))})'
            yield f"#h(1fr) *{block.station}* \\ *{block.copy}* #line(length: 100%, stroke: 1.6pt)"
        case FactRow():
            cells = (f"[{fact.caption} \\ *{' '.join(fact.lines)}*]" for fact in block.facts)
            yield f"#grid(columns: (1fr, 1fr, 1fr), {', '.join(cells)})"
        case DigestRow():
            yield f'#text(weight: "bold", {_words((block.digest, str(turn)))})'
        case Sentence():
            yield f"#par(text({_words(block.lines)}))"
        case Heading():
            yield f'#text(size: 10.5pt, weight: "bold", {_words(block.title)})'
        case Box():
            words = _words(tuple(line.text for line in block.lines))
            yield f"#block(fill: luma(95%), inset: 8pt, width: 100%, text({words}))"
        case SignatureRow():
            cells = (
                f"rect(width: 100%, height: 56pt)[*{' '.join(box.name)}* \\ {' '.join(box.about)}]"
                for box in block.boxes
            )
            yield f"#grid(columns: (1fr, 1fr), gutter: 8pt, {', '.join(cells)})"
        case HandSpace():
            yield "#rect(width: 110pt, height: 110pt)"
        case CodeRow():
            yield f"#grid(columns: (1fr, 1fr), {', '.join(_pictures(block, turn, folder))})"
        case _:
            pass


def _pictures(row: CodeRow, turn: int, folder: Path) -> Iterator[str]:
    for code in row.codes:
        bits, side = code.picture.packed(), code.picture.side
        # One dot of its own, so that no picture is the one of the last turn.
        own = bits[:-2] + bytes([turn % 256]) + bits[-1:]
        path = folder / f"{code.caption[0].replace('/', '-')}.png"
        Image.frombytes("1", (side, side), own).save(path)
        yield f"image({_words((path.name,))}, width: {code.side}pt)"


def _words(lines: tuple[str, ...]) -> str:
    return json.dumps(" ".join(lines), ensure_ascii=False)
