"""What is asked before a report is kept, and before one is taken back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from provision.models import NeedsReport
from provision.queries.needs_report import PARTS
from senco.core.forms import BaseForm

LONGEST = 5000


class KeepReportForm(BaseForm):
    """The co-ordinator's own words before everything else, and the parts that the report leaves out."""

    submit_label = _("Keep this report")

    words = forms.CharField(
        label=_("Your own words, at the beginning"),
        help_text=_(
            "What the authority should know first. They stand in the report with your name and today's date."
        ),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    leave_out = forms.MultipleChoiceField(
        label=_("Leave out"),
        choices=[(code, title) for code, (title, _write) in PARTS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, pupil, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"needs-report:{pupil.pk}"


class TakeBackReportForm(BaseForm):
    submit_label = _("Take this report back")

    why = forms.CharField(
        label=_("Why is it taken back?"), max_length=NeedsReport._meta.get_field("withdrawn_why").max_length
    )

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft_key = f"report-back:{report.pk}"
