"""A translation is asked for, written, handed in, sent back, approved, and taken back."""

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from senco.messages.models import OutboxMessage
from senco.translations.models import State, Translation
from senco.translations.tasks import tell_of_translations
from tests.factories import access, as_owner, contact, person, pupil
from tests.provision.between import arrive, newest, taken, written
from tests.reading import words_on
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page
from tests.translations.conftest import fresh, in_arabic

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"translations:{name}", args=args)


def mails() -> list[tuple[str, str]]:
    with as_owner():
        return list(OutboxMessage.objects.order_by("created_at", "to").values_list("to", "subject"))


# Asking ---------------------------------------------------------------------------------------------------------------


def test_the_form_proposes_the_language_at_home_and_whoever_may_open_the_record(acting, cast, version):
    with as_owner():
        contact(cast.child, surname="Nwosu", language="POL", priority=1)
    page = acting(cast.senco).get(url("ask", version.pk, "plan"))
    form = page.context["form"]
    assert form["language"].value() == "pl" and form["approver"].value() == cast.senco.pk
    with as_owner():
        offered = set(form.fields["translator"].queryset)
    assert {cast.ta, cast.teacher, cast.professional, cast.head} <= offered
    assert not offered & {cast.stranger, cast.parent, cast.governor}
    assert "Ask for a translation" in words_on(
        acting(cast.senco).get(reverse("provision:version", args=[version.pk]))
    )


def test_what_is_asked_for_holds_what_the_family_reads_and_nothing_else(ask):
    made = ask()
    texts = made.texts
    assert "1. Ada reads a page by herself" in texts and "What we hope for" in texts
    assert not {"For staff alone.", "1. Reads a page alone", "Ada Nwosu"} & set(texts)
    assert "Signatures" not in texts and len(texts) == len(set(texts)) > 15
    assert made.state == State.ASKED and made.source["facts"][0]["source"]["record"] == ""


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ({"language": "xx"}, "Select a valid choice"),
        ({"translator": ""}, "Who translates"),
        ({"approver": "ta"}, "Somebody else approves than translates"),
        ({"translator": "stranger"}, "Select a valid choice"),
        ({"translator": "parent"}, "Select a valid choice"),
        ({"approver": "professional"}, "Select a valid choice"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_asked(acting, cast, version, answers, complaint):
    given = {"language": "ar", "translator": cast.ta.pk, "approver": cast.senco.pk}
    given |= {name: getattr(getattr(cast, value, None), "pk", value) for name, value in answers.items()}
    answer = acting(cast.senco).post(url("ask", version.pk, "plan"), given)
    assert answer.status_code == 422 and complaint in words_on(answer)
    with as_owner():
        assert not Translation.objects.exists()


def test_a_language_is_asked_for_once(acting, cast, version, ask):
    made = ask()
    given = {"language": "ar", "translator": cast.ta.pk, "approver": cast.senco.pk}
    browser = acting(cast.senco)
    assert browser.post(url("ask", version.pk, "plan"), given).status_code == 422
    browser.post(url("take_back", made.pk))
    assert browser.post(url("ask", version.pk, "plan"), given).status_code == 302  # the control


def test_only_the_office_asks_and_only_for_what_the_family_reads(acting, cast, version):
    with as_owner():
        staff = version.plan.versions.get(audience="staff")
    assert acting(cast.senco).get(url("ask", staff.pk, "plan")).status_code == 404
    assert acting(cast.senco).get(url("ask", version.pk, "profile")).status_code == 404
    assert acting(cast.teacher).get(url("ask", version.pk, "plan")).status_code == 403
    assert acting(person("senco")).get(url("ask", version.pk, "plan")).status_code == 404


# Writing --------------------------------------------------------------------------------------------------------------


def test_the_translator_saves_as_often_as_they_like_and_hands_in_once_it_is_whole(ask, write, acting, cast):
    made = ask(note="Keep the names")
    page = acting(cast.ta).get(made.get_absolute_url())
    assert 'lang="ar" dir="rtl"' in page.content.decode() and "Keep the names" in words_on(page)
    first = made.texts[0]
    assert write(made, {first: "خطة"}).status_code == 302
    assert fresh(made).words == made.words | {first: "خطة"} and fresh(made).state == State.ASKED
    answer = write(made, {}, hand_in=True)
    page = words_on(acting(cast.ta).get(answer.url))
    assert "These texts have no words yet: 2, 3," in page and fresh(made).state == State.ASKED
    write(made, in_arabic(made), hand_in=True)
    assert fresh(made).state == State.HANDED_IN
    assert fresh(made).document.title == "نص 1"
    assert write_refused(acting(cast.ta), made) == "نص 1"


def write_refused(browser, made) -> str:
    """What stands for the first text after a late attempt to change it."""
    browser.post(made.get_absolute_url(), {"text-1": "Other", "version": 9})
    return fresh(made).words[made.texts[0]]


def test_two_browsers_of_one_translator_write_over_nothing_unseen(ask, write, acting, cast):
    made = ask()
    stale = acting(cast.ta).get(made.get_absolute_url()).context["form"]
    write(made, {made.texts[0]: "الأول", made.texts[2]: "الثالث"})
    answers = {
        "version": stale["version"].value(),
        "opened": stale["opened"].value(),
        "text-1": "غيره",
        "text-2": "الثاني",
    }
    answer = acting(cast.ta).post(made.get_absolute_url(), answers)
    assert answer.status_code == 422 and "Somebody else saved this" in words_on(answer)
    assert fresh(made).words == made.words | {made.texts[0]: "الأول", made.texts[2]: "الثالث"}
    form = answer.context["form"]
    assert form["text-3"].value() == "الثالث"  # what only the other one wrote is taken over


def test_words_that_were_approved_come_again(approved, acting, cast, ask):
    acting(cast.senco).post(url("take_back", approved.pk))
    assert "What we hope for" not in ask().words  # what was taken back is not remembered


def test_words_of_another_plan_are_remembered(approved, cast, ask, acting):
    another = pupil(at=cast.here, legal_forename="Ben")
    for colleague in (cast.teacher, cast.ta):
        access(colleague, another)
    plan = written(cast, about=another)
    taken(plan, cast.senco, "share")
    arrive(plan)
    given = {"language": "ar", "translator": cast.ta.pk, "approver": cast.senco.pk}
    acting(cast.senco).post(url("ask", newest(plan).pk, "plan"), given)
    with as_owner():
        second = Translation.objects.order_by("-asked_at")[0]
    assert second.words["What we hope for"] == approved.words["What we hope for"]
    acting(cast.senco).post(url("ask", newest(plan).pk, "plan"), given | {"language": "ur"})
    with as_owner():
        assert "What we hope for" not in Translation.objects.get(language="ur").words


def test_names_of_colleagues_and_days_need_no_typing(ask, cast, version):
    arabic, somali = ask("ar"), ask("so")
    starts = date_format(version.plan.starts)
    assert arabic.words[cast.teacher.name] == cast.teacher.name
    assert arabic.words[starts].endswith(str(version.plan.starts.year)) and arabic.words[starts] != starts
    assert starts not in somali.words  # nobody told Django how they say it


def test_easy_read_leaves_out_what_has_no_words(ask, write, acting, cast):
    made = ask("easy")
    write(made, {}, hand_in=True)
    assert fresh(made).state == State.ASKED  # nothing at all is no easy read
    write(made, {"1. Ada reads a page by herself": "Ada reads one page.\nAlone."}, hand_in=True)
    acting(cast.senco).post(url("approve", made.pk))
    page = acting(cast.parent).get(url("read", made.pk))
    assert "Ada reads one page." in words_on(page) and "We show new words first" not in words_on(page)
    assert 'class="document easy" lang="en-gb" dir="ltr"' in page.content.decode()


# Deciding -------------------------------------------------------------------------------------------------------------


def test_only_who_is_named_approves(handed_in, acting, cast):
    for nobody in (cast.head, cast.ta, cast.teacher, cast.professional):
        acting(nobody).post(url("approve", handed_in.pk))
        assert fresh(handed_in).state == State.HANDED_IN, nobody
    assert acting(cast.parent).get(url("read", handed_in.pk)).status_code == 404
    page = words_on(acting(cast.senco).get(handed_in.get_absolute_url()))
    assert "Approve" in page and "Ada reads a page by herself" in page and "نص 3" in page
    acting(cast.senco).post(url("approve", handed_in.pk))
    assert fresh(handed_in).state == State.APPROVED
    assert acting(cast.parent).get(url("read", handed_in.pk)).status_code == 200


def test_an_interpreter_from_outside_translates_and_a_teacher_approves(ask, write, acting, cast):
    """Teachers and families may not read the membership of a professional: they are told what they are, not who."""
    made = ask(translator=cast.professional.pk, approver=cast.teacher.pk)
    write(made, in_arabic(made), by=cast.professional, hand_in=True)
    for address in (url("translations"), made.get_absolute_url()):
        page = words_on(acting(cast.teacher).get(address))
        assert "SEN Support plan" in page and cast.professional.name not in page
    assert cast.professional.name in words_on(acting(cast.senco).get(made.get_absolute_url()))  # the control
    acting(cast.teacher).post(url("approve", made.pk))
    page = acting(cast.parent).get(url("read", made.pk))
    assert page.status_code == 200 and cast.professional.name not in words_on(page)


def test_it_is_sent_back_with_a_word_why_and_handed_in_again(handed_in, write, acting, cast):
    browser = acting(cast.senco)
    assert browser.post(url("send_back", handed_in.pk), {"why": " "}).status_code == 422
    browser.post(url("send_back", handed_in.pk), {"why": "The second text is too long"})
    assert fresh(handed_in).state == State.RETURNED
    assert "The second text is too long" in words_on(acting(cast.ta).get(handed_in.get_absolute_url()))
    write(handed_in, {handed_in.texts[1]: "أقصر"}, hand_in=True)
    assert fresh(handed_in).state == State.HANDED_IN and fresh(handed_in).words[handed_in.texts[1]] == "أقصر"


def test_somebody_else_takes_over_what_was_written(ask, write, acting, cast):
    made = ask()
    write(made, {made.texts[0]: "خطة"})
    browser = acting(cast.senco)
    form = browser.get(url("people", made.pk)).context["form"]
    answers = {
        name: form[name].value() or "" for name in ("version", "opened", "approver", "by_when", "note")
    }
    browser.post(url("people", made.pk), answers | {"translator": cast.professional.pk})
    assert acting(cast.ta).get(made.get_absolute_url()).status_code == 404
    page = acting(cast.professional).get(made.get_absolute_url())
    assert page.context["form"]["text-1"].value() == "خطة"


def test_taken_back_nobody_reads_it(approved, acting, cast):
    acting(cast.senco).post(url("take_back", approved.pk))
    assert fresh(approved).state == State.WITHDRAWN
    assert acting(cast.parent).get(url("read", approved.pk)).status_code == 404
    assert "taken back already" in words_on(
        acting(cast.senco).post(url("take_back", approved.pk), follow=True)
    )


def test_whoever_is_next_is_told_once_without_a_name(cast, ask, write, acting):
    with as_owner():
        cast.child.contacts.filter(membership=cast.parent).update(language="ARA")
        OutboxMessage.objects.all().delete()  # of the plan itself
    made = ask()
    tell_of_translations()
    write(made, in_arabic(made), hand_in=True)
    tell_of_translations()
    acting(cast.senco).post(url("send_back", made.pk), {"why": "Too long"})
    tell_of_translations()
    write(made, {}, hand_in=True)
    tell_of_translations()
    tell_of_translations()
    acting(cast.senco).post(url("approve", made.pk))
    tell_of_translations()
    tell_of_translations()
    told = mails()
    assert [to for to, _subject in told] == [
        cast.ta.email, cast.senco.email, cast.ta.email, cast.senco.email, cast.parent.email
    ]  # fmt: skip
    assert "translate" in told[0][1] and "approval" in told[1][1] and "came back" in told[2][1]
    assert "Ada" not in str(told)


def test_both_parents_are_told_where_it_is_nobody_s_language(approved, cast):
    with as_owner():
        OutboxMessage.objects.all().delete()
    tell_of_translations()
    assert {to for to, _subject in mails()} == {cast.parent.email, cast.other.email}


# Lists ----------------------------------------------------------------------------------------------------------------


def test_each_finds_what_waits_for_them(handed_in, ask, acting, cast):
    ask("pl", translator=cast.professional.pk, approver=cast.head.pk)
    for who, there, absent in (
        (cast.senco, ["To approve", "With others", "Arabic", "Polish"], []),
        (cast.ta, ["No translations"], ["Polish"]),
        (cast.professional, ["To translate", "Polish"], ["Arabic"]),
        (cast.teacher, ["No translations"], ["Polish", "Arabic"]),
    ):
        page = words_on(acting(who).get(url("translations")))
        assert [each for each in there if each not in page] == [], who.role
        assert [each for each in absent if each in page] == [], who.role
    home = words_on(acting(cast.senco).get(reverse("dashboard:to_do")))
    assert "Approve in Arabic: SEN Support plan" in home


def test_queries_do_not_grow_with_translations(acting, cast, ask, count_queries):  # noqa: F811
    ask("ar")
    few = count_queries(acting(cast.senco), url("translations"))
    for language in ("pl", "ur", "ro", "uk"):
        ask(language)
    assert count_queries(acting(cast.senco), url("translations")) == few
