"""Charts of the office's page: the register by need and by year, concerns by month."""

import datetime
from collections import Counter

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from register.choices import NeedType, SenProvision
from register.models import Concern, Pupil
from senco.core.charts import BarChart, LineChart, Series
from senco.dashboard.queries.office import MONTHS, first_of_months

SHORT_NEED = {  # a bar's label has little room; the register has the words in full
    NeedType.SPLD: gettext_lazy("Specific learning"),
    NeedType.MLD: gettext_lazy("Moderate learning"),
    NeedType.SLD: gettext_lazy("Severe learning"),
    NeedType.PMLD: gettext_lazy("Profound learning"),
    NeedType.SEMH: gettext_lazy("Mental health"),
    NeedType.SLCN: gettext_lazy("Speech, language"),
    NeedType.HI: gettext_lazy("Hearing"),
    NeedType.VI: gettext_lazy("Vision"),
    NeedType.MSI: gettext_lazy("Multi-sensory"),
    NeedType.PD: gettext_lazy("Physical"),
    NeedType.ASD: gettext_lazy("Autism"),
    NeedType.DS: gettext_lazy("Down syndrome"),
    NeedType.OTH: gettext_lazy("Other"),
    NeedType.NSA: gettext_lazy("Not assessed"),
    "": gettext_lazy("Not recorded"),
}


def by_need(pupils: list[Pupil]) -> BarChart:
    """Pupils on the register by primary need, the most frequent first."""
    placed = [(primary_need(pupil), pupil) for pupil in pupils]
    order = [need for need, _count in Counter(need for need, _pupil in placed).most_common()]
    names = tuple(str(SHORT_NEED[need]) for need in order)
    return stacked(_("Register by primary need"), _("Need"), names, order, placed)


def by_year(pupils: list[Pupil]) -> BarChart:
    """Pupils on the register by year group, the youngest first."""
    placed = [(pupil.year_group, pupil) for pupil in pupils]
    order = sorted({year for year, _pupil in placed}, key=lambda year: (year is None, year))
    names = tuple(Pupil(year_group=year).year for year in order)
    return stacked(_("Register by year"), _("Year"), names, order, placed)


def primary_need(pupil: Pupil) -> str:
    return pupil.need_codes[0] if pupil.need_codes else ""


def stacked(title: str, corner: str, names: tuple[str, ...], order: list, placed: list) -> BarChart:
    """A bar for each of `order`, SEN Support and EHC plans stacked. `placed` pairs each pupil with their bar."""
    support = Counter(place for place, pupil in placed if pupil.provision == SenProvision.SUPPORT)
    everybody = Counter(place for place, _pupil in placed)
    series = (
        Series(str(SenProvision.SUPPORT.label), tuple(support[place] for place in order)),
        Series(str(SenProvision.EHC_PLAN.label), tuple(everybody[place] - support[place] for place in order)),
    )
    counts = dict(zip(names, (everybody[place] for place in order), strict=True))
    return BarChart(title, finding(counts), names, series, corner)


def finding(counts: dict[str, int]) -> str:
    """The sentence under the title: the largest bar."""
    if not counts:
        return _("Nobody is on the register yet.")
    largest = max(counts, key=counts.get)
    words = {"name": largest, "count": counts[largest], "total": sum(counts.values())}
    return _("Most often: %(name)s, %(count)d of %(total)d pupils.") % words


def concerns_by_month(concerns: list[Concern], day: datetime.date) -> LineChart:
    """Concerns raised in each of the last months; the present month counts so far."""
    months = months_until(day)
    raised = Counter(timezone.localdate(concern.raised_at).replace(day=1) for concern in concerns)
    values = tuple(raised[month] for month in months)
    finding = ngettext(
        "%(n)d concern was raised in the last twelve months.",
        "%(n)d concerns were raised in the last twelve months.",
        sum(values),
    ) % {"n": sum(values)}
    names = tuple(date_format(month, "M") for month in months)
    return LineChart(
        _("Concerns raised by month"), finding, names, (Series(_("Raised"), values),), _("Month")
    )


def months_until(day: datetime.date) -> list[datetime.date]:
    """The first days of the last months, this one included."""
    first = first_of_months(day)
    start = first.year * 12 + first.month - 1
    return [datetime.date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(MONTHS)]
