"""Feelings and attention."""

from senco.demo.words.plans import SE, Scale, Session, Thread

THREADS = (
    Thread(
        code="time_out",
        area=SE,
        needs=("SEMH", "ASD"),
        scale=Scale((3, 5), 2, 10),
        text="Is back in the lesson within ten minutes of using the time-out card in {aim} of 10 uses.",
        plain="{name} will be back in class within ten minutes after {his} time-out, {aim} times of 10.",
        baseline="{now} of the last 10; the others ended in the yard or the toilets.",
        measure="Out and in are noted on the back of the card; counted every third week.",
        target="{aim} of 10 uses",
        targets=(
            ("Shows the card before leaving the seat.", "Three of four uses"),
            ("Chooses one of two calm places.", "Written on the card"),
        ),
        barrier="{name} feels it coming and leaves, which is right. Coming back is the hard part: {now} of the last 10 times {he} was back within ten minutes, and what was missed makes the next lesson harder.",
        strategies=(
            (
                "Nod when the card is shown; talk later.",
                "{name} shows the card and goes; the talk comes later.",
            ),
            (
                "On return, say what the class is doing in one sentence.",
                "On coming back {name} hears in one sentence what is going on.",
            ),
            ("Keep the place and the work as they were left.", "{His} seat and work stay as they were."),
        ),
        session=Session(
            "Looking back at the card", "Looking at the week's time-outs together", "ta", "1", 20, 1
        ),
        seen=(
            "Six minutes by the fish tank, then sat down and went on.",
            "Came back with a friend to walk in beside {him}.",
            "Stayed out all lesson after a message from home.",
        ),
        pupil=(
            "Going out is easy. Everyone stares when I come back.",
            "The fish tank is the best place in this school.",
        ),
        parent=(
            "{name} goes to {his} room and comes down by {him}self now.",
            "Thank you for not ringing each time. We want to know on Fridays.",
        ),
        home="A calm corner, and no questions until {name} comes out of it.",
        adjustments=("A seat near the door in every room.",),
        resources=("Time-out card with two places on it.",),
    ),
    Thread(
        code="second_try",
        area=SE,
        needs=("SEMH", "SPLD", "MLD", "NSA"),
        scale=Scale((2, 3), 2, 9),
        text="Has a second try at work that went wrong in {aim} of 10 lessons of {subject}, without tearing or crossing it out.",
        plain="{name} will try again when something goes wrong, in {aim} of 10 lessons.",
        baseline="{now} of 10 lessons; in the others the page was crossed out or thrown away.",
        measure="Teacher's tick at the end of each {subject} lesson.",
        target="{aim} of 10 lessons",
        targets=(
            ("Uses the draft page on the left before the right-hand page.", "Each lesson"),
            ("Says one thing that was right about it.", "{half} of 10 lessons"),
        ),
        barrier="{name} wants it to be right at once. In {subject} a single slip ended the work in eight of 10 lessons: \u201cI am stupid\u201d, and the page was gone. Spoken work has no such end.",
        strategies=(
            ("Give a draft page that nobody marks.", "There is a page for trying out that nobody marks."),
            (
                "Show a slip of your own and put it right aloud.",
                "Teachers show how they put right their own mistakes.",
            ),
            ("Praise the second try and not the result.", "The second try is what is praised."),
        ),
        session=Session(
            "Talk and draw: what I tell myself", "Talking about what to say to oneself", "ta", "1", 30, 1
        ),
        seen=(
            "Crossed out one word. Only the word.",
            "Said \u201cnot yet\u201d, which we had practised.",
            "Tore the first page, took a second and finished it.",
        ),
        pupil=("If it is wrong everyone can see it.", "The left page is just for me."),
        parent=(
            "{name} threw the model in the bin and fetched it out again an hour later.",
            "We say \u201cnot yet\u201d in this house now, about everything.",
        ),
        home="Tell each other one thing that went wrong today and what you did then.",
        resources=("Books with a draft page on the left.",),
    ),
    Thread(
        code="staying_with_it",
        area=SE,
        needs=("SEMH", "OTH", "MLD", "NSA"),
        scale=Scale((5, 8), 4, 25),
        text="Works on a task in {subject} for {aim} minutes before a movement break, without a reminder.",
        plain="{name} will work for {aim} minutes, then have a break to move.",
        baseline="{now} minutes, measured in three lessons.",
        measure="Minutes on the desk timer, noted in two lessons a week.",
        target="{aim} minutes",
        targets=(
            ("Sets the timer and starts it {him}self.", "Four lessons of five"),
            ("Comes back from the break within two minutes.", "Three breaks of four"),
        ),
        barrier="After {now} minutes {name} is up: bin, window, a friend's desk. What {he} has written by then is good. In workshop and PE there is no such limit.",
        strategies=(
            (
                "Cut tasks into parts of ten minutes with something to show after each.",
                "Work comes in parts of ten minutes.",
            ),
            (
                "Give {him} a job between two parts: books, lights, a message.",
                "Between two parts {name} has a job that lets {him} move.",
            ),
            (
                "Praise the work that is there within the first five minutes.",
                "Teachers look at the work early on.",
            ),
        ),
        session=Session("Movement and focus", "A short session to move before lessons", "ta", "5", 10, 4),
        seen=(
            "Two timers in a row without a look up.",
            "Took the message to the office and was back in a minute.",
            "Windy day; nobody sat still.",
        ),
        pupil=("I can do ten minutes if I can see the ten minutes.", "My legs go before I do."),
        parent=("{name} does homework standing at the worktop. It works.", "We walk the dog before maths."),
        home="Move first, then ten minutes of work, then a break.",
        adjustments=("May stand at the high table at the back.",),
        resources=("A silent timer for the desk.",),
    ),
    Thread(
        code="class_tests",
        area=SE,
        needs=("SEMH", "SPLD", "ASD"),
        scale=Scale((1, 2), 2, 6),
        text="Sits {aim} of 6 class tests from start to end, in the small room with two others.",
        plain="{name} will take {aim} of 6 class tests in the small room.",
        baseline="{now} of the last 6; stomach ache before four of them.",
        measure="Tests sat and missed, noted by the subject teachers.",
        target="{aim} of 6 tests",
        targets=(
            ("Knows three days before what the test covers.", "List in the planner"),
            ("Practises one paper in the small room without marks.", "Before the first test"),
        ),
        barrier="In lessons {name} knows the answers. On test days {he} is ill or in tears: {now} of 6 tests were finished. \u201cMy head goes white,\u201d {he} says.",
        strategies=(
            (
                "Say three days before what comes up, and how the paper is laid out.",
                "{name} is told three days before what comes up.",
            ),
            ("Let {him} begin with the question {he} chooses.", "{name} may start with any question."),
        ),
        session=Session(
            "Worry and tests: a short course",
            "Six meetings about worry and tests",
            "Ms Farrant, school counsellor",
            "1",
            40,
            5,
        ),
        seen=(
            "Wrote {his} name, breathed, started with question 3.",
            "Finished with ten minutes left and stayed in the room.",
            "Went home at break. The test waited until Tuesday, and then it went.",
        ),
        pupil=(
            "In the small room I can hear myself think.",
            "I want the teacher not to say \u201cit is easy\u201d.",
        ),
        parent=(
            "No stomach ache on test day. We had not told {him} it was going to be fine; we had only said what there was for tea.",
            "{name} slept before the maths test.",
        ),
        home="On the evening before a test: pack, eat, and nothing about the test after 7.",
        access=("Small room for tests, for up to four pupils.",),
        years=(8, 9, 10, 11),
    ),
    Thread(
        code="check_in",
        area=SE,
        needs=("SEMH", "ASD", "PD", "OTH"),
        scale=Scale((0, 1), 1, 5),
        text="Names a worry to {his} key adult before it gets in the way, at {aim} of 5 check-ins.",
        plain="{name} will tell {his} key adult about a worry in time, at {aim} of 5 check-ins.",
        baseline="{now} of 5; \u201cfine\u201d at the others, with a hard day after two of them.",
        measure="Key adult's note after each check-in: worry named or not.",
        target="{aim} of 5 check-ins",
        targets=(
            ("Puts a bead in the jar: small, middle or big.", "At each check-in"),
            ("Chooses one worry for the box and one to act on.", "Once a week"),
        ),
        barrier="{name} says \u201cfine\u201d. Worries come out later as a headache or a quarrel; {now} of 5 were named beforehand. {He} talks best while walking or drawing.",
        strategies=(
            (
                "Keep questions small: \u201cBetter or worse than yesterday?\u201d",
                "Adults ask small questions.",
            ),
            (
                "Pass on what you notice to the key adult on the same day.",
                "Teachers tell the key adult what they notice.",
            ),
        ),
        session=Session(
            "Check-in and check-out", "A short talk at the start and end of the day", "ta", "5", 10, 1
        ),
        seen=(
            "\u201cA middle bead. It is the trip.\u201d We planned the trip.",
            "Drew the worry with a hat on. We laughed.",
            "Fine, fine, fine. And then at the door: \u201cActually \u2026\u201d",
        ),
        pupil=("I talk better when we are walking.", "I like the beads because I do not have to explain."),
        parent=(
            "{name} told us about the trip before we saw the letter.",
            "There is one adult in school {he} trusts. That is worth everything.",
        ),
        home="Ten minutes of walking or drawing together before bed.",
        resources=("Jar with beads of three sizes, and paper.",),
    ),
    Thread(
        code="parking",
        area=SE,
        needs=("SEMH", "OTH", "SLCN"),
        scale=Scale((9, 12), -3, 2),
        text="Calls out no more than {aim} times in a {subject} lesson by writing the thought on {his} whiteboard first.",
        plain="{name} will call out no more than {aim} times in a lesson and write the thought down instead.",
        baseline="{now} times in a lesson, counted in three lessons.",
        measure="Tally by the teacher in one lesson a week.",
        target="{aim} times or fewer",
        targets=(
            ("Writes at least two thoughts on the board in each lesson.", "Board shown at the end"),
            ("Waits for the nod.", "Half of the times"),
        ),
        barrier="{name} is quick and wants to share it: {now} calls in one lesson, most of them right. Others have stopped trying to answer, and {he} is sent out for what {he} knows.",
        strategies=(
            ("Promise three turns a lesson and keep the promise.", "{name} has three turns for certain."),
            ("Look at the whiteboard before asking the class.", "The teacher reads {his} whiteboard."),
        ),
        session=Session("Stop, write, choose", "Games for stopping and choosing", "ta", "1", 25, 3),
        seen=(
            "Five thoughts on the board, three turns, no calling out.",
            "Said sorry to the one {he} had talked over.",
            "A very loud Friday.",
        ),
        pupil=("If I do not say it, it goes.", "The whiteboard keeps it for me."),
        parent=(
            "We have a talking spoon at dinner. It goes round.",
            "{name} has always been quick. {His} uncle was the same.",
        ),
        home="A talking spoon at the table.",
        resources=("Small whiteboard for thoughts.",),
    ),
)
