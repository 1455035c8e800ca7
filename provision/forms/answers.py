"""What somebody thinks of a plan: as they write it themselves, and as a colleague writes down what was said."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.choices import Answer, Speaker
from provision.models import PlanResponse
from senco.core.forms import BaseForm, ChipRadio

WORDS = PlanResponse._meta.get_field("words").max_length
AT_HOME = [
    (Answer.YES, _("Yes, I agree")),
    (Answer.PARTLY, _("I agree with some of it")),
    (Answer.NO, _("No, I do not agree")),
    (Answer.TALK, _("I want to talk about it")),
]


class AnswerForm(BaseForm):
    """A parent's answer. Words are asked for where something should be different; the action insists on them."""

    submit_label = _("Send my answer")

    answer = forms.ChoiceField(
        label=_("Do you agree with this plan?"),
        choices=AT_HOME,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the four answers.")},
    )
    words = forms.CharField(
        label=_("Tell us more, in your own words"),
        max_length=WORDS,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"plan-answer:{version.plan_id}"


class CommentForm(BaseForm):
    """A professional's comment."""

    submit_label = _("Send the comment")

    words = forms.CharField(
        label=_("Your comment"),
        max_length=WORDS,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write your comment.")},
    )

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"plan-answer:{version.plan_id}"

    def clean(self):
        return super().clean() | {"answer": Answer.COMMENT}


class SaidForm(BaseForm):
    """What was said at a meeting, on the telephone or on paper. It is kept word for word and never changed."""

    submit_label = _("Keep what was said")

    speaker = forms.ChoiceField(label=_("Who said it?"), choices=Speaker.choices, widget=ChipRadio)
    speaker_name = forms.CharField(
        label=_("Their name"), max_length=PlanResponse._meta.get_field("speaker_name").max_length
    )
    answer = forms.ChoiceField(
        label=_("What do they say to the plan?"), choices=Answer.choices, widget=ChipRadio
    )
    words = forms.CharField(
        label=_("In their own words"),
        help_text=_("As they said it. It cannot be changed afterwards; what is said later is added."),
        max_length=WORDS,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"plan-said:{plan.pk}"
