"""The frameworks as data: they load by themselves, check themselves, and each ladder can be walked."""

import dataclasses
import importlib
import sys

import pytest

from register import frameworks
from register.choices import SenProvision
from register.deadlines import WithinWeeks
from register.filters import statuses_of
from register.frameworks import default_for, framework_of, is_stand_in, stage_called
from register.frameworks.shape import Coordinator, Duty, Framework, NeedCategory, PlanType, Stage
from senco.accounts.models import School
from senco.accounts.models.school import Nation

ALL = list(frameworks.frameworks().values())
ENGLAND = frameworks.frameworks()["england"]


@pytest.fixture
def fresh():
    """What was found before is forgotten, before and after."""
    frameworks.frameworks.cache_clear()
    yield
    frameworks.frameworks.cache_clear()


def test_those_of_the_issue_are_shipped():
    wanted = {"england", "england_reform", "northern_ireland_five", "northern_ireland_three", "wales"}
    assert wanted <= {each.code for each in ALL}


@pytest.mark.parametrize("framework", ALL, ids=lambda framework: framework.code)
def test_every_ladder_can_be_walked_from_bottom_to_top(framework):
    here, walked = framework.base, []
    while here is not None:
        walked.append(here)
        here = framework.after(here.code)
    assert walked == framework.ladder and len(walked) >= 3
    assert framework.after(walked[-1].code) is None


@pytest.mark.parametrize("framework", ALL, ids=lambda framework: framework.code)
def test_every_general_level_has_a_stage(framework):
    for provision in SenProvision.values:
        assert framework.default_stage(provision) in framework.stages
    assert framework.default_stage("N") == framework.base
    assert framework.default_stage("K").provision == "K"


@pytest.mark.parametrize("framework", ALL, ids=lambda framework: framework.code)
def test_every_framework_has_plans_for_behaviour_and_health(framework):
    assert {"behaviour", "healthcare"} <= {plan.code for plan in framework.plan_types}


def test_what_is_not_law_is_no_default_and_says_so_wherever_it_is_named():
    reform = frameworks.frameworks()["england_reform"]
    assert not reform.default and "proposed, not law" in reform.full_name
    with pytest.raises(ValueError, match="cannot be a default"):
        dataclasses.replace(reform, default=True, plan_types=reform.plan_types[:1])


def test_a_school_works_under_its_nations_default_until_it_chooses():
    at = School(nation=Nation.NORTHERN_IRELAND)
    assert framework_of(at).code == "northern_ireland_five"
    at.framework = "northern_ireland_three"
    assert framework_of(at).coordinator.short == "LSC"
    at.framework = "taken_out_of_the_code_base"
    assert framework_of(at).code == "northern_ireland_five"


def test_nothing_is_shipped_for_scotland_and_that_is_said():
    at = School(nation=Nation.SCOTLAND)
    assert default_for("SCT") is None and is_stand_in(at) and framework_of(at) == ENGLAND
    at.framework = "wales"
    assert not is_stand_in(at) and framework_of(at).code == "wales"


def test_a_stage_keeps_its_name_whichever_framework_a_school_has_now():
    assert str(stage_called("ni5_2").name) == "Stage 2"
    assert stage_called("never_heard_of") is None


STAGE = Stage("none", "None", 0, "N")
HELPED, PLANNED = Stage("helped", "Helped", 1, "K"), Stage("planned", "Planned", 2, "S")
DUTY = Duty("d", "Do it", "The law", "written", WithinWeeks(1))


def made(**changed) -> Framework:
    facts = {
        "code": "f", "name": "F", "nation": "ENG", "source": "s", "coordinator": Coordinator("C", "C"), "authority": "a",
        "stages": (STAGE, HELPED, PLANNED), "need_categories": (), "plan_types": (PlanType("plan", "Plan"),),
    }  # fmt: skip
    return Framework(**facts | changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"stages": (STAGE, STAGE)}, "twice"),
        ({"stages": (STAGE, Stage("up", "Up", 0, "K"))}, "places in the order"),
        ({"stages": (STAGE, Stage("b", "B", 2, "K"), Stage("a", "A", 1, "K"))}, "in their order"),
        ({"stages": (Stage("k", "K", 0, "K"),)}, "without special educational needs"),
        ({"stages": (STAGE, Stage("x", "X", 1, "X"))}, "no known level"),
        ({"stages": (STAGE, Stage("a", "A", 1, "K", plan_types=("other",)))}, "unknown plan types"),
        ({"stages": (STAGE, Stage("a", "A", 1, "K", duties=(dataclasses.replace(DUTY, source=""),)))}, "no source"),
        ({"stages": (STAGE, Stage("a", "A", 1, "K", duties=(dataclasses.replace(DUTY, evidence=""),)))}, "no evidence"),
        ({"stages": (STAGE, Stage("a", "A", 1, "K", duties=(DUTY, DUTY)))}, "duties stand there twice"),
        ({"stages": (STAGE, Stage("a", "A", 1, "S", duties=(DUTY,), only_past=True))}, "can bring no duties"),
        ({"stages": (STAGE, PLANNED)}, "stands for the level K"),
        ({"stages": (STAGE, dataclasses.replace(HELPED, only_past=True), PLANNED)}, "stands for the level K"),
        ({"stages": (STAGE, HELPED)}, "stands for the level E or S"),
        ({"stages": (STAGE, HELPED, dataclasses.replace(PLANNED, only_past=True))}, "stands for the level E or S"),
        ({"stages": (dataclasses.replace(STAGE, watched=True), HELPED, PLANNED)}, "without special educational needs"),
        ({"stages": ()}, "without special educational needs"),
        ({"need_categories": (NeedCategory("n", "N"),) * 2}, "need categories"),
        ({"plan_types": (PlanType("behaviour", "Ours"),)}, "plan types"),
        ({"authority": ""}, "authority"),
    ],
)  # fmt: skip
def test_data_that_does_not_hold_is_refused_when_it_is_read(changed, said):
    with pytest.raises(ValueError, match=said):
        made(**changed)


def test_control_the_data_these_faults_are_made_of_holds():
    assert made().base == STAGE


@pytest.mark.parametrize("framework", ALL, ids=lambda framework: framework.code)
def test_no_two_choices_of_the_register_read_the_same(framework):
    offered = [str(name) for _code, name in statuses_of(framework)]
    assert len(set(offered)) == len(offered)


def test_several_stages_of_a_level_have_a_choice_for_all_of_them():
    more = Stage("more", "More", 3, "E")
    offered = [(code, str(name)) for code, name in statuses_of(made(stages=(STAGE, HELPED, PLANNED, more)))]
    assert offered[:4] == [
        ("K", "Helped"),
        ("E", "All with a statutory plan or statement"),
        ("planned", "Planned"),
        ("more", "More"),
    ]


def test_one_code_means_one_stage(fresh):
    other = made(
        stages=(STAGE, dataclasses.replace(ENGLAND.stages[2], name="Other", order=1, plan_types=()), PLANNED)
    )
    with pytest.raises(ValueError, match="Two different stages"):
        frameworks.check_together([ENGLAND, other])


ONE_MORE = """
from register.frameworks.shape import Coordinator, Framework, Stage
framework = Framework(
    code="scotland", name="Scotland", nation="SCT", source="2004 Act", coordinator=Coordinator("Support for learning", "SfL"),
    authority="Education authority", need_categories=(), default=True,
    stages=(
        Stage("sct_none", "No additional support needs", 0, "N"), Stage("sct_support", "Additional support", 1, "K"),
        Stage("sct_csp", "Co-ordinated support plan", 2, "E"),
    ),
)
"""


def test_one_more_is_one_more_file(fresh, tmp_path, monkeypatch):
    (tmp_path / "scotland.py").write_text(ONE_MORE)
    monkeypatch.setattr(frameworks, "__path__", [*frameworks.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    assert framework_of(School(nation="SCT")).code == "scotland"
    sys.modules.pop("register.frameworks.scotland")
