"""`python -m senco.core.serving serve|manage …`, as bin/serve and bin/manage call it."""

import sys

from senco.core.serving import manage, serve

COMMANDS = {"serve": serve.main, "manage": manage.main}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
