"""What was seen while a plan is carried out: one tap for "seen today", or a note with its day."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.actions.steps import state_of, wait_for_turn
from provision.choices import PlanState
from provision.models import Outcome, Seen, SeenFile, Target
from provision.workflow import SIGN
from register.actions.files import keep_file
from register.models import PupilFile
from senco.core.workflow import StepNotOpen
from senco.documents.uploads.receiving import Received

CAPTION = PupilFile._meta.get_field("caption").max_length


@transaction.atomic
def note_seen(
    *, outcome: Outcome, by, target: Target | None = None, on: datetime.date | None = None, text: str = "",
    uploads: Iterable[Received] = (), alt_text: str = "",
) -> Seen:  # fmt: skip
    """Add a note on an outcome, or on a target under it, with what shows it. The day is today unless given.

    `uploads` become files of the pupil that colleagues may open; `alt_text` says what a picture shows. A second tap on one day leaves
    the first: one person sees a thing once a day without words. Raises StepNotOpen unless the plan is in force, ValidationError
    (keyed by field) for a day that lies ahead or a target of another outcome.
    """
    wait_for_turn(outcome.plan)
    today = timezone.localdate()
    seen = Seen(
        school_id=outcome.school_id, pupil_id=outcome.pupil_id, plan=outcome.plan, outcome=outcome, target=target,
        on=on or today, text=text.strip(), by=by,
    )  # fmt: skip
    insist_carried_out(seen)
    if seen.on > today:
        raise ValidationError({"on": _("The day lies in the future. Give today's date or an earlier one.")})
    seen.full_clean(exclude=["school", "pupil", "plan", "outcome", "target", "by"])
    same = (
        Seen.objects.filter(outcome=outcome, target=target, on=seen.on, by=by, text=seen.text).kept().first()
    )
    if same is None:
        seen.save(force_insert=True)
    for upload in uploads:
        show_by(same or seen, upload, alt_text)
    return same or seen


def show_by(seen: Seen, upload: Received, alt_text: str) -> None:
    """Keep the file with the pupil's others and put it beside the note; the same one twice stands there once."""
    caption = (seen.text or str(seen.target or seen.outcome))[:CAPTION]
    file = keep_file(
        pupil=seen.pupil, upload=upload, by=seen.by, caption=caption, alt_text=alt_text, taken_on=seen.on
    )
    if not seen.files.filter(file=file).exists():
        SeenFile.objects.create(
            school_id=seen.school_id, pupil_id=seen.pupil_id, seen=seen, file=file, by=seen.by
        )


def insist_carried_out(seen: Seen) -> None:
    """Notes belong to a plan in force, to an outcome and a target that stand on it."""
    if state_of(seen.plan) != PlanState.IN_FORCE:
        raise StepNotOpen(_("Notes are added while a plan is in force. This one is not."))
    gone = seen.outcome.removed_at or (seen.target and seen.target.removed_at)
    if gone or (seen.target and seen.target.outcome_id != seen.outcome_id):
        raise ValidationError({"target": _("This target is not under that outcome any more.")})


@transaction.atomic
def remove_seen(*, seen: Seen, by) -> None:
    """Take a note away; `bring_seen_back` undoes it. Raises PermissionDenied for a note of somebody else's, the SENCO excepted."""
    set_removed(seen, timezone.now(), by)


@transaction.atomic
def bring_seen_back(*, seen: Seen, by) -> None:
    """Undo of `remove_seen`."""
    set_removed(seen, None, by)


def set_removed(seen: Seen, moment, by) -> None:
    wait_for_turn(seen.plan)
    if state_of(seen.plan) != PlanState.IN_FORCE:
        raise StepNotOpen(_("This plan is closed: what was noted stands."))
    if not may_remove(seen, by):
        raise PermissionDenied(_("Whoever wrote a note takes it away, or the SENCO."))
    seen.removed_at = moment
    seen.save(update_fields=["removed_at"])


def may_remove(seen: Seen, by) -> bool:
    """Whether this person may take the note away: their own, or any for who signs plans off."""
    return seen.by_id == by.pk or by.may(SIGN)
