"""What is written once a concern has been raised: teachers' views, observations, decisions, what people were told, advice."""

from register.choices import Decision

VIEWS = {
    "yes": (
        "I see it too, most of all when the task is written down.",
        "Yes. It has been like this since September in my lessons.",
        "Very much so. {name} works hard to hide it.",
        "Yes, and it is worse after lunch.",
        "I have noticed the same and had put it down to being tired.",
        "Yes. With a partner it is much better.",
        "The same here. Instructions one at a time make a great difference.",
    ),
    "partly": (
        "Sometimes. Practical lessons are fine.",
        "On some days. I cannot see a pattern yet.",
        "A little, but no more than a few others in the set.",
        "Only when we work in groups.",
        "It was so at the start of term and has become less.",
        "Now and then. A seat at the front helped.",
    ),
    "no": (
        "No. {name} is one of the first to join in.",
        "I have not seen this in {subject}.",
        "Not in my lessons. There is little reading or writing in them, which may be why.",
        "No, all is well here. Attendance is good too.",
    ),
}

OBSERVATIONS = (
    "Watched for a whole lesson. On task for about half of it; started each task late and looked to others first.",
    "Sat beside {name} in {subject}. With each step ticked off on a list, all of it was done.",
    "Break time: alone for most of it, then a short and friendly talk with a pupil from the year below.",
    "Read together for ten minutes. Fluent on easy text, long pauses on words of three syllables.",
    "Looked through five books. Written work is short everywhere; marks for spoken work are high.",
    "Watched in two lessons. In the calmer room there was nothing to see.",
    "Short reading and spelling check done. Results kept with the assessment file.",
    "Spoke with {name}, who would like to sit near the front and to be asked less often to read aloud.",
)

REASONS = {
    Decision.ADVISE: (
        "Class teaching can meet this. Strategies agreed with the teacher; look again if it does not change within half a term.",
        "Most teachers see it only sometimes. Try the strategies in all lessons first.",
    ),
    Decision.MONITOR: (
        "Not clear yet. Watch for some weeks with the strategies in place.",
        "Progress dipped this term only. Wait for the next assessment point.",
    ),
    Decision.START_SUPPORT: (
        "Progress is slower than that of others from the same start, despite good teaching. Additional provision is needed.",
        "Three of five teachers see the same. The gap has widened over two terms.",
    ),
    Decision.REFER: (
        "Needs somebody with a specialist's eye. Parent agrees.",
        "Seen in all lessons and at home. A specialist's assessment is the next step.",
    ),
    Decision.CONSIDER_EHC: (
        "Two cycles of support with specialist advice have made little difference. Gather the evidence.",
        "The support needed goes beyond what the school can give from its own means.",
    ),
    Decision.NOT_SEN: (
        "A friendship matter that has been settled. Pastoral team keeps an eye on it.",
        "English as an additional language, and progress is good. Not SEN.",
    ),
    Decision.SAFEGUARDING: ("Passed to the safeguarding lead in person. Nothing more is written here.",),
}

TO_RAISER = {
    Decision.ADVISE: "Thank you for raising this. Please try the strategies we talked about for six weeks, and tell me if it does not get better.",
    Decision.MONITOR: "Thank you for raising this. We will watch for some weeks and look again. Please keep a note of what you see.",
    Decision.START_SUPPORT: "Thank you for raising this. {name} will have SEN Support from now on. You will get a page with strategies.",
    Decision.REFER: "Thank you for raising this. With the parents' agreement we have asked a specialist service for advice.",
    Decision.CONSIDER_EHC: "Thank you for raising this. We are gathering evidence for a request to the local authority. I will ask you for yours.",
    Decision.NOT_SEN: "Thank you for raising this. We looked into it together and do not think that it is SEN. The form tutor knows.",
    Decision.SAFEGUARDING: "Thank you for raising this. It has been passed to the safeguarding lead, who may speak with you.",
}

TO_PARENTS = {
    Decision.ADVISE: "A teacher told us that {name} finds some things hard at the moment. We looked into it. {name}'s teachers will try some new ways to help in class. Please ring us if you would like to talk.",
    Decision.MONITOR: "A teacher told us that {name} finds some things hard at the moment. We will watch how things go for some weeks. Then we will look again and tell you.",
    Decision.START_SUPPORT: "We looked at how {name} is getting on. We think that {name} needs some more help. This is called SEN Support. We will meet you to plan it together.",
    Decision.REFER: "We looked at how {name} is getting on. As we agreed, we have asked a specialist to help us. We will tell you when they can see {name}.",
    Decision.CONSIDER_EHC: "We looked at how {name} is getting on. {name} may need more help than our school can give. We would like to meet you and talk about asking the council.",
    Decision.NOT_SEN: "A teacher told us about something they had seen. We looked into it. We think that {name} is doing well. Please ring us if you see it in another way.",
}

ADVICE = (
    (
        "Spelling in {subject}",
        "{name} writes freely but I can hardly read the spelling. Do I mark it?",
        "Choose three words a week and leave the rest. I will send you a word list for the subject.",
    ),
    (
        "Seating plan",
        "Where would you seat {name}? At the front it is calmer, but {name} hates being looked at.",
        "Front, at the side, near the door. Nobody behind and an easy way out.",
    ),
    (
        "Reading aloud",
        "{name} panics when reading aloud comes round. May I leave {name} out?",
        "Yes. Let {name} know beforehand that you will not ask, and offer a part to practise at home.",
    ),
    (
        "Laptop",
        "May {name} type the assessment?",
        "If it is the normal way of working in your lessons, yes. Keep a note of it.",
    ),
    (
        "Time-out card",
        "The card is used every lesson now. What should I do?",
        "Agree a number for each day and talk with {name} about what makes it hard to stay. I will drop in on Thursday.",
    ),
    ("Homework", "{name} has not handed in any homework this half-term.", ""),
    (
        "Group work",
        "How do I put {name} in a group without an argument?",
        "Give each person a job and start with pairs. {name} is good at keeping time.",
    ),
    ("Noise", "The room is loud in practical lessons and {name} finds it hard.", ""),
)

CLASS_ADVICE = (
    (
        "A class with many weak readers",
        "A third of the set cannot read the textbook. What can I use?",
        "Cut the text by half and put the key words at the top. I can share a set of simpler texts.",
    ),
    ("Lining up", "Lining up takes ten minutes and sets the tone for the lesson.", ""),
)

MONITORING_LABELS = (
    "Watching brief",
    "Reading watch",
    "Wellbeing watch",
    "Attendance watch",
    "Language watch",
)
