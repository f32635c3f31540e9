"""The morning pack: blank papers of one station, printed before the day and filled in by hand.

Blank forms of the protocol, tally sheets, act forms and the sheet of keys, in the package's
official language. They carry no figure, no code and no signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallydesk.election.definition import Contest, Package
from tallydesk.rendering.act_forms import act_papers
from tallydesk.rendering.blank_form import form_parts
from tallydesk.rendering.blank_paper import BlankPaper, blank_pdf
from tallydesk.rendering.key_sheet import key_parts
from tallydesk.rendering.said import Said, said_in
from tallydesk.rendering.tally_sheet import tally_parts


def morning_pack(package: Package) -> Iterator[tuple[str, bytes]]:
    """Name and octets of each paper, the same octets each time for the same package.

    Names are bare, such as `form-fruit.pdf`; whoever saves them says whose station it is. Raises
    AssetMissing for an official language that paper does not speak.
    """
    said = said_in(package.policy.official_language)
    for contest in package.definition.contests:
        yield f"form-{contest.id}.pdf", _form(package, contest, said)
        yield f"tally-{contest.id}.pdf", _tally(package, contest, said)
    yield "acts.pdf", blank_pdf(package, said, act_papers(package, said))
    yield "keys.pdf", blank_pdf(package, said, _keys(said))


def _form(package: Package, contest: Contest, said: Said) -> bytes:
    title = contest.title.said_in(said.language)
    paper = BlankPaper(
        said("paper.title"), f"{said('blank.form')} · {title}", form_parts(package, contest, said)
    )
    return blank_pdf(package, said, (paper,))


def _tally(package: Package, contest: Contest, said: Said) -> bytes:
    parts = tally_parts(contest, package.policy.bundle_size, said)
    title = contest.title.said_in(said.language)
    return blank_pdf(package, said, (BlankPaper(said("blank.tally_title"), title, parts),))


def _keys(said: Said) -> Sequence[BlankPaper]:
    return (BlankPaper(said("keysheet.title"), said("paper.commission"), key_parts(said)),)
