"""Communication and interaction: change, time with others, and speaking up."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="copes-when-plans-change",
        text=_("[name] will use [way of coping] when the day changes, and go on with what comes next."),
        plain=_("[name] will use [way of coping] when plans change."),
        measure=_(
            "Note each change for four weeks, what [name] used and how long until they joined in again; half the time it took at first shows it is met."
        ),
        baseline=_("Write down the last three changes, what [name] did and how many minutes it took."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        also=_("change flexibility"),
    ),
    OutcomeStem(
        code="moves-on-when-time-is-up",
        text=_(
            "[name] will move from [activity] to the next thing after a warning, with the now and next board."
        ),
        plain=_("[name] will stop [activity] and start the next thing after a warning."),
        measure=_("Count the moves made within three minutes out of ten in a week; eight shows it is met."),
        baseline=_(
            "Write down how many of ten moves are made within three minutes now, and which are hardest."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLD, NeedType.SLCN, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        also=_("transitions"),
    ),
    OutcomeStem(
        code="leaves-before-overload",
        text=_(
            "[name] will notice the signs of [feeling or overload] and go to [quiet place] before it is too much."
        ),
        plain=_("[name] will go to [quiet place] before things get too much."),
        measure=_(
            "Keep a card with the date, who decided and how [name] was on coming back; eight times in ten by [name]'s own decision shows it is met."
        ),
        baseline=_("Write down how many times in two weeks [name] left, and who decided."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.SLCN, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        also=_("overload self-advocacy"),
    ),
    OutcomeStem(
        code="says-what-bothers-their-senses",
        text=_(
            "[name] will show or say which sounds, lights, smells or touch are hard in [place], and take or ask for what helps."
        ),
        plain=_("[name] will show what is hard to bear in [place] and use what helps."),
        measure=_(
            "Note each time for three weeks what [name] showed and used; without a reminder on four days of the last five shows it is met."
        ),
        baseline=_("Write down what bothers [name] now and how adults find out."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.MSI, NeedType.SLD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        also=_("sensory noise"),
    ),
    OutcomeStem(
        code="plays-with-another-child",
        text=_(
            "[name] will enjoy playing [game] with [friend], in a way both have chosen, for [minutes] minutes."
        ),
        plain=_("[name] will enjoy playing [game] with [friend]."),
        measure=_(
            "Watch one playtime a week: note how long they play, who began and whether both want to go on; the agreed time, with both wanting more, three weeks running shows it is met."
        ),
        baseline=_("Write down how long and how [name] plays with others now, and what they like."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.SLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        also=_("play friendship social skills"),
    ),
    OutcomeStem(
        code="has-a-friend-to-be-with",
        text=_(
            "[name] will have someone they like to be with at [time of day] and will say that they feel they belong."
        ),
        plain=_("[name] will have someone to be with at [time of day]."),
        measure=_(
            "Ask [name] once a fortnight who they were with and to mark from one to five how it felt; four or five in three reports shows it is met."
        ),
        baseline=_("Write down whom [name] is with at break now and the mark they give."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.SLCN, NeedType.HI, NeedType.VI),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("friendship loneliness"),
    ),
    OutcomeStem(
        code="does-a-job-in-a-group",
        text=_(
            "[name] will do their agreed job in a group of [number] for the length of the task in [subject]."
        ),
        plain=_("[name] will do a job in a group of [number] in [subject]."),
        measure=_(
            "The group and the teacher each tick whether the job was done; five tasks out of six shows it is met."
        ),
        baseline=_("Write down the largest group and the longest time [name] has worked in this month."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.SEMH, NeedType.DS),
        ages=span(Age.KS1, Age.POST16),
        also=_("group work social skills"),
    ),
    OutcomeStem(
        code="sorts-out-a-misunderstanding",
        text=_(
            "[name] will say what they meant, ask what the other person meant and agree on a next step after a misunderstanding with [person]."
        ),
        plain=_("[name] will talk a mix-up through with [person] and agree what to do next."),
        measure=_(
            "Keep the drawings or notes of four talks, and look for both sides and a next step in each; both sides and a step in three of them show it is met."
        ),
        baseline=_("Write down what happened after the last two misunderstandings and how long they lasted."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.SEMH),
        ages=span(Age.KS2, Age.POST16),
        also=_("friendship perspective"),
    ),
    OutcomeStem(
        code="starts-work-on-their-own",
        text=_(
            "[name] will start a task in [subject] from a written or picture list without an adult beside them."
        ),
        plain=_("[name] will start work in [subject] with a list and no adult near."),
        measure=_("Time the start of two tasks a week; within two minutes on six of eight shows it is met."),
        baseline=_("Write down how long [name] takes to start now and what help was given."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.MLD, NeedType.SPLD, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        also=_("independence executive function planner"),
    ),
    OutcomeStem(
        code="settles-in-a-new-place",
        text=_(
            "[name] will find or greet the people and places of [new class or school] and say or show that they feel safe there."
        ),
        plain=_("[name] will know and feel safe in [new class or school]."),
        measure=_(
            "After four weeks look for five places found, three people named or greeted, and a mark of four out of five for feeling safe; all three show it is met."
        ),
        baseline=_("Write down what [name] knows of the new place now and what worries them."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.SLD, NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("transition new school visit"),
    ),
    OutcomeStem(
        code="speaks-up-about-what-helps",
        text=_(
            "[name] will tell a new adult in [lesson or place] two things that help them and one that does not, in speech, sign, symbols or writing."
        ),
        plain=_("[name] will tell new adults in [lesson or place] what helps and what does not."),
        measure=_(
            "Three adults who are new to [name] write down what they were told; all three points from two of them show it is met."
        ),
        baseline=_("Write down what [name] tells adults now about what helps."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.HI, NeedType.VI, NeedType.PD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("self-advocacy"),
    ),
    OutcomeStem(
        code="talks-at-work-or-interview",
        text=_(
            "[name] will answer and ask [number] questions about work with someone they do not know, in the way they communicate best."
        ),
        plain=_("[name] will answer and ask [number] questions with someone from work."),
        measure=_(
            "The visitor fills in a list of the questions answered and asked after each of two meetings; the agreed number of each in the second meeting shows it is met."
        ),
        baseline=_("Write down what [name] can say now about themselves and the work they want."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.MLD, NeedType.SEMH),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("interview work"),
    ),
    OutcomeStem(
        code="orders-and-asks-in-the-community",
        text=_(
            "[name] will ask, order or pay at [place] by speech, sign or device, with an adult out of sight."
        ),
        plain=_("[name] will ask or pay at [place] without an adult near by."),
        measure=_("Note the help given on each of five visits; none on the last three shows it is met."),
        baseline=_(
            "Write down what happens at the counter now: which words or signs [name] uses, and where an adult steps in."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SLD, NeedType.ASD, NeedType.DS, NeedType.PD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("shop café"),
    ),
    OutcomeStem(
        code="stays-safe-online-and-with-others",
        text=_(
            "[name] will tell apart safe and unsafe messages from [kind of contact] and show an adult one they are not sure of."
        ),
        plain=_("[name] will spot unsafe messages from [kind of contact] and show an adult."),
        measure=_(
            "Sort ten examples once a month with reasons; nine right twice running, and a real one shown, shows it is met."
        ),
        baseline=_("Write down how many of ten examples [name] sorts now, and whom they would tell."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.MLD, NeedType.SLD),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("online safety relationships"),
    ),
)
