"""Every path of the site. Each app names its own."""

from django.urls import include, path

from senco.core.views import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("senco.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("senco.dashboard.urls")),
    path("", include("register.urls")),
    path("", include("senco.liaison.urls")),
    path("", include("senco.translations.urls")),
    path("", include("provision.urls")),
    path("", include("reviews.urls")),
    path("you/", include("senco.core.reading.urls")),
    path("drafts/", include("senco.drafts.urls")),
    path("", include("senco.messages.urls")),
    path("figures/", include("senco.governance.urls")),
]

handler400 = "senco.core.error_pages.bad_request"
handler404 = "senco.core.error_pages.not_found"
handler429 = "senco.core.error_pages.too_many_requests"  # allauth's limits ask for it by this name
handler500 = "senco.core.error_pages.server_error"
