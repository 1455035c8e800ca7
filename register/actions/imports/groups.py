"""Write teaching groups. Who leaves a group is ended, not removed; access follows from the rows as they then stand."""

from django.utils import timezone

from register.models import GroupPupil, GroupTeacher, ImportLine, ImportRun, TeachingGroup


def apply_groups(*, run: ImportRun, by, progress) -> None:
    """Every group of the file in one pass. `by` acts."""
    now = timezone.now()
    sits, teaches = [], []
    for done, line in enumerate(run.lines.filter(kind__in=(ImportLine.Kind.NEW, ImportLine.Kind.CHANGED)), 1):
        group = group_of(run, line)
        common = {"school_id": run.school_id, "group": group, "starts": now, "origin_run": run.pk}
        sits += [GroupPupil(pupil_id=pupil, **common) for pupil in line.after["join"]]
        teaches += [GroupTeacher(membership_id=person, **common) for person in line.after["teach"]]
        end_places(group, line.after, now)
        progress(done)
    GroupPupil.objects.bulk_create(sits, batch_size=2000)
    GroupTeacher.objects.bulk_create(teaches, batch_size=2000)


def group_of(run: ImportRun, line: ImportLine) -> TeachingGroup:
    """The group of a line, made or renamed as the file says; the line remembers which one it is."""
    if not line.field:
        group = TeachingGroup.objects.create(
            school_id=run.school_id, name=line.after["name"], subject=line.after["subject"], origin_run=run.pk
        )
        line.field = str(group.pk)
        line.save(update_fields=["field"])
        return group
    group = TeachingGroup.objects.get(pk=line.field)
    if line.after["subject"] and group.subject != line.after["subject"]:
        group.subject = line.after["subject"]
        group.save(update_fields=["subject"])
    return group


def end_places(group: TeachingGroup, after: dict, now) -> None:
    """End the places of those who left. A place that was to begin only now ends where it began."""
    if after["leave"]:
        GroupPupil.objects.filter(group=group, pupil__in=after["leave"], ends__isnull=True).update(ends=now)
    if after["stop"]:
        GroupTeacher.objects.filter(group=group, membership__in=after["stop"], ends__isnull=True).update(
            ends=now
        )
