"""Cognition and learning: remembering, and finding one's way through a task."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="start-with-last-lesson",
        text=_(
            "Begin each lesson with four quick questions: two from last lesson, one from last week and one from last term, answers shown straight after."
        ),
        why=_("Calling something back to mind is what makes it last."),
        plain=_("Each lesson will begin with four quick questions on things learned before."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("retrieval memory"),
    ),
    Strategy(
        code="write-it-down-for-me",
        text=_(
            "Write names, numbers and page references on the board as you say them, and leave them there until the task ends."
        ),
        why=_("Nothing has to be carried in the head."),
        plain=_("The teacher will write numbers and pages on the board, so they need not be kept in mind."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.OTH, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("working memory"),
    ),
    Strategy(
        code="checklist-to-tick",
        text=_(
            "Give the task as a list of four boxes to tick, and ask the pupil to point to the next box when they stop."
        ),
        why=_("Losing one's place is solved without asking."),
        plain=_("Your child will tick off four steps and can see which one is next."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("working memory organisation executive function scaffolding brain injury FASD"),
    ),
    Strategy(
        code="teach-one-memory-trick",
        text=_(
            "Once a week, teach one way to remember, such as a rhyme, a picture or a story, use it on this week's content, and ask a week later which one worked."
        ),
        why=_("Pupils learn how their own memory works."),
        plain=_("Each week your child will learn one trick for remembering things."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
        also=_("memory revision"),
    ),
    Strategy(
        code="small-whiteboard-jottings",
        text=_(
            "Keep a small whiteboard and pen on the desk for jottings, and show yours when you think aloud."
        ),
        why=_("Half-way steps can be put down and picked up."),
        plain=_("Your child can jot things on a small whiteboard while working."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("working memory maths"),
    ),
    Strategy(
        code="text-in-short-sentences",
        text=_(
            "Rewrite the lesson's main text in sentences of ten words or fewer with one idea each, and keep the subject's own words in it."
        ),
        why=_("The ideas stay whole while the reading gets lighter."),
        plain=_("Your child's main text will have short sentences with one idea in each."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLCN, NeedType.DS, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("reading level easy read"),
    ),
    Strategy(
        code="less-on-the-page-more-in-depth",
        text=_(
            "Choose the three questions that carry the main idea, set those first and let the rest be for whoever finishes."
        ),
        why=_("Time goes to the idea and not to the amount."),
        plain=_("Your child will do the three most important questions first."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SPLD, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TASK,
        ordinary=True,
        also=_("workload"),
    ),
    Strategy(
        code="think-aloud-planning",
        text=_(
            "Think aloud as you plan a task in three questions (what do I want, what have I got, what comes first), and then have pupils ask the same three aloud."
        ),
        why=_("Planning becomes something one can hear and copy."),
        plain=_("The teacher will plan out loud, and your child will learn to ask the same three questions."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SPLD, NeedType.ASD, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("metacognition planning"),
    ),
    Strategy(
        code="one-diary-one-place",
        text=_(
            "Check the pupil's planner at the end of each day for one month: the task, the day it is due and the thing to take home."
        ),
        why=_("One place to look is a habit that can be learned."),
        plain=_("For a month an adult will check your child's planner at the end of each day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.SEMH, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("organisation homework planner"),
    ),
    Strategy(
        code="timetable-on-the-bag",
        text=_(
            "Make a card for the bag with each day's lessons, rooms and things to bring, and look at it together on Monday morning for six weeks."
        ),
        why=_("Moving between ten rooms asks for a map."),
        plain=_("Your child will have a bag card that shows rooms and what to bring."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("organisation equipment dyspraxia DCD"),
    ),
    Strategy(
        code="revise-in-cards",
        text=_(
            "Show the class how to turn a page of notes into eight question cards, and give ten minutes a week to sorting them into known and not yet."
        ),
        why=_("Testing oneself fixes more in mind than rereading."),
        plain=_("Your child will make question cards and use them each week to revise."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TESTS,
        ordinary=True,
        also=_("revision exams"),
    ),
    Strategy(
        code="project-in-dated-parts",
        text=_(
            "Split each long piece of work into parts with a date for each, put the dates in the pupil's calendar and look at one part a week with them for five minutes."
        ),
        why=_("A far deadline becomes a near and doable one."),
        plain=_("Long tasks will be split into parts with dates, and checked once a week."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.SEMH, NeedType.MLD),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.TASK,
        also=_("coursework deadlines organisation"),
    ),
    Strategy(
        code="teach-it-to-someone",
        text=_(
            "At the end of the lesson, have each pupil explain the main idea to a partner in one minute with the book closed."
        ),
        why=_("Explaining shows what has been learned and fixes it."),
        plain=_("At the end, your child will explain the main idea to a partner."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SPLD, NeedType.DS, NeedType.HI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("explaining memory"),
    ),
    Strategy(
        code="same-idea-new-setting",
        text=_(
            "When the pupil can do something in one place, plan two more places in the same week to do it, with another adult or other things."
        ),
        why=_("A skill is secure once it travels."),
        plain=_("When your child can do something, they will try it in two new places that week."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.DS),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        also=_("generalising"),
    ),
)
