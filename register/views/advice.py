"""Asking the SENCO about a pupil or a class; the two write in a thread."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions import advice
from register.forms.advice import AskAdviceForm, ReplyForm
from register.forms.picking import as_typed
from register.models import AdviceThread
from register.queries.advice import for_list, messages_of, threads
from register.views.picking import picking
from register.views.stepping import tried
from senco.audit.actions import record_listed, record_opened
from senco.core.htmx import render_page
from senco.core.permissions import READ, SUBMIT, requires
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

PAGE = 25
ASK = "register/advice/ask.html"
ANSWER = "register.answer_advice"


class Beginning(forms.Form):
    """What an address may choose: a pupil or a class."""

    pupil = forms.UUIDField(required=False)
    group = forms.UUIDField(required=False)


@requires("register.ask_advice", methods=READ)
def advice_threads(request):
    """The threads one may open: one's own, or all of the school for the office; those that wait for an answer first."""
    page = Paginator(for_list(request.membership), PAGE).get_page(request.GET.get("page"))
    record_listed(request.membership, what="advice", pupil_ids=[t.pupil_id for t in page if t.pupil_id])
    return render(request, "register/advice/threads.html", {"page": page})


@requires("register.ask_advice")
def ask_advice(request):
    """Open a thread."""
    start = Beginning(request.GET)
    start.is_valid()
    chosen = {name: key for name, key in start.cleaned_data.items() if key}
    form = restore(
        AskAdviceForm(request.POST or None, membership=request.membership, initial=chosen), request.membership
    )
    form.action = request.get_full_path()
    if tried(form, lambda: advice.ask_advice(by=request.membership, **form.question())):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Your question is with the SENCO."))
        return redirect("register:advice_thread", form.outcome.pk)
    return render(request, ASK, {"form": form} | picking(request, form), status=422 if form.errors else 200)


@requires("register.ask_advice", methods=SUBMIT)
def find_advice_pupil(request):
    """The pupils that fit what was typed; nothing typed elsewhere in the form is lost."""
    form = AskAdviceForm(membership=request.membership, initial=as_typed(AskAdviceForm, request.POST))
    form.action = reverse("register:ask_advice")
    return render_page(request, ASK, {"form": form} | picking(request, form), part="picker")


def thread_or_404(request, pk) -> AdviceThread:
    return get_object_or_404(threads(request.membership).select_related("pupil", "group", "asked_by"), pk=pk)


@requires("register.ask_advice", methods=READ)
def advice_thread(request, pk):
    """A thread with everything written in it."""
    return show(request, thread_or_404(request, pk))


def show(request, thread: AdviceThread, form: ReplyForm | None = None):
    if thread.pupil_id:
        record_opened(request.membership, what="advice", pupil_id=thread.pupil_id)
    form = form or restore(ReplyForm(thread=thread), request.membership)
    form.action = reverse("register:reply_to_advice", args=[thread.pk])
    context = {
        "thread": thread,
        "written": messages_of(thread, request.membership),
        "may_close": request.membership.may(ANSWER),
        "form": form,
        "may_write": may_write(request, thread),
    }
    return render(request, "register/advice/thread.html", context, status=422 if form.errors else 200)


def may_write(request, thread: AdviceThread) -> bool:
    """Whoever asked, and whoever answers; the rest of the office reads."""
    return thread.asked_by_id == request.membership.pk or request.membership.may(ANSWER)


@requires("register.ask_advice", methods=SUBMIT)
def reply_to_advice(request, pk):
    """Write into a thread."""
    thread = thread_or_404(request, pk)
    if not may_write(request, thread):
        messages.warning(request, _("Whoever asked and the SENCO write here; you can read along."))
        return redirect("register:advice_thread", thread.pk)
    form = ReplyForm(request.POST, thread=thread)
    if tried(form, lambda: advice.reply(thread=thread, by=request.membership, **form.cleaned_data)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Sent."))
        return redirect("register:advice_thread", thread.pk)
    return show(request, thread, form)


@requires(ANSWER, methods=SUBMIT)
def close_advice(request, pk):
    """Nothing more to answer."""
    advice.close(thread=thread_or_404(request, pk), by=request.membership)
    messages.success(request, _("Closed. It opens again when somebody writes."))
    return redirect("register:advice")


@requires(ANSWER, methods=SUBMIT)
def reopen_advice(request, pk):
    """There is more to say."""
    advice.reopen(thread=thread_or_404(request, pk), by=request.membership)
    messages.success(request, _("The thread is open again."))
    return redirect("register:advice_thread", pk)
