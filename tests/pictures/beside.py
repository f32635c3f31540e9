"""The places beside the steps, half done and with a problem on them."""

from __future__ import annotations

from tallydesk.ui.asides import AsideLinks
from tests.pages.operator import Operator


def follow(operator: Operator, name: str) -> None:
    """Press the link to a place beside the step."""
    links = operator.window.page.findChild(AsideLinks)
    assert links is not None
    links.links[name].click()


def pages_of_a_list(operator: Operator) -> None:
    """Several lists on the sheet, some pages of the first one."""
    follow(operator, "by-page")
    operator.writes("25", "25", "24", "0")


def a_page_left_out(operator: Operator) -> None:
    """One list, and something that is no figure on it."""
    follow(operator, "by-page")
    operator.writes("25", "2o")
    operator.goes_on()


def reports(operator: Operator) -> None:
    """Some reports, and one without a number."""
    follow(operator, "turnout")
    operator.writes("118", "246", "x")


def votes(operator: Operator) -> None:
    """One ballot is decided, and the next one waits for its decision."""
    follow(operator, "doubtful")
    operator.writes("İki namizədin qarşısında işarə var, birinin üstündən xətt çəkilib", "4", "2")
    operator.types("5")
    operator.enter()
    operator.writes("Cırıq bülleten, işarə aydın deyil", "6", "1")
    operator.enter()


def a_spoilt_booklet(operator: Operator) -> None:
    """The booklet is named, and why it is spoilt is not."""
    operator.writes("T", "000417", "")
    operator.window.page.spoilt.click()  # type: ignore[attr-defined]
    operator.enter()
