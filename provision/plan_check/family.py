"""How hard a plan is to read for its family, as a whole."""

from provision.plan_check.passages import Reading
from provision.plan_check.shape import CheckedPlan
from senco.core.plain_language import Readability, measure


def family_text(plan: CheckedPlan) -> Readability:
    """What is counted in all that the family reads and the school has written: plain words where there are some.

    An estimate, as everything of `senco.core.plain_language`: short entries of a list count as sentences.
    """
    reading = Reading(plan)
    return measure("\n".join(passage.text for passage in reading.for_parents), reading.names)
