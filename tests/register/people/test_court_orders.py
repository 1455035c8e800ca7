"""A court order and imports: neither an import nor its undo opens what an order closed, nor does an order that ends."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from register.actions.imports.applying import apply_run, begin_applying
from register.actions.imports.deciding import decide
from register.actions.imports.staging import NotReady
from register.actions.imports.undoing import undo_run
from register.actions.people import invite_contacts
from register.models import Contact, ContactAddress, Pupil
from senco.access.context import acting_as
from tests.factories import as_owner, person
from tests.register.mis.bringing import CONTACT_HEADER, DANA, HEADER, ISLA, bring, lines_of, take
from tests.register.people.isla import ORDERED, dana, derive, isla, sees, senco, the_row

__all__ = ["dana", "isla", "senco"]

pytestmark = pytest.mark.django_db


def undo(by, run):
    with acting_as(by):
        undo_run(run=run, by=by)


def test_an_order_closes_at_once_and_undoing_the_import_opens_nothing(senco, dana):
    run = take(senco, CONTACT_HEADER + ORDERED)
    assert not sees(dana)
    undo(senco, run)
    assert the_row(senco).court_order
    assert not sees(dana)


def test_undoing_says_that_orders_stay(proved, senco, dana):
    run = take(senco, CONTACT_HEADER + ORDERED)
    address = f"/imports/{run.pk}/undo/"
    assert "It stays recorded" in proved(senco).get(address).content.decode()
    assert "stay recorded" in proved(senco).post(address, follow=True).content.decode()


def test_a_contact_who_came_with_an_order_outlives_the_undone_import(senco, isla, dana):
    """Otherwise the order beside a shared mailbox would go with the row, and the mailbox would be open again."""
    father = ORDERED.replace("Dana", "Rob").replace("MOT", "FAT").replace(",1,", ",2,")
    run = take(
        senco,
        CONTACT_HEADER.replace("Court", "Address,Court")
        + DANA.replace(",\n", ",,\n")
        + father.replace(",T\n", ",1 Lane,T\n"),
    )
    assert not sees(dana)  # the address of the order is hers too
    undo(senco, run)
    with acting_as(senco):
        kept = Contact.objects.get(court_order=True)
        assert (kept.origin_run, ContactAddress.objects.get().origin_run) == (None, None)
        assert Contact.objects.get(court_order=False).membership_id is None
    derive(senco)
    assert not sees(dana)


def test_an_import_undone_with_its_pupils_takes_their_contacts_along(senco):
    with_contact = take(senco, HEADER + ISLA)
    undo(senco, with_contact)
    with acting_as(senco):
        assert not Pupil.objects.exists()


@pytest.mark.parametrize("word", ["Unknown", "Refused", "U", "R", "see file"])
def test_a_cell_that_is_not_a_plain_no_closes(senco, dana, word):
    run = take(senco, CONTACT_HEADER + DANA.replace(",\n", f",{word}\n"))
    assert not sees(dana)
    assert lines_of(senco, run, "warning")


def lifting(senco, by):
    take(senco, CONTACT_HEADER + ORDERED)
    run = bring(senco, CONTACT_HEADER + DANA)
    with acting_as(by):
        decide(line=run.lines.get(kind="decision"), decision="theirs", by=by)
    return run


def test_lifting_an_order_in_an_import_is_the_sencos_and_opens_nothing(senco, dana):
    with pytest.raises(PermissionDenied):
        lifting(senco, person("admin", at=senco.school))
    run = lifting(senco, senco)
    with acting_as(senco):
        apply_run(run=run, by=senco)
    row = the_row(senco)
    assert (row.court_order, row.membership_id) == (False, None)
    derive(senco)
    assert not sees(dana)
    with acting_as(senco):
        invite_contacts(contacts=[row], by=senco)  # a new decision
        assert Contact.objects.get().membership_id


def test_a_file_that_lifts_an_order_is_applied_by_the_senco_or_head(senco, dana):
    """Whoever else pressed the button would have lifted it; the database refuses as well."""
    admin = person("admin", at=senco.school)
    run = lifting(senco, senco)
    with acting_as(admin):
        for apply in (apply_run, partial(begin_applying, leavers=False)):
            with pytest.raises(NotReady, match="lifts a court order"):
                apply(run=run, by=admin)
    assert the_row(senco).court_order
    with acting_as(senco):
        assert apply_run(run=run, by=senco).state == "applied"


def test_a_decision_to_lift_does_not_outlive_what_it_was_made_about(senco, dana):
    """The contact was written on after the decision: the file is compared again, and the order is asked about again."""
    run = lifting(senco, senco)
    with as_owner():
        Contact.objects.update(restriction="A second order, of May.")
    with acting_as(senco):
        again = apply_run(run=run, by=senco)
        assert (again.state, again.lines.get(kind="decision").decision) == ("ready", "ours")
    assert the_row(senco).court_order


def test_lifting_asks_for_proof_and_keeping_does_not(acting, proved, senco, dana):
    take(senco, CONTACT_HEADER + ORDERED)
    run = bring(senco, CONTACT_HEADER + DANA)
    (line,) = lines_of(senco, run, "decision")
    address = f"/imports/{run.pk}/lines/{line.pk}/"
    assert "reauthenticate" in acting(senco).post(address, {"decision": "theirs"}).headers["Location"]
    assert "reauthenticate" not in acting(senco).post(address, {"decision": "ours"}).headers["Location"]
    assert lines_of(senco, run, "decision")[0].decision == "ours"
    admin = person("admin", at=senco.school)
    assert proved(admin).post(address, {"decision": "theirs"}).status_code == 403
    assert "Lift the order" not in proved(admin).get(f"/imports/{run.pk}/?show=decision").content.decode()
    proved(senco).post(address, {"decision": "theirs"})
    assert lines_of(senco, run, "decision")[0].decision == "theirs"
