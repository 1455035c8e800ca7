"""What `bin/serve` is told, and what it refuses before it touches anything."""

import pytest

from senco.core.serving import serve
from senco.core.serving.folder import DataFolder


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("--data=", "name a folder"),
        ("--data= ", "name a folder"),
        ("--port=0", "0 is no port"),
        ("--port=65536", "no port"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(capsys, argument, words):
    with pytest.raises(SystemExit) as refused:
        serve.read([argument])
    assert refused.value.code == 2
    assert words in capsys.readouterr().err


def test_a_data_folder_stays_out_of_version_control(tmp_path):
    DataFolder.opened(tmp_path / "data")
    assert (tmp_path / "data/.gitignore").read_text() == "*\n"
