import time, datetime
from io import StringIO
import pytest
from django.core.management import call_command
from senco.demo.building import build_school
from senco.demo import copying
from tests.factories import as_owner
pytestmark = pytest.mark.django_db

def test_time(settings, monkeypatch):
    settings.DEMO = True
    t = time.process_time(); w=time.monotonic()
    world = build_school(number=0, pupils=1050, seed=2026, today=datetime.date(2026,11,26), password="!")
    print("build cpu", time.process_time()-t, "wall", time.monotonic()-w, sum(map(len, world.batch.values())))
    whole = copying.write
    def write(records):
        w=time.monotonic()
        whole(records)
        if records and time.monotonic()-w > .15: print(type(records[0]).__name__, len(records), round(time.monotonic()-w,2))
    monkeypatch.setattr(copying, "write", write)
    out = StringIO()
    w=time.monotonic()
    with as_owner():
        call_command("load_demo", stdout=out, pupils=1050)
    print("load wall", time.monotonic()-w)
    print(out.getvalue())
