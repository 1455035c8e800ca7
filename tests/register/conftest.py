"""Counting the queries of a page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

MARKS_ONLY = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


@pytest.fixture
def count_queries():
    """`count_queries(browser, url)`: statements one page sends, without those that only mark transactions.

    The page is opened once before, so that what happens once a session is not counted.
    """

    def count(browser, url: str) -> int:
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        return len([query for query in captured if not query["sql"].startswith(MARKS_ONLY)])

    return count
