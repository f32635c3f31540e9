"""U38: no network code is reachable: none is written, and none runs in a whole night.

The night at the window is watched in `tests/journeys/test_real_keyboard.py`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import PRODUCT, nodes, place
from tests.no_network import REACHED

NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets"),
}
WITHOUT_ADDRESS = {"socket.socketpair"}
"""Two ends in one process, by which a signal wakes the window."""

WATCHED = """
import sys
from tests.no_network import forbid
forbid()
from tallydesk.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
TRIES = """
import socket
from tests.no_network import forbid
forbid()
try:
    {tries}
except Exception:
    pass
"""


def imported(node: ast.AST) -> set[str]:
    """Every dotted name that an import brings."""
    match node:
        case ast.Import(names=names):
            return {each.name for each in names}
        case ast.ImportFrom(module=str(module), names=names):
            return {f"{module}.{each.name}" for each in names}
        case _:
            return set()


def of_the_network(node: ast.AST) -> bool:
    """An import of a library for it, or an address handed to another program."""
    match node:
        case ast.Call(func=ast.Attribute(attr="openUrl"), args=arguments):
            return not any("fromLocalFile" in ast.dump(each) for each in arguments)
        case _:
            pass
    return any(
        name not in WITHOUT_ADDRESS and (name == each or name.startswith(f"{each}."))
        for name in imported(node)
        for each in NETWORK
    )


def test_no_line_asks_for_the_network() -> None:
    assert [place(path, node) for path, node in nodes(PRODUCT) if of_the_network(node)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPConnection",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6 import QtNetwork",
        "QDesktopServices.openUrl(QUrl('https://example.org'))",
    ],
)
def test_what_asks_for_the_network_is_recognised(line: str) -> None:
    assert any(of_the_network(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "from socket import socketpair",
        "import httpfile",
        "QDesktopServices.openUrl(QUrl.fromLocalFile(path))",
    ],
)
def test_what_does_not_is_left_alone(line: str) -> None:
    assert not any(of_the_network(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.timeout(300)
def test_a_whole_night_opens_no_connection(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "demo", "--out", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [*tmp_path.glob("**/*.pdf")] != []


@pytest.mark.parametrize(
    "tries",
    ["socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo('example.invalid', 80)"],
)
def test_a_connection_would_be_noticed(tries: str) -> None:
    script = TRIES.format(tries=tries)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == REACHED
