"""Verbs that write accounts."""

from allauth.account.models import EmailAddress
from django.db import transaction

from senco.accounts.models import Closure, Membership, School, Term, User
from senco.core.versions import save_newer


@transaction.atomic
def open_account(
    *, email: str, password: str | None = None, first_name: str = "", last_name: str = ""
) -> User:
    """A new account whose email address is known to be the person's own; without a password only codes and passkeys open it.

    Raises ValidationError where the address already has an account or the fields do not fit.
    """
    user = User.objects.create_user(email, password, first_name=first_name, last_name=last_name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def open_school(**described: str) -> School:
    """A school nobody belongs to yet; `described` is name, URN, LAESTAB, phase and perhaps nation, framework and the
    SENCO's name.

    Runs as the owner: no role of a school may make another. Raises ValidationError.
    """
    school = School(**described)
    school.full_clean()
    school.save(force_insert=True)
    return school


@transaction.atomic
def describe_school(*, school: School, terms: list[tuple], closures: list[tuple], by: Membership) -> School:
    """Save what the school says about itself; terms and closures are (name, first day, last day).

    Raises `senco.core.versions.Outdated` where somebody saved the school since it was read.
    """
    school.full_clean()
    save_newer(
        school, fields=["name", "phase", "phone", "senco_name", "safeguarding_name", "safeguarding_phone"]
    )
    keep_periods(Term, school=school, rows=terms)
    keep_periods(Closure, school=school, rows=closures)
    return school


def keep_periods(kind: type[Term] | type[Closure], *, school: School, rows: list[tuple]) -> None:
    """The school's terms or closures are these from now on; those that stay as they are keep their keys."""
    stored = {(p.name, p.starts, p.ends): p for p in kind.objects.filter(school=school)}
    kind.objects.filter(pk__in=[stored[row].pk for row in stored.keys() - set(rows)]).delete()
    for name, starts, ends in sorted(set(rows) - stored.keys(), key=str):
        period = kind(school=school, name=name, starts=starts, ends=ends)
        period.full_clean()
        period.save(force_insert=True)
