"""The record of a meeting as its rows say it now, for staff or for the family."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.choices import Speaker
from reviews.choices import Decision, Guest, Judgement, Manner, NextStep, Presence
from reviews.letters.record import PaperAction, PaperOutcome, PaperWords, RecordPaper
from reviews.models import AgreedAction, OutcomeJudged, Person, Review, Spoken
from senco.accounts.roles import Role
from senco.core.words.kept import as_kept

STANDS = {  # in plain words, for the family
    Judgement.FAR_BELOW: gettext_lazy("This went much less well than we hoped."),
    Judgement.BELOW: gettext_lazy("This went less well than we hoped."),
    Judgement.AS_EXPECTED: gettext_lazy("This went as we hoped."),
    Judgement.ABOVE: gettext_lazy("This went better than we hoped."),
    Judgement.FAR_ABOVE: gettext_lazy("This went much better than we hoped."),
}
NEXT = {
    NextStep.MET: gettext_lazy("Done. We are pleased."),
    NextStep.GO_ON: gettext_lazy("We go on with this."),
    NextStep.CHANGE: gettext_lazy("We change how we do this."),
    NextStep.STOP: gettext_lazy("We stop this. It is no longer the right thing."),
}


@dataclass(frozen=True)
class Rows:
    """What a record is made of besides the review itself: people with their memberships, judgements with their outcomes."""

    people: Sequence[Person] = ()
    judged: Sequence[OutcomeJudged] = ()
    spoken: Sequence[Spoken] = ()
    actions: Sequence[AgreedAction] = ()


@as_kept
def paper_of(review: Review, *, for_family: bool) -> RecordPaper:
    """Everything of the meeting; on the family's paper only what is shared, in plain words. Four queries."""
    judged = review.judged.looked_at(review)
    rows = Rows(
        people=review.people.kept().select_related("membership"),
        judged=judged.select_related("outcome").order_by("outcome__position", "outcome_id"),
        spoken=review.spoken.kept(),
        actions=review.actions.kept().select_related("who"),
    )
    return paper_from(review, rows, for_family=for_family)


def paper_from(review: Review, rows: Rows, *, for_family: bool) -> RecordPaper:
    """The same of rows that are at hand. Asks the database nothing."""
    people = list(rows.people)
    away = (Presence.APOLOGIES, Presence.ABSENT)
    return RecordPaper(
        title=str(review),
        pupil=review.pupil.name,
        year=review.pupil.year,
        school=review.pupil.school.name,
        held_on=review.held_on,
        how=how(review),
        held_by=review.lead.name if review.lead else "",
        here=tuple(named(each) for each in people if each.presence == Presence.CAME),
        not_here=tuple(named(each) for each in people if each.presence in away),
        plan=review.plan.title if review.plan else "",
        outcomes=tuple(judged(row, for_family=for_family) for row in rows.judged),
        spoken=tuple(words_of(each) for each in rows.spoken if each.shared or not for_family),
        summary=review.summary,
        actions=tuple(
            PaperAction(each.text, each.whose, each.by_when)
            for each in rows.actions
            if each.shared or not for_family
        ),
        decision=decided(review),
        next_on=review.next_on,
        staff_note="" if for_family else review.staff_note,
    )


def how(review: Review) -> str:
    """In person, by telephone; where, and with an interpreter of which language."""
    place = review.place if review.manner == Manner.IN_PERSON else ""
    spoken = _("interpreter: %(language)s") % {"language": review.interpreter} if review.interpreter else ""
    return ", ".join(filter(None, (str(review.get_manner_display()), place, spoken)))


def named(person: Person) -> tuple[str, str]:
    """Their name, and as what they came: colleagues by what they do here."""
    if person.membership is not None:
        member = person.membership
        return person.name, member.job or str(Role(member.role).label)
    return person.name, "" if person.kind == Guest.OTHER else str(person.get_kind_display())


def judged(row: OutcomeJudged, *, for_family: bool) -> PaperOutcome:
    """In the words of either reader."""
    outcome, judgement = row.outcome, row.judgement
    stands, then = (STANDS, NEXT) if for_family else (dict(Judgement.choices), dict(NextStep.choices))
    return PaperOutcome(
        text=(outcome.plain or outcome.text) if for_family else outcome.text,
        baseline=outcome.baseline,
        stands="" if judgement is None else str(stands[Judgement(judgement)]),
        words=row.words,
        next=str(then[NextStep(row.next_step)]) if row.next_step else "",
    )


def words_of(one: Spoken) -> PaperWords:
    kind = str(Speaker(one.speaker).label)
    return PaperWords(one.words, f"{one.name} ({kind})" if one.name else kind, one.disagrees)


def decided(review: Review) -> str:
    """The decision in a sentence of its own, with what was said to it."""
    label = f"{Decision(review.decision).label}." if review.decision else ""
    return " ".join(filter(None, (label, review.decision_words)))
