from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from senco.core.permissions import READ_AND_SUBMIT, open_to_all
from senco.core.reading import actions
from senco.core.reading.forms import ReadingForm
from senco.core.reading.settings import ReadingSettings, reading_of, settings_from


@require_http_methods(READ_AND_SUBMIT)
@open_to_all
def change(request):
    """Reading settings, for guests too: a sign-in page must be readable before anybody can sign in."""
    signed_in = request.user.is_authenticated
    initial = reading_of(request).as_dict() | ({"shortcuts": request.user.shortcuts} if signed_in else {})
    form = ReadingForm(request.POST or None, initial=initial, with_shortcuts=signed_in)
    back = safe_address(request, request.GET.get("next"))
    if form.is_valid():
        shortcuts = form.cleaned_data.get("shortcuts")
        return kept(request, settings_from(form.cleaned_data), back, shortcuts)
    return render(request, "reading/change.html", {"form": form, "back": back})


@require_POST
@open_to_all
def speak(request):
    """One press at the foot of a page: the same page in another language, and every page from here on."""
    settings = settings_from(reading_of(request).as_dict() | {"language": request.POST.get("language", "")})
    shortcuts = request.user.shortcuts if request.user.is_authenticated else None
    return kept(request, settings, safe_address(request, request.POST.get("next"), "/"), shortcuts)


@require_safe
@open_to_all
def accessibility(request):
    """What works for whom, what does not yet, and whom to tell. Public Sector Bodies Accessibility Regulations 2018 reg 8."""
    return render(request, "reading/accessibility.html")


def kept(request, settings: ReadingSettings, back: str, shortcuts: bool | None) -> HttpResponseRedirect:
    """Back to the page they came from, read in the new way at once; guests have no `shortcuts`."""
    response = HttpResponseRedirect(back)
    actions.keep_in_cookie(response=response, settings=settings, secure=request.is_secure())
    if request.user.is_authenticated:
        actions.keep_on_account(user=request.user, settings=settings, shortcuts=shortcuts)
    with translation.override(settings.chosen_language or translation.get_language()):
        messages.success(request, _("Your reading settings are saved."))
    return response


def safe_address(request, address: str | None, otherwise: str = "") -> str:
    """The page to go back to, if it is one of ours; otherwise the settings page itself, or wherever the caller says."""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if address and ours else otherwise or request.path
