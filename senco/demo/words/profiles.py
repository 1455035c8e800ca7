"""What pupils of the demo school say on their one page, and what keeps some of them safe. In the first person, short, and about nobody."""

ADMIRE = (
    "I make people laugh when a day is going wrong.",
    "I notice when somebody is left out.",
    "I never give up at swimming.",
    "I draw maps of places that do not exist.",
    "I know more about trains than the man at the museum.",
    "I look after two rabbits by myself.",
    "I tell the truth, even when it is not easy.",
    "I can fix a bike.",
    "I am patient with younger children.",
    "I bake for my form on birthdays.",
    "I learn a dance by watching it once.",
    "I keep a secret.",
    "I remember what people like.",
    "I am fair, so my friends ask me to be the referee.",
)
MATTERS = (
    "My sister and our dog.",
    "Knowing what happens next.",
    "Sitting with a friend at lunch.",
    "Art on Thursdays.",
    "Football with my cousins.",
    "That people say hello to me in the morning.",
    "Being asked first, not told.",
    "My Nan, who I see on Sundays.",
    "Having time on my own in the library.",
    "Doing well in the things I am good at.",
    "That my work goes on the wall like everybody's.",
    "Being on time.",
)
HELPS = {
    "ASD": (
        "Tell me the day before when something will change.",
        "Say exactly what you mean.",
        "Let me wait outside the door for two minutes.",
        "Give me one thing to do at a time.",
    ),
    "SLCN": (
        "Use short sentences and then wait for ten seconds.",
        "Show me, don't only tell me.",
        "Ask me to say it back in my own words.",
        "Give me new words before the lesson.",
    ),
    "SEMH": (
        "Talk to me on my own, not in front of everybody.",
        "Let me show my card and go to Room 6.",
        "Start fresh the next day.",
        "Tell me what went well first.",
    ),
    "SPLD": (
        "Let me have the text the day before.",
        "Print on cream paper, in a clear font.",
        "Give me the notes so that I can listen.",
        "Mark what I say, not how I spell it.",
    ),
    "MLD": (
        "Show me a finished one first.",
        "Break it into three steps and let me tick them off.",
        "Let me use counters or a number line.",
        "Ask me again the next lesson.",
    ),
    "HI": (
        "Look at me when you talk, and wear the microphone.",
        "Say who is speaking.",
        "Turn the subtitles on.",
        "Repeat what others have said.",
    ),
    "VI": (
        "Send me the slides so I can see them close up.",
        "Say what you write on the board.",
        "Let me sit in the middle at the front.",
        "Keep bags off the floor.",
    ),
    "PD": (
        "Let me leave five minutes before the bell.",
        "Let me type when I write more than a page.",
        "Ask before you push my chair.",
        "Keep a table free by the door.",
    ),
}
HINDERS = {
    "ASD": ("Loud rooms without warning.", "Jokes that I have to work out.", "A different seat each week."),
    "SLCN": ("Long instructions.", "When people finish my sentence.", "Being asked to answer quickly."),
    "SEMH": (
        "Shouting, even at others.",
        "Being told off in front of my friends.",
        "Standing too close to me.",
    ),
    "SPLD": (
        "Reading aloud without warning.",
        "Copying from the board.",
        "Spelling tests that are read out.",
    ),
    "MLD": ("Too much on one page.", "Being told that it is easy.", "Having no time to finish."),
    "HI": ("Talking with your back to me.", "Noise from the corridor.", "Everybody talking at once."),
    "VI": ("Glare from the window.", "Small print.", "Chairs left in the way."),
    "PD": ("Stairs when the lift is locked.", "Being hurried.", "People carrying my bag without asking."),
}
ANYBODY = "MLD"  # whose words do for every other need
WRITTEN_WITH = (
    "{name} and {his} mum",
    "{name} and {his} key adult",
    "{name}",
    "{name}, {his} dad and the form tutor",
)
SELF_PORTRAIT = ("Self-portrait, art, autumn term", "A drawn face with {hair} hair, smiling")
ALERTS = (  # kind, what everyone must know, what to do, where it comes from
    (
        "medical",
        "Nut allergy: can be life-threatening",
        "Use the pen from the red bag. Call 999. Send for the first aider. Keep the pupil sitting or lying.",
        "Healthcare plan, school nurse",
    ),
    (
        "medical",
        "Asthma: blue inhaler in the blazer pocket",
        "Sit upright, two puffs, wait. No better after ten puffs: call 999.",
        "Healthcare plan, school nurse",
    ),
    (
        "medical",
        "Epilepsy: seizures without warning",
        "Time it. Move furniture, cushion the head. Longer than five minutes: call 999.",
        "Healthcare plan, epilepsy nurse",
    ),
    (
        "medical",
        "Type 1 diabetes: may eat and check blood sugar at any time",
        "Pale or shaky: three glucose tablets at once, never leave alone, call the first aider.",
        "Healthcare plan, diabetes team",
    ),
    (
        "safety",
        "May leave the room or the site when upset",
        "Do not chase. Ring reception, keep in sight, give time.",
        "Risk assessment, head of year",
    ),
)
