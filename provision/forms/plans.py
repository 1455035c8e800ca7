"""Beginning a plan, and the facts at its head."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.forms.in_place import staff_choice
from provision.models import Plan
from senco.core.forms import BaseModelForm, ChipRadio, DateInput, VersionedModelForm

TITLE_HINT = _("Left empty, it is called by its kind and number.")
REVIEW_HINT = _("When you look at it again together. A plan is reviewed within a year at the latest.")


class BeginForm(BaseModelForm):
    """`kinds` are the choices of the school (queries.templates), `review_on` is the day to propose."""

    submit_label = _("Begin the plan")

    class Meta:
        model = Plan
        fields = ["plan_type", "title", "starts", "review_on", "lead"]
        widgets = {"starts": DateInput, "review_on": DateInput}
        help_texts = {"title": TITLE_HINT, "review_on": REVIEW_HINT}

    field_order = ["plan_type", "starts", "review_on", "lead", "title"]

    def __init__(self, *args, pupil, membership, kinds, review_on, **kwargs):
        given = {"starts": localdate(), "review_on": review_on, "lead": membership.pk}
        kwargs["initial"] = given | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["plan_type"] = forms.ChoiceField(
            label=_("Kind of plan"),
            choices=kinds,
            widget=ChipRadio,
            error_messages={"required": _("Choose a kind of plan.")},
        )
        self.order_fields(self.field_order)
        self.fields["title"].required = False
        staff_choice(self, "lead", membership, empty=_("Nobody yet"))
        self.draft_key = f"plan:{pupil.pk}"
        self.cancel_url = ""

    def _get_validation_exclusions(self):
        """What is missing here is given by the action: title and number, pupil and school."""
        return {field.name for field in self._meta.model._meta.fields} - {"plan_type", "starts", "review_on"}

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class DescribeForm(VersionedModelForm):
    """The facts of a plan that is still a draft."""

    class Meta:
        model = Plan
        fields = ["title", "starts", "review_on", "lead"]
        widgets = {"starts": DateInput, "review_on": DateInput}
        help_texts = {"review_on": REVIEW_HINT}

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        staff_choice(self, "lead", membership, empty=_("Nobody yet"))
        self.draft_key = f"plan-facts:{self.instance.pk}"
        self.cancel_url = self.instance.get_absolute_url()

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""
