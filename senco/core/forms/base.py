"""The forms that every form of ours starts from."""

from dataclasses import dataclass

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from senco.core.forms.messages import name_the_field
from senco.core.forms.summary import problems_of, problems_of_formset
from senco.core.navigation import site


@dataclass(frozen=True)
class Difference:
    """One field of a record that two people edited."""

    label: str
    mine: str
    theirs: str


class CrispyOnce:
    """What `{% crispy form %}` needs. A form says what it is called, not how it is drawn.

    `submit_label` words the button, `cancel_url` adds a way out beside it, `draft_key` names the draft kept while
    somebody types ("concern:new"), `action` is another address to send to, `layout` an optional crispy layout.
    """

    submit_label = _("Save")
    cancel_url = ""
    draft_key = ""
    draft = None  # set by senco.drafts.restoring.restore
    action = ""
    method = "post"
    layout = None
    form_tag = True

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_method = self.method
        helper.form_action = self.action
        helper.form_tag = self.form_tag
        helper.layout = self.layout
        helper.render_hidden_fields = True
        helper.cancel_url = self.cancel_url
        helper.attrs = {"novalidate": True, **self.draft_attrs()}
        helper.add_input(Submit("submit", self.submit_label))
        return helper

    def draft_attrs(self) -> dict[str, str]:
        """Attributes that switch on saving while typing, where the drafts app is installed and the form is named."""
        address = site.place("drafts") if self.draft_key else ""
        return {"data-draft-url": address, "data-draft-key": self.draft_key} if address else {}


class BaseForm(CrispyOnce, forms.Form):
    use_required_attribute = False  # one way of telling: ours, on the page, after sending

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            name_the_field(field)

    @property
    def error_summary(self):
        """Problems for the list at the top; see `senco.core.forms.summary`."""
        return problems_of(self)


class BaseModelForm(CrispyOnce, forms.ModelForm):
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = field.label or forms.utils.pretty_name(name)
            name_the_field(field)

    @property
    def error_summary(self):
        return problems_of(self)


class VersionedModelForm(BaseModelForm):
    """For records two people may edit: refuses to overwrite a version that its reader has not seen.

    The record has an integer `version`. The check here is for the person; the action repeats it in its transaction.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored_version = self.instance.version
        self.stored = forms.model_to_dict(self.instance, self._meta.fields, self._meta.exclude)
        self.initial.setdefault("version", self.stored_version)  # a draft brings the version it was begun on

    @property
    def is_outdated(self) -> bool:
        """Whether somebody saved a newer version after this form was opened."""
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, "outdated")

    @property
    def differences(self) -> list[Difference]:
        """Where this person's words and the newer version differ, for the page that lays both side by side."""
        return [
            Difference(str(bound.label), shown(bound, bound.value()), shown(bound, self.stored[bound.name]))
            for bound in self.visible_fields()
            if bound.name in self.stored
            and shown(bound, bound.value()) != shown(bound, self.stored[bound.name])
        ]

    def clean(self):
        cleaned = super().clean()
        if not self.instance._state.adding and self.cleaned_data.get("version") != self.stored_version:
            text = _(
                "Somebody else saved changes while you were writing. Nothing is lost: compare both versions, then save again."
            )
            self.add_error(None, ValidationError(text, code="outdated"))
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = self.stored_version
        return cleaned


def shown(bound, value) -> str:
    """A field's value in the words its choices have for it."""
    words = {str(key): str(label) for key, label in getattr(bound.field, "choices", ())}
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(words.get(str(each), str(each)) for each in values if each not in (None, ""))


class BaseFormSet(CrispyOnce, forms.BaseFormSet):
    """Rows of the same form; `row_name` words the heading of each ("Contact")."""

    row_name = _("Row")

    @property
    def error_summary(self):
        return problems_of_formset(self)
