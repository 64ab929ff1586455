"""`python -m county_server`; installed, `county-server`."""

import sys


def main() -> int:
    """Run the command line and return its exit status: 0 done, 1 could not, 2 wrong usage."""
    from county_server.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
