"""`tallydesk ready`: is this laptop ready for the night?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallydesk.cli.ending import ExitCode
from tallydesk.cli.language import language_option
from tallydesk.cli.laptop_options import data_dir_option, keys_option
from tallydesk.cli.named_file import read_small
from tallydesk.cli.station_package import PACKAGES, SEALED, forms_for

if TYPE_CHECKING:
    from tallydesk.workflow.opening import PackageFile, SealedFile
    from tallydesk.workflow.printer_here import PrinterHere
    from tallydesk.workflow.ready import Item


@click.command(name="ready")
@click.option(
    "--package",
    metavar="FILE",
    default="practice",
    show_default=True,
    help="The package that the night will count, as for `run`.",
)
@data_dir_option
@keys_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder to save the report to, as a PDF whose last part tests the printer.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@language_option
def command(
    package: str,
    data_dir: Path | None,
    sticks: tuple[Path, ...],
    out: Path | None,
    language: str,
    *,
    as_json: bool,
) -> ExitCode:
    """Say whether this laptop is ready for the night, and what to do about what is not.

    Package and digest, members' keys, letters for paper, printer, room on the disk, stick, clock
    and versions: each is in order, wants a look, or is missing. Nothing is changed and nothing is
    asked; the data folder is made when it is not there.

    With --json each topic is {"topic", "mark", "code", "found", "todo"}, `mark` being ok, look or
    missing, and the last line is {"ready", "ok", "look", "missing", "report"}. Exits with 1 when
    something is missing, with 4 when the report could not be saved.
    """
    from tallydesk.assets import words
    from tallydesk.device.data_folder import data_folder
    from tallydesk.device.outbox import FolderOutbox
    from tallydesk.preparation import ready_check
    from tallydesk.workflow.ready_report import report_name, report_pdf

    spoken = words(language)
    printers, qt = _qt()
    check = ready_check(data_folder(data_dir), _file(package), sticks, lambda: printers, qt)
    checked = check(language)
    report = None
    if out is not None:
        report = FolderOutbox(out).save(report_name(checked), report_pdf(checked, language))
    for item in checked.items:
        click.echo(_told(item, spoken, as_json=as_json))
    if as_json:
        counts = {mark: checked.count(mark) for mark in ("ok", "look", "missing")}
        click.echo(json.dumps({"ready": checked.ready, **counts, "report": report}))
    else:
        click.echo(spoken["ready.all" if checked.ready else "ready.some"], err=True)
        if report is not None:
            click.echo(report)
    return ExitCode.FINE if checked.ready else ExitCode.FINDINGS


def _qt() -> tuple[tuple[PrinterHere, ...] | None, str]:
    """The printers as Qt knows them, and its version; None where Qt does not start."""
    try:
        from tallydesk.ui.printing import printers_without_window, qt_version
    except ImportError:
        return None, ""
    return printers_without_window(), qt_version()


def _file(argument: str) -> PackageFile | SealedFile:
    """The package's file, unread: what is wrong with it belongs into the report.

    Raises Ended, or OSError for a path.
    """
    from tallydesk.cli.named_file import read_named
    from tallydesk.signing.sealed_package import LARGEST_PACKAGE
    from tallydesk.workflow.opening import PackageFile, SealedFile

    if argument.endswith(SEALED):
        path = Path(argument)
        return SealedFile(
            path.name.removesuffix(SEALED), read_small(path, "package", LARGEST_PACKAGE)
        )
    named = read_named(argument, PACKAGES)
    return PackageFile(named.name, named.data, forms_for(named))


def _told(item: Item, spoken: Mapping[str, str], *, as_json: bool) -> str:
    from tallydesk.rendering.ready_page import SIGNS
    from tallydesk.workflow.ready_report import found, todo

    says, then = found(item, spoken), todo(item, spoken)
    if as_json:
        told = {"topic": item.topic, "mark": item.mark, "code": item.code}
        return json.dumps({**told, "found": says, "todo": then}, ensure_ascii=False)
    head = f"{SIGNS[item.mark]} {spoken[f'ready.{item.topic}']}: {says}"
    return f"{head}\n  {then}" if then and item.mark != "ok" else head
