"""Several small forms that are sent, judged, kept as a draft and saved together."""

from collections.abc import Iterable


class Together:
    """`main` carries the draft's name, what holds for all, and the errors of the action; `rows` are forms of rows that are there."""

    main = None
    rows: list = []
    new: list = []

    @property
    def every(self) -> list:
        return [self.main, *self.rows, *self.new]

    @property
    def fields(self) -> dict:
        """Those that the action may find at fault by name."""
        return self.main.fields

    @property
    def errors(self) -> bool:
        return any(form.errors for form in self.every if form.is_bound)

    @property
    def error_summary(self) -> list:
        return [problem for form in self.every for problem in form.error_summary]

    @property
    def outdated(self) -> list:
        """Those that a colleague saved meanwhile."""
        return [form for form in (self.main, *self.rows) if getattr(form, "is_outdated", False)]

    def add_error(self, name, words) -> None:
        self.main.add_error(name, words)

    def is_valid(self) -> bool:
        """Each is asked, so that every fault is shown at once."""
        return False not in [form.is_valid() for form in self.every]

    def touched(self) -> set:
        """Rows that their writer changed; all others say again what is stored."""
        touched = {form for form in self.rows if form.is_touched}
        for form in self.rows:
            if form not in touched:
                form.put_back()
        return touched

    def filled(self, forms: Iterable) -> set:
        """Forms of outcomes that took what was chosen for all, once `touched` was asked."""
        chosen = self.main.cleaned_data.get("all_judgement"), self.main.cleaned_data.get("all_next", "")
        return {form for form in forms if form.for_all(*chosen)}
