"""The program's entrance."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command that the arguments name; the number is the process's exit code."""
    try:
        from tallydesk.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # Ctrl-C before the command line itself could listen: say no more than a shell would.
        return 130


if __name__ == "__main__":
    sys.exit(main())
