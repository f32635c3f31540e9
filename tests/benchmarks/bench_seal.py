"""Sealing a protocol beside a bare page of ReportLab and a bare signature of pyHanko."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.rendering.enclosures import Enclosures, protocol_archive
from tallydesk.rendering.ink import marks
from tallydesk.rendering.layout import protocol_layout
from tallydesk.signing.certificate import root_certificate, seal_certificate
from tallydesk.signing.pdf_seal import SealMaterial, seal
from tallydesk.signing.record import seal_record, signature_over
from tests import paper
from tests.benchmarks.bench_pdf import bare, register_bare
from tests.benchmarks.harness import Benchmark, Ratio, Seconds, seconds_of
from tests.signed import CARD, GOOD, SHEET, key

ROUNDS = 30
MEMBERS = 6
FORM = "az-presidential-2024"


def benchmarks(_folder: Path) -> Iterator[Benchmark]:
    """At most one and a half times both together.

    Ours are six signatures on the record, the page with its codes as PDF/A, all that is enclosed,
    and the seal, another protocol in every round. The keys are open already: that takes a quarter
    of a second each on purpose, while a member types.
    """
    register_bare()
    printed = paper.printed("az")
    drawing = [tuple(marks(page)) for page in protocol_layout(printed).pages]
    keys = [key(number) for number in range(1, MEMBERS + 1)]
    material = _material()
    signer = _pyhanko(material.certificate)
    rounds = count()
    package, form = read_bytes("packages", "practice.toml"), form_bytes(FORM)
    card = GOOD.card_octets

    def ours() -> None:
        fresh = f"{next(rounds):05}"
        texts = tuple(
            replace(text, words=f"{text.words} {fresh}") for text in printed.protocol.texts
        )
        payload = GOOD.payload_octets
        record = seal_record(
            payload,
            {
                place: signature_over(payload, place, each, "official")
                for place, each in enumerate(keys)
            },
        )
        pdf = protocol_archive(
            replace(
                printed,
                protocol=replace(printed.protocol, texts=texts),
                codes=paper.codes(fresh=fresh),
            ),
            Enclosures(record, card, SHEET, package, {FORM: form}, CARD.valid_from),
        )
        seal(pdf, material, printed.protocol.completed)

    def floor() -> Seconds:
        page = bare(drawing)
        return seconds_of(lambda: bare(drawing)) + seconds_of(lambda: _signed(page, signer))

    yield Ratio("seal", 1.5, lambda: seconds_of(ours), floor, ROUNDS)


def _material() -> SealMaterial:
    root, own = key(1), key(2)
    authority = root_certificate(root, "Authority", CARD.valid_from)
    return SealMaterial(
        own, seal_certificate(root, authority, own.point, "125-01", CARD.valid_from)
    )


def _pyhanko(certificate: bytes) -> SimpleSigner:
    """pyHanko's own signer with a key of its own; whose it is does not matter here."""
    private = ec.generate_private_key(ec.SECP256R1())
    octets = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    (read,) = load_certs_from_pemder_data(certificate)
    return SimpleSigner(
        signing_cert=read,
        signing_key=load_private_key_from_pemder_data(octets, None),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko's own
    )


def _signed(page: bytes, signer: SimpleSigner) -> bytes:
    """A certifying PAdES signature as pyHanko's handbook makes it."""
    about = PdfSignatureMetadata(
        field_name="Seal",
        md_algorithm="sha256",
        certify=True,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out: BytesIO = PdfSigner(about, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(page)))
    return out.getvalue()
