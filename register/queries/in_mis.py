"""What the school's own MIS said last of each pupil's SEN."""

from typing import NamedTuple

from register.models import SenInMis


class Statement(NamedTuple):
    """Status (N, K or E) and codes of open needs by rank; None where a file does not speak of them."""

    provision: str | None = None
    needs: list[str] | None = None
    said_on: object = None
    source: str = ""

    def adds_to(self, before: "Statement | None") -> bool:
        """Whether this says anything that was not said before."""
        before = before or Statement()
        return any(
            new is not None and new != old
            for new, old in ((self.provision, before.provision), (self.needs, before.needs))
        )


def last_statements(school) -> dict[str, Statement]:
    """By pupil: the last status and the last needs that any file in force stated, with the day and source of the later of the two."""
    rows = SenInMis.objects.filter(school=school).order_by("said_on", "pk")
    found: dict[str, Statement] = {}
    for key, provision, needs, said_on, source in rows.values_list(
        "pupil_id", "provision", "needs", "said_on", "source"
    ):
        before = found.get(str(key), Statement())
        found[str(key)] = Statement(
            provision or before.provision, before.needs if needs is None else needs, said_on, source
        )
    return found
