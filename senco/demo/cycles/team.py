"""The adults around one pupil, as a plan names them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.demo.children import Child
from senco.demo.words.plans import Thread

SENCO_LEADS = {"E": 0.65, "K": 0.2}
SIGN_IN_LEADS = 0.5  # share of the plans of the teacher's pupils
LEAD_SEES = 0.35  # share of outcomes


@dataclass
class Team:
    """`lead` sees to the plan; `helper` is the assistant who gives provision and asks the pupil. All are live members of staff."""

    rng: Random
    senco: Membership
    lead: Membership
    helper: Membership
    teachers: list[Membership]
    assistants: list[Membership]
    giving: dict[str, Membership | None] = field(default_factory=dict)  # by the code of a thread
    seeing: dict[str, Membership | None] = field(default_factory=dict)

    def gives(self, thread: Thread) -> Membership | None:
        """Whoever gives a thread's provision, the same from plan to plan; None for somebody from outside."""
        if thread.code not in self.giving:
            who = thread.session.by
            choices = {"ta": self.assistants, "teacher": self.teachers, "senco": [self.senco]}.get(who)
            self.giving[thread.code] = self.rng.choice(choices) if choices else None
        return self.giving[thread.code]

    def sees_to(self, thread: Thread) -> Membership | None:
        """Whoever sees to a thread's outcome: the plan's lead, or whoever gives the provision."""
        if thread.code not in self.seeing:
            by_lead = self.rng.random() < LEAD_SEES
            self.seeing[thread.code] = self.lead if by_lead else self.gives(thread)
        return self.seeing[thread.code]


def team_of(
    rng: Random,
    child: Child,
    around: Iterable[Membership],
    staff: list[Membership],
    known: set,
    *,
    in_writing: bool,
) -> Team:
    """From those who teach and support the pupil; where nobody does, from all of the staff.

    `known` are keys of sign-ins: of the plans `in_writing` today, those of the teacher's pupils are the teacher's to write.
    """
    senco = next(member for member in staff if member.role == Role.SENCO)
    teachers = of_role(around, Role.TEACHER) or rng.sample(of_role(staff, Role.TEACHER), 1)
    assistants = of_role(around, Role.TA) or rng.sample(of_role(staff, Role.TA), 1)
    signs_in = next((teacher for teacher in teachers if teacher.pk in known), None)
    if signs_in and (in_writing or rng.random() < SIGN_IN_LEADS):
        lead = signs_in
    else:
        lead = senco if rng.random() < SENCO_LEADS.get(child.status, 0.2) else rng.choice(teachers)
    key_adult = child.pupil.key_adult
    helper = key_adult if key_adult and key_adult.role == Role.TA else rng.choice(assistants)
    return Team(rng, senco, lead, helper, teachers, assistants)


def of_role(members: Iterable[Membership], role: Role) -> list[Membership]:
    return [member for member in members if member.role == role]
