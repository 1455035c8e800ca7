"""Planning a review: what it is, when, how, and who holds it; and a reason where one is needed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.forms.in_place import staff_choice
from provision.models import Plan
from reviews.choices import Manner, ReviewKind
from reviews.models import Review, ReviewStep
from reviews.workflow import KIND_OF, MUST_SAY_WHY
from senco.core.forms import BaseForm, BaseModelForm, ChipRadio, DateInput, TimeInput, VersionedModelForm


class Facts:
    """What both forms ask. `plans` are the pupil's plans that a review can look at."""

    class Meta:
        model = Review
        fields = ["kind", "title", "plan", "day", "at", "minutes", "manner", "place", "interpreter", "lead"]
        widgets = {"kind": ChipRadio, "manner": ChipRadio, "day": DateInput, "at": TimeInput}
        help_texts = {
            "title": _("Left empty, it is called by its kind."),
            "day": _("Left empty, it is on the list until somebody finds a day."),
            "place": _("Goes into the invitation and its calendar file, so name no pupil."),
            "interpreter": _("For example: Polish, British Sign Language. Left empty, none is needed."),
        }
        error_messages = {"kind": {"required": _("Choose what it is.")}}

    def set_up(self, plans: list[Plan], membership) -> None:
        self.fields["kind"].choices = ReviewKind.choices
        self.fields["manner"].choices = Manner.choices
        choices = Plan.objects.filter(pk__in=[each.pk for each in plans])
        self.fields["plan"] = forms.ModelChoiceField(
            label=_("Plan that we look at"), queryset=choices, required=False, empty_label=_("No plan")
        )
        staff_choice(self, "lead", membership, empty=_("Nobody yet"))

    def validate_constraints(self) -> None:
        """The action says in words what the database would refuse."""


class BeginForm(Facts, BaseModelForm):
    submit_label = _("Put it on the list")

    class Meta(Facts.Meta):
        pass

    def __init__(self, *args, pupil, plans, membership, **kwargs):
        given = {"kind": ReviewKind.TERMLY, "plan": plans[0].pk if plans else None, "lead": membership.pk}
        kwargs["initial"] = given | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.set_up(plans, membership)
        self.instance.pupil = pupil
        self.draft_key = f"review:{pupil.pk}"


class ChangeForm(Facts, VersionedModelForm):
    class Meta(Facts.Meta):
        pass

    def __init__(self, *args, plans, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up(plans, membership)
        self.draft_key = f"review-facts:{self.instance.pk}"
        self.cancel_url = self.instance.get_absolute_url()


class ReasonForm(BaseForm):
    """Why a pupil is left out, or why the day is called off."""

    note = forms.CharField(
        label=_("Why?"),
        max_length=ReviewStep._meta.get_field("note").max_length,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why, so that everybody knows what to do next.")},
    )

    def __init__(self, *args, review, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.submit_label = str(step)
        self.fields["note"].required = KIND_OF[step.name] in MUST_SAY_WHY
        self.draft_key = f"review-step:{review.pk}:{step.name}"
        self.cancel_url = review.get_absolute_url()
