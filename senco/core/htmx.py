"""One view answers both ways: the whole page for a browser, the named part of the same template for htmx."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

MESSAGES = "components/messages.html"


def wants_part(request) -> bool:
    """Whether htmx asked for a fragment. Its requests for a whole body (history, boosted links) get the page."""
    return (
        bool(request.htmx)
        and request.htmx.request_type != "full"
        and not request.htmx.history_restore_request
    )


def render_page(request, template: str, context: dict, *, part: str, status: int = 200) -> HttpResponse:
    """The page, or only `{% partialdef part %}` of it for htmx, with messages swapped into their own region."""
    if wants_part(request):
        response = render(request, f"{template}#{part}", context, status=status)
        response.write(render_to_string(MESSAGES, {"out_of_band": True}, request=request))
    else:
        response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Request-Type"])
    return response


def redirect_after(request, to, *args, **kwargs) -> HttpResponse:
    """A redirect that htmx follows as a whole page instead of swapping its target into a fragment."""
    url = resolve_url(to, *args, **kwargs)
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
