"""What the system does with files by itself: destroys the content of removed ones, has waiting ones scanned.

Time is the database's, which lets go of no content before its own hour is over. Of a file the system reads what it needs for that and no name (register/migrations).
"""

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from register.choices import FileRemoval, FileScan
from register.models import PupilFile, PupilFileContent
from register.models.file import UNDO_TIME
from senco.documents.uploads.scanning import scan
from senco.documents.uploads.unfit import Unfit


@transaction.atomic
def erase_removed() -> int:
    """Destroy the content of files that were removed longer than UNDO_TIME ago; how many there were."""
    over = PupilFile.objects.filter(removed_at__lte=Now() - UNDO_TIME, erased_at__isnull=True)
    keys = list(over.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    PupilFileContent.objects.filter(file__in=keys).delete()
    return PupilFile.objects.filter(pk__in=keys).update(erased_at=Now())


def waiting() -> list:
    """Keys of the files that nobody can open before they are scanned, the oldest first."""
    found = PupilFile.objects.filter(scan=FileScan.WAITING, removed_at__isnull=True)
    return list(found.order_by("uploaded_at", "pk").values_list("pk", flat=True))


@transaction.atomic
def scan_waiting(*, key) -> None:
    """Scan one waiting file: it opens, or is removed because of what was found. Raises ScannerAway; it waits on then."""
    content = PupilFileContent.objects.filter(file_id=key).values_list("content", flat=True).first()
    if content is None:
        return
    now = timezone.now()
    outcome = {"scan": FileScan.CLEAN, "scanned_at": now}
    try:
        scan(bytes(content))
    except Unfit:
        outcome = {"scanned_at": now, "removed_at": now, "removed_why": FileRemoval.VIRUS}
    PupilFile.objects.filter(pk=key, scan=FileScan.WAITING, removed_at__isnull=True).update(**outcome)
