"""Keep a person's reading settings."""

from senco.core.reading.settings import COOKIE, COOKIE_AGE, ReadingSettings


def keep_on_account(*, user, settings: ReadingSettings, shortcuts: bool) -> None:
    """On the account, so that they follow the person to every device."""
    user.reading = settings.as_dict()
    user.shortcuts = shortcuts
    user.save(update_fields=["reading", "shortcuts"])


def keep_in_cookie(*, response, settings: ReadingSettings, secure: bool) -> None:
    """In this browser, so that the sign-in page reads the same way. Holds no personal data."""
    response.set_cookie(
        COOKIE, settings.as_cookie(), max_age=COOKIE_AGE, httponly=True, samesite="Lax", secure=secure
    )
