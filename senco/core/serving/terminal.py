"""What the person at the terminal reads."""

import sys


def say(*lines: str) -> None:
    """Results, on standard output at once: scripts wait for the first of them."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def tell(line: str) -> None:
    """Progress."""
    sys.stderr.write(f"{line} …\n")
    sys.stderr.flush()


def complain(line: str) -> int:
    """What went wrong; returns the exit code for it."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
    return 1
