"""Ends a process that reaches for the network, whichever library of it does.

Python tells of every call that leaves the process through its audit events. A pair of sockets
inside one process asks for no address, and is none of them.
"""

from __future__ import annotations

import os
import sys

REACHED = 9
"""The exit code of a process that tried."""
EVENTS = frozenset(
    f"socket.{call}"
    for call in (
        *("bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo"),
        *("sendmsg", "sendto"),
    )
) | {"http.client.connect", "urllib.Request", "webbrowser.open"}


def forbid() -> None:
    """From now on, and for good: an audit hook is never taken away."""
    sys.addaudithook(_hear)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event in EVENTS:
        sys.stderr.write(f"{event}{arguments}\n")
        sys.stderr.flush()
        # An exception could be caught by whoever tried.
        os._exit(REACHED)
