"""Filling the pages of reviews as somebody would."""

from django.urls import reverse
from django.utils import timezone

from reviews.models import Review
from tests.factories import as_owner

TODAY = timezone.localdate


def begin(browser, child, **answers):
    given = {"kind": "termly", "minutes": 20, "manner": "person"} | answers
    return browser.post(reverse("reviews:begin", args=[child.pk]), given)


def screen(browser, review, query: str = ""):
    return browser.get(reverse("reviews:meeting", args=[review.pk]) + query)


def filled_in(page) -> dict:
    """What a browser would send of the meeting's form as it stands."""
    found = {}
    for form in page.context["forms"].every:
        for bound in form:
            value = bound.value()
            if value is None or value is False or value in ("", []):
                continue
            found[bound.html_name] = "on" if value is True else str(value)
    return found


def save(browser, review, changes: dict, query: str = ""):
    """Open the screen, change what is named by the ends of its fields' names, and save."""
    page = screen(browser, review, query)
    sent = filled_in(page) | changes
    return browser.post(
        reverse("reviews:meeting", args=[review.pk]) + query, {k: v for k, v in sent.items() if v is not None}
    )


def judged(page, **every) -> dict:
    """The same for every outcome: judgement, next_step, words."""
    return {
        f"{form.prefix}-{name}": value
        for _outcome, form in page.context["forms"].outcomes
        for name, value in every.items()
    }


def everybody_here(page) -> dict:
    return {f"{form.prefix}-presence": "came" for form in page.context["forms"].people}


def hold(browser, review, **more):
    """Everybody came, every outcome went as expected and goes on."""
    page = screen(browser, review)
    return save(browser, review, everybody_here(page) | judged(page, judgement="0", next_step="go_on") | more)


def sign(browser, review, **answers):
    return browser.post(reverse("reviews:sign", args=[review.pk]), answers)


def stored(model=Review, **asked) -> list:
    with as_owner():
        return list(model.objects.filter(**asked).order_by("pk"))


def state(review) -> str:
    with as_owner():
        return Review.objects.with_state().values_list("state", flat=True).get(pk=review.pk)


def fresh(review) -> Review:
    """As it is stored now."""
    return stored(pk=review.pk)[0]
