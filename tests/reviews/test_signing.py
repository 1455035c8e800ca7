"""A record is signed off: what goes out, to whom, what it does to the plan, and how it is undone."""

import datetime
from io import BytesIO

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from provision.models import Plan, PlanVersion
from register.models import StageDuty
from reviews.models import ReviewRecord, ReviewStep
from senco.core.reading.settings import ReadingSettings
from senco.messages.models import OutboxMessage
from tests.days import dated, in_days
from tests.factories import as_owner, on_status
from tests.reviews.pages import begin, fresh, hold, save, screen, sign, state, stored

pytestmark = pytest.mark.django_db


def cycle() -> dict:
    """The answers that begin a next cycle at the sign-off."""
    return dated({"next_cycle": "on", "starts": 0, "review_on": 80})


def plan_states() -> list[str]:
    with as_owner():
        return list(Plan.objects.with_state().order_by("number").values_list("state", flat=True))


def arrive() -> None:
    """The minute in which a sign-off can be undone has passed."""
    shift = datetime.timedelta(minutes=5)
    with as_owner():
        ReviewRecord.objects.update(visible_from=F("visible_from") - shift)
        PlanVersion.objects.filter(audience="family").update(visible_from=F("visible_from") - shift)
        ReviewStep.objects.update(at=F("at") - shift)


def test_what_is_missing_is_said_and_nothing_is_signed(acting, cast, planned):
    browser = acting(cast.senco)
    page = browser.get(reverse("reviews:sign", args=[planned.pk])).content.decode()
    assert "2 outcomes are not judged yet" in page and "Say who was here" in page
    answer = sign(browser, planned, **cycle())
    assert answer.status_code == 422 and state(planned) == "arranged" and stored(ReviewRecord) == []


def test_signing_reviews_the_plan_and_begins_the_next_cycle(acting, cast, planned):
    browser = acting(cast.senco)
    page = screen(browser, planned)
    first = page.context["forms"].outcomes[0][1].prefix
    hold(browser, planned, **{f"{first}-next_step": "met", f"{first}-judgement": "2"})
    preview = browser.get(reverse("reviews:sign", args=[planned.pk])).content.decode()
    assert "This went much better than we hoped." in preview and "counts as reviewed" in preview
    assert sign(browser, planned, **cycle()).status_code == 302
    assert state(planned) == "signed" and plan_states() == ["reviewed", "draft"]
    with as_owner():
        old, new = Plan.objects.order_by("number")
        assert sorted(old.outcomes.values_list("result", flat=True)) == ["met", "partly"]
        assert [each.text for each in new.outcomes.all()] == ["Asks for help"]
        assert new.review_on == in_days(80)
    assert {each.audience for each in stored(ReviewRecord)} == {"staff", "family"}


def test_the_record_says_the_same_whatever_the_language_of_who_signs(acting, cast, planned):
    with as_owner():
        cast.senco.user.reading = ReadingSettings(language="cy").as_dict()
        cast.senco.user.save()
    browser = acting(cast.senco)
    hold(browser, planned)
    preview = browser.get(reverse("reviews:sign", args=[planned.pk])).content.decode()
    assert '<html lang="cy"' in preview and "This went as we hoped." in preview
    sign(browser, planned)
    for record in stored(ReviewRecord):
        assert "How it went" in [part.title for part in record.document.parts]


def test_the_family_reads_it_once_it_cannot_be_undone(acting, cast, planned):
    browser = acting(cast.senco)
    save(
        browser,
        planned,
        {
            "staff_note": "Only for us",
            "ns-0-words": "In confidence",
            "ns-0-shared": None,
            "ns-1-words": "More help, please",
            "ns-1-shared": "on",
        },
    )
    hold(browser, planned)
    sign(browser, planned)
    address = reverse("reviews:family_records", args=[cast.child.pk])
    assert "No record yet" in acting(cast.parent).get(address).content.decode()
    arrive()
    [record] = stored(ReviewRecord, audience="family")
    for reader in (cast.parent, cast.other):
        page = acting(reader).get(address).content.decode()
        assert record.title in page
        text = acting(reader).get(reverse("reviews:family_record", args=[record.pk])).content.decode()
        assert "More help, please" in text and "Only for us" not in text and "In confidence" not in text
    assert (
        acting(cast.professional).get(reverse("reviews:family_record", args=[record.pk])).status_code == 404
    )
    staff = stored(ReviewRecord, audience="staff")[0]
    text = acting(cast.teacher).get(staff.get_absolute_url()).content.decode()
    assert "Only for us" in text and "In confidence" in text
    assert acting(cast.stranger).get(staff.get_absolute_url()).status_code == 404
    assert acting(cast.parent).get(staff.get_absolute_url()).status_code == 403
    assert acting(cast.parent).get(reverse("reviews:family_record", args=[staff.pk])).status_code == 404


def test_professionals_read_it_where_the_school_says_so(acting, cast, planned):
    browser = acting(cast.senco)
    hold(browser, planned)
    sign(browser, planned, for_agency="on")
    arrive()
    [record] = stored(ReviewRecord, audience="family")
    assert (
        acting(cast.professional).get(reverse("reviews:family_record", args=[record.pk])).status_code == 200
    )


def test_parents_get_one_mail_that_names_nobody(acting, cast, planned):
    browser = acting(cast.senco)
    hold(browser, planned)
    before = len(stored(OutboxMessage))
    sign(browser, planned)
    mails = stored(OutboxMessage)[before:]
    assert sorted(each.to for each in mails) == sorted([cast.parent.email, cast.other.email])
    assert all("Ada" not in each.text + each.subject and "Nwosu" not in each.text for each in mails)
    assert all(each.not_before > timezone.now() for each in mails)


def test_it_is_undone_whole(acting, cast, planned):
    browser = acting(cast.senco)
    hold(browser, planned)
    before = len(stored(OutboxMessage))
    sign(browser, planned, **cycle())
    step = stored(ReviewStep)[-1]
    assert acting(cast.teacher).post(reverse("reviews:take_back", args=[step.pk])).status_code == 403
    acting(cast.senco).post(reverse("reviews:take_back", args=[step.pk]))
    assert state(planned) == "arranged" and plan_states() == ["in_force", "archived"]
    assert all(each.withdrawn_at for each in stored(ReviewRecord))
    assert all(each.given_up_at for each in stored(OutboxMessage)[before:])
    assert screen(acting(cast.senco), planned).status_code == 200
    assert sign(acting(cast.senco), planned, **cycle()).status_code == 302
    assert plan_states() == ["reviewed", "archived", "draft"]


def test_what_has_gone_out_is_not_undone(acting, cast, planned):
    browser = acting(cast.senco)
    hold(browser, planned)
    sign(browser, planned)
    arrive()
    browser.post(reverse("reviews:take_back", args=[stored(ReviewStep)[-1].pk]))
    assert state(planned) == "signed" and not any(each.withdrawn_at for each in stored(ReviewRecord))


def test_a_signed_record_is_not_written_any_more(acting, cast, planned):
    browser = acting(cast.senco)
    page = screen(browser, planned)
    hold(browser, planned)
    sign(browser, planned)
    from tests.reviews.pages import filled_in

    late = browser.post(
        reverse("reviews:meeting", args=[planned.pk]), filled_in(page) | {"summary": "Too late"}
    )
    assert late.url == planned.get_absolute_url()
    assert fresh(planned).summary == ""
    assert browser.get(reverse("reviews:change", args=[planned.pk])).status_code == 302
    assert sign(browser, planned).url == planned.get_absolute_url()


def test_a_meeting_without_a_plan_leaves_the_same_record(acting, cast):
    browser = acting(cast.senco)
    begin(browser, cast.child, kind="taf", day=timezone.localdate().isoformat())
    [made] = stored()
    hold(browser, made, summary="Housing and sleep.")
    assert "next_cycle" not in browser.get(reverse("reviews:sign", args=[made.pk])).content.decode()
    sign(browser, made)
    assert state(made) == "signed"
    assert (
        "Housing and sleep."
        in browser.get(stored(ReviewRecord, audience="staff")[0].get_absolute_url()).content.decode()
    )


def test_an_outcome_that_was_removed_holds_up_nothing(acting, cast, plan, planned):
    browser = acting(cast.senco)
    hold(browser, planned)
    with as_owner():
        gone = plan.outcomes.get(text="Asks for help")
        type(gone).objects.filter(pk=gone.pk).update(removed_at=timezone.now())
        gone.judged.update(judgement=None, next_step="")
    assert sign(browser, planned).status_code == 302 and state(planned) == "signed"
    assert plan_states() == ["reviewed"]


def test_a_day_is_not_undone(acting, cast, planned):
    step = stored(ReviewStep)[-1]
    assert step.kind == "arranged"
    acting(cast.senco).post(reverse("reviews:take_back", args=[step.pk]))
    assert state(planned) == "arranged" and not stored(ReviewStep)[-1].withdrawn_at


def test_only_the_senco_signs(acting, cast, planned):
    hold(acting(cast.teacher), planned)
    for who in (cast.teacher, cast.head, cast.ta, cast.parent):
        assert sign(acting(who), planned).status_code == 403
    assert sign(acting(cast.stranger), planned).status_code in (403, 404) and state(planned) == "arranged"


def test_meeting_the_parents_closes_the_duty(acting, cast):
    on_status(cast.child, since=timezone.localdate() - datetime.timedelta(days=20))
    browser = acting(cast.senco)
    begin(browser, cast.child, kind="taf", day=timezone.localdate().isoformat())
    [made] = stored()
    save(browser, made, {"np-0-name": "Mrs Nwosu", "np-0-kind": "parent"})
    hold(browser, made)
    with as_owner():
        status = cast.child.statuses.get()
        duty = StageDuty.objects.create(
            school_id=cast.here.pk, pupil=cast.child, status=status, stage=status.stage, code="parent_meeting", evidence="parent_meeting",
            opens_on=timezone.localdate() - datetime.timedelta(days=10), due_on=timezone.localdate() + datetime.timedelta(days=3),
        )  # fmt: skip
    page = reverse("register:duty", args=[duty.pk])
    assert "its record signed off" in browser.get(page).content.decode()
    open_before = browser.get(reverse("register:duties")).content.decode().count(page)
    sign(browser, made)
    assert open_before == 1 and browser.get(reverse("register:duties")).content.decode().count(page) == 0


def test_the_record_as_a_file(proved, cast, planned):
    browser = proved(cast.senco)
    hold(browser, planned, summary="We talked about reading.")
    sign(browser, planned)
    [record] = stored(ReviewRecord, audience="family")
    answer = browser.get(reverse("reviews:record_file", args=[record.pk, "pdf"]))
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "We talked about reading." in text and "This went as we hoped." in text
    assert browser.get(reverse("reviews:record_file", args=[record.pk, "docx"])).content[:2] == b"PK"
    assert browser.get(reverse("reviews:record_file", args=[record.pk, "exe"])).status_code == 404
