"""Whether a sentence says how often, how long, how much and in what group: what makes a promise one that can be kept."""

from provision.plan_check.wording import Phrases, Said, split
from senco.core.plain_language import listed

NUMBER_WORDS = listed(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half"""
)
NOT_COUNTED = listed(  # "Year 4", "Key Stage 2", "aged 7": a number that counts nothing
    "year years' y stage ks level phase section part unit room class page p set book aged age version term outcome target"
)
MONTHS = listed(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec"""
)
COUNTED = listed("times x × % percent per out of in min mins minute hour hr hrs second sec secs")
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
DAYS_OFTEN = frozenset(f"{day}s" for day in DAYS)
NO_PLURALS = listed("as does has his is its plus this us was yes")
EVERY = listed("each every per all")
PERIODS = listed(
    """minute minutes hour hours day days morning mornings afternoon afternoons evening week weeks weekday fortnight month months
    term terms half year lesson lessons session sessions break breaks breaktime breaktimes playtime playtimes lunchtime
    lunchtimes lunch registration assembly assemblies task tasks activity activities transition time page sentence step
    text instruction worksheet test exam"""
)
A_PERIODS = listed("hour day week fortnight month term half")
RHYTHM = listed("daily weekly fortnightly monthly termly hourly nightly")
ALWAYS = Phrases(["at all times", "at any time", "all day", "in any lesson"])
GROUPS = Phrases(
    split(
        """one to one|1 to 1|1:1|1-1|one on one|individual|individually|on his own|on her own|on their own|pair|pairs|in a pair
    |whole class|whole-class|the class|class teaching"""
    )
)
LENGTHS = listed("minute minutes min mins hour hours hr hrs")


def is_number(word: str) -> bool:
    return (word[0].isdigit() and ":" not in word) or word in NUMBER_WORDS


def is_count(said: Said, place: int) -> bool:
    """Whether a number counts something: "4 out of 5", "80%", "three friends"; not "Year 4" or "12 March 2026"."""
    words = said.words
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if not is_number(words[place]) or before in NOT_COUNTED or before in MONTHS or after in MONTHS:
        return False
    if "/" in words[place]:
        return words[place].count("/") == 1  # "4/5", not a date
    return after in COUNTED or is_plural(after) or before in COUNTED or is_step(words, place)


def is_plural(word: str) -> bool:
    return word.endswith("s") and word not in NO_PLURALS


def is_step(words: tuple[str, ...], place: int) -> bool:
    """One end of "from 12 to 20"."""
    near = words[max(0, place - 3) : place + 1]
    return "from" in near and ("to" in near or words[place + 1 : place + 2] == ("to",))


def says_how_much(said: Said) -> bool:
    """Whether anything in the sentence is counted."""
    return says_how_often(said) or any(is_count(said, place) for place in range(len(said.words)))


def says_how_often(said: Said) -> bool:
    """Whether the sentence says when or how many times: "daily", "twice a week", "every maths lesson", "on Tuesdays"."""
    words = said.words
    if RHYTHM.intersection(words) or DAYS_OFTEN.intersection(words) or ALWAYS.places(said):
        return True
    return any(is_rhythm(words, place) for place in range(len(words)))


def is_rhythm(words: tuple[str, ...], place: int) -> bool:
    following = words[place + 1 : place + 4]
    if words[place] in DAYS:
        return place > 0 and words[place - 1] in {"every", "each", "on", "and"} and not is_date(following)
    if words[place] in EVERY:
        return not PERIODS.isdisjoint(following)
    if words[place] in {"a", "an"}:
        return place > 0 and following[:1] != () and following[0] in A_PERIODS and counts_before(words, place)
    return words[place] == "twice" or (
        is_number(words[place]) and following[:1] in {("times",), ("x",), ("×",)}
    )


def is_date(words: tuple[str, ...]) -> bool:
    """Whether "3 May", "3rd May" or "3/5/2027" begins here."""
    return bool(words) and words[0][0].isdigit() and ("/" in words[0] or not MONTHS.isdisjoint(words[1:3]))


def counts_before(words: tuple[str, ...], place: int) -> bool:
    """Whether a number stands shortly before "a week": "three 20-minute sessions a week", "once a day"."""
    near = words[max(0, place - 6) : place]
    return "once" in near or "twice" in near or any(is_number(word) for word in near)


def says_how_long(said: Said) -> bool:
    """Whether the sentence gives a length of time: "20 minutes", "half an hour"."""
    words = said.words
    if "half" in words and "hour" in words:
        return True
    return any(
        is_number(word) and not LENGTHS.isdisjoint(words[place + 1 : place + 2])
        for place, word in enumerate(words)
    )


def says_group(said: Said) -> bool:
    """Whether the sentence says in how large a group: "one to one", "in a pair", "group of 4"."""
    words = said.words
    if GROUPS.places(said):
        return True
    return any(
        word in {"group", "groups"} and any(map(is_size, words[place + 1 : place + 3]))
        for place, word in enumerate(words)
    )


def is_size(word: str) -> bool:
    """Whether a number may be how many pupils there are: "4", "six", but no year."""
    return word in NUMBER_WORDS or (word.isdecimal() and len(word) < len("2027"))
