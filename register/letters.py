"""Exactly what may be told about a concern, and to whom. The words are templates; the SENCO may change them before sending.

An e-mail says only that something waits behind the sign-in: never a pupil's name, never what it is about.
"""

import re
from dataclasses import asdict, dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

DATE = "[date]"  # stands in a text until the day is chosen
GAP = re.compile(r"\[[^\]\n]+\]")  # a place where the SENCO's own words go


@dataclass(frozen=True)
class DecisionNotice:
    """What one kind of reader ("raiser" or "parents") learns about one decision.

    `child` is the pupil's forename; `thanked` is set where the reader is the parent who raised the concern. `supported`: the pupil
    is on the register, and a decision that starts nothing leaves that support as it is.
    """

    reader: str
    decision: str
    child: str
    senco: str
    school: str
    phone: str
    safeguarding_name: str
    safeguarding_phone: str
    thanked: bool = False
    supported: bool = False

    @property
    def template(self) -> str:
        return f"register/concerns/notices/{self.reader}_{self.decision}.txt"

    def text(self) -> str:
        """The proposed words, with gaps in square brackets."""
        words = render_to_string(self.template, asdict(self)).strip()
        return re.sub(r"\n{3,}", "\n\n", words)


@dataclass(frozen=True)
class Words:
    """What is told; an empty text tells nobody."""

    to_raiser: str = ""
    to_parents: str = ""

    def __bool__(self) -> bool:
        return bool(self.to_raiser or self.to_parents)


def with_date(text: str, day: str) -> str:
    """The text with the chosen day in the place kept for it."""
    return text.replace(DATE, day)


def gaps_in(text: str) -> list[str]:
    """Places in square brackets that still wait for words."""
    return GAP.findall(text)


@dataclass(frozen=True)
class Mail:
    """An e-mail without a word about a pupil."""

    subject: str
    text: str


def mail(sentence: str, url: str) -> Mail:
    """One sentence, which is also the subject, and where to go."""
    text = _("%(sentence)s\n\nSign in to read it:\n%(url)s\n\nNames of pupils are not put into e-mails.")
    return Mail(sentence.rstrip("."), text % {"sentence": sentence, "url": url})


def answer_to_concern(url: str) -> Mail:
    return mail(_("There is an answer to a concern you raised."), url)


def message_to_parents(url: str) -> Mail:
    return mail(_("There is a message from school about your child."), url)


def view_asked(url: str) -> Mail:
    return mail(_("The SENCO asks for your short view about a pupil you work with."), url)


def view_reminder(url: str) -> Mail:
    return mail(_("A reminder: the SENCO still waits for your short view about a pupil."), url)


def urgent_concern(url: str) -> Mail:
    return mail(_("A concern was raised that needs an answer this week."), url)


def call_asked_for(url: str) -> Mail:
    return mail(_("A parent asks the school to ring."), url)


def parent_told_us(url: str) -> Mail:
    return mail(_("A parent has told the school something."), url)


def details_wished(url: str) -> Mail:
    return mail(_("A parent has sent new contact details."), url)


def advice_answered(url: str) -> Mail:
    return mail(_("There is an answer to a question you asked the SENCO."), url)
