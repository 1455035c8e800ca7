"""How many syllables an English (British) word has: rules of spelling, and a list of the words that break them.

Made for measuring how hard a text is to read, where one syllable too many in a hundred words does not matter. It knows
spelling only: "a blessed child" and "he blessed" count the same, names from other languages are a guess, and words that
people say in two ways ("family", "different", "fire") count one of them. A word of another script counts one syllable.
"""

import re
import unicodedata

MOST = 12  # no English word has more: what claims to is not a word
LONGEST = 60  # letters looked at
INITIALS = re.compile(  # spelled out when read: capitals without a vowel, and these; "NOT" in capitals is still a word
    r"(?:[B-DF-HJ-NP-TV-XZ][B-DF-HJ-NP-TV-XZ0-9]{1,5}|SEN|EHCP?|TA|EAL|OT|EP|ASD|ADHD|ADD|ODD|OCD|LSA|HLTA|IEP|ISP|ILP|IHP|IPRA|EHA|LA|LAC|PEP|EBSA|"
    r"AAC|SEMH|EYFS|SPAG|SLI|VI|HI|MSI|PE|RE|IT|ICT|AI|UK|USA|EU|AM|PA|EA|DFE)(?:['’]?s)?"
)

EXCEPTIONS = {
    1: "aisle camhs clothes friend hearth once one pier salt send smart tier mosque",
    2: """acre ally apply argue asthma awesome biscuit business cafe choir chocolate colonel crooked deny duo elsa evening genre
        giant imply iron junior lion maybe naive naked neon ocean pecs people ragged rely reply rugged ruin senco sendco senior
        someone supply wednesday wicked""",
    3: """anyone area argument european everyone forever genuine heroin idea moreover nausea parliament recipe suicide vegetable
        whoever""",
    4: "conscientious diabetes everybody nevertheless suicidal",
}
ABBREVIATIONS = {
    "mr": 2,
    "mrs": 2,
    "ms": 1,
    "dr": 2,
    "prof": 3,
    "st": 1,
    "etc": 4,
    "vs": 2,
    "tv": 2,
    "ok": 2,
    "w": 3,
}
KNOWN = {word: count for count, words in EXCEPTIONS.items() for word in words.split()} | ABBREVIATIONS

VOWELS = re.compile("[aeiouy]+")
ADDS = re.compile(  # two vowels side by side that are said apart, and endings that are said without being written
    r"""(?<![ctsgql])ia(?!ge)|ia(?=t(?!iv))|(?<=[gl])ia(?=nt$|b|nc)|(?<=s)ia(?=s)
    |ie(?=t)|(?<![ct])ie(?=nt|nc)|(?<=^sc)ie|(?<![cd])ie(?=r$|rs$)|(?<!pr)ie(?=st$)
    |(?<![ctsgxnlh])io(?=n)|io(?![nu])|(?<![ctgxs])iou(?!r)|iu(?=m|s)|eu(?=m)
    |(?<![gq])ua|(?<![gqc])ue(?=n[ct]|l(?!ess)|st)|(?<![gq])ui(?=ty)|(?<=t)ui(?=ti)|(?<=[rn])ui(?=n)|(?<=l)ui(?=d)|uou
    |eo(?!n$|ns$|pl|pa|u|rge)|(?<=n)eou|(?<=cr)ea(?=t[eio])|(?<=^r)ea(?=ct|ss|dj|pp|rr|li[tsz])|(?<=^r)ei(?=n[fst])|(?<=^th)ea(?=t)
    |(?<=^nucl)ea|(?<=^lin)ea|ai(?=c$)
    |^coo(?=p|rd)|^coi(?=nc)|oa(?=li)|oe(?=t|m)|oi(?=c$|cal)|(?<!^)[aeo]y(?=[aeiou])(?!e[ds]?$)|uy(?=[aei])
    |[^aeiouy]y(?=ing)|[eou]i(?=ng)|ii|ao
    |(?<=[st])m(?=s?$)|thm(?=s?$)""",
    re.VERBOSE,
)
DROPS = re.compile(  # vowels that are written without being said
    r"""(?<=[^aeiouy])(?<![bcdfgkptz]l)e(?=(?:ly|lier|liest|liness|ness|less|ful)(?:ly|s|ness)?$)
    |(?<=[^aeiouyl])(?<!^c)e(?=ments?$|mental)|(?<=[^aeiouy])e(?=ty$)
    |(?<=[^aeiouy])(?<![bcdfgkptz]l)(?<![bcdfgkptv]r)e$
    |(?<=[^aeiouytd])(?<![bcdfgkpstz]l)(?<![bcdfgkpt]r)ed$
    |(?<=[^aeiouycsxzg])(?<![bcdfgkptz]l)(?<![bcdfgkptv]r)(?<!ch)(?<!sh)es$
    |(?<=er)e(?=by$|of$)
    |(?<=[gq])ue(?=[ds]?$)|(?<=^ev)e(?=ry)|(?<=ic)a(?=lly$)
    |^(?:som|hom|lif|tim|bas|fir|not|whit|saf|ther|for(?!est|ens)|sid|gam|fac|spac|hous|hors|lik|stak|shar|nin|polic|gat|driv|grav|liv|car|trad|mak|tak|nam|plac|stat|ston|els|whol
     |pip|guid|fram|war|pag)e(?=[^aeiouy][a-z]{2})(?!ly|ment|ness|less|ful)""",
    re.VERBOSE,
)
INFLECTED = re.compile("(?:s|d|ly)$")


def syllables(word: str) -> int:
    """Syllables of one word, 1 to 12. Hyphenated words count part by part; capitals such as "EHC" are spelled out."""
    if INITIALS.fullmatch(word):
        return sum(3 if letter == "W" else 1 for letter in word if not letter.islower() and letter.isalnum())
    return max(1, min(MOST, sum(map(of_part, plain_parts(word[:LONGEST])))))


def plain_parts(word: str) -> list[str]:
    """The parts of a word in small letters without accents; apostrophes inside it are kept."""
    apart = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return re.findall(r"[a-z']*[a-z]", "".join(c for c in apart if not unicodedata.combining(c)))


def of_part(part: str) -> int:
    base, _mark, ending = part.strip("'").partition("'")
    return of_base(base) + said_after_apostrophe(base, ending)


def said_after_apostrophe(base: str, ending: str) -> int:
    """What "n't", "'s", "'ve" add: "didn't" has a syllable more than "did", "don't" none more than "do"."""
    if ending == "t":
        return int(base not in {"ain", "aren", "can", "don", "haven", "shan", "weren", "won"})
    if ending == "s":
        return int(base.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")))
    if ending in {"", "d", "ll", "m", "re", "ve"}:
        return int(ending in {"d", "ll", "ve"} and base[-1:] not in set("aeiouy"))
    return of_base(ending)


def of_base(word: str) -> int:
    if word in KNOWN:
        return KNOWN[word]
    stem = INFLECTED.sub("", word)
    if stem in KNOWN:
        return KNOWN[stem] + word.endswith("ly")
    return max(1, len(VOWELS.findall(word)) + len(ADDS.findall(word)) - len(DROPS.findall(word)))
