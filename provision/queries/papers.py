"""A plan's rows as a paper: everything for staff, the shared sections in plain words for the family."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.choices import SECTION_OF_ITEM, SectionKind
from provision.letters.plan import (
    PaperConcern,
    PaperItem,
    PaperOutcome,
    PaperProvision,
    PaperScore,
    PaperSection,
    PaperTarget,
    PlanPaper,
    Source,
)
from provision.models import Plan, PlanSection, Score
from provision.queries.templates import name_for
from senco.core.words.kept import as_kept

KINDS_OF_ITEMS = {  # kind of section → kinds of items it shows
    section: tuple(item for item, shown_in in SECTION_OF_ITEM.items() if shown_in == section)
    for section in SECTION_OF_ITEM.values()
}


@as_kept
def paper_of(plan: Plan, *, for_family: bool) -> PlanPaper:
    """The plan as it stands now. For the family: sections that are shared, each entry in its plain words where it has some.

    A fixed number of queries, whatever the plan holds.
    """
    pupil = plan.pupil
    sections = [one for one in written(plan.sections) if one.shared or not for_family]
    return PlanPaper(
        title=plan.title,
        plan_type=name_for(pupil.school, plan.plan_type),
        pupil=pupil.name,
        school=pupil.school.name,
        number=plan.number,
        starts=plan.starts,
        review_on=plan.review_on,
        year=pupil.year,
        form=pupil.form,
        lead=plan.lead.name if plan.lead else "",
        sections=tuple(section_of(one, plan, for_family) for one in sections),
        type_code=plan.plan_type,
    )


def section_of(section: PlanSection, plan: Plan, for_family: bool) -> PaperSection:
    """One section with the rows of the plan that its kind shows."""
    rows = ROWS_OF.get(section.kind, no_rows)
    source = source_of(section) if section.text else Source()
    return PaperSection(
        section.code,
        section.kind,
        section.title,
        section.text,
        **rows(plan, section, for_family),
        source=source,
    )


def no_rows(plan, section, for_family) -> dict:
    return {}


def outcome_rows(plan, section, for_family) -> dict:
    found = written(plan.outcomes.kept()).select_related("adult")
    steps: dict = {}
    for target in written(plan.targets.kept()):
        steps.setdefault(target.outcome_id, []).append(
            PaperTarget(target.text, target.measure, target.by_when, source_of(target))
        )
    return {"outcomes": tuple(outcome_on_paper(one, steps.get(one.pk, []), for_family) for one in found)}


def outcome_on_paper(one, steps: Iterable[PaperTarget], for_family: bool) -> PaperOutcome:
    """One outcome with the targets under it."""
    return PaperOutcome(
        key=str(one.pk),
        text=in_words(one, for_family),
        area="" if for_family else one.get_area_display(),
        baseline=one.baseline,
        measure=one.measure,
        target=one.target,
        by_when=one.by_when,
        who=one.who,
        carried=one.carried_from_id is not None,
        result=one.get_result_display(),
        targets=tuple(steps),
        source=source_of(one),
    )


def item_rows(plan, section, for_family) -> dict:
    found = written(plan.items.kept()).filter(kind__in=KINDS_OF_ITEMS[section.kind])
    return {
        "items": tuple(
            PaperItem(str(one.pk), one.get_kind_display(), in_words(one, for_family), source_of(one))
            for one in found
        )
    }


def provision_rows(plan, section, for_family) -> dict:
    found = written(plan.provision.kept()).select_related("adult", "outcome")
    return {"provision": tuple(provision_on_paper(one, for_family) for one in found)}


def provision_on_paper(one, for_family: bool) -> PaperProvision:
    """One line of provision; the outcome it serves is named as long as that is on the plan."""
    served = one.outcome if one.outcome and one.outcome.removed_at is None else None
    return PaperProvision(
        key=str(one.pk),
        what=one.plain if for_family and one.plain else one.what,
        who=one.who,
        often=how_often(one),
        starts=one.starts,
        ends=one.ends,
        outcome=in_words(served, for_family) if served else "",
        source=source_of(one),
    )


def how_often(one) -> str:
    """ "2 times a week, 20 minutes each, for 12 weeks, in a group of 4"; what is not known is left out."""
    parts = []
    if one.sessions_a_week:
        times = one.sessions_a_week.normalize()
        words = ngettext("once a week", "%(times)s times a week", 1 if times == 1 else 2)
        parts.append(words % {"times": f"{times:f}"})
    if one.minutes:
        parts.append(_("%(minutes)d minutes each") % {"minutes": one.minutes})
    if one.weeks:
        parts.append(ngettext("for %(n)d week", "for %(n)d weeks", one.weeks) % {"n": one.weeks})
    if one.group_size:
        parts.append(
            _("one to one") if one.group_size == 1 else _("in a group of %(n)d") % {"n": one.group_size}
        )
    return ", ".join(parts)


def score_rows(plan, section, for_family) -> dict:
    """Every score of the pupil: an assessment rests on them all, whichever plan they were entered in."""
    return {
        "scores": tuple(
            PaperScore(one.test, one.result, one.standardised, one.taken_on, one.source)
            for one in Score.objects.filter(pupil_id=plan.pupil_id).kept()
        )
    }


def concern_rows(plan, section, for_family) -> dict:
    return {
        "concerns": tuple(
            PaperConcern(one.text, one.raised_by_name, one.raised_on) for one in plan.concerns.kept()
        )
    }


ROWS_OF = {
    SectionKind.OUTCOMES: outcome_rows,
    SectionKind.STRATEGIES: item_rows,
    SectionKind.ADJUSTMENTS: item_rows,
    SectionKind.RESOURCES: item_rows,
    SectionKind.PROVISION: provision_rows,
    SectionKind.SCORES: score_rows,
    SectionKind.CONCERNS: concern_rows,
}


def in_words(row, for_family: bool) -> str:
    return row.plain if for_family and row.plain else row.text


def written(rows):
    """With who wrote them."""
    return rows.select_related("saved_by").all()


def source_of(row) -> Source:
    return Source(row.saved_by.name, timezone.localdate(row.saved_at))
