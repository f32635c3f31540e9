"""The words of the window by language, as the translators wrote them down.

So that whoever reads the screen knows a page by its heading in any language, and no test has to
be written anew when a sentence is put better.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from xml.etree import ElementTree as ET

from tallydesk.assets import resource

SOURCE = "en"


@cache
def words_of(language: str) -> Mapping[str, frozenset[str]]:
    """Every sentence of the window in a language, by the class that says it."""
    # The source sentences stand in every catalogue alike.
    catalogue = "az" if language == SOURCE else language
    tree = ET.parse(resource("i18n", f"{catalogue}.ts"))  # noqa: S314 - our own file
    part = "source" if language == SOURCE else "translation"
    return {
        context.findtext("name", ""): frozenset(
            message.findtext(part, "") or message.findtext("source", "")
            for message in context.iterfind("message")
        )
        for context in tree.iterfind("context")
    }


def who_says(sentence: str, language: str, among: Collection[str]) -> str:
    """The class among some that says a sentence. Raises LookupError when it is not exactly one."""
    said = words_of(language)
    found = [each for each in among if sentence in said.get(each, ())]
    if len(found) != 1:
        raise LookupError(f"“{sentence}” ({language}) is said by {found}")
    return found[0]
