"""Cognition and learning: skills for life."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="does-a-daily-task-alone",
        text=_("[name] will do [daily task] from start to end with picture steps and no help by hand."),
        plain=_("[name] will do [daily task] alone, with pictures to follow."),
        measure=_(
            "List the steps and tick those done alone, twice a week; all ticked in five tries shows it is met."
        ),
        baseline=_("Write down each step and the help needed now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.PD, NeedType.MLD),
        ages=span(Age.EARLY, Age.KS4),
        also=_("self-care dressing toilet toileting washing"),
    ),
    OutcomeStem(
        code="needs-less-help",
        text=_("[name] will do [activity] with [least help] in place of the help given now."),
        plain=_("[name] will need only [least help] in [activity]."),
        measure=_(
            "Write down the most help used each time for four weeks; none above the agreed step in the last ten tries shows it is met."
        ),
        baseline=_("Write down the most help [name] needs now, on three tries."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("prompting independence"),
    ),
    OutcomeStem(
        code="uses-a-skill-in-three-places",
        text=_("[name] will use [skill] at school, at home and in [third place]."),
        plain=_("[name] will use [skill] at school, at home and in [third place]."),
        measure=_("One person in each place writes down dated examples; two in each place show it is met."),
        baseline=_("Write down where and with whom [name] uses the skill now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("generalising"),
    ),
    OutcomeStem(
        code="follows-a-picture-timetable",
        text=_(
            "[name] will look at their timetable, go to the next place and begin [number] changes a day without being told."
        ),
        plain=_("[name] will use a timetable and make [number] changes a day alone."),
        measure=_(
            "Tick each change for two weeks as alone, with a point or with words; the agreed number alone on eight of ten days shows it is met."
        ),
        baseline=_("Write down how many changes are made alone on two days now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS3),
        also=_("timetable independence"),
    ),
    OutcomeStem(
        code="reads-words-for-life",
        text=_("[name] will read and act on these signs and words where they are found: [words]."),
        plain=_("[name] will read and use these words in real places: [words]."),
        measure=_(
            "On three walks, note which are read and acted on without help; all on two walks shows it is met."
        ),
        baseline=_("Write down which of the words [name] reads on cards and in place now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("reading functional"),
    ),
    OutcomeStem(
        code="works-with-classmates",
        text=_(
            "[name] will work with [classmates] on [task] for [minutes] minutes with no adult at the table."
        ),
        plain=_("[name] will work with [classmates] with no adult there."),
        measure=_(
            "Once a week note the minutes and what [name] added; the agreed time in four weeks running shows it is met."
        ),
        baseline=_("Write down how long and on what [name] works without an adult now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.PD, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("inclusion peers"),
    ),
    OutcomeStem(
        code="cooks-a-simple-meal",
        text=_("[name] will make [dish] from picture steps, safely and with no help by hand."),
        plain=_("[name] will make [dish] alone from picture steps."),
        measure=_(
            "Tick each step as alone, with a word or with help, each week; all alone or with a word three times running shows it is met."
        ),
        baseline=_("Write down which steps are done alone now and which kitchen rules are known."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("cooking"),
    ),
    OutcomeStem(
        code="travels-a-route",
        text=_(
            "[name] will travel from [start] to [end] by the agreed route, and know what to do if something goes wrong."
        ),
        plain=_("[name] will travel from [start] to [end] and know how to get help."),
        measure=_(
            "Note the help given on each part of the route; none on three trips, with two 'what if' answers right, shows it is met."
        ),
        baseline=_("Write down which parts of the route are done alone now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.MLD, NeedType.ASD, NeedType.DS, NeedType.VI),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("travel"),
    ),
    OutcomeStem(
        code="does-a-real-job",
        text=_("[name] will do the job [job] each week, be on time and say or show what they like about it."),
        plain=_("[name] will do the job [job] each week and be on time."),
        measure=_(
            "The person in charge ticks time, task and finish for eight weeks; seven full weeks shows it is met."
        ),
        baseline=_("Write down which parts of the job are done now and with what help."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("work experience"),
    ),
    OutcomeStem(
        code="joins-something-local",
        text=_(
            "[name] will go to [club or place] [number] times a term, and show or say that they enjoy it."
        ),
        plain=_("[name] will go to [club or place] and enjoy it."),
        measure=_(
            "Keep a page for each visit with who was there and [name]'s own mark; the agreed number, with four or five for each, shows it is met."
        ),
        baseline=_("Write down what [name] does outside school and home now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.PMLD, NeedType.DS, NeedType.MLD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("leisure friends"),
    ),
    OutcomeStem(
        code="looks-after-own-health",
        text=_(
            "[name] will do [health habit] as part of each day, and tell an adult when something hurts or feels wrong."
        ),
        plain=_("[name] will do [health habit] each day and say if something hurts."),
        measure=_(
            "Keep a picture chart at school and at home for four weeks; six days in seven shows it is met."
        ),
        baseline=_("Write down on which days last week it was done, and who began it."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.DS, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("hygiene relationships puberty"),
    ),
)
