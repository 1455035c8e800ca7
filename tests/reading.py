"""What somebody reads on a page: without the tags, whose nonces and tokens hold any two letters by chance."""

from django.http import HttpResponse
from django.utils.html import strip_tags


def words_on(response: HttpResponse) -> str:
    """The page's text between its tags."""
    return strip_tags(response.content.decode())
