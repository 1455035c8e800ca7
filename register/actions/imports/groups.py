"""Write teaching groups. Who leaves a group is ended, not removed; access follows from the rows as they then stand."""

from django.utils import timezone

from register.models import GroupPupil, GroupTeacher, ImportLine, ImportRun, TeachingGroup


def apply_groups(*, run: ImportRun, by, progress) -> None:
    """Every group of the file in one pass. `by` acts."""
    now = timezone.now()
    run.options = run.options | {"ended_at": now.isoformat()}  # what ends at this instant ends by this run
    sits, teaches = [], []
    taken = [ImportLine.Kind.NEW, ImportLine.Kind.CHANGED]
    lines = list(
        run.lines.filter(kind__in=[*taken, ImportLine.Kind.LEAVER] if run.options.get("leavers") else taken)
    )
    groups = groups_of(run, lines)
    for done, line in enumerate(lines, 1):
        group = groups[line.field]
        rename(group, line.after["subject"])
        common = {"school_id": run.school_id, "group": group, "starts": now, "origin_run": run.pk}
        sits += [GroupPupil(pupil_id=pupil, **common) for pupil in line.after["join"]]
        teaches += [GroupTeacher(membership_id=person, **common) for person in line.after["teach"]]
        end_places(group, line.after, now)
        progress(done)
    GroupPupil.objects.bulk_create(sits, batch_size=2000)
    GroupTeacher.objects.bulk_create(teaches, batch_size=2000)


def groups_of(run: ImportRun, lines: list[ImportLine]) -> dict[str, TeachingGroup]:
    """The groups of the lines by their keys as text, made where they are new; each line remembers which one it is."""
    new = [line for line in lines if not line.field]
    made = TeachingGroup.objects.bulk_create(
        TeachingGroup(
            school_id=run.school_id, name=line.after["name"], subject=line.after["subject"], origin_run=run.pk
        )
        for line in new
    )
    for line, group in zip(new, made, strict=True):
        line.field = str(group.pk)
    ImportLine.objects.bulk_update(new, ["field"], batch_size=500)
    held = TeachingGroup.objects.in_bulk([line.field for line in lines])
    return {str(key): group for key, group in held.items()}


def rename(group: TeachingGroup, subject: str) -> None:
    if subject and group.subject != subject:
        group.subject = subject
        group.save(update_fields=["subject"])


def end_places(group: TeachingGroup, after: dict, now) -> None:
    """End the places of those who left. A place that was to begin only now ends where it began."""
    if after["leave"]:
        GroupPupil.objects.filter(group=group, pupil__in=after["leave"], ends__isnull=True).update(ends=now)
    if after["stop"]:
        GroupTeacher.objects.filter(group=group, membership__in=after["stop"], ends__isnull=True).update(
            ends=now
        )
