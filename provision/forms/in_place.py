"""Forms that are pages of their own, and that htmx puts in the place of the part of the plan they change."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from register.forms.pupils import KeyAdultChoice
from senco.accounts.models import Membership

TWO_ADULTS = _("Choose a colleague or write a name, one of the two.")


class InPlace:
    """`part` is the id of the card that the form stands in. The ids of its fields are its own: several may be open on one page."""

    part = ""

    def __init__(self, *args, part: str = "", **kwargs):
        self.part = part
        kwargs.setdefault("auto_id", f"{part}-%s" if part else "id_%s")
        super().__init__(*args, **kwargs)

    @property
    def helper(self):
        helper = super().helper
        if self.part:
            swap = {
                "hx-post": self.action,
                "hx-target": f"#{self.part}",
                "hx-swap": "outerHTML",
                "hx-sync": "this:drop",
            }
            helper.attrs |= swap
        return helper


def staff_choice(form, name: str, membership, *, empty: str) -> None:
    """Let a field offer the live staff of the school, and whoever it names already: they may have left since."""
    now = getattr(form.instance, f"{name}_id", None)
    people = Membership.objects.visible_to(membership).staff()
    found = people.live() if now is None else people.filter(Q(pk__in=people.live().values("pk")) | Q(pk=now))
    old = form.fields[name]
    form.fields[name] = KeyAdultChoice(
        queryset=found, label=old.label, required=False, empty_label=empty, help_text=old.help_text
    )


def one_of_two(form, cleaned: dict) -> None:
    """A named adult is a colleague or a name in words; both would leave one of them unseen."""
    if cleaned.get("adult") and cleaned.get("adult_words"):
        form.add_error("adult_words", TWO_ADULTS)
