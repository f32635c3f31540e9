"""pyHanko, told to add nothing of its own: no clock, no chance, no metadata, no PDF 2.0.

Loading this module takes half a second; only `signing.pdf_seal` does, when there is something to
seal.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession

SignDer = Callable[[bytes], bytes]
"""From the signed attributes to a signature in DER."""


def signed(
    pdf: bytes, certificate: bytes, sign: SignDer, at: datetime, field: str, reserved: int
) -> bytes:
    """The PDF with one certifying signature that allows no change, in a second revision.

    `reserved` is the room for the container, in hex digits. Raises
    pyhanko.sign.general.SigningError when it is too small.
    """
    about = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        certify=True,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = _Signer(about, _Key(certificate, sign), at).sign_pdf(
        _Revision(BytesIO(pdf)), bytes_reserved=reserved
    )
    octets: bytes = out.getvalue()
    return octets


class _Key(Signer):
    """A key that pyHanko never sees."""

    def __init__(self, certificate: bytes, sign: SignDer) -> None:
        (read,) = load_certs_from_pemder_data(certificate)
        super().__init__(signing_cert=read, embed_roots=False)
        self._sign = sign

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002  pyHanko's order
    ) -> bytes:
        """The signature over the signed attributes."""
        # Always SHA-256, and a room of fixed size needs no trial.
        del digest_algorithm, dry_run
        return self._sign(data)


class _Signer(PdfSigner):
    """Signs at a given moment."""

    def __init__(self, about: PdfSignatureMetadata, key: Signer, at: datetime) -> None:
        super().__init__(about, key)
        self._at = at

    def register_extensions(
        self,
        pdf_out: BasePdfFileWriter,
        *,
        md_algorithm: str,
    ) -> None:
        """Name PAdES alone: for P-256 pyHanko would raise the file to PDF 2.0, and PDF/A-3 ends."""
        del md_algorithm
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002  pyHanko's order
    ) -> PdfSigningSession:
        """A session whose clock stands still."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


class _Revision(IncrementalPdfFileWriter):
    """A second revision that touches nothing but what a signature needs."""

    def __init__(self, first: BytesIO) -> None:
        super().__init__(first)
        # pyHanko draws the second identifier at random; the first one names the contents already.
        same, _ = self.document_id
        self._document_id = ArrayObject([ByteStringObject(same), ByteStringObject(same)])

    def _update_meta(self) -> None:
        """Leave the metadata as they are: title and date are part of what is compared."""
