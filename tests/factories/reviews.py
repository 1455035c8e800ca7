"""Reviews with people, judgements, words and actions."""

from reviews import models
from reviews.choices import StepKind

from .identity import as_owner


def review(about, *, by, steps=(StepKind.BEGUN,), **fields) -> models.Review:
    """A review that has taken these steps, without rows."""
    with as_owner():
        made = models.Review.objects.create(
            school_id=about.school_id,
            pupil_id=about.pk,
            begun_by=by,
            saved_by=by,
            **{"kind": "termly"} | fields,
        )
        for kind in steps:
            models.ReviewStep.objects.create(**part_of(made), kind=kind, by=by)
        return made


def part_of(made: models.Review) -> dict:
    """What every row of a review names."""
    return {"school_id": made.school_id, "pupil_id": made.pupil_id, "review": made}


def row(of: models.Review, model: type, **fields):
    with as_owner():
        return model.objects.create(**part_of(of), saved_by=of.begun_by, **fields)


def person_at(
    of: models.Review, name: str, kind: str = "parent", presence: str = "came", **fields
) -> models.Person:
    return row(of, models.Person, name=name, kind=kind, presence=presence, **fields)


def agreed(of: models.Review, text: str = "Ring the clinic", **fields) -> models.AgreedAction:
    return row(of, models.AgreedAction, text=text, **fields)
