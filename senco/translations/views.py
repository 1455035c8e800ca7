"""Translations: asked for, written, looked through, and read at home."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.choices import Audience
from provision.models import PlanVersion
from provision.queries.plan_documents import version_document
from provision.views.documents import as_file
from register.views.stepping import done_or_told, tried
from reviews.models import ReviewRecord
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.permissions import READ as GET
from senco.core.permissions import SUBMIT, requires
from senco.core.versions import to_edit
from senco.core.words.kept import as_kept
from senco.documents.contents import context_of
from senco.drafts.actions import discard
from senco.drafts.restoring import restore
from senco.translations import actions
from senco.translations.forms import AskForm, PeopleForm, SendBackForm, WriteForm
from senco.translations.models import State, Translation
from senco.translations.queries import tasks
from senco.translations.queries.people import able_to_open, languages_at_home, named
from senco.translations.segments import bare

ON_A_PAGE = 30


@requires(tasks.WORK, methods=GET)
def translations(request):
    """What waits for oneself, for the office what waits for others, and what is finished."""
    me = request.membership
    finished = Paginator(tasks.finished(me), ON_A_PAGE).get_page(request.GET.get("page"))
    finished.object_list = named(finished.object_list, me)
    context = {
        "to_translate": named(tasks.to_translate_by(me), me),
        "to_approve": named(tasks.to_approve_by(me), me),
        "with_others": named(tasks.with_others(me), me) if me.may(tasks.ASK) else (),
        "finished": finished,
    }
    return render(request, "translations/list.html", context)


@requires(tasks.ASK)
def ask(request, pk, original):
    """A translation of a plan or a record that is for the family."""
    me, found = request.membership, original_or_404(request, original, pk)
    record_opened(me, what="asking for a translation", pupil_id=found.pupil_id)
    there = set(found.translations.standing().values_list("language", flat=True))
    form = AskForm(
        request.POST or None, instance=new_translation(original, found, me), able=able_to_open(found.pupil),
        at_home=languages_at_home(found.pupil), there=there, me=me,
    )  # fmt: skip
    restore(form, me)
    if tried(form, lambda: actions.ask(translation=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("%(name)s is told.") % {"name": form.instance.translator.name})
        return redirect(form.instance)
    context = {"form": form, "pupil": found.pupil, "title": found.title, "back": address_of(original, found)}
    return render(request, "translations/ask.html", context, status=422 if form.errors else 200)


def original_or_404(request, original, pk):
    """What the family reads of it: nothing else is translated."""
    models = {"plan": PlanVersion, "record": ReviewRecord}
    if original not in models:
        raise Http404(original)
    seen = models[original].objects.visible_to(request.membership).standing().filter(audience=Audience.FAMILY)
    return get_object_or_404(seen.select_related("pupil__school"), pk=pk)


@as_kept
def new_translation(original: str, found, me) -> Translation:
    document = version_document(found, me) if original == "plan" else found.document
    made = Translation(pupil=found.pupil, title=found.title, source=bare(document).as_json())
    setattr(made, "plan_version" if original == "plan" else "record", found)
    return made


def address_of(original: str, found) -> str:
    return reverse("provision:version" if original == "plan" else "reviews:record", args=[found.pk])


def translation_or_404(request, pk) -> Translation:
    seen = Translation.objects.visible_to(request.membership).select_related("pupil__school")
    found = get_object_or_404(to_edit(request, seen), pk=pk)
    return named([found], request.membership)[0]


@requires(tasks.WORK)
def translation(request, pk):
    """The boxes for whoever translates; for everybody else named the words beside the original, and what can be done."""
    me, found = request.membership, translation_or_404(request, pk)
    record_opened(me, what="translation", pupil_id=found.pupil_id)
    if found.translator_id == me.pk and found.is_written:
        return written(request, found)
    if request.method == "POST":
        messages.warning(request, _("It is handed in, or finished: its words stand."))
        return redirect(found)
    return render(request, "translations/look.html", looked_at(found, me) | {"form": SendBackForm()})


def written(request, found: Translation):
    """Saved with either button; the second one hands it in as well."""
    me = request.membership
    form = restore(WriteForm(request.POST or None, instance=found), me)
    if tried(form, lambda: actions.write(translation=found, words=form.words(), by=me)):
        discard(by=me, form=form.draft_key)
        return handed_in(request, found) if "hand_in" in request.POST else saved(request, found)
    context = {"translation": found, "pupil": found.pupil, "form": form}
    return render(request, "translations/write.html", context, status=422 if form.errors else 200)


def saved(request, found: Translation):
    words = {"done": found.done, "all": len(found.texts)}
    messages.success(request, _("Saved. %(done)s of %(all)s texts have words.") % words)
    return redirect(found)


def handed_in(request, found: Translation):
    me = request.membership
    told = _("Handed in. %(name)s looks through it.") % {"name": found.approver_name}
    if done_or_told(request, lambda: actions.hand_in(translation=found, by=me), told):
        return redirect("translations:translations")
    return redirect(found)


def looked_at(found: Translation, me) -> dict:
    """The original beside the words, and which buttons this person has."""
    return {
        "translation": found,
        "pupil": found.pupil,
        "pairs": [(text, found.words.get(text, "")) for text in found.texts],
        "approves": found.approver_id == me.pk and found.state == State.HANDED_IN,
        "changes": me.may(tasks.ASK) and not found.withdrawn_at,
    }


@requires(tasks.WORK, methods=SUBMIT)
def approve(request, pk):
    found = translation_or_404(request, pk)
    done_or_told(
        request, lambda: actions.approve(translation=found, by=request.membership), _("Approved. The family can read it now.")
    )  # fmt: skip
    return redirect(found)


@requires(tasks.WORK, methods=SUBMIT)
def send_back(request, pk):
    me, found = request.membership, translation_or_404(request, pk)
    form = SendBackForm(request.POST)
    if tried(form, lambda: actions.send_back(translation=found, by=me, **form.cleaned_data)):
        messages.success(request, _("%(name)s has it again.") % {"name": found.translator_name})
        return redirect("translations:translations")
    return render(request, "translations/look.html", looked_at(found, me) | {"form": form}, status=422)


@requires(tasks.ASK)
def people(request, pk):
    """Somebody else translates or approves, or it is needed on another day."""
    me, found = request.membership, translation_or_404(request, pk)
    record_opened(me, what="people of a translation", pupil_id=found.pupil_id)
    form = restore(PeopleForm(request.POST or None, instance=found, able=able_to_open(found.pupil)), me)
    form.cancel_url = found.get_absolute_url()
    if tried(form, lambda: actions.reassign(translation=form.instance, by=me)):
        discard(by=me, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(found)
    context = {"translation": found, "pupil": found.pupil, "form": form}
    return render(request, "translations/people.html", context, status=422 if form.errors else 200)


@requires(tasks.ASK, methods=SUBMIT)
def take_back(request, pk):
    found = translation_or_404(request, pk)
    done_or_told(
        request, lambda: actions.take_back(translation=found, by=request.membership), _("Taken back. Nobody reads it any more.")
    )  # fmt: skip
    return redirect(found)


# At home -----------------------------------------------------------------------------------------------------------------


def readable_or_404(request, pk) -> Translation:
    """One that was approved, for the family."""
    seen = Translation.objects.visible_to(request.membership).approved()
    found = get_object_or_404(seen.select_related("pupil__school"), pk=pk)
    return named([found], request.membership)[0]


@requires(tasks.READ, methods=GET)
def read(request, pk):
    """The whole in its language, from its side."""
    found = readable_or_404(request, pk)
    record_opened(request.membership, what="translation", pupil_id=found.pupil_id)
    context = {"translation": found, "pupil": found.pupil, **context_of(found.document, large=False)}
    return render(request, "translations/read.html", context)


@requires(tasks.READ, methods=GET)
@recently_authenticated
def read_file(request, pk, kind):
    """To print or to keep."""
    found = readable_or_404(request, pk)
    return as_file(
        request,
        found.document,
        kind,
        about=found,
        back="translations:read",
        key=found.pk,
        lang=found.spoken.lang,
    )
