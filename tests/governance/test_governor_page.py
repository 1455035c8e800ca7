"""What a governor reads, and what can be worked out from it: judged from the page alone, by attackers of the tests' own."""

import io
import random
import re
from html.parser import HTMLParser

import page as checker
import pytest
from django.db import ProgrammingError, connection
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from scipy.optimize import linprog

from register.models import PupilCharacteristic, SenNeed
from senco.access.context import acting_as
from senco.governance import actions
from senco.governance.figures import AREA_OF_GROUP
from senco.governance.labels import category_name
from senco.governance.models import FigureRelease
from tests.access.matrix.locks import LOCKS
from tests.factories import as_owner, on_status, person, pupil
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page

pytestmark = pytest.mark.django_db
NEEDS = (
    ["SLCN"] * 9 + ["SEMH"] * 10 + ["SPLD"] * 7 + ["ASD"] * 6 + ["MLD"] * 4 + ["HI", "VI", "PD", "OTH", "SLD"]
)


@pytest.fixture
def governor():
    return person("governor")


@pytest.fixture
def figures(governor):
    """`figures(seed)`: the release of a random register of 150, which the governor can read."""

    def make(seed):
        dice, head = random.Random(seed), person("head", at=governor.school)
        for _number in range(150):
            child = pupil(
                at=governor.school,
                legal_surname="Canary",
                year_group=dice.randrange(7, 12),
                sex=dice.choice("FMM"),
            )
            on_status(child, dice.choice("KKKKE"))
            with as_owner():
                common = {"school": governor.school, "pupil": child, "starts": "2025-09-01"}
                SenNeed.objects.create(need_type=dice.choice(NEEDS), note="Canary", **common)
                if dice.random() < 0.4:
                    PupilCharacteristic.objects.create(kind="PP", **common)
        with as_owner():
            return actions.release_figures(by=head, on=timezone.localdate(), at=timezone.now())

    return make


class Tables(HTMLParser):
    """The texts of every table on a page: a list of rows for each."""

    def __init__(self):
        super().__init__()
        self.tables, self.text = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.text.strip())
            self.text = None


def printed(response) -> list[list[list[str]]]:
    parser = Tables()
    parser.feed(response.content.decode())
    return parser.tables


def span(text: str) -> tuple[int, float | None]:
    """What a text in a cell says by itself."""
    if text.isdigit():
        return int(text), int(text)
    if found := re.fullmatch(r"fewer than (\d+)", text):
        return 0, int(found[1]) - 1
    return (6, None) if text == "–" else (0, None)


class Attacker:
    """Knows the printed texts and that sums hold, also those between tables; asks how far each hidden figure can move."""

    def __init__(self, tables):
        self.spans, self.rows = {}, []
        *by_status, needs = tables
        for table in by_status:
            heads, *lines = table
            for name, *texts in lines:
                for head, text in zip(heads[1:], texts, strict=True):
                    self.know(self.place(heads[0], name, head), text)
            self.sum_up(heads, lines)
        self.know_needs(needs)

    def place(self, corner, name, head):
        """Margins that tables share have one place."""
        if name == "All":
            return ("All", head)
        return (corner, name, head)

    def know(self, place, text):
        low, high = span(text)
        old_low, old_high = self.spans.get(place, (0, None))
        self.spans[place] = (
            max(low, old_low),
            high if old_high is None else old_high if high is None else min(high, old_high),
        )

    def sum_up(self, heads, lines):
        names, columns = [name for name, *_texts in lines], heads[1:]
        for name in names:
            parts = [self.place(heads[0], name, head) for head in columns[:-1]]
            self.rows.append((parts, self.place(heads[0], name, columns[-1])))
        for head in columns:
            self.rows.append(([self.place(heads[0], name, head) for name in names[:-1]], ("All", head)))

    def know_needs(self, table):
        """Each need lies in one area, and the areas' sums stand in another table."""
        areas: dict = {}
        area_of = {
            category_name("need", group): category_name("area", area) for group, area in AREA_OF_GROUP.items()
        }
        for name, text in table[1:]:
            self.know(("Need", name), text)
            if name != "All":
                areas.setdefault(area_of[name], []).append(("Need", name))
        for area, parts in areas.items():
            self.rows.append((parts, ("Area of need", area, "All")))

    def hidden(self):
        return [place for place, (low, high) in self.spans.items() if low != high]

    def extremes(self, place):
        index = {each: number for number, each in enumerate(self.spans)}
        equations = []
        for parts, whole in self.rows:
            row = [0.0] * len(index)
            for part in parts:
                row[index[part]] += 1
            row[index[whole]] -= 1
            equations.append(row)
        goal = [0.0] * len(index)
        found = []
        for sign in (1, -1):
            goal[index[place]] = sign
            answer = linprog(
                goal, A_eq=equations, b_eq=[0] * len(equations), bounds=list(self.spans.values())
            )
            assert answer.status in (0, 3), answer.message
            found.append(float("inf") if answer.status == 3 else sign * answer.fun)
        return found

    def worked_out(self):
        """Hidden figures for which fewer than four counts remain."""
        found = {}
        for place in self.hidden():
            low, high = self.extremes(place)
            if high - low < 3 - 1e-6:
                found[place] = (low, high)
        return found


@pytest.mark.parametrize("seed", range(4))
def test_nothing_hidden_can_be_worked_out_from_the_page(proved, governor, figures, seed):
    figures(seed)
    attacker = Attacker(printed(proved(governor).get("/figures/")))
    assert len(attacker.hidden()) > 3, "nothing was hidden, so nothing was tried"
    assert attacker.worked_out() == {}


def test_control_hiding_small_figures_alone_would_leak(proved, governor, figures):
    """The page's tables with the true numbers put back where they are not small: the attacker works out a child."""
    made = figures(1)
    truth = true_counts(governor.school)
    tables = printed(proved(governor).get("/figures/"))
    naive = [
        [
            [reprint(cell, truth, table, row, column) for column, cell in enumerate(cells)]
            for row, cells in enumerate(table)
        ]
        for table in tables
    ]
    assert Attacker(naive).worked_out()
    assert made.threshold == 5


def true_counts(school):
    """(corner, name, head) → count, from the pupils themselves."""
    from senco.governance.queries import counted_on

    senco = person("senco", at=school)
    with acting_as(senco):
        pupils = counted_on(senco, timezone.localdate())
    counts: dict = {}
    for each in pupils:
        for variable in ("year", "area", "sex", "premium", "need"):
            name = category_name(variable, getattr(each, variable))
            for head in (category_name("status", each.status), "All"):
                counts[name, head] = counts.get((name, head), 0) + 1
    return counts


def reprint(cell, truth, table, row, column):
    if row == 0 or column == 0 or cell != "–":
        return cell
    head = table[0][column] if table[0][column] != "Pupils" else "All"
    return str(truth.get((table[row][0], head), 0))


def test_the_page_names_no_pupil_and_says_what_is_hidden(proved, governor, figures):
    figures(1)
    text = proved(governor).get("/figures/").content.decode()
    assert "Canary" not in text
    assert "No pupil is named, and small groups are hidden." in text
    assert text.count("<svg") >= 5  # a chart for each table


@pytest.mark.parametrize("lock", LOCKS)
def test_the_home_and_the_files_name_no_pupil_with_either_lock(proved, governor, figures, lock):
    made, browser = figures(2), proved(governor)
    with LOCKS[lock]():
        assert b"Canary" not in browser.get("/").content
        assert b"Canary" not in browser.get("/figures/").content
        csv = browser.get(reverse("governance:export_figures", args=[made.pk, "csv"]))
    assert b"Canary" not in csv.content and b"fewer than 6" in csv.content


@pytest.mark.parametrize("lock", LOCKS)
def test_another_schools_governor_reads_nothing_with_either_lock(proved, figures, lock):
    made = figures(1)
    browser = proved(person("governor"))
    with LOCKS[lock]():
        assert browser.get(reverse("governance:release", args=[made.pk])).status_code == 404
        assert "No figures have been released yet" in browser.get("/figures/").content.decode()


def test_files_hold_what_the_page_holds(proved, governor, figures):
    made, browser = figures(1), proved(governor)
    page = {cell for table in printed(browser.get("/figures/")) for row in table for cell in row}
    csv = browser.get(reverse("governance:export_figures", args=[made.pk, "csv"]))
    assert (
        csv.headers["Content-Type"].startswith("text/csv")
        and "attachment" in csv.headers["Content-Disposition"]
    )
    lines = csv.content.decode("utf-8-sig").splitlines()[1:]
    assert {line.rsplit(",", 1)[1] for line in lines} <= page
    assert browser.get(reverse("governance:export_figures", args=[made.pk, "exe"])).status_code == 404


def test_where_no_pdf_can_be_drawn_the_page_says_why(proved, governor, figures, without_pango):
    made, browser = figures(1), proved(governor)
    answer = browser.get(reverse("governance:export_figures", args=[made.pk, "pdf"]), follow=True)
    assert answer.redirect_chain[0][0] == made.get_absolute_url()
    assert "Pango library is missing" in answer.content.decode()
    assert browser.get(reverse("governance:export_figures", args=[made.pk, "csv"])).status_code == 200


def test_the_pdf_is_accessible_and_holds_the_tables(proved, governor, figures):
    made = figures(1)
    answer = proved(governor).get(reverse("governance:export_figures", args=[made.pk, "pdf"]))
    assert answer.headers["Content-Type"] == "application/pdf"
    report = checker.validate_pdf_bytes(answer.content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "By year" in text and "Year 9" in text and "Canary" not in text


PUPIL_PAGES = [
    "/register/", "/register/print/", "/register/file/csv/", "/concerns/", "/watched/", "/people/", "/pupils/find/",
    "/pupils/mine/", "/views/", "/advice/", "/figures/preview/",
]  # fmt: skip


@pytest.mark.parametrize("url", PUPIL_PAGES)
def test_every_other_page_is_closed_to_governors(proved, governor, figures, url):
    answer = proved(governor).get(url)
    assert answer.status_code == 403
    assert "Canary" not in answer.content.decode()


def test_the_governors_database_role_may_read_nothing_about_pupils(governor):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'"
            " and c.relkind in ('r', 'v', 'm') and has_table_privilege('senco_governor', c.oid, 'select') order by 1"
        )
        readable = {name for (name,) in cursor.fetchall()}
    assert readable <= {
        "accounts_closure", "accounts_membership", "accounts_school", "accounts_term", "drafts_draft", "governance_figurerelease",
    }  # fmt: skip
    assert "governance_figurerelease" in readable  # control
    with acting_as(governor), pytest.raises(ProgrammingError, match="permission denied"):
        FigureRelease.objects.update(threshold=1)


def test_the_number_of_queries_does_not_grow_with_releases(proved, governor, figures, count_queries):  # noqa: F811
    made, browser = figures(1), proved(governor)
    one = count_queries(browser, "/figures/")
    for days in range(1, 6):
        with as_owner():
            FigureRelease.objects.create(
                school=made.school, as_of=made.as_of - timezone.timedelta(days=40 * days), tables=made.tables, threshold=5,
                released_by=made.released_by,
            )  # fmt: skip
    assert count_queries(browser, "/figures/") == one <= 12
