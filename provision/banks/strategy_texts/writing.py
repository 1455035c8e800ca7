"""Cognition and learning: spelling, writing and other ways to show what one knows."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="page-with-room",
        text=_(
            "Print in a plain typeface of at least 12 point on matt paper, lines well spaced, with one task under each heading."
        ),
        why=_("A clear page takes less effort to find one's way in."),
        plain=_("Worksheets will have clear print, more space and one task at a time."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.VI, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("dyslexia layout font"),
    ),
    Strategy(
        code="spelling-by-sound-and-part",
        text=_(
            "Teach four spellings a week by saying the word, splitting it into sounds or parts, marking the tricky letter and writing it from memory on four different days."
        ),
        why=_("It ties the sounds to the letters instead of relying on the look of the word."),
        plain=_("Your child will learn four spellings a week by sounds and parts, a little each day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TASK,
        also=_("dyslexia spelling"),
    ),
    Strategy(
        code="subject-word-mat",
        text=_(
            "Lay a mat with the topic's twelve words and small pictures on the desk in every writing task."
        ),
        why=_("Effort goes into ideas instead of spelling."),
        plain=_("Your child will have a mat with the topic words while writing."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SLCN, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("spelling vocabulary"),
    ),
    Strategy(
        code="ideas-first-spelling-later",
        text=_(
            "In first drafts, mark ideas only, and then choose two spellings to correct together in a second reading."
        ),
        why=_("Pupils use richer words when mistakes do not cost them."),
        plain=_("The teacher will look at ideas first and then pick two spellings to fix."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.SEMH, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("dyslexia writing marking"),
    ),
    Strategy(
        code="say-write-check",
        text=_(
            "Have the pupil say a sentence aloud, count its words on their fingers, write it and read it back with a finger under each word."
        ),
        why=_("The sentence is held while the hand catches up."),
        plain=_("Your child will say each sentence, count the words, write it and read it back."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLCN),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.TASK,
        ordinary=True,
        also=_("sentence writing dictation"),
    ),
    Strategy(
        code="paragraph-frame",
        text=_(
            "Give a frame with a first line for each paragraph and three boxes for ideas, and take one part of the frame away every two weeks."
        ),
        why=_("A blank page is replaced by a next step, then by a habit."),
        plain=_("Your child will have a frame to plan writing. It will shrink as they get used to it."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.MLD, NeedType.SLCN),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("writing frame planning scaffolding"),
    ),
    Strategy(
        code="speak-it-onto-the-page",
        text=_(
            "Teach the pupil to speak their first draft into a computer in ten-minute sessions, three times a week, and then to edit it by hand."
        ),
        why=_("Good ideas are not limited by handwriting or spelling."),
        plain=_("Your child will learn to speak their writing into a computer and then fix it."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("dictation speech to text scribe"),
    ),
    Strategy(
        code="typing-ten-minutes",
        text=_(
            "Set ten minutes of touch-typing practice each day, and let the pupil type in one subject once they type faster than they write."
        ),
        why=_("Typing becomes a tool only when it is quicker than the pen."),
        plain=_("Your child will practise typing for ten minutes each day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.PD, NeedType.VI, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("keyboard touch typing"),
    ),
    Strategy(
        code="nothing-copied-from-the-board",
        text=_("Hand out notes with gaps for the eight main words in place of copying from the board."),
        why=_("Copying takes the time in which the pupil could be thinking."),
        plain=_("Your child will get printed notes with gaps, not copy from the board."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.VI, NeedType.PD, NeedType.DS, NeedType.HI),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("dyslexia copying"),
    ),
    Strategy(
        code="photo-of-the-board",
        text=_(
            "Let pupils photograph the board and the homework with a school tablet at the end of the lesson."
        ),
        why=_("Nothing is lost between the classroom and home."),
        plain=_("Your child can take a photo of the board at the end of the lesson."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.OTH, NeedType.VI),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("dyslexia notes homework"),
    ),
    Strategy(
        code="answer-another-way",
        text=_(
            "Offer three ways to show learning in each topic, such as talking, a labelled drawing or a short film, and mark all three by the same list."
        ),
        why=_("The subject is assessed, not the handwriting."),
        plain=_("Your child can show what they know by talking, drawing or filming."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.PD, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("recording alternatives"),
    ),
    Strategy(
        code="half-the-lines-all-the-thinking",
        text=_(
            "Set homework by time, fifteen or thirty minutes, and let a parent sign where the pupil stopped."
        ),
        why=_("It gives everyone the same evening, whatever their speed."),
        plain=_("Homework will stop after a set time. You can sign where your child stopped."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.HOME,
        ordinary=True,
        also=_("homework"),
    ),
    Strategy(
        code="rest-and-time-in-tests",
        text=_(
            "In each class test, let the pupil take the agreed rest breaks or added minutes, and have them change pen colour when the class time ends."
        ),
        why=_("It shows what the time is used for and makes it the usual way of working."),
        plain=_("In tests your child will have the agreed breaks or extra minutes."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.SEMH, NeedType.PD, NeedType.OTH, NeedType.VI, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        also=_("extra time rest breaks access arrangements exams"),
    ),
    Strategy(
        code="notes-shared-after-lectures",
        text=_(
            "Record the main explanation of each lesson in five minutes of sound or one page of notes, and share it the same day."
        ),
        why=_("The pupil can listen first and write later."),
        plain=_("Each day your child will get a short recording or page of notes from the lesson."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.HI, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("note taking lectures"),
    ),
)
