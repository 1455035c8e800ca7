"""`import_pupils` on every example file: what it says and the code it ends with."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from register.models import Contact, ImportRun, Pupil, TeachingGroup
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.factories import person, school

from .bringing import HEADER, ISLA

INPUTS = Path(__file__).parent.parent / "inputs"
pytestmark = pytest.mark.django_db

SAID = {  # file → exit code, parts of what is said
    "sims_pupils.csv": (0, ["Pupils, SIMS.", "new: 1050"]),
    "arbor_pupils.csv": (0, ["Pupils, Arbor."]),
    "bromcom_pupils.csv": (0, ["Pupils, Bromcom."]),
    "9992001_CTF_9994001_001.xml": (0, ["Common Transfer File"]),
    "staff.csv": (0, ["Staff"]),
    "contacts.csv": (1, ["Contacts", "No pupil here has this UPN", "Import the pupils first"]),
    "teaching_groups.csv": (1, ["Teaching groups", "No pupil here has this UPN", "Import the pupils first"]),
    "broken/cut_short.xml": (1, ["cut"]),
    "broken/empty.csv": (1, ["The file is empty. Export it again from the MIS."]),
    "broken/entity_bomb.xml": (1, ["DTD"]),
    "broken/external_entity.xml": (1, ["DTD"]),
    "broken/not_really.csv": (1, ["not"]),
    "broken/only_a_header.csv": (1, ["a heading row but nothing below it"]),
    "broken/rows_with_faults.csv": (
        0,
        ["new: 1, parked: 10", "row 3, upn: This is not a valid UPN", "row 8, needs: BESD ended in 2014"],
    ),
    "broken/unknown_columns.csv": (1, ["column"]),
    "broken/utf16.csv": (1, ["heading row"]),
    "broken/wrong_root.xml": (1, ["Common Transfer File"]),
    "broken/wrong_school.xml": (1, ["998/4999"]),
    "broken": (1, ["broken cannot be read: Is a directory."]),
    "nothing.csv": (1, ["nothing.csv cannot be read: No such file or directory."]),
}


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def run_command(*files: str, **options) -> tuple[int, str]:
    """Exit code and everything that was written."""
    out = StringIO()
    try:
        call_command(
            "import_pupils", *(str(INPUTS / name) for name in files), stdout=out, stderr=out, **options
        )
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}\n{error}"
    return 0, out.getvalue()


def changes_in(said: str) -> list[str]:
    """Counts of new, changed and parked lines and of lines to decide."""
    return re.findall(r"(?<![a-z])(?:new|changed|parked|to decide): \d+", said)


def records(senco) -> list[int]:
    with acting_as(senco):
        return [model.objects.count() for model in (Pupil, Contact, TeachingGroup, Membership, ImportRun)]


@pytest.mark.parametrize("name", SAID)
def test_each_file_gets_its_own_message(senco, name):
    expected_code, parts = SAID[name]
    before = records(senco)
    code, said = run_command(name, dry_run=True)
    assert code == expected_code, said
    assert not [part for part in parts if part.casefold() not in said.casefold()], said
    assert "Traceback" not in said
    assert len(said.splitlines()) < 40, "one sentence for each cause"
    assert records(senco) == before, "a dry run changes nothing"


def test_control_every_example_file_is_in_the_table():
    files = {str(path.relative_to(INPUTS)) for path in INPUTS.rglob("*") if path.is_file()}
    assert files == set(SAID) - {"broken", "nothing.csv"}


def test_files_in_any_order_and_twice_change_nothing_the_second_time(senco):
    files = ("teaching_groups.csv", "contacts.csv", "staff.csv", "sims_pupils.csv")
    code, said = run_command(*files)
    assert code == 0, said
    assert changes_in(said), "the first time there is something to take"
    first = records(senco)[:4]
    assert min(first) > 0
    code, said = run_command(*files)
    assert code == 0, said
    assert not changes_in(said), said
    assert records(senco)[:4] == first


def test_sources_in_turn_change_nothing_where_they_agree(senco):
    run_command("sims_pupils.csv")
    run_command("arbor_pupils.csv")
    run_command("bromcom_pupils.csv")
    for name in ("arbor_pupils.csv", "bromcom_pupils.csv", "sims_pupils.csv"):
        code, said = run_command(name)
        assert code == 0
        assert not changes_in(said), said


def test_some_files_taken_and_others_not_ends_with_two(senco):
    code, said = run_command("broken/empty.csv", "staff.csv")
    assert code == 2
    assert "Some files could not be taken." in said


def test_without_anybody_to_import_as_nothing_is_read():
    school()
    code, said = run_command("staff.csv")
    assert code == 1
    assert "No SENCO or SEN administrator" in said


def test_columns_that_are_not_read_are_named(senco, tmp_path):
    file = tmp_path / "pupils.csv"
    file.write_text(
        HEADER.replace("Gender", "Gender,Contact 1 name,Court order") + ISLA.replace(",F,", ",F,Dana,Y,")
    )
    code, said = run_command(str(file), dry_run=True)
    assert code == 0
    assert "Not read: Contact 1 name, Court order." in said
    assert "The column “Court order” is not read, and may be about court orders" in said


def test_a_source_with_dates_fills_in_the_starts_that_one_without_left_open(senco):
    run_command("arbor_pupils.csv")
    code, said = run_command("sims_pupils.csv")
    assert code == 0 and "start not known" in said
    with acting_as(senco):
        run = ImportRun.objects.latest("applied_at")
        told = run.lines.filter(field="sen_since")
        assert told.count() > 100 and set(told.values_list("decision", flat=True)) == {"theirs"}
    code, said = run_command("sims_pupils.csv")
    assert code == 0 and not changes_in(said), said
