"""The forms that every form of ours starts from."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from senco.core.forms.merging import Merging, OpenedField
from senco.core.forms.messages import name_the_field
from senco.core.forms.summary import problems_of, problems_of_formset
from senco.core.navigation import site


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


class VersionedModelForm(Merging, BaseModelForm):
    """For records two people may edit: refuses to overwrite a version that its reader has not seen.

    The record has an integer `version`. The check here is for the person; the action repeats it in its transaction.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    opened = OpenedField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = self.instance
        self.columns = columns_of(self.instance)
        self.stored_version = self.instance.version
        self.stored = forms.model_to_dict(self.instance, self._meta.fields, self._meta.exclude)
        self.initial.setdefault("version", self.stored_version)  # a draft brings the version it was begun on
        self.initial.setdefault("opened", self.seal())  # and what it said then

    @property
    def stored_values(self) -> dict:
        return {name: self.stored[name] for name in self.fields if name in self.stored}

    def full_clean(self):
        super().full_clean()
        if self._errors:
            self.put_back()

    def add_error(self, field, error):
        super().add_error(field, error)
        self.put_back()

    def put_back(self) -> None:
        """The record of a form that is sent back is as it is stored: the page around the form shows what is saved."""
        for name, value in self.columns.items():
            setattr(self.instance, name, value)

    def clean(self):
        cleaned = super().clean()
        if not self.instance._state.adding and self.cleaned_data.get("version") != self.stored_version:
            self.lay_side_by_side("version", self.stored_version)
        return cleaned


def columns_of(record) -> dict:
    """Every loaded column of a record by its attribute's name."""
    names = [field.attname for field in record._meta.concrete_fields]
    return {name: value for name, value in vars(record).items() if name in names}


class BaseFormSet(CrispyOnce, forms.BaseFormSet):
    """Rows of the same form; `row_name` words the heading of each ("Contact")."""

    row_name = _("Row")

    @property
    def error_summary(self):
        return problems_of_formset(self)
