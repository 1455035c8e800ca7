"""Cognition and learning: number, memory and ways of working."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="counts-and-gives-a-number",
        text=_("[name] will count out and give [number] things when asked in play and in daily jobs."),
        plain=_("[name] will count out [number] things."),
        measure=_(
            "Ask in three settings, such as snack, play and tidying; right in each on three days shows it is met."
        ),
        baseline=_("Write down the largest number [name] counts out now without help."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.EARLY, Age.KS2),
        also=_("early number"),
    ),
    OutcomeStem(
        code="knows-number-facts",
        text=_("[name] will recall [facts] quickly enough to use them in calculations."),
        plain=_("[name] will know [facts] quickly."),
        measure=_(
            "Ask twenty mixed facts once a fortnight; eighteen within three seconds each, twice running, shows it is met."
        ),
        baseline=_("Write down how many of twenty are given within three seconds now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        also=_("dyscalculia maths times tables"),
    ),
    OutcomeStem(
        code="chooses-the-calculation",
        text=_(
            "[name] will draw or act a number problem of [number] steps, choose the calculation and say whether the answer makes sense."
        ),
        plain=_("[name] will draw a number problem, work it out and check it."),
        measure=_(
            "Give four problems every two weeks, and mark drawing, choice and check each; three of four in each shows it is met."
        ),
        baseline=_("Write down what [name] does with four such problems now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SPLD, NeedType.SLCN, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        also=_("maths word problems"),
    ),
    OutcomeStem(
        code="tells-and-uses-time",
        text=_("[name] will say how long it is until [event] and be ready when the time comes."),
        plain=_("[name] will know how long it is until [event] and be ready."),
        measure=_(
            "Ask twice a day for two weeks; right within five minutes on sixteen of twenty shows it is met."
        ),
        baseline=_("Write down how [name] knows now when something will happen."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.SPLD, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("time"),
    ),
    OutcomeStem(
        code="handles-money",
        text=_("[name] will choose, pay for and check [purchase] within a limit."),
        plain=_("[name] will choose and pay for [purchase] and check the change or slip."),
        measure=_(
            "Note choosing, paying and checking on each of five visits; all three on four visits shows it is met."
        ),
        baseline=_("Write down which of the three [name] does alone now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.DS),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("money"),
    ),
    OutcomeStem(
        code="remembers-last-weeks-learning",
        text=_("[name] will recall the main ideas of last week's lessons in [subject] without looking."),
        plain=_("[name] will remember the main ideas from last week in [subject]."),
        measure=_("Score five questions each Monday; four right in four weeks out of five shows it is met."),
        baseline=_("Write down the score on two Mondays before the work begins."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        also=_("retrieval memory"),
    ),
    OutcomeStem(
        code="holds-an-instruction-in-mind",
        text=_(
            "[name] will use [memory aid] to carry out an instruction of [number] steps in the right order."
        ),
        plain=_("[name] will use [memory aid] to do [number] steps in order."),
        measure=_(
            "Watch two tasks a week, and count the steps done without asking; every step in five tasks of six shows it is met."
        ),
        baseline=_("Write down the number of steps [name] does in order now, with and without an aid."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SLCN, NeedType.OTH),
        ages=span(Age.KS1, Age.KS4),
        also=_("working memory brain injury FASD"),
    ),
    OutcomeStem(
        code="keeps-to-task",
        text=_(
            "[name] will work on a task they understand for [minutes] minutes, using [aid to attention] by themselves."
        ),
        plain=_("[name] will work for [minutes] minutes with [aid to attention]."),
        measure=_(
            "Time one task on three days a week for three weeks; a middle figure at or above the agreed minutes shows it is met."
        ),
        baseline=_("Write down the middle of three timings now, with the subject and time of day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SEMH, NeedType.SPLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS4),
        also=_("attention ADHD fidget movement break"),
    ),
    OutcomeStem(
        code="brings-what-is-needed",
        text=_("[name] will arrive at [lesson] with what is needed, using their own list."),
        plain=_("[name] will come to [lesson] with the right things."),
        measure=_("The teacher ticks each lesson for three weeks; nine in ten lessons shows it is met."),
        baseline=_("Write down how many of the last ten lessons began with everything there."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.ASD, NeedType.SEMH, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("organisation"),
    ),
    OutcomeStem(
        code="hands-work-in-on-time",
        text=_("[name] will split a long task in [subject] into dated parts and finish each by its date."),
        plain=_("[name] will split long work in [subject] into parts and finish each on time."),
        measure=_(
            "Compare dates planned and dates done for two tasks; four of five parts on time shows it is met."
        ),
        baseline=_("Write down what was handed in, and when, for the last two long tasks."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.SEMH, NeedType.MLD, NeedType.OTH, NeedType.ASD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("deadlines organisation homework coursework planner"),
    ),
    OutcomeStem(
        code="revises-by-testing-themselves",
        text=_(
            "[name] will make question cards in [subject] and use them [number] times a week, moving known ones to a later box."
        ),
        plain=_("[name] will make question cards in [subject] and use them [number] times a week."),
        measure=_(
            "Look at the boxes once a week and ask ten cards; eight known after six weeks shows it is met."
        ),
        baseline=_("Write down how [name] revises now and the score on ten questions."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("revision exams"),
    ),
    OutcomeStem(
        code="uses-exam-arrangements-well",
        text=_("[name] will use [arrangement] in tests by their own choice and say how it helped."),
        plain=_("[name] will use [arrangement] in tests and know how it helps."),
        measure=_(
            "Keep three test papers with what was used marked on them, and one line from [name] on each; used by choice in each, with a reason, shows it is met."
        ),
        baseline=_(
            "Write down what [name] used in the last test and the number of questions left unanswered."
        ),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.PD, NeedType.VI, NeedType.HI, NeedType.SEMH, NeedType.OTH),
        ages=span(Age.KS4, Age.POST16),
        also=_("access arrangements exams extra time scribe reader rest breaks"),
    ),
    OutcomeStem(
        code="explains-own-way-of-learning",
        text=_(
            "[name] will name [number] strengths and two tools that help them learn, and ask for one of them in [subject]."
        ),
        plain=_("[name] will know [number] strengths and ask for what helps in [subject]."),
        measure=_(
            "Two teachers write down what [name] told or asked them this half-term; a strength and a tool named to each shows it is met."
        ),
        baseline=_("Write down what [name] says now about how they learn."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SEMH, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("metacognition identity"),
    ),
    OutcomeStem(
        code="has-a-plan-for-after-school",
        text=_(
            "[name] will name [number] kinds of work or study they want to try, and what each asks for, after seeing them."
        ),
        plain=_("[name] will know [number] kinds of work or study to try after school."),
        measure=_(
            "[name] keeps a page for each place visited with a like, a dislike and one thing needed; a full page for each of the agreed number and a first choice show it is met."
        ),
        baseline=_("Write down what [name] says now about life after school and what they have seen."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SPLD, NeedType.SLD, NeedType.DS, NeedType.SEMH),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("college careers"),
    ),
)
