"""What the worker does by the clock, in the school's time. A number: every so many seconds."""

from celery.schedules import crontab

SCHEDULE = {
    "relay-outbox": {"task": "senco.messages.tasks.relay_outbox", "schedule": 5.0, "options": {"expires": 5}},
    "clear-outbox": {"task": "senco.messages.tasks.clear_outbox", "schedule": crontab(hour=3, minute=10)},
    "clear-drafts": {"task": "senco.drafts.tasks.clear_drafts", "schedule": crontab(hour=3, minute=20)},
    "clear-sessions": {"task": "senco.accounts.tasks.clear_sessions", "schedule": crontab(hour=3, minute=30)},
    "clear-prints": {"task": "provision.tasks.clear_old_prints", "schedule": crontab(hour=3, minute=50)},
    "take-up-prints": {"task": "provision.tasks.take_up_prints", "schedule": 120.0, "options": {"expires": 100}},
    "reconcile-access": {"task": "register.tasks.reconcile_access", "schedule": 3600.0},
    "follow-groups": {"task": "provision.tasks.follow_groups", "schedule": 3600.0},
    "renew-duties": {"task": "register.tasks.renew_stage_duties", "schedule": crontab(hour=3, minute=40)},
    "look-after-files": {"task": "register.tasks.look_after_files", "schedule": 60.0},
    "take-up-imports": {"task": "register.tasks.take_up_imports", "schedule": 120.0, "options": {"expires": 100}},
    "remind-of-meetings": {"task": "reviews.tasks.remind_of_meetings", "schedule": crontab(hour=8, minute=0)},
    "arrange-times": {"task": "reviews.tasks.arrange_chosen_times", "schedule": 120.0, "options": {"expires": 100}},
    "tell-of-translations": {"task": "senco.translations.tasks.tell_of_translations", "schedule": 120.0, "options": {"expires": 100}},
    "take-up-cycles": {"task": "provision.tasks.take_up_cycles", "schedule": 120.0, "options": {"expires": 100}},
}  # fmt: skip
