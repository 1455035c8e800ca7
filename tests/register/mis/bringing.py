"""Small reports, and taking them the way the wizard does."""

from django.urls import reverse

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.deciding import decide_all
from register.actions.imports.staging import stage
from register.actions.imports.uploading import upload
from register.models import ImportRun, Pupil
from senco.access.context import acting_as

HEADER = "UPN,Adno,Legal Surname,Legal Forename,Date of birth,Gender,Year taught in,Reg group,SEN status,SEN need type (1)\n"
ISLA = "G999400125001,000101,Marlowe,Isla,09/03/2014,F,7,7A,K,SLCN\n"
JAYDEN = "W999400125002,000102,Fenwick,Jayden,23/05/2015,M,7,7B,N,\n"
CONTACT_HEADER = (
    "UPN,Priority,Forename,Surname,Relationship,Parental responsibility,Email,Mobile,Court order\n"
)
DANA = "G999400125001,1,Dana,Marlowe,MOT,T,dana@example.org,07700 900446,\n"
STAFF_HEADER = "Staff code,Title,Forename,Surname,Work email,Role\n"
GROUP_HEADER = "Group,Subject,UPN,Staff code\n"


def bring(by, text: str, name: str = "sims.csv") -> ImportRun:
    """Read a file; the run waits with its lines."""
    with acting_as(by):
        return stage(run=upload(content=text.encode(), file_name=name, by=by), by=by)


def take(by, text: str, name: str = "sims.csv", *, leavers: bool = False) -> ImportRun:
    """Read a file and apply it."""
    run = bring(by, text, name)
    with acting_as(by):
        begun = begin_applying(run=run, leavers=leavers, by=by)
        return apply_run(run=begun, by=by)


def take_theirs(by, run: ImportRun, field: str) -> ImportRun:
    """Decide every line of a sort for the file, and apply."""
    with acting_as(by):
        decide_all(run=run, field=field, decision="same" if field == "match" else "theirs", by=by)
        return apply_run(run=begin_applying(run=run, leavers=False, by=by), by=by)


def press_apply(client, run: ImportRun):
    """Open the preview and press its button, with everything the form holds."""
    page = client.get(reverse("register:import", args=[run.pk]))
    shown = page.context["form"].initial["shown"] if page.status_code == 200 else ""
    return client.post(reverse("register:apply_import", args=[run.pk]), {"shown": shown})


def kinds(run: ImportRun) -> dict[str, int]:
    """How many lines of each kind, without those of which there are none."""
    return {kind: count for kind, count in run.counts.items() if count}


def lines_of(by, run: ImportRun, kind: str) -> list:
    with acting_as(by):
        return list(run.lines.filter(kind=kind))


def held(by, forename: str) -> Pupil:
    with acting_as(by):
        return Pupil.objects.get(legal_forename=forename)
