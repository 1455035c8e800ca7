"""Finding the pupil of a form: what the picker shows, and the record of who was shown."""

from register.forms.search import words_in
from register.queries.finding import SHOWN, pupils_like
from senco.audit.actions import record_listed, record_opened


def picking(request, form) -> dict:
    """The chosen pupil, or those that fit what was typed. `form` is a PupilPicker.

    Without words those of one's own classes are offered, as long as they are few.
    """
    chosen = None if "change" in request.POST else form.chosen
    if chosen is not None:
        record_opened(
            request.membership, what=f"chosen for {form.draft_key.partition(':')[0]}", pupil_id=chosen.pk
        )
        return {"chosen": chosen, "matches": [], "words": ""}
    words = words_in(form["who"].value())
    matches = pupils_like(words, request.membership)
    if not words and len(matches) == SHOWN:
        matches = []  # a whole year group is no help: type a letter
    record_listed(request.membership, what="pupils to choose from", pupil_ids=[pupil.pk for pupil in matches])
    return {"chosen": None, "matches": matches, "words": words}
