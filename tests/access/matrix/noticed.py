"""Which cell of the matrix turns red when one filter of the first lock is taken out, with no second lock behind it.

A filter that no cell can notice narrows rows that pages only reach through a record which another filter has let pass; each such filter
is judged by itself in the tests of the database (tests/access/database) and of its own app, and stands here with that other record.
"""

NOTICED = {  # queryset → role, route, key of the pupil
    "AdviceThreadQuerySet": ("teacher", "register:advice", "own"),
    "ConcernNoticeQuerySet": ("teacher", "register:chronology", "own"),
    "ConcernQuerySet": ("senco", "register:concern", "abroad"),
    "ContactQuerySet": ("senco", "register:people_contacts", "own"),
    "DraftQuerySet": ("teacher", "drafts:unsent", "own"),
    "FileContentQuerySet": ("senco", "register:file", "abroad"),
    "FigureReleaseQuerySet": ("senco", "governance:release", "abroad"),
    "MembershipQuerySet": ("senco", "register:person", "abroad"),
    "MonitoringQuerySet": ("senco", "register:end_monitoring", "abroad"),
    "NeedsReportQuerySet": ("senco", "provision:kept_report", "abroad"),
    "OfSchoolQuerySet": ("senco", "provision:edit_strategy", "abroad"),
    "OfficeQuerySet": ("senco", "register:imports", "own"),
    "OutboxMessageQuerySet": ("senco", "outbox:undelivered", "own"),
    "PlanQuerySet": ("teacher", "provision:plan", "stranger"),
    "PlanVersionQuerySet": ("parent", "provision:family_plan", "stranger"),
    "PupilAccessQuerySet": ("senco", "register:shares", "own"),
    "PupilFileQuerySet": ("senco", "register:edit_file", "abroad"),
    "PupilQuerySet": ("teacher", "register:pupil", "stranger"),
    "SavedViewQuerySet": ("senco", "register:register", "own"),
    "StageDutyQuerySet": ("senco", "register:duty", "abroad"),
    "SchoolQuerySet": ("senco", "accounts:school", "own"),
    "ViewRequestQuerySet": ("teacher", "register:give_view", "own"),
}
BEHIND = {  # queryset → the record through which its rows are reached
    "AdviceMessageQuerySet": "its thread",
    "AttainmentQuerySet": "the pupil",
    "CharacteristicQuerySet": "the pupil",
    "ConcernStepQuerySet": "its concern",
    "ForOffice": "its run",
    "GroupPupilQuerySet": "the pupil, or one's own groups",
    "GroupTeacherQuerySet": "the pupil, or oneself",
    "InvitationQuerySet": "the membership that is offered",
    "OfficeNoteQuerySet": "its concern",
    "OfficeOnly": "the contact whose address it is",
    "OutcomeQuerySet": "its plan",
    "PeriodQuerySet": "the school whose terms these are",
    "PlanResponseQuerySet": "its plan, or the version that was answered",
    "PlanRowQuerySet": "its plan",
    "PupilBoundQuerySet": "its plan",
    "ReadEventQuerySet": "no page: what was read is written and not shown",
    "ResponseReadQuerySet": "the answer that was read",
    "SenInMisQuerySet": "the pupil",
    "SenNeedQuerySet": "the pupil",
    "SenStatusQuerySet": "the pupil",
    "TeachingGroupQuerySet": "one's own groups",
}
