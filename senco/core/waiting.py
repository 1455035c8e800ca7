"""Pages that wait for work which goes on without them."""

LOOK_AGAIN = "2"  # seconds


def look_again(response):
    """The same answer; the browser asks for it again by itself, with or without scripts. Say on the page what it waits for."""
    response.headers["Refresh"] = LOOK_AGAIN
    return response
