"""What somebody asks for, in the words of a search box: words, "exact phrases", `or`, and -words that must not occur."""

import json
import re
from dataclasses import dataclass

from django.contrib.postgres.search import (
    SearchQuery,
    SearchVector,
    SearchVectorExact,
    SearchVectorField,
)
from django.db import connection
from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Cast

from senco.search.columns import CONFIGURATION, StoredWords

SHORTEST_BEGINNING = 3  # letters of an unfinished last word; fewer would begin half of all words
ONE_WORD = re.compile(r"\w[\w'’]*")
UNWANTED = re.compile(r'(?:^|(?<=\s))-(?:"[^"]*"?|\S+)')
LEAD, LONGEST_EXCERPT = 100, 240  # letters before the first word that was found, and from it on
SINGLY = "array(select plainto_tsquery(%(how)s::regconfig, word)::text from unnest(%(each)s::text[]) word"
FINISHED = f"select websearch_to_tsquery(%(how)s::regconfig, %(words)s)::text, {SINGLY})"
BEGUN = (  # the beginning of a word holds letters and digits alone, so nothing in it is read as a sign
    "select (websearch_to_tsquery(%(how)s::regconfig, %(words)s) || "
    "(websearch_to_tsquery(%(how)s::regconfig, %(head)s) && to_tsquery('simple', %(beginning)s)))::text, "
    f"{SINGLY} union all select to_tsquery('simple', %(beginning)s)::text)"
)
MARK = "select array(select ts_headline(%s::regconfig, t, %s::tsquery, %s) from unnest(%s::text[]) with ordinality as x(t, n) order by n)"
BETWEEN = "\ue002"  # two fields
FOUND, END = "\ue000", "\ue001"  # around each word that was found; nobody types these


class ReadQuery(SearchQuery):
    """A query as PostgreSQL wrote it down once it had read it."""

    def __init__(self, text: str):
        super().__init__(text)
        self.text = text

    def as_sql(self, compiler, connection, function=None, template=None):
        text, parameters = compiler.compile(self.get_source_expressions()[-1])
        return f"{text}::tsquery", parameters


@dataclass(frozen=True)
class Asked:
    """What is looked for, as PostgreSQL reads it: `whole`, and `any_word` of it. `named`: of the pupils one of whose names is among the
    words, key → the words of the name. It is worked out once, for all kinds of records.
    """

    whole: ReadQuery
    any_word: ReadQuery
    named: dict[str, str]


def asked_for(words: str, pupils) -> Asked:
    """The query behind what somebody typed, and those of `pupils` who are named. There must be a word that is wanted."""
    whole, any_word = read_by_database(words)
    name = SearchVector("search_name", config=CONFIGURATION)
    named = pupils.filter(SearchVectorExact(name, any_word)).values_list("pk", Cast(name, TextField()))
    return Asked(whole, any_word, {str(key): vector for key, vector in named})


def read_by_database(words: str) -> tuple[ReadQuery, ReadQuery]:
    """The whole and any word of it. The last word may be unfinished, as it is while somebody types."""
    head, last = unfinished(words)
    values = {
        "words": words,
        "head": head,
        "beginning": f"{last}:*",
        "each": wanted(words),
        "how": CONFIGURATION,
    }
    with connection.cursor() as cursor:
        cursor.execute(BEGUN if last else FINISHED, values)
        whole, singly = cursor.fetchone()
    return ReadQuery(whole), ReadQuery(" | ".join(word for word in singly if word))


def wanted(words: str) -> list[str]:
    """The single words, without those that must not occur."""
    return ONE_WORD.findall(UNWANTED.sub(" ", words))


def unfinished(words: str) -> tuple[str, str]:
    """What comes before the last word, and that word, where it may be the beginning of a longer one; else nothing."""
    head, _space, last = words.rpartition(" ")
    word = ONE_WORD.fullmatch(last) and last.replace("’", "'").partition("'")[0].lower()
    is_open = word and len(word) >= SHORTEST_BEGINNING and words.count('"') % 2 == 0
    return (head, word) if is_open else ("", "")


def said(asked: Asked) -> Q:
    """The condition on a searchable record about a pupil: its words say all that is asked, by themselves or together with the
    pupil's name. The name alone is not enough: every record of that pupil would be found.
    """
    own = Q(SearchVectorExact(StoredWords(), asked.whole))
    if not asked.named:
        return own
    key = Cast("pupil_id", TextField())
    name = joined("::jsonb ->> ", Value(json.dumps(asked.named)), key, template="(%(expressions)s)::tsvector")
    with_name = joined(" || ", StoredWords(), name, template="(%(expressions)s)")
    return own | Q(
        SearchVectorExact(StoredWords(), asked.any_word),
        SearchVectorExact(with_name, asked.whole),
        pupil__in=list(asked.named),
    )


def joined(operator: str, *parts, template: str) -> Func:
    return Func(*parts, arg_joiner=operator, template=template, output_field=SearchVectorField())


def text_of(fields: tuple[str, ...]) -> Func:
    """The fields of a record, one after the other; `told` makes words of it that somebody reads."""
    return Func(Value(BETWEEN), *fields, function="concat_ws", output_field=TextField())


def told(text: str) -> str:
    """Without the places of fields in which nothing stands."""
    return " · ".join(part for part in text.split(BETWEEN) if part.strip())


def marked(texts: list[str], asked: Asked) -> list[str]:
    """Each text of a record with every word that was asked for between FOUND and END."""
    options = f"HighlightAll=true, StartSel={FOUND}, StopSel={END}"
    with connection.cursor() as cursor:
        cursor.execute(MARK, [CONFIGURATION, asked.any_word.text, options, [told(text) for text in texts]])
        return cursor.fetchone()[0]


def pieces_of(text: str) -> list[tuple[str, bool]]:
    """The place of a marked text at which the first word was found, as pieces of text and whether each is such a word."""
    before, *rest = re.split(f"({FOUND}.*?{END})", text, flags=re.DOTALL)
    pieces, left = [(beginning_cut(before), False)], LONGEST_EXCERPT
    for piece in rest:
        if left <= 0:
            break
        is_found = piece.startswith(FOUND)
        words = piece.strip(FOUND + END) if is_found else end_cut(piece, left)
        pieces.append((words, is_found))
        left -= len(words)
    return [piece for piece in pieces if piece[0]]


def beginning_cut(text: str) -> str:
    """The last words of it."""
    return text if len(text) <= LEAD else "… " + text[-LEAD:].partition(" ")[2]


def end_cut(text: str, most: int) -> str:
    """The first words of it."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
