"""What wordings of posts stand for. Whole phrases only: a Catering Assistant assists no pupil, a Head of Finance teaches nobody."""

import re

from senco.accounts.roles import Role

BY_INVITATION = re.compile(
    r"\b(?:senco|sendco|inclusion lead\w*|head ?teacher|deputy head|assistant head|assistant principal|vice principal|principal|"
    r"administrator|admin|governor|designated safeguarding lead|dsl)\b",
    re.IGNORECASE,
)
TA = re.compile(
    r"(?:(?:senior|lead|higher level|specialist|general|sen|send|1:1|one to one|ks[1-4]|eyfs|early years|bilingual|apprentice|cover) )*"
    r"(?:teaching assistant|ta|hlta|lsa|tsa|learning support assistant|learning support|classroom assistant|special needs assistant|"
    r"teaching support assistant|learning mentor|nursery nurse|early years practitioner)"
    r"s?(?: (?:level )?[1-5]|,? \(?(?:ta|hlta|lsa|sen|send|1:1|part time|full time|ks[1-4]|eyfs)\)?| \(.*\))*",
    re.IGNORECASE,
)
SUBJECTS = (
    "english|maths?|mathematics|science|biology|chemistry|physics|history|geography|french|spanish|german|mfl|languages?|modern languages?|"
    "art|music|drama|pe|physical education|games|computing|ict|computer science|re|rs|religious (?:education|studies)|dt|"
    "design (?:and|&) technology|food|textiles|business(?: studies)?|economics|psychology|sociology|pshe|media|humanities|technology|"
    "year(?: group)?(?: [0-9r]{1,2})?|reception|key stage(?: [1-5])?|ks[1-5]|department|faculty|house|sixth form|phase"
)
TEACHER = re.compile(
    r"(?:(?:senior|lead|supply|cover|class|classroom|subject|form|primary|secondary|main scale|qualified|unqualified|trainee|student|"
    r"specialist|part time|full time|peripatetic|sen|send|nqt|ect|nursery|reception|year [0-9r]{1,2}|ks[1-5]|"
    rf"{SUBJECTS}) )*(?:teacher|tutor|form tutor|lecturer|ect|nqt|qts)s?(?: (?:of|in|for) [a-z &]+| \(.*\)|,? (?:{SUBJECTS}))*"
    rf"|(?:head|leader|lead|co-?ordinator|director) (?:of|for) (?:{SUBJECTS})(?: (?:and|&) (?:{SUBJECTS}))*|(?:{SUBJECTS}) (?:lead|leader|co-?ordinator)",
    re.IGNORECASE,
)

GIVEN_BY_FILES = ("", Role.TEACHER.value, Role.TA.value)


def by_invitation(wording: str) -> bool:
    """Roles that see the whole school, or may: a file never gives them, whoever says so."""
    return BY_INVITATION.search(wording) is not None


def role_of(wording: str, said: dict[str, str]) -> str | None:
    """The role a wording stands for; "" where a person said that it stands for none, None where nobody knows."""
    if by_invitation(wording):
        return None
    if said.get(wording) in GIVEN_BY_FILES:
        return said[wording]
    text = " ".join(re.sub(r"[./_-]", " ", wording).split())
    if TA.fullmatch(text):
        return Role.TA.value
    return Role.TEACHER.value if TEACHER.fullmatch(text) else None
