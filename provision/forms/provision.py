"""Provision: what is given, by whom, how often, how long, in how large a group, for which outcome."""

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from provision.forms.in_place import InPlace, one_of_two, staff_choice
from provision.models import Intervention, PlannedProvision
from senco.core.forms import DateInput, VersionedModelForm

FROM_LIBRARY = {  # box → fact of the entry
    "what": "name", "plain": "plain", "sessions_a_week": "sessions_a_week", "minutes": "minutes", "weeks": "weeks", "group_size": "group_size",
}  # fmt: skip


class ProvisionForm(InPlace, VersionedModelForm):
    submit_label = _("Save the provision")
    layout = Layout(
        "intervention", "what", "plain", "outcome", Row("adult", "adult_words"),
        Row("sessions_a_week", "minutes", "weeks", "group_size"), Row("starts", "ends"),
    )  # fmt: skip

    class Meta:
        model = PlannedProvision
        fields = [
            "intervention", "what", "plain", "outcome", "adult", "adult_words", "sessions_a_week", "minutes", "weeks", "group_size",
            "starts", "ends",
        ]  # fmt: skip
        widgets = {"starts": DateInput, "ends": DateInput, "plain": forms.Textarea({"rows": 2})}
        labels = {"intervention": _("From the library")}
        help_texts = {
            "intervention": _("Boxes that you leave empty are filled in from the library."),
            "plain": _("The family reads this in place of the name above."),
            "group_size": _("1 for one to one."),
            "sessions_a_week": _("0.5 for every other week."),
        }

    def __init__(self, *args, plan, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        staff_choice(self, "adult", membership, empty=_("Nobody yet"))
        self.fields["outcome"].queryset = plan.outcomes.kept() | plan.outcomes.filter(
            pk=self.instance.outcome_id
        )
        self.fields["outcome"].empty_label = _("None in particular")
        offered = Intervention.objects.visible_to(membership).offered()
        known = Intervention.objects.visible_to(membership).filter(pk=self.instance.intervention_id)
        self.fields["intervention"].queryset = offered | known
        self.fields["intervention"].empty_label = _("Not from the library")
        self.fields["what"].required = False  # the library may say it
        for name in ("minutes", "weeks", "group_size", "sessions_a_week"):
            self.fields[name].widget.attrs["inputmode"] = "decimal"

    def fill_from_library(self, cleaned: dict) -> None:
        """What was left empty is what the library says; without an entry of it something has to be said."""
        chosen = cleaned.get("intervention")
        for name, fact in FROM_LIBRARY.items() if chosen else ():
            if cleaned.get(name) in (None, "") and name not in self.errors:
                cleaned[name] = getattr(chosen, fact)
        if not cleaned.get("what") and "what" not in self.errors:
            self.add_error("what", _("Say what is provided, or choose it from the library."))

    def clean(self):
        cleaned = super().clean()
        self.fill_from_library(cleaned)
        one_of_two(self, cleaned)
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It ends before it starts. Check both dates."))
        same = {name: cleaned.get(name) for name in ("what", "outcome", "adult", "adult_words")}
        if (
            self.instance._state.adding
            and not self.errors
            and self.plan.provision.kept().filter(**same).exists()
        ):
            self.add_error(
                "what", _("This stands on the plan already, for the same outcome and by the same person.")
            )
        return cleaned
