"""The sentence for each thing that a protocol still lacks."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tallydesk.election.definition import Contest, Office
from tallydesk.protocol.assemble import Reason, ReasonCode
from tallydesk.ui.people_words import office_said

SENTENCES: dict[ReasonCode, object] = {
    "blank-line": QT_TRANSLATE_NOOP("Reason", "These lines have no figure yet: {about}."),
    "blank-votes": QT_TRANSLATE_NOOP("Reason", "These candidates have no figure yet: {about}."),
    "unanswered-finding": QT_TRANSLATE_NOOP(
        "Reason", "These findings wait for an answer: {about}."
    ),
    "stance-missing": QT_TRANSLATE_NOOP("Reason", "Ask these members what they do: {about}."),
    "quorum-not-met": QT_TRANSLATE_NOOP(
        "Reason", "Too few members sign. Without the others there is only a draft."
    ),
    "office-missing": QT_TRANSLATE_NOOP(
        "Reason", "One of these must be among the signers: {about}."
    ),
    "opinion-missing": QT_TRANSLATE_NOOP(
        "Reason", "A separate opinion is announced and not written: {about}."
    ),
    "booklet-missing": QT_TRANSLATE_NOOP("Reason", "Series and number of the booklet are missing."),
    "polls-open": QT_TRANSLATE_NOOP("Reason", "The close of voting is not recorded yet."),
}
_OFFICES: tuple[Office, ...] = ("chair", "deputy", "secretary", "member")


def reason_said(reason: Reason, contest: Contest, language: str) -> str:
    """The sentence, with the names of candidates and offices in the window's language."""
    about = reason.about
    if reason.code == "blank-votes":
        names = {each.id: each.name.said_in(language) for each in contest.candidates}
        about = tuple(names[each] for each in about)
    elif reason.code == "office-missing":
        about = tuple(office_said(each, language) for each in _OFFICES if each in about)
    sentence = QCoreApplication.translate("Reason", str(SENTENCES[reason.code]))
    return sentence.format(about=", ".join(about))
