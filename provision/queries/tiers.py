"""What a school calls the four tiers of provision: "Wave 1" here, "Universal" there. No law fixes the words, so each school may."""

from provision.map_choices import Tier
from provision.queries.settings import settings_of


def tier_names(school) -> dict[str, str]:
    """Tier → its name at this school; the name of the vocabulary where the school has said nothing. One query."""
    own = settings_of(school).tier_names
    own = [*own, *[""] * len(Tier)][: len(Tier)]
    return {tier.value: word or str(tier.label) for tier, word in zip(Tier, own, strict=True)}
