"""Reading the forms of a page, and filling one in as somebody would who changes its keys in the browser's own tools."""

import datetime
import uuid
from dataclasses import dataclass, field
from html.parser import HTMLParser

WORDS = "Words enough to be taken for an answer."


@dataclass
class Field:
    """One name of a form: what kind of control, and the values it offers."""

    kind: str
    offered: list[str] = field(default_factory=list)


class FormsOfPage(HTMLParser):
    """`fields` of every form on the page that is sent to `path`, by name."""

    def __init__(self, path: str):
        super().__init__()
        self.path = path
        self.inside = False
        self.select: Field | None = None
        self.fields: dict[str, Field] = {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = (
                given.get("method") == "post"
                and (given.get("action") or self.path).split("?")[0] == self.path
            )
        elif self.inside and tag in {"input", "select", "textarea"} and given.get("name"):
            found = self.fields.setdefault(
                given["name"], Field(given.get("type", tag) if tag == "input" else tag)
            )
            found.offered += [given["value"]] if given.get("value") else []
            self.select = found if tag == "select" else self.select
        elif self.inside and tag == "option" and self.select and given.get("value"):
            self.select.offered.append(given["value"])

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"
        self.select = None if tag == "select" else self.select


def fields_of(page: str, path: str) -> dict[str, Field]:
    parser = FormsOfPage(path)
    parser.feed(page)
    return parser.fields


def is_key(value: str) -> bool:
    try:
        return bool(uuid.UUID(value))
    except ValueError:
        return False


def filled(fields: dict[str, Field], key_for) -> dict[str, str]:
    """An answer to every field. `key_for(offered key)` gives the key to send in the place of one that the form offers."""
    answers = {}
    for name, one in fields.items():
        key = next((value for value in one.offered if is_key(value)), None)
        if key:
            answers[name] = str(key_for(key))
        elif one.offered:
            answers[name] = one.offered[0]
        else:
            answers[name] = datetime.date.today().isoformat() if one.kind == "date" else WORDS
    return answers
