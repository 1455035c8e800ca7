"""A translation is asked for, written, handed in, sent back or approved, and taken back."""

from collections.abc import Mapping

from celery import current_app
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.mail import mail_to
from senco.access.context import take_turns
from senco.accounts.roles import STAFF
from senco.core.versions import save_newer, stamp
from senco.core.workflow import StepNotOpen
from senco.translations import letters
from senco.translations.models import State, Translation
from senco.translations.queries.people import able_to_open, parents_who_read
from senco.translations.queries.words import proposed

SAVED = ("saved_by", "saved_at")
MEANT = (
    "school",
    "pupil",
    "plan_version",
    "record",
    "asked_by",
    "source",
    "words",
)  # set here, not by a form
TELL = "senco.translations.tasks.tell_of_translations"
LONGEST = 5000  # letters in one text


@transaction.atomic
def ask(*, translation: Translation, by) -> Translation:
    """Ask a person to translate an original and another one to approve it. Texts begin with the words that are known.

    Raises ValidationError where somebody named cannot open the pupil's record, both are one person, or that language is there already.
    """
    insist_on_people(translation)
    original = translation.record or translation.plan_version
    take_turns(f"translation of {original.pk}")
    if original.translations.standing().filter(language=translation.language).exists():
        raise ValidationError(
            {"language": _("There is a translation into this language already.")}, code="there"
        )
    translation.school_id, translation.pupil_id, translation.asked_by = (
        original.school_id,
        original.pupil_id,
        by,
    )
    translation.words = proposed(translation.texts, translation.language, by)
    stamp(translation, by)
    translation.full_clean(exclude=MEANT)
    translation.save(force_insert=True)
    wake_worker_after_commit()
    return translation


def insist_on_people(translation: Translation) -> None:
    if translation.translator == translation.approver:
        raise ValidationError(
            {"approver": _("Somebody else approves than translates. Choose another person.")}, code="same"
        )
    able = able_to_open(translation.pupil)
    for name, who in (("translator", able), ("approver", able.filter(role__in=STAFF))):
        if not who.filter(pk=getattr(translation, f"{name}_id")).exists():
            raise ValidationError({name: _("This person cannot open the pupil's record.")}, code="closed")


@transaction.atomic
def reassign(*, translation: Translation, by) -> None:
    """Other people, another day, another note. What was written stays. Raises ValidationError and StepNotOpen; see `ask`."""
    if translation.approved_at or translation.withdrawn_at:
        raise StepNotOpen(_("This translation is finished."))
    insist_on_people(translation)
    translation.full_clean(exclude=MEANT)
    translation.told_of = ""
    save(translation, ("translator", "approver", "by_when", "note", "told_of"), by)
    wake_worker_after_commit()


@transaction.atomic
def write(*, translation: Translation, words: Mapping[str, str], by) -> None:
    """Keep what is translated so far. Raises PermissionDenied for anybody but the translator, StepNotOpen once it is handed in."""
    insist_translates(translation, by)
    texts = set(translation.texts)
    translation.words = {
        text: said.strip()[:LONGEST] for text, said in words.items() if text in texts and said.strip()
    }
    save(translation, ("words",), by)


@transaction.atomic
def hand_in(*, translation: Translation, by) -> None:
    """It is whole: another person looks through it. Easy read may leave texts out. Raises what `write` does, and ValidationError."""
    insist_translates(translation, by)
    missing = translation.missing
    if missing and not (translation.spoken.is_easy and translation.done):
        told = ", ".join(map(str, missing[:10])) + (" …" if len(missing) > 10 else "")
        raise ValidationError(
            _("These texts have no words yet: %(numbers)s.") % {"numbers": told}, code="unfinished"
        )
    translation.handed_in_at = timezone.now()
    save(translation, ("handed_in_at",), by)
    wake_worker_after_commit()


def insist_translates(translation: Translation, by) -> None:
    if translation.translator_id != by.pk:
        raise PermissionDenied("translate")
    if not translation.is_written:
        raise StepNotOpen(_("It is handed in, or finished: its words stand."))


@transaction.atomic
def send_back(*, translation: Translation, why: str, by) -> None:
    """Something has to change. Raises StepNotOpen for anybody but the approver, and ValidationError without a word why."""
    insist_approves(translation, by)
    translation.returned_at, translation.returned_why = timezone.now(), why.strip()
    if not translation.returned_why:
        raise ValidationError({"why": _("Say what should be changed.")}, code="why")
    translation.full_clean(exclude=MEANT)
    save(translation, ("returned_at", "returned_why"), by)
    wake_worker_after_commit()


@transaction.atomic
def approve(*, translation: Translation, by) -> None:
    """From now on the family reads it, and parents whose language it is are told. Raises StepNotOpen for anybody but the approver."""
    insist_approves(translation, by)
    translation.approved_at = timezone.now()
    save(translation, ("approved_at",), by)
    wake_worker_after_commit()


def insist_approves(translation: Translation, by) -> None:
    if translation.approver_id != by.pk:
        told = {"name": translation.approver.name}
        raise StepNotOpen(_("%(name)s decides on this translation, and nobody else.") % told)
    if translation.state != State.HANDED_IN:
        raise StepNotOpen(_("It is not handed in, or was decided on already."))


@transaction.atomic
def take_back(*, translation: Translation, by) -> None:
    """Nobody reads it any more, and nobody works on it. Raises StepNotOpen where that was done before."""
    if translation.withdrawn_at:
        raise StepNotOpen(_("It was taken back already."))
    translation.withdrawn_at = timezone.now()
    save(translation, ("withdrawn_at",), by)


def save(translation: Translation, fields: tuple[str, ...], by) -> None:
    stamp(translation, by)
    save_newer(translation, fields=[*fields, *SAVED])


def wake_worker_after_commit() -> None:
    """Letters are the office's, whoever took the step. If the broker is away, the regular round comes by."""
    transaction.on_commit(lambda: current_app.send_task(TELL, expires=60, retry=False), robust=True)


@transaction.atomic
def tell(*, key, by) -> bool:
    """Write to whom the newest state of a translation concerns, once; whether there was anything to say. `by` is of the office."""
    seen = Translation.objects.visible_to(by).untold().select_for_update(of=("self",), no_key=True)
    found = seen.filter(pk=key).first()
    if found is None:
        return False
    people, letter = whom_to_tell(found)
    path = reverse("translations:read", args=[found.pk]) if found.approved_at else found.get_absolute_url()
    mail_to(people, letter, path)
    found.told_of = found.state
    found.save(update_fields=["told_of"])
    return True


def whom_to_tell(translation: Translation) -> tuple:
    return {
        State.ASKED: lambda: ([translation.translator], letters.to_translate),
        State.HANDED_IN: lambda: ([translation.approver], letters.to_approve),
        State.RETURNED: lambda: ([translation.translator], letters.sent_back),
        State.APPROVED: lambda: (parents_who_read(translation), letters.to_read),
    }[translation.state]()
