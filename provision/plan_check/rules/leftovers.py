"""What was left from a stem or a template: gaps, "he/she", "insert name"."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.passages import Reading
from provision.plan_check.rule import Remark, Rule, Settings
from provision.plan_check.wording import without_quotations

GAP = re.compile(
    r"""\[(?!sic\]|\d{0,3}\]|[xX✓]\])[^\[\]\n]{1,60}\] | \[\s?\] | \{[^{}\n]{1,60}\} | <[a-z][^<>\n]{0,40}> | _{3,}
    | (?<!\w)(?:x{3,}|XX)(?!\w)
    | (?<![\w/])(?:s/he|(?:he/she|she/he|his/her|her/his|him/her|her/him)(?:/their|/they|/them)?|himself/herself)(?![\w/])
    | (?<!\w)insert[ ](?:name|number|date|text|pupil)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def gaps(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for passage in reading.in_school_words:
        for gap in GAP.finditer(without_quotations(passage.text)):
            quote = gap.group()
            message = _("“%(words)s” was left from a template.") % {"words": quote}
            yield Remark(passage.key, passage.field, message, _("Fill it in or take it out."), quote)


RULES = (
    Rule(
        "gaps",
        gettext_lazy("A gap left from a template"),
        gettext_lazy("“[number]” or “he/she” in a child’s plan tells parents that nobody read it."),
        gaps,
    ),
)
