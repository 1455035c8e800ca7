"""Asking for views before a meeting, and giving them, as somebody would."""

import datetime
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from reviews.models import Contribution
from senco.messages.models import OutboxMessage
from tests.factories import as_owner
from tests.reviews.pages import stored


def day(offset: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=offset)


def choices(browser, meeting) -> dict[str, str]:
    """Words of each who can be asked → its code."""
    form = browser.get(reverse("reviews:ask", args=[meeting.pk])).context["form"]
    return {str(words): code for code, words in form.fields["who"].choices}


def ask(browser, meeting, *ends: str, **more):
    """Everybody, or those whose words contain one of these."""
    known = choices(browser, meeting)
    who = [code for words, code in known.items() if not ends or any(end in words for end in ends)]
    answers = {"who": who, "due_on": day(5).isoformat()} | more
    return browser.post(reverse("reviews:ask", args=[meeting.pk]), answers)


def asked(**wanted) -> Contribution:
    with as_owner():
        return Contribution.objects.select_related("pupil", "review").get(**wanted)


def address(one: Contribution, query: str = "") -> str:
    return reverse("reviews:contribute", args=[one.pk]) + query


def answers_to(page, **by_end) -> dict:
    """What a browser would send: the form as it stands, with these answers by the ends of the names of its fields."""
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields if name not in ("upload",)}
    for end, value in by_end.items():
        [name] = [name for name in form.fields if name.endswith(end)]
        sent[name] = value
    return {name: value for name, value in sent.items() if value not in (None, "", [])}


def about_key(prefix: str, what) -> str:
    return f"{prefix}-about-{what.pk.hex}"


def letters() -> list[OutboxMessage]:
    """Those about views: sharing the plan wrote some of its own."""
    return [each for each in stored(OutboxMessage) if "meeting" in each.subject]


def at_home(parent) -> str:
    """The name of the contact behind a parent's sign-in."""
    with as_owner():
        return parent.contacts.get().name


def picture() -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "PNG")
    return SimpleUploadedFile("drawing.png", made.getvalue(), content_type="image/png")
