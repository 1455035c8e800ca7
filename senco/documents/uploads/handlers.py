"""The first of Django's upload handlers: it looks at how much is announced before a single file is written anywhere."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class WithinLimit(FileUploadHandler):
    """Refuses a form whose files together are larger than the site takes. The proxy has the same limit (docker/Caddyfile)."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803  Django's name
        """A body without a length is read as empty, so the announced length is the whole of it."""
        if content_length > settings.UPLOAD_REQUEST_MEGABYTES * 1024 * 1024:
            raise RequestDataTooBig("the files of one form are too large together")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        """Left to the handlers that follow."""
