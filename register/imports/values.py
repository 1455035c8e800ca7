"""Plain values of a row: year group, sex, yes and no, percentages, telephone numbers, e-mail addresses, codes."""

import re
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from .identifiers import is_valid_uln, is_valid_upn, upn_authority_known
from .records import WARNING, Fault, Reading
from .refusals import said
from .texts import cleaned, compact

YEAR_WORDS = {
    **dict.fromkeys(
        ("r", "rec", "reception", "receptionclass", "receptionyear", "yearr", "yr", "f2", "fs2", "ey2"), 0
    ),
    **dict.fromkeys(("n2", "nursery2", "nurseryyear2", "nursery", "f1", "fs1", "ey1", "preschool"), -1),
    **dict.fromkeys(("n1", "nursery1", "nurseryyear1"), -2),
    **dict.fromkeys(("foundationstage2", "foundation2", "earlyyears2", "eyfs2"), 0),
    **dict.fromkeys(("foundationstage1", "foundation1", "earlyyears1", "eyfs1"), -1),
    **dict.fromkeys(("lowersixth", "lowersixthform", "lower6th", "lower6", "l6", "sixthformyear1"), 12),
    **dict.fromkeys(("uppersixth", "uppersixthform", "upper6th", "upper6", "u6", "sixthformyear2"), 13),
}
YEAR_NUMBER = re.compile(
    r"(?:national curriculum |curriculum |nc )?(?:year ?group|years?|yr\.?|y)?[.:]? ?0?([0-9]{1,2})(?:\.0)?",
    re.IGNORECASE,
)
SCHOOL_YEAR = re.compile(r"[ ,-]*[(\[]? ?20[0-9]{2} ?[/–-] ?(?:20)?[0-9]{2} ?[)\]]?$")
NO_CURRICULUM_YEAR = frozenset({"x", "yearx", "notapplicable", "na", "none", "mixed"})
LAST_YEAR = 14

FEMALE = frozenset({"f", "female", "girl", "woman"})
MALE = frozenset({"m", "male", "boy", "man"})

YES = frozenset({"y", "yes", "t", "true", "1", "x", "eligible", "current", "currently", "✓", "✔"})
NO = frozenset(
    {"n", "no", "f", "false", "0", "noteligible", "none", "notapplicable", "na", "never", "ineligible"}
)
NOT_SAID = frozenset({"u", "r", "unknown", "notknown", "refused", "notstated", "notyetobtained", "nobt"})

PERCENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,10})?) ?(%)?")
EMAIL = re.compile(
    r"[^@\s,;<>()\"]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
LONGEST_EMAIL = 254
LONGEST_ADMISSION_NUMBER = 20
LANGUAGES = {
    "english": "ENG", "polish": "POL", "welsh": "WEL", "cymraeg": "WEL", "bengali": "BEN", "urdu": "URD",
    "romanian": "ROM", "arabic": "ARA", "punjabi": "PNJ", "panjabi": "PNJ", "somali": "SOM", "gujarati": "GUJ",
    "portuguese": "POR", "spanish": "SPA", "french": "FRN", "turkish": "TUR", "lithuanian": "LIT", "tamil": "TAM",
    "ukrainian": "UKR", "russian": "RUS", "italian": "ITA", "german": "GER", "chinese": "CHI", "hungarian": "HGR",
}  # fmt: skip
_CORRECT = _("Correct it in the MIS and export again.")
_LEFT_OUT = _("Nothing is taken from this cell; correct it in the MIS if it matters here.")


def read_year_group(text: str) -> Reading:
    """Nursery as -2 and -1, Reception as 0, years as 1 to 14; X (curriculum not followed) has no year group."""
    shown = SCHOOL_YEAR.sub("", cleaned(text))
    word = compact(shown)
    if word in YEAR_WORDS:
        return Reading(YEAR_WORDS[word])
    if word in NO_CURRICULUM_YEAR:
        return Reading(None)
    if re.fullmatch(r"-[12]", shown):
        return Reading(int(shown))
    found = YEAR_NUMBER.fullmatch(shown)
    if found and int(found[1]) <= LAST_YEAR:
        return Reading(int(found[1]))
    return Reading(None, _no_such_year())


def _no_such_year() -> Fault:
    return Fault(
        "no_such_year",
        said(
            _("There is no such year group. Nursery, Reception and years 1 to {last} are known."),
            last=LAST_YEAR,
        ),
        _("Correct the year group in the MIS and export again."),
    )


@lru_cache(maxsize=512)
def read_sex(text: str) -> Reading:
    """F or M, the only values the DfE takes. Anything else is left open with a warning: the pupil matters more."""
    word = compact(text)
    if word in FEMALE:
        return Reading("F")
    if word in MALE:
        return Reading("M")
    fault = Fault(
        "sex_not_m_or_f",
        _("The school census and the Common Transfer File know only M and F here."),
        _("The pupil is taken with sex “not stated”. Correct it in the MIS if it is a slip."),
        WARNING,
    )
    return Reading(None, fault)


@lru_cache(maxsize=512)
def read_boolean(text: str, own_words: frozenset[str] = frozenset()) -> Reading:
    """Yes or no; `own_words` are further words for yes in this column, such as its own heading."""
    word = compact(text) or text.strip()
    if word in YES or word in own_words:
        return Reading(True)
    if word in NO:
        return Reading(False)
    if word in NOT_SAID:
        return Reading(None)
    fault = Fault("not_yes_or_no", _("This is neither yes nor no."), _LEFT_OUT, WARNING)
    return Reading(None, fault)


@lru_cache(maxsize=512)
def read_court_order(text: str) -> Reading:
    """Whether there is an order. Whatever is not a plain no counts as yes, “unknown” and “refused” too: access is given too late
    rather than too early."""
    if (compact(text) or text.strip()) in NOT_SAID:
        return Reading(True, _order_not_said())
    value, fault = read_boolean(text)
    if fault is None:
        return Reading(bool(value))
    fault = Fault(
        "court_order_in_words",
        _("Something is written about a court order."),
        _("The contact is taken as having one and is given no access. Record what the order limits."),
        WARNING,
    )
    return Reading(True, fault)


def _order_not_said() -> Fault:
    return Fault(
        "court_order_not_said",
        _("The file does not say whether there is a court order."),
        _(
            "The contact is taken as having one and is given no access until somebody decides. Ask, and correct it in the MIS."
        ),
        WARNING,
    )


def read_percent(text: str) -> Reading:
    """A percentage from 0 to 100 with one decimal. Without a % sign, 0.892 and 1 are taken as shares of one."""
    found = PERCENT.fullmatch(cleaned(text))
    number = Decimal(found[1].replace(",", ".")) if found else None
    if number is not None and number <= 1 and not found[2]:
        number *= 100
    if number is None or number > 100:
        return Reading(
            None, Fault("not_a_percentage", _("This is not a percentage from 0 to 100."), _LEFT_OUT, WARNING)
        )
    return Reading(number.quantize(Decimal("0.1")))


def read_phone(text: str) -> Reading:
    """A telephone number as written; a leading zero that a spreadsheet dropped is put back."""
    number = cleaned(text)
    digits = re.sub(r"[^0-9]", "", number)
    if not 6 <= len(digits) <= 15 or len(number) > 30:
        return Reading(None, Fault("not_a_phone", _("This is not one telephone number."), _LEFT_OUT, WARNING))
    return Reading("0" + number if re.fullmatch(r"[1-37][0-9]{9}", number) else number)


def read_email(text: str) -> Reading:
    """One e-mail address as written."""
    address = re.sub(r"^mailto:", "", cleaned(text), flags=re.IGNORECASE)
    if len(address) > LONGEST_EMAIL or not EMAIL.fullmatch(address) or ".." in address:
        return Reading(None, Fault("not_an_email", _("This is not one e-mail address."), _LEFT_OUT, WARNING))
    return Reading(address)


def read_admission_number(text: str) -> Reading:
    """The number as written, without the .0 that a spreadsheet may have added."""
    number = cleaned(text)
    if re.fullmatch(r"[0-9]+\.0", number):
        number = number[:-2]
    if len(number) > LONGEST_ADMISSION_NUMBER:
        return Reading(None, Fault("too_long", _("This is too long for an admission number."), _CORRECT))
    return Reading(number or None)


def read_priority(text: str) -> Reading:
    """1 is the first person to call."""
    digits = cleaned(text)
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:4]) <= 99 and len(digits) <= 4:
        return Reading(int(digits))
    fault = Fault(
        "not_a_priority",
        _("This is not a priority from 1 to 99."),
        _("Nothing is taken from this cell; correct it in the MIS if it matters here."),
        WARNING,
    )
    return Reading(None, fault)


def read_upn(text: str) -> Reading:
    """A UPN in capitals. A wrong check letter parks the row; an unknown LA code is only a warning."""
    upn = compact(text).upper()
    if not is_valid_upn(upn):
        return Reading(None, _wrong_upn())
    return Reading(upn, None if upn_authority_known(upn) else _unknown_authority(upn[1:4]))


def read_upn_or_leave_out(text: str) -> Reading:
    """A UPN that is not needed to find the pupil, such as a former one."""
    value, fault = read_upn(text)
    return Reading(value, fault and fault._replace(severity=WARNING, what_to_do=_LEFT_OUT))


def _wrong_upn() -> Fault:
    return Fault(
        "wrong_upn",
        _("This is not a valid UPN: its check letter does not fit, or it does not have 13 characters."),
        _("Compare it with the MIS, correct it there and export again."),
    )


def _unknown_authority(code: str) -> Fault:
    return Fault(
        "unknown_authority",
        said(_("The UPN is well formed, but {code} is not a local authority code that we know."), code=code),
        _("Compare it with the MIS; it is taken as it stands."),
        WARNING,
    )


def read_uln(text: str) -> Reading:
    """A ULN of ten digits; a wrong one is left out."""
    uln = compact(text)
    if is_valid_uln(uln):
        return Reading(uln)
    return Reading(
        None,
        Fault("wrong_uln", _("This is not a valid ULN: its check digit does not fit."), _LEFT_OUT, WARNING),
    )


@lru_cache(maxsize=1024)
def read_ethnicity(text: str) -> Reading:
    """A four-letter ethnicity code of the school census."""
    code = compact(text).upper()
    if re.fullmatch(r"[A-Z]{4}", code):
        return Reading(code)
    return Reading(
        None, Fault("not_a_code", _("This is not a four-letter ethnicity code."), _LEFT_OUT, WARNING)
    )


@lru_cache(maxsize=1024)
def read_language(text: str) -> Reading:
    """A three-letter language code of the school census, or one of the commonest languages by name."""
    word = compact(text)
    code = LANGUAGES.get(word, word.upper())
    if re.fullmatch(r"[A-Z]{3}", code):
        return Reading(code)
    return Reading(
        None, Fault("not_a_code", _("This is not a three-letter language code."), _LEFT_OUT, WARNING)
    )
