"""Communication and interaction: understanding what is said and read."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="name-then-pause",
        text=_(
            "Say the pupil's name and wait until they have stopped what they are doing before you give them an instruction."
        ),
        why=_("It moves attention to you before the important words begin."),
        plain=_("The teacher will say your child's name and wait before giving an instruction."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="one-instruction-at-a-time",
        text=_(
            "Give one instruction in the order it must be done, and give the next only when the first is finished."
        ),
        why=_("Long strings of words are lost before the pupil can act on them."),
        plain=_("Your child will hear one instruction at a time and finish it before the next one comes."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.MLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="ten-second-wait",
        text=_(
            "After you ask the pupil a question, count silently to ten and keep looking interested before you say anything more."
        ),
        why=_("It leaves time to work out the words and to plan an answer."),
        plain=_(
            "The teacher will ask a question and then wait ten seconds, so that your child has time to think."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.DS, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("processing time thinking time"),
    ),
    Strategy(
        code="same-words-again",
        text=_(
            "When the pupil has not followed an instruction, say it again in exactly the same words before you reword it."
        ),
        why=_("New wording makes the pupil start understanding all over again."),
        plain=_(
            "If your child misses an instruction, the teacher will first say it again in the same words."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.EXPLAINING,
    ),
    Strategy(
        code="questions-from-what-is-seen",
        text=_(
            "When you talk about a picture or book, begin with a question that can be answered by pointing, then ask 'what' and 'who', and leave 'why' and 'how do you know' until last."
        ),
        why=_("Each answer prepares the pupil for a harder question."),
        plain=_("The teacher will ask easy questions about a picture first. Harder ones come step by step."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.MLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.EXPLAINING,
    ),
    Strategy(
        code="steps-left-in-view",
        text=_(
            "Leave the steps of the task in view as short lines or symbols while pupils work, and point to the line you are talking about."
        ),
        why=_("Spoken words are gone at once; the list stays."),
        plain=_("The steps of each task will stay on show, so your child can look back at them."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="show-me-the-first-step",
        text=_(
            "After explaining, ask the pupil to show you the first step or say it in their own words, instead of asking whether they understand."
        ),
        why=_("A nod can hide a missed instruction; doing it cannot."),
        plain=_("The teacher will ask your child to show the first step, to check that the task is clear."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="five-words-before-the-topic",
        text=_(
            "Before each topic, teach five key words on one page with a picture, a plain meaning and a sentence, and go back to the page at the start of every lesson."
        ),
        why=_("The lesson's new ideas arrive in words the pupil already knows."),
        plain=_("Before a new topic, your child will learn five main words with pictures."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.MLD, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("vocabulary pre-teaching"),
    ),
    Strategy(
        code="word-inside-and-out",
        text=_(
            "When a subject word is new, have everyone say it, count its beats, find a part they know and give one example and one thing it is not."
        ),
        why=_("Sound and meaning learned together make the word easier to find again."),
        plain=_("Your child will learn each new word by saying it, splitting it up and finding examples."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SPLD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("vocabulary morphology"),
    ),
    Strategy(
        code="words-with-two-meanings",
        text=_(
            "Mark the words in your lesson that mean something else in daily life, such as 'volume' or 'table', and explain both meanings before pupils meet them."
        ),
        why=_("The everyday meaning otherwise gets in the way of the new one."),
        plain=_("The teacher will explain words that mean one thing at home and another in the lesson."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.ASD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="say-what-the-saying-means",
        text=_(
            "When you use a saying such as 'pull your socks up', add at once in plain words what you want."
        ),
        why=_("The pupil hears the meaning and learns the saying too."),
        plain=_("If the teacher uses a saying, they will also say what it means."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.HI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("idiom literal language"),
    ),
    Strategy(
        code="five-minutes-of-teacher-talk",
        text=_(
            "Stop after five minutes of talking and have pupils do, draw or tell a partner one thing before you go on."
        ),
        why=_("Listening is hard work, and using the words fixes them."),
        plain=_("The teacher will talk for five minutes at most before the class does something with it."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH, NeedType.SPLD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
    ),
    Strategy(
        code="command-words-taught",
        text=_(
            "Teach one exam word a week, such as 'compare' or 'evaluate', with a worked answer, and keep the list inside the front cover of the exercise book."
        ),
        why=_("Marks are lost when the question is not understood."),
        plain=_("Your child will learn what exam words such as 'compare' ask them to do."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.MLD, NeedType.HI),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TESTS,
        ordinary=True,
        also=_("exam questions"),
    ),
    Strategy(
        code="slides-two-days-before",
        text=_("Send the pupil the slides and a list of the ten main terms two days before the lesson."),
        why=_("Words seen in advance are easier to catch when they are spoken."),
        plain=_("Your child will get the slides and the main words two days before the lesson."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.SPLD, NeedType.OTH),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.HOME,
    ),
    Strategy(
        code="real-thing-shown",
        text=_(
            "Show the real object while you name it at each change of activity, such as the apron before painting or the ball before physical education."
        ),
        why=_("The object carries the meaning while the word is being learned."),
        plain=_("The teacher will show a real object, such as a ball, to tell your child what comes next."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.SLCN, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.EXPLAINING,
    ),
    Strategy(
        code="quiet-place-to-listen",
        text=_(
            "Hold small-group talk in the same quiet corner, away from the door and the sink, for ten minutes at the same time each day."
        ),
        why=_("Less noise leaves more attention for words."),
        plain=_("Your child will have ten minutes of small-group talk each day in a quiet corner."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI),
        ages=span(Age.EARLY, Age.KS1),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
    ),
    Strategy(
        code="check-the-homework-is-understood",
        text=_(
            "Ask the pupil to tell you the homework in one sentence before the bell, and write that sentence at the top of their page."
        ),
        why=_("The task that goes home is the one you meant."),
        plain=_("Before going home, your child will tell the teacher what the homework is."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS2, Age.KS4),
        kind=Kind.HOME,
        ordinary=True,
    ),
    Strategy(
        code="film-with-words",
        text=_(
            "Turn captions on for every film clip and stop it after each main point to say it again in one sentence."
        ),
        why=_("Seeing and hearing the words together makes fast speech easier to follow."),
        plain=_("Films in class will have words on the screen and will stop for the main points."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("captions subtitles"),
    ),
)
