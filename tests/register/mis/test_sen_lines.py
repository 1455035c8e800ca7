"""SEN facts of a file against ours: every difference is told, nothing is overwritten, and what was taken can be taken back."""

import datetime

import pytest

from register.actions.imports.undoing import undo_run
from register.models import ImportLine, SenNeed, SenStatus
from register.queries.import_preview import rows_of
from senco.access.context import acting_as
from tests.factories import as_owner, person, pupil, school

from .bringing import HEADER, ISLA, JAYDEN, bring, held, kinds, lines_of, take, take_theirs

pytestmark = pytest.mark.django_db
SINCE = HEADER.replace("SEN status", "SEN status,SEN start date")
NO_STATUS = HEADER.replace("SEN status", "Blank")


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def fields(senco, text, name="sims.csv") -> dict[str, str]:
    """Kind of line by the SEN field it is about."""
    run = bring(senco, text, name)
    with acting_as(senco):
        return {line.field: line.kind for line in run.lines.all() if line.field.startswith("sen_")}


def status_of(senco, forename="Isla") -> list[tuple]:
    with acting_as(senco):
        periods = SenStatus.objects.filter(pupil__legal_forename=forename).order_by("starts")
        return [(s.provision, s.starts, s.ends) for s in periods]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NO_STATUS + ISLA.replace(",K,SLCN", ",,SEMH"), {"sen_needs": "decision"}),
        (HEADER + ISLA.replace(",K,SLCN", ",,SEMH"), {"sen_needs": "decision", "sen_status": "warning"}),
        (HEADER + ISLA.replace(",K,SLCN", ",,SLCN"), {"sen_status": "warning"}),
        (HEADER + ISLA.replace(",K,SLCN", ",K,"), {"sen_needs": "warning"}),
        (SINCE + ISLA.replace(",K,", ",K,01/09/2020,"), {"sen_since": "decision"}),
        (SINCE + ISLA.replace(",K,SLCN", ",E,01/09/2020,ASD"), {"sen_status": "decision"}),
        (HEADER + ISLA, {}),
    ],
)  # fmt: skip
def test_each_difference_has_a_line(senco, text, found):
    take(senco, HEADER + ISLA)
    assert fields(senco, text) == found


def test_needs_where_we_hold_no_sen_or_no_status_are_told(senco):
    assert fields(senco, NO_STATUS + ISLA.replace(",K,", ",,")) == {"sen_needs": "warning"}, "a new pupil"
    take(senco, NO_STATUS + ISLA.replace(",K,SLCN", ",,"))
    assert fields(senco, NO_STATUS + ISLA.replace(",K,", ",,")) == {"sen_needs": "warning"}, (
        "a pupil without a status"
    )
    take(senco, HEADER + JAYDEN)
    assert fields(senco, NO_STATUS + JAYDEN.replace(",N,", ",,MLD")) == {"sen_needs": "warning"}, (
        "a pupil without SEN"
    )


def test_a_start_is_moved_when_somebody_says_so(senco):
    take(senco, HEADER + ISLA)
    run = take_theirs(senco, bring(senco, SINCE + ISLA.replace(",K,", ",K,01/09/2020,")), "sen_since")
    assert status_of(senco) == [("K", datetime.date(2020, 9, 1), None)]
    with acting_as(senco):
        assert SenStatus.objects.get().start_known
        undo_run(run=run, by=senco)
        assert not SenStatus.objects.get().start_known


def test_what_was_decided_is_undone_with_the_import(senco):
    take(senco, HEADER + ISLA + JAYDEN)
    before = status_of(senco)
    run = take_theirs(
        senco,
        bring(senco, HEADER + ISLA.replace(",K,SLCN", ",E,ASD") + JAYDEN.replace("7B", "7C")),
        "sen_status",
    )
    assert [each[0] for each in status_of(senco)] == ["E"]
    with acting_as(senco):
        undo_run(run=run, by=senco)
        assert [
            need.need_type for need in SenNeed.objects.current().filter(pupil__legal_forename="Isla")
        ] == ["SLCN"]
    assert status_of(senco) == before
    assert held(senco, "Jayden").form == "7B"


def test_no_sen_taken_from_the_file_ends_the_needs_until_it_is_undone(senco):
    take(senco, HEADER + ISLA)
    run = bring(senco, HEADER + ISLA.replace(",K,SLCN", ",N,"))
    (line,) = lines_of(senco, run, "decision")
    assert line.what_to_do.endswith("The file's ends the types of need too: SLCN.")
    run = take_theirs(senco, run, "sen_status")
    with acting_as(senco):
        assert not SenNeed.objects.current().exists()
        undo_run(run=run, by=senco)
        assert [(need.need_type, need.start_known) for need in SenNeed.objects.current()] == [("SLCN", False)]
    assert [each[0] for each in status_of(senco)] == ["K"]


def test_an_undo_is_refused_once_the_status_was_changed_again(senco):
    from register.actions.imports.undoing import CannotUndo
    from register.actions.status import change_status

    take(senco, HEADER + ISLA)
    run = take_theirs(senco, bring(senco, HEADER + ISLA.replace(",K,SLCN", ",E,ASD")), "sen_status")
    isla = held(senco, "Isla")
    with acting_as(senco):
        change_status(
            pupil=isla,
            provision="K",
            starts=datetime.date.today(),
            reason="plan_ceased",
            criteria="x",
            by=senco,
        )
        with pytest.raises(CannotUndo):
            undo_run(run=run, by=senco)


def test_somebody_who_is_said_to_be_the_same_is_not_given_another_status_unasked(senco):
    take(senco, HEADER + ISLA)
    other = HEADER + ISLA.replace("G999400125001", "F99940012501A").replace("000101", "000999").replace(
        ",K,SLCN", ",E,ASD"
    )
    run = bring(senco, other)
    assert [line.field for line in lines_of(senco, run, "decision")] == ["match", "sen_status"]
    with acting_as(senco):
        run.lines.filter(field="sen_status").update(decision="theirs")
    take_theirs(senco, run, "match")
    assert [each[0] for each in status_of(senco)] == ["E"]


def test_what_would_be_decided_for_the_same_pupil_does_nothing_for_a_new_one(senco):
    take(senco, HEADER + ISLA)
    run = bring(
        senco,
        HEADER
        + ISLA.replace("G999400125001", "F99940012501A")
        .replace("000101", "000999")
        .replace(",K,SLCN", ",E,ASD"),
    )
    with acting_as(senco):
        run.lines.filter(field="sen_status").update(decision="theirs")
        run.lines.filter(field="match").update(decision="new")
        from register.actions.imports.applying import apply_run

        run = apply_run(run=run, by=senco)
        assert [s.provision for s in SenStatus.objects.order_by("starts", "pk")] == ["K", "E"]
        undo_run(run=run, by=senco)
        assert [s.provision for s in SenStatus.objects.all()] == ["K"]


CTF = """<CTfile><Header><CTFversion>25.0</CTFversion><SourceSchool><LEA>999</LEA><Estab>{source}</Estab></SourceSchool>
<DestSchool><LEA>999</LEA><Estab>4001</Estab></DestSchool></Header><CTFpupilData><Pupil><UPN>G999400125001</UPN>
<Surname>MARLOWE</Surname><Forename>ISLA</Forename><DOB>2014-03-09</DOB><Sex>F</Sex>
<BasicDetails><MiddleNames>Rose</MiddleNames><NCyearActual>6</NCyearActual></BasicDetails>{more}
<Attendance><YearData><Year>2025</Year><SessionsPossible>190</SessionsPossible><SessionsAttended>150</SessionsAttended></YearData></Attendance>
</Pupil></CTFpupilData></CTfile>"""
HISTORY = """<SENhistory><SEN><StartDate>2019-09-02</StartDate><SENprovision>K</SENprovision></SEN>
<SEN><StartDate>2021-11-08</StartDate><SENprovision>E</SENprovision></SEN>
<SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>ASD</SENtype></SENneed></SENneeds></SENhistory>"""
CONTACTS = """<Contacts><Contact><Order>1</Order><Surname>MARLOWE</Surname><Forename>DANA</Forename><Relationship>MOT</Relationship>
<Phones><Phone><TelephoneType>M</TelephoneType><PhoneNo>07700 900999</PhoneNo></Phone></Phones></Contact>
<Contact><Order>2</Order><Surname>OKAFOR</Surname><Forename>ADA</Forename><Relationship>GRP</Relationship></Contact></Contacts>"""


@pytest.fixture
def isla(senco):
    found = pupil(
        at=senco.school, upn="G999400125001", legal_surname="Marlowe", legal_forename="Isla", date_of_birth=datetime.date(2014, 3, 9),
        year_group=7, attendance_percent=95, joined_on=datetime.date(2025, 9, 1),
    )  # fmt: skip
    with as_owner():
        SenStatus.objects.create(
            school=senco.school, pupil=found, provision="K", starts=found.joined_on, reason="from_mis"
        )
    return found


def test_another_schools_file_fills_blanks_and_leaves_the_present_alone(senco, isla):
    run = take(senco, CTF.format(source="2001", more=""), "9992001_CTF_9994001_001.xml")
    assert kinds(run) == {"changed": 1}
    now = held(senco, "Isla")
    assert (now.year_group, now.attendance_percent, now.middle_names) == (7, 95, "Rose")


def test_our_own_systems_file_is_believed_about_the_present(senco, isla):
    take(senco, CTF.format(source="4001", more=""), "9994001_CTF_9994001_001.xml")
    assert (held(senco, "Isla").year_group, float(held(senco, "Isla").attendance_percent)) == (6, 78.9)


def test_its_history_comes_with_the_status(senco, isla):
    run = take_theirs(senco, bring(senco, CTF.format(source="2001", more=HISTORY), "f.xml"), "sen_status")
    day, today = datetime.date, datetime.date.today()
    earlier = [("K", day(2019, 9, 2), day(2021, 11, 8)), ("E", day(2021, 11, 8), day(2025, 9, 1))]
    assert status_of(senco) == [*earlier, ("K", day(2025, 9, 1), today), ("E", today, None)]
    with acting_as(senco):
        assert [need.need_type for need in SenNeed.objects.current()] == ["ASD"]
        made = SenStatus.objects.exclude(starts=day(2025, 9, 1))
        assert {each.origin_run for each in made} == {run.pk}, "so that it can still be undone tomorrow"
        undo_run(run=run, by=senco)
    assert status_of(senco) == [("K", day(2025, 9, 1), None)]


def test_an_earlier_history_alone_is_a_question(senco, isla):
    text = CTF.format(
        source="2001",
        more=HISTORY.replace(">E<", ">N<").replace(
            "</SENhistory>",
            "<SEN><StartDate>2025-09-01</StartDate><SENprovision>K</SENprovision></SEN></SENhistory>",
        ),
    )
    run = bring(senco, text.replace("ASD", "NSA"), "f.xml")
    assert "sen_history" in {line.field for line in lines_of(senco, run, "decision")}
    take_theirs(senco, run, "sen_history")
    assert [each[0] for each in status_of(senco)] == ["K", "N", "K"]


def test_its_contacts_are_planned_like_those_of_any_file(senco, isla):
    take(
        senco,
        "UPN,Forename,Surname,Relationship,Mobile\nG999400125001,Dana,Marlowe,MOT,07700 900446\n",
        "contacts.csv",
    )
    run = take(senco, CTF.format(source="2001", more=CONTACTS), "f.xml")
    with acting_as(senco):
        contacts = {each.forename: each.phone for each in isla.contacts.all()}
        assert contacts == {"Dana": "07700 900446", "ADA": ""}, (
            "what we know is not overwritten by another school"
        )
        undo_run(run=run, by=senco)
        assert [each.forename for each in isla.contacts.all()] == ["Dana"]


def test_results_come_with_the_file(senco, isla):
    from register.models import Attainment

    more = "<StageAssessments><KeyStage><Stage>KS2</Stage><StageAssessment><Year>2025</Year><Subject>REA</Subject><Component>SCA</Component>"
    more += "<ResultQualifier>NM</ResultQualifier><Result>104</Result></StageAssessment></KeyStage></StageAssessments>"
    run = take(senco, CTF.format(source="2001", more=more), "f.xml")
    with acting_as(senco):
        assert [(each.stage, each.subject, each.year, each.result) for each in Attainment.objects.all()] == [
            ("KS2", "REA", 2025, "104")
        ]
    again = take(senco, CTF.format(source="2001", more=more), "f.xml")
    assert kinds(again) == {"unchanged": 1}, "the same file twice changes nothing"
    with acting_as(senco):
        assert Attainment.objects.count() == 1
        undo_run(run=again, by=senco)
        undo_run(run=run, by=senco)
        assert not Attainment.objects.exists()


def test_no_line_hides_what_it_would_do(senco, isla):
    """Every line with something in `after` shows it."""
    runs = [
        bring(senco, CTF.format(source="2001", more=HISTORY + CONTACTS), "f.xml"),
        bring(senco, HEADER + ISLA.replace(",K,SLCN", ",E,ASD") + JAYDEN.replace(",N,", ",K,MLD")),
        bring(senco, HEADER + ISLA.replace("G999400125001", "F99940012501A").replace(",K,SLCN", ",E,ASD")),
        bring(senco, "UPN,Contact Name,Relationship\nG999400125001,Dana Marlowe,MOT\n", "c.csv"),
        bring(senco, "Staff code,Surname,Email,Role\nRC,Clarke,rc@example.org,Teacher\n", "s.csv"),
    ]
    with acting_as(senco):
        lines = ImportLine.objects.filter(run__in=runs).exclude(after={})
        assert len(lines) > 6
        for line, changes, _field in rows_of(lines):
            assert changes, (line.kind, line.field, line.after)


def test_a_pupil_without_a_status_shows_what_would_be_taken(senco):
    take(senco, NO_STATUS + ISLA.replace(",K,SLCN", ",,"))
    run = bring(senco, SINCE + ISLA.replace(",K,", ",K,08/11/2021,"))
    with acting_as(senco):
        ((_line, changes, _field),) = rows_of(run.lines.all())
    assert [(change.label, change.after) for change in changes] == [
        ("SEN status", "SEN Support since 08/11/2021"), ("Types of need", "SLCN"),
    ]  # fmt: skip


def test_a_match_shows_by_whom_it_is_known(senco):
    take(senco, HEADER + ISLA)
    run = bring(senco, HEADER + ISLA.replace("G999400125001", "F99940012501A").replace("000101", "000999"))
    (line,) = lines_of(senco, run, "decision")
    assert "born 09/03/2014" in line.reason and "G999400125001" in line.reason
    with acting_as(senco):
        ((_line, changes, _field),) = rows_of([line])
    assert {change.after for change in changes} >= {"09/03/2014", "F99940012501A", "000999"}
