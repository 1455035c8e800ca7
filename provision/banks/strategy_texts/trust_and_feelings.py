"""Social, emotional and mental health: trust, feelings and hard moments."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="greeted-by-name-at-the-door",
        text=_(
            "Stand at the door, greet each pupil by name with one friendly sentence, and start the lesson with a task already on the desk."
        ),
        why=_("The first minute tells a pupil whether they are welcome."),
        plain=_("The teacher will greet your child by name at the door of each lesson."),
        area=BroadArea.SEMH,
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("relationship welcome"),
    ),
    Strategy(
        code="two-minute-talk-each-day",
        text=_(
            "For two weeks, spend two minutes a day talking with the pupil about anything but work or behaviour, and let them choose the subject."
        ),
        why=_("Trust is built before it is needed."),
        plain=_("Each day an adult will chat with your child for two minutes about things they like."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("attachment trusted adult"),
    ),
    Strategy(
        code="morning-check-in",
        text=_(
            "Have one named adult meet the pupil for five minutes before registration to ask how they are, go through the day and choose one thing to look forward to."
        ),
        why=_("A worry shared early does not have to grow all day."),
        plain=_("A named adult will meet your child each morning to talk about the day."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("anxiety check in trusted adult bullying"),
    ),
    Strategy(
        code="feelings-on-a-scale",
        text=_(
            "Have the pupil point to a number or colour for how they feel at the start of the day and after lunch, without having to explain it."
        ),
        why=_("A signal is easier to give than a speech."),
        plain=_("Twice a day your child will point to a colour that shows how they feel."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TALK,
        also=_("emotions check in"),
    ),
    Strategy(
        code="name-the-feeling",
        text=_(
            "When you see a feeling, name it as a guess and give the reason you see, such as 'I wonder if you are cross because it was your turn'."
        ),
        why=_("Feelings that have a name are easier to handle."),
        plain=_("Staff will put words to feelings, such as 'I wonder if you feel cross'."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SLCN, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.TALK,
        ordinary=True,
        also=_("emotions vocabulary co-regulation"),
    ),
    Strategy(
        code="few-words-low-voice",
        text=_(
            "When the pupil is upset, step to the side, lower your voice, use five words or fewer, and give them a minute and space before you speak again."
        ),
        why=_("Many words are hard to take in when one is upset."),
        plain=_("If your child is upset, staff will use few words, a soft voice and give space."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("de-escalation calm anger behaviour"),
    ),
    Strategy(
        code="plan-for-hard-moments",
        text=_(
            "Write one page with the pupil: what sets me off, how you can tell, what helps, what makes it worse, and give it to each adult who teaches them."
        ),
        why=_("All adults act in the same way, and the pupil has had a say."),
        plain=_("Your child will help write a page on what upsets them and what helps."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("regulation plan triggers"),
    ),
    Strategy(
        code="what-came-just-before",
        text=_(
            "After each upset, write one line on what came just before, what the pupil may have been telling you and what helped, and look for a pattern after the fifth."
        ),
        why=_("Behaviour says something, and the pattern shows what to change."),
        plain=_("After an upset staff will note what came before it, to find out what to change."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLD, NeedType.SLCN),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("behaviour communication triggers ABC"),
    ),
    Strategy(
        code="repair-after-conflict",
        text=_(
            "Later the same day, when everyone is calm, ask each person what happened, who was affected and what would put it right, and do one of those things."
        ),
        why=_("Relationships are mended, and pupils learn how to mend them."),
        plain=_("After a fall-out, your child will talk it through and help to put things right."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("restorative"),
    ),
    Strategy(
        code="fresh-start-each-lesson",
        text=_(
            "Begin the next lesson after a hard one with a friendly word and a task you know the pupil can do."
        ),
        why=_("It shows that the last lesson is over."),
        plain=_("Each lesson will be a fresh start with a task your child can do."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH,),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("relationship"),
    ),
    Strategy(
        code="praise-that-says-what",
        text=_(
            "Five times a lesson, tell pupils quietly what they did and what it led to, such as 'you checked the plan, and now it works'."
        ),
        why=_("Exact words show what to do again."),
        plain=_("The teacher will tell your child just what went well."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.MLD, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("praise self-esteem"),
    ),
    Strategy(
        code="quiet-word-not-public",
        text=_(
            "When something needs to change, go to the pupil, say it quietly beside them in one sentence, and walk away while they do it."
        ),
        why=_("Nobody is shamed in front of friends."),
        plain=_("If something needs to change, the teacher will say it quietly to your child."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("correction dignity"),
    ),
    Strategy(
        code="two-real-choices",
        text=_(
            "Offer two ways to do the same task, such as pen or laptop, here or at the side table, and accept either."
        ),
        why=_("Having a say makes hard things possible."),
        plain=_("Your child will have two ways to do a task and can pick one."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        ordinary=True,
        also=_("control choices anxiety demand PDA avoidance"),
    ),
    Strategy(
        code="touch-only-when-asked",
        text=_(
            "Ask before you touch the pupil or come up behind them, and stand where they can see you and the door."
        ),
        why=_("People who have felt unsafe need to know what is about to happen."),
        plain=_("Staff will ask before they touch your child or come close."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("trauma safety"),
    ),
    Strategy(
        code="absence-of-an-adult-explained",
        text=_(
            "When a trusted adult will be away, tell the pupil who will take their place, and leave a note from that adult saying when they will be back."
        ),
        why=_("It shows that being away is not the same as being gone."),
        plain=_("If a trusted adult is away, your child will know who is there and when they will be back."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("attachment change of staff"),
    ),
    Strategy(
        code="kept-in-mind",
        text=_(
            "Once a week, tell the pupil about something that made you think of them, or give them a small thing to look after until Monday."
        ),
        why=_("Being remembered is the beginning of feeling safe."),
        plain=_("Each week staff will show your child that they were thought of."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.RELATIONSHIPS,
        also=_("attachment belonging looked after adoption trauma"),
    ),
    Strategy(
        code="planned-goodbye",
        text=_(
            "Mark the end of a group, a year or a placement with a date four weeks ahead, a last session and something to take away."
        ),
        why=_("Endings that are planned hurt less and close well."),
        plain=_("Your child will know weeks ahead when a group or year ends and will say goodbye."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("endings transition"),
    ),
    Strategy(
        code="worry-time",
        text=_(
            "Give the pupil a box or page for worries and ten minutes at a fixed time each day with an adult to look at them and choose one step."
        ),
        why=_("Worries have a place and do not need the whole day."),
        plain=_("Your child can write worries down and look at them with an adult each day."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("anxiety worries"),
    ),
    Strategy(
        code="first-rung-of-the-ladder",
        text=_(
            "Write with the pupil a ladder of six steps towards something they want to do but fear, let them choose where to begin, and stay on each step until it feels easy."
        ),
        why=_("Small steps of their own choosing build courage."),
        plain=_("Your child will take small steps, at their own pace, towards something that feels scary."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        also=_("anxiety brave steps"),
    ),
)
