"""How far the work on a file is, for a page that watches. Kept outside the database, whose transaction nobody can look into."""

from collections.abc import Callable

from django.core.cache import cache

from register.models import ImportRun

Progress = Callable[[int], None]
KEPT = 3600  # seconds


def progress_of(run: ImportRun) -> Progress:
    """Tells a watching page how many rows or lines are done."""

    def report(done: int) -> None:
        if done % 50 == 0:
            cache.set(progress_key(run.pk), done, timeout=KEPT)

    return report


def progress_key(run_id) -> str:
    return f"import-progress:{run_id}"
