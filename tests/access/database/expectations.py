"""The table: for every locked table and command, the database roles that may use it at all and the rows they reach."""

from tests.access.database import expectations_of_liaison as liaison
from tests.access.database import expectations_of_plans as plans
from tests.access.database import expectations_of_profiles as profiles
from tests.access.database import expectations_of_provision as provided
from tests.access.database import expectations_of_reviews as reviews
from tests.access.database import expectations_of_translations as translations
from tests.access.database.oracle import (
    SCOPED,
    about_concern,
    arrived,
    asked_only,
    both,
    brought_by_parent,
    childs_group,
    colleague_or_self,
    concern_of_family,
    concern_of_staff,
    confirmed_by_me,
    content_of,
    counting,
    derivable,
    everyone,
    file_for,
    file_for_parents,
    file_for_staff,
    first_word,
    fresh_or_imported,
    from_import,
    in_my_thread,
    in_school,
    long_removed,
    may_write,
    me,
    mine,
    my_answer,
    my_thread,
    new_colleague,
    new_content,
    new_file,
    new_file_of_classroom,
    new_grant,
    nobody_yet,
    not_a_share,
    offer,
    office,
    own_file_still_mine,
    own_pupil,
    own_reading,
    own_school,
    pupil_from_import,
    raised_by_me,
    refusal_only,
    released,
    sign_in_mail,
    still_mine,
    taken_back_by_me,
    taught_child,
    to_the_office,
    told_family,
    told_raiser,
    unanswered,
    waits_or_long_removed,
    with_its_period,
)

SCHOOL, STAFF, FAMILY, AGENCY, GOVERNOR, SYSTEM, LOGIN = (
    "senco_school", "senco_staff", "senco_family", "senco_agency", "senco_governor", "senco_system", "senco_app",
)  # fmt: skip


def all_scoped(judge):
    return dict.fromkeys(SCOPED, judge)


whose_calendar = dict.fromkeys((SCHOOL, STAFF, FAMILY, AGENCY), both(me("membership_id"), in_school))

SELECT = {
    "accounts_school": {SCHOOL: own_school, SYSTEM: everyone, LOGIN: everyone, **all_scoped(own_school)},
    "accounts_term": {SCHOOL: office, SYSTEM: everyone, **all_scoped(in_school)},
    "accounts_closure": {SCHOOL: office, SYSTEM: everyone, **all_scoped(in_school)},
    "accounts_membership": {SCHOOL: office, SYSTEM: everyone, LOGIN: everyone, **all_scoped(colleague_or_self)},
    "accounts_membershipevent": {SCHOOL: office},
    "accounts_invitation": {SCHOOL: office, SYSTEM: everyone, LOGIN: everyone},
    "accounts_user": {SYSTEM: everyone, LOGIN: everyone},
    "audit_readevent": {SCHOOL: office},
    "dashboard_calendarfeed": whose_calendar,
    "drafts_draft": {SCHOOL: me("membership_id"), SYSTEM: everyone, **all_scoped(me("membership_id"))},
    "governance_figurerelease": {SCHOOL: office, GOVERNOR: released},
    "outbox_outboxmessage": {SCHOOL: office, SYSTEM: everyone},
    "register_pupil": {SCHOOL: office, SYSTEM: everyone, STAFF: own_pupil, FAMILY: own_pupil, AGENCY: own_pupil},
    "register_pupilcharacteristic": {SCHOOL: office, STAFF: mine, FAMILY: mine},
    "register_attainment": {SCHOOL: office, STAFF: mine, FAMILY: mine},
    "register_contact": {SCHOOL: office, SYSTEM: everyone, STAFF: mine, FAMILY: both(mine, me("membership_id"))},
    "register_contactaddress": {SCHOOL: office},
    "register_teachinggroup": {SCHOOL: office, SYSTEM: everyone, STAFF: in_school, FAMILY: childs_group},
    "register_groupteacher": {SCHOOL: office, SYSTEM: everyone, STAFF: in_school, FAMILY: taught_child},
    "register_grouppupil": {SCHOOL: office, SYSTEM: everyone, STAFF: mine, FAMILY: mine},
    "register_pupilaccess": {
        SCHOOL: office, SYSTEM: everyone, STAFF: me("membership_id"), FAMILY: me("membership_id"), AGENCY: me("membership_id"),
    },
    "register_senstatus": {SCHOOL: office, SYSTEM: everyone, STAFF: mine, FAMILY: mine, AGENCY: mine},
    "register_senneed": {SCHOOL: office, STAFF: mine, FAMILY: mine, AGENCY: mine},
    "register_rightspassed": {SCHOOL: office, SYSTEM: everyone, STAFF: mine},
    "register_stageduty": {SCHOOL: office, SYSTEM: everyone, STAFF: both(mine, me("owner_id"))},
    "register_monitoring": {SCHOOL: office, STAFF: mine},
    "register_concern": {SCHOOL: office, STAFF: concern_of_staff, FAMILY: concern_of_family},
    "register_concernstep": {
        SCHOOL: office, STAFF: about_concern(concern_of_staff), FAMILY: about_concern(concern_of_family),
    },
    "register_concernnote": {SCHOOL: office},
    "register_viewrequest": {SCHOOL: office, STAFF: both(mine, me("asked_id"))},
    "register_concernnotice": {SCHOOL: office, STAFF: told_raiser, FAMILY: told_family},
    "register_referencecounter": {SCHOOL: office, STAFF: in_school, FAMILY: in_school},
    "register_advicethread": {SCHOOL: office, STAFF: my_thread},
    "register_advicemessage": {SCHOOL: office, STAFF: in_my_thread},
    "register_seninmis": {SCHOOL: office},
    "register_pupilfile": {
        SCHOOL: office, SYSTEM: everyone, STAFF: file_for_staff, FAMILY: file_for_parents, AGENCY: file_for("for_agency"),
    },
    "register_pupilfilecontent": {
        SCHOOL: content_of(office), SYSTEM: waits_or_long_removed, STAFF: content_of(file_for_staff),
        FAMILY: content_of(file_for_parents), AGENCY: content_of(file_for("for_agency")),
    },
    "register_importrun": {SCHOOL: office},
    "register_importline": {SCHOOL: office},
    "register_columnmapping": {SCHOOL: office},
    "register_savedview": {SCHOOL: both(office, me("membership_id"))},
}  # fmt: skip

HISTORY = (
    "pupil", "pupilcharacteristic", "contact", "contactaddress", "groupteacher", "grouppupil", "pupilaccess", "senstatus",
    "senneed", "concern", "concernstep", "concernnote", "viewrequest", "concernnotice", "monitoring", "advicethread",
    "advicemessage", "attainment", "seninmis", "stageduty", "pupilfile", "rightspassed",
)  # fmt: skip
SELECT |= {f"register_{name}event": {SCHOOL: office} for name in HISTORY}

OFFICE_WRITES = (
    "pupil", "pupilcharacteristic", "contact", "contactaddress", "teachinggroup", "groupteacher", "grouppupil", "senstatus",
    "senneed", "monitoring", "concern", "concernstep", "concernnote", "viewrequest", "concernnotice", "advicethread",
    "advicemessage", "importrun", "importline", "columnmapping", "attainment", "seninmis",
)  # fmt: skip
INSERT = {f"register_{name}": {SCHOOL: office} for name in OFFICE_WRITES} | {
    "accounts_term": {SCHOOL: office},
    "accounts_closure": {SCHOOL: office},
    "accounts_membership": {SCHOOL: new_colleague},
    "accounts_invitation": {SCHOOL: offer},
    "accounts_user": {SYSTEM: everyone},
    "audit_readevent": {SCHOOL: own_reading, LOGIN: refusal_only, **all_scoped(own_reading)},
    "dashboard_calendarfeed": whose_calendar,
    "drafts_draft": {SCHOOL: me("membership_id"), **all_scoped(me("membership_id"))},
    "governance_figurerelease": {SCHOOL: office},
    "outbox_outboxmessage": {
        SCHOOL: office,
        LOGIN: sign_in_mail,
        STAFF: to_the_office,
        FAMILY: to_the_office,
    },
    "register_pupilaccess": {SCHOOL: new_grant, SYSTEM: derivable},
    "register_referencecounter": {SCHOOL: both(office, counting), STAFF: counting, FAMILY: counting},
    "register_savedview": {SCHOOL: both(office, me("membership_id"))},
}
INSERT |= {  # nobody writes in a colleague's name, the office included
    f"register_{name}": {SCHOOL: both(office, me(column))}
    for name, column in {
        "concern": "raised_by_id",
        "concernstep": "by_id",
        "concernnote": "by_id",
        "concernnotice": "sent_by_id",
        "advicethread": "asked_by_id",
        "advicemessage": "by_id",
    }.items()
}
INSERT["register_viewrequest"] = {SCHOOL: both(office, me("asked_by_id"), unanswered)}
INSERT["register_concern"] |= {STAFF: raised_by_me, FAMILY: both(raised_by_me, may_write)}
INSERT["register_concernstep"] |= {STAFF: first_word, FAMILY: both(first_word, may_write)}
INSERT["register_rightspassed"] = {SCHOOL: both(office, confirmed_by_me)}
INSERT["register_advicethread"] |= {STAFF: my_thread}
INSERT["register_advicemessage"] |= {STAFF: both(in_my_thread, me("by_id"))}

INSERT["register_stageduty"] = {SCHOOL: both(office, asked_only), SYSTEM: asked_only}
INSERT["register_monitoring"] = {SCHOOL: both(office, me("started_by_id"))}

INSERT["register_pupilfile"] = {
    SCHOOL: both(office, new_file), STAFF: new_file_of_classroom, FAMILY: brought_by_parent,
}  # fmt: skip
INSERT["register_pupilfilecontent"] = {
    SCHOOL: both(office, new_content),
    STAFF: both(mine, in_school, new_content),
    FAMILY: both(mine, may_write, in_school, new_content),
}

ALL = None  # every column
UPDATE = {  # table → role → (columns, rows it reaches, what each of them must still be)
    f"register_{name}": {SCHOOL: (ALL, office)}
    for name in (
        "pupil", "pupilcharacteristic", "contact", "contactaddress", "teachinggroup", "groupteacher", "grouppupil", "senstatus",
        "senneed", "importrun", "importline", "columnmapping",
    )
} | {
    "accounts_school": {SCHOOL: (ALL, own_school)},
    "accounts_term": {SCHOOL: (ALL, office)},
    "accounts_closure": {SCHOOL: (ALL, office)},
    "accounts_membership": {
        SCHOOL: (
            ("role", "starts", "ends", "title", "first_name", "last_name", "email", "staff_code", "job", "organisation", "origin_run"),
            office,
        ),
        SYSTEM: (("user_id",), nobody_yet),
    },
    "accounts_invitation": {SCHOOL: (("revoked_at",), office), SYSTEM: (("accepted_at",), everyone)},
    "accounts_user": {LOGIN: (ALL, everyone)},
    "dashboard_calendarfeed": {role: (("ended_at",), own) for role, own in whose_calendar.items()},
    "drafts_draft": {role: (ALL, me("membership_id")) for role in (SCHOOL, *SCOPED)},
    "governance_figurerelease": {
        # one row that has arrived already makes a blind update fail as a whole
        SCHOOL: (("withdrawn_at",), office, lambda row, person, facts: not arrived(row["released_at"])),
    },
    "outbox_outboxmessage": {
        SCHOOL: (("claimed_at", "given_up_at", "attempts", "last_error", "not_before", "text", "calendar"), office),
        SYSTEM: (("not_before", "attempts", "claimed_at", "sent_at", "given_up_at", "last_error", "text", "calendar"), everyone),
    },
    "register_concern": {SCHOOL: (("assigned_to_id", "version", "urgent"), office)},
    "register_concernnotice": {SCHOOL: (("withdrawn_at",), office)},
    "register_monitoring": {SCHOOL: (("review_on", "label", "concern_id", "ended_at"), office)},
    "register_advicethread": {SCHOOL: (("closed_at",), office)},
    "register_attainment": {SCHOOL: (("result", "result_status"), office)},
    "register_pupilaccess": {SCHOOL: (("ends", "level"), office), SYSTEM: (("ends", "level"), not_a_share)},
    "register_rightspassed": {SCHOOL: (("taken_back_at", "taken_back_by_id"), office, taken_back_by_me)},
    "register_savedview": {SCHOOL: (ALL, both(office, me("membership_id")))},
}  # fmt: skip
UPDATE["register_referencecounter"] = {
    SCHOOL: (("last_number",), office),
    STAFF: (("last_number",), in_school),
    FAMILY: (("last_number",), in_school),
}
UPDATE["register_viewrequest"] = {
    SCHOOL: (("asked_by_id", "asked_at", "due_on", "cancelled_at", "settled_at"), office),
    STAFF: (("same_concern", "answer", "answered_at"), my_answer),
}

OUTCOME = ("done_on", "done_by_id", "done_note")
UPDATE["register_stageduty"] = {
    SCHOOL: (
        ("owner_id", "opens_on", "due_on", *OUTCOME, "waived_on", "waived_by_id", "waived_reason"),
        office,
    ),
    # what is waived, or recorded by a colleague, is not rewritten: one such row makes a blind update fail as a whole
    STAFF: (OUTCOME, both(mine, me("owner_id")), still_mine),
}
DESCRIBED = ("caption", "alt_text", "taken_on", "version", "removed_at", "removed_by_id", "removed_why")
UPDATE["register_pupilfile"] = {
    SCHOOL: ((*DESCRIBED, "for_staff", "for_family", "for_agency", "named_parents"), office),
    STAFF: (DESCRIBED, own_file_still_mine),
    SYSTEM: (("scan", "scanned_at", "removed_at", "removed_why", "erased_at"), everyone),
}

DELETE = {f"register_{name}": {SCHOOL: from_import} for name in OFFICE_WRITES[:9] if name != "senstatus"} | {
    "accounts_term": {SCHOOL: office},
    "accounts_closure": {SCHOOL: office},
    "accounts_membership": {SCHOOL: both(from_import, nobody_yet)},
    "drafts_draft": {SYSTEM: everyone, **dict.fromkeys((SCHOOL, *SCOPED), me("membership_id"))},
    "outbox_outboxmessage": {SYSTEM: everyone},
    "register_attainment": {SCHOOL: from_import},
    "register_seninmis": {SCHOOL: from_import},
    "register_pupilaccess": {SCHOOL: pupil_from_import},
    "register_pupilfilecontent": {SYSTEM: long_removed},
    "register_senstatus": {SCHOOL: fresh_or_imported},
    "register_stageduty": {SCHOOL: with_its_period},
    "register_importline": {SCHOOL: office},
    "register_columnmapping": {SCHOOL: office},
    "register_savedview": {SCHOOL: both(office, me("membership_id"))},
}

SELECT |= (
    plans.SELECT | profiles.SELECT | provided.SELECT | liaison.SELECT | reviews.SELECT | translations.SELECT
)
INSERT |= (
    plans.INSERT | profiles.INSERT | provided.INSERT | liaison.INSERT | reviews.INSERT | translations.INSERT
)
UPDATE |= (
    plans.UPDATE | profiles.UPDATE | provided.UPDATE | liaison.UPDATE | reviews.UPDATE | translations.UPDATE
)
DELETE |= profiles.DELETE
