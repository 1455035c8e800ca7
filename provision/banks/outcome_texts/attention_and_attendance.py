"""Social, emotional and mental health: attention, coming to school and staying with it."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="listens-to-the-main-part",
        text=_(
            "[name] will take in the main explanation in [subject] and begin work on it, moving or holding something if that helps."
        ),
        plain=_("[name] will take in what the teacher explains in [subject] and begin."),
        measure=_(
            "Ask for the main point after one explanation a day for two weeks; right on eight of ten shows it is met."
        ),
        baseline=_("Write down how many of five main points [name] gave last week."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SLCN, NeedType.HI, NeedType.SPLD),
        ages=span(Age.EARLY, Age.KS4),
        also=_("ADHD attention listening"),
    ),
    OutcomeStem(
        code="finishes-in-parts",
        text=_("[name] will finish [number] of the parts of a task in a lesson, checking each one off."),
        plain=_("[name] will finish [number] parts of a task and tick them off."),
        measure=_(
            "Keep the lists from three lessons a week for four weeks; the agreed parts ticked in ten lessons of twelve shows it is met."
        ),
        baseline=_("Write down how many parts were finished in three lessons now."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        also=_("ADHD attention completing"),
    ),
    OutcomeStem(
        code="pauses-before-acting",
        text=_(
            "[name] will use [signal or note] to keep a thought or move until the right moment in [lesson or place]."
        ),
        plain=_("[name] will use [signal or note] to wait for the right moment."),
        measure=_(
            "Count kept and unkept moments in the same lesson once a week for six weeks; twice as many kept as unkept shows it is met."
        ),
        baseline=_("Write down the count for both in two lessons now."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS4),
        also=_("ADHD impulsivity"),
    ),
    OutcomeStem(
        code="comes-to-school-more",
        text=_("[name] will come to school for [days or sessions] a week and say that they can manage it."),
        plain=_("[name] will come to school for [days or sessions] a week and feel able to."),
        measure=_(
            "Compare the register with the plan each Friday, and ask [name] for a mark from one to ten; four weeks as planned with a mark of six or more shows it is met."
        ),
        baseline=_("Write down sessions attended in each of the last four weeks and the mark [name] gives."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        also=_("attendance anxiety EBSA school refusal"),
    ),
    OutcomeStem(
        code="arrives-calmly",
        text=_(
            "[name] will come in at [time and door], part from [person], and begin [first activity] within ten minutes."
        ),
        plain=_("[name] will come in, say goodbye to [person] and start [first activity]."),
        measure=_(
            "Note the minutes from the door to the first activity each day for four weeks; ten or fewer on four days in five shows it is met."
        ),
        baseline=_("Write down the minutes on each day of this week and what happened at the door."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS4),
        also=_("arrival separation anxiety"),
    ),
    OutcomeStem(
        code="goes-to-a-hard-lesson",
        text=_(
            "[name] will be in [lesson] for the time agreed with them, knowing they can use the agreed way out."
        ),
        plain=_("[name] will be in [lesson] for the time we agreed."),
        measure=_(
            "Count the minutes in the lesson each week, and have [name] mark how it felt; the agreed time in four lessons running shows it is met."
        ),
        baseline=_("Write down minutes in the last four lessons and what made them hard."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SPLD, NeedType.HI),
        ages=span(Age.KS2, Age.POST16),
        also=_("anxiety lessons avoidance"),
    ),
    OutcomeStem(
        code="takes-a-brave-step",
        text=_("[name] will do [activity] that they have avoided, by steps they chose themselves."),
        plain=_("[name] will do [activity] by steps they choose."),
        measure=_(
            "Keep the ladder with the date of each step and a worry mark before and after; the last step done three times shows it is met."
        ),
        baseline=_("Write down what [name] does now and the worry mark for each step."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("anxiety ladder"),
    ),
    OutcomeStem(
        code="copes-in-tests",
        text=_(
            "[name] will stay in the test room for [test], try each part and use the steps for getting stuck."
        ),
        plain=_("[name] will stay for [test] and know what to do when stuck."),
        measure=_(
            "In three class tests note the minutes in the room, the questions tried and a worry mark; to the end, with each part tried, in two of the three shows it is met."
        ),
        baseline=_("Write down minutes, questions tried and the worry mark for the last test."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SPLD),
        ages=span(Age.KS2, Age.POST16),
        also=_("exams anxiety"),
    ),
    OutcomeStem(
        code="gets-through-the-corridors",
        text=_("[name] will move from lesson to lesson by [route or time] and arrive ready to work."),
        plain=_("[name] will get to lessons by [route or time], ready to work."),
        measure=_(
            "Look at arrival times over three weeks; on time and ready for nine lessons in ten shows it is met."
        ),
        baseline=_("Write down arrivals for one week now, and where it was hard."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.VI, NeedType.PD),
        ages=span(Age.KS3, Age.POST16),
        also=_("movement between lessons"),
    ),
    OutcomeStem(
        code="keeps-going-on-a-placement",
        text=_(
            "[name] will complete a placement at [place] of [days or sessions], and use the agreed plan on hard days."
        ),
        plain=_("[name] will finish a placement at [place] and have a plan for hard days."),
        measure=_(
            "Look at the placement's log once a week; all the agreed days, with the plan used on hard ones, shows it is met."
        ),
        baseline=_("Write down the longest time [name] has kept to something new, and what helped."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS4, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("work experience college"),
    ),
    OutcomeStem(
        code="separates-and-settles-to-play",
        text=_(
            "[name] will say goodbye to [person] and settle to play with [toy or friend] for [minutes] minutes."
        ),
        plain=_("[name] will say goodbye to [person] and settle to play."),
        measure=_(
            "Note the minutes to settle and the minutes of play each morning for three weeks; the agreed minutes of play on four mornings of the last five shows it is met."
        ),
        baseline=_("Write down the minutes to settle and the minutes of play for each morning this week."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SLCN, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS1),
        also=_("separation play early years"),
    ),
)
