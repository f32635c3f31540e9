"""One calm sentence beside a finding: where to look first, and what may have happened there."""

from __future__ import annotations

from tallydesk.assets import words
from tallydesk.ui.place_names import PlaceNames
from tallydesk.workflow.hints import Hint

_FEW = 3


def said_of_hint(hint: Hint | None, names: PlaceNames, language: str) -> str:
    """The sentence, "" without a hint. It names no figure and no direction.

    Of many rows that moved together the first and the last are named.
    """
    if hint is None:
        return ""
    spoken = [names.spoken(place, language) for place in hint.places]
    named = "; ".join(spoken) if len(spoken) <= _FEW else f"{spoken[0]} … {spoken[-1]}"
    said = words(language)
    return said["slip.look"].format(places=named, slip=said[f"slip.{hint.slip}"])
