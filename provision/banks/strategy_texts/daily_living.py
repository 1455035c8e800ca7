"""Cognition and learning: learning in small steps, and skills for life."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="last-step-first",
        text=_(
            "Do all of a daily task for the pupil except the last step, let them finish it, and hand over one more step each time they manage three days running."
        ),
        why=_("Each try ends in success."),
        plain=_("Your child will finish the last step of a job and take on more steps over time."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.PD, NeedType.MLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TASK,
        also=_("backward chaining self-help dressing"),
    ),
    Strategy(
        code="photo-steps-at-the-basin",
        text=_(
            "Fix photos of the steps at eye level where the job is done, such as at the basin, and point to the next photo in place of telling."
        ),
        why=_("The wall gives the reminder, so the adult can step back."),
        plain=_("Photos on the wall will show your child each step of jobs like washing hands."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.ASD, NeedType.MLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("self-care hygiene"),
    ),
    Strategy(
        code="five-tries-in-the-day",
        text=_(
            "Plan five short moments in the day to use one new skill for real, and put a tick for each on a card."
        ),
        why=_("Practice spread through the day lasts longer than one long session."),
        plain=_("Your child will use a new skill at five points in the day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("practice overlearning"),
    ),
    Strategy(
        code="less-help-each-time",
        text=_(
            "Agree on a ladder of help (wait, point, show, do it together), begin with waiting, and write down the lowest step that worked."
        ),
        why=_("Help that is not counted does not shrink."),
        plain=_("Staff will wait first and give the least help your child needs."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.PD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("prompting independence"),
    ),
    Strategy(
        code="whole-words-with-pictures",
        text=_(
            "Teach three useful words at a time by matching word to word, then choosing the word, then saying or signing it, in a book about the pupil's own life."
        ),
        why=_("Reading can lead speech, and real words matter to the reader."),
        plain=_("Your child will learn to read three useful words at a time in a book about them."),
        area=BroadArea.COGNITION,
        needs=(NeedType.DS, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.TASK,
        also=_("reading Down's"),
    ),
    Strategy(
        code="print-supports-speech",
        text=_(
            "Write the sentence you want the pupil to say on a strip, read it together, fold away the last word and let them say the whole sentence."
        ),
        why=_("Print stays in view while the spoken words are being held."),
        plain=_("Your child will read a sentence and then say it with part of it hidden."),
        area=BroadArea.COGNITION,
        needs=(NeedType.DS, NeedType.SLCN),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TALK,
        also=_("Down's reading speech"),
    ),
    Strategy(
        code="show-before-tell",
        text=_("Show the whole task in silence first, then again with one short sentence for each step."),
        why=_("Watching leaves memory free for the words."),
        plain=_("The teacher will show a task first and then explain it in short sentences."),
        area=BroadArea.COGNITION,
        needs=(NeedType.DS, NeedType.SLD, NeedType.MLD, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("visual demonstration"),
    ),
    Strategy(
        code="work-with-classmates",
        text=_(
            "Plan one part of each lesson in which the pupil works with two classmates and no adult at the table, and give the three a shared product."
        ),
        why=_("Learning and friendship grow without an adult between."),
        plain=_("Each lesson your child will do one part with classmates and no adult at the table."),
        area=BroadArea.COGNITION,
        needs=(NeedType.DS, NeedType.SLD, NeedType.PD, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("inclusion peers teaching assistant"),
    ),
    Strategy(
        code="stories-of-their-own-age",
        text=_(
            "Choose topics, music and pictures that fit the pupil's age, such as phones, sport or news, and simplify the language, not the subject."
        ),
        why=_("Work that respects age is worth joining in."),
        plain=_("Your child's work will have topics for their age in simple words."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TASK,
        also=_("age respectful materials"),
    ),
    Strategy(
        code="choose-and-say-no",
        text=_(
            "Offer a choice and a clear way to say no at four set moments of the day, and act on the answer each time."
        ),
        why=_("A 'no' that counts is the beginning of having a say."),
        plain=_("Staff will ask your child to choose four times a day. 'No' is a fine answer."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.PMLD, NeedType.DS, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        also=_("choices advocacy"),
    ),
    Strategy(
        code="work-experience-in-school",
        text=_(
            "Give the pupil a real weekly job in school with a start time, a badge and a person to report to, such as post, library or café."
        ),
        why=_("It is a first step into the world of work."),
        plain=_("Your child will have a real job in school each week."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TASK,
        also=_("employment work"),
    ),
    Strategy(
        code="travel-one-leg-at-a-time",
        text=_(
            "Walk the same route with the pupil each week, let them lead one more part of it each time, and practise who to ask when lost."
        ),
        why=_("Getting about is learned on the real route."),
        plain=_("Your child will learn a real route and lead a bit more each week."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.MLD, NeedType.ASD, NeedType.DS, NeedType.VI),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TASK,
        also=_("travel training independence"),
    ),
    Strategy(
        code="cook-from-pictures",
        text=_(
            "Cook one simple dish from picture steps every week for half a term before changing the recipe."
        ),
        why=_("Doing the same dish again makes it the pupil's own."),
        plain=_("Your child will cook the same dish each week until they know it well."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("cooking independent living"),
    ),
)
