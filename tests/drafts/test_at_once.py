"""The first saves of one form at the very same moment: one draft, and no statement refused with what was written in it."""

from django.db import connection

from senco.access.context import acting_as
from senco.drafts import actions
from senco.drafts.models import Draft
from tests.factories import as_owner, person
from tests.register.concerns.test_at_once import real, together

__all__ = ["real"]


def test_one_draft_and_no_refused_statement(real):
    teacher = person("teacher")
    refused = []

    def note(execute, sql, params, many, context):
        try:
            return execute(sql, params, many, context)
        except Exception:
            refused.append(sql)
            raise

    def save(text):
        def task():
            with acting_as(teacher), connection.execute_wrapper(note):
                return actions.keep(by=teacher, form="letter:new", fields={"text": [text]}).pk

        return task

    kept = together(*(save(f"words {n}") for n in range(6)))
    assert len(set(kept)) == 1, kept
    assert refused == []
    with as_owner():
        assert Draft.objects.get().fields["text"][0].startswith("words")
