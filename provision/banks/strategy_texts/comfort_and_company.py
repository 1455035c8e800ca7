"""Communication and interaction: comfort in busy places, and time with others."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="interest-in-the-work",
        text=_(
            "Build the pupil's strong interest into one task a day, as the topic, the example or the way of showing what they know."
        ),
        why=_("Interest holds attention and shows what the pupil knows best."),
        plain=_("One task a day will use something your child loves."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
    ),
    Strategy(
        code="seat-chosen-with-the-pupil",
        text=_(
            "Walk round the empty room with the pupil, let them choose the seat that feels best for noise, light and people, and keep it on every seating plan."
        ),
        why=_("Comfort in the room comes before attention to the lesson."),
        plain=_("Your child will help choose their seat, and it will stay theirs."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.VI, NeedType.SEMH, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("sensory seating"),
    ),
    Strategy(
        code="sensory-walk",
        text=_(
            "Walk through the classroom and hall with the pupil once a term, note the sounds, lights and smells that bother them, and change two of them that week."
        ),
        why=_("Small changes to a room can end a daily strain."),
        plain=_(
            "Your child will show staff which sounds, lights or smells bother them. Two will be changed."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.MSI, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("sensory noise light smell"),
    ),
    Strategy(
        code="ear-defenders-by-choice",
        text=_(
            "Keep ear defenders on a hook that the pupil can reach, and let them decide when to wear them and when to take them off."
        ),
        why=_("Control over sound is as calming as less sound."),
        plain=_("Your child can take ear defenders when it is too loud."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.OTH),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.EQUIPMENT,
        also=_("sensory noise"),
    ),
    Strategy(
        code="quiet-place-before-it-is-too-much",
        text=_(
            "Agree on one quiet place where an adult can see the pupil and a card for going there, and let them go for five minutes before things become too much, with no questions asked."
        ),
        why=_("Leaving early prevents distress and keeps the day going."),
        plain=_("Your child can show a card and go to a quiet place for five minutes."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("overload calm space"),
    ),
    Strategy(
        code="movement-is-fine",
        text=_(
            "Let the pupil rock, hum softly, pace at the back or hold a small object while they listen, and explain to the class that people listen in different ways."
        ),
        why=_("Movement can be how a body stays calm and attends."),
        plain=_("Your child may move or hold something small while listening."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("stimming fidgeting"),
    ),
    Strategy(
        code="no-need-to-look-at-me",
        text=_("Judge listening by what the pupil does next, and never ask them to look at you."),
        why=_("Looking and listening at once can be too much."),
        plain=_("Your child does not have to look at the teacher to show they are listening."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("eye contact"),
    ),
    Strategy(
        code="named-job-in-the-group",
        text=_(
            "Give each person in a group a named job on a card, with the words to use, and begin with a group of two."
        ),
        why=_("The unwritten part of group work is written down."),
        plain=_("In group work your child will have a clear job and will start with one partner."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.DS),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("group work"),
    ),
    Strategy(
        code="way-to-join-a-game",
        text=_(
            "Teach two ways to join a game, such as bringing a ball or asking for a job in it, practise them with one willing friend, and stay close for the first five minutes of play."
        ),
        why=_("Joining is the hardest step in playing together."),
        plain=_("Your child will practise two ways to join a game, with a friend and an adult near by."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.RELATIONSHIPS,
        also=_("play friends"),
    ),
    Strategy(
        code="break-with-a-plan",
        text=_(
            "Before each break, let the pupil choose one of three things to do and one place to be, and let the adult on duty know which."
        ),
        why=_("Free time has no timetable unless we make one."),
        plain=_("Before break, your child will choose what to do and where to be."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.VI, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("lunchtime unstructured time bullying"),
    ),
    Strategy(
        code="club-around-an-interest",
        text=_(
            "Open a lunchtime club twice a week around an interest the pupil shares with others, and give them a job in running it."
        ),
        why=_("Friendship grows from doing the same thing side by side."),
        plain=_("Your child can join a lunch club about something they love."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("friendship lunchtime"),
    ),
    Strategy(
        code="both-sides-drawn-out",
        text=_(
            "After a misunderstanding, draw it with the pupil as stick figures: what each person said, what each may have thought, and what they could say next."
        ),
        why=_("Both points of view become visible, and neither one is the wrong way to be."),
        plain=_("After an upset, your child will draw what each person said and thought."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.SLCN),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("misunderstanding friendship"),
    ),
    Strategy(
        code="classmates-understand",
        text=_(
            "If the pupil and their parents agree, teach one lesson a year on different ways of thinking and talking, with the pupil deciding what is said about them."
        ),
        why=_("Getting on together is a task for everyone, not for one pupil."),
        plain=_(
            "If you both agree, the class will learn about ways people differ. Your child decides what is said."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.HI, NeedType.OTH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("difference awareness"),
    ),
    Strategy(
        code="messages-sorted-with-reasons",
        text=_(
            "Once a half-term, sort ten printed messages with the pupil into safe, unsafe and not sure, say why for each, and practise showing an adult one they are not sure of."
        ),
        why=_("Harm hides in words that look friendly, and showing someone is a habit."),
        plain=_("Your child will learn which messages are safe and when to show one to an adult."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.MLD, NeedType.SLD, NeedType.DS),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("online safety exploitation relationships"),
    ),
    Strategy(
        code="quiet-after-school",
        text=_(
            "Ask the parents how the pupil is on getting home, and move one demanding part of the day, such as homework, for two weeks to see what changes."
        ),
        why=_("A calm day at school can use up all the strength there was."),
        plain=_("School will ask how your child is at home time and make one part of the day easier."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.HOME,
        also=_("masking tiredness home"),
    ),
)
