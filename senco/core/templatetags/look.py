"""Small pieces of markup that need a line of logic: icons, sortable headers, error lists, charts, a pupil's tabs."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from senco.core import charts, undo
from senco.core.forms import summary
from senco.core.navigation import site

register = template.Library()

register.filter(undo.undo_url)
register.simple_tag(undo.undo_time)


@register.simple_tag
def icon(name: str) -> str:
    """A drawing from static/img/icons.svg; decoration only, the words stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("img/icons.svg"),
        name,
    )


@register.filter
def problems(form) -> list[summary.Problem]:
    """The error list of any form or formset, ours or another package's."""
    return (
        summary.problems_of_formset(form) if hasattr(form, "non_form_errors") else summary.problems_of(form)
    )


@register.simple_tag
def chart(figure, width: int = 480, printed: bool = False) -> str:
    """A drawn figure with its table: folded away on a page, open on paper. `width` in pixels, drawn at that size."""
    return charts.render(figure, width=width, printed=printed)


@register.simple_tag(takes_context=True)
def pupil_tabs(context, pupil) -> list:
    """The tabs of this pupil's page that the acting role may open."""
    request = context["request"]
    return site.tabs(request.membership, pupil.pk, request.path)


@register.simple_tag(takes_context=True)
def pupil_buttons(context, pupil) -> list:
    """What the acting role may begin from this pupil's first page, offered by apps on floors above."""
    return site.buttons(context["request"].membership, pupil.pk)


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(context, name: str, label: str, kind: str = "") -> dict:
    """A column header that sorts by `name` through ?sort=, with aria-sort. `kind="number"` aligns it to the end."""
    query = context["request"].GET.copy()
    order = query.get("sort", "")
    query["sort"] = f"-{name}" if order == name else name
    query.pop("page", None)
    sorting = {name: "ascending", f"-{name}": "descending"}.get(order, "")
    return {"label": label, "kind": kind, "sorting": sorting, "query": query.urlencode()}
