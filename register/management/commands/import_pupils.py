"""Import files from the school's MIS: pupils, transfer files, contacts, staff and teaching groups, each recognised by its content.

The files may be named in any order: pupils are taken first, then staff, contacts and teaching groups.
Exit code 0 when every file was taken (a file whose rows are all unchanged counts as taken), 1 when nothing could be taken, 2 when
some files were taken and others not.
"""

from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from register.actions.imports.applying import apply_run
from register.actions.imports.staging import NotReady, stage
from register.actions.imports.uploading import upload
from register.imports.kinds import kind_of
from register.imports.records import CONTACTS, CTF, GROUPS, PUPILS, STAFF
from register.imports.refusals import ImportRefused
from register.management.import_report import columns_not_read, report_lines
from register.models import ImportLine, ImportRun
from senco.access.context import acting_as
from senco.accounts.models import Membership, School
from senco.accounts.roles import Role

ORDER = (PUPILS, CTF, STAFF, CONTACTS, GROUPS)


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
        parser.add_argument(
            "--ended",
            action="store_true",
            help="end contacts and teaching groups that are not in a file of contacts or groups",
        )

    def handle(self, *, files, dry_run, school, email, leavers, ended, **_options):
        importer = find_importer(school, email)
        contents = {name: self.content_of(Path(name)) for name in dict.fromkeys(files)}
        found = sorted(
            (name for name in contents if contents[name] is not None), key=lambda name: place(contents[name])
        )
        self.leavers, self.ended, self.dry_run = leavers, ended, dry_run
        taken = [False for content in contents.values() if content is None]
        with acting_as(importer, purpose="import_pupils dry run") if dry_run else nullcontext():
            taken += [self.import_file(Path(name).name, contents[name], importer) for name in found]
            if dry_run:
                transaction.set_rollback(True)
        if not all(taken):
            raise CommandError(
                _("Some files could not be taken.") if any(taken) else _("Nothing could be taken."),
                returncode=2 if any(taken) else 1,
            )

    def content_of(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            self.stderr.write(
                _("%(file)s cannot be read: %(why)s.") % {"file": path.name, "why": error.strerror}
            )
            return None

    def import_file(self, name: str, content: bytes, importer: Membership) -> bool:
        """Whether the file was understood and at least one of its rows was taken or already held."""
        self.stdout.write(self.style.MIGRATE_HEADING(name))
        try:
            with transaction.atomic() if self.dry_run else acting_as(importer, purpose="import_pupils"):
                run = stage(
                    run=upload(
                        content=content,
                        file_name=name,
                        by=importer,
                        options={"leavers": self.ends_missing(content)},
                    ),
                    by=importer,
                )
                self.report(run)
                if something_taken(run):
                    apply_run(run=run, by=importer)
        except (ImportRefused, NotReady) as refused:
            self.stderr.write(str(refused))
            return False
        return something_taken(run)

    def ends_missing(self, content: bytes) -> bool:
        """Whether what this file does not name is over; asked for pupils and for everything else apart."""
        return self.ended if kind_of(content) in (CONTACTS, GROUPS) else self.leavers

    def report(self, run: ImportRun) -> None:
        if run.refusal:
            self.stderr.write(run.refusal)
            if run.state == ImportRun.State.MAPPING:
                self.stderr.write(
                    _(
                        "Open the import in the browser, under Import from the MIS, and name its columns there."
                    )
                )
            return
        counts = ", ".join(
            f"{ImportLine.Kind(kind).label.lower()}: {count}" for kind, count in run.counts.items() if count
        )
        self.stdout.write(f"{run.get_kind_display()}, {run.source}. {counts or _('no rows')}")
        for line in filter(None, (columns_not_read(run), *report_lines(run))):
            self.stdout.write(line)


def place(content: bytes) -> int:
    """Where a file stands in the order of reading; one that is not understood comes last."""
    kind = kind_of(content)
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def something_taken(run: ImportRun) -> bool:
    """A run of which every row was parked took nothing."""
    return run.state == ImportRun.State.READY and any(
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
