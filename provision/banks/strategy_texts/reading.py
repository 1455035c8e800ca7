"""Cognition and learning: reading."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="same-phonics-everywhere",
        text=_(
            "Have every adult use the sounds, actions and word cards of the school's own phonics scheme in each reading task."
        ),
        why=_("One system learned deeply beats three half known."),
        plain=_("All staff will teach reading sounds in the same way, so your child is not mixed up."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLCN, NeedType.HI),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("dyslexia reading phonics"),
    ),
    Strategy(
        code="books-that-match-the-sounds",
        text=_(
            "Send home a book made only of sounds and words the pupil has already been taught, and a second book for an adult to read aloud."
        ),
        why=_("Success builds fluency, and the shared book feeds ideas and words."),
        plain=_("Your child will bring home one book to read to you and one for you to read to them."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.HOME,
        ordinary=True,
        also=_("dyslexia reading decodable"),
    ),
    Strategy(
        code="ten-words-each-day",
        text=_(
            "Practise the same ten words for three minutes a day, note how many are right in one minute, and change a word only when it has been right three days running."
        ),
        why=_("Short, spaced practice makes words automatic."),
        plain=_("Your child will read the same ten words for three minutes each day until they stick."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLD),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.TASK,
        also=_("dyslexia reading fluency"),
    ),
    Strategy(
        code="read-it-three-times",
        text=_(
            "Have the pupil read one short passage three times with an adult over three days, hearing it read well first."
        ),
        why=_("Rereading builds speed and expression, so meaning comes through."),
        plain=_("Your child will hear a short text and then read it three times over three days."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.VI),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TASK,
        also=_("dyslexia reading fluency"),
    ),
    Strategy(
        code="never-read-aloud-unasked",
        text=_(
            "Ask for volunteers to read aloud, and give the pupil their passage a day before if they want a turn."
        ),
        why=_("Fear of being called on stops all listening."),
        plain=_("Your child will not be made to read aloud. They can practise first if they want a turn."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.SLCN, NeedType.SEMH, NeedType.VI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("dyslexia reading aloud"),
    ),
    Strategy(
        code="text-read-to-them",
        text=_(
            "Put each worksheet in the class folder as a text file, so that the pupil can have it read aloud through headphones in the lesson."
        ),
        why=_("Thinking is not held back by the speed of reading."),
        plain=_("A computer will read the worksheets to your child through headphones."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.VI, NeedType.MLD, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("dyslexia text to speech reader"),
    ),
    Strategy(
        code="key-question-before-reading",
        text=_(
            "Before a text, write two questions on the board for pupils to find answers to, and stop after each paragraph to say the main point in one sentence."
        ),
        why=_("A purpose and a pause keep meaning together."),
        plain=_("Your child will know which two answers to look for before reading."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SLCN),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("comprehension"),
    ),
    Strategy(
        code="picture-the-text",
        text=_(
            "After each page or section, have the pupil sketch what they think happened and point to the words that told them so."
        ),
        why=_("Drawing shows what was understood and what was missed."),
        plain=_("Your child will sketch what they read and show the words that told them."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.HI, NeedType.ASD, NeedType.SLCN),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TASK,
        also=_("comprehension inference"),
    ),
    Strategy(
        code="reading-pen-in-mocks",
        text=_(
            "In each class test, give the pupil the reading tool they will have in the exam, and keep a dated note of how much they used it."
        ),
        why=_("An aid serves best in the exam when it is the usual way of working."),
        plain=_("In class tests your child will use the reading aid they will have in exams."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD,),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.TESTS,
        also=_("dyslexia access arrangements exams"),
    ),
    Strategy(
        code="read-for-a-younger-child",
        text=_(
            "Let the pupil prepare an easy picture book on Monday and read it to a younger child on Friday."
        ),
        why=_("Easy reading has a grown-up reason, and fluency grows."),
        plain=_("Your child will practise a picture book and read it to a younger child on Fridays."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH),
        ages=span(Age.KS2, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("reading confidence"),
    ),
)
