"""A pupil's profile for staff: reading, writing, agreeing, publishing, confirming that one has read it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.profiles import (
    agree_profile,
    publish_profile,
    read_profile,
    take_down_profile,
    write_profile,
)
from provision.choices import PaperSize
from provision.forms.profiles import ProfileForm
from provision.models import ProfileVersion
from provision.printed import profile_file
from provision.queries.photos import on_paper, photo_of, pictures_to_choose
from provision.queries.profiles import (
    facts_of,
    has_read,
    paper_of_draft,
    paper_of_version,
    parts_of,
    profile_word,
    readings_of,
    standing_version,
)
from provision.queries.readings import who_has_not_read
from provision.views.profiles_finding import profile_of, profile_to_edit, saw_this
from register.views.finding import accepted, pupil_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_opened
from senco.core.permissions import READ, SUBMIT, requires
from senco.documents.downloads import file_or_back
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("provision.view_profile", methods=READ)
def pupil_profile(request, pk):
    """What was published, or the draft where nothing is; `?draft=on` shows what was saved since."""
    pupil, membership = pupil_or_404(request, pk), request.membership
    record_opened(membership, what="profile", pupil_id=pupil.pk)
    profile, version = profile_of(request, pupil), standing_version(pupil, membership)
    drafted = bool(profile) and (version is None or request.GET.get("draft") == "on")
    facts = facts_of([pupil], membership, timezone.localdate())[pupil.pk]
    changed = bool(profile and version) and profile.version != version.saved_version
    context = {
        "pupil": pupil,
        "profile": profile,
        "version": version,
        "drafted": drafted,
        "changed": changed,
        "agreeable": drafted or not changed,  # the page shows the very words that would be agreed
        "paper": paper_for(pupil, facts, profile if drafted else version, drafted, membership),
        "facts": facts,
        "word": profile_word(pupil.school),
        "read": has_read(version, membership),
        "may_write": membership.may("provision.write_profile"),
        "may_publish": membership.may("provision.publish_profile"),
        **reading_of(version, membership),
    }
    return render(request, "provision/profiles/profile.html", context)


def paper_for(pupil, facts, words, drafted: bool, membership):
    """The profile as a page shows it; None where there are no words."""
    if words is None:
        return None
    make = paper_of_draft if drafted else paper_of_version
    photo = photo_of(words, pupil.name, membership)
    return make(words, pupil, facts, photo=photo, word=profile_word(pupil.school))


def reading_of(version, membership) -> dict:
    """Who has read what was published and who has not, for those who ask people to."""
    if version is None or not membership.may("provision.view_readings"):
        return {"readings": [], "unread": []}
    return {"readings": readings_of(version, membership), "unread": who_has_not_read(version, membership)}


@requires("provision.write_profile")
def write(request, pk):
    """The four parts; where a colleague saved in between, both versions are laid side by side."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="profile form", pupil_id=pupil.pk)
    profile = profile_to_edit(request, pupil)
    back = redirect("provision:pupil_profile", pupil.pk)
    pictures = pictures_to_choose(profile, request.membership)
    form = ProfileForm(request.POST or None, instance=profile, pictures=pictures, cancel_url=back.url)
    restore(form, request.membership)
    if accepted(form, lambda form: write_profile(profile=form.instance, by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved. Only colleagues can read it until the SENCO publishes it."))
        return back
    context = {"pupil": pupil, "form": form, "word": profile_word(pupil.school)}
    return render(request, "provision/profiles/write.html", context, status=422 if form.errors else 200)


@requires("provision.write_profile", methods=SUBMIT)
def agree(request, pk):
    """The pupil agrees with these words; sent again from the page that says so, they do not any more."""
    pupil = pupil_or_404(request, pk)
    profile = profile_to_edit(request, pupil)
    if not saw_this(request, profile):
        messages.warning(request, outdated())
    else:
        on = None if profile.agreed_on else timezone.localdate()
        agree_profile(profile=profile, on=on, by=request.membership)
        messages.success(
            request, _("Noted: agreed with the pupil today.") if on else _("The mark is taken back.")
        )
    return to_draft(pupil)


@requires("provision.publish_profile", methods=SUBMIT)
def publish(request, pk):
    """From now on staff, the family and professionals read these words."""
    pupil = pupil_or_404(request, pk)
    profile = profile_to_edit(request, pupil)
    if not saw_this(request, profile):
        messages.warning(request, outdated())
        return to_draft(pupil)
    try:
        version = publish_profile(profile=profile, by=request.membership)
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    else:
        words = {"name": pupil.name, "number": version.number}
        messages.success(request, _("Published: version %(number)d for %(name)s.") % words)
    return redirect("provision:pupil_profile", pupil.pk)


@requires("provision.publish_profile", methods=SUBMIT)
def take_down(request, pk):
    """Families and professionals read it no longer; colleagues find it as a draft."""
    pupil = pupil_or_404(request, pk)
    profile = profile_of(request, pupil)
    if profile is not None and take_down_profile(profile=profile, by=request.membership):
        messages.success(request, _("Taken down. Families and professionals no longer see it."))
    return redirect("provision:pupil_profile", pupil.pk)


@requires("provision.view_profile", methods=SUBMIT)
def confirm(request, pk):
    """ "I have read it": this very version, if it still stands."""
    pupil = pupil_or_404(request, pk)
    version = standing_version(pupil, request.membership)
    if version is None or request.POST.get("number") != str(version.number):
        messages.warning(request, _("It was changed meanwhile. Read the new version first."))
    else:
        read_profile(version=version, by=request.membership)
        messages.success(request, _("Thank you. It is noted that you have read it."))
    return redirect("provision:pupil_profile", pupil.pk)


@requires("provision.view_profile", methods=READ)
def history(request, pk):
    """Every version that was published, the newest first, with its words."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="profile history", pupil_id=pupil.pk)
    found = ProfileVersion.objects.visible_to(request.membership).filter(pupil=pupil)
    versions = [(one, parts_of(one)) for one in found.select_related("by").order_by("-number")]
    context = {"pupil": pupil, "versions": versions, "word": profile_word(pupil.school)}
    return render(request, "provision/profiles/history.html", context)


@requires("provision.view_profile", methods=READ)
@recently_authenticated
def pdf(request, pk, size):
    """What the page shows, on paper: the published version, or the draft where nothing is published."""
    pupil, membership = pupil_or_404(request, pk), request.membership
    profile, version = profile_of(request, pupil), standing_version(pupil, membership)
    facts = facts_of([pupil], membership, timezone.localdate())[pupil.pk]
    paper = paper_for(pupil, facts, version or profile, version is None, membership)
    if size not in PaperSize.values or paper is None:
        raise Http404

    def make():
        drawn = profile_file(on_paper(paper, membership), size)
        record_exported(membership, what="profile pdf", pupil_ids=[pupil.pk])
        return drawn

    return file_or_back(request, make, reverse("provision:pupil_profile", args=[pupil.pk]))


def to_draft(pupil):
    response = redirect("provision:pupil_profile", pupil.pk)
    response["Location"] += "?draft=on"
    return response


def outdated() -> str:
    return _("Somebody saved it meanwhile. Read it as it is now, then press the button again.")
