"""Sensory and physical: movement, energy and health at school."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="feet-flat-back-held",
        text=_(
            "At the start of each lesson look whether a pupil in an ordinary chair has feet flat, hips back and elbows on the table, and swap the chair or add a foot block where they have not."
        ),
        why=_("A steady body frees the hands."),
        plain=_("Your child's chair will fit, with feet flat and arms on the table."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("posture seating dyspraxia DCD"),
    ),
    Strategy(
        code="paper-that-does-not-slide",
        text=_(
            "Put a non-slip mat under the paper and plate, clip pages to a board, and offer a thick pen and a ruler with a handle."
        ),
        why=_("Two hands are not needed to hold things still."),
        plain=_("Your child will have a mat that stops paper and plates from sliding."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.EQUIPMENT,
        also=_("handwriting fine motor dyspraxia DCD cutlery eating"),
    ),
    Strategy(
        code="hands-warmed-up",
        text=_(
            "Do two minutes of squeezing, pressing and finger-tapping with the class before each writing task."
        ),
        why=_("Ready hands tire more slowly."),
        plain=_("The class will warm up their hands before writing."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.SPLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("handwriting fine motor dyspraxia DCD"),
    ),
    Strategy(
        code="another-way-for-the-hand",
        text=_(
            "Agree on what is to be written by hand in each subject, such as labels and sums, and let the rest be typed, spoken or matched."
        ),
        why=_("Energy goes where it counts."),
        plain=_("Your child will write a little by hand and type or speak the rest."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.SPLD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        also=_("recording handwriting dyspraxia DCD"),
    ),
    Strategy(
        code="clear-way-through",
        text=_(
            "Keep every aisle one wheelchair wide, bags under desks, and the pupil's own things between knee and shoulder height."
        ),
        why=_("They can reach and fetch for themselves."),
        plain=_("Paths in class will be clear, and your child's things will be easy to reach."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("wheelchair walker layout"),
    ),
    Strategy(
        code="place-among-friends",
        text=_(
            "Choose the pupil's place first when you set out the room, among classmates and with a table at the right height, not at the end of a row."
        ),
        why=_("Where one sits decides whom one talks to."),
        plain=_("Your child will have a good place in the middle of friends."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("inclusion seating wheelchair"),
    ),
    Strategy(
        code="energy-spent-well",
        text=_(
            "Look at the day's timetable with the pupil each morning, mark where energy is needed most, and put a ten-minute rest before it."
        ),
        why=_("Energy that is planned lasts the day."),
        plain=_("Each morning your child will plan when to rest and when to work hard."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.OTH, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("fatigue rest energy medical"),
    ),
    Strategy(
        code="ask-before-you-help",
        text=_(
            "Ask the pupil whether they want help and with what, and wait for the answer before you do anything for them."
        ),
        why=_("Help that was asked for leaves the pupil in charge."),
        plain=_("Staff will ask your child before they help."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.MSI, NeedType.DS, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("independence dignity"),
    ),
    Strategy(
        code="speak-at-eye-level",
        text=_(
            "Sit or crouch so that your eyes are level with those of a pupil who is seated, and talk to them and not to the adult beside them."
        ),
        why=_("Level eyes make an equal conversation."),
        plain=_("Staff will sit down to talk with your child, face to face."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("wheelchair dignity"),
    ),
    Strategy(
        code="time-for-the-body-in-the-timetable",
        text=_(
            "Fit the exercises or standing time from the physiotherapist's written plan into a lesson where the pupil can join in at the same time."
        ),
        why=_("Therapy does not have to cost learning or friends."),
        plain=_("Your child's exercises will fit into lessons, so they miss less."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.OTH, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("physiotherapy standing programme"),
    ),
    Strategy(
        code="part-for-everyone-in-sport",
        text=_(
            "Plan each sport lesson with one change of space, task, equipment or people that puts the pupil inside the game."
        ),
        why=_("Being the scorer every week is not taking part."),
        plain=_("In sport the game will be changed so that your child plays too."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.OTH, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("PE adapted"),
    ),
    Strategy(
        code="changing-made-easy",
        text=_(
            "Let the pupil come in sport kit on sport days or start to change five minutes early, in a quiet space, with clothes laid out in order."
        ),
        why=_("There is time to do it alone and still be ready."),
        plain=_("Your child can wear kit to school or start to change early."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SPLD, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.ROUTINES,
        also=_("dressing PE self-care dyspraxia DCD"),
    ),
    Strategy(
        code="trip-checked-first",
        text=_(
            "Ring the place before you book a trip, check steps, toilets, rest places and transport, and plan the day with the pupil."
        ),
        why=_("Plans made first do not leave anyone behind."),
        plain=_("Trips will be planned with your child so that they can join in all of it."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.HI, NeedType.MSI, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("school trip visit risk"),
    ),
    Strategy(
        code="switch-mouse-or-eyes",
        text=_(
            "Set up the pupil's own switch, mouse or eye control before the lesson, and plan one task in it that can be answered with that control."
        ),
        why=_("The pupil answers in the lesson itself, along with everyone."),
        plain=_("Your child's switch or eye control will be set up for each lesson."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.PMLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("switch eye gaze computer"),
    ),
    Strategy(
        code="scribe-who-does-not-think",
        text=_(
            "Practise with the pupil and a scribe once a week: they say each word and mark of punctuation, the scribe writes that and nothing more."
        ),
        why=_("Working with a scribe is a skill to be learned before the exam."),
        plain=_("Each week your child will practise telling a helper just what to write."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.SPLD, NeedType.VI, NeedType.OTH),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.TESTS,
        also=_("scribe access arrangements exams"),
    ),
    Strategy(
        code="medical-absence-without-loss",
        text=_(
            "Before planned treatment, agree with the pupil and the parents on one person who sends work, how much, and when it may be left."
        ),
        why=_("It takes pressure off while the pupil is ill and keeps the gap small."),
        plain=_("One person will send work when your child is ill, and will say when it can wait."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.HOME,
        also=_("medical hospital absence"),
    ),
    Strategy(
        code="quiet-exit-for-health-needs",
        text=_(
            "Give the pupil a pass to leave for the toilet, water, food or the medical room at once and without giving a reason."
        ),
        why=_("Health needs do not wait for a hand to be seen."),
        plain=_("Your child can leave class for health needs and will not be asked why."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("medical toilet pass epilepsy diabetes"),
    ),
    Strategy(
        code="not-known-yet-look-first",
        text=_(
            "For one week, note at three set times each day what the pupil was doing, with whom, and what went well, and plan from what helped."
        ),
        why=_("Support can start before a need has a name."),
        plain=_("For a week staff will note what goes well for your child, and do more of it."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH,),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("new need observation unclear"),
    ),
    Strategy(
        code="ask-the-expert",
        text=_(
            "Each half-term, ask the pupil for ten minutes what helps in each lesson, what does not, and what one teacher does that all should do."
        ),
        why=_("The pupil is the person who knows most about it."),
        plain=_("Each half-term your child will be asked what helps and what does not."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("pupil voice"),
    ),
    Strategy(
        code="sudden-tiredness-plan",
        text=_(
            "Mark the main third of each task with a star, so that on a day with little energy the pupil does that part and it counts as done."
        ),
        why=_("A hard day still ends with something finished."),
        plain=_("On tired days your child will do the starred part, and that is enough."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("fatigue long-term condition"),
    ),
)
