"""What somebody asks for, in the words of a search box: words, "exact phrases", `or`, and -words that must not occur."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchVector,
    SearchVectorExact,
    SearchVectorField,
)
from django.db.models import Func, Q, Value

from senco.search.columns import CONFIGURATION, StoredWords

SHORTEST_BEGINNING = 3  # letters of an unfinished last word; fewer would begin half of all words
ONE_WORD = re.compile(r"[\w'’]+")
UNWANTED = re.compile(r'(?:^|(?<=\s))-(?:"[^"]*"?|\S+)')
FOUND, END = "\ue000", "\ue001"  # around each word that was found; nobody types these


@dataclass(frozen=True)
class Asked:
    """`words` as typed. `named`: keys of the pupils one of whose names is among the words."""

    words: str
    named: tuple = ()

    @property
    def query(self):
        """All of it. The last word may be unfinished, as it is while somebody types."""
        whole = SearchQuery(self.words, config=CONFIGURATION, search_type="websearch")
        head, last = self.unfinished
        if not last:
            return whole
        return whole | (SearchQuery(head, config=CONFIGURATION, search_type="websearch") & beginning(last))

    @property
    def any_word(self):
        """One of the words at least. There must be one."""
        first, *others = [SearchQuery(word, config=CONFIGURATION) for word in self.wanted]
        _head, last = self.unfinished
        for other in [*others, *([beginning(last)] if last else [])]:
            first |= other
        return first

    @property
    def wanted(self) -> list[str]:
        """The single words, without those that must not occur."""
        return ONE_WORD.findall(UNWANTED.sub(" ", self.words))

    @property
    def unfinished(self) -> tuple[str, str]:
        """What comes before the last word, and that word, where it may be the beginning of a longer one; else nothing."""
        head, _space, last = self.words.rpartition(" ")
        word = ONE_WORD.fullmatch(last) and last.replace("’", "'").partition("'")[0].lower()
        is_open = word and len(word) >= SHORTEST_BEGINNING and self.words.count('"') % 2 == 0
        return (head, word) if is_open else ("", "")


def beginning(word: str) -> SearchQuery:
    """Words that begin so. It holds letters and digits alone, so nothing in it is read as a sign."""
    return SearchQuery(f"{word}:*", config="simple", search_type="raw")


def said(asked: Asked) -> Q:
    """The condition on a searchable record about a pupil: its words say all that is asked, by themselves or together with the
    pupil's name. The name alone is not enough: every record of that pupil would be found.
    """
    own = Q(SearchVectorExact(StoredWords(), asked.query))
    if not asked.named:
        return own
    name = SearchVector("pupil__search_name", config=CONFIGURATION)
    with_name = Func(
        StoredWords(), name, template="(%(expressions)s)", arg_joiner=" || ", output_field=SearchVectorField()
    )
    return own | Q(
        SearchVectorExact(StoredWords(), asked.any_word),
        SearchVectorExact(with_name, asked.query),
        pupil__in=asked.named,
    )


def named_in(pupils, words: str) -> tuple:
    """Keys of those pupils one of whose names is among the words."""
    name = SearchVector("search_name", config=CONFIGURATION)
    found = pupils.filter(SearchVectorExact(name, Asked(words).any_word))
    return tuple(found.values_list("pk", flat=True))


def excerpt_of(fields: tuple[str, ...], asked: Asked) -> SearchHeadline:
    """The places of a record's text at which it says what is asked, each word that was found between FOUND and END."""
    text = Func(Value(" · "), *fields, function="concat_ws")
    return SearchHeadline(
        text, asked.any_word, config=CONFIGURATION, start_sel=FOUND, stop_sel=END, max_words=30, min_words=12, max_fragments=2,
        fragment_delimiter=" … ",
    )  # fmt: skip


def pieces_of(excerpt: str) -> list[tuple[str, bool]]:
    """An excerpt as pieces of text, and whether each is a word that was found."""
    pieces = re.split(f"{FOUND}(.*?){END}", excerpt, flags=re.DOTALL)
    return [(text, number % 2 == 1) for number, text in enumerate(pieces) if text]
