"""Asking the SENCO for advice, and answering."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.forms.picking import PupilPicker
from register.models import AdviceMessage, AdviceThread, TeachingGroup
from register.queries.finding import groups_of
from senco.core.forms import BaseForm, BaseModelForm


class AskAdviceForm(PupilPicker, BaseForm):
    """About one pupil, or about one of one's own classes."""

    submit_label = _("Ask the SENCO")
    field_order = ["who", "pupil"]
    draft_key = "advice"

    group = forms.ModelChoiceField(
        queryset=TeachingGroup.objects.none(),
        required=False,
        label=_("or a class"),
        empty_label=_("No class"),
    )
    subject = forms.CharField(
        label=_("In a few words"),
        max_length=AdviceThread._meta.get_field("subject").max_length,
        error_messages={"required": _("Say in a few words what it is about.")},
    )
    text = forms.CharField(
        label=_("Your question"),
        max_length=AdviceMessage._meta.get_field("text").max_length,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write your question.")},
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, membership=membership, **kwargs)
        self.fields["pupil"].required = False
        self.fields["group"].queryset = groups_of(membership)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("pupil")) == bool(cleaned.get("group")):
            self.add_error("pupil", _("Choose a pupil or a class, one of the two."))
        return cleaned

    def question(self) -> dict:
        """What `ask_advice` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "who"}


class ReplyForm(BaseModelForm):
    submit_label = _("Send")

    class Meta:
        model = AdviceMessage
        fields = ["text"]
        labels = {"text": _("Your message")}
        widgets = {"text": forms.Textarea({"rows": 4})}
        error_messages = {"text": {"required": _("Write your message.")}}

    def __init__(self, *args, thread, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"advice:{thread.pk}"
