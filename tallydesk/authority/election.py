"""What is the same for every station: definition, forms, contest sheets, policy."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from tallydesk.authority.package_toml import toml_of
from tallydesk.authority.policy_file import GeneralPolicy
from tallydesk.election.definition import Definition
from tallydesk.election.definition_file import DefinitionMistakes, read_definition
from tallydesk.election.mistake import Mistake
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of


@dataclass(frozen=True)
class Election:
    """`table` is the definition's file as it was parsed; `forms` are files by name."""

    definition: Definition
    table: Mapping[str, object]
    file: bytes
    forms: Mapping[str, bytes]
    policy: GeneralPolicy
    languages: tuple[str, ...] = field(default=())

    @cached_property
    def head(self) -> bytes:
        """How every station's package begins, in TOML; its own tables follow."""
        table: dict[str, object] = {
            "format": 1,
            "purpose": "official",
            "languages": list(self.languages),
            "election": {key: self.table[key] for key in ("id", "title", "day")},
            "contests": self.table["contests"],
        }
        return toml_of(table).encode()

    @cached_property
    def sheets(self) -> tuple[bytes, ...]:
        """The digests of the contest sheets, in contest order, 32 octets each."""
        language = self.policy.policy.official_language
        return tuple(
            sheet_digest(sheet_of(self.definition.id, contest, language=language))
            for contest in self.definition.contests
        )

    @cached_property
    def form_digests(self) -> Mapping[str, bytes]:
        """SHA-256 of each form's file, by its name."""
        return {name: sha256(form).digest() for name, form in self.forms.items()}

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What a trust file says of them: `forms/NAME.toml` and `definitions/NAME.toml`."""
        return {
            **{f"forms/{name}.toml": digest for name, digest in self.form_digests.items()},
            f"definitions/{self.definition.id}.toml": sha256(self.file).digest(),
        }


def read_election(
    file: bytes, form_bytes: Callable[[str], bytes], policy: GeneralPolicy, name: str
) -> Election:
    """The election that a definition's file and the forms it names make.

    Raises DefinitionMistakes, CborError, ShapeError or PackingError for a contest that no sheet
    can carry.
    """
    forms: dict[str, bytes] = {}

    def remembered(form: str) -> bytes:
        forms[form] = form_bytes(form)
        return forms[form]

    definition = read_definition(file, form_bytes=remembered, name=name)
    table = tomllib.loads(file.decode("utf-8-sig"))
    languages = tuple(table["languages"])
    language = policy.policy.official_language
    if language not in languages:
        raise DefinitionMistakes(
            name,
            (Mistake(0, "languages", f"the policy's official language {language} is not named"),),
        )
    election = Election(definition, table, file, forms, policy, languages)
    _ = election.sheets
    return election
