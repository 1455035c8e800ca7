"""What the views of profiles begin with."""

from provision.actions.profiles import wait_for_turn
from provision.models import Profile
from senco.core.versions import to_edit


def profile_of(request, pupil) -> Profile | None:
    """As it was saved last, for whoever may open the pupil's record among the staff."""
    found = Profile.objects.visible_to(request.membership).filter(pupil=pupil)
    return found.select_related("saved_by").first()


def profile_to_edit(request, pupil) -> Profile:
    """The same, held until the request ends where it submits; version 0 of one that nobody has saved yet.

    Whoever submits waits for the turn first, so that two people who begin the same profile do not both find none.
    """
    if request.method == "POST":
        wait_for_turn(pupil.pk)
    found = to_edit(request, Profile.objects.visible_to(request.membership)).filter(pupil=pupil).first()
    return found or Profile(pupil=pupil, school_id=pupil.school_id, version=0)


def saw_this(request, profile: Profile) -> bool:
    """Whether the page that the button stood on showed these very words; where nobody has written any, no page did."""
    return profile.version > 0 and request.POST.get("version") == str(profile.version)
