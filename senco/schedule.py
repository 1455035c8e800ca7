"""When work that nobody asks for is done, in the time of the schools. Seconds, or times of the day."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "relay-outbox": {"task": "senco.messages.tasks.relay_outbox", "schedule": 5.0, "options": {"expires": 5}},
    "clear-outbox": {"task": "senco.messages.tasks.clear_outbox", "schedule": crontab(hour=3, minute=10)},
    "clear-drafts": {"task": "senco.drafts.tasks.clear_drafts", "schedule": crontab(hour=3, minute=20)},
    "clear-sessions": {"task": "senco.accounts.tasks.clear_sessions", "schedule": crontab(hour=3, minute=30)},
    "clear-prints": {"task": "provision.tasks.clear_old_prints", "schedule": crontab(hour=3, minute=40)},
    "take-up-prints": {
        "task": "provision.tasks.take_up_prints",
        "schedule": 120.0,
        "options": {"expires": 100},
    },
    "reconcile-access": {"task": "register.tasks.reconcile_access", "schedule": 3600.0},
    "renew-stage-duties": {
        "task": "register.tasks.renew_stage_duties",
        "schedule": crontab(hour=3, minute=40),
    },
    "look-after-files": {"task": "register.tasks.look_after_files", "schedule": 60.0},
    "take-up-imports": {
        "task": "register.tasks.take_up_imports",
        "schedule": 120.0,
        "options": {"expires": 100},
    },
    "take-up-cycles": {
        "task": "provision.tasks.take_up_cycles",
        "schedule": 120.0,
        "options": {"expires": 100},
    },
}
