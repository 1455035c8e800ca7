"""How long something can be taken back is said as the installation has set it."""

import pytest

from senco.core.undo import undo_time


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(60, "a minute"), (1, "1 second"), (0, "0 seconds"), (90, "90 seconds"), (300, "5 minutes")],
)
def test_the_words_follow_the_setting(settings, seconds, words):
    settings.UNDO_SECONDS = seconds
    assert undo_time() == words
