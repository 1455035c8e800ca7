"""`python -m senco.core.serving serve|manage …`, as bin/serve and bin/manage call it."""

import signal
import sys


def leave(_number, _frame):
    sys.exit(130)


# Whoever presses Ctrl-C at once, while the programs are still being read, gets no traceback either.
attended = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if attended:
    signal.signal(signal.SIGINT, leave)

from senco.core.serving import manage, serve  # noqa: E402

if attended:
    signal.signal(signal.SIGINT, signal.default_int_handler)

COMMANDS = {"serve": serve.main, "manage": manage.main}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
