"""People's names in a sentence: so that "Will Regular" is nobody's vague word, and nobody else's name is left in a plan."""

from collections.abc import Collection, Iterable

from provision.plan_check.shape import CheckedPlan
from provision.plan_check.wording import TITLES, Match, Phrases, Said, pieces


def name_parts(names: Collection[str]) -> frozenset[str]:
    """Every part of every name, in small letters."""
    return frozenset(part for name in names for part in pieces(name).words)


def known_names(plan: CheckedPlan) -> frozenset[str]:
    """Parts of the names of everybody who belongs in the plan: the pupil, and the adults named in it."""
    adults = [outcome.adult for outcome in plan.outcomes] + [provision.who for provision in plan.provisions]
    titled = [part for adult in adults for part in titled_parts(pieces(adult))]
    return name_parts(plan.pupil_names) | name_parts(plan.staff_names) | frozenset(titled)


def titled_parts(said: Said) -> list[str]:
    """ "ward" of "Ms Ward"."""
    return [said.words[place] for place in range(1, len(said.words)) if follows_title(said, place)]


def follows_title(said: Said, place: int) -> bool:
    return place > 0 and said.words[place - 1] in TITLES and said.is_capital(place)


def unless(
    found: Iterable[Match], said: Said, names: frozenset[str], harmless: Phrases | None = None
) -> list[Match]:
    """The matches of one sentence that touch neither a name nor a phrase in which the word means something else."""
    matches = list(found)
    spared = places_of_names(said, names) if matches else set()
    if matches and harmless:
        spared |= harmless.places(said)
    return [match for match in matches if not match.touches(spared)]


def places_of_names(said: Said, names: frozenset[str]) -> set[int]:
    """The places of words that are names: known ones with a capital, and whatever follows "Mr" or "Ms".

    At the start of a sentence, where every word has a capital, a name counts only before another name: with a Ms Regular in
    the school "Regular breaks" is still vague.
    """
    known = [
        word.removesuffix("'s") in names and said.is_capital(place) for place, word in enumerate(said.words)
    ]
    titled = {place for place in range(1, len(known)) if follows_title(said, place)}
    return titled | {
        place
        for place, is_known in enumerate(known)
        if is_known and (not said.opens(place) or any(known[place + 1 : place + 2]))
    }
