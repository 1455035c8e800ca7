"""Understanding what is said, saying when one has not, and keeping a talk going."""

from senco.demo.words.plans import CI, Scale, Session, Thread

THREADS = (
    Thread(
        code="instructions",
        area=CI,
        needs=("SLCN", "DS", "MLD", "HI", "ASD"),
        scale=Scale((3, 5), 2, 9),
        text="Carries out {aim} of 10 spoken instructions with two parts the first time they are given.",
        plain="{name} will follow {aim} of 10 instructions with two parts the first time.",
        baseline="{now} of 10; the first part is done, the second asked for.",
        measure="Ten instructions in ordinary lessons, ticked on one day every third week.",
        target="{aim} of 10 the first time",
        targets=(
            ("Repeats an instruction in {his} own words before starting.", "Four of five times"),
            ("Holds up fingers for the number of parts heard.", "{half} of 10 times"),
        ),
        barrier="{name} watches what others do before {he} moves. Of 10 instructions with two parts {now} were carried out at once; with a gesture or a picture it was eight.",
        strategies=(
            (
                "Say the name, wait for eyes, then give the instruction.",
                "Teachers say {name}'s name before they explain.",
            ),
            ("Put things in the order in which they are to be done.", "What comes first is said first."),
            ("Point or show while speaking.", "Teachers show what they mean."),
        ),
        session=Session("Listening and remembering", "Games for listening and remembering", "ta", "2", 20, 3),
        seen=(
            "Two fingers up, and both parts done.",
            "Told the new boy what we had to do, in the right order.",
            "Missed it while packing up; the room was loud.",
        ),
        pupil=("If I look at the others I know what to do.", "I like it when she shows it with her hands."),
        parent=(
            "We say one thing at a time now, and there is less shouting.",
            "{name} forgets the second thing at home too.",
        ),
        home="Two-part jobs in the kitchen: fetch, then lay.",
        resources=("Small picture cards for common instructions.",),
    ),
    Thread(
        code="checking",
        area=CI,
        needs=("SLCN", "HI", "ASD", "MSI"),
        scale=Scale((0, 2), 2, 8),
        text="Says that {he} has not understood, or turns the card, {aim} times in a week in {subject}, rising from silence.",
        plain="{name} will say \u201cI did not get that\u201d {aim} times a week instead of staying quiet.",
        baseline="{now} times a week, although a third of what was said was missed on the day it was checked.",
        measure="Tally by the teaching assistant in one week of each half-term.",
        target="{aim} times a week",
        targets=(
            ("Turns the card from green to amber once a lesson.", "Seen"),
            ("Says which part was not clear.", "{half} times a week"),
        ),
        barrier="{name} nods. In a check straight after the explanation {he} could tell a third of it, and had asked nothing. \u201cI do not want to be a nuisance,\u201d {he} said.",
        strategies=(
            (
                "Ask \u201cWhich part shall I say again?\u201d, not \u201cHave you understood?\u201d",
                "Teachers ask which part to say again.",
            ),
            ("Thank whoever asks, so that the class hears it.", "Asking is praised."),
        ),
        session=Session("Asking when it is not clear", "Practising how to ask", "ta", "1", 20, 3),
        seen=(
            "\u201cThe second part again, please.\u201d In front of everybody.",
            "Card on amber for most of the lesson and used it well.",
            "Asked a friend, who did not know either, and then both asked me.",
        ),
        pupil=("I nod because it is quicker.", "The card is better than my hand up."),
        parent=(
            "{name} told the dentist that {he} had not understood. We were proud.",
            "At home {he} does ask. It is the class that makes {him} shy.",
        ),
        home="Say on purpose something unclear once a day. {name} catches you.",
        resources=("A card, green on one side and amber on the other, for the desk.",),
    ),
    Thread(
        code="conversation",
        area=CI,
        needs=("SLCN", "ASD", "SEMH"),
        scale=Scale((2, 3), 2, 9),
        text="Keeps a talk with one classmate going for {aim} turns about something the other has brought up.",
        plain="{name} will keep a talk with a classmate going for {aim} turns.",
        baseline="{now} turns, then back to {his} own subject or silence.",
        measure="One talk at the games table each fortnight, turns counted without anybody noticing.",
        target="{aim} turns",
        targets=(
            ("Asks one question about what the other said.", "Once in each talk"),
            ("Says how a talk is to end in place of leaving it.", "Three of four talks"),
        ),
        barrier="{name} would like company and says so. Talks end after {now} turns: {he} tells what {he} knows, and the other drifts off. With one person and something in their hands it lasts longer.",
        strategies=(
            (
                "Pair {name} with the same partner for half a term.",
                "{name} works with the same partner for half a term.",
            ),
            (
                "Give pairs something to do with their hands while they talk.",
                "Talks are easier while doing something.",
            ),
        ),
        session=Session(
            "Games table at lunch", "Games and talk at lunch with three others", "ta", "2", 30, 4
        ),
        seen=(
            "\u201cWhat level are you on?\u201d, and then listened.",
            "Nine turns about somebody else's dog.",
            "Left in the middle, came back and said goodbye.",
        ),
        pupil=("I never know when it is my go.", "It is easier with cards on the table."),
        parent=(
            "A boy from the games table came to our house on Sunday.",
            "{name} asked me how my day was. I nearly fell over.",
        ),
        home="Each evening one question about somebody else's day.",
        resources=("Card games for two to four at the games table.",),
    ),
)
