"""A package that the authority did not make, or not for this station, or whose letter is another's.

Each false package is made by somebody who can sign: with a root of their own, or with the
authority's root where only one part disagrees with another.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from tallydesk.signing.card import Card, CardMember, card_digest, issue_card, read_card
from tallydesk.signing.keys import Unlocked, scalar_from
from tallydesk.signing.letter import blocks_of, new_secret
from tallydesk.signing.sealed_package import SealedPackage, open_package, seal_package
from tallydesk.signing.trust import Trust
from tallydesk.workflow import letter, official
from tallydesk.workflow.official_happening import BlocksAsked, PackageProven
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.resuming import resume_night
from tests.fakes import CountingChance
from tests.official import authority, official_at, opened, trust, with_trust

ROOT = Unlocked(scalar_from(CountingChance(5_000).octets(48)))
"""The throwaway authority's, from the same chance."""
STRANGER = Unlocked(scalar_from(b"\x07" * 48))


def refused(code: str) -> pytest.RaisesExc[RefusedError]:
    return pytest.raises(RefusedError, match=f"^{code}")


def true() -> SealedPackage:
    return open_package(authority().container)


def sealed(
    root: Unlocked = ROOT,
    card: Card | None = None,
    package: bytes = b"",
    forms: dict[str, bytes] | None = None,
) -> tuple[bytes, Trust]:
    """A container with other parts, all signed by `root`, and a trust file that lists its card."""
    was = true()
    signed = issue_card(root, card or read_card(was.manifest.card).card)
    files = forms or dict(was.forms)
    toml = package or was.package
    manifest = replace(
        was.manifest,
        card=signed,
        package=sha256(toml).digest(),
        forms={name: sha256(form).digest() for name, form in files.items()},
    )
    listed = trust().cards or frozenset()
    trusted = with_trust(cards=listed | {card_digest(signed)})
    return seal_package(root, manifest, toml, files), trusted


def card() -> Card:
    return true().card.card


def test_the_authoritys_own_package_opens() -> None:
    assert opened().package.purpose == "official"
    assert ROOT.point == trust().root


def test_a_package_signed_by_somebody_else_does_not_open() -> None:
    container, trusted = sealed(STRANGER)
    with refused("package-unsigned"):
        opened(container, trusted)


def test_a_second_card_for_the_station_is_not_among_the_published_ones() -> None:
    second = replace(card(), serial=2)
    container, _ = sealed(card=second)
    with refused("card-not-listed: station 000-01"):
        opened(container)


def test_a_doctored_form_is_not_one_that_was_published() -> None:
    forms = {name: form.replace(b"=", b"= ", 1) for name, form in true().forms.items()}
    container, trusted = sealed(forms=forms)
    with refused("form-not-listed: form az-presidential-2024"):
        opened(container, trusted)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("card-other-station", replace(card(), number="02")),
        ("card-other-station", replace(card(), station_name="Elsewhere")),
        ("card-other-members", replace(card(), members=card().members[::-1])),
        (
            "card-other-members",
            replace(card(), members=(CardMember("chair", b"", "Nobody"), *card().members[1:])),
        ),
        ("card-other-quorum", replace(card(), quorum=3)),
        ("card-other-hours", replace(card(), polls_close=card().valid_to)),
        ("card-other-contests", replace(card(), sheets=(b"\x01" * 32,))),
    ],
)
def test_a_package_that_contradicts_its_card_does_not_open(code: str, changed: Card) -> None:
    container, trusted = sealed(card=changed)
    with refused(code):
        opened(container, trusted)


def test_a_lowered_quorum_in_the_file_contradicts_the_card() -> None:
    lowered = true().package.replace(b"quorum = 4", b"quorum = 1")
    container, trusted = sealed(package=lowered)
    with refused("card-other-quorum"):
        opened(container, trusted)


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        (b'purpose = "official"', b'purpose = "practice"', "package-mistaken"),
        (
            b'purpose = "official"',
            b'purpose = "official"\nstation_secret = "PRAC-T1CE-0000-0001"',
            "package-mistaken",
        ),
        (b'form = "az-presidential-2024"', b'form = "az-municipal"', "package-mistaken"),
    ],
)
def test_a_file_that_no_authority_writes_does_not_open(was: bytes, now: bytes, code: str) -> None:
    container, trusted = sealed(package=true().package.replace(was, now))
    with refused(code):
        opened(container, trusted)


def test_a_turned_octet_anywhere_opens_nothing() -> None:
    container = authority().container
    step = len(container) // 40
    for at in range(0, len(container), step):
        turned = container[:at] + bytes([container[at] ^ 1]) + container[at + 1 :]
        with pytest.raises(RefusedError):
            opened(turned)


def test_the_root_alone_lists_no_cards_and_opens_nothing() -> None:
    with refused("trust-without-cards"):
        opened(trusted=Trust(trust().root))


def test_a_trust_file_for_practice_opens_nothing() -> None:
    with refused("package-practice"):
        opened(trusted=with_trust(purpose="practice"))


# --- the letter ----------------------------------------------------------------------------------


def test_two_blocks_chosen_by_chance_and_the_secret_open_it_and_the_secret_is_nowhere() -> None:
    session, _ = official_at("letter")
    asked = letter.blocks(session)
    assert letter.blocks(session) == asked
    blocks = authority().letter.blocks

    typed = (blocks[asked[0] - 1], blocks[asked[1] - 1].lower())
    letter.prove(session, authority().letter.secret.lower(), typed)

    kinds = [entry.kind for entry in session.journal.entries()]
    assert kinds.count(BlocksAsked.__name__) == 1
    assert PackageProven.__name__ in kinds
    written = "".join(entry.body for entry in session.journal.entries())
    for spelled in (session.secret, authority().letter.secret):
        assert spelled not in written
        assert spelled not in repr(session)


def test_another_stations_letter_does_not_fit() -> None:
    session, _ = official_at("letter")
    first, second = letter.blocks(session)
    blocks = authority().letter.blocks
    typed = (blocks[first - 1], blocks[second - 1])
    other = blocks_of(sha256(b"another package").digest())
    with refused("secret-wrong"):
        letter.prove(session, new_secret(b"\x01" * 10), typed)
    with refused(f"block-wrong: number {second}"):
        letter.prove(session, authority().letter.secret, (typed[0], other[second - 1]))
    assert not session.secret
    letter.prove(session, authority().letter.secret, typed)
    assert session.night.step == "attendance"


def test_after_a_restart_no_key_opens_before_the_secret_is_typed_again() -> None:
    session, _ = official_at("attendance")
    again = resume_night(
        lambda *_: session.package, session.journal, session.clock, session.chance, "t", trust()
    )
    assert letter.wanted(again)
    with refused("secret-asked"):
        letter.secret_of(again)
    with refused("secret-wrong"):
        letter.again(again, new_secret(b"\x02" * 10))
    letter.again(again, authority().letter.secret)
    assert letter.secret_of(again) == session.secret
    assert not letter.wanted(again)


def test_a_night_goes_on_only_with_the_trust_file_it_was_opened_under() -> None:
    session, _ = official_at("attendance")

    def resumed(trusted: Trust | None) -> None:
        resume_night(
            lambda *_: session.package,
            session.journal,
            session.clock,
            session.chance,
            "t",
            trusted,
        )

    with refused("trust-missing"):
        resumed(None)
    with refused("package-unsigned"):
        resumed(with_trust(root=STRANGER.point))


def test_a_journal_whose_package_was_exchanged_does_not_go_on() -> None:
    was = true()
    with refused("package-unreadable"):
        official.kept(was.signed, was.package + b"\n", was.forms)
    with refused("package-unreadable"):
        official.kept(was.signed[:-1], was.package, was.forms)
    assert official.kept(was.signed, was.package, was.forms) == was
