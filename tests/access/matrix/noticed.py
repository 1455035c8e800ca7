"""Which cell of the matrix turns red when one filter of the first lock is taken out, with no second lock behind it.

A filter that no cell can notice narrows rows that pages only reach through a record which another filter has let pass; each such filter
is judged by itself in the tests of the database (tests/access/database) and of its own app, and stands here with that other record.
"""

NOTICED = {  # queryset → role, route, key of the pupil
    "AdviceThreadQuerySet": ("teacher", "register:advice", "own"),
    "ConcernNoticeQuerySet": ("teacher", "register:chronology", "own"),
    "ConcernQuerySet": ("senco", "register:concern", "abroad"),
    "ContactQuerySet": ("senco", "register:people_contacts", "own"),
    "CoverLinkQuerySet": ("teacher", "provision:revoke_cover", "own"),
    "DraftQuerySet": ("teacher", "drafts:unsent", "own"),
    "FigureReleaseQuerySet": ("senco", "governance:release", "abroad"),
    "MembershipQuerySet": ("senco", "register:person", "abroad"),
    "MonitoringQuerySet": ("senco", "register:end_monitoring", "abroad"),
    "OfficeQuerySet": ("senco", "register:imports", "own"),
    "OutboxMessageQuerySet": ("senco", "outbox:undelivered", "own"),
    "PlanQuerySet": ("teacher", "provision:plan", "stranger"),
    "ProfilePrintQuerySet": ("senco", "provision:print_job", "own"),
    "PupilAccessQuerySet": ("senco", "register:shares", "own"),
    "PupilAlertQuerySet": ("senco", "provision:edit_alert", "abroad"),
    "PupilQuerySet": ("teacher", "register:pupil", "stranger"),
    "SavedViewQuerySet": ("senco", "register:register", "own"),
    "SchoolQuerySet": ("senco", "accounts:school", "own"),
    "ViewRequestQuerySet": ("teacher", "register:give_view", "own"),
}
BEHIND = {  # queryset → the record through which its rows are reached
    "AdviceMessageQuerySet": "its thread",
    "AttainmentQuerySet": "the pupil",
    "CharacteristicQuerySet": "the pupil",
    "ConcernStepQuerySet": "its concern",
    "CoverOpeningQuerySet": "its link",
    "GroupPupilQuerySet": "the pupil, or one's own groups",
    "GroupTeacherQuerySet": "the pupil, or oneself",
    "InvitationQuerySet": "the membership that is offered",
    "OfficeNoteQuerySet": "its concern",
    "OfficeOnly": "the contact whose address it is",
    "OfSchoolQuerySet": "the school whose settings these are",
    "PeriodQuerySet": "the school whose terms these are",
    "PlanResponseQuerySet": "its plan",
    "PlanRowQuerySet": "its plan",
    "PlanVersionQuerySet": "its plan",
    "ProfileVersionQuerySet": "the pupil",
    "PupilBoundQuerySet": "the pupil, or the plan",
    "ReadEventQuerySet": "no page: what was read is written and not shown",
    "ReadingQuerySet": "the pupil, and oneself",
    "SeenQuerySet": "its plan",
    "SenInMisQuerySet": "the pupil",
    "SenNeedQuerySet": "the pupil",
    "SenStatusQuerySet": "the pupil",
    "TeachingGroupQuerySet": "one's own groups",
}
