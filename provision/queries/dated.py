"""What about plans and provision has a day, for calendars."""

from django.db.models import DateField, Exists, F, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from provision.choices import Audience, PlanState, StepKind
from provision.models import Plan, PlanVersion, Provision, ProvisionAdult
from register.models.base import of_pupils_on_roll
from register.queries.dated import DatedKind, as_rows

OVER = (StepKind.REVIEWED, StepKind.ARCHIVED)


def plan_rows(membership, first, last):
    """Plans in force whose review is due: that a meeting is arranged for it is a line of its own."""
    plans = Plan.objects.visible_to(membership).in_state(PlanState.IN_FORCE)
    found = plans.filter(of_pupils_on_roll(), review_on__range=(first, last))
    return as_rows(found, "plan", on="review_on", about=F("title"), mine=Q(lead=membership))


def ending_rows(membership, first, last):
    """Groups that end. Their names may hold a pupil's: for staff alone."""
    runs = ProvisionAdult.objects.kept().filter(provision=OuterRef("pk"), membership=membership)
    found = Provision.objects.visible_to(membership).kept().filter(ends__range=(first, last))
    return as_rows(found, "ending", on="ends", who=F("name"), whose="", mine=Q(Exists(runs)))


def shared_rows(membership, first, last):
    """For families and professionals: when a plan that the school shared is looked at again, as its newest version says."""
    newest = PlanVersion.objects.visible_to(membership).newest_of_each(Audience.FAMILY).values("pk")
    open_still = PlanVersion.objects.visible_to(membership).filter(pk__in=newest).exclude(kind__in=OVER)
    dated = open_still.annotate(on=Cast(KT("content__review_on"), DateField()))
    found = dated.filter(of_pupils_on_roll(), on__range=(first, last))
    return as_rows(found, "shared_plan", on="on", about=F("title"))


KINDS = (
    DatedKind(
        "plan", lazy("Review of a plan"), "provision.view_plan", plan_rows,
        words=lambda row: _("Review due: %(what)s") % {"what": row.about},
        url=lambda row: reverse("provision:plan", args=[row.key]),
    ),
    DatedKind(
        "ending", lazy("Provision that ends"), "provision.view_groups", ending_rows,
        words=lambda _row: _("Ends"), url=lambda row: reverse("provision:group", args=[row.key]),
    ),
    DatedKind(
        "shared_plan", lazy("Review of a plan"), "provision.read_shared_plan", shared_rows,
        words=lambda row: _("We look at the plan again: %(what)s") % {"what": row.about},
        url=lambda row: reverse("provision:family_plan", args=[row.key]),
    ),
)  # fmt: skip
