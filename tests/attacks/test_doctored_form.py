"""Threat "doctored form": a form that asks for fewer hands, or adds up otherwise."""

from dataclasses import replace
from hashlib import sha256

import pytest

from tallydesk.assets import form_bytes, package_bytes
from tallydesk.protocol import shape
from tallydesk.protocol.cbor import decode, encode
from tallydesk.protocol.shape import ShapeError
from tallydesk.signing.contest_sheet import sheet_of
from tallydesk.signing.sealed_package import PackageUnsigned, open_package
from tests.attacks.kinds import signed_package
from tests.builders import CONTEST, FORM
from tests.signed import GOOD, STRANGER, report
from tests.unit.verification.answering import hidden, says

MOST = 1_000_000
FORM_NAME = "pl-presidential-2015"


def repacked(package: bytes | None = None, form: bytes | None = None) -> bytes:
    """The signed container with another package or another form put into it."""
    container = shape.array(decode(signed_package(), most=MOST), "container", length=3)
    ((name, old),) = open_package(signed_package()).forms.items()
    held = ((name, form or old),)
    return encode((container[0], package or container[1], held), most=MOST)


def test_a_lower_quorum_would_have_to_be_on_the_card() -> None:
    """No form and no package says how many must sign: the card does, and the root signed it."""
    few = GOOD.with_card(quorum=1, quorum_offices=())
    says(report(replace(few, root=STRANGER)), "unknown-root")
    says(report(GOOD.with_card(quorum=5)), "quorum-not-met")


def test_a_sheet_without_the_relation_is_not_the_one_on_the_card() -> None:
    form = replace(FORM, relations=tuple(each for each in FORM.relations if each.code != "A1"))
    doctored = replace(GOOD, sheet=sheet_of("pears-2026", replace(CONTEST, form=form)))
    given = report(doctored.with_payload(votes=(50, 39)))
    says(given, "altered", "sheet-of-another")
    hidden(given)


def test_another_form_in_a_signed_package_is_refused() -> None:
    doctored = form_bytes(FORM_NAME).replace(b'kind = "arithmetic"', b'kind = "ask"', 1)
    assert sha256(doctored).digest() != sha256(form_bytes(FORM_NAME)).digest()
    with pytest.raises(PackageUnsigned, match="forms"):
        open_package(repacked(form=doctored))


def test_another_package_file_in_a_signed_package_is_refused() -> None:
    doctored = package_bytes("practice").replace(b"quorum", b"quorum ", 1)
    with pytest.raises(PackageUnsigned, match="package file"):
        open_package(repacked(package=doctored))


@pytest.mark.parametrize("names", [(FORM_NAME, FORM_NAME), ("z", FORM_NAME)])
def test_forms_stand_in_one_order_and_once(names: tuple[str, ...]) -> None:
    """What was signed has one spelling: no second form hides behind the first."""
    signed, package, _ = shape.array(decode(signed_package(), most=MOST), "container", length=3)
    twice = encode((signed, package, tuple((name, b"x") for name in names)), most=MOST)
    with pytest.raises(ShapeError, match="ascending order"):
        open_package(twice)


def test_the_package_as_it_was_signed_is_opened() -> None:
    assert open_package(repacked()).forms[FORM_NAME] == form_bytes(FORM_NAME)
