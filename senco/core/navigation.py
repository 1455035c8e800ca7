"""What can be reached from everywhere: the menu of each shell, the tabs of a pupil's page, and a few fixed places.

Ground floor code knows no page. Each app adds what it offers, naming URLs as strings, in its `AppConfig.ready`:

    site.add_item(NavItem(_("Register"), "register:list", shells=OFFICE, permission="register.view_register", key="r"))
    site.add_tab(PupilTab(_("Concerns"), "register:pupil_concerns", permission="register.view_concerns"))
    site.add_place("pupil_search", "register:search", permission="register.search_pupils")
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, QuerySet, Value
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from senco.core.reading.settings import reading_of

# The key of the role that a page was drawn for: a field of every form (templatetags/role_key.py), a header of every htmx request.
ROLE_FIELD, ROLE_HEADER = "acting_as", "X-Acting-As"

OFFICE, CLASS, FAMILY, AGENCY, GOVERNOR, GUEST = "office", "class", "family", "agency", "governor", "guest"
SHELLS = {
    "senco": OFFICE,
    "admin": OFFICE,
    "head": OFFICE,
    "teacher": CLASS,
    "ta": CLASS,
    "parent": FAMILY,
    "professional": AGENCY,
    "governor": GOVERNOR,
}
TEMPLATES = {
    OFFICE: "layout/office.html",
    CLASS: "layout/class.html",
    FAMILY: "layout/family.html",
    AGENCY: "layout/agency.html",
    GOVERNOR: "layout/governor.html",
    GUEST: "layout/guest.html",
}


@dataclass(frozen=True)
class NavItem:
    """A line of the menu. `key` answers to "g" and that letter, or to the letter alone where `alone` is set.

    `count` is asked once a page for the number shown beside the line, given the membership: rows to be counted, which takes one
    query for all lines together, or a number.
    `shown=False` keeps the line out of the menu but in the palette and the list of shortcuts.
    """

    label: str
    url_name: str
    shells: tuple[str, ...]
    permission: str = ""
    icon: str = ""
    order: int = 50
    key: str = ""
    alone: bool = False
    shown: bool = True
    count: Callable[[object], QuerySet | int] | None = None


@dataclass(frozen=True)
class PupilTab:
    """A tab of the pupil's page. The URL takes the pupil's key as its only argument.

    `also` are beginnings of other addresses whose pages stand in this tab: one plan, one file.
    """

    label: str
    url_name: str
    permission: str
    order: int = 50
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A menu line or tab as a template draws it."""

    label: str
    url: str
    icon: str = ""
    keys: str = ""
    shown: bool = True
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class Place:
    url_name: str
    permission: str


class Navigation:
    """Holds what the apps have added. Adding the same thing twice, as a second `ready` would, changes nothing."""

    def __init__(self):
        self._items: list[NavItem] = []
        self._tabs: list[PupilTab] = []
        self._buttons: list[PupilTab] = []
        self._sources: list[Callable] = []
        self._places: dict[str, Place] = {}

    def add_item(self, item: NavItem) -> None:
        _add_once(self._items, item)

    def add_tab(self, tab: PupilTab) -> None:
        _add_once(self._tabs, tab)

    def add_button(self, button: PupilTab) -> None:
        """Something that is begun from a pupil's first page with one tap."""
        _add_once(self._buttons, button)

    def add_source(self, source: Callable[[object], Iterable[Link]]) -> None:
        """Lines that depend on who is asking, such as a parent's children: a function from membership to links."""
        _add_once(self._sources, source)

    def add_place(self, name: str, url_name: str, permission: str = "") -> None:
        """A fixed place: home, pupil_search, switch_role, drafts, accessibility."""
        self._places[name] = Place(url_name, permission)

    def links(self, membership, path: str, *, acting: bool = True) -> list[Link]:
        """The menu of this membership's shell, in order; the line that `path` belongs to is marked as current.

        On sign-in and account pages nobody acts (`acting=False`): no table can be read, so numbers and children are left out.
        """
        shell = shell_of(membership)
        mine = [item for item in self._items if shell in item.shells and _may(membership, item.permission)]
        counts = _counts(mine, membership) if acting else {}
        found = [_link(item, counts) for item in sorted(mine, key=lambda item: item.order)]
        if acting and membership is not None:
            found += [link for source in self._sources for link in source(membership)]
        return mark_current(found, path)

    def tabs(self, membership, pupil_pk, path: str) -> list[Link]:
        """The tabs of one pupil's page that this membership's role may open."""
        mine = sorted(
            (tab for tab in self._tabs if _may(membership, tab.permission)), key=lambda tab: tab.order
        )
        found = {reverse(tab.url_name, args=[pupil_pk]): tab for tab in mine}
        place = next((url for url, tab in found.items() if path.startswith(tab.also)), path)
        return mark_current([Link(tab.label, url) for url, tab in found.items()], place)

    def buttons(self, membership, pupil_pk) -> list[Link]:
        """What this membership's role may begin from a pupil's first page, besides what the page itself offers."""
        mine = sorted(
            (each for each in self._buttons if _may(membership, each.permission)), key=lambda each: each.order
        )
        return [Link(each.label, reverse(each.url_name, args=[pupil_pk])) for each in mine]

    def places(self, membership) -> dict[str, str]:
        """URL of each fixed place that this membership's role may use."""
        return {
            name: reverse(place.url_name)
            for name, place in self._places.items()
            if _may(membership, place.permission)
        }

    def place(self, name: str) -> str:
        """URL of a fixed place, or an empty string where no app offers it."""
        return reverse(self._places[name].url_name) if name in self._places else ""


def _add_once(entries: list, entry) -> None:
    if entry not in entries:
        entries.append(entry)


def _may(membership, permission: str) -> bool:
    return not permission or (membership is not None and membership.may(permission))


def _counts(items: list[NavItem], membership) -> dict[str, int]:
    """Name of the page → the number beside its line."""
    asked = {item.url_name: item.count(membership) for item in items if item.count and item.shown}
    rows = {name: found for name, found in asked.items() if isinstance(found, QuerySet)}
    return asked | dict.fromkeys(rows, 0) | dict(_counted(rows))


def _counted(rows: dict[str, QuerySet]) -> Iterable[tuple[str, int]]:
    """(name, number of rows) in one query; a name without rows is left out."""
    numbers = [
        found.order_by()
        .annotate(line=Value(name))
        .values("line")
        .annotate(n=Count("pk"))
        .values_list("line", "n")
        for name, found in rows.items()
    ]
    return numbers[0].union(*numbers[1:], all=True).order_by() if numbers else []


def _link(item: NavItem, counts: dict[str, int]) -> Link:
    keys = item.key if item.alone or not item.key else f"g {item.key}"
    return Link(item.label, reverse(item.url_name), item.icon, keys, item.shown, counts.get(item.url_name))


def mark_current(links: list[Link], path: str) -> list[Link]:
    """Mark the line whose address is the longest beginning of `path`; "/" only matches itself."""
    fitting = [
        link.url
        for link in links
        if link.shown and (path == link.url or (link.url != "/" and path.startswith(link.url)))
    ]
    current = max(fitting, key=len, default=None)
    return [_with_current(link, link.url == current) for link in links]


def _with_current(link: Link, current: bool) -> Link:
    return Link(link.label, link.url, link.icon, link.keys, link.shown, link.count, current)


def shell_of(membership) -> str:
    """Which page shell a membership's role sees; somebody without a membership is a guest."""
    return GUEST if membership is None else SHELLS[membership.role]


def context(request) -> dict:
    """Context processor: who is acting, the shell, its menu and the reading settings. Queries run only where drawn."""
    membership = getattr(request, "membership", None)
    acting = getattr(request, "acting", False)
    shell = shell_of(membership)
    return {
        "membership": membership,
        "role_key": "" if membership is None else str(membership.pk),
        # read before the request began to act in one of them
        "memberships": getattr(request, "memberships", []),
        "shell": shell,
        "shell_template": TEMPLATES[shell],
        "nav_items": SimpleLazyObject(lambda: site.links(membership, request.path, acting=acting)),
        "places": SimpleLazyObject(lambda: site.places(membership)),
        "reading": reading_of(request),
        "languages": settings.LANGUAGES,
    }


site = Navigation()
