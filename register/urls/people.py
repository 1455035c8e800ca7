"""Who can sign in, invitations, named shares."""

from django.urls import path

from register.views import accepting, contacts, invitations, people, rights, shares

urlpatterns = [
    path("people/", people.list_people, name="people"),
    path("people/kind/<slug:kind>/", people.list_people, name="people_kind"),
    path("people/contacts/", people.list_contacts, name="people_contacts"),
    path("people/contacts/<uuid:pk>/", contacts.contact, name="contact"),
    path("people/contacts/<uuid:pk>/invite/", invitations.invite_contact, name="invite_contact"),
    path("people/contacts/<uuid:pk>/decide/", invitations.decide_contact, name="decide_contact"),
    path("people/invite/", people.invite_person, name="invite_person"),
    path("people/invite/<slug:group>/", invitations.invite_several, name="invite_several"),
    path("people/rights/<uuid:pk>/", rights.confirm, name="confirm_rights"),
    path("people/rights/<uuid:pk>/take-back/", rights.take_back, name="take_rights_back"),
    path("people/shares/", shares.shares, name="shares"),
    path("people/shares/new/", shares.share, name="share_pupil"),
    path("people/shares/<uuid:pk>/end/", shares.end_share, name="end_share"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/edit/", people.edit_person, name="edit_person"),
    path("people/<uuid:pk>/invite/", invitations.invite, name="invite"),
    path("people/<uuid:pk>/revoke/", invitations.revoke, name="revoke_invitation"),
    path("people/<uuid:pk>/end/", people.end, name="end_membership"),
    path(
        "accounts/invitation/<str:token>/", accepting.accept, name="accept_invitation"
    ),  # under /accounts/: nobody acts here
]
