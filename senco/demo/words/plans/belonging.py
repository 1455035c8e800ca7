"""Being there, and getting on with others."""

from senco.demo.words.plans import SE, Scale, Session, Thread

THREADS = (
    Thread(
        code="arriving",
        area=SE,
        needs=("SEMH", "ASD", "OTH"),
        scale=Scale((3, 5), 2, 10),
        text="Is in school by 8:40 on {aim} of 10 days.",
        plain="{name} will be in school by 8:40 on {aim} days out of 10.",
        baseline="{now} of the last 10 school days; on the others after 9:30, or not at all.",
        measure="The morning register, looked at every second Friday together with {name}.",
        target="{aim} of 10 days",
        targets=(
            ("Comes in by the side entrance at 8:30, before the crowd.", "{half} days of 10"),
            ("Sends a message by 8 am when it is going to be hard.", "On each such day"),
        ),
        barrier="The gate is the worst part, {name} says. On {now} of 10 days {he} was in by 8:40; once inside, {he} stayed for the day on all but one.",
        strategies=(
            (
                "Say good morning and give the first task; leave questions about lateness to the key adult.",
                "Teachers greet {name} and do not ask why {he} is late.",
            ),
            (
                "Leave the first task of the day open until 9:30.",
                "The first task can be done a little later.",
            ),
        ),
        session=Session(
            "Soft start with breakfast", "A quiet start to the day with breakfast", "ta", "5", 20, 4
        ),
        seen=(
            "In at 8:25 and buttered toast for the others.",
            "Four days in a row.",
            "Rang from the bus stop. We talked until the bus came.",
        ),
        pupil=("If I get past the gate the rest is all right.", "I like coming in when it is quiet."),
        parent=(
            "Mornings were a battle. They are a discussion now.",
            "We are up at 6:30. Please believe us that we try.",
        ),
        home="Clothes and bag by the door on the evening before.",
        adjustments=("Side entrance from 8:25.", "Late marks are looked at by the key adult alone."),
    ),
    Thread(
        code="putting_right",
        area=SE,
        needs=("SEMH", "ASD", "SLCN"),
        scale=Scale((0, 2), 1, 5),
        text="Settles {aim} of 5 disagreements with other pupils on the same day by a talk that an adult leads.",
        plain="{name} will sort out {aim} of 5 arguments on the same day with the help of an adult.",
        baseline="{now} of the last 5; the others went on for a week or became a fight.",
        measure="The pastoral log, last five disagreements of each half-term.",
        target="{aim} of 5 on the same day",
        targets=(
            ("Tells {his} side with \u201cI\u201d in place of \u201cyou\u201d.", "In each talk"),
            ("Says what would put it right.", "Two talks of three"),
        ),
        barrier="Small things grow: of the last five disagreements, {now} ended on the same day. {name} hears a joke as an attack in the crowd of the corridor and as a joke an hour later.",
        strategies=(
            (
                "Wait twenty minutes, then hold the talk with the same four questions.",
                "After a pause there is a talk with four questions.",
            ),
            ("Separate without asking who began.", "First apart, then calm, then talk."),
        ),
        session=Session(
            "Talks that put things right", "Practising how to put things right", "senco", "0.5", 30, 2
        ),
        seen=(
            "Offered to mend the pencil case.",
            "Asked for the talk {him}self, before lunch.",
            "Could say what the other one had felt.",
        ),
        pupil=(
            "I did not start it, but I did carry it on.",
            "It is better when both of us get the same four questions.",
        ),
        parent=(
            "{name} and {his} brother use the four questions. I stay in the kitchen.",
            "We would like to hear the good ones as well.",
        ),
        home="The same four questions for arguments at home.",
        resources=("A card with the four questions.",),
    ),
    Thread(
        code="in_lessons",
        area=SE,
        needs=("SEMH",),
        scale=Scale((14, 18), 3, 25),
        text="Is in {aim} of 25 lessons a week from start to end.",
        plain="{name} will be in {aim} of 25 lessons a week for the whole lesson.",
        baseline="{now} of 25, averaged over three weeks.",
        measure="Lesson registers, counted each Friday by the pastoral office.",
        target="{aim} of 25 lessons",
        targets=(
            ("Goes from one lesson to the next with the key adult or a friend.", "Five changes a day"),
            ("Plans the two hardest lessons of the week on Monday.", "Planner"),
        ),
        barrier="{name} is in school and not in lessons: {now} of 25 from start to end. The rest were spent in corridors, mostly after a change of rooms and before lessons with much writing.",
        strategies=(
            (
                "Greet {him} at the door by name with the first task in hand.",
                "Teachers meet {name} at the door.",
            ),
            (
                "Send work to the key adult when a lesson is missed, without comment.",
                "Missed work reaches {name} without a row.",
            ),
        ),
        session=Session(
            "Mentoring on Monday and Friday", "Planning the week with a mentor", "ta", "2", 25, 1
        ),
        seen=(
            "All five lessons on Wednesday.",
            "Walked out, walked round, walked back in.",
            "Asked for the map of who teaches where next week.",
        ),
        pupil=(
            "The corridor is boring. It is just less bad than reading aloud.",
            "If somebody is pleased to see me I go in.",
        ),
        parent=(
            "Nobody has rung us this fortnight. We take that as good news.",
            "{name} says that {he} likes two teachers now. It was none.",
        ),
        home="Ask for the best lesson of the day.",
        adjustments=("Leaves lessons two minutes early to change rooms in quiet.",),
    ),
    Thread(
        code="group_of_three",
        area=SE,
        needs=("SEMH", "NSA", "OTH"),
        scale=Scale((1, 2), 1, 5),
        text="Takes part in {aim} of 5 activities a week with two others: a game, a practical, a job in the library.",
        plain="{name} will do {aim} things a week together with two others.",
        baseline="{now} of 5 in the last fortnight.",
        measure="Key adult's list of the week.",
        target="{aim} of 5 activities",
        targets=(
            ("Chooses the two others from a list of four.", "By week two"),
            ("Stays to the end and helps to clear up.", "{half} activities"),
        ),
        barrier="Since {his} friend left, {name} has kept to {him}self: {now} of 5 activities with others in a fortnight. {He} answers when spoken to and does not begin.",
        strategies=(
            ("Put {name} in a group of three with two calm pupils.", "{name} works in a small calm group."),
            (
                "Give a reason to come back: \u201cYou are on boards tomorrow.\u201d",
                "{name} has a job that needs {him}.",
            ),
        ),
        session=Session("Library team", "Helping in the library with two others", "ta", "2", 30, 3),
        seen=(
            "Laughed out loud at the returns trolley.",
            "Came on a day {he} was not down for.",
            "Quiet, but stayed.",
        ),
        pupil=(
            "I do not know how to begin. Once it has begun it is fine.",
            "The library is good. Books do not mind.",
        ),
        parent=(
            "{name} asked whether somebody could come round in the holidays.",
            "It has been a sad year. Thank you for seeing that.",
        ),
        home="One plan a week with one other person, made by {name}.",
    ),
)
