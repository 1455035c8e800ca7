from pathlib import Path

import pytest

from tests.provision.between import arrive, newest, taken, url, written
from tests.provision.documents.long_plan import long_plan
from tests.provision.documents.reading import *

pytestmark = pytest.mark.django_db
OUT = Path("/tmp/doc_out")
OUT.mkdir(exist_ok=True)


def test_dump(proved, cast):
    made = long_plan(cast.child, cast.teacher)
    taken(made, cast.senco, "share")
    arrive(made)
    small = written(
        cast, about=__import__("tests.factories", fromlist=["pupil"]).pupil(at=cast.here), by="senco"
    )
    b = proved(cast.senco)
    for name, u in {
        "draft": url("draft_file", made.pk, "pdf"),
        "draft_docx": url("draft_file", made.pk, "docx"),
        "staff": url("version_file", newest(made, "staff").pk, "pdf"),
        "family": url("version_file", newest(made).pk, "pdf"),
        "large": url("version_file", newest(made).pk, "large"),
        "small": url("draft_file", small.pk, "pdf"),
        "staff_docx": url("version_file", newest(made, "staff").pk, "docx"),
    }.items():
        r = b.get(u)
        assert r.status_code == 200, (name, r.status_code)
        (OUT / (name + (".docx" if "docx" in name else ".pdf"))).write_bytes(r.content)
        if "docx" not in name:
            print(name, conformance(r.content), len(pages_of(r.content)))
        else:
            print(words_in_word(r.content)[:3000])
