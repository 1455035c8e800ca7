"""The crispy pack: every widget the project uses, its labels, hints and problems, and the list at the top."""

import datetime
import re

import pytest
from crispy_forms.layout import HTML, ButtonHolder, Column, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.template import TemplateSyntaxError
from django.urls import reverse

from senco.accounts.models import School
from senco.core.forms import (
    BaseForm,
    BaseFormSet,
    ChipRadio,
    Chips,
    DateInput,
    DateTimeInput,
    ThreeBoxDateField,
    TimeInput,
    VersionedModelForm,
)

CRISPY = "{% load crispy_forms_tags %}{% crispy form %}"
AREAS = [("r", "Reading"), ("m", "Maths")]


class EveryWidget(BaseForm):
    submit_label = "Send to SENCO"
    cancel_url = "/back/"

    words = forms.CharField(label="Title", help_text="A short one")
    story = forms.CharField(label="What happened?", widget=forms.Textarea)
    pupil = forms.ChoiceField(label="Which pupil?", choices=[("", "Choose a pupil"), *AREAS])
    where = forms.ChoiceField(label="Where?", choices=AREAS, widget=forms.RadioSelect)
    soon = forms.ChoiceField(label="How soon?", choices=AREAS, widget=ChipRadio)
    areas = forms.MultipleChoiceField(
        label="What did you see?", choices=AREAS, widget=Chips, help_text="All that fit"
    )
    tried = forms.MultipleChoiceField(
        label="Tried", choices=AREAS, widget=forms.CheckboxSelectMultiple, required=False
    )
    several = forms.MultipleChoiceField(label="Several", choices=AREAS, required=False)
    told = forms.BooleanField(label="Parent told", help_text="In person")
    since = ThreeBoxDateField(label="Since when?")
    on = forms.DateField(label="On", widget=DateInput, required=False)
    at = forms.TimeField(label="At", widget=TimeInput, required=False)
    when = forms.DateTimeField(label="When", widget=DateTimeInput, required=False)
    photo = forms.FileField(label="Photo")
    hours = forms.IntegerField(label="Hours", required=False)
    email = forms.EmailField(label="Your email address")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput, required=False)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture
def blank(render):
    return render(CRISPY, form=EveryWidget())


@pytest.fixture
def sent_back(render):
    return render(CRISPY, form=EveryWidget({"email": "nope"}))


def ids(html) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', html)


@pytest.mark.parametrize("name", [name for name in EveryWidget.base_fields if name != "kept"])
def test_every_widget_has_its_label(blank, name):
    field = EveryWidget()[name]
    assert field.label in blank
    for_ids = set(re.findall(r'for="([^"]+)"', blank))
    inputs = {found for found in ids(blank) if re.fullmatch(rf"{field.auto_id}(_\d)?", found)}
    controls = inputs & for_ids
    assert controls, "a control without a label"


@pytest.mark.parametrize(
    "kind",
    [
        "text",
        "radio",
        "checkbox",
        "date",
        "time",
        "datetime-local",
        "file",
        "number",
        "email",
        "password",
        "hidden",
    ],
)
def test_every_kind_of_input_is_there(blank, kind):
    assert f'type="{kind}"' in blank


def test_the_form_may_hold_files_and_carries_its_token(blank):
    assert 'enctype="multipart/form-data"' in blank
    assert "csrfmiddlewaretoken" in blank
    assert "novalidate" in blank


def test_hints_and_problems_stand_before_the_input(sent_back):
    for part in ('id="id_words_helptext"', 'id="id_words_error"'):
        assert sent_back.index(part) < sent_back.index('name="words"')


def test_inputs_are_described_by_their_hint_and_problem(sent_back):
    described = re.search(r'<input[^>]*name="words"[^>]*>', sent_back).group()
    assert 'aria-describedby="id_words_helptext id_words_error"' in described
    assert 'aria-invalid="true"' in described
    assert '<fieldset aria-describedby="id_areas_helptext id_areas_error">' in sent_back


def test_what_may_be_left_out_says_so(blank):
    assert blank.count("(optional)") == sum(
        not field.required and not field.widget.is_hidden for field in EveryWidget.base_fields.values()
    )


def test_chips_are_marked(blank):
    assert blank.count('class="choices chips"') == 2


def test_buttons_are_worded_by_the_form(blank):
    assert re.search(r'<button type="submit"[^>]*>Send to SENCO</button>', blank)
    assert '<a href="/back/">Cancel</a>' in blank


def test_a_form_sent_back_lists_its_problems_first(sent_back):
    assert sent_back.index("There is a problem") < sent_back.index('name="words"')
    assert 'class="error-summary" tabindex="-1" autofocus' in sent_back


def test_every_problem_links_to_a_control_that_exists(sent_back):
    targets = re.findall(r'<li><a href="#([^"]+)">', sent_back)
    assert len(targets) == len(EveryWidget({"email": "nope"}).error_summary) > 5
    assert set(targets) <= set(ids(sent_back))


def test_problems_name_their_field():
    form = EveryWidget({"email": "nope"})
    texts = [problem.text for problem in form.error_summary]
    assert "Choose an answer for “Which pupil?”." in texts
    assert "Choose at least one answer for “What did you see?”." in texts
    assert "Choose a file for “Photo”." in texts
    assert "Tick “Parent told” to go on." in texts
    assert "Your email address: Enter a valid email address." in texts
    assert not [text for text in texts if "This field is required" in text]


def test_a_field_keeps_its_own_words():
    class Own(BaseForm):
        pupil = forms.CharField(error_messages={"required": "Choose a pupil"})

    assert [problem.text for problem in Own({}).error_summary] == ["Pupil: Choose a pupil"]


def test_a_question_is_not_followed_by_a_colon():
    class Asked(BaseForm):
        since = ThreeBoxDateField(label="Since when?")

    told = Asked({"since_day": "3"}).error_summary
    assert [problem.text for problem in told] == ["Since when? Give the day, the month and the year."]


def test_a_blank_form_has_no_list(blank):
    assert "There is a problem" not in blank


def test_labels_and_answers_are_escaped(render):
    form = EveryWidget({"words": '"><script>alert(1)</script>'})
    assert "<script>" not in render(CRISPY, form=form)


def test_layouts(render):
    class Laid(BaseForm):
        first, second, third = forms.CharField(), forms.CharField(), forms.CharField(required=False)
        layout = Layout(
            Fieldset("Names", Row(Column("first"), Column("second"))),
            Div("third", css_class="small"),
            HTML("<p>Note</p>"),
            ButtonHolder(Submit("again", "Save and add another")),
        )

    html = render(CRISPY, form=Laid())
    assert "<legend>Names</legend>" in html
    assert 'class="fields' in html
    assert re.search(r'<button[^>]*name="again" value="1"[^>]*>Save and add another</button>', html)


def test_a_layout_that_names_no_field_is_an_error(render):
    class Wrong(BaseForm):
        layout = Layout("nothing")

    with pytest.raises(Exception, match="nothing"):
        render(CRISPY, form=Wrong())


class Contact(BaseForm):
    name = forms.CharField(label="Name")


class Contacts(BaseFormSet):
    row_name = "Contact"


Rows = forms.formset_factory(Contact, formset=Contacts, extra=2)


def test_rows_of_a_form(render):
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "1", "form-0-name": "", "form-1-name": "Ann"}
    html = render(CRISPY, form=Rows(data))
    assert "<legend>Contact 1</legend>" in html
    assert '<a href="#id_form-0-name">Row 1. Fill in “Name”.</a>' in html
    assert html.count("There is a problem") == 1


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (["27", "3", "2026"], datetime.date(2026, 3, 27)),
        (["7", "Mar", "26"], datetime.date(2026, 3, 7)),
        ([" 07 ", "march", "1999"], datetime.date(1999, 3, 7)),
        (["7", "3", "85"], datetime.date(1985, 3, 7)),
    ],
)
def test_dates_as_people_type_them(typed, day):
    assert ThreeBoxDateField(label="Since").clean(typed) == day


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["31", "2", "2026"], "31 2 2026 is not a date"),
        (["7", "", "2026"], "Give the day, the month and the year."),
        (["7", "3", "206"], "7 3 206 is not a date"),
        (["", "", ""], "Fill in “Since”."),
        (["x", "y", "z"], "x y z is not a date"),
    ],
)
def test_what_is_wrong_with_a_date(typed, told):
    with pytest.raises(forms.ValidationError) as caught:
        ThreeBoxDateField(label="Since").clean(typed)
    assert told in caught.value.messages[0]


def test_date_boxes_keep_what_was_typed(render):
    class Since(BaseForm):
        since = ThreeBoxDateField(label="Since")

    html = render(CRISPY, form=Since({"since_day": "31", "since_month": "2", "since_year": "2026"}))
    assert {'value="31"', 'value="2"', 'value="2026"'} <= set(re.findall(r'value="\d+"', html))
    assert "31 2 2026 is not a date in the calendar" in html
    again = Since(initial={"since": datetime.date(2026, 3, 27)})
    assert {'value="27"', 'value="3"', 'value="2026"'} <= set(
        re.findall(r'value="\d+"', render(CRISPY, form=again))
    )


class Drafted(BaseForm):
    draft_key = "concern:new"
    words = forms.CharField()


def test_drafts_are_kept_for_whoever_acts(render, membership):
    html = render(CRISPY, membership=membership("teacher"), form=Drafted())
    assert f'data-draft-url="{reverse("drafts:keep")}"' in html
    assert 'data-draft-key="concern:new"' in html
    assert "data-saved" in html
    assert "data-saved" not in render(CRISPY, form=Drafted()), "a guest has nowhere to keep one"


def test_the_pack_refuses_other_packs(render):
    with pytest.raises(TemplateSyntaxError):
        render("{% load crispy_forms_tags %}{% crispy form 'bootstrap5' %}", form=Contact())


class SchoolForm(VersionedModelForm):
    class Meta:
        model = School
        fields = ["name"]


def edited(version):
    school = School(name="Larkfield", version=3)
    school._state.adding = False
    return SchoolForm({"name": "Larkfield Academy", "version": version}, instance=school)


def test_a_version_that_was_seen_may_be_changed():
    form = edited("3")
    assert form.is_valid()
    assert not form.is_outdated


@pytest.mark.parametrize("version", ["2", "", "x"])
def test_a_version_that_was_not_seen_is_not_overwritten(version, render):
    form = edited(version)
    assert form.is_outdated
    html = render(CRISPY, form=form)
    assert "Somebody else saved changes while you were writing" in html
    assert 'value="Larkfield Academy"' in html, "what was written stays"
    assert 'name="version" value="3"' in html, "saving again is now a decision"
