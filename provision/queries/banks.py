"""The banks as one school has them: what is shipped and what it added, together, with how often it uses each entry."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from provision import banks
from provision.banks.choices import Age
from provision.banks.finding import find, fit
from provision.banks.shape import Entry, OutcomeStem, Strategy
from provision.choices import BankName
from provision.models import HiddenEntry, SchoolStem, SchoolStrategy
from provision.queries.bank_use import Use, uses_of
from register.choices import BroadArea, NeedType

OWN = "ours-"  # begins the code of a school's own entry, and of no shipped one


@dataclass(frozen=True, kw_only=True, eq=False)
class OwnEntry(Entry):
    """An entry of a school's own in the shape of the shipped ones, so that both are found and ranked alike."""

    row: SchoolStrategy | SchoolStem
    why: str = ""
    measure: str = ""
    baseline: str = ""
    ordinary: bool = False


@dataclass(frozen=True)
class Listed:
    """An entry as a page shows it. `out` is why it is not offered: hidden, retired, or nothing."""

    entry: Strategy | OutcomeStem | OwnEntry
    use: Use = field(default_factory=Use)
    out: str = ""

    @property
    def own(self) -> SchoolStrategy | SchoolStem | None:
        """The school's row, where the entry is its own."""
        return getattr(self.entry, "row", None)

    @property
    def why(self) -> str:
        return str(getattr(self.entry, "why", ""))

    @property
    def measure(self) -> str:
        return str(getattr(self.entry, "measure", ""))

    @property
    def baseline(self) -> str:
        return str(getattr(self.entry, "baseline", ""))

    @property
    def is_ordinary(self) -> bool:
        return getattr(self.entry, "ordinary", False)

    @property
    def needs(self) -> list[str]:
        return [str(NeedType(need).label) for need in self.entry.needs]


@dataclass(frozen=True)
class Bank:
    """One of the two banks: where its entries come from."""

    name: BankName
    model: type[SchoolStrategy] | type[SchoolStem]
    shipped: Callable[[], Iterable[Entry]]


BANKS = {
    BankName.STRATEGIES: Bank(BankName.STRATEGIES, SchoolStrategy, banks.strategies),
    BankName.STEMS: Bank(BankName.STEMS, SchoolStem, banks.outcome_stems),
}


def code_of(row: SchoolStrategy | SchoolStem) -> str:
    """Under which code plans note a school's own entry."""
    return f"{OWN}{row.pk.hex}"


def as_entry(row: SchoolStrategy | SchoolStem) -> OwnEntry:
    """A school's row in the shape of an entry; one for no particular age is for all."""
    own = {name: getattr(row, name, "") for name in ("why", "measure", "baseline")}
    return OwnEntry(
        code=code_of(row), text=row.text, plain=row.plain, area=BroadArea(row.area), needs=tuple(row.needs),
        ages=tuple(age for age in Age.values if not row.ages or age in row.ages),
        ordinary=getattr(row, "ordinary", False), row=row, **own,
    )  # fmt: skip


def whole_bank(membership, name: str) -> list[Listed]:
    """Every entry of one bank: the school's own first, then the shipped ones in their order. Two queries, without uses."""
    bank = BANKS[BankName(name)]
    rows = bank.model.objects.visible_to(membership).select_related("saved_by")
    hidden = HiddenEntry.objects.visible_to(membership).filter(bank=name, hidden=True)
    codes = set(hidden.values_list("code", flat=True))
    own = [Listed(as_entry(row), out="retired" if row.retired_at else "") for row in rows]
    return own + [Listed(each, out="hidden" if each.code in codes else "") for each in bank.shipped()]


def offered(membership, name: str) -> dict[str, Listed]:
    """Code → entry, of those that can be picked."""
    return {one.entry.code: one for one in whole_bank(membership, name) if not one.out}


def bank_with_uses(membership, name: str) -> list[Listed]:
    """Every entry with how it is used. Four queries, whatever the bank and the plans hold."""
    uses = uses_of(membership, name)
    return [
        Listed(one.entry, uses.get(one.entry.code, Use()), one.out) for one in whole_bank(membership, name)
    ]


def sift(
    bank: Iterable[Listed],
    *,
    words="",
    area="",
    need="",
    age="",
    ordinary=None,
    adult_life="",
    out=False,
    needs=(),
) -> list[Listed]:
    """Entries that fit what is asked, those closest to the need first, then those that are used most.

    `needs` ranks by several types of need of one pupil, the primary one first; `need` by one. `out`: those that are not offered.
    """
    asked = {
        one.entry: one
        for one in bank
        if bool(one.out) == out
        and (ordinary is None or one.is_ordinary == ordinary)
        and (not adult_life or getattr(one.entry, "adult_life", None) == adult_life)
    }
    most_used = sorted(asked, key=lambda entry: -asked[entry].use.plans)
    found = find(most_used, words=words, area=area, need=need, age=age or None)
    if needs and not need:
        found = sorted(found, key=lambda entry: closeness(entry, needs))
    return [asked[entry] for entry in found]


def search_bank(membership, name: str, **question) -> list[Listed]:
    """The entries of one bank that fit a question as `sift` takes it."""
    return sift(bank_with_uses(membership, name), **question)


def closeness(entry: Entry, needs: Iterable[str]) -> tuple[int, int]:
    """How close an entry comes to any of a pupil's needs, the least first; among equals the need of lower rank comes later."""
    return min((fit(entry, need), place) for place, need in enumerate(needs))
