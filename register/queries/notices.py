"""The words proposed for telling people what was decided on a concern."""

from django.utils.translation import gettext as _

from register.choices import ON_REGISTER, Decision, ParentTold, SenProvision
from register.letters import DecisionNotice, Words
from register.models import Concern, PupilAccess, SenStatus
from senco.accounts.models import Membership
from senco.accounts.roles import Role

ALWAYS_TOLD = frozenset({Decision.START_SUPPORT, Decision.MONITOR, Decision.REFER, Decision.CONSIDER_EHC})
RAISER, PARENTS = "raiser", "parents"


def raised_by_a_parent(concern: Concern) -> bool:
    return concern.raised_by.role == Role.PARENT


def raised_from_home(concern: Concern) -> bool:
    """Whether whoever raised it is of the pupil's family, in the role they raised it in or in another."""
    if raised_by_a_parent(concern):
        return True
    same_person = Membership.objects.filter(
        user_id=concern.raised_by.user_id, user__isnull=False, role=Role.PARENT
    )
    return PupilAccess.objects.filter(membership__in=same_person, content_object=concern.pupil_id).exists()


def proposed_words(concern: Concern, decision: str, by) -> Words:
    """Messages for both readers. A parent who raised the concern is written to in the words for parents.

    A safeguarding matter is no family's to read here: a parent may be whom it is about.
    """
    if decision == Decision.SAFEGUARDING and raised_from_home(concern):
        return Words()
    from_parent = raised_by_a_parent(concern)
    to_raiser = notice(concern, decision, by, reader=PARENTS if from_parent else RAISER, thanked=from_parent)
    if decision == Decision.SAFEGUARDING:
        return Words(to_raiser.text())
    return Words(to_raiser.text(), notice(concern, decision, by, reader=PARENTS, thanked=False).text())


def status_of(pupil) -> str:
    """The pupil's SEN status today; empty where none was ever recorded."""
    current = SenStatus.objects.current().filter(pupil=pupil)
    return current.values_list("provision", flat=True).first() or ""


def offered(status: str) -> list[tuple[str, str]]:
    """The decisions that make sense for a pupil of this status, in the words of that status."""
    left_out = {Decision.START_SUPPORT} if status in ON_REGISTER else set()
    if status in (SenProvision.EHC_PLAN, SenProvision.STATEMENT):
        left_out.add(Decision.CONSIDER_EHC)
    return [(each.value, words_for(each, status)) for each in Decision if each not in left_out]


def words_for(decision: str, status: str) -> str:
    """What a decision is called. No decision takes a pupil off the register: that is done by "Change status" alone."""
    if decision == Decision.NOT_SEN and status in ON_REGISTER:
        return _("No new need found; the present support goes on")
    return str(Decision(decision).label)


def notice(concern: Concern, decision: str, by, *, reader: str, thanked: bool) -> DecisionNotice:
    """The facts a message may use, and no others."""
    school = by.school
    return DecisionNotice(
        reader=reader, decision=decision, child=concern.pupil.forename, senco=by.name, school=school.name,
        phone=school.phone or _("[the school's telephone number]"),
        safeguarding_name=school.safeguarding_name or _("[the safeguarding lead's name]"),
        safeguarding_phone=school.safeguarding_phone or _("[the safeguarding lead's telephone number]"), thanked=thanked,
        supported=status_of(concern.pupil) in ON_REGISTER,
    )  # fmt: skip


def tell_parents_at_first(concern: Concern, decision: str) -> bool:
    """Whether "tell the parents" is ticked to begin with.

    Always where something starts for the child; else only where they know of the concern, and never a second time
    where one of them raised it.
    """
    if raised_by_a_parent(concern):
        return decision == Decision.START_SUPPORT
    return decision in ALWAYS_TOLD or (
        decision != Decision.SAFEGUARDING and concern.parent_told != ParentTold.NOT_YET
    )
