"""What has changed for those who teach some pupils, and what of it a colleague has not confirmed to have read.

What stands now (the plan in force, alerts, the published profile) is a change until it was read, however long it has stood: whoever
takes over a class in September has all of it to read. What is over, and a new status, is told for RECENT.
"""

import datetime
from collections.abc import Iterable
from itertools import chain

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.choices import Audience, ChangeKind, ItemKind, PlanState, StepKind
from provision.letters.digest import Change
from provision.models import (
    DigestReading,
    Plan,
    PlanItem,
    PlanStep,
    PlanVersion,
    ProfileReading,
    ProfileVersion,
    PupilAlert,
)
from register.models import SenStatus

RECENT = datetime.timedelta(days=60)
MADE_FORCE = (StepKind.IN_FORCE, StepKind.UPDATED)
TOLD_ITEMS = (ItemKind.STRATEGY, ItemKind.ADJUSTMENT, ItemKind.ACCESS)


def changes_of(pupils, membership, *, compared: bool = False) -> dict:
    """Pupil's key → changes, the newest first. `pupils` are keys or a queryset. A fixed number of queries.

    `compared` says what is different in a plan from the one before, for which every frozen text of these pupils is read.
    """
    asked = (
        changes_of_plans(pupils, membership, compared=compared),
        changes_of_alerts(pupils, membership),
        changes_of_profiles(pupils, membership),
        changes_of_status(pupils, membership),
    )
    found: dict = {}
    for change in chain.from_iterable(asked):
        found.setdefault(change.pupil_id, []).append(change)
    return {
        key: sorted(each, key=lambda one: (one.at, one.mark), reverse=True) for key, each in found.items()
    }


def change(kind: str, row, *, state: str = "", at, by_id, what: str, details=(), url: str = "") -> Change:
    name = str(ChangeKind(kind).label)
    return Change(kind, name, row.pk, state, row.pupil_id, at, by_id, what, tuple(details), url)


# Plans -------------------------------------------------------------------------------------------------------------------


def changes_of_plans(pupils, membership, *, compared: bool) -> Iterable[Change]:
    """Plans in force, what was changed in them since, and plans that lately ceased to be."""
    plans = Plan.objects.visible_to(membership).filter(pupil__in=pupils).with_state()
    kept = {plan.pk: plan for plan in plans.exclude(state=PlanState.DRAFT)}
    steps = last_steps(kept, membership)
    in_force = {key: plan for key, plan in kept.items() if plan.state == PlanState.IN_FORCE and key in steps}
    differences = differences_of(in_force, steps, membership) if compared else {}
    for key, plan in in_force.items():
        step = steps[key]
        what = _("%(title)s is in force") if step.kind == StepKind.IN_FORCE else _("%(title)s was changed")
        yield change(
            ChangeKind.PLAN, step, at=step.at, by_id=step.by_id, what=what % {"title": plan.title},
            details=differences.get(key, ()), url=plan.get_absolute_url(),
        )  # fmt: skip
    yield from ended_plans(kept, steps)
    yield from changes_of_items(in_force, steps, membership)


def last_steps(plans: dict, membership) -> dict:
    """Plan's key → the step that put it in force or changed it last."""
    steps = PlanStep.objects.visible_to(membership).filter(
        plan__in=plans, kind__in=MADE_FORCE, withdrawn_at__isnull=True
    )
    return {step.plan_id: step for step in steps.order_by("at", "pk")}


def ended_plans(plans: dict, steps: dict) -> Iterable[Change]:
    """Plans that were in force and were reviewed or archived lately, said of their last step in force."""
    since = timezone.now() - RECENT
    for key, plan in plans.items():
        if (
            key in steps
            and plan.state in (PlanState.REVIEWED, PlanState.ARCHIVED)
            and plan.state_since > since
        ):
            yield change(
                ChangeKind.PLAN, steps[key], state=plan.state, at=plan.state_since, by_id=None,
                what=_("%(title)s is no longer in force") % {"title": plan.title}, url=plan.get_absolute_url(),
            )  # fmt: skip


def changes_of_items(plans: dict, steps: dict, membership) -> Iterable[Change]:
    """Strategies that were written, changed or removed after the plan was put in force or shared last."""
    items = PlanItem.objects.visible_to(membership).filter(plan__in=plans, kind__in=TOLD_ITEMS)
    for item in items.order_by("saved_at", "pk"):
        if item.saved_at <= steps[item.plan_id].at:
            continue
        what = _("No longer: %(text)s") if item.removed_at else _("New or changed: %(text)s")
        yield change(
            ChangeKind.STRATEGY, item, state=str(item.version), at=item.saved_at, by_id=item.saved_by_id,
            what=what % {"text": item.text}, url=plans[item.plan_id].get_absolute_url(),
        )  # fmt: skip


def differences_of(plans: dict, steps: dict, membership) -> dict:
    """Plan's key → what it asks for that the version in force before it did not, and the other way round."""
    frozen = (
        PlanVersion.objects.visible_to(membership)
        .standing()
        .filter(
            audience=Audience.STAFF, kind__in=MADE_FORCE, pupil__in={plan.pupil_id for plan in plans.values()}
        )
    )
    lines: dict = {}
    for version in frozen.select_related("plan").order_by("at", "pk"):
        lines.setdefault((version.pupil_id, version.plan.plan_type), []).append(version)
    return {
        key: difference(lines.get((plan.pupil_id, plan.plan_type), ()), steps[key])
        for key, plan in plans.items()
    }


def difference(versions: Iterable[PlanVersion], step: PlanStep) -> tuple[str, ...]:
    """In words, between the version that this step froze and the one before it; nothing for the first plan of its kind."""
    before = None
    for version in versions:
        if version.step_id == step.pk:
            return () if before is None else words_of(texts_in(before), texts_in(version))
        before = version
    return ()


def texts_in(version: PlanVersion) -> list[str]:
    """What a frozen plan asks of every teacher, in its order."""
    sections = version.content.get("sections", ())
    kinds = {str(ItemKind(kind).label) for kind in TOLD_ITEMS}
    return [
        item["text"] for section in sections for item in section.get("items", ()) if item["kind"] in kinds
    ]


def words_of(before: list[str], after: list[str]) -> tuple[str, ...]:
    new = [_("New: %(text)s") % {"text": text} for text in after if text not in before]
    gone = [_("No longer: %(text)s") % {"text": text} for text in before if text not in after]
    return (*new, *gone)


# Alerts, profiles, status ------------------------------------------------------------------------------------------------


def changes_of_alerts(pupils, membership) -> Iterable[Change]:
    """Alerts that hold, and those that ended lately."""
    today = timezone.localdate()
    alerts = PupilAlert.objects.visible_to(membership).filter(pupil__in=pupils, starts__lte=today)
    for alert in alerts.filter(Q(ends__isnull=True) | Q(ends__gt=today - RECENT)).order_by("saved_at", "pk"):
        over = not alert.holds(today)
        what = _("No longer: %(text)s") if over else "%(text)s"
        yield change(
            ChangeKind.ALERT, alert, state=f"{alert.version}-over" if over else str(alert.version), at=alert.saved_at,
            by_id=alert.saved_by_id, what=what % {"text": alert.text},
            details=[alert.what_to_do] if alert.what_to_do and not over else [],
        )  # fmt: skip


def changes_of_profiles(pupils, membership) -> Iterable[Change]:
    for version in ProfileVersion.objects.visible_to(membership).standing().filter(pupil__in=pupils):
        yield change(
            ChangeKind.PROFILE, version, at=version.at, by_id=version.by_id,
            what=_("%(word)s, version %(number)d") % {"word": version.title, "number": version.number},
            url=reverse("provision:pupil_profile", args=[version.pupil_id]),
        )  # fmt: skip


def changes_of_status(pupils, membership) -> Iterable[Change]:
    """A status that was recorded lately, of pupils who had another one before."""
    since = timezone.now() - RECENT
    found = SenStatus.objects.visible_to(membership).current().filter(pupil__in=pupils, created_at__gt=since)
    for status in found:
        words = {"status": str(status), "day": date_format(status.starts)}
        yield change(
            ChangeKind.STATUS, status, state=f"{status.provision}-{status.starts}", at=status.created_at,
            by_id=status.decided_by_id, what=_("%(status)s since %(day)s") % words,
            url=reverse("register:pupil", args=[status.pupil_id]),
        )  # fmt: skip


# What was read ------------------------------------------------------------------------------------------------------------


def readings(membership, pupils, *, of=None) -> set[tuple]:
    """(key of a colleague, key of a change) that were confirmed about these pupils; `of` narrows to one colleague. Two queries."""
    changes, profiles = (
        model.objects.visible_to(membership).filter(pupil__in=pupils)
        for model in (DigestReading, ProfileReading)
    )
    if of is not None:
        changes, profiles = changes.filter(membership=of), profiles.filter(membership=of)
    found = {
        (who, (kind, source, state))
        for who, kind, source, state in changes.order_by("pk").values_list(
            "membership_id", "kind", "source", "state"
        )
    }
    read = (
        profiles.filter(version__withdrawn_at__isnull=True)
        .order_by("pk")
        .values_list("membership_id", "version_id")
    )
    return found | {(who, (ChangeKind.PROFILE.value, version, "")) for who, version in read}


def is_unread(one: Change, who, read: set[tuple]) -> bool:
    """Nobody confirms what they wrote themselves."""
    return one.by_id != who and (who, one.key) not in read
