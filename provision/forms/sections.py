"""The text of one section of a plan."""

from django import forms

from provision.forms.in_place import InPlace
from provision.models import PlanSection
from provision.queries.desk import draft_key_of
from senco.core.forms import VersionedModelForm


class SectionForm(InPlace, VersionedModelForm):
    """The prompt of the template stands above the box; the heading of the page says which section it is."""

    class Meta:
        model = PlanSection
        fields = ["text"]
        widgets = {"text": forms.Textarea({"rows": 8})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = self.instance.title
        self.fields["text"].help_text = self.instance.prompt
        self.draft_key = draft_key_of(self.instance)
