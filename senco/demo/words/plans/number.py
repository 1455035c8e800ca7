"""Number and money."""

from senco.demo.words.plans import CL, Scale, Session, Thread

THREADS = (
    Thread(
        code="tables",
        area=CL,
        needs=("MLD", "SPLD", "OTH", "NSA"),
        scale=Scale((6, 9), 4, 20),
        text="Says {aim} of 20 multiplication facts (2, 4, 5 and 10 times) within five seconds each.",
        plain="{name} will know {aim} of 20 times-table facts by heart.",
        baseline="{now} of 20 within five seconds; the others counted on fingers.",
        measure="Twenty cards in any order on the first Monday of each month.",
        target="{aim} of 20 facts",
        targets=(
            ("Uses doubling to get from 2 times to 4 times.", "Explained aloud with two examples"),
            ("Says {half} of the 20 facts at the check in the middle of the term.", "Cards"),
        ),
        barrier="{name} understands what multiplying means and draws it well. Every fact has to be counted anew ({now} of 20 were known), so that the end of a longer sum is out of sight before it is reached.",
        strategies=(
            (
                "Put a multiplication grid in the front of the book, and let it be used.",
                "{name} uses a table of facts when {he} likes.",
            ),
            (
                "Start the lesson with three facts {he} knows and one new one.",
                "Each maths lesson starts with facts {name} knows.",
            ),
        ),
        session=Session(
            "Number facts: five a day", "Five number facts, practised each day", "ta", "5", 10, 2
        ),
        seen=(
            "Six times four by doubling three times four, with no fingers.",
            "Eleven cards in a minute.",
            "Forgot most after half-term; they were back by Thursday.",
        ),
        pupil=(
            "I like it when I just know it and do not have to count.",
            "The grid makes me feel safe in tests.",
        ),
        parent=(
            "We practise in the car. {name} is quicker than {his} sister with the tens.",
            "{He} asked for a poster of the tables for {his} wall.",
        ),
        home="Five cards at breakfast, the same ones all week.",
        adjustments=("Multiplication grid in class tests that do not test the facts themselves.",),
        resources=("Number cards in a tin, known ones at the back.",),
    ),
    Thread(
        code="money",
        area=CL,
        needs=("MLD", "SLD", "DS"),
        scale=Scale((2, 4), 3, 10),
        text="Works out the change from \u00a320 in {aim} of 10 shopping tasks with real coins and notes.",
        plain="{name} will work out the right change in {aim} of 10 shopping tasks.",
        baseline="{now} of 10; hands over the largest note and waits.",
        measure="Ten tasks in the school shop or with coins, once every half-term.",
        target="{aim} of 10 tasks",
        targets=(
            ("Rounds a price up to the next pound.", "Five prices, all five right"),
            ("Counts on from the price to the note.", "Shown with coins, {half} of 10"),
        ),
        barrier="{name} knows all coins and can add two prices on paper. In the canteen {he} holds out the whole purse: change was right in {now} of 10 tasks.",
        strategies=(
            ("Use real prices and coins before any sum on paper.", "Sums start with real coins and prices."),
            ("Wait ten seconds before helping.", "Adults wait before they help."),
        ),
        session=Session(
            "Maths for life: the school shop", "Practising money by running the school shop", "ta", "1", 45, 4
        ),
        seen=(
            "Gave back \u00a33.40 at the shop and counted it out aloud.",
            "Checked the canteen change alone and spotted 20p too little.",
            "Needed the number line for prices with pence.",
        ),
        pupil=(
            "I like the shop because I am the one behind the counter.",
            "I want to buy my lunch without anybody helping.",
        ),
        parent=(
            "{name} paid at the bakery alone on Saturday. We waited outside.",
            "{He} saves for a game and asks each week how much is missing.",
        ),
        home="{name} pays for one thing a week and counts the change.",
        resources=("A purse with real coins up to \u00a320.",),
    ),
    Thread(
        code="word_problems",
        area=CL,
        needs=("MLD", "SPLD", "SLCN", "NSA"),
        scale=Scale((2, 4), 2, 9),
        text="Draws a bar model and chooses the right operation in {aim} of 10 word problems.",
        plain="{name} will draw the problem first and choose the right sum in {aim} of 10 problems.",
        baseline="{now} of 10; adds whatever numbers there are.",
        measure="Ten problems of the maths unit every fourth week, read aloud on request.",
        target="{aim} of 10 problems",
        targets=(
            ("Says what the problem asks for, in own words, before writing.", "Two problems a lesson"),
            ("Draws a bar for {half} of 10 problems.", "Seen in the book"),
        ),
        barrier="Sums on their own are mostly right. In word problems {name} adds the numbers in the order in which they come: {now} of 10 were solved. When the story is acted with counters {he} sees at once what to do.",
        strategies=(
            ("Read the problem twice: once for the story, once for the numbers.", "Problems are read twice."),
            ("Draw first, count later.", "{name} draws the problem before working it out."),
        ),
        session=Session("Bar models", "Drawing maths problems as bars", "teacher", "1", 30, 5),
        seen=(
            "Crossed out the number that was not needed, and told the group why.",
            "Drew the bar, then chose to divide. Right.",
            "Added again when in a hurry before the bell.",
        ),
        pupil=("If I draw it I can see it.", "There are too many words in maths."),
        parent=(
            "We do the sums from the shopping bill. {name} likes finding our mistakes.",
            "{He} was proud of the bars and showed us how they work.",
        ),
        home="One sum from real life a week: a recipe, a bus, a bill.",
        resources=("Squared paper and two colours for bars.",),
        years=(7, 8, 9, 10),
    ),
)
