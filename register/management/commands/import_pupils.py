"""Import files from the school's MIS: pupils, transfer files, contacts, staff and teaching groups, each recognised by its content.

Exit code 0 when every file was taken (a file whose rows are all unchanged counts as taken), 1 when nothing could be taken, 2 when
some files were taken and others not.
"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions.imports.applying import apply_run
from register.actions.imports.staging import stage
from register.actions.imports.uploading import upload
from register.imports.refusals import ImportRefused
from register.models import ImportLine, ImportRun
from senco.access.context import acting_as
from senco.accounts.models import Membership, School
from senco.accounts.roles import Role

SHOWN = {
    ImportLine.Kind.PARKED: _("Parked rows"),
    ImportLine.Kind.DECISION: _("To decide"),
    ImportLine.Kind.WARNING: _("Warnings"),
}


class Command(BaseCommand):
    help = "Imports pupils, contacts, staff or teaching groups from files of the school's MIS."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would change and change nothing"
        )
        parser.add_argument("--school", help="URN of the school, where the installation serves several")
        parser.add_argument(
            "--as", dest="email", help="e-mail address of the SENCO or administrator who imports"
        )
        parser.add_argument(
            "--leavers", action="store_true", help="mark pupils who are not in a pupil report as left"
        )

    def handle(self, *, files, dry_run, school, email, leavers, **_options):
        importer = find_importer(school, email)
        taken = [self.import_file(Path(name), importer, dry_run, leavers) for name in files]
        if not all(taken):
            raise CommandError(
                _("Some files could not be taken.") if any(taken) else _("Nothing could be taken."),
                returncode=2 if any(taken) else 1,
            )

    def import_file(self, path: Path, importer: Membership, dry_run: bool, leavers: bool) -> bool:
        """Whether the file was understood and at least one of its rows was taken or already held."""
        self.stdout.write(self.style.MIGRATE_HEADING(path.name))
        try:
            content = path.read_bytes()
        except OSError as error:
            self.stderr.write(_("Cannot be read: %(why)s") % {"why": error.strerror})
            return False
        with acting_as(importer, purpose="import_pupils"):
            run = self.run_through(content, path.name, importer, dry_run, leavers)
            if dry_run:
                transaction.set_rollback(True)
        return run is not None and something_taken(run)

    def run_through(
        self, content: bytes, name: str, importer: Membership, dry_run: bool, leavers: bool
    ) -> ImportRun | None:
        try:
            run = stage(
                run=upload(content=content, file_name=name, by=importer, options={"leavers": leavers}),
                by=importer,
            )
        except ImportRefused as refused:
            self.stderr.write(f"{refused.reason} {refused.what_to_do}")
            return None
        self.report(run)
        if run.state == ImportRun.State.READY and not dry_run and something_taken(run):
            apply_run(run=run, by=importer)
        return run

    def report(self, run: ImportRun) -> None:
        if run.refusal:
            self.stderr.write(run.refusal)
            return
        counts = ", ".join(
            f"{ImportLine.Kind(kind).label.lower()}: {count}" for kind, count in run.counts.items() if count
        )
        self.stdout.write(f"{run.get_kind_display()}, {run.source}. {counts or _('no rows')}")
        for kind, heading in SHOWN.items():
            self.report_lines(run.lines.filter(kind=kind), heading)

    def report_lines(self, lines, heading: str, most: int = 50) -> None:
        total = lines.count()
        if total:
            self.stdout.write(f"{heading} ({total})")
        for line in lines[:most]:
            where = _("row %(n)s") % {"n": line.row_number} if line.row_number else _("whole file")
            self.stdout.write(f"  {where}, {line.field.partition(':')[0]}: {line.reason} {line.what_to_do}")
        if total > most:
            self.stdout.write(_("  … and %(n)d more") % {"n": total - most})


def something_taken(run: ImportRun) -> bool:
    """A run of which every row was parked took nothing."""
    return run.state in (ImportRun.State.READY, ImportRun.State.APPLIED) and any(
        run.counts.get(kind) for kind in ("new", "changed", "unchanged", "decision")
    )


def find_importer(urn: str | None, email: str | None) -> Membership:
    """The membership that imports: the named person's, else the school's longest-serving SENCO or administrator with an account."""
    schools = School.objects.filter(urn=urn) if urn else School.objects.all()
    if schools.count() != 1:
        raise CommandError(_("Say which school with --school and its URN."))
    able = Membership.objects.live().filter(
        school=schools.get(), role__in=(Role.SENCO, Role.ADMIN), user__isnull=False
    )
    able = able.filter(user__email=email.lower()) if email else able
    importer = able.order_by("starts", "pk").select_related("school").first()
    if importer is None:
        raise CommandError(_("No SENCO or SEN administrator with an account was found to import as."))
    return importer
