"""The digest of one class as somebody may see it. A fixed number of queries, whatever the class."""

import datetime

from provision.choices import ItemKind, PlanState
from provision.letters.digest import Digest, NamedAlert, PlanLink, PlanWords, PupilChanges, PupilEntry, Shared
from provision.models import Plan, PlanItem, ProfileVersion
from provision.queries.changes import changes_of, is_unread, readings
from provision.queries.profiles import facts_of
from provision.queries.shared import grouped, is_shared, ordinary_codes, should_be_ordinary
from provision.queries.teaching import pupils_in

TO_DO = (ItemKind.STRATEGY, ItemKind.ADJUSTMENT)
USED = (ItemKind.RESOURCE, ItemKind.ICT)


def digest_of(group, membership, on: datetime.date, *, unread_by=None) -> Digest:
    """`unread_by`: whose unread changes stand in it; without it nobody's do."""
    pupils = list(pupils_in(group, membership).select_related("key_adult"))
    names = {pupil.pk: pupil.name for pupil in pupils}
    plans = plans_in_force(names, membership)
    items = items_of(plans, names, membership)
    ordinary = ordinary_codes({each.bank for each in items[ItemKind.STRATEGY] if each.bank}, membership)
    shared = grouped([each for kind in TO_DO for each in items[kind]], len(pupils), ordinary)
    facts = facts_of(pupils, membership, on)
    entries = [
        entry for entry in entries_of(pupils, membership, facts, plans, items, shared) if entry.says_something
    ]
    return Digest(
        group=group.name, subject=group.subject, on=on, total=len(pupils),
        alerts=named_alerts(names, facts),
        shared=tuple(one for one in shared if is_shared(one) and not one.ordinary),
        ordinary=tuple(one for one in shared if one.ordinary),
        access=tuple(grouped(items[ItemKind.ACCESS], len(pupils))),
        entries=tuple(entries), others=len(pupils) - len(entries),
        prompts=tuple(one for one in shared if should_be_ordinary(one)),
        changes=unread_changes(names, membership, unread_by) if unread_by else (),
    )  # fmt: skip


def plans_in_force(names: dict, membership) -> dict:
    """Plan's key → plan."""
    found = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE).filter(pupil__in=names)
    return {plan.pk: plan for plan in found.order_by("starts", "pk")}


def items_of(plans: dict, names: dict, membership) -> dict:
    """Kind of item → wordings, by pupil in the order of the class."""
    found: dict = {kind: [] for kind in ItemKind}
    place = {key: number for number, key in enumerate(names)}
    items = PlanItem.objects.visible_to(membership).kept().filter(plan__in=plans)
    for item in sorted(items, key=lambda item: (place[item.pupil_id], item.position, item.pk)):
        found[ItemKind(item.kind)].append(
            PlanWords(item.pupil_id, names[item.pupil_id], item.text, item.bank)
        )
    return found


def named_alerts(names: dict, facts: dict) -> tuple[NamedAlert, ...]:
    return tuple(NamedAlert(key, name, alert) for key, name in names.items() for alert in facts[key].alerts)


def entries_of(pupils, membership, facts: dict, plans: dict, items: dict, shared: list[Shared]):
    """One entry a pupil, in the order of the class."""
    published = (
        ProfileVersion.objects.visible_to(membership).standing().filter(pupil__in=[p.pk for p in pupils])
    )
    profiles = set(published.values_list("pupil_id", flat=True))
    for pupil in pupils:
        in_class = [each for each in shared if pupil.pk in each.keys]
        yield PupilEntry(
            key=pupil.pk, name=pupil.name, status=facts[pupil.pk].status, needs=facts[pupil.pk].needs,
            own=tuple(each.text for each in in_class if not is_shared(each) and not each.ordinary),
            shared=sum(is_shared(each) or each.ordinary for each in in_class),
            access=texts_of(items[ItemKind.ACCESS], pupil),
            uses=tuple(text for kind in USED for text in texts_of(items[kind], pupil)),
            plans=tuple(PlanLink(p.pk, p.title, p.review_on) for p in plans.values() if p.pupil_id == pupil.pk),
            has_profile=pupil.pk in profiles,
        )  # fmt: skip


def texts_of(wordings: list[PlanWords], pupil) -> tuple[str, ...]:
    """Each thing once: a pupil may have two plans."""
    return tuple(dict.fromkeys(each.text for each in wordings if each.who == pupil.pk))


def unread_changes(names: dict, membership, who) -> tuple[PupilChanges, ...]:
    """Pupils about whom this colleague has something to read, in the order of the class."""
    read, changes = (
        readings(membership, list(names), of=who),
        changes_of(list(names), membership, compared=True),
    )
    unread = {key: [one for one in found if is_unread(one, who.pk, read)] for key, found in changes.items()}
    return tuple(PupilChanges(key, names[key], tuple(unread[key])) for key in names if unread.get(key))
