"""Pages travel compressed where our own pages, or the person's own bookmark, asked for them.

How well a page compresses tells something of what is in it. Somebody who can make a browser ask for pages with text of their choice,
and see how long the answers are, could guess a page letter by letter (BREACH, 2013). Such requests come from elsewhere, and
the browser says so (Sec-Fetch-Site): they are answered as they are. Django's random bytes blur the lengths of the others.
"""

from django.middleware.gzip import GZipMiddleware

OUR_OWN = {"same-origin", "none"}  # "none": typed, or from a bookmark
OF_TEXT = ("text/", "application/json")  # files are compressed already, or large and read once


class CompressedPages(GZipMiddleware):
    """Text alone. A browser that does not say where a request comes from gets it as it is."""

    def process_response(self, request, response):
        is_text = response.get("Content-Type", "").startswith(OF_TEXT)
        if not is_text or response.streaming or request.headers.get("Sec-Fetch-Site") not in OUR_OWN:
            return response
        return super().process_response(request, response)
