"""What a start loads, and what only those load who need it: computing figures, reading workbooks, sending tasks."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = "import django; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns"
SUPERVISOR = "import senco.core.serving.serve"


def loaded(start: str, *libraries: str) -> set[str]:
    """Which of these libraries a new process holds once it has done that."""
    script = f"{start}\nimport sys; print(*set({libraries!r}) & sys.modules.keys())"
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=True)
    return set(run.stdout.split())


def test_every_page_is_ready_without_what_few_of_them_need():
    assert loaded(PAGES, "scipy", "openpyxl", "weasyprint") == set()


def test_the_supervisor_sends_no_tasks():
    assert loaded(SUPERVISOR, "celery", "django.urls") == set()


def test_who_serves_pages_sends_tasks_through_our_application():
    said = f"{PAGES}\nfrom celery import current_app; assert current_app.main == 'senco'"
    assert loaded(said, "celery") == {"celery"}


@pytest.mark.parametrize(
    ("need", "library"),
    [
        ("from senco.governance.suppression import protect", "scipy"),
        ("from register.imports import workbooks; workbooks._opened(b'', values=True)", "openpyxl"),
    ],
)
def test_control_whoever_needs_a_library_loads_it(need, library):
    start = f"{PAGES}\ntry:\n    {need}\nexcept Exception: pass"
    assert loaded(start, library) == {library}
