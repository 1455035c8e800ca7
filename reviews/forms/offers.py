"""Choosing the time of a meeting."""

from django import forms
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext_lazy as _

from reviews.models import OfferedTime
from senco.core.forms import BaseForm


class ChooseTimeForm(BaseForm):
    """A time that went meanwhile is told by the action, in words."""

    submit_label = _("Take this time")

    time = forms.UUIDField(label=_("Which time suits you?"), widget=forms.RadioSelect)

    def __init__(self, *args, times: list[OfferedTime], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time"].widget.choices = [(str(each.pk), words_for(each)) for each in times]
        self.fields["time"].error_messages["required"] = _("Choose one of the times.")


def words_for(time: OfferedTime) -> str:
    """ "Thursday 4 February, 15:40. In person: Room 4"."""
    when = f"{date_format(time.day, 'l j F')}, {time_format(time.at, 'H:i')}"
    how = f"{time.get_manner_display()}: {time.place}" if time.place else str(time.get_manner_display())
    return f"{when}. {how}"
