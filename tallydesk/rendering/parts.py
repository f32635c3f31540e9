"""The parts of a protocol's print, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallydesk.protocol.model import Signer
from tallydesk.rendering.blocks import (
    BODY,
    CODE_WIDTH,
    HEADING,
    INNER,
    MODULE,
    NAME,
    SMALL,
    Block,
    Code,
    CodeRow,
    DigestRow,
    Fact,
    FactRow,
    HandSpace,
    Heading,
    Sentence,
    SignatureBox,
    SignatureRow,
)
from tallydesk.rendering.boxes import differences, texts
from tallydesk.rendering.codes import code_picture
from tallydesk.rendering.flow import Part
from tallydesk.rendering.fonts import wrap
from tallydesk.rendering.printed import Printed, PrintedCode
from tallydesk.rendering.said import Said
from tallydesk.rendering.tables import candidate_rows, line_row, table

FACT_COLUMNS = 3
FACT_WIDTH = INNER / FACT_COLUMNS
SIGNATURE_WIDTH = (INNER - 10) / 2
SIGNATURE_PADDING = 8.0


def protocol_parts(printed: Printed, said: Said) -> Iterator[Part]:
    """Everything between the heads and the feet."""
    form, protocol = printed.contest.form, printed.protocol
    yield Part(tuple(_about(printed, said)), together=True)
    for section in form.sections:
        lines = [line for line in form.lines if line.section == section.id]
        if lines:
            rows = (line_row(line, protocol.lines.get(line.id), said) for line in lines)
            yield table(section.title.said_in(said.language), rows, said)
    votes = candidate_rows(printed.contest, protocol.votes, said)
    yield table(said("paper.candidates"), votes, said)
    yield from differences(printed, said)
    yield from texts(printed, said)
    if protocol.signers:
        yield _signatures(printed, said)
    if printed.status != "draft":
        yield Part((HandSpace(said("paper.stamp"), said("paper.by_hand")),), after=12.0)
    if printed.codes:
        yield codes_part(printed.codes, said, said("paper.codes_how"))


def fact_rows(facts: Sequence[tuple[str, str]]) -> Iterator[FactRow]:
    """Captions and what they say, three side by side."""
    made = [Fact(caption, wrap(text, FACT_WIDTH - 10, NAME, bold=True)) for caption, text in facts]
    for start in range(0, len(made), FACT_COLUMNS):
        yield FactRow(tuple(made[start : start + FACT_COLUMNS]))


def codes_part(codes: Sequence[PrintedCode], said: Said, how: str = "") -> Part:
    """The codes, two in a row, below a sentence that says how to use them, when there is one."""
    made = [_code(code, said) for code in codes]
    rows = [CodeRow(tuple(made[start : start + 2])) for start in range(0, len(made), 2)]
    sentence = (Sentence(wrap(how, INNER, BODY)),) if how else ()
    title = said("paper.codes")
    return Part(
        (*sentence, *rows),
        Heading(wrap(title, INNER, HEADING, bold=True)),
        Heading(wrap(said("paper.continued", title=title), INNER, HEADING, bold=True)),
        together=True,
    )


def _about(printed: Printed, said: Said) -> Iterator[Block]:
    package, protocol = printed.package, printed.protocol
    facts = [
        (said("paper.constituency"), package.station.constituency),
        (
            said("paper.station"),
            f"{package.station.number} · {package.station.name.said_in(said.language)}",
        ),
        (said("paper.election"), package.definition.title.said_in(said.language)),
        (said("paper.completed"), said.moment(protocol.completed, package.hours.offset_minutes)),
        (said("paper.version"), str(protocol.version)),
    ]
    if protocol.booklet is not None:
        booklet = f"{protocol.booklet.series} {protocol.booklet.number}"
        facts.append((said("paper.booklet"), booklet))
    yield from fact_rows(facts)
    if printed.long_digest:
        yield DigestRow(said("paper.digest"), printed.long_digest, said("paper.received_by_hand"))
    for text in _notices(printed, said):
        yield Sentence(wrap(text, INNER, BODY, bold=True), bold=True)


def _notices(printed: Printed, said: Said) -> Iterator[str]:
    protocol = printed.protocol
    if protocol.purpose == "practice":
        yield said("paper.practice_notice")
    if printed.status == "draft":
        yield said("paper.draft_notice")
    if printed.status == "superseded":
        yield said("paper.superseded_notice", digest=printed.superseded_by)
    if protocol.booklet is not None:
        series, number = protocol.booklet.series, protocol.booklet.number
        yield said("paper.not_original", series=series, number=number)
    elif printed.contest.form.original == "booklet":
        yield said("paper.not_original_yet")
    official = printed.package.policy.official_language
    if official != said.language:
        named = said.words.get(f"language.{official}", official)
        yield said("paper.translation", language=named)
    if protocol.replaces is not None:
        yield said("paper.replaces", digest=protocol.replaces.hex())
    if protocol.closed_early is not None:
        offset = printed.package.hours.offset_minutes
        yield said("paper.closed_early", moment=said.moment(protocol.closed_early, offset))


def _signatures(printed: Printed, said: Said) -> Part:
    boxes = [_signature(signer, said) for signer in printed.protocol.signers]
    title = said("paper.members")
    quorum = said(
        "paper.quorum",
        number=printed.package.policy.quorum,
        members=len(printed.protocol.signers),
    )
    rows = [SignatureRow(tuple(boxes[start : start + 2])) for start in range(0, len(boxes), 2)]
    return Part(
        (Sentence(wrap(quorum, INNER, BODY)), *rows),
        Heading(wrap(title, INNER, HEADING, bold=True)),
        Heading(wrap(said("paper.continued", title=title), INNER, HEADING, bold=True)),
    )


def _signature(signer: Signer, said: Said) -> SignatureBox:
    room = SIGNATURE_WIDTH - 2 * SIGNATURE_PADDING
    office = said.words.get(f"office.{signer.office}", signer.office)
    stance = said(f"stance.{signer.stance.name.lower()}")
    return SignatureBox(
        name=wrap(f"{signer.number}. {signer.name}", room, NAME, bold=True),
        about=wrap(f"{office} · {stance}", room, BODY),
        signs=said("paper.signature") if signer.stance.on_paper else "",
    )


def _code(code: PrintedCode, said: Said) -> Code:
    picture = code_picture(code.text, code.level)
    room = CODE_WIDTH - picture.side * MODULE - 6
    return Code(
        code.text,
        picture,
        wrap(said(f"code.{code.kind}", part=code.part, parts=code.parts), room, NAME, bold=True),
        wrap(said(f"code.{code.kind}_says"), room, SMALL),
    )
