"""Reading."""

from senco.demo.words.plans import CL, Scale, Session, Thread

THREADS = (
    Thread(
        code="reading_speed",
        area=CL,
        needs=("SPLD", "MLD"),
        scale=Scale((62, 95), 12, 140),
        text="Reads an unseen page of a {subject} text aloud at {aim} words a minute, with fewer than five slips in a hundred words.",
        plain="{name} will read a new page aloud more quickly: {aim} words in a minute.",
        baseline="{now} words a minute on an unseen page, eight slips in a hundred words.",
        measure="One minute of an unseen page, timed on the first and the last Friday of each half-term.",
        target="{aim} words a minute",
        targets=(
            (
                "Reads a page that was practised twice at {half} words a minute.",
                "Timed on two Fridays running",
            ),
            (
                "Puts right {his} own slips in three of five sentences without being told.",
                "Ticked during paired reading",
            ),
        ),
        barrier="Reading aloud is slow ({now} words a minute), so that little attention is left for what a page means. In {subject} {he} stopped twice on each page and looked for a neighbour's finger on the line.",
        strategies=(
            (
                "Give {name} the page the day before it is read in class.",
                "Teachers send the page home the day before.",
            ),
            (
                "Ask for reading aloud only when {name} has offered.",
                "Nobody calls on {name} to read without asking first.",
            ),
            (
                "Set the text in 14 point, one column, with a line of space between paragraphs.",
                "Texts are in larger print with more space.",
            ),
        ),
        session=Session(
            "Paired reading with timed repeats",
            "Reading the same page three times with an adult",
            "ta",
            "3",
            20,
            1,
        ),
        seen=(
            "Read the recipe in food technology to the whole group, without being asked.",
            "Two readings of the same page today, the second one 14 words a minute quicker.",
            "Kept a finger under the line at first, then put it away.",
            "Tired after lunch. We stopped after one paragraph.",
        ),
        pupil=(
            "When I have read it at home first, I can listen to what it says.",
            "I hate it when people breathe in because they know the word.",
            "My eyes get there before my mouth does.",
        ),
        parent=(
            "{name} reads the football pages to us now. The school books are still a fight.",
            "We read one page each in turn. It goes well when nobody is tired.",
        ),
        home="Ten minutes of reading in turns, one page each, on three evenings a week. Stop while it is going well.",
        adjustments=("Reading time and a half for any text longer than one page.",),
        resources=("A reading ruler with a yellow window.",),
        ict=("Text-to-speech on the school laptop, with earphones.",),
    ),
    Thread(
        code="syllables",
        area=CL,
        needs=("SPLD", "MLD", "DS"),
        scale=Scale((11, 19), 8, 39),
        text="Reads {aim} of 40 words of two and three syllables by breaking them into beats.",
        plain="{name} will read longer words by cutting them into parts: {aim} words out of 40.",
        baseline="{now} of 40 words; the others guessed from the first two letters.",
        measure="The same list of 40 words in the first week and in the last, read to the adult who teaches it.",
        target="{aim} of 40 words",
        targets=(
            ("Marks the beats in a new word with a pencil before saying it.", "Seen in four of five words"),
            ("Reads {half} of the 40 words at the check in the middle of the term.", "List read aloud"),
        ),
        barrier="{name} knows the sounds of single letters and guesses the rest: {now} of 40 longer words were read rightly. \u201cExperiment\u201d became \u201cexpert\u201d in science, and the question was answered for the wrong word.",
        strategies=(
            (
                "Write new words on the board with dots between the beats: pho.to.syn.the.sis.",
                "New words are shown in parts.",
            ),
            (
                "Say a new word, let the class say it, and only then ask for it to be read.",
                "The class says a new word together first.",
            ),
        ),
        session=Session(
            "Structured phonics for older readers",
            "Learning how sounds and letters fit in longer words",
            "ta",
            "4",
            15,
            3,
        ),
        seen=(
            "Cut \u201ctemperature\u201d into four beats on the mini whiteboard and read it.",
            "Asked me to put the dots in, then did the next one alone.",
            "Guessed again when hurried. With a pencil in hand it worked.",
        ),
        pupil=(
            "Long words look like one big blur until I cut them up.",
            "The little whiteboard is good because I can rub it out.",
        ),
        parent=(
            "{name} has started to read road signs to us from the back seat.",
            "I never knew that you could clap words. We do it in the car now.",
        ),
        home="Clap the beats of three words from the day's lessons.",
        resources=("Mini whiteboard and pen in {his} bag.",),
        years=(7, 8, 9),
    ),
    Thread(
        code="why_questions",
        area=CL,
        needs=("SPLD", "MLD", "SLCN", "ASD", "NSA", "OTH"),
        scale=Scale((2, 4), 2, 9),
        text="Answers {aim} of 10 \u201chow\u201d and \u201cwhy\u201d questions about a page of {subject} text, with the line that shows it.",
        plain="{name} will answer {aim} of 10 \u201chow\u201d and \u201cwhy\u201d questions about a page.",
        baseline="{now} of 10; questions with \u201cwho\u201d and \u201cwhere\u201d are answered rightly.",
        measure="Ten questions on an unseen page, every fourth week, the answers marked by the {subject} teacher.",
        target="{aim} of 10 questions",
        targets=(
            ("Underlines the line that holds the answer before writing.", "Seen in {half} of 10 questions"),
            (
                "Says in {his} own words what a paragraph was about.",
                "One paragraph a lesson, told to a partner",
            ),
        ),
        barrier="{name} reads the words and finds single facts. Where the answer is between the lines, {he} copies the sentence with the same word in it: {now} of 10 such questions were right.",
        strategies=(
            (
                "Stop after each paragraph for one question, in place of ten at the end.",
                "Questions come after each part, not all at the end.",
            ),
            (
                "Think aloud once: \u201cIt does not say so, but I know because \u2026\u201d",
                "The teacher shows how to read between the lines.",
            ),
            ("Mark the paragraph in which the answer is.", "The teacher shows where to look."),
        ),
        session=Session(
            "Reading for meaning: predict, ask, sum up",
            "A reading group that stops to guess and to ask",
            "ta",
            "2",
            30,
            5,
        ),
        seen=(
            "Found the line and read it to the group: \u201cIt is in here, it just does not say it.\u201d",
            "Seven of ten with the paragraph marked, four without.",
            "Asked \u201cwhy\u201d of the text before I did.",
        ),
        pupil=(
            "I can find it when I know which bit to look in.",
            "The questions at the end make me read it all again and then I am cross.",
        ),
        parent=(
            "We watch the news together and I ask why. {name} is good at it when it is about people.",
            "{He} tells me the whole film but not what it was about. I see what you mean.",
        ),
        home="After a programme, one question: \u201cWhy do you think they did that?\u201d",
        resources=("Question cards: predict, ask, make clear, sum up.",),
    ),
    Thread(
        code="reading_in_tests",
        area=CL,
        needs=("SPLD", "MLD"),
        scale=Scale((4, 6), 3, 12),
        text="Reads and answers {aim} of 12 questions of a past {subject} paper with a reading pen, in the time allowed.",
        plain="{name} will get through {aim} of 12 questions of an old exam paper with the reading pen.",
        baseline="{now} of 12 questions reached; those that were reached were mostly right.",
        measure="One section of a past paper every third week, under test conditions.",
        target="{aim} of 12 questions",
        targets=(
            ("Uses the reading pen on every question without a reminder.", "Seen in two class tests"),
            ("Underlines the command word first.", "Paper looked through afterwards"),
        ),
        barrier="In the last tests {name} ran out of time: {now} of 12 questions were reached and most of those were right. {He} reads each question three times before starting.",
        strategies=(
            (
                "Teach the command words of the subject: state, explain, compare.",
                "Teachers go through the words that tell what to do.",
            ),
            ("Use the reading pen in lessons as well as in tests.", "The pen is used in lessons too."),
        ),
        session=Session(
            "Past papers with the reading pen", "Practising old papers with the pen", "ta", "2", 30, 4
        ),
        seen=(
            "Nine questions today and time left to check two.",
            "Left the pen in the bag. We agreed that it lies on the desk before the paper does.",
            "Underlined \u201ccompare\u201d and wrote about both.",
        ),
        pupil=(
            "With the pen I only read it once.",
            "I want to know for certain what I will have in the real exam.",
        ),
        parent=(
            "{name} worries about the exams every day. It helps to know what is arranged.",
            "Please tell us in good time which room it will be.",
        ),
        home="One old question on Saturday morning, with the timer.",
        access=("Extra time of 25 % and a reading pen in class tests, as applied for in exams.",),
        ict=("Reading pen with earphones.",),
        years=(10, 11),
    ),
)
