"""Sensory and physical: hearing."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="face-in-the-light",
        text=_(
            "Stand still, facing the pupil with light on your face and your mouth uncovered, and stop talking while you write on the board."
        ),
        why=_("Lips, face and hands carry part of every message."),
        plain=_("The teacher will face your child and will not talk while writing on the board."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI, NeedType.SLCN),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("deaf deafness lip-reading"),
    ),
    Strategy(
        code="microphone-passed-round",
        text=_(
            "Wear the radio microphone for teaching, mute it when you speak to others, and pass it to each pupil who answers."
        ),
        why=_("It brings the voice to the ear over the noise of the room."),
        plain=_("The teacher will wear a microphone and pass it to children who speak."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("deaf radio aid microphone"),
    ),
    Strategy(
        code="listening-check-at-the-start",
        text=_(
            "At registration, go through the daily check of hearing aids, implants and radio aid that the teacher of the deaf has shown you, let the pupil do each part they can, and write down what needs mending."
        ),
        why=_("A flat battery can cost a day of lessons."),
        plain=_("Each morning staff and your child will check that hearing aids are working."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("deaf hearing aid check"),
    ),
    Strategy(
        code="repeat-what-others-say",
        text=_(
            "Point to whoever is speaking, and say again in a sentence what each pupil has said before the talk moves on."
        ),
        why=_("Voices from behind are the first to be lost."),
        plain=_("The teacher will point to who is talking and say their words again."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("deaf discussion"),
    ),
    Strategy(
        code="one-speaker-at-a-time",
        text=_(
            "In discussions, seat pupils in a horseshoe and have them hold an object while they speak, so that one voice is heard at a time."
        ),
        why=_("Everyone can see who is talking and hear the end of the sentence."),
        plain=_("In class talk, only one child will speak at a time."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("deaf discussion turn-taking"),
    ),
    Strategy(
        code="seat-to-see-everyone",
        text=_(
            "Seat the pupil to one side near the front, with the ear they hear most with towards the class, where they can see you and turn to see whoever speaks."
        ),
        why=_("Following a talk means seeing each face in turn."),
        plain=_("Your child will sit where they can see the teacher and the other children."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("deaf seating"),
    ),
    Strategy(
        code="say-it-another-way",
        text=_(
            "When the pupil has missed something, say it in other words and give the topic first, in place of saying it louder."
        ),
        why=_("Many words look alike on the lips, and another word may be clearer."),
        plain=_("If your child misses something, the teacher will say it in a new way, not louder."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("deaf rephrase"),
    ),
    Strategy(
        code="topic-written-up",
        text=_(
            "Write the topic and each change of topic on the board, with new names and terms, before you talk about them."
        ),
        why=_("Knowing the subject helps to fill in the words not heard."),
        plain=_("The teacher will write each topic and new word on the board first."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("deaf"),
    ),
    Strategy(
        code="noise-taken-out",
        text=_(
            "Close doors and windows, put felt under chair legs, switch off fans and projectors not in use, and wait for quiet before you speak."
        ),
        why=_("Hearing aids make noise louder too."),
        plain=_("The room will be kept quiet, with doors shut and soft pads under chairs."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN, NeedType.ASD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("deaf acoustics noise"),
    ),
    Strategy(
        code="look-then-listen",
        text=_(
            "Let the pupil finish looking at the picture, text or experiment before you speak or sign, and leave a pause before they must look again."
        ),
        why=_("Nobody can watch a face and a page at once."),
        plain=_("Your child will have time to look first, and then watch the teacher speak or sign."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EXPLAINING,
        also=_("deaf divided attention sign"),
    ),
    Strategy(
        code="rest-for-the-ears",
        text=_(
            "Plan two ten-minute breaks from listening each day, with a quiet task, at times the pupil chooses."
        ),
        why=_("Watching and listening closely all day uses up energy."),
        plain=_("Your child will have two quiet breaks each day to rest from listening."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("deaf listening fatigue"),
    ),
    Strategy(
        code="talk-to-me-not-my-interpreter",
        text=_(
            "Speak to the pupil and look at them when a communication support worker is signing, and leave time for the signing to finish before you ask for answers."
        ),
        why=_("The conversation belongs to the pupil."),
        plain=_("Staff will speak to your child, not to the person who is signing."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TALK,
        also=_("deaf BSL sign interpreter"),
    ),
    Strategy(
        code="class-learns-signs",
        text=_(
            "Teach the class five signs a week that the pupil has chosen, and use them in greetings and games."
        ),
        why=_("Friends matter, and friends need a shared language."),
        plain=_("The class will learn five signs each week so that all can chat with your child."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.DS, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("deaf BSL sign"),
    ),
    Strategy(
        code="what-was-overheard",
        text=_(
            "Once a day, tell the pupil what others have picked up by overhearing, such as jokes, news and changes of plan."
        ),
        why=_("Much is learned in passing, and deaf pupils miss it."),
        plain=_("Once a day staff will share news and jokes your child may not have heard."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TALK,
        also=_("deaf incidental learning"),
    ),
    Strategy(
        code="end-sounds-made-visible",
        text=_(
            "In reading and writing, underline word endings that are hard to hear, such as -s and -ed, and say why they matter in this sentence."
        ),
        why=_("Quiet endings carry meaning."),
        plain=_("The teacher will mark word endings that are hard to hear, such as -s and -ed."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.EXPLAINING,
        also=_("deaf grammar phonics word endings"),
    ),
    Strategy(
        code="script-for-listening-tests",
        text=_(
            "In class tests with recordings, read the script aloud yourself, facing the pupil, or give the agreed other task."
        ),
        why=_("The subject is tested and not the hearing."),
        plain=_("In listening tests, a person will read the words to your child."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        also=_("deaf exams live speaker"),
    ),
    Strategy(
        code="alarm-and-messages-seen",
        text=_(
            "Write each announcement on the board as it is made, name a person in each room who will tell the pupil of an alarm, and practise it once a term."
        ),
        why=_("Safety and news must not depend on hearing."),
        plain=_("Your child will be shown all messages, and a named person will tell them of alarms."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("deaf safety fire alarm tannoy"),
    ),
    Strategy(
        code="swimming-and-sport-signals",
        text=_(
            "In sport, agree on arm signals for stop, come and change, and explain the game before the aids come off or the group spreads out."
        ),
        why=_("At a distance, seeing is the only way to be told."),
        plain=_("In sport your child will get signals by hand and know the rules first."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI,),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TALK,
        also=_("deaf PE swimming"),
    ),
    Strategy(
        code="deaf-adults-met",
        text=_(
            "Once a term, bring in the life or work of a deaf adult, in person, on film or in a book, as part of an ordinary topic."
        ),
        why=_("It shows all pupils what deaf people do and become."),
        plain=_("Each term the class will meet a deaf adult in person, on film or in a book."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("deaf identity role models"),
    ),
)
