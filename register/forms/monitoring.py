"""Going on watching a pupil."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.core.forms import BaseForm, DateInput

WATCH_FOR = datetime.timedelta(weeks=6)


class ExtendForm(BaseForm):
    submit_label = _("Watch on")

    review_on = forms.DateField(
        label=_("Look again on"),
        widget=DateInput,
        error_messages={"required": _("Give the day on which you will look again.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("review_on", timezone.localdate() + WATCH_FOR)
