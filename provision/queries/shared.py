"""What several pupils of a class need: counted by the bank's entry, or by the same words."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from provision import banks
from provision.letters.digest import PlanWords, Shared
from provision.models import SchoolStrategy
from provision.queries.banks import code_of

SHARED_FROM = 2  # pupils
# So many pupils of one class needing the same is a question to the whole class's teaching (SEND Code 2015, 6.37: high quality
# teaching first), and the SENCO is asked to think about it. Both must hold.
ORDINARY_FROM = 4  # pupils
ORDINARY_SHARE = Fraction(1, 4)  # of the class


def ordinary_codes(codes: Iterable[str], membership) -> frozenset[str]:
    """Which of these entries are good practice for a whole class: shipped ones, and those that the school marked so. One query."""
    own = SchoolStrategy.objects.visible_to(membership).filter(ordinary=True)
    shipped = {each.code for each in banks.strategies() if each.ordinary}
    return frozenset(codes) & (shipped | {code_of(row) for row in own})


def grouped(
    wordings: Iterable[PlanWords], total: int, ordinary: frozenset[str] = frozenset()
) -> list[Shared]:
    """Each thing once, the most needed first, in the words most plans use for it; `total` is the size of the class."""
    wordings = list(wordings)
    codes = {folded(each.text): each.bank for each in wordings if each.bank}
    groups: dict = {}
    for each in wordings:
        code = each.bank or codes.get(folded(each.text), "")
        groups.setdefault(code or folded(each.text), []).append(each)
    found = [shared_by(group, total, ordinary=key in ordinary) for key, group in groups.items()]
    return sorted(found, key=lambda one: (-one.count, one.text.casefold()))


def folded(text: str) -> str:
    """Words apart from capitals, spaces and the full stop at the end."""
    return " ".join(text.split()).rstrip(".!;, ").casefold()


def usual_words(group: list[PlanWords]) -> str:
    counted = Counter(each.text.strip() for each in group)
    return min(counted, key=lambda text: (-counted[text], text))


def shared_by(group: list[PlanWords], total: int, *, ordinary: bool) -> Shared:
    """Everybody once, in the order in which they came."""
    people = {each.who: each.name for each in group}
    return Shared(usual_words(group), tuple(people.values()), tuple(people), total, ordinary)


def is_shared(one: Shared) -> bool:
    return one.count >= SHARED_FROM


def should_be_ordinary(one: Shared) -> bool:
    """Whether the SENCO is asked to make this the practice for the whole class."""
    return not one.ordinary and one.count >= ORDINARY_FROM and one.count >= one.total * ORDINARY_SHARE
