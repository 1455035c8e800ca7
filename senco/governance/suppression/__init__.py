"""Counts for governors from which no child can be worked out.

    from senco.governance.suppression.protect import protect_tables

    protected = protect_tables([by_year, by_area, by_sex], threshold=5, earlier=[autumn_release])
    protected.tables[0].cells[0][0].shown_as     # "12", "fewer than 6", "–"
    protected.audit.safe                         # True, or nothing is shown at all

The promise, for every figure that is hidden, against a reader who knows all published figures of the set, all
margins, the meaning of the marks and this code:

* at least FEWEST_VALUES counts are possible for it;
* from the figures alone it cannot be shown to lie between 1 and the threshold;
* no group is shown to be all in one category (100 %, and 0 % for the others), whatever its size.

Not covered: a reader who knows some of the pupils, and totals that can be looked up elsewhere. Build tables
over pupils on the register, not over the whole roll, and give averages and costs of large groups only.

`protect` and `attack` compute with a large library, which takes longer to load than most of this system; whoever calls them
loads them there and then.
"""

from senco.governance.suppression.published import (
    FEWEST_VALUES,
    Audit,
    Figure,
    Leak,
    Mark,
    ProtectedSet,
    ProtectedTable,
    percentage,
)
from senco.governance.suppression.tables import Table, Variable, join

__all__ = [
    "FEWEST_VALUES",
    "Audit",
    "Figure",
    "Leak",
    "Mark",
    "ProtectedSet",
    "ProtectedTable",
    "Table",
    "Variable",
    "join",
    "percentage",
]
