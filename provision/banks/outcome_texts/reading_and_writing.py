"""Cognition and learning: reading and writing."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="reads-by-sounding-out",
        text=_("[name] will read new words made of the sounds [sounds] by sounding them out and blending."),
        plain=_("[name] will read new words with the sounds [sounds]."),
        measure=_(
            "Once a fortnight [name] reads ten words not seen before; nine right twice running shows it is met."
        ),
        baseline=_("Write down which of these sounds and how many of ten such words [name] reads now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLCN),
        ages=span(Age.EARLY, Age.KS2),
        also=_("phonics reading dyslexia"),
    ),
    OutcomeStem(
        code="reads-words-at-sight",
        text=_("[name] will read these words at once wherever they meet them: [words]."),
        plain=_("[name] will read these words at once: [words]."),
        measure=_(
            "Show the words on cards and in a new text on three different days; all read within two seconds on each day shows it is met."
        ),
        baseline=_("Write down how many of the words are read within two seconds now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLD),
        ages=span(Age.KS1, Age.KS3),
        also=_("reading fluency"),
    ),
    OutcomeStem(
        code="reads-fluently",
        text=_(
            "[name] will read a text of [level] aloud or by touch at [number] words a minute, with expression."
        ),
        plain=_("[name] will read texts of [level] smoothly, at [number] words a minute."),
        measure=_(
            "Time one minute of a new text every two weeks and note words right; the agreed number in three texts running shows it is met."
        ),
        baseline=_("Write down words right in one minute on two texts of this level now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.VI),
        ages=span(Age.KS1, Age.POST16),
        also=_("fluency reading dyslexia"),
    ),
    OutcomeStem(
        code="understands-what-they-read",
        text=_(
            "[name] will say what a text in [subject] is about, and find the words that answer a question which is not answered outright."
        ),
        plain=_("[name] will say what a text is about and find clues in it."),
        measure=_(
            "Ask two 'find it' and two 'work it out' questions each week; three right in four weeks running shows it is met."
        ),
        baseline=_("Write down the number of each kind that [name] answers on one text now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.HI, NeedType.SLCN, NeedType.ASD, NeedType.SPLD),
        ages=span(Age.KS1, Age.POST16),
        also=_("comprehension inference"),
    ),
    OutcomeStem(
        code="chooses-to-read",
        text=_(
            "[name] will choose something to read, look at or listen to, and tell someone about it, [number] times a week."
        ),
        plain=_("[name] will pick books or recordings and talk about them [number] times a week."),
        measure=_(
            "[name] keeps a list with a mark out of five for each; five weeks with the agreed number shows it is met."
        ),
        baseline=_("Write down what [name] has read or listened to by choice in the last two weeks."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        also=_("reading for pleasure"),
    ),
    OutcomeStem(
        code="spells-taught-words-in-writing",
        text=_("[name] will spell words with [pattern] when writing sentences of their own."),
        plain=_("[name] will spell words with [pattern] in their own writing."),
        measure=_(
            "Look at three pieces of free writing and count the words with the pattern that are right; nine in ten shows it is met."
        ),
        baseline=_("Write down how many of ten such words are right in dictation and in free writing now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS4),
        also=_("spelling dyslexia"),
    ),
    OutcomeStem(
        code="gets-ideas-onto-the-page",
        text=_(
            "[name] will record [number] ideas in [subject] in the way that suits them best, such as typing, speech or pen, in [minutes] minutes."
        ),
        plain=_("[name] will get [number] ideas down in [subject], by typing, talking or pen."),
        measure=_(
            "Keep three timed pieces from a term, in the chosen way; the agreed number of ideas in each shows it is met."
        ),
        baseline=_("Write down the number of ideas in one timed piece by hand and one in another way."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.PD, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        also=_("writing recording"),
    ),
    OutcomeStem(
        code="plans-and-writes-a-paragraph",
        text=_(
            "[name] will plan and write a paragraph in [subject] with a main point, a reason and an example, from notes of their own."
        ),
        plain=_("[name] will plan and write a paragraph in [subject] alone."),
        measure=_("Mark three paragraphs by the three parts; all three parts in all three shows it is met."),
        baseline=_("Write down which parts are there in a paragraph written without help now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SLCN, NeedType.ASD),
        ages=span(Age.KS2, Age.POST16),
        also=_("writing structure"),
    ),
    OutcomeStem(
        code="checks-own-work",
        text=_(
            "[name] will use a list of [number] points to check work and correct what they find before handing it in."
        ),
        plain=_("[name] will check work with a list of [number] points and mend it."),
        measure=_(
            "Look at one piece a week for marks of checking; mistakes put right in five pieces out of six shows it is met."
        ),
        baseline=_("Write down what [name] finds and puts right in one piece now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.KS2, Age.POST16),
        also=_("proofreading self-checking"),
    ),
)
