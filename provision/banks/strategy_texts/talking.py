"""Communication and interaction: talking, other ways of telling, and being heard."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="comments-before-questions",
        text=_("During play, say four things about what the pupil is doing for each question you ask."),
        why=_("Comments offer words to copy; questions put a child on the spot."),
        plain=_("In play, the teacher will talk about what your child is doing and ask fewer questions."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS),
        ages=span(Age.EARLY, Age.KS1),
        kind=Kind.TALK,
    ),
    Strategy(
        code="say-it-back-right",
        text=_(
            "When the pupil says something with a mistake in it, say it back the usual way inside your reply and carry on talking."
        ),
        why=_("The pupil hears the pattern without being corrected."),
        plain=_(
            "The teacher will not correct your child. They will say the words back the right way and chat on."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.TALK,
        ordinary=True,
        also=_("recasting grammar"),
    ),
    Strategy(
        code="one-word-more",
        text=_(
            "Answer the pupil with their own words and one more, so that 'car' becomes 'fast car', ten times in a play session."
        ),
        why=_("A model one step ahead is the easiest to copy."),
        plain=_("When your child says 'car', the teacher will say 'fast car', adding one word each time."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS1),
        kind=Kind.TALK,
    ),
    Strategy(
        code="spoken-sentence-starters",
        text=_(
            "Put three spoken sentence starters on the table before a discussion, such as 'I agree because', and let the pupil choose one."
        ),
        why=_("The first words are the hardest to find."),
        plain=_("Your child will have three sentence starters to choose from when the class talks together."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
    ),
    Strategy(
        code="rehearse-with-a-partner",
        text=_(
            "Give everyone one minute to rehearse an answer with a partner before you ask for it in front of the class."
        ),
        why=_("A practised answer is easier and safer to say aloud."),
        plain=_("Your child will try out an answer with a partner before telling the class."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH, NeedType.DS),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
    ),
    Strategy(
        code="tell-it-in-five-pictures",
        text=_(
            "Before writing, have the pupil tell the story or event aloud from five cards: who, where, when, what happened and how it ended."
        ),
        why=_("A told story is half way to a written one."),
        plain=_("Your child will tell a story aloud from five picture cards before writing it."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.TALK,
        also=_("narrative story"),
    ),
    Strategy(
        code="sign-while-you-speak",
        text=_(
            "Sign the main words as you say them, with the signs the school has agreed, in teaching, at lunch and at play."
        ),
        why=_("Signs make spoken words visible and give another way to answer."),
        plain=_("Staff will sign the main words while they speak, so your child can see them too."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.SLCN),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        also=_("signing total communication"),
    ),
    Strategy(
        code="two-things-to-choose-from",
        text=_(
            "At snack and at play, hold out two real things, name each one, and wait for a look, reach, sign or word before you give the one chosen."
        ),
        why=_("A real choice is a reason to communicate."),
        plain=_("Your child will be offered two things and can look, reach, sign or speak to choose."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SLD, NeedType.PMLD, NeedType.DS, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.TALK,
        also=_("choices"),
    ),
    Strategy(
        code="talker-within-reach",
        text=_(
            "Keep the pupil's communication book or device switched on and within arm's reach all day, in the dinner hall and outside too."
        ),
        why=_("A voice that is put away cannot be used."),
        plain=_("Your child's talker or symbol book will be within reach all day, at lunch and outside too."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.PD, NeedType.SLD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("AAC device communication book"),
    ),
    Strategy(
        code="point-as-you-talk",
        text=_(
            "In each lesson, point to three symbols on the pupil's own board or device as you talk, and ask for nothing back."
        ),
        why=_("Symbols are learned by watching others use them."),
        plain=_("Staff will point to symbols while they talk, to show your child how to use them."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SLD, NeedType.DS, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        also=_("AAC modelling symbols"),
    ),
    Strategy(
        code="wait-out-a-stammer",
        text=_(
            "When the pupil stammers, keep listening to what they are saying until they finish, without filling in words or telling them to slow down."
        ),
        why=_("It shows that the message matters more than how it comes out."),
        plain=_("If your child stammers, staff will listen and wait. They will not finish the words."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("stammer stammering stutter fluency"),
    ),
    Strategy(
        code="agreed-way-to-answer-the-register",
        text=_(
            "Agree in private how the pupil will answer the register and take part in reading aloud, and pass it on to everyone who covers the class."
        ),
        why=_("It takes away the dread of waiting for one's turn."),
        plain=_("Your child will choose how to answer the register, and all teachers will know."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("stammer selective mutism reading aloud"),
    ),
    Strategy(
        code="chat-without-questions",
        text=_(
            "For five minutes a day, talk beside the pupil about what you are both doing, leave gaps, and accept a nod, a note or silence."
        ),
        why=_("Speech comes more easily when nobody is waiting for it."),
        plain=_("An adult will chat beside your child each day. Your child need not answer in words."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("selective mutism anxious about speaking"),
    ),
    Strategy(
        code="pair-with-a-talking-friend",
        text=_(
            "Seat the pupil beside the friend they already talk to, and give that pair the first turn at each partner task away from the front."
        ),
        why=_("Talking spreads from a safe person to a wider group."),
        plain=_("Your child will sit by a friend they feel safe to talk to."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.RELATIONSHIPS,
        also=_("selective mutism"),
    ),
    Strategy(
        code="tell-me-another-way",
        text=_(
            "When you cannot make out what the pupil said, repeat the part you caught and ask them to show, draw or spell the rest."
        ),
        why=_("It is honest and keeps the conversation going."),
        plain=_(
            "If words are not clear, staff will say what they heard and ask your child to show the rest."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS, NeedType.PD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TALK,
        ordinary=True,
        also=_("speech sounds unclear speech"),
    ),
    Strategy(
        code="news-from-home-in-pictures",
        text=_(
            "On Mondays and Thursdays, send home two photos of the pupil's day with a line each, and ask for one back."
        ),
        why=_("A picture gives both sides something to talk about."),
        plain=_("School will send home two photos each Monday and Thursday and ask you for one back."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SLD, NeedType.PMLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.HOME,
    ),
    Strategy(
        code="interview-questions-practised",
        text=_(
            "Rehearse three questions from a real interview twice a week, first with key words in view and then without."
        ),
        why=_("Practised answers leave room for nerves."),
        plain=_("Your child will practise three interview questions twice a week."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.TALK,
        also=_("work experience interview"),
    ),
    Strategy(
        code="help-card-on-the-desk",
        text=_(
            "Put a card on the desk that can be turned to 'I need help' without speaking, and go to the pupil within two minutes of seeing it."
        ),
        why=_("It makes asking possible when words will not come."),
        plain=_("Your child can ask for help by turning a card, with no need to speak."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.SEMH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TALK,
        ordinary=True,
    ),
    Strategy(
        code="voice-for-ordering-and-asking",
        text=_(
            "On each trip to a shop or café, let the pupil ask, order and pay by speech, sign or device, and stand back for one minute before you step in."
        ),
        why=_("Skills used with strangers are the ones that last."),
        plain=_("On trips, your child will order and pay in their own way. Staff will stand back."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SLD, NeedType.DS, NeedType.PD),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TALK,
        also=_("community shop cafe"),
    ),
)
