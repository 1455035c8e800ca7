"""Work on several things of which none may hold up the others."""

from collections.abc import Callable, Iterable


def each_by_itself[Thing](what: str, things: Iterable[Thing], act: Callable[[Thing], object]) -> None:
    """Do it with each; failures are told together once all are done. Raises ExceptionGroup, named after `what`."""
    failures = []
    for thing in things:
        try:
            act(thing)
        except Exception as problem:
            failures.append(problem)
    if failures:
        raise ExceptionGroup(what, failures)
