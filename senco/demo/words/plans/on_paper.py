"""Spelling and writing, by hand and on a keyboard."""

from senco.demo.words.plans import CL, Scale, Session, Thread

THREADS = (
    Thread(
        code="subject_spelling",
        area=CL,
        needs=("SPLD", "HI"),
        scale=Scale((5, 9), 4, 19),
        text="Spells {aim} of the 20 key words of a {subject} unit rightly in {his} own writing.",
        plain="{name} will spell {aim} of the 20 most important {subject} words.",
        baseline="{now} of 20 words at the end of the last unit.",
        measure="The 20 words counted in a piece of free writing at the end of each unit, not in a spelling test.",
        target="{aim} of 20 words",
        targets=(
            (
                "Learns four words a week by covering, writing and checking them.",
                "Friday check of four words",
            ),
            ("Finds a word on the word list within half a minute.", "Timed twice"),
        ),
        barrier="Spelling changes from line to line: one word of {subject} stood in three forms on a page. {name} chose short words that {he} could spell over the ones {he} had used aloud a minute before.",
        strategies=(
            (
                "Put the unit's word list on the desk and mark only those words.",
                "Only the words on the list are marked.",
            ),
            (
                "Accept phonetic spelling in first drafts, and mark the idea.",
                "In a first draft the ideas count, not the spelling.",
            ),
            (
                "Show the tricky part of a word in a second colour on the board.",
                "The tricky part of a word is shown in colour.",
            ),
        ),
        session=Session(
            "Spelling by pattern, with {subject} words",
            "Learning spellings that follow one pattern",
            "ta",
            "3",
            15,
            2,
        ),
        seen=(
            "Used \u201cbecause\u201d five times and had it right each time.",
            "Looked at the list before writing and not after.",
            "Four of four on Friday, three of them still right on Monday.",
        ),
        pupil=(
            "I know what I want to say. Then I write the word I can spell instead.",
            "If only the list words count, I can think about the rest.",
        ),
        parent=(
            "{name} asks me for spellings by text message from {his} room. At least {he} asks.",
            "The four words on the fridge work. Twenty words never did.",
        ),
        home="Four words on the fridge, changed on Sundays.",
        resources=("A word list of 20 words for each unit, made by the {subject} teacher.",),
        ict=("Word prediction on the laptop.",),
    ),
    Thread(
        code="paragraphs",
        area=CL,
        needs=("SPLD", "MLD", "SEMH", "NSA"),
        scale=Scale((2, 4), 2, 9),
        text="Writes a paragraph of {aim} connected sentences in {subject} within 20 minutes, with a plan and without an adult beside {him}.",
        plain="{name} will write {aim} sentences that belong together in 20 minutes, by {him}self.",
        baseline="{now} sentences in 20 minutes, after the first one was begun by an adult.",
        measure="One paragraph every second week in {subject}, sentences counted by the teacher.",
        target="{aim} connected sentences",
        targets=(
            ("Fills the four boxes of a planning sheet before writing.", "Sheet kept in the book"),
            ("Writes {half} sentences from the plan within 20 minutes.", "Counted in two lessons"),
        ),
        barrier="What {name} says and what {he} writes are far apart: four good reasons when asked aloud, {now} sentences on paper. The first sentence takes longest; once it stands, the next one comes within a minute.",
        strategies=(
            (
                "Let {name} say the first sentence aloud, then write it down.",
                "{name} says a sentence first and writes it then.",
            ),
            (
                "Give a planning sheet with four boxes for every piece longer than a paragraph.",
                "A sheet with four boxes helps to plan.",
            ),
            (
                "Agree the number of sentences before the task starts.",
                "The teacher says how many sentences are wanted.",
            ),
        ),
        session=Session(
            "Talk, plan, write: a small writing group",
            "A small group that talks, plans and then writes",
            "teacher",
            "1",
            40,
            4,
        ),
        seen=(
            "Started within two minutes, from the sheet.",
            "Three sentences more than last week, and joined with \u201chowever\u201d.",
            "Wrote one line and stopped. When {he} had said it to a partner, two more came.",
        ),
        pupil=(
            "The boxes are good because then it is not one big empty page.",
            "I like telling it. I do not like that my hand is slower than my head.",
        ),
        parent=(
            "At home {name} talks into the phone and copies it down. Is that allowed?",
            "{He} does have ideas. We could listen to {him} all evening.",
        ),
        home="Before homework, {name} tells you the first sentence. Then {he} writes it.",
        adjustments=("Longer written tasks are handed out in parts, one part at a time.",),
        resources=("Planning sheets with four boxes in the front of each book.",),
        ict=("Speech-to-text for first drafts.",),
    ),
    Thread(
        code="typing",
        area=CL,
        needs=("SPLD", "PD", "VI"),
        scale=Scale((8, 14), 6, 35),
        text="Types at {aim} words a minute and uses the laptop for every written task longer than ten minutes.",
        plain="{name} will type {aim} words in a minute and use the laptop for longer writing.",
        baseline="{now} words a minute with two fingers; handwriting is at 9 words a minute and hurts after ten.",
        measure="A typing check of three minutes every second Thursday; teachers tick when the laptop was used.",
        target="{aim} words a minute",
        targets=(
            ("Types the home row without looking at {half} words a minute.", "Typing check"),
            ("Saves work into the right subject folder by {him}self.", "Folders looked through once a month"),
        ),
        barrier="Handwriting costs {name} so much effort that {he} writes as little as {he} can: six lines in 40 minutes in {subject}, with a break to shake out the hand. Two-finger typing ({now} words a minute) is not quicker yet.",
        strategies=(
            (
                "Take typed work wherever others write by hand, with the same marks for it.",
                "Typed work counts the same as written work.",
            ),
            (
                "Send slides to {his} folder before the lesson, so that nothing has to be copied.",
                "Nothing has to be copied from the board.",
            ),
        ),
        session=Session("Touch-typing course", "Learning to type without looking", "ta", "4", 15, 6),
        seen=(
            "A whole page in history, typed, and {he} asked to print it for the wall.",
            "The battery was flat, so {he} wrote by hand. We have agreed to charge it in the library at lunch.",
            "Looked at the keys for numbers only.",
        ),
        pupil=(
            "When I type it, people can read it. That is new.",
            "I do not want to be the only one with a laptop in the room.",
        ),
        parent=(
            "{name} does the typing course at home without being told. We did not expect that.",
            "{His} hand used to ache every evening. It does so less now.",
        ),
        home="Ten minutes of the typing course, four days a week.",
        access=("Word processor in class tests, as in lessons.",),
        ict=("School laptop with spelling help switched off for tests.",),
    ),
    Thread(
        code="proofreading",
        area=CL,
        needs=("SPLD", "SLCN", "HI"),
        scale=Scale((2, 4), 2, 8),
        text="Finds and puts right {aim} of 10 slips in {his} own {subject} writing before handing it in.",
        plain="{name} will check {his} own writing and find {aim} of 10 mistakes.",
        baseline="{now} of 10 slips found when asked to check.",
        measure="Ten slips counted in one piece every third week; those that {he} had already put right.",
        target="{aim} of 10 slips",
        targets=(
            ("Reads every sentence aloud from the last to the first.", "Heard once a week"),
            (
                "Uses the three-point check: capitals, endings, words left out.",
                "Card ticked at the end of a piece",
            ),
        ),
        barrier="{name} hands work in as soon as the last word stands. Checking has meant reading it once more in the head, where the missing words are there: {now} of 10 slips were found.",
        strategies=(
            (
                "Leave five minutes for checking and say when they begin.",
                "There are five minutes for checking.",
            ),
            ("Ask for one kind of slip at a time.", "{name} looks for one kind of mistake at a time."),
        ),
        session=Session(
            "Checking one's own writing", "Learning ways to check what one has written", "teacher", "1", 25, 3
        ),
        seen=(
            "Found \u201cdefinately\u201d by {him}self and laughed about it.",
            "Let the laptop read it out and heard the missing word.",
            "Only capitals today, but all of them.",
        ),
        pupil=(
            "If the computer reads it to me I hear what is wrong.",
            "By the time it is finished I never want to see it again.",
        ),
        parent=(
            "{name} lets us look at the coursework now. It used to stay in the bag.",
            "We have stopped correcting and only say how many there are to find.",
        ),
        home="Say how many slips there are in a piece, not where.",
        ict=("Text-to-speech to listen to own drafts.",),
        resources=("A check card with three points in the pencil case.",),
        years=(9, 10, 11),
    ),
)
