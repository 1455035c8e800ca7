"""Whether parents can read what is shared with them: words of the trade, initials, reading age."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.data.plain_words import INITIALS, JARGON, KNOWN_BY_ALL
from provision.plan_check.passages import Reading
from provision.plan_check.people import unless
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.shape import SectionKind
from provision.plan_check.wording import Match, Phrases, Said, split
from senco.core.plain_language import Readability, measure

PLAIN = {phrase: plain for phrases, plain in JARGON for phrase in split(phrases)}
PHRASES = Phrases(PLAIN)
OLDEST_SAID = 18  # above, an age says nothing
LONGEST_QUOTE = 200  # letters
CLEAR = gettext_lazy(
    "SEND Code of Practice 2015, 9.61, on EHC plans: clear, concise, understandable and accessible to parents"
)


# Jargon -----------------------------------------------------------------------------------------------------------------


def jargon(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    found = [
        (passage, match)
        for passage in reading.for_parents
        for said in reading.sentences(passage)
        for match in unless(PHRASES.within(said), said, reading.names)
    ]
    explained = {PLAIN[match.phrase] for _passage, match in found if is_explained(match)}
    for passage, match in found:
        plain = PLAIN[match.phrase]
        if plain not in explained:
            message = _("“%(words)s” is a word of the trade.") % {"words": match.quote}
            advice = _("Say “%(plain)s”, or explain it in brackets.") % {"plain": plain}
            yield Remark(passage.key, passage.field, message, advice, match.quote)


def is_explained(match: Match) -> bool:
    """Whether brackets or "means" follow the word, or it stands in brackets itself."""
    said = match.said
    following = said.words[match.last + 1 : match.last + 2]
    return "(" in said.after(match.last) or "(" in said.gap(match.first) or following == ("means",)


# Initials ---------------------------------------------------------------------------------------------------------------


def initials(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    found = [
        (passage, short, said.quote(place, place), is_explained(Match(said, place, place, short)))
        for passage in reading.for_parents
        for said in reading.sentences(passage)
        for place, short in initials_in(said)
    ]
    explained = {short for _passage, short, _quote, is_clear in found if is_clear}
    text = "\n".join(passage.text for passage in reading.for_parents).casefold()
    explained |= {short for short, full in INITIALS.items() if any(form in text for form in forms(full))}
    for passage, short, quote, _is_clear in found:
        if short not in explained:
            message = _("“%(short)s” is not explained anywhere in the shared plan.") % {"short": short}
            yield Remark(passage.key, passage.field, message, in_full(short), quote)


def forms(full: str | Promise) -> list[str]:
    """What the initials stand for, in small letters: each of two that are joined by "or"."""
    return str(full).casefold().split(" or ")


def in_full(short: str) -> str:
    if short in INITIALS:
        return _("Write “%(full)s”, with the initials in brackets behind it if you need them again.") % {
            "full": INITIALS[short]
        }
    return _("Write it in full the first time, with the initials in brackets behind it.")


def initials_in(said: Said) -> Iterator[tuple[int, str]]:
    """Initials with their places; none where everything is in capitals."""
    if said.text.isupper() and len(said.words) > 1:
        return
    for place, (start, end) in enumerate(said.spans):
        if said.text[start:end].islower():
            continue
        word = said.text[start:end].replace("’", "'").removesuffix("'s")
        short = word if word in INITIALS else word.removesuffix("s")
        if short in INITIALS or is_unknown(short):
            yield place, short


def is_unknown(word: str) -> bool:
    """Capitals that cannot be a word, and that not everybody knows."""
    letters = word.isascii() and word.isalpha() and word.isupper() and 3 <= len(word) <= 6
    return letters and word not in KNOWN_BY_ALL and not set("AEIOUY") & set(word)


# Reading age --------------------------------------------------------------------------------------------------------------


def reading_age(reading: Reading, settings: Settings) -> Iterator[Remark]:
    for section in reading.plan.sections:
        if section.shared and section.kind != SectionKind.VIEWS:
            read_as = measure(section.text, reading.names)
            if read_as.age is not None and round(read_as.age) > settings.oldest_reading_age:
                yield Remark(
                    section.key, "text", age_in_words(read_as.age), simpler(read_as), longest(read_as)
                )


def age_in_words(age: float) -> str:
    if age > OLDEST_SAID:
        return _(
            "This is as hard to read as a legal letter. Texts for parents aim at a reading age of 9 to 11."
        )
    return _("This has a reading age of about %(age)d. Texts for parents aim at 9 to 11.") % {
        "age": round(age)
    }


def simpler(read_as: Readability) -> str:
    advice = _("Split the longest sentence: it has %(count)d words.") % {
        "count": len(read_as.longest[0].words)
    }
    if read_as.hardest:
        advice += " " + _("Look for shorter words: %(words)s.") % {"words": ", ".join(read_as.hardest)}
    return advice


def longest(read_as: Readability) -> str:
    """The longest sentence, or its beginning up to a word's end."""
    text = read_as.longest[0].text
    return (
        text
        if len(text) <= LONGEST_QUOTE
        else text[:LONGEST_QUOTE].rpartition(" ")[0] or text[:LONGEST_QUOTE]
    )


RULES = (
    Rule(
        "jargon",
        gettext_lazy("Words of the trade in what parents read"),
        gettext_lazy(
            "Parents agree to a plan that they understand. Looked at only in what is shared with them."
        ),
        jargon,
        CLEAR,
    ),
    Rule(
        "initials",
        gettext_lazy("Initials that are not explained"),
        gettext_lazy("Once in full is enough for the whole plan. SEN, SENCO, TA and EHC need no explaining."),
        initials,
        CLEAR,
    ),
    Rule(
        "reading_age",
        gettext_lazy("Hard to read for parents"),
        gettext_lazy(
            "An estimate from the length of sentences and words (Flesch-Kincaid), not a judgement of the writing."
        ),
        reading_age,
        CLEAR,
    ),
)
