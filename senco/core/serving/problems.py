"""What can stop the system from starting, in words for the person at the terminal."""


class CannotServe(Exception):
    """Says what is wrong and what to do; shown as it is."""


class StopAsked(Exception):
    """Ctrl-C or a termination signal arrived while something was still starting."""
