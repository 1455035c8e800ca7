"""Why a file cannot be taken, as a code: the words belong to the page (`refusals`)."""


class Unfit(Exception):
    """`code` is one of `refusals.WORDS`, `values` what its sentence needs."""

    def __init__(self, code: str, **values: int | str):
        super().__init__(code)
        self.code = code
        self.values = values
