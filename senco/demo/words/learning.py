"""Concerns about cognition and learning."""

from senco.demo.words import story

STORIES = (
    story(
        "reading",
        "{name} reads aloud word by word and loses the place at the end of most lines. After {minutes} minutes there is nothing left to think about what it means.",
        "Sat beside a confident reader. Gave the text the day before.",
    ),
    story(
        "reading",
        "Asked to read a page in {subject}, {name} guessed at the longer words from their first letters {when}.",
        "A ruler under the line helped a little.",
    ),
    story(
        "reading understanding",
        "{name} can read the words but could not tell me what the paragraph was about. The same happened {when}.",
        "Broke the text into parts with a question after each.",
    ),
    story(
        "reading",
        "{name} says they have finished before anybody else, and I think it is to avoid being asked to read.",
        "A quiet word after the lesson. {name} said reading makes their head ache.",
    ),
    story(
        "writing",
        "{name} has good ideas when we talk, and then writes {lines}. The gap between what is said and what is on paper is wide.",
        "Sentence openers and a word bank on the desk.",
    ),
    story(
        "writing",
        "Spelling of common words changes from line to line. {name} rubs out so often that the page tears.",
        "Offered a whiteboard for a first try.",
    ),
    story(
        "writing movement",
        "{name}'s hand hurts after {minutes} minutes of writing. Letters get bigger and leave the line.",
        "A thicker pen and a sloping board from the library.",
    ),
    story(
        "writing",
        "Copying from the board takes {name} so long that the next part of the lesson is lost. It happened {when}.",
        "Printed the notes.",
    ),
    story(
        "maths",
        "{name} still counts on fingers for bonds to twenty and gets upset when others are quicker.",
        "Number line on the desk and extra time.",
    ),
    story(
        "maths memory",
        "We practised a method until it was right. The next day {name} had no memory of it. The same {when}.",
        "A worked example kept in the front of the book.",
    ),
    story(
        "maths",
        "Place value is not secure. {name} wrote 1007 for one hundred and seven {few} times in one task.",
        "Place value cards in small group.",
    ),
    story(
        "maths understanding",
        "{name} can do the sum but not find it in a word problem. Reading seems fine, so it may be the language.",
        "Drew bar models together.",
    ),
    story(
        "memory",
        "{name} carries out the first of {few} instructions and then waits for somebody to ask.",
        "One instruction at a time, written on a sticky note.",
    ),
    story(
        "memory",
        "Homework is done and then left at home, or brought and not handed in. {name} is as puzzled as I am.",
        "Planner checked at the end of the day.",
    ),
    story(
        "memory reading",
        "Key words in {subject} that we learn every week are gone by the next. Other pupils in the set keep about seven of ten; {name} keeps two.",
        "Picture cards and a quick quiz at the start.",
    ),
    story(
        "writing memory",
        "In the test {name} left {task} blank but could answer nearly all of it aloud afterwards.",
        "Let them answer aloud while I wrote.",
    ),
    story(
        "reading writing",
        "{name} has asked to go to the toilet at the start of {task} {when}. In practical work there is no such thing.",
        "Moved the reading to later in the lesson.",
    ),
)
