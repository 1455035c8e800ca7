"""A contact's own page: what the MIS says of them and may be corrected here, and what only the school says."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from register.actions.contacts import FACTS, HELD_BY_ORDER
from register.choices import PortalLevel, Relationship
from register.models import Contact
from senco.core.forms import BaseModelForm, ChipRadio, DateInput

LEVELS = [("", _("As usual")), *PortalLevel.choices]


class ContactForm(BaseModelForm):
    """Who may not give access in spite of an order may record one, but not lift it, nor change whom it is about."""

    submit_label = _("Save contact")
    field_order = ["portal", "court_order", "restriction", "ended_on", "unlink"]

    seen = forms.IntegerField(widget=forms.HiddenInput)  # the history's mark of what this person read
    unlink = forms.BooleanField(
        label=_("Take this pupil away from the account"),
        help_text=_(
            "For an account that is not this person's. To give access again, invite the contact again."
        ),
        required=False,
    )

    class Meta:
        model = Contact
        fields = FACTS
        labels = {"court_order": _("A court order limits this person's contact or what they may be told")}
        help_texts = {
            "court_order": _(
                "While it is ticked, no import, list or rule gives this person access to the pupil."
            ),
            "restriction": _("In the order's own words, with its date. Only the SEN office reads this."),
            "ended_on": _("Empty while they are a contact. A date ends their access at once."),
            "email": _("The next import from the MIS brings the MIS's address back: correct it there too."),
        }
        widgets = {"ended_on": DateInput, "restriction": forms.Textarea({"rows": 3})}

    def __init__(self, *args, seen: int, may_lift: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = seen
        if self.instance.court_order and not may_lift:
            for name in HELD_BY_ORDER:
                self.fields[name].disabled = bool(getattr(self.instance, name))
        self.fields["restriction"].max_length = 2000
        self.fields["relationship"] = forms.ChoiceField(
            label=_("Relationship"), choices=relationships(self.instance.relationship), required=False,
            disabled=self.instance.is_young_person,
        )  # fmt: skip
        self.fields["portal"] = forms.ChoiceField(
            label=_("What this person may do here about the pupil"), choices=LEVELS, widget=ChipRadio, required=False,
            help_text=_(
                "As usual: they read what parents read, and write to us. Once a young person decides for themselves: nothing, until"
                " the young person agrees."
            ),
        )  # fmt: skip
        if self.instance.membership_id is None:
            del self.fields["unlink"]

    def clean_ended_on(self):
        day = self.cleaned_data["ended_on"]
        if day and day > localdate():
            raise forms.ValidationError(_("Give today or an earlier day: a contact ends at once, not later."))
        return day


def relationships(held: str) -> list[tuple]:
    """The relationships we know, and the code that came from the MIS where we do not. Nobody is made the young person here."""
    known = [each for each in Relationship.choices if held == each[0] or each[0] != Relationship.YOUNG_PERSON]
    kept = [] if held in (*Relationship.values, "") else [(held, held)]
    return [("", _("Not recorded")), *known, *kept]
