"""Sensory and physical: vision."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="print-at-the-agreed-size",
        text=_(
            "Give each text in the print size and typeface named in the pupil's vision report, made larger on the computer and not on the copier."
        ),
        why=_("A blown-up page is blurred and too big to handle."),
        plain=_("Your child's texts will be printed in the size that suits their sight."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("print size large print"),
    ),
    Strategy(
        code="own-copy-at-hand",
        text=_(
            "Give the pupil their own copy of what is on the board, on paper or on a tablet, at the moment the class sees it."
        ),
        why=_("They read along with everyone and do not wait to be told."),
        plain=_("Your child will have their own copy of what is on the board."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.DS),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("board near vision"),
    ),
    Strategy(
        code="say-what-you-write",
        text=_(
            "Say aloud each word and number as you write it, and put names and places where you would say 'here' or 'over there'."
        ),
        why=_("What is spoken does not need to be seen."),
        plain=_("The teacher will say aloud what is on the board."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.SPLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("board describe"),
    ),
    Strategy(
        code="names-before-voices",
        text=_(
            "Say your name when you come and tell the pupil when you leave, and have others say theirs before they speak."
        ),
        why=_("Faces across a room cannot be relied on."),
        plain=_("Staff and children will say who they are when they talk to your child."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("who is speaking"),
    ),
    Strategy(
        code="light-from-behind",
        text=_(
            "Ask the pupil where the light is best, seat them with windows behind or to the side, and lower blinds before glare falls on the board."
        ),
        why=_("The same eyes see more in the right light."),
        plain=_("Your child will choose a seat with good light and no glare."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("glare lighting"),
    ),
    Strategy(
        code="dark-on-light-and-uncluttered",
        text=_(
            "Use a thick dark pen on matt paper in the colour the pupil finds clearest, one picture at a time, and a plain tray in a strong colour for small objects."
        ),
        why=_("Contrast makes edges easy to find."),
        plain=_("Your child's work will use thick dark ink on the paper they see best."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("contrast"),
    ),
    Strategy(
        code="one-thing-to-look-at",
        text=_(
            "Show one item at a time on a plain ground, cover the rest of the page with card, and stay silent until the pupil has found it."
        ),
        why=_("A busy picture and a voice at once can hide everything."),
        plain=_("Your child will be shown one thing at a time and have quiet time to find it."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.SLD, NeedType.PMLD, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("CVI cerebral visual impairment"),
    ),
    Strategy(
        code="desk-slope-and-room",
        text=_(
            "Set up a sloped board and enough table for large books and equipment, at the same seat in each room."
        ),
        why=_("Bringing the page closer saves the neck and the eyes."),
        plain=_("Your child will have a sloping desk and space for their things."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.PD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("reading stand posture"),
    ),
    Strategy(
        code="everything-in-its-place",
        text=_(
            "Keep furniture, trays and bags in fixed places, push in chairs, leave doors fully open or shut, and tell the pupil before you change anything."
        ),
        why=_("A room that stays the same can be walked with confidence."),
        plain=_("The room will be kept the same. Your child will be told if things move."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("orientation mobility room layout"),
    ),
    Strategy(
        code="time-to-look",
        text=_(
            "Cut the number of questions to the ones that matter, so that the pupil can finish in the lesson in the time that looking takes."
        ),
        why=_("Looking closely is slow and tiring work."),
        plain=_("Your child will have fewer questions, so there is time to look with care."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("extra time visual fatigue"),
    ),
    Strategy(
        code="eye-breaks",
        text=_(
            "After each twenty minutes of close work, change to listening, talking or moving for five minutes."
        ),
        why=_("Tired eyes see less as the day goes on."),
        plain=_("After twenty minutes of close work, your child will rest their eyes."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("visual fatigue"),
    ),
    Strategy(
        code="real-things-before-pictures",
        text=_(
            "Before a lesson on something seen, let the pupil handle the real thing or a model for five minutes while you describe its parts."
        ),
        why=_("Hands can build the idea that eyes build for others."),
        plain=_("Your child will touch real things before the class looks at pictures of them."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PMLD),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.EXPLAINING,
        also=_("tactile concepts"),
    ),
    Strategy(
        code="braille-and-diagrams-ready",
        text=_(
            "Hand over texts and diagrams to whoever makes the braille or raised copies two weeks before the lesson, and teach from the same version."
        ),
        why=_("The pupil has the page when the class has it."),
        plain=_("Books and diagrams will be made in braille in time for the lesson."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("braille tactile diagrams"),
    ),
    Strategy(
        code="computer-skills-for-sight",
        text=_(
            "Let the pupil use the magnifier or screen reader they are learning in three lessons a week, and plan one task each time that needs it."
        ),
        why=_("Speed with one's own tools is freedom later on."),
        plain=_("Three times a week your child will use computer tools made for their sight."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("magnifier screen reader shortcuts"),
    ),
    Strategy(
        code="low-vision-aid-out-of-the-bag",
        text=_(
            "Plan one moment in each lesson when the magnifier or tablet camera is the best tool, and let anyone in the class try one."
        ),
        why=_("Aids get used when they are useful and nothing to hide."),
        plain=_("Each lesson your child will use their magnifier at least once."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("magnifier low vision aids"),
    ),
    Strategy(
        code="practical-work-with-hands-on",
        text=_(
            "In practical work, give the pupil the measuring or reading part with talking or large-scale equipment, and a partner who describes what changes."
        ),
        why=_("They do the experiment and do not just hear about it."),
        plain=_("In science your child will have tools that talk or are easy to read."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.PD, NeedType.MSI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("science DT practical"),
    ),
    Strategy(
        code="sport-with-sound-and-colour",
        text=_(
            "In sport, use a bright or sounding ball, mark edges in strong colour, walk the space first, and call names before passing."
        ),
        why=_("The pupil can follow the ball and move with confidence."),
        plain=_("In sport your child will have a bright or noisy ball and walk the space first."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("PE games"),
    ),
    Strategy(
        code="friends-found-at-break",
        text=_(
            "Agree with two friends and the pupil on a place to meet at the start of break, and have the friends call out when they arrive."
        ),
        why=_("It is hard to find people one cannot see across a yard."),
        plain=_("At break your child will have a set place to meet friends."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("playtime friendship"),
    ),
    Strategy(
        code="modified-papers-in-class-tests",
        text=_(
            "Use the modified print, braille or screen version in each class test that will be used in the exam, with the agreed minutes and breaks."
        ),
        why=_("The exam brings no new format to learn."),
        plain=_("Class tests will be in the same large print or braille as the exam."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        also=_("exams modified papers"),
    ),
    Strategy(
        code="describe-the-film",
        text=_(
            "Before a film or picture, say in three sentences who is there, where they are and what they do, or turn on audio description."
        ),
        why=_("The pictures carry as much of the story as the words."),
        plain=_("The teacher will tell your child what is in a film or picture."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("audio description video"),
    ),
    Strategy(
        code="ask-then-offer-an-arm",
        text=_(
            "Ask whether the pupil would like an arm, and let them take yours, without steering or pulling."
        ),
        why=_("The person being guided decides how to move."),
        plain=_("Staff will ask first. Your child can take their arm if they want to."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("sighted guide dignity"),
    ),
)
