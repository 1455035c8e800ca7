"""In which other languages something can be read: pages of plans and records ask, whoever keeps translations answers.

This floor knows no translation; the app that keeps them names its function once it is ready.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class OtherLanguage:
    """`name` is the language's own, with `lang` and `side` for its markup; `state` says for staff how far it has come."""

    name: str
    lang: str
    side: str
    url: str
    state: str = ""


@dataclass(frozen=True)
class OtherLanguages:
    """What this person may open, and where they can ask for another one, if they may."""

    links: tuple[OtherLanguage, ...] = ()
    ask_url: str = ""

    def __bool__(self) -> bool:
        return bool(self.links or self.ask_url)


type Finder = Callable[[str, object, object], OtherLanguages]
_finders: list[Finder] = []


def add_finder(finder: Finder) -> None:
    """Called as `finder(original, key, membership)`; `original` is the kind of what is read. Adding it again changes nothing."""
    if finder not in _finders:
        _finders.append(finder)


def other_languages(original: str, key, membership) -> OtherLanguages:
    """Nothing where no app keeps translations."""
    return next((finder(original, key, membership) for finder in _finders), OtherLanguages())
