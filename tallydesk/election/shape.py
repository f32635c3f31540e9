"""The shapes of tables that people write, and what is said when a table has another shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, ValidationError
from pydantic_core import ErrorDetails

from tallydesk.election.expression import Condition, Sum
from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.mistake import KeyPath, Margin

LONGEST_TEXT = 2_000

_LINE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.]{0,11}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:;_+*<>=%()&#-]{0,23}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Strict(BaseModel):
    """A table with exactly these keys, each of exactly that type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def matching(pattern: re.Pattern[str], said: str) -> Callable[[str], str]:
    """A check that a text fits; `said` tells people what does."""

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"“{text[:40]}” is not possible here; {said}")
        return text

    return check


def plain_text(text: str) -> str:
    """A text for paper: one line, no control characters, composed. Raises ValueError."""
    if not text.strip():
        raise ValueError("the text is empty")
    if text != text.strip():
        raise ValueError("the text begins or ends with a space")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"the text has {len(text)} characters; {LONGEST_TEXT} are the most")
    for character in text:
        category = unicodedata.category(character)
        if category[0] == "C" or category in ("Zl", "Zp"):
            raise ValueError(
                f"the text contains the control character U+{ord(character):04X}; take it out"
            )
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("the text contains letters put together from parts; compose it (NFC)")
    return text


def _read_with(read: Callable[[str], Parsed]) -> Callable[[object], Parsed]:
    def check(value: object) -> Parsed:
        if not isinstance(value, str):
            raise ValueError(_SAID["string_type"])  # noqa: TRY004  # pydantic collects ValueErrors
        return read(value)

    return check


Parsed = TypeVar("Parsed", Sum, Condition)

PlainText: TypeAlias = Annotated[str, AfterValidator(plain_text)]
LineId: TypeAlias = Annotated[
    str, AfterValidator(matching(_LINE_ID, "a line id has up to 12 letters a-z, digits or points"))
]
Name: TypeAlias = Annotated[
    str, AfterValidator(matching(_NAME, "up to 48 small letters a-z, digits and hyphens"))
]
Code: TypeAlias = Annotated[
    str,
    AfterValidator(matching(_CODE, "a code has up to 24 letters, digits or signs, without space")),
]
Language: TypeAlias = Annotated[
    str, AfterValidator(matching(_LANGUAGE, "a language is two or three small letters, as en"))
]
Texts: TypeAlias = Annotated[dict[Language, PlainText], Field(min_length=1)]
SumText: TypeAlias = Annotated[Sum, PlainValidator(_read_with(parse_sum))]
ConditionText: TypeAlias = Annotated[Condition, PlainValidator(_read_with(parse_condition))]

_SAID: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing",
        "extra_forbidden": "is not a key of this table",
        "literal_error": "must be {expected}",
        "string_type": "must be a text in quotes",
        "int_type": "must be a whole number",
        "bool_type": "must be true or false, without quotes",
        "list_type": "must be an array",
        "dict_type": "must be a table",
        "model_type": "must be a table",
        "time_type": "must be a time such as 10:00:00, without quotes",
        "date_type": "must be a day such as 2024-02-07, without quotes",
        "datetime_type": "must be a moment such as 2024-02-07T08:00:00+04:00, without quotes",
        "greater_than_equal": "must be at least {ge}",
        "less_than_equal": "must be at most {le}",
        "too_short": "must have at least {min_length}",
        "too_long": "must have at most {max_length}",
        "value_error": "{error}",
    }
)

Shape = TypeVar("Shape", bound=Strict)


def shaped(shape: type[Shape], table: Mapping[str, object], margin: Margin) -> Shape | None:
    """The table in its shape; None when it has another, and the margin says all that is wrong."""
    try:
        return shape.model_validate(dict(table))
    except ValidationError as error:
        for each in error.errors(include_url=False):
            margin.note(_path(each), _sentence(each))
        return None


def _path(error: ErrorDetails) -> KeyPath:
    return tuple(part for part in error["loc"] if part != "[key]")


def _sentence(error: ErrorDetails) -> str:
    said = _SAID.get(error["type"])
    return error["msg"] if said is None else said.format_map(error.get("ctx", {}))
