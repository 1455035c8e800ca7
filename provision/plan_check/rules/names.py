"""Names that do not belong in this plan: another pupil's, or that of the pupil whose plan was cloned."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.data.names import DATES_AND_PLACES, NOT_PUPILS, WORDS
from provision.plan_check.passages import Reading
from provision.plan_check.people import follows_title, name_parts
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.wording import Said, pieces
from senco.core.plain_language import listed

ACTS = listed(
    """can could will would should is was has had needs likes loves finds does did may must wants enjoys uses helps plays works reads writes
    asks knows struggles sits talks plays cannot can't doesn't isn't"""
)

BEFORE_DATES = listed(
    "in by until till since from during to before after of this next last early late mid end through"
)


def forenames(names: Collection[str], *, without: frozenset[str]) -> dict[str, frozenset[str]]:
    """Surnames by forename, in small letters; names that also belong to somebody of this plan are left out."""
    found: dict[str, frozenset[str]] = {}
    for name in names:
        first, *rest = pieces(name).words or ("",)
        if first and first not in without:
            found[first] = found.get(first, frozenset()) | frozenset(rest)
    return found


def names_in(said: Said, wanted: dict[str, frozenset[str]]) -> Iterator[str]:
    """The wanted names in a sentence as they stand, with the surname where it follows."""
    for place, word in enumerate(said.words):
        first = word.removesuffix("'s")
        if first not in wanted or not said.quote(place, place)[0].isupper() or follows_title(said, place):
            continue
        if place and said.words[place - 1] in NOT_PUPILS:
            continue
        following = said.words[place + 1].removesuffix("'s") if place + 1 < len(said.words) else ""
        if following and following in wanted[first]:
            yield said.quote(place, place + 1)
        elif is_a_name(said, place, first) and not is_somebody_else(said, place):
            yield said.quote(place, place)


def is_a_name(said: Said, place: int, word: str) -> bool:
    """Whether "Will", "May" or "Grace" is meant as a name, going by its place and the word behind it."""
    acts = said.quote(place, place) != word.capitalize() or not ACTS.isdisjoint(
        said.words[place + 1 : place + 2]
    )
    if word in DATES_AND_PLACES:
        return acts and (place == 0 or said.words[place - 1] not in BEFORE_DATES)
    return word not in WORDS or acts or said.is_title(place)


def is_somebody_else(said: Said, place: int) -> bool:
    """Whether another name follows: "Harry Potter" is not the Harry of this class."""
    return place + 1 < len(said.words) and said.is_title(place + 1) and said.gap(place + 1) == " "


def another_pupil(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    belonging = reading.names | name_parts(reading.plan.copied_from)
    yield from remarks(
        reading,
        forenames(reading.plan.other_pupils, without=belonging),
        _("“%(name)s” may be another pupil."),
        _(
            "Leave other children’s names out: this plan is shared and kept for years. Write “a friend” or “another pupil”."
        ),
    )


def wrong_name(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    yield from remarks(
        reading,
        forenames(reading.plan.copied_from, without=reading.names),
        _("“%(name)s” is the pupil this plan was copied from."),
        _("Check the whole sentence: is it true of this pupil?"),
    )


def remarks(
    reading: Reading, wanted: dict[str, frozenset[str]], message: str, advice: str
) -> Iterator[Remark]:
    if not wanted:
        return
    for passage in reading.passages:
        for said in reading.sentences(passage, quotations=True):
            for name in names_in(said, wanted):
                yield Remark(passage.key, passage.field, message % {"name": name}, advice, name)


RULES = (
    Rule(
        "another_pupil",
        gettext_lazy("Another pupil’s name"),
        gettext_lazy(
            "Parents read about their own child only; another child’s name in the plan is a disclosure."
        ),
        another_pupil,
        gettext_lazy("UK GDPR, article 5(1)(c): no more personal data than needed"),
    ),
    Rule(
        "wrong_name",
        gettext_lazy("The name of the pupil it was copied from"),
        gettext_lazy("A cloned plan with another child’s name in it is the mistake parents never forget."),
        wrong_name,
    ),
)
