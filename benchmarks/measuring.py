"""How long something takes, for the scripts beside this one."""

import time
from collections.abc import Callable


def seconds(act: Callable, clock: Callable[[], float] = time.perf_counter) -> float:
    """By that clock: the one on the wall, or `time.process_time` for work that other processes must not lengthen."""
    began = clock()
    act()
    return clock() - began
