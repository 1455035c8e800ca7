"""Memory, words, working alone and handing in."""

from senco.demo.words.plans import CL, Scale, Session, Thread

THREADS = (
    Thread(
        code="steps",
        area=CL,
        needs=("MLD", "SLD", "DS", "ASD", "OTH"),
        scale=Scale((1, 2), 2, 7),
        text="Carries out {aim} steps of a {subject} task one after the other from a list, without being told again.",
        plain="{name} will do {aim} steps of a task in a row by following a list.",
        baseline="{now} of the steps, then waits until an adult comes.",
        measure="Steps ticked by {name} on the list and counted by the teacher, two tasks a week.",
        target="{aim} steps in a row",
        targets=(
            ("Ticks each step on the list as soon as it is done.", "List kept in the book"),
            ("Looks at the list before asking what comes next.", "Seen in three lessons of four"),
        ),
        barrier="{name} listens and begins at once. After step {now} {he} puts the pen down and waits; in a practical lesson {he} watched the others finish with everything ready in front of {him}.",
        strategies=(
            (
                "Number the steps of a task on the board and leave them there.",
                "The steps of a task stay on the board.",
            ),
            ("Say one step, wait until it is begun, then say the next.", "Instructions come one at a time."),
            ("Ask \u201cWhat does your list say?\u201d before helping.", "Adults point to the list first."),
        ),
        session=Session("Working from a list", "Learning to work through a list alone", "ta", "2", 20, 3),
        seen=(
            "All of the list in science, ticked, and cleared up afterwards.",
            "Lost the place after a fire bell and found it again by {him}self.",
            "Asked me once, then said \u201coh, the list\u201d.",
        ),
        pupil=(
            "I like ticking. It shows I am getting somewhere.",
            "When people say lots of things I only have the last one left.",
        ),
        parent=(
            "We have put a list by the front door and {name} ticks it off.",
            "{He} packs {his} own bag now, from the picture list.",
        ),
        home="A list of four pictures by the door, ticked off before leaving.",
        resources=("Task lists with small pictures, laminated, with a pen that wipes off.",),
    ),
    Thread(
        code="unit_words",
        area=CL,
        needs=("MLD", "SPLD", "DS", "SLCN", "NSA", "OTH"),
        scale=Scale((2, 4), 3, 11),
        text="Explains {aim} of the 12 words of a {subject} unit in {his} own words, a week after they were taught.",
        plain="{name} will remember and explain {aim} of 12 new {subject} words.",
        baseline="{now} of 12 a week after the lesson.",
        measure="Twelve words asked aloud in the last week of each unit, by the {subject} teacher.",
        target="{aim} of 12 words",
        targets=(
            (
                "Sorts the new words into \u201cknow\u201d, \u201cnearly\u201d and \u201cnew\u201d.",
                "Sorted at the start of a unit",
            ),
            ("Explains {half} of them with a picture in hand.", "Picture cards, half-way"),
        ),
        barrier="New words are there at the end of a lesson and gone a week later: {now} of 12 in {subject}, where the rest of the set kept about nine. Questions are then not answered because one word in them is missing.",
        strategies=(
            (
                "Teach five words before the unit begins, each with a picture and a movement.",
                "New words come with a picture, before they are needed.",
            ),
            (
                "Begin each lesson with two words from the last one.",
                "Each lesson starts with two words from the last.",
            ),
            (
                "Say the word, the everyday word, and the word again.",
                "Teachers explain a word with an everyday one.",
            ),
        ),
        session=Session(
            "Words first: {subject} words before the lesson",
            "Learning new words before the lesson",
            "ta",
            "2",
            20,
            4,
        ),
        seen=(
            "Used \u201cevaporate\u201d about a puddle on the way in.",
            "Eight cards in the \u201cknow\u201d pile.",
            "Mixed up two words that sound alike. We have drawn them side by side.",
        ),
        pupil=("If I have a picture I can get the word back.", "I knew it on Tuesday. Then it was gone."),
        parent=(
            "{name} teaches the words to {his} little cousin. That works better than any list.",
            "{He} remembers every player of the team, so the memory is there.",
        ),
        home="{name} explains two words a week to somebody at home.",
        resources=("Picture cards for each unit, on a ring.",),
    ),
    Thread(
        code="starting",
        area=CL,
        needs=("MLD", "ASD", "SEMH", "NSA", "OTH", "SPLD"),
        scale=Scale((6, 9), -2, 1),
        text="Begins a written task in {subject} within {aim} minutes of its being set, without an adult coming over.",
        plain="{name} will start a piece of work within {aim} minutes by {him}self.",
        baseline="{now} minutes on average, measured over five lessons.",
        measure="Minutes noted by the teacher in two lessons a week.",
        target="{aim} minutes or less",
        targets=(
            ("Writes the date and the first given words at once.", "Four lessons of five"),
            ("Chooses between two ways to begin.", "Choice marked on the sheet"),
        ),
        barrier="The empty page is the hard part: {now} minutes pass before the first word in {subject}, with sharpening and looking round. Once begun, {name} works as steadily as the others.",
        strategies=(
            ("Give the first three words of the answer.", "The teacher gives the first words."),
            (
                "Say quietly what to do first, then walk on and come back after two minutes.",
                "The teacher says the first step and comes back soon.",
            ),
            ("Offer two ways to begin, and let {him} choose.", "{name} may choose how to begin."),
        ),
        session=Session(
            "Ready, plan, begin: coaching for getting started",
            "Talking through how to get started",
            "ta",
            "1",
            20,
            1,
        ),
        seen=(
            "The first word before I had sat down.",
            "Chose the drawing first, then wrote about it.",
            "Ten minutes today: the task had no first words on it. My slip.",
        ),
        pupil=("I do not know which bit is first, so I do none of it.", "If I get the first words I can go."),
        parent=(
            "Homework starts when I write the first line. We will try giving two choices.",
            "{name} says that the blank page shouts at {him}.",
        ),
        home="Two choices for the first step of homework. {name} picks.",
        resources=("Sheets with the first words of three sentences.",),
    ),
    Thread(
        code="everyday_words",
        area=CL,
        needs=("SLD", "DS", "PMLD"),
        scale=Scale((7, 12), 6, 30),
        text="Reads {aim} of 30 everyday words on signs, menus and timetables.",
        plain="{name} will read {aim} of 30 words that {he} meets every day.",
        baseline="{now} of 30 words on cards; more of them where they hang in school.",
        measure="Thirty cards and ten signs around the school, once every half-term.",
        target="{aim} of 30 words",
        targets=(
            ("Finds five signs on a walk through the school.", "Walk with the list"),
            ("Reads the day's menu and chooses from it.", "At lunch, four days of five"),
        ),
        barrier="{name} recognises words by where they hang. The same word on a card was read {now} times out of 30, so a new place means asking somebody.",
        strategies=(
            ("Show the word and its symbol together, the word larger.", "Words are shown with a symbol."),
            (
                "Let {name} read the timetable to the adult, not the other way round.",
                "{name} reads {his} timetable to the adult.",
            ),
        ),
        session=Session(
            "Everyday reading, in school and in town",
            "Reading signs and menus in real places",
            "ta",
            "3",
            25,
            2,
        ),
        seen=(
            "Read \u201cno entry\u201d and turned round.",
            "Chose pasta from the written menu.",
            "Two new words today, both from the bus stop.",
        ),
        pupil=("I can read the menu.", "I like reading on walks. Not on the carpet."),
        parent=(
            "{name} found \u201cexit\u201d in the cinema and showed us the way.",
            "We have put words on the cupboards. {He} checks that we use the right one.",
        ),
        home="Three words on cupboard doors, changed on the first of the month.",
        resources=("Word cards with symbols on a ring.",),
        ict=("Symbol software on the tablet.",),
    ),
    Thread(
        code="homework",
        area=CL,
        needs=("SPLD", "MLD", "SEMH", "ASD", "OTH", "NSA", "PD"),
        scale=Scale((3, 5), 2, 9),
        text="Hands in {aim} of 10 homework tasks on the day they are due.",
        plain="{name} will hand in {aim} of 10 pieces of homework on time.",
        baseline="{now} of the last 10; three more were found, done, in the bag.",
        measure="Counted from the homework record every second Friday.",
        target="{aim} of 10 on the day",
        targets=(
            ("Takes a photograph of the homework before leaving the room.", "Seen in four lessons a day"),
            ("Empties and packs {his} bag at the same time each evening.", "Asked at the Monday check-in"),
        ),
        barrier="Homework is mostly done and does not arrive: {now} of 10 tasks were handed in, three lay finished in the bag. What was said in the last minute of a lesson is not written down.",
        strategies=(
            (
                "Set homework in the first ten minutes and leave it on the board.",
                "Homework is set at the start of the lesson.",
            ),
            ("Collect it from {him} by name.", "Teachers ask {name} for it by name."),
        ),
        session=Session(
            "Homework club", "A place to do homework after school with an adult", "ta", "2", 45, 10
        ),
        seen=(
            "All three pieces in on Thursday.",
            "Found the sheet under the lining of the bag.",
            "Showed another pupil how to photograph the board.",
        ),
        pupil=("I did it. I just did not know that I had it with me.", "If it is on my phone I can find it."),
        parent=(
            "Evenings are calmer since it is only 30 minutes.",
            "We did not know what was set. The photographs help us a great deal.",
        ),
        home="Thirty minutes a day, then stop and sign it.",
        adjustments=(
            "Homework of 30 minutes a day at most; what is unfinished is signed at home and counts as done.",
        ),
        ict=("A phone or tablet to photograph homework.",),
    ),
)
