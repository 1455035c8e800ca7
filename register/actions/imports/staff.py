"""Write staff as memberships without an account; an invitation gives them one."""

from register.actions.invitations import take_back
from register.models import ImportLine, ImportRun
from senco.accounts.models import Membership

from .values import assign, restored


def apply_staff(*, run: ImportRun, by, progress) -> None:
    """New staff at once, changes one by one. `by` acts."""
    new = run.lines.filter(kind=ImportLine.Kind.NEW)
    Membership.objects.bulk_create(
        Membership(school_id=run.school_id, origin_run=run.pk, **restored(Membership, line.after["staff"]))
        for line in new
    )
    changed = list(run.lines.filter(kind=ImportLine.Kind.CHANGED))
    members = {
        str(key): each for key, each in Membership.objects.in_bulk([line.field for line in changed]).items()
    }
    for done, line in enumerate(changed, 1):
        member = members[line.field]
        names = assign(member, line.after["staff"])
        member.save(update_fields=names)
        if (
            "email" in names
        ):  # what was sent to the old address works no longer; the next invitation goes to the new one
            take_back(member)
        progress(done)
