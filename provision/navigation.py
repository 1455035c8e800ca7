"""What provision offers from everywhere: the tabs of a pupil's page and the lines of the menus."""

from django.utils.translation import gettext_lazy as _

from provision.queries.sign_off import steps_to_sign_off
from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site

TABS = (
    PupilTab(_("Profile"), "provision:pupil_profile", permission="provision.view_profile", order=20),
    PupilTab(_("Profile"), "provision:shared_profile", permission="provision.read_profile", order=21),
    PupilTab(
        _("Plans"), "provision:pupil_plans", permission="provision.view_plan", order=30,
        also=("/plans/", "/plan-versions/", "/plan-steps/"),
    ),
    PupilTab(_("Seen today"), "provision:pupil_seen", permission="provision.note_seen", order=31),
    PupilTab(
        _("Plans"), "provision:family_plans", permission="provision.read_shared_plan", order=31, also=("/shared-plans/",),
    ),
    PupilTab(_("Provision"), "provision:pupil_provision", permission="provision.view_map", order=50),
    PupilTab(_("Delivery"), "provision:pupils_delivery", permission="provision.view_pupil_delivery", order=52),
    PupilTab(_("Progress"), "provision:pupil_progress", permission="provision.view_progress", order=51, also=("/progress/",)),
    PupilTab(_("Support"), "provision:family_support", permission="provision.view_support", order=32),
    PupilTab(
        _("Costs"), "provision:pupil_costs", permission="provision.view_costs", order=55, also=("/costs/top-ups/",),
    ),
    PupilTab(
        _("Report"), "provision:needs_report", permission="provision.view_report", order=60, also=("/reports/",),
    ),
)  # fmt: skip

ITEMS = (
    NavItem(_("Plans"), "provision:plans", (OFFICE, CLASS), "provision.view_plan", icon="file", order=40, key="l"),
    NavItem(
        _("To sign off"), "provision:sign_off", (OFFICE,), "provision.sign_off_plan", icon="check", order=42, key="o",
        count=steps_to_sign_off,
    ),
    NavItem(_("Classes"), "provision:classes", (OFFICE, CLASS), "provision.view_digest", icon="people", order=44, key="k"),
    NavItem(_("Profiles"), "provision:profiles", (OFFICE,), "provision.view_readings", icon="person", order=46, key="i"),
    NavItem(_("Provision map"), "provision:map", (OFFICE,), "provision.view_map", icon="file", order=53, key="v"),
    NavItem(_("Provision map"), "provision:map", (CLASS,), "provision.view_map", icon="file", order=70, key="v", shown=False),
    NavItem(_("Groups"), "provision:groups", (OFFICE,), "provision.view_groups", icon="people", order=54, key="u"),
    NavItem(_("Groups"), "provision:groups", (CLASS,), "provision.view_groups", icon="people", order=71, key="u", shown=False),
    NavItem(_("Library"), "provision:library", (OFFICE,), "provision.view_library", icon="search", order=57, key="y"),
    NavItem(_("Library"), "provision:library", (CLASS,), "provision.view_library", icon="search", order=72, key="y", shown=False),
    NavItem(_("My day"), "provision:my_day", (OFFICE, CLASS), "provision.record_session", icon="check", order=38, key="j"),
    NavItem(_("Delivery"), "provision:delivery", (OFFICE,), "provision.view_delivery", icon="chart", order=55, key="e"),
    NavItem(_("Adults away"), "provision:adults_away", (OFFICE,), "provision.arrange_cover", icon="person", order=56, key="q"),
    NavItem(_("Impact"), "provision:impact", (OFFICE,), "provision.view_impact", icon="chart", order=59, key="z"),
    NavItem(_("Costs"), "provision:costs", (OFFICE,), "provision.view_costs", icon="chart", order=58, key="x"),
    NavItem(
        _("Strategies and outcomes"), "provision:strategies", (CLASS,), "provision.view_plan", icon="search", order=66, key="b",
        shown=False,
    ),
    NavItem(_("Plan toolkit"), "provision:strategies", (OFFICE,), "provision.view_plan", icon="settings", order=92, key="b"),
)  # fmt: skip


def offer() -> None:
    """Called once the apps are ready."""
    for tab in TABS:
        site.add_tab(tab)
    for item in ITEMS:
        site.add_item(item)
