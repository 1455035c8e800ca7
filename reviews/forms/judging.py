"""How the outcomes of many pupils stand, on one page."""

from dataclasses import dataclass, field

from reviews.forms.rows import judgement_for_all, next_step_for_all
from reviews.forms.together import Together
from senco.core.forms import BaseForm


class ForAllForm(BaseForm):
    """What holds for every outcome on the page that nobody has judged."""

    draft_key = "review-judging"

    all_judgement = judgement_for_all()
    all_next = next_step_for_all()


@dataclass
class JudgingForms(Together):
    """`groups`: each review with its outcomes and their forms."""

    main: ForAllForm
    groups: list[tuple] = field(default_factory=list)

    @property
    def rows(self) -> list:
        return [form for _review, outcomes in self.groups for _outcome, form in outcomes]

    def to_save(self) -> dict:
        """Review → the rows of it that were changed, or took what was chosen for all."""
        written = self.touched() | self.filled(self.rows)
        found = {
            review: [form.instance for _outcome, form in outcomes if form in written]
            for review, outcomes in self.groups
        }
        return {review: rows for review, rows in found.items() if rows}
