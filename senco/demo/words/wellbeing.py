"""Concerns about social, emotional and mental health."""

from senco.demo.words import story

STORIES = (
    story(
        "feelings",
        "{name} cried quietly through {task} and could not say why. It is not the first time; I noticed it {when} too.",
        "A walk with a friend and a check-in at the end.",
    ),
    story(
        "feelings",
        "{name} says 'I'm stupid' as soon as something is not right at once, and has torn up the work {few} times.",
        "Praise for the try, not the answer.",
    ),
    story(
        "feelings attendance",
        "On test days {name} has a stomach ache. The nurse has found nothing.",
        "Told in good time what the test covers.",
    ),
    story(
        "feelings",
        "Very quiet since the family moved. {name} used to be the first to answer.",
        "A short talk at the end of registration.",
    ),
    story(
        "behaviour",
        "{name} left the room without asking {when}, always when {task} is given out.",
        "A time-out card.",
    ),
    story(
        "behaviour",
        "Chairs were pushed over after a classmate laughed. {name} was very sorry afterwards and helped to tidy.",
        "A calm talk when it was over.",
    ),
    story(
        "behaviour feelings",
        "Goes from calm to shouting in a moment. {name} told me it feels 'like a kettle'.",
        "Agreed a sign we can both use.",
    ),
    story(
        "behaviour friends",
        "There have been {few} arguments {place} and {name} was in each. Others know how to start it.",
        "Eyes on the place and time.",
        "break",
    ),
    story(
        "attention",
        "{name} is out of the seat within {minutes} minutes. The work that is done is good; there is just very little of it.",
        "A job to do half-way, such as giving out books.",
    ),
    story(
        "attention",
        "Looks out of the window and starts when spoken to. It happens in {subject} most, after lunch.",
        "Seat near the front, away from the window.",
    ),
    story(
        "attention behaviour",
        "Calls out all through the lesson. {name} knows the rule and says sorry each time.",
        "A whiteboard to write the thought down on.",
    ),
    story(
        "attention memory",
        "{name} begins {few} tasks and finishes none. Reminders help for about {minutes} minutes.",
        "A timer on the desk.",
    ),
    story(
        "attendance",
        "{name} has missed {few} Mondays this half-term. When in school, all seems well.",
        "Rang home: mornings are hard.",
    ),
    story(
        "attendance feelings",
        "Arrives by the second lesson most days and goes straight to the pastoral office. {name} says the gate is the worst part.",
        "Offered the side entrance.",
        "elsewhere",
    ),
    story(
        "attendance",
        "{name} comes to {subject} and misses PE. There is a note each time.",
        "A word with the PE teacher about changing.",
    ),
    story(
        "feelings friends",
        "{name} was close to one friend who has left the school. Since then there is nobody at lunch.",
        "A seat at the games table.",
        "break",
    ),
    story(
        "behaviour attention",
        "In practical work {name} is a help to everybody. In written work we have had {few} removals {when}.",
        "Started with something to do with the hands.",
    ),
)
