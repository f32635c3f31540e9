"""The program's entrance."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command that the arguments name; the number is the process's exit code."""
    try:
        if sys.argv[1:] == ["read-foreign-files"]:
            # A frozen build is its own interpreter: see `verification.child`.
            from tallydesk.verification.worker import main as serve

            return serve()
        from tallydesk.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # Ctrl-C before the command line itself could listen: say no more than a shell would.
        return 130


if __name__ == "__main__":
    sys.exit(main())
