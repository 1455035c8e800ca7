"""Results of key stages that a transfer file brings. A result that is held already stays as it is."""

from register.models import Attainment, ImportRun

FIELDS = ("stage", "subject", "component", "method", "year", "qualifier", "result", "result_status")


def new_results(run: ImportRun, pairs) -> None:
    """`pairs` are (pupil, what the file says of them)."""
    Attainment.objects.bulk_create(
        (
            Attainment(
                school_id=run.school_id,
                pupil=pupil,
                origin_run=run.pk,
                **dict(zip(FIELDS, facts, strict=True)),
            )
            for pupil, after in pairs
            for facts in after.get("attainment", ())
        ),
        ignore_conflicts=True,
        batch_size=2000,
    )
