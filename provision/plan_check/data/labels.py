"""Words that label a child, each with kinder and more exact ones. Parents keep these documents for life."""

from django.utils.translation import gettext_lazy as _

SAY_WHAT_IS_SEEN = _("Say what is seen, when and how often: “leaves his seat about 6 times a lesson”.")

LABELS = (  # phrases split by |, what to write instead
    ("suffers from|suffering from|suffers with|sufferer|sufferers|afflicted by|afflicted with", _("Write “has”: “Sami has epilepsy”.")),
    ("wheelchair bound|confined to a wheelchair|confined to his wheelchair|confined to her wheelchair",
     _("Write “uses a wheelchair”.")),
    ("handicapped|handicap|crippled|retarded|mentally handicapped|deaf and dumb",
     _("Name the condition or the difficulty.")),
    ("mental age", _("Say what the pupil can do now, and what comes next.")),
    ("low ability|lower ability|less able|least able|low achiever|slow learner|slow learners|bottom set|bottom table|bottom group"
     "|not very bright|not academic",
     _("Say what the pupil can do and what comes next, with a figure.")),
    ("high functioning|low functioning|mildly autistic|severely autistic",
     _("Say what the pupil needs help with, and what not.")),
    ("normal children|normal child|normal pupils|normal peers",
     _("Write “other pupils of this age”, or “the whole class”.")),
    ("naughty|badly behaved|bad behaviour|poor behaviour|misbehaves|misbehaving|misbehaviour|bad attitude|poor attitude"
     "|silly behaviour|disruptive|troublemaker|kicks off|kicking off|challenging child|challenging pupil",
     SAY_WHAT_IS_SEEN),
    ("attention seeking|attention seeker|seeks attention|seeking attention|clingy|needy",
     _("Say what the pupil may need: “looks for an adult to be near”.")),
    ("refuses to|refuses|refused to|refusing to|refusal to|won't do|won't try|won't engage|won't work|non compliant|noncompliant"
     "|non compliance|defiant|defiance|oppositional|stubborn|unwilling to|chooses not to|choosing not to|can't be bothered",
     _("Say what is hard: “finds it hard to start writing on a blank page”.")),
    ("school refuser|school refusal|school refusing|refuses school", _("Write “finds it very hard to come to school”, and what gets in the way.")),
    ("lazy|idle|unmotivated|doesn't try|does not try|makes no effort|lack of effort|lacks effort|lacks motivation|poor effort",
     _("Say which work is not started or finished, and what helps.")),
    ("is manipulative|being manipulative|be manipulative|very manipulative|manipulative behaviour|sly|devious|spoilt"
     "|deliberately hurts|deliberately disrupts|deliberately provokes|does it on purpose|did it on purpose|plays up|playing up|plays adults off",
     _("Nobody can see why a child does something. Say what happened before, during and after.")),
    ("aggressive|violent|vicious|nasty|spiteful",
     _("Say what happens: “hits out when others come close”, how often and what helps.")),
    ("tantrum|tantrums|for no reason|without reason|overreacts|over reacts",
     _("Say what is seen, what came before, and what helps the pupil feel safe again.")),
    ("immature|babyish|childish|weird|strange child|odd behaviour|obsessed with|fussy eater",
     _("Say what the pupil likes, needs or does: “knows a great deal about trains and likes to talk about them”.")),
    ("fails to|failing to|failed to|incapable of|hopeless at|useless at",
     _("Write “does not yet”, and what comes next.")),
    ("dysfunctional family|broken home|problem family|problem child|problem pupil|sen child|sen children|send child|send children"
     "|sen kids|special needs child|special needs children|ehcp child|ehcp children|statemented child|autism sufferer",
     _("Put the child first: “a pupil with SEN”, “a child who has a plan”.")),
)  # fmt: skip

HARMLESS = (
    "immature grasp",
    "immature grip",
    "immature pencil grip",
    "immature pronunciation",
    "immature sounds",
    "immature speech",
    "lazy eye",
    "lazy eyes",
    "obsessive compulsive",
    "anti bullying",
    "oppositional defiant disorder",
)
