"""One row a route: what its keys are about. A route without a row fails the matrix, and so does a row without a route."""

from tests.access.matrix.rows import Row, about, without_key
from tests.access.matrix.world import FILES

UNDO = (0, 0)  # an undo between two marks of the history that enclose nothing

ROWS: tuple[Row, ...] = (
    *without_key(
        "dashboard:home", "dashboard:search", "dashboard:to_do", "dashboard:calendar", "dashboard:feed_settings", "dashboard:end_feed", "accounts:school", "drafts:keep", "drafts:unsent", "outbox:undelivered",
        "governance:figures", "governance:preview", "governance:release_figures",
        "register:register", "register:print_register", "register:set_key_adults", "register:watch_pupils",
        "register:stop_watching", "register:saved_views", "register:keep_view", "register:restore_view",
        "register:pupil_search", "register:my_pupils", "register:concerns", "register:log_concern",
        "register:find_concern_pupil", "register:raise_concern", "register:my_concerns", "register:views_asked",
        "register:monitoring", "register:advice", "register:ask_advice", "register:find_advice_pupil", "register:people",
        "register:people_contacts", "register:invite_person", "register:shares", "register:share_pupil", "register:imports",
        "register:census", "register:transfer", "register:frameworks", "register:duties",
        "liaison:contact_log", "provision:profiles", "provision:print_profiles", "provision:classes", "provision:not_read", "provision:send_reminders",
    ),
    *(Row(name, more=(kind,)) for name in ("register:export_register", "register:census_file") for kind in ("xlsx", "csv")),
    Row("accounts:switch_role", may_miss=True),  # an empty submission names no membership of one's own
    Row("register:people_kind", more=("staff",)),
    Row("register:invite_several", more=("staff",)),
    Row("register:undo_key_adults", more=UNDO, may_miss=True),
    *about(
        "pupil", "dashboard:child", "register:key_adult", "register:key_adult_cell", "register:pupil", "register:chronology",
        "register:edit_pupil", "register:change_status", "register:add_past_period", "register:set_needs", "register:set_facts",
        "register:shared_pupil", "register:files", "register:add_files", "liaison:pupil_log", "liaison:log_contact",
        "liaison:ask_for_call", "liaison:tell", "register:confirm_rights",
    ),
    Row("register:take_rights_back", "pupil", may_miss=True),  # not everybody decides
    Row("liaison:details", "pupil", may_miss=True),  # nor does everybody have a contact of their own
    *(Row("liaison:note_read", kind) for kind in ("note", "office_note")),
    Row("liaison:settle_details", "details_wish"),
    *(
        Row(f"liaison:{name}", kind)
        for name in ("withdraw_call", "close_call", "open_call")
        for kind in ("call", "call_of_parent")
    ),
    *(
        Row(name, kind, may_miss=name == "liaison:correct_contact" and kind == "removed_logged")
        for name in (
            "liaison:correct_contact", "liaison:remove_contact", "liaison:bring_contact_back", "liaison:follow_up_done",
            "liaison:open_follow_up",
        )
        for kind in ("office_logged", "removed_logged", "logged_of_teacher", "logged_of_ta")
    ),
    *(Row(name, kind) for name in ("register:file", "register:file_thumbnail") for kind in FILES),
    *(
        Row(name, f"file_of_{somebody}", may_miss=somebody != "colleague")
        for name in ("register:edit_file", "register:remove_file", "register:restore_file")
        for somebody in ("colleague", "teacher", "ta")
    ),
    *about("pupil", "register:undo_details", "register:undo_needs", more=UNDO, may_miss=True),
    *about("pupil", "register:undo_status", more=UNDO * 2, may_miss=True),
    Row("register:tell_parent", "pupil", more=("@status",)),
    Row("register:stage_letter", "pupil", more=("@status", "parents")),
    Row("register:choose_framework", more=("england",)),
    *about(
        "duty", "register:duty", "register:record_duty", "register:take_back_record", "register:waive_duty",
        "register:take_back_waiver", "register:hand_over_duty",
    ),
    *(
        Row(name, f"duty_of_{role}")
        for name in ("register:duty", "register:record_duty", "register:take_back_record")
        for role in ("teacher", "ta")
    ),
    *about(
        "concern", "register:concern", "register:my_concern", "register:assign_concern", "register:observe_concern",
        "register:ask_views", "register:remind_views", "register:undo_decision", "register:tell_about_concern",
        "register:reopen_concern", "register:close_concern",
    ),
    *about("concern", "register:concern_sent", "register:withdraw_concern", may_miss=True),
    Row("register:decide_concern", "concern", more=("advise",)),
    *about("concern", "register:unask_views", "register:keep_back", more=("@step",), may_miss=True),
    *(
        Row(name, f"concern_of_{role}", may_miss=True)
        for name in ("register:my_concern", "register:concern_sent", "register:withdraw_concern")
        for role in ("teacher", "ta", "parent")
    ),
    *about("view_request", "register:give_view", "register:cancel_view", may_miss=True),
    *about("monitoring", "register:extend_monitoring", "register:end_monitoring"),
    *about("advice", "register:advice_thread", "register:reply_to_advice", "register:close_advice", "register:reopen_advice"),
    Row("register:contact", "contact"),
    *about("contact", "register:invite_contact", "register:decide_contact", may_miss=True),
    *about(
        "colleague", "register:person", "register:edit_person", "register:invite", "register:revoke_invitation",
        "register:end_membership", may_miss=True,
    ),
    Row("register:end_share", "share"),
    *about(
        "import", "register:import", "register:import_progress", "register:import_columns", "register:apply_import",
        "register:undo_import", "register:discard_import", "register:settle_all", "register:parked_rows",
        "register:import_needs", "register:forget_columns", "register:retry_import", may_miss=True,
    ),
    Row("register:settle_line", "import", more=("@line",)),
    *about("view", "register:rename_view", "register:delete_view", may_miss=True),
    *about("pupil", "provision:pupil_plans", "provision:begin_plan", "provision:pupil_seen", "provision:family_plans"),
    *about(
        "plan", "provision:plan", "provision:describe_plan", "provision:writers", "provision:add_outcome", "provision:add_provision",
        "provision:add_score", "provision:review_plan", "provision:answers", "provision:answers_read", "provision:copy_plan",
        "provision:find_copy_pupil", "provision:versions", "provision:compare_versions", "provision:next_cycle",
    ),
    Row("provision:write_here", "plan", may_miss=True),  # an empty submission names no section
    *about("plan", "provision:plan_files"),
    Row("provision:draft_file", "plan", more=("docx",)),
    *(Row("provision:version_file", version, more=("docx",)) for version in ("staff_version", "version")),
    Row("provision:family_file", "version", more=("large",)),
    *(Row("provision:family_file", version, more=("docx",)) for version in ("coming_version", "withdrawn_version", "staff_version")),
    *about("pupil", "provision:needs_report", "provision:keep_report"),
    *about("needs_report", "provision:kept_report", "provision:take_back_report"),
    Row("provision:report_file", "needs_report", more=("docx",)),
    # Reviews
    *without_key("reviews:reviews", "reviews:actions", "reviews:judge"),
    *about("pupil", "reviews:pupil_reviews", "reviews:begin", "reviews:family_records"),
    *about("review", "reviews:review", "reviews:change", "reviews:meeting", "reviews:sign"),
    *about("review", "reviews:call_off", "reviews:leave_out"),
    *about("left_out_review", "reviews:take_in"),
    *about("signed_review", "reviews:review", "reviews:change", "reviews:meeting", "reviews:sign"),
    Row("reviews:take_back", "review_step"),
    *(Row("reviews:record", f"{whose}_record") for whose in ("staff", "family")),
    Row("reviews:record_file", "staff_record", more=("docx",)),
    *(Row("reviews:family_record", f"{which}_record") for which in ("family", "coming", "withdrawn", "staff")),
    *(Row("reviews:family_file", f"{which}_record", more=("docx",)) for which in ("family", "coming", "staff")),
    *without_key("reviews:rounds", "reviews:new_round"),
    *about("review_round", "reviews:round", "reviews:invite_all", "reviews:undo_round"),
    Row("reviews:invite", "review"),
    Row("reviews:answer", "asked", may_miss=True),  # a colleague's
    *(Row("reviews:answer", f"asked_of_{role}") for role in ("parent", "professional")),
    Row("reviews:take_times_back", "review_round"),
    Row("reviews:choose_time", "offer"),
    Row("reviews:choose_time", "offer_of_parent"),
    Row("reviews:ask", "review"),
    Row("reviews:ask", "signed_review"),
    Row("reviews:ask_round", "review_round"),
    *about("contribution", "reviews:contribution", "reviews:withdraw_contribution", "reviews:ask_after_all"),
    *about("private_contribution", "reviews:contribution", "reviews:withdraw_contribution"),
    *about("contribution", "reviews:contribute", "reviews:given", may_miss=True),  # a colleague's
    *(
        Row(f"reviews:{name}", f"views_of_{role}")
        for role in ("parent", "professional")
        for name in ("contribute", "given")
    ),
    *(Row("reviews:questions_file", f"views_of_{role}", more=("docx",)) for role in ("parent", "professional")),
    *about("agreed", "reviews:action_done", "reviews:action_open", may_miss=True),  # of a colleague
    # Translations
    Row("translations:translations"),
    Row("translations:ask", "version", more=("plan",)),
    Row("translations:ask", "family_record", more=("record",)),
    *about("translation", "translations:translation", "translations:approve", "translations:send_back", "translations:people", "translations:take_back"),
    *about("approved_translation", "translations:translation", "translations:read"),
    *(Row("translations:translation", f"translation_of_{role}") for role in ("teacher", "ta", "professional")),
    *about("translation", "translations:read"),
    *(Row("translations:read", kind) for kind in ("translated_record", "early_translation", "orphaned_translation", "withdrawn_translation")),
    *(Row("translations:read_file", kind, more=("docx",)) for kind in ("approved_translation", "translation", "early_translation")),
    # The library
    *without_key(
        "provision:library", "provision:starter_library", "provision:add_intervention", "provision:upload_library",
        "provision:add_uploaded_library",
    ),
    Row("provision:export_library", more=("csv",)),
    *about(
        "intervention", "provision:intervention", "provision:edit_intervention", "provision:retire_intervention",
        "provision:bring_back_intervention", "provision:add_resource",
    ),
    *about("resource", "provision:edit_resource", "provision:remove_resource", "provision:bring_back_resource"),
    # Groups
    *without_key("provision:groups", "provision:new_group", "provision:copy_groups", "provision:deployment"),
    *about(
        "support_group", "provision:group", "provision:edit_group", "provision:remove_group", "provision:bring_back_group",
        "provision:add_time", "provision:add_adult", "provision:add_pupils",
    ),
    Row("provision:begin_group", "intervention"),
    *about("group_time", *(f"provision:{what}_time" for what in ("change", "end", "reopen", "remove", "bring_back"))),
    *about("group_adult", *(f"provision:{what}_adult" for what in ("end", "reopen", "remove", "bring_back"))),
    *about("place", *(f"provision:{what}_place" for what in ("edit", "end", "reopen", "remove", "bring_back"))),
    Row("provision:adults_timetable", "colleague", may_miss=True),
    *about("pupil", "provision:pupils_timetable"),
    # Sessions and delivery
    *without_key("provision:my_day", "provision:delivery", "provision:adults_away"),
    Row("provision:export_delivery", more=("csv",)),
    Row("provision:session", "support_group", more=("2026-11-26", "0930"), may_miss=True),
    *about("support_group", "provision:extra_session"),
    *about("session", "provision:take_session_back", "provision:put_session_back", may_miss=True),
    *about("pupil", "provision:pupils_delivery", "provision:family_support"),
    *about("absence", "provision:absence", "provision:take_absence_back", "provision:put_absence_back", "provision:none_run"),
    Row("provision:undo_none_run", "absence", may_miss=True),  # an address without a moment names no press
    Row("provision:cover_session", "absence", more=("@support_group", "2026-11-26", "0930"), may_miss=True),
    Row("provision:undo_cover", "absence", more=("@session",), may_miss=True),
    # Progress and impact
    *about("pupil", "provision:pupil_progress", "provision:add_measure"),
    Row("provision:export_progress", "pupil", more=("csv",)),
    *about("measure", "provision:edit_measure", "provision:remove_measure"),
    Row("provision:bring_back_measure", "measure", may_miss=True),
    *about("support_group", "provision:group_measures"),
    *without_key(
        "provision:scales", "provision:take_scales", "provision:add_scale", "provision:impact", "provision:measures_due",
        "provision:advice_due", "provision:upload_progress", "provision:add_uploaded_progress",
    ),
    *about("scale", "provision:edit_scale", "provision:retire_scale", "provision:bring_back_scale"),
    Row("provision:export_impact", more=("csv",)),
    *about("intervention", "provision:impact_of"),
    # Costs of provision
    *without_key(
        "provision:costs", "provision:what_if", "provision:cost_settings", "provision:rates", "provision:add_rate",
        "provision:budgets", "provision:add_budget",
    ),
    Row("provision:export_costs", more=("csv",)),
    *about("rate", "provision:edit_rate", "provision:remove_rate", "provision:bring_back_rate"),
    *about("budget", "provision:edit_budget", "provision:remove_budget", "provision:bring_back_budget"),
    *about("pupil", "provision:pupil_costs", "provision:add_top_up"),
    *(Row("provision:costed_map", "pupil", more=(kind,)) for kind in ("docx", "csv")),
    *about("top_up", "provision:edit_top_up", "provision:remove_top_up", "provision:bring_back_top_up"),
    *about("place", "provision:carry_cost"),
    *about("section", "provision:write_section", "provision:share_section", "provision:keep_section"),
    Row("provision:add_items", "section_of_strategies"),
    Row("provision:pull_concerns", "section_of_concerns"),
    *about("outcome", "provision:edit_outcome", "provision:outcome_seen", "provision:seen_today", "provision:note_seen"),
    *about("target", "provision:target_seen_today"),
    *about("item", "provision:edit_item"),
    *about("provision", "provision:edit_provision"),
    *about("score", "provision:edit_score"),
    *(
        Row(name, kind, more=(kind,))
        for name in ("provision:remove_row", "provision:bring_row_back", "provision:move_row_up", "provision:move_row_down")
        for kind in ("outcome", "target", "item", "provision", "score")
        if kind != "score" or "move" not in name
    ),
    *about("pulled", "provision:take_concern_out", "provision:put_concern_back"),
    *about("seen", "provision:remove_seen", "provision:bring_seen_back"),
    Row("provision:take_step", "plan", more=("hand-in",)),
    Row("provision:take_back_step", "plan_step"),
    *(Row(name, kind) for name in ("provision:family_plan", "provision:answered")
      for kind in ("version", "withdrawn_version", "coming_version")),
    *about("staff_version", "provision:version", "provision:family_plan", "provision:answered"),
    *without_key("provision:sign_off", "provision:plans", "provision:print_plans", "provision:next_cycles"),
    *(Row("provision:export_plans", more=(kind,)) for kind in ("xlsx", "csv")),
    *about("cycle_run", "provision:cycle_run", "provision:undo_cycle_run"),
    *about("section_of_strategies", "provision:pick_strategies", "provision:find_strategies"),
    Row("provision:pick_stem", "plan"),
    Row("provision:begin_from_stem", "plan", more=("asks-for-help",)),
    *without_key(
        "provision:strategies", "provision:stems", "provision:add_strategy", "provision:add_stem", "provision:upload_strategies",
        "provision:upload_stems", "provision:add_strategies", "provision:add_stems", "provision:templates", "provision:add_kind",
        "provision:settings",
    ),
    *about(
        "school_strategy", "provision:edit_strategy", "provision:retire_strategy", "provision:bring_back_strategy",
    ),
    *about("school_stem", "provision:edit_stem", "provision:retire_stem", "provision:bring_back_stem"),
    *(Row(f"provision:{verb}_strategy", more=("timetable-of-the-day",)) for verb in ("hide", "show")),
    *(Row(f"provision:{verb}_stem", more=("asks-for-help",)) for verb in ("hide", "show")),
    *(Row(f"provision:export_{bank}", more=("csv",)) for bank in ("strategies", "stems")),
    *(
        Row(f"provision:{name}", more=("own",))
        for name in (
            "template", "preview_template", "rename_kind", "retire_template", "bring_back_template", "add_section",
        )
    ),
    Row("provision:undo_template", more=("own", 1)),
    *(
        Row(f"provision:{name}", more=("own", "strengths"))
        for name in ("edit_section", "move_section_up", "move_section_down", "remove_section")
    ),
    *about(
        "pupil", "provision:pupil_profile", "provision:write_profile", "provision:agree_profile", "provision:publish_profile",
        "provision:take_down_profile", "provision:confirm_profile", "provision:profile_history", "provision:shared_profile",
        "provision:alerts", "provision:add_alert",
    ),
    *about("pupil", "provision:profile_pdf", "provision:shared_profile_pdf", more=("a4",)),
    *about("alert", "provision:edit_alert", "provision:end_alert"),
    *about("class", "provision:digest", "provision:digest_pdf", "provision:confirm_changes", "provision:cover_links"),
    *about("cover_link", "provision:revoke_cover"),
    *about("print", "provision:print_job", "provision:print_file", "provision:cancel_print"),
    Row("provision:map"),
    *(Row("provision:export_map", more=(kind,)) for kind in ("xlsx", "csv")),
    *about("pupil", "provision:pupil_provision"),
    Row("drafts:discard", "draft"),
    Row("drafts:bring_back", "draft"),
    *about("mail", "outbox:send_again", "outbox:let_go", may_miss=True),
    *about("release", "governance:release", "governance:take_back", may_miss=True),
    Row("governance:export_figures", "release", more=("csv",), may_miss=True),
)  # fmt: skip
