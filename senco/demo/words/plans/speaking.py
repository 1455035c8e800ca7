"""Speaking."""

from senco.demo.words.plans import CI, Scale, Session, Thread

THREADS = (
    Thread(
        code="word_finding",
        area=CI,
        needs=("SLCN", "DS"),
        scale=Scale((6, 10), 4, 19),
        text="Finds {aim} of 20 taught {subject} words within five seconds when shown the picture.",
        plain="{name} will find {aim} of 20 words quickly when {he} needs them.",
        baseline="{now} of 20 within five seconds; for the others \u201cthe thing for \u2026\u201d.",
        measure="Twenty pictures of the unit, every third week.",
        target="{aim} of 20 words",
        targets=(
            (
                "Says what it is for, what it looks like or how it begins when the word does not come.",
                "Three of five times",
            ),
            ("Finds {half} of the 20 words at the check half-way.", "Pictures"),
        ),
        barrier="{name} knows far more than {he} can say in the moment. In {subject} \u201cthe thing\u201d stood for four different words in one answer, and after a second try {he} waved it away.",
        strategies=(
            ("Wait ten seconds before anybody else speaks.", "Everybody waits ten seconds."),
            (
                "Ask \u201cWhat is it for?\u201d or give the first sound.",
                "Teachers help with a hint, not with the word.",
            ),
            (
                "Leave the unit's words with pictures on the wall.",
                "The words hang on the wall with pictures.",
            ),
        ),
        session=Session(
            "Word-finding: sound, meaning, picture", "Games that help to find words", "ta", "3", 15, 2
        ),
        seen=(
            "Stuck on \u201cmicroscope\u201d: \u201cyou look down it\u201d, and there it was.",
            "Held up a hand to say \u201cwait, I have it\u201d. The class waited.",
            "Fifteen cards without a hint.",
        ),
        pupil=(
            "It is on the tip of my tongue and then everybody is looking.",
            "When they wait I can find it. When they guess I lose it.",
        ),
        parent=(
            "We try not to finish {his} sentences. It is hard for all of us.",
            "On the phone to grandma {he} talks and talks.",
        ),
        home="Twenty questions or a guessing game once a week.",
        resources=("Word mat with pictures for each unit.",),
    ),
    Thread(
        code="full_answers",
        area=CI,
        needs=("SLCN", "MLD", "DS"),
        scale=Scale((2, 4), 2, 9),
        text="Answers a question in {subject} in a whole sentence with \u201cbecause\u201d, \u201cso\u201d or \u201cbut\u201d, {aim} times out of 10.",
        plain="{name} will answer in whole sentences {aim} times out of 10.",
        baseline="{now} of 10 answers; the others one or two words.",
        measure="Ten answers noted in a lesson by the teaching assistant, every third week.",
        target="{aim} of 10 answers",
        targets=(
            ("Builds a sentence from colour-coded cards.", "Three sentences a session"),
            ("Says a second sentence when asked \u201ctell me more\u201d.", "{half} of 10 times"),
        ),
        barrier="Answers are right and very short: {now} of 10 were longer than two words, so {his} reasons stay hidden. In a talk with one friend whole sentences come by themselves.",
        strategies=(
            (
                "Give the beginning: \u201cIt melts because \u2026\u201d",
                "The teacher begins the sentence, {name} ends it.",
            ),
            (
                "Let {him} try it out on a partner before the class hears it.",
                "{name} says it to a partner first.",
            ),
        ),
        session=Session("Sentences by colour", "Building sentences with colour cards", "ta", "2", 25, 3),
        seen=(
            "\u201cThe ice melted because it was next to the heater, so I moved it.\u201d",
            "Said it to a partner, then to all of us.",
            "Short answers today; there was a visitor in the room.",
        ),
        pupil=("I am quick when it is short. Long ones get tangled.", "I like talking with one person."),
        parent=(
            "{name} told us about the trip for ten minutes. We only asked \u201cand then?\u201d.",
            "In our own language {he} speaks in longer sentences now as well.",
        ),
        home="At dinner everybody says one good thing and why.",
        resources=("Colour-coded sentence cards.",),
    ),
    Thread(
        code="retelling",
        area=CI,
        needs=("SLCN", "ASD", "MLD"),
        scale=Scale((1, 2), 2, 6),
        text="Retells an event or an experiment in order with {aim} of its six parts: who, where, when, what, how it ended, what was felt.",
        plain="{name} will tell what happened with {aim} of the six parts of a story.",
        baseline="{now} of six parts, beginning in the middle.",
        measure="One retelling every third week, the parts ticked by the listener.",
        target="{aim} of six parts",
        targets=(
            ("Lays six picture cards in order before speaking.", "Cards"),
            ("Says who and where first.", "Two retellings of three"),
        ),
        barrier="{name}'s stories begin in the middle. After an argument at break nobody could tell what had happened: {now} of six parts were there, and {he} was taken to be hiding something.",
        strategies=(
            ("Ask who and where before what.", "Adults ask in a fixed order: who, where, what."),
            (
                "Use the six-part strip for experiments and stories alike.",
                "A strip with six pictures helps to tell things in order.",
            ),
        ),
        session=Session(
            "Telling it in order",
            "A small group for telling stories in order",
            "Ms Adair, speech and language therapist",
            "0.5",
            40,
            4,
        ),
        seen=(
            "Used the strip after break and it was settled in five minutes.",
            "Told the volcano experiment from start to end.",
            "Left out where. When asked, {he} knew.",
        ),
        pupil=(
            "People say I am lying when I just forgot a bit.",
            "The strip helps. It asks me the questions.",
        ),
        parent=(
            "We know now what happened at school on most days.",
            "{name} told {his} nan the whole film, in order, with the strip in front of {him}.",
        ),
        home="Three photographs of the weekend, told in order on Sunday.",
        resources=("A six-part story strip, pocket size.",),
    ),
    Thread(
        code="stammer",
        area=CI,
        needs=("SLCN",),
        scale=Scale((0, 1), 1, 5),
        text="Speaks in a turn that was planned with the teacher {aim} times a week in {subject}, at {his} own pace, stammering or not.",
        plain="{name} will speak in class {aim} times a week, in {his} own time. It does not matter whether {he} stammers.",
        baseline="{now} times a week; passes on the other turns.",
        measure="{name} marks it in {his} planner; the teacher signs on Fridays.",
        target="{aim} planned turns a week",
        targets=(
            ("Chooses the lesson and the question on Monday.", "Planner"),
            ("Tells one classmate what helps and what does not.", "Told by {name} at the check-in"),
        ),
        barrier="{name} has begun to pass on every turn in {subject}. At break and with friends {he} speaks freely and stammers; what stops {him} in lessons is the wait and the looks, {he} says.",
        strategies=(
            (
                "Keep eye contact and wait; do not finish the word.",
                "Everybody waits and nobody finishes {his} words.",
            ),
            (
                "Take the register in another way than by answering aloud.",
                "{name} need not answer the register aloud.",
            ),
            (
                "Agree turns beforehand; no surprise questions.",
                "{name} knows beforehand when {he} will be asked.",
            ),
        ),
        session=Session(
            "Talking about talking",
            "Time to talk about talking and to plan turns",
            "Ms Adair, speech and language therapist",
            "0.25",
            45,
            1,
        ),
        seen=(
            "Gave the answer {he} had planned, and then one that was not planned.",
            "Told the group \u201cI stammer, just wait\u201d. They did.",
            "Passed today. It had been a long week.",
        ),
        pupil=(
            "I do not want to talk like a robot. I want people to wait.",
            "It is not nerves. It is just how I talk.",
        ),
        parent=(
            "{name} rang the cinema by {him}self. That has not happened before.",
            "Please do not say \u201ctake a breath\u201d. It makes it harder.",
        ),
        home="Nobody finishes a sentence for anybody at the table.",
        adjustments=("Oral assessments with the teacher alone, or recorded at home.",),
    ),
    Thread(
        code="clear_speech",
        area=CI,
        needs=("SLCN", "DS", "HI", "PD"),
        scale=Scale((4, 6), 2, 9),
        text="Is understood the first time by an adult who does not know {him} in {aim} of 10 sentences.",
        plain="People who do not know {name} will understand {aim} of 10 sentences the first time.",
        baseline="{now} of 10 sentences, counted by a member of the office staff.",
        measure="Ten sentences to somebody from another team, once every half-term.",
        target="{aim} of 10 sentences",
        targets=(
            ("Says the ends of words in a practised list.", "20 words, half of them right"),
            ("Says it in other words when asked to repeat.", "Two of three times"),
        ),
        barrier="Friends and family follow {name} well. In the office and with cover teachers {now} of 10 sentences were understood, and by the third try {he} walks away.",
        strategies=(
            (
                "Repeat back the part that was understood, and ask for the rest.",
                "Adults say what they understood and ask for the rest.",
            ),
            ("Find a quiet spot before asking {him} to repeat.", "Important talks are in a quiet place."),
        ),
        session=Session(
            "Speech practice from the therapist's programme",
            "Speech practice set by the therapist",
            "ta",
            "3",
            15,
            1,
        ),
        seen=(
            "Gave the message at the office; they had it at once.",
            "Slowed down when I put a hand on the table, our sign.",
            "The ends of words were there today, even in a long sentence.",
        ),
        pupil=(
            "I know what I said. They should get their ears checked.",
            "I do not mind saying it again if they listen.",
        ),
        parent=(
            "The pizza man understood {him} on the phone.",
            "We hear the difference, mostly in the mornings.",
        ),
        home="Five minutes of the sound list, four days a week.",
        resources=("The therapist's folder with this term's sounds.",),
    ),
)
