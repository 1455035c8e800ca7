"""Words that promise something nobody can count, and when they are all right.

A word is looked for only where it does harm: "better" in an outcome, "access to" in provision. What the pupil is like may be told in
any words, and the pupil's and parents' own views are nobody's to correct.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from provision.plan_check.passages import Place

OUTCOMES = frozenset({Place.OUTCOME})
FIGURES = OUTCOMES | {Place.BASELINE, Place.MEASURE}
PROMISES = frozenset({Place.PROVISION, Place.SUPPORT})
DELIVERED = frozenset({Place.PROVISION})
ANYWHERE = FIGURES | PROMISES


class Settled(StrEnum):
    """What else in the sentence makes the word clear."""

    BY_RHYTHM = "how often"
    BY_AMOUNT = "how much or how often"
    NEVER = "nothing"


@dataclass(frozen=True, slots=True)
class Vague:
    phrases: str  # split by |
    places: frozenset[Place]
    settled: Settled
    advice: str | Promise
    harmless: str = ""  # phrases in which the word means something else, split by |


VAGUE = (
    Vague(
        "regular|regularly|on a regular basis|frequent|frequently|periodic|periodically|routinely|from time to time",
        ANYWHERE,
        Settled.BY_RHYTHM,
        _("Say how often: “every maths lesson”, “three times a week”."),
        """regular verb|regular verbs|regular past|regular past tense|regular plural|regular plurals|regular noun|regular nouns
        |regular word|regular words|regular spelling|regular spellings|regular ending|regular endings|regular pattern
        |regular patterns|regular shape|regular shapes|regular polygon|regular polygons|regular teacher|regular adult
        |regular adults|regular class|regular seat|regular place|regular bus|regular driver|regular heartbeat|regular rhythm
        |regular beat|regular pulse|regular attender|frequent words|high frequency|frequent hand washing""",
    ),
    Vague(
        "often|sometimes|occasionally|usually|most of the time|some of the time|at times|consistently",
        FIGURES,
        Settled.BY_AMOUNT,
        _("Say in how many of how many: “in 4 out of 5 lessons”."),
        "how often|as often as|words often|often used words",
    ),
    Vague(
        "as appropriate|where appropriate|when appropriate|if appropriate|as necessary|where necessary|when necessary|if necessary"
        "|as needed|where needed|when needed|if needed|as and when|as required|where required|when required|if required"
        "|where possible|when possible|if possible|wherever possible|whenever possible|as far as possible|as soon as possible"
        "|where practicable|when available|if available|where available|subject to availability|in a timely manner",
        ANYWHERE,
        Settled.NEVER,
        _("Say when it happens and who decides: “when Sami shows his break card”. Or leave these words out."),
    ),
    Vague(
        "access to|accesses|accessing",
        PROMISES,
        Settled.BY_RHYTHM,
        _("“Access” means only that it could be had. Say what the pupil gets, who gives it and how often."),
        """access to work|access to the building|access to the site|access to the lift|access to a lift|access to the toilet
        |access to the toilets|access to a toilet|access to the playground|access to the classroom|access to all areas
        |access to all rooms|accessing the building|accessing the site|accessing the playground""",
    ),
    Vague(
        "opportunity|opportunities",
        PROMISES,
        Settled.BY_AMOUNT,
        _("Say what will happen, how often and who makes it happen."),
        "equal opportunity|equal opportunities|equality of opportunity|job opportunities|opportunities board|opportunity class",
    ),
    Vague(
        "support with|support from|support in class|support in lessons|in class support|additional support|extra support"
        "|additional help|extra help|general support|adult support|ta support|help with|adult input|teacher input|specialist input"
        "|ta input|input from"
        "|some support|some help|some time with|some intervention|some adult support",
        PROMISES,
        Settled.BY_RHYTHM,
        _(
            "Say what the adult does, how often and for how long: “reads each question aloud to him in every test”."
        ),
    ),
    Vague(
        "be supported to|be supported with|be supported in|be given support|be offered support",
        PROMISES,
        Settled.BY_RHYTHM,
        _("Say what the adult does and how often: “gives him a sentence starter in every writing lesson”."),
    ),
    Vague(
        "encourage|encourages|encouraged|encouraging|encouragement",
        PROMISES,
        Settled.BY_RHYTHM,
        _("Say what the adult says or does, and when: “asks her for one idea in each lesson”."),
    ),
    Vague(
        "be monitored|will monitor|monitoring|keep an eye on|keep under review|kept under review|under review",
        PROMISES,
        Settled.BY_RHYTHM,
        _("Say who looks at what, and on which days or how often."),
        "blood sugar monitoring|glucose monitoring|blood glucose monitoring|monitoring form|monitoring sheet",
    ),
    Vague(
        "would benefit from|may benefit from|might benefit from|could benefit from|should be considered|will be considered"
        "|consideration should be given|consideration will be given|will try to|where time allows|when time allows|if time allows"
        "|staffing permitting|if staffing allows",
        PROMISES,
        Settled.NEVER,
        _("This does not say that it will happen. Write what will be done, or leave it out."),
    ),
    Vague(
        "a range of|a variety of|various|appropriate support|appropriate strategies|appropriate resources|appropriate help"
        "|appropriate provision|appropriate interventions|suitable support|suitable resources|suitable strategies",
        PROMISES,
        Settled.NEVER,
        _("Say which ones."),
    ),
    Vague(
        "suitably qualified|suitably trained|appropriately trained|appropriately qualified|suitably experienced",
        PROMISES,
        Settled.NEVER,
        _("Say which training or qualification the adult has."),
    ),
    Vague(
        "some|several|a few|many|a lot of|lots of|a number of",
        FIGURES | DELIVERED,
        Settled.BY_AMOUNT,
        _("Say how many, or how much."),
    ),
    Vague(
        "improve|improves|improved|improving|improvement|better|increase|increased|increasing|develop|develops|developing"
        "|more confident|more independent|more independently|more focused|more able|more often|make progress|makes progress"
        "|making progress|make good progress|good progress|expected progress|reach his potential|reach her potential"
        "|reach their potential|fulfil his potential|fulfil her potential|fulfil their potential",
        OUTCOMES,
        Settled.BY_AMOUNT,
        _("Say from what to what, so that everyone can tell when it is reached: “from 12 words to 30”."),
        "better reading|increased heart rate",
    ),
    Vague(
        "aware of|awareness of|will understand|to understand|understanding of|will know|knowledge of",
        OUTCOMES,
        Settled.BY_AMOUNT,
        _("Nobody can see this. Say what the pupil will do, say or write that shows it."),
    ),
    Vague(
        "appropriately|appropriate behaviour|try to|tries to|try his best|try her best|try their best|attempt to|attempts to",
        OUTCOMES,
        Settled.NEVER,
        _("Say what we will see the pupil do."),
    ),
    Vague(
        "observation|observations|teacher assessment|teacher judgement",
        frozenset({Place.MEASURE}),
        Settled.BY_AMOUNT,
        _("Say what is counted and how often: “a tally in three lessons each half term”."),
    ),
)
