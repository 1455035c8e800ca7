"""Which of our pupils a row means: by UPN, then admission number; name and date of birth only ever suggest."""

from dataclasses import dataclass, field

from register.imports.identifiers import admission_number_key
from register.models import Pupil


@dataclass(frozen=True)
class Match:
    """`pupil` is the pupil meant. `suggested` is one who only looks the same. `conflict`: UPN and admission number disagree."""

    pupil: Pupil | None = None
    suggested: Pupil | None = None
    conflict: tuple[Pupil, Pupil] | None = None


@dataclass
class Roll:
    """The school's pupils by what a file may know them by."""

    by_upn: dict[str, Pupil] = field(default_factory=dict)
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
        for upn in filter(None, (pupil.former_upn, pupil.upn)):
            self.by_upn[upn.upper()] = pupil
        if pupil.admission_number:
            self.by_admission_number[admission_number_key(pupil.admission_number)] = pupil
        self.by_name.setdefault(name_key(pupil), []).append(pupil)

    def find(self, record) -> Match:
        """The pupil a record means. `record` has upn and admission_number; for a suggestion also name and birth date."""
        by_upn = next((self.by_upn[upn] for upn in upns(record) if upn in self.by_upn), None)
        by_number = self.by_admission_number.get(admission_number_key(record.admission_number) or None)
        if by_upn and by_number and by_upn.pk != by_number.pk:
            return Match(conflict=(by_upn, by_number))
        if by_number and not by_upn and contradicts(by_number, record):
            return Match(suggested=by_number)
        if found := by_upn or by_number:
            return Match(pupil=found)
        alike = self.by_name.get(name_key(record), []) if getattr(record, "date_of_birth", None) else []
        return Match(suggested=alike[0] if alike else None)


def upns(record) -> list[str]:
    return [upn.upper() for upn in (record.upn, getattr(record, "former_upn", "")) if upn]


def contradicts(pupil: Pupil, record) -> bool:
    """An admission number alone is not trusted where the row gives another pupil's UPN and date of birth."""
    born = getattr(record, "date_of_birth", None)
    return bool(record.upn and pupil.upn and born and born != pupil.date_of_birth)


def name_key(person) -> tuple:
    return (person.legal_surname.casefold(), person.legal_forename.casefold(), person.date_of_birth)
