"""A plan as a document: a frozen version for the reader it was frozen for, or the plan as it stands now, marked as a draft."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _

from provision.choices import Audience
from provision.letters.answers import Said, said_part, signatures
from provision.letters.plan import PlanPaper
from provision.letters.sections import Wording, blocks_of, outcome_part, part_of, span
from provision.models import Plan, PlanResponse, PlanVersion
from provision.queries.families import FamilyPlan, WhatWeDo, family_plan, is_over
from provision.queries.papers import paper_of
from register.queries.pupils import names_of
from senco.accounts.roles import STAFF
from senco.documents.contents import Block, BlockKind, Document, Part, Row, facts, row, text


@dataclass(frozen=True)
class Edition:
    """Which copy of a plan this is. `words` go on every page, `mark` is what nobody may overlook."""

    words: str
    mark: str = ""
    facts: tuple[tuple[str, object], ...] = ()


def draft_document(plan: Plan) -> Document:
    """The plan as its rows say it now, for staff, marked as a draft that nobody was given."""
    moment = date_format(localtime(now()), "j F Y, H:i")
    edition = Edition(
        _("as it stood on %(moment)s") % {"moment": moment},
        _("Draft, not shared"),
        ((_("As it stood on"), moment),),
    )
    return staff_document(paper_of(plan, for_family=False), edition, ())


def version_document(version: PlanVersion, membership) -> Document:
    """A version word for word, with the answers that its reader may read."""
    return version_documents([version], membership)[0]


def version_documents(versions: Iterable[PlanVersion], membership) -> list[Document]:
    """Versions word for word. Their reader finds the answers that they may read: all of them for staff, one's own at home.

    On the family's paper that the school prints stands nobody's answer: it may be handed to another parent. Two queries, whatever
    the number of versions.
    """
    versions, at_school = list(versions), membership.role in STAFF
    with_answers = [each.plan_id for each in versions if not (at_school and each.audience == Audience.FAMILY)]
    said = said_to(with_answers, membership)
    return [
        document_of(each, said.get(each.plan_id, ()) if each.plan_id in with_answers else ())
        for each in versions
    ]


def document_of(version: PlanVersion, answers: Sequence[Said]) -> Document:
    """A version as its readers have it, then what was said to it, then lines to sign on, as long as it holds."""
    paper, edition = PlanPaper.from_json(version.content), edition_of(version)
    for_family = version.audience == Audience.FAMILY
    closing = (said_part(answers),) if answers else ()
    if not edition.mark:
        closing = (*closing, signatures())
    if for_family:
        return family_document(family_plan(paper, over=is_over(version)), edition, closing)
    return staff_document(paper, edition, closing)


def edition_of(version: PlanVersion) -> Edition:
    """Which version it is, from which day, and whether it still holds."""
    on = localdate(version.at)
    words = _("version %(n)d of %(day)s") % {"n": version.number, "day": date_format(on)}
    taken_back = version.withdrawn_at and date_format(localdate(version.withdrawn_at))
    mark = _("Taken back on %(day)s: this version does not hold") % {"day": taken_back} if taken_back else ""
    told = (
        (_("Version"), f"{version.number}, {version.get_kind_display()}"),
        (_("Date of this version"), on),
    )
    return Edition(words, mark, told)


def said_to(plan_ids: Collection, membership) -> dict[object, list[Said]]:
    """Plan → what this person may read of what was said to it, the earliest first."""
    seen = PlanResponse.objects.visible_to(membership).filter(plan_id__in=plan_ids)
    found = list(seen.select_related("version").defer("version__content").order_by("at", "pk"))
    names = names_of({one.by_id for one in found}, membership)
    said: dict[object, list[Said]] = {}
    for one in found:
        said.setdefault(one.plan_id, []).append(said_of(one, names))
    return said


def said_of(response: PlanResponse, names: dict) -> Said:
    """Whose words they are: the name that was written down, or whoever wrote them. `names` has those behind keys of memberships."""
    by = names.get(response.by_id, "")
    return Said(
        who=response.speaker_name or by,
        speaker=response.get_speaker_display(),
        answer=response.get_answer_display(),
        words=response.words,
        on=localdate(response.at),
        version=response.version.number if response.version else 0,
        written_by=by if response.speaker_name else "",
    )


# For staff ------------------------------------------------------------------------------------------------------------------


def staff_document(paper: PlanPaper, edition: Edition, closing: tuple[Part, ...]) -> Document:
    """Every section in the order of the plan; those that are empty are named together at the end."""
    written = tuple(part_of(one, Wording()) for one in paper.sections if not one.is_empty)
    return assembled(paper, edition, (*written, *left_empty(paper), *closing))


def left_empty(paper: PlanPaper) -> Iterator[Part]:
    titles = tuple(row(section.title) for section in paper.sections if section.is_empty)
    if titles:
        yield Part(_("Nothing is written yet under"), (Block(BlockKind.LIST, titles),), code="empty")


def assembled(paper: PlanPaper, edition: Edition, parts: tuple[Part, ...]) -> Document:
    """The document around its parts: who it is about, the facts at its head, what every page says at its foot."""
    cycle = _("cycle %(n)d") % {"n": paper.number}
    called = paper.title if cycle in paper.title else f"{paper.title}, {cycle}"
    return Document(
        title=paper.title,
        name=paper.pupil,
        school=paper.school,
        stamp=" · ".join((paper.pupil, called, edition.words, _("Confidential"))),
        facts=facts_of(paper, edition),
        parts=parts,
        mark=edition.mark,
    )


def facts_of(paper: PlanPaper, edition: Edition) -> tuple[Row, ...]:
    """What stands at the head of a plan."""
    kind = paper.plan_type if paper.plan_type != paper.title else ""
    return facts(
        [
            (_("School"), paper.school),
            (_("Year and form"), ", ".join(filter(None, (paper.year, paper.form)))),
            (_("Kind of plan"), kind),
            (_("Cycle"), paper.number),
            (_("From"), paper.starts),
            (_("Review on"), paper.review_on),
            (_("Plan lead"), paper.lead),
            *edition.facts,
        ]
    )


# For the family -------------------------------------------------------------------------------------------------------------


def family_document(reading: FamilyPlan, edition: Edition, closing: tuple[Part, ...]) -> Document:
    """In the order in which a parent asks, as on the page at home: what we hope for, what we will do, the rest, when we look again."""
    parts = (*hopes(reading), *doing(reading), *others(reading), looking_again(reading), *closing)
    return assembled(reading.paper, edition, parts)


def hopes(reading: FamilyPlan) -> Iterator[Part]:
    if reading.aims:
        aims = tuple(outcome_part(n, aim, Wording()) for n, aim in enumerate(reading.aims, start=1))
        yield Part(_("What we hope for"), parts=aims, code="hopes")


def doing(reading: FamilyPlan) -> Iterator[Part]:
    if reading.actions:
        yield Part(
            _("What we will do"),
            (Block(BlockKind.STEPS, tuple(map(action_row, reading.actions))),),
            code="doing",
        )


def action_row(action: WhatWeDo) -> Row:
    """ "Paired reading. Ms Lee, twice a week (4 October to 11 December)" """
    details = ", ".join(filter(None, (action.who, action.often, span(action.starts, action.ends))))
    words = f"{action.text}\n{details}" if details else action.text
    return row(words, source=Wording().source(action.source))


def others(reading: FamilyPlan) -> Iterator[Part]:
    for section in reading.others:
        yield Part(section.title, tuple(blocks_of(section, Wording())), code=section.code)


def looking_again(reading: FamilyPlan) -> Part:
    """When the plan is looked at again; of a plan that was reviewed, when it ran."""
    paper = reading.paper
    days = {"starts": date_format(paper.starts), "review": date_format(paper.review_on), "who": paper.lead}
    if reading.over:
        words = _("This plan ran from %(starts)s. We have looked at it again.") % days
        return Part(_("When this plan ran"), (text(words),), code="review")
    words = _("This plan runs from %(starts)s. We look at it again on %(review)s.") % days
    if paper.lead:
        words = f"{words} {_('%(who)s looks after this plan.') % days}"
    return Part(_("When we look again"), (text(words),), code="review")
