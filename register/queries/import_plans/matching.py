"""Which of our pupils a row means: by UPN, then admission number; name and date of birth only ever suggest."""

from dataclasses import dataclass, field

from register.imports.identifiers import admission_number_key
from register.models import Pupil


@dataclass(frozen=True)
class Match:
    """`pupil` is the pupil meant, `suggested` one who only looks the same. `conflict`: UPN and admission number disagree.
    `doubted`: the pupil of that number is somebody else by all the rest of the row."""

    pupil: Pupil | None = None
    suggested: Pupil | None = None
    conflict: tuple[Pupil, Pupil] | None = None
    doubted: Pupil | None = None

    @property
    def claims(self) -> Pupil | None:
        """The one pupil of ours whom this row would change."""
        return self.pupil or self.suggested

    @property
    def names(self) -> set:
        """Keys of every pupil this row may be about."""
        found = (self.pupil, self.suggested, self.doubted, *(self.conflict or ()))
        return {pupil.pk for pupil in found if pupil}


@dataclass
class Roll:
    """The school's pupils by what a file may know them by."""

    by_upn: dict[str, Pupil] = field(default_factory=dict)
    by_former_upn: dict[str, Pupil] = field(default_factory=dict)
    by_admission_number: dict[str, Pupil] = field(default_factory=dict)
    by_name: dict[tuple, list[Pupil]] = field(default_factory=dict)

    @classmethod
    def of(cls, school) -> "Roll":
        """Every pupil the school has ever held, leavers included: somebody who comes back is not somebody new."""
        roll = cls()
        for pupil in Pupil.objects.filter(school=school).order_by("pk").iterator(chunk_size=2000):
            roll.add(pupil)
        return roll

    def add(self, pupil: Pupil) -> None:
        if pupil.upn:
            self.by_upn[pupil.upn.upper()] = pupil
        if pupil.former_upn:
            self.by_former_upn[pupil.former_upn.upper()] = pupil
        if pupil.admission_number:
            self.by_admission_number[admission_number_key(pupil.admission_number)] = pupil
        self.by_name.setdefault(name_key(pupil), []).append(pupil)

    def everybody(self) -> list[Pupil]:
        return [pupil for pupils in self.by_name.values() for pupil in pupils]

    def find(self, record) -> Match:
        """The pupil a record means. `record` has upn and admission_number; for a suggestion also name and birth date."""
        by_upn = self.of_upn(record)
        by_number = self.by_admission_number.get(admission_number_key(record.admission_number) or None)
        if by_upn and by_number and by_upn.pk != by_number.pk:
            return Match(conflict=(by_upn, by_number))
        found = by_upn or by_number
        if found is None:
            return Match(suggested=self.lookalike(record))
        return Match(doubted=found) if doubtful(found, record, by_upn is not None) else Match(pupil=found)

    def of_upn(self, record) -> Pupil | None:
        """Whoever has the row's UPN now, had it before, or has now what the row calls the former one."""
        now, former = record.upn.upper(), getattr(record, "former_upn", "").upper()
        return self.by_upn.get(now) or self.by_former_upn.get(now) or self.by_upn.get(former)

    def lookalike(self, record) -> Pupil | None:
        alike = self.by_name.get(name_key(record), []) if getattr(record, "date_of_birth", None) else []
        return min(alike, key=lambda pupil: pupil.left_on is not None, default=None)


def doubtful(pupil: Pupil, record, by_upn: bool) -> bool:
    """Whether a number found somebody whom the rest of the row does not describe: a mistyped or reused number.

    A UPN is believed unless forename, surname and birth date all differ; an admission number, which schools use again,
    unless two of UPN, forename and birth date do.
    """
    if getattr(record, "date_of_birth", None) is None:
        return False
    born = record.date_of_birth != pupil.date_of_birth
    forename = not shares(record.legal_forename, (pupil.legal_forename, pupil.preferred_forename))
    if by_upn:
        return (
            born
            and forename
            and not shares(record.legal_surname, (pupil.legal_surname, pupil.preferred_surname))
        )
    return (bool(record.upn and pupil.upn) + born + forename) >= 2


def shares(name: str, names) -> bool:
    return name.casefold() in {each.casefold() for each in names}


def name_key(person) -> tuple:
    return (person.legal_surname.casefold(), person.legal_forename.casefold(), person.date_of_birth)
