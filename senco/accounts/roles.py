"""Who may do what: one table that a headteacher could check. Whose record it may be done to is `visible_to`'s answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    SENCO = "senco", _("SENCO")
    ADMIN = "admin", _("SEN administrator")
    HEAD = "head", _("Headteacher or senior leader")
    TEACHER = "teacher", _("Teacher")
    TA = "ta", _("Teaching assistant")
    PARENT = "parent", _("Parent or carer")
    PROFESSIONAL = "professional", _("External professional")
    GOVERNOR = "governor", _("Governor")


class DatabaseRole(models.TextChoices):
    """The PostgreSQL role a request runs as. Each has its own row-level-security policy on every table."""

    SCHOOL = "senco_school"
    STAFF = "senco_staff"
    FAMILY = "senco_family"
    AGENCY = "senco_agency"
    GOVERNOR = "senco_governor"
    SYSTEM = "senco_system"


DATABASE_ROLE = {
    Role.SENCO: DatabaseRole.SCHOOL,
    Role.ADMIN: DatabaseRole.SCHOOL,
    Role.HEAD: DatabaseRole.SCHOOL,
    Role.TEACHER: DatabaseRole.STAFF,
    Role.TA: DatabaseRole.STAFF,
    Role.PARENT: DatabaseRole.FAMILY,
    Role.PROFESSIONAL: DatabaseRole.AGENCY,
    Role.GOVERNOR: DatabaseRole.GOVERNOR,
}

WHOLE_SCHOOL = frozenset({Role.SENCO, Role.ADMIN, Role.HEAD})
STAFF = frozenset({Role.SENCO, Role.ADMIN, Role.HEAD, Role.TEACHER, Role.TA})
SECOND_FACTOR = STAFF | {
    Role.PROFESSIONAL,
    Role.GOVERNOR,
}  # parents are offered passkeys, not made to use them

MONEY = frozenset(
    {"provision.view_costs", "provision.edit_costs"}
)  # from a rate somebody's pay can be guessed
EVERYONE = frozenset(
    {
        "accounts.switch_role",
        "drafts.keep_draft",
        "dashboard.view_home",
    }
)
CLASSROOM = frozenset(
    {
        "dashboard.view_calendar",
        "dashboard.search",
        "register.view_pupil",
        "register.search_pupils",
        "register.log_concern",
        "register.view_own_concerns",
        "register.give_view",
        "register.ask_advice",
        "provision.view_plan",
        "provision.write_plan",
        "register.view_duties",
        "register.record_duty",
        "register.view_files",
        "register.read_file",
        "register.add_files",  # and describe or remove what one added oneself
        "liaison.view_log",
        "liaison.log_contact",  # and correct or remove what one logged oneself
        "provision.note_seen",
        "provision.view_profile",
        "provision.write_profile",
        "provision.print_profiles",
        "provision.view_digest",
        "provision.view_report",
        "provision.view_groups",
        "provision.view_library",
        "provision.record_session",
        "provision.view_pupil_delivery",
        "provision.view_map",
        "provision.view_progress",
        "reviews.view_review",  # and say of what one agreed to do that it is done
        "reviews.contribute",  # views before a meeting, whoever is asked for them
        "translations.work",  # translate or approve what one is named for
        "provision.record_progress",  # office staff enter test scores as well
    }
)
RECORDS_LESSONS = {
    "provision.write_plan",
    "provision.write_profile",
    "provision.note_seen",
    "provision.record_session",
}
OFFICE = (CLASSROOM - RECORDS_LESSONS) | frozenset(
    {
        "register.view_register",
        "register.export_register",
        "provision.export_plans",
        "provision.export_map",
        "provision.read_kept_report",
        "register.view_concerns",
        "register.view_people",
        "register.invite_people",
        "register.import_pupils",
        "register.export_transfer_file",
        "register.check_census",
        "register.edit_pupil",
        "register.share_files",  # say who may see a file, and describe or remove any
        "liaison.correct_log",
        "liaison.answer_call",
        "liaison.read_notes",
        "governance.view_figures",
        "governance.view_released_figures",
        "outbox.decide_mail",
        "provision.make_cover_link",
        "provision.view_readings",
        "provision.view_delivery",
        "provision.arrange_cover",
        "provision.view_impact",
        "provision.import_progress",
        "reviews.hold_review",
        "reviews.invite",  # and run rounds
        "translations.ask",
    }
)

MAY: dict[Role, frozenset[str]] = {
    Role.SENCO: EVERYONE
    | OFFICE
    | MONEY
    | {
        "register.triage_concern",
        "provision.begin_plan",
        "provision.write_plan",
        "provision.sign_off_plan",
        "provision.keep_report",
        "provision.edit_banks",
        "provision.edit_templates",
        "provision.edit_settings",
        "provision.edit_groups",
        "provision.edit_library",
        "provision.edit_scales",
        "provision.record_session",
        "provision.note_seen",
        "provision.write_profile",
        "provision.publish_profile",
        "provision.write_alert",
        "register.answer_advice",
        "register.change_status",
        "register.share_pupil",
        "reviews.sign_review",
        "governance.release_figures",
        "accounts.edit_school",
    },
    Role.ADMIN: EVERYONE | OFFICE | {"accounts.edit_school", "provision.write_alert"},
    Role.HEAD: EVERYONE
    | OFFICE - {"register.import_pupils"}
    | MONEY
    | {"governance.release_figures", "register.share_pupil"},
    Role.TEACHER: EVERYONE
    | CLASSROOM
    | {"provision.begin_plan", "provision.make_cover_link", "reviews.hold_review"},
    Role.TA: EVERYONE | CLASSROOM,
    Role.PARENT: EVERYONE
    | {
        "dashboard.view_calendar",
        "register.raise_concern",
        "liaison.ask_for_call",
        "liaison.tell",
        "liaison.correct_details",
        "register.view_own_concerns",
        "register.view_child",
        "register.read_file",
        "provision.read_shared_plan",
        "provision.read_profile",
        "provision.view_support",
        "reviews.read_record",
        "reviews.answer_invitation",
        "reviews.choose_time",
        "reviews.contribute",
        "translations.read",
    },
    Role.PROFESSIONAL: EVERYONE
    | {
        "dashboard.view_calendar",
        "register.view_shared_pupil",
        "register.read_file",
        "provision.read_shared_plan",
        "provision.read_profile",
        "reviews.read_record",
        "reviews.answer_invitation",
        "reviews.contribute",
        "translations.work",
    },
    Role.GOVERNOR: EVERYONE | {"governance.view_released_figures"},
}

# Whom each role may invite and whose membership it may end: nobody hands out sight of the whole school that is not the
# SENCO or the head, and nobody below the office hands out anything.
APPOINTS: dict[Role, frozenset[Role]] = {
    Role.SENCO: frozenset(Role),
    Role.HEAD: frozenset(Role),
    Role.ADMIN: frozenset(Role) - WHOLE_SCHOOL,
}

PERMISSIONS = frozenset().union(*MAY.values())


def may(role: str, permission: str) -> bool:
    """Whether the role may do this at all. An unknown permission name is a programming error, never a quiet no."""
    if permission not in PERMISSIONS:
        raise LookupError(f"No such permission: {permission}")
    return permission in MAY[Role(role)]
