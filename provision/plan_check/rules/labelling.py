"""Words that label a child."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.data.labels import HARMLESS, LABELS
from provision.plan_check.passages import Reading
from provision.plan_check.people import unless
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.wording import Phrases, split

INSTEAD = {phrase: advice for phrases, advice in LABELS for phrase in split(phrases)}
PHRASES = Phrases(INSTEAD)
SPARED = Phrases(HARMLESS)


def labelling(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for passage in reading.in_school_words:
        for said in reading.sentences(passage):
            for match in unless(PHRASES.within(said), said, reading.names, SPARED):
                message = _("“%(words)s” labels the child.") % {"words": match.quote}
                yield Remark(passage.key, passage.field, message, str(INSTEAD[match.phrase]), match.quote)


RULES = (
    Rule(
        "labelling",
        gettext_lazy("Words that label"),
        gettext_lazy(
            "Pupils read their own file one day. What was seen helps the next adult more than a judgement."
        ),
        labelling,
    ),
)
