"""Change, noise, company and asking for help: mostly for autistic pupils."""

from senco.demo.words.plans import CI, SE, Scale, Session, Thread

THREADS = (
    Thread(
        code="change",
        area=CI,
        needs=("ASD",),
        scale=Scale((13, 20), -5, 3),
        text="Comes into a lesson within {aim} minutes when room, teacher or seat has changed and {he} was told the day before.",
        plain="{name} will come into the lesson within {aim} minutes when something has changed.",
        baseline="{now} minutes outside the door, over the last six changes.",
        measure="Minutes noted at each change by whoever meets {him} at the door.",
        target="{aim} minutes or less",
        targets=(
            ("Reads the change card the afternoon before and signs it.", "Card in the planner"),
            ("Uses one of {his} two waiting places, then comes in.", "Three changes of four"),
        ),
        barrier="A change that comes without notice costs the lesson: {now} minutes in the corridor on average, and the hour after it is lost as well. When {he} had a card the day before, the same change took half the time.",
        strategies=(
            (
                "Tell {name} of a change by 3 pm the day before, in writing.",
                "{name} gets a note about changes the day before.",
            ),
            (
                "Keep the first five minutes of every lesson the same.",
                "Lessons begin in the same way each time.",
            ),
            ("Leave a named seat free for {him}, also with a cover teacher.", "{His} seat is kept free."),
        ),
        session=Session("Looking at tomorrow", "Five minutes to look at the next day", "ta", "5", 5, 1),
        seen=(
            "Sports hall in place of the gym: read the card, walked in.",
            "Two minutes at the window and then in.",
            "Nobody had told {him} of the supply teacher. The whole morning was hard.",
        ),
        pupil=(
            "I can do different if I know it is going to be different.",
            "A surprise feels like the floor has gone.",
        ),
        parent=(
            "When you write it the day before, we sleep.",
            "The new bus was fine, because we had driven the way on Sunday.",
        ),
        home="A calendar on the wall, with changes in one colour.",
        adjustments=("Moves to another room are made before the bell, with an adult {he} knows.",),
        resources=("Change cards in the planner.",),
    ),
    Thread(
        code="lunch_company",
        area=CI,
        needs=("ASD", "SLCN", "SEMH", "HI", "VI"),
        scale=Scale((0, 2), 1, 5),
        text="Spends {aim} of 5 lunch breaks a week at a club with at least one other pupil, by {his} own choice.",
        plain="{name} will spend {aim} lunch breaks a week with others at a club {he} likes.",
        baseline="{now} of 5; the others by the railings or in the library alone.",
        measure="{name} marks the week's breaks on a card; the key adult looks at it on Fridays.",
        target="{aim} of 5 breaks",
        targets=(
            ("Visits two clubs with an adult and chooses one.", "Chosen by the third week"),
            ("Stays for 15 minutes.", "Two visits running"),
        ),
        barrier="Lessons have a place for everybody; the yard has none. {name} was alone in all breaks that were watched, and says {he} does not mind on three days but does on two.",
        strategies=(
            ("Let {name} into the club five minutes before the crowd.", "{name} may go in before the crowd."),
            ("Give {him} a job at the club.", "{name} has a job at the club."),
        ),
        session=Session(
            "Lunch club with a key adult", "A lunch club with an adult {he} knows", "ta", "3", 30, 8
        ),
        seen=(
            "Set out the chess boards and stayed to play.",
            "Taught a younger pupil the rules.",
            "Went to the library alone, by choice, and told me so.",
        ),
        pupil=(
            "I like being alone on some days. Please ask which day it is.",
            "At chess you do not have to talk, but you can.",
        ),
        parent=("{name} talks about one name from chess. That is new.", "{He} eats something at lunch now."),
        home="Ask which breaks were good, not how many.",
        adjustments=("Leaves for lunch five minutes before the bell, with one friend.",),
    ),
    Thread(
        code="noise",
        area=CI,
        needs=("ASD", "HI", "MSI"),
        scale=Scale((3, 5), 2, 10),
        text="Stays in {aim} of 10 loud lessons by using {his} own plan: defenders on, seat by the wall, five minutes out and back.",
        plain="{name} will stay in {aim} of 10 loud lessons with the help of {his} plan.",
        baseline="{now} of 10; leaves without a word in the others.",
        measure="Ten loud lessons (PE, music, practicals) noted by the teachers on the shared sheet.",
        target="{aim} of 10 lessons",
        targets=(
            ("Puts the defenders on before it is loud.", "Half of the lessons"),
            ("Goes out by the plan and is back within five minutes.", "Three times of four"),
        ),
        barrier="Noise hurts: hands over the ears within minutes in PE and music, then out of the door ({now} of 10 loud lessons were stayed in). In quiet rooms {name} works through a whole hour.",
        strategies=(
            ("Say beforehand when it will be loud, and for how long.", "{name} is told before it gets loud."),
            (
                "Keep the seat by the wall, away from the door and the projector.",
                "{name} sits where it is quieter.",
            ),
            ("Use a hand signal for quiet, not a louder voice.", "Teachers use a sign for quiet."),
        ),
        session=Session(
            "Sensory plan: finding out what helps",
            "Finding out what helps when it is loud",
            "Mrs Lindqvist, occupational therapist",
            "0.25",
            45,
            1,
        ),
        seen=(
            "Defenders on for the warm-up, off for the game.",
            "Out for four minutes, back without being fetched.",
            "The drums were too much today. {He} wrote me a note about it afterwards.",
        ),
        pupil=(
            "It is not that I do not like music. It goes into my head and stays there.",
            "I want to keep the blue ones, they do not press.",
        ),
        parent=(
            "We took the defenders to a wedding and stayed till the cake.",
            "After PE days {name} needs an hour alone. Then {he} is fine.",
        ),
        home="An hour without questions after school on PE days.",
        adjustments=("May leave by the side door five minutes early.",),
        resources=("Ear defenders on a hook in each of the loud rooms.",),
    ),
    Thread(
        code="help",
        area=CI,
        needs=("ASD", "SLCN", "MLD", "DS", "NSA"),
        scale=Scale((1, 2), 2, 8),
        text="Asks for help in one of three agreed ways {aim} times a week in {subject}, before the work stops.",
        plain="{name} will ask for help {aim} times a week in the way {he} has chosen.",
        baseline="{now} times a week; sits still or leaves in place of asking.",
        measure="Tally on {his} desk card, signed by the teacher on Fridays.",
        target="{aim} times a week",
        targets=(
            ("Chooses {his} three ways: card, hand, note.", "Written down by week two"),
            ("Points to the part that is hard.", "{half} times a week"),
        ),
        barrier="When stuck, {name} goes still. In one {subject} lesson {he} sat for 18 minutes over a line that one sentence would have cleared up. Nobody saw it, because {he} looked busy.",
        strategies=(
            ("Look at {his} card each time you pass.", "Teachers look at the card when they walk by."),
            (
                "Answer the card within two minutes, or say how long it will be.",
                "Help comes soon, or {name} is told when.",
            ),
        ),
        session=Session(
            "Asking for help: three ways", "Trying out three ways to ask for help", "ta", "1", 20, 2
        ),
        seen=(
            "A note on my desk: \u201cline 4?\u201d",
            "Card up, I came, and it took ten seconds.",
            "Hand up, for the first time this year.",
        ),
        pupil=("I do not know what to say, so I do not.", "The note is best because nobody hears it."),
        parent=(
            "{name} asked the librarian for a book.",
            "At home {he} leaves a note on the kitchen table when something is wrong. We answer on the back.",
        ),
        home="A notebook in the kitchen for questions. Answer on the back.",
        resources=("Help card and a pad of small notes for the desk.",),
    ),
    Thread(
        code="scale_of_five",
        area=SE,
        needs=("ASD", "SEMH", "DS"),
        scale=Scale((2, 4), 2, 9),
        text="Points to {his} number on the scale of five and uses what it says before reaching four, {aim} times out of 10.",
        plain="{name} will say how {he} feels on the scale of five in time, {aim} times out of 10.",
        baseline="{now} of 10; most were noticed by others at five.",
        measure="The last ten hard moments of each half-term, looked at together with {name}.",
        target="{aim} of 10 in time",
        targets=(
            ("Says what {he} notices in the body at two, three and four.", "Written on the scale by {name}"),
            ("Shows the number to a teacher without words.", "{half} times out of 10"),
        ),
        barrier="Feelings rise fast and are named late: {now} of 10 times did {name} say so before shouting or running. Afterwards {he} can tell to the minute when it began.",
        strategies=(
            ("Ask for the number, not for the reason.", "Teachers ask for the number, not why."),
            (
                "At three, offer what stands on the scale; at four, say little and give room.",
                "At three there is an offer; at four there is room.",
            ),
        ),
        session=Session("My scale of five", "Making and using a scale of feelings", "ta", "1", 25, 1),
        seen=(
            "Held up three fingers and went for the walk.",
            "Drew {his} own pictures for four and five.",
            "Straight to five after the bus. Nothing here could have known.",
        ),
        pupil=("At three my hands go hot.", "I do not want to talk at four. I want the stairs."),
        parent=(
            "We hang the same scale in the kitchen, and all of us use it. I was a four yesterday.",
            "{name} sent me a message: \u201c3\u201d. I rang and it was all right.",
        ),
        home="The same scale on the kitchen wall, for everybody.",
        resources=("{His} own scale of five, wallet size.",),
    ),
    Thread(
        code="pair_work",
        area=CI,
        needs=("ASD", "SEMH", "SLCN"),
        scale=Scale((4, 6), 4, 20),
        text="Does an agreed part in pair work for {aim} minutes in {subject}.",
        plain="{name} will work with a partner for {aim} minutes.",
        baseline="{now} minutes, then works alone beside the partner.",
        measure="Timed once a week in {subject}.",
        target="{aim} minutes",
        targets=(
            ("Reads {his} part from the role card and says it to the partner.", "Each time"),
            ("Stays for {half} minutes with one partner of {his} choice.", "Two weeks running"),
        ),
        barrier="Alone {name} works with care and for long. In groups of four {he} stopped after a minute; with one partner it was {now}. Not knowing who does what is the hard part, {he} says.",
        strategies=(
            (
                "Give each partner a role card with one sentence.",
                "Everybody gets a card that says what to do.",
            ),
            ("Say how long the pair work lasts, and show the time left.", "A timer shows how long it lasts."),
        ),
        session=Session(
            "Working in pairs: building models", "Building models in pairs, each with a job", "ta", "1", 40, 4
        ),
        seen=(
            "Was the reader; swapped to writer when the timer rang.",
            "Told the partner \u201cthat is your part\u201d, kindly.",
            "Three minutes. The table was too near the radiator pump.",
        ),
        pupil=("With a card I know what I am for.", "One person is fine. Four is a crowd."),
        parent=(
            "{name} builds with {his} cousin now and shares the instructions.",
            "{He} said that {his} partner was \u201cquite good, actually\u201d.",
        ),
        home="Cook one dish a week together, each with a written job.",
        resources=("Role cards: reader, writer, builder, timekeeper.",),
    ),
    Thread(
        code="next_place",
        area=CI,
        needs=("ASD", "MLD", "SLD", "DS", "VI", "PD"),
        scale=Scale((0, 1), 2, 6),
        text="Knows {aim} of the 6 facts about {his} next place after Year 11: the way, the room, one person, the course, the day, what help there is.",
        plain="{name} will know {aim} of 6 important things about college.",
        baseline="{now} of 6; a first visit has not been made yet.",
        measure="{name} fills in the sheet of six facts each half-term with the careers adviser.",
        target="{aim} of 6 facts",
        targets=(
            (
                "Makes a visit with somebody {he} knows and takes five photographs.",
                "Photographs in the folder",
            ),
            ("Writes three questions and asks one of them.", "At the visit"),
        ),
        barrier="After the summer everything changes at once: building, people, transport. {name} could tell {now} of 6 facts about it, and asks about it most days.",
        strategies=(
            (
                "Answer questions about next year with a fact or a date, never with \u201cyou will be fine\u201d.",
                "Adults answer with facts and dates.",
            ),
            (
                "Link one task a month to the course {he} has chosen.",
                "School work is linked to the chosen course.",
            ),
        ),
        session=Session(
            "Next place: visits and planning", "Getting to know the next place", "senco", "0.25", 60, 1
        ),
        seen=(
            "Rode the bus to the college with Mum, then told us the stop by heart.",
            "Asked the tutor about lockers.",
            "Did not want to talk about it today. Drew the floor plan in place of that.",
        ),
        pupil=("I want to see the room when it is empty first.", "I am looking forward to having no PE."),
        parent=(
            "We need to know about transport before Easter.",
            "{name} has put the college prospectus under {his} pillow.",
        ),
        home="Go past the place once a month, at the time of day it will be.",
        years=(10, 11),
    ),
)
