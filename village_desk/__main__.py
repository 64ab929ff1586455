"""`village-desk`: without arguments the window, otherwise one command without a window.

The only place inside the core that looks outward, inside functions: every other module can be imported
without a window, a network or a paper engine.
"""

import gc
import sys

# peewee imports every database driver it finds. The desk needs none, and psycopg alone takes a quarter
# of the time until the window; None is Python's own way to say that a module is not there.
sys.modules.setdefault("psycopg", None)  # type: ignore[arg-type]  # the stubs know modules only


def begin() -> None:
    """Do what comes before the window's first import.

    Garbage may only be collected on the GUI thread (`ui.garbage`), and until the first page stands there is
    none: looking for some takes a tenth of the time until then.
    """
    gc.disable()


def main() -> int:
    """Run the program and return its exit status: 0 done, 1 could not, 2 wrong usage."""
    arguments = sys.argv[1:]
    command = arguments[0] if arguments else ""
    if not command:
        begin()
        from ui.app import main as open_window

        return open_window()
    if command == "print":
        from forms.cli import main as print_paper

        return print_paper(arguments[1:])
    if command in ("sync", "enrol", "bundle", "carry", "rescue"):
        from sync.cli import main as sync_once

        return sync_once(arguments)
    if command == "practice":
        begin()
        from ui.practice import main as practise

        return practise(arguments[1:])
    if command == "doctor" and "--smoke" in arguments:
        from ui.smoke import main as smoke

        return smoke()
    from village_desk import cli

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
