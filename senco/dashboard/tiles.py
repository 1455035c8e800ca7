"""The tiles on top of the office's page: a number, what it counts, and the list of exactly those."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from register.choices import ConcernState
from register.queries.due import Due
from senco.dashboard.queries.office import INVITATION, Today


@dataclass(frozen=True)
class Tile:
    """`state` colours the number: "bad" for what is late, "warn" for what somebody outside the office waits for."""

    count: int
    label: str
    url: str
    state: str = ""


def tiles_of(today: Today, steps: list[Due]) -> list[Tile]:
    """In the order in which the work goes; a zero stays, so that each number has its place."""
    concerns, register = reverse("register:concerns"), reverse("register:register")
    late = sum(step.late for step in steps)
    new = len(today.in_state(ConcernState.NEW))
    decided = len(today.in_state(ConcernState.DECIDED))
    look, tell = len(today.to_look_at_again), len(today.with_parents_to_tell)
    gathering = len(today.in_state(ConcernState.GATHERING))
    invitations = len(today.of_kind(INVITATION))
    return [
        Tile(late, ngettext("is late", "are late", late), f"{reverse('dashboard:to_do')}?late=on", "bad"),
        Tile(new, ngettext("new concern", "new concerns", new), f"{concerns}?state=new"),
        Tile(
            gathering,
            ngettext("concern with views asked", "concerns with views asked", gathering),
            f"{concerns}?state=gathering",
        ),
        Tile(
            decided,
            ngettext("decision to tell", "decisions to tell", decided),
            f"{concerns}?state=decided",
            "warn",
        ),
        Tile(
            look,
            ngettext("watched pupil to look at", "watched pupils to look at", look),
            f"{reverse('register:monitoring')}?due=soon",
        ),
        Tile(
            tell,
            ngettext("parent to tell of SEN", "parents to tell of SEN", tell),
            f"{register}?due=tell_parent",
            "warn",
        ),
        Tile(
            invitations,
            ngettext("invitation runs out", "invitations run out", invitations),
            f"{reverse('register:people_kind', args=['everybody'])}?due=soon",
        ),
    ]
