"""Keep what the school's own MIS says of SEN: a row where it is something else than what the files before said."""

from django.utils.timezone import localdate

from register.models import ImportLine, ImportRun, SenInMis
from register.queries.in_mis import Statement, last_statements


def keep_statements(run: ImportRun) -> None:
    """What staging found about pupils we hold, and what new pupils came with."""
    stated = {key: Statement(*each) for key, each in run.options.pop("stated", {}).items()}
    if run.options.get("own_mis"):
        stated |= dict(brought_by_new(run))
    before = last_statements(run.school)
    SenInMis.objects.bulk_create(
        (
            SenInMis(
                school_id=run.school_id, pupil_id=key, provision=each.provision or "", needs=each.needs, said_on=localdate(),
                source=run.source, origin_run=run.pk,
            )
            for key, each in stated.items()
            if each.adds_to(before.get(key))
        ),
        batch_size=2000,
    )  # fmt: skip


def brought_by_new(run: ImportRun):
    """What the file says of new pupils, of whom it may know needs and no status."""
    taken = [ImportLine.Decision.NEW_PERSON, ImportLine.Decision.SAME_PERSON]
    lines = run.lines.filter(pupil__isnull=False, after__has_key="stated")
    found = lines.filter(kind=ImportLine.Kind.NEW) | lines.filter(field="match", decision__in=taken)
    for key, stated in found.values_list("pupil_id", "after__stated").iterator(chunk_size=2000):
        yield str(key), Statement(*stated)
