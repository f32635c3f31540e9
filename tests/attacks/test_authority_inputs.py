"""Threat "hostile input" at the authority's machine: tables, policies, root keys, typed letters.

In full (`make attacks`) 10,000 of each. A damaged table may still be a table: then every station in
it is one that a package can say. Everything else is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random
from time import process_time

import pytest

from tallydesk.assets import form_bytes
from tallydesk.authority.election import read_election
from tallydesk.authority.issuing import package_file
from tallydesk.authority.policy_file import PolicyMistakes, read_policy
from tallydesk.authority.recount import RecountRefused
from tallydesk.authority.root import RootUnusable, new_root, open_root
from tallydesk.authority.roster import File, RosterMistakes, read_roster
from tallydesk.authority.trust_file import Additions, TrustRefused, next_trust
from tallydesk.election.definition_file import DefinitionMistakes
from tallydesk.protocol.cbor import CborError
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.letter import as_typed, block_fits, blocks_of, new_secret, secret_check
from tallydesk.signing.letter import secret_fits as fits
from tallydesk.signing.packing import PackingError
from tallydesk.signing.root_key import RootKeyDamaged, certificate_from, root_point_of
from tests.attacks.conftest import Figure
from tests.attacks.mutation import TOKENS, mutated
from tests.attacks.size import many
from tests.benchmarks.invented_roster import PASSPHRASES, POLICY, ROOT, definition
from tests.fakes import CountingChance
from tests.unit.authority.commission import MEMBERS, STATIONS, election
from tests.unit.authority.test_issuing import issued
from tests.unit.authority.test_trust_file import NOW

EACH = many(60, 10_000)
SECONDS = 1
"""Of processor time that any of it may take."""

REFUSED = (
    CborError,
    DefinitionMistakes,
    PackingError,
    PolicyMistakes,
    RecountRefused,
    RootKeyDamaged,
    RootUnusable,
    RosterMistakes,
    ShapeError,
    TrustRefused,
)
SECRET, SALT, DIGEST = new_secret(bytes(range(10))), bytes(range(16)), bytes(range(32))
CHECK = secret_check(SECRET, SALT)
ROOT_KEY, OWN_PEM = new_root("Orchard authority", PASSPHRASES, NOW, CountingChance().octets)
OWN = certificate_from(OWN_PEM)
PACKAGE = issued().package


def said_by(read: Callable[[bytes], object], bad: bytes) -> str:
    """The sentence that refuses it, "" when it is read."""
    try:
        read(bad)
    except REFUSED as error:
        return str(error) or "nothing"
    return ""


def tables(stations: bytes, members: bytes) -> None:
    read = read_roster(File("s.csv", stations), File("m.csv", members), election())
    for station in read:
        package_file(station, election())


def certificate(content: bytes) -> None:
    """Only PEM around the same octets may pass, and then the root opens with it."""
    with suppress(RootUnusable, RootKeyDamaged):
        assert open_root(ROOT_KEY, content, PASSPHRASES).certificate == OWN


def trust_over(package: bytes) -> None:
    """No trust file names the card of a damaged package."""
    next_trust(ROOT, 1, NOW, [File("p", package)], [], Additions({}, frozenset()))


def typed_secret(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    assert fits(text, SALT, CHECK) is (as_typed(text) == as_typed(SECRET))


def typed_block(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    assert block_fits(text, 3, DIGEST) is (as_typed(text) == blocks_of(DIGEST)[2])


KINDS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "stations": (STATIONS.encode(), lambda content: tables(content, MEMBERS.encode())),
    "members": (MEMBERS.encode(), lambda content: tables(STATIONS.encode(), content)),
    "policy": (POLICY.encode(), read_policy),
    "definition": (
        definition().encode(),
        lambda content: read_election(content, form_bytes, read_policy(POLICY.encode()), "fruit"),
    ),
    "root key": (ROOT_KEY, root_point_of),
    "package for a trust file": (PACKAGE, trust_over),
    "secret": (SECRET.encode(), typed_secret),
    "block": (blocks_of(DIGEST)[2].encode(), typed_block),
}


SEALED = ("root key", "package for a trust file")
"""Of these no damaged one is ever read."""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_damaged_crashes_or_passes_for_whole(kind: str, figure: Figure) -> None:
    good, read = KINDS[kind]
    slowest, refused = 0.0, 0
    for number in range(EACH):
        bad = mutated(good, Random(f"{kind} {number}"), TOKENS)
        begun = process_time()
        said = said_by(read, bad)
        assert said != "nothing"
        refused += bool(said)
        slowest = max(slowest, process_time() - begun)
    figure(f"{kind}: {EACH} tried, {refused} refused with a sentence, slowest {slowest:.3f} s")
    assert slowest < SECONDS
    assert refused == EACH or kind not in SEALED


def test_another_certificate_beside_the_root_key_is_refused() -> None:
    """A few: each opens the root key first, which takes its time on purpose."""
    for number in range(many(2, 20)):
        certificate(mutated(OWN_PEM, Random(number), TOKENS))
