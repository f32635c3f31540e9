"""What a viewer says that knows nothing of us: Poppler, with the authority's root in a store."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tallydesk.signing.certificate import pem_of
from tests.sealed import ROOT_CERTIFICATE, sealed_pdf

GOOD = (
    "Total document signed",
    "Signature Validation: Signature is Valid.",
    "Certificate Validation: Certificate is Trusted.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An NSS store with the root in it, as an observer makes one."""
    folder = tmp_path_factory.mktemp("nss")
    (folder / "root.pem").write_bytes(pem_of(ROOT_CERTIFICATE))
    subprocess.run(
        ["certutil", "-N", "-d", f"sql:{folder}", "--empty-password"], check=True, timeout=60
    )
    trusted = ["-n", "authority", "-t", "C,C,C", "-i", str(folder / "root.pem")]
    subprocess.run(["certutil", "-A", "-d", f"sql:{folder}", *trusted], check=True, timeout=60)
    return folder


def said(pdf: bytes, store: Path, *clock: str) -> str:
    path = store / "protocol.pdf"
    path.write_bytes(pdf)
    command = [*clock, "pdfsig", "-nssdir", f"sql:{store}", str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60).stdout


def test_today_the_seal_is_valid_trusted_and_over_everything(store: Path) -> None:
    text = said(sealed_pdf(), store)
    assert [sentence for sentence in GOOD if sentence not in text] == []
    assert text.count("Signature #") == 1
    assert "ETSI.CAdES.detached" in text


@pytest.mark.parametrize("later", ["+400d", "+3400d"])
def test_years_later_it_still_is(store: Path, later: str) -> None:
    if shutil.which("faketime") is None:
        pytest.skip("faketime is not installed here")
    text = said(sealed_pdf(), store, "faketime", "-f", later)
    assert [sentence for sentence in GOOD if sentence not in text] == []


def test_a_changed_octet_and_an_appended_one_are_betrayed(store: Path) -> None:
    pdf = bytearray(sealed_pdf())
    pdf[2000] ^= 1
    assert "Signature is Valid" not in said(bytes(pdf), store)
    assert "Total document signed" not in said(sealed_pdf() + b"\n%\n", store)


def test_without_the_root_nobody_trusts_it(tmp_path: Path) -> None:
    empty = ["certutil", "-N", "-d", f"sql:{tmp_path}", "--empty-password"]
    subprocess.run(empty, check=True, timeout=60)
    text = said(sealed_pdf(), tmp_path)
    assert "Signature is Valid" in text
    assert "Certificate is Trusted" not in text
