"""What families and professionals read: frozen versions, in the order in which a parent asks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import IntegerField, OuterRef, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, JSONObject, NullIf
from django.utils.dateparse import parse_datetime

from provision.choices import Audience, StepKind
from provision.letters.plan import PaperOutcome, PaperSection, PlanPaper, Source
from provision.models import PlanResponse, PlanVersion


@dataclass(frozen=True)
class WhatWeDo:
    """One thing that somebody at school does."""

    text: str
    who: str = ""
    often: str = ""
    starts: object = None
    ends: object = None
    source: Source = Source()


@dataclass(frozen=True)
class FamilyPlan:
    """A version in a parent's order: what we hope for, what we will do, and the rest section by section.

    `over`: it froze the review, so that nothing of it is still to come.
    """

    paper: PlanPaper
    aims: tuple[PaperOutcome, ...]
    actions: tuple[WhatWeDo, ...]
    others: tuple[PaperSection, ...]
    over: bool = False


@dataclass(frozen=True)
class Shelf:
    """`current`: the newest version of the newest plan of each kind. `earlier`: all before those, newest first."""

    current: list[PlanVersion]
    earlier: list[PlanVersion]


def family_plan(paper: PlanPaper, *, over: bool = False) -> FamilyPlan:
    """A paper for the family, sorted for reading at home."""
    return FamilyPlan(
        paper=paper,
        aims=tuple(outcome for section in paper.sections for outcome in section.outcomes),
        actions=tuple(action for section in paper.sections for action in actions_in(section)),
        others=tuple(rest for rest in map(without_aims_and_actions, paper.sections) if not rest.is_empty),
        over=over,
    )


def actions_in(section: PaperSection) -> Iterable[WhatWeDo]:
    yield from (WhatWeDo(item.text, source=item.source) for item in section.items)
    yield from (
        WhatWeDo(one.what, one.who, one.often, one.starts, one.ends, one.source) for one in section.provision
    )


def without_aims_and_actions(section: PaperSection) -> PaperSection:
    return replace(section, outcomes=(), items=(), provision=())


# By its code, for a school may call a kind of its own anew; versions that were frozen without one go by its name.
KIND = Coalesce(
    NullIf(KT("content__type_code"), Value("", output_field=TextField())),
    KT("content__plan_type"),
    output_field=TextField(),
)


def shared_versions(membership):
    """Every version that this person may read now, without its content; `cycle` and `plan_type` come out of it. The newest first."""
    seen = PlanVersion.objects.visible_to(membership).filter(audience=Audience.FAMILY)
    return (
        seen.defer("content")
        .annotate(cycle=Cast(KT("content__number"), IntegerField()), plan_type=KIND)
        .order_by("-visible_from", "-number", "pk")
    )


FACTS = ("id", "title", "kind", "number", "visible_from", "cycle", "plan_type")  # of a version on a shelf


def shared_with_each(membership) -> ArraySubquery:
    """For annotating pupils: what `shared_versions` finds of each, to be read by `version_of`."""
    versions = shared_versions(membership).filter(pupil=OuterRef("pk"))
    return ArraySubquery(versions.values(facts=JSONObject(**{name: name for name in FACTS})))


def version_of(facts: dict) -> PlanVersion:
    """A version of which only `FACTS` were asked."""
    version = PlanVersion(**{name: facts[name] for name in ("id", "title", "kind", "number")})
    version.visible_from = parse_datetime(facts["visible_from"])
    version.cycle, version.plan_type = facts["cycle"], facts["plan_type"]
    return version


def shelf_of(versions: Iterable[PlanVersion]) -> Shelf:
    """One pupil's versions sorted into what holds and what was before. A plan that is called back is not among them."""
    current: dict[str, PlanVersion] = {}
    versions = list(versions)
    for version in versions:
        best = current.get(version.plan_type)
        if best is None or (version.cycle, version.number) > (best.cycle, best.number):
            current[version.plan_type] = version
    newest = {version.pk for version in current.values()}
    return Shelf(
        sorted(current.values(), key=lambda version: version.plan_type),
        [version for version in versions if version.pk not in newest],
    )


def newest_of_plan(membership, version: PlanVersion) -> PlanVersion:
    """The newest version of the same plan that this person may read."""
    seen = PlanVersion.objects.visible_to(membership).filter(
        plan_id=version.plan_id, audience=Audience.FAMILY
    )
    return seen.order_by("-number").first() or version


def my_answers(membership, version: PlanVersion):
    """What this person said to the plan, the newest first, with who has read it."""
    mine = PlanResponse.objects.visible_to(membership).filter(plan_id=version.plan_id, by_id=membership.pk)
    return mine.prefetch_related("reads__by").order_by("-at", "-pk")


def is_over(version: PlanVersion) -> bool:
    """Whether the plan that this version froze has been reviewed."""
    return version.kind == StepKind.REVIEWED
