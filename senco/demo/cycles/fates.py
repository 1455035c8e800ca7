"""How many of the present plans are in which state, and whose they are."""

from random import Random

from senco.demo.children import Child
from senco.demo.cycles.dates import Fate

SHARES = {  # of the pupils on the register; at least one each, and all the others' plans are in force
    Fate.NONE: 0.03,
    Fate.DRAFT: 0.05,
    Fate.READY: 0.03,
    Fate.SHARED: 0.03,
    Fate.ANSWERED: 0.05,
    Fate.AGREED: 0.02,
    Fate.OVERDUE: 0.05,
    Fate.DUE: 0.08,
}
FOR_TEACHER = 3  # of the drafts are about pupils of the teacher's sign-in


def decide_fates(rng: Random, listed: list[Child], *, settled: set, taught: list[Child]) -> dict:
    """Pupil's key → Fate. Plans of `settled` pupils (keys) are in force; drafts fall to `taught` ones first."""
    fates = {child.pupil.pk: Fate.SHARED if child.home.known else Fate.IN_FORCE for child in listed}
    free = [child for child in listed if child.pupil.pk not in settled and not child.home.known]
    rng.shuffle(free)
    of_teacher = {child.pupil.pk for child in taught}
    for fate, share in SHARES.items():
        suited = [child.pupil.pk for child in free if fate != Fate.NONE or child.status == "K"]
        if fate == Fate.DRAFT:
            suited = [key for key in suited if key in of_teacher][:FOR_TEACHER] + suited
        wanted = list(dict.fromkeys(suited))[: max(1, round(share * len(listed)))]
        fates.update(dict.fromkeys(wanted, fate))
        free = [child for child in free if child.pupil.pk not in wanted]
    return fates
