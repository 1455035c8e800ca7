"""Concerns about sensory and physical needs."""

from senco.demo.words import story

STORIES = (
    story(
        "hearing",
        "{name} misses what I say when I face the board, and answers a different question.",
        "I face the class. Seat near the front.",
    ),
    story(
        "hearing",
        "Asked for the sound to be turned up {when}; for the others it was loud already.",
        "Subtitles on.",
    ),
    story(
        "hearing understanding",
        "{name} has had a cold for weeks and I wonder whether hearing comes and goes. Instructions are missed on some days only.",
        "Check that {name} is looking before I speak.",
    ),
    story(
        "sight", "{name} holds the book close and rubs their eyes after {minutes} minutes.", "Bigger print."
    ),
    story(
        "sight",
        "Walks up to the board to read it, then back to write, {few} times in one task.",
        "Printed the slide.",
    ),
    story(
        "sight reading",
        "{name} says that the letters move. A pale yellow page seemed to make it easier.",
        "Cream paper.",
    ),
    story(
        "movement",
        "{name} is the last to change for PE by {minutes} minutes and cannot tie laces.",
        "A head start.",
    ),
    story(
        "movement writing",
        "Bumps into tables and knocks things down {when}. Ruler and scissors are hard work too.",
        "More room round the desk.",
    ),
    story(
        "movement",
        "Tires quickly on the stairs. {name} was late to {subject} {few} times and out of breath.",
        "Allowed to leave early.",
    ),
    story(
        "movement",
        "In science {name} cannot pour without spilling and has stopped offering to help.",
        "A funnel and a wider glass.",
    ),
    story(
        "sensory",
        "{name} covers both ears in the canteen and has stopped eating there.",
        "Early lunch with a friend.",
        "break",
    ),
    story(
        "sensory",
        "The blazer is off within {minutes} minutes whatever the weather. {name} says that it scratches.",
        "Allowed a soft shirt underneath.",
    ),
    story(
        "sensory change",
        "The smell in food technology was too much and {name} had to leave.",
        "Windows open before the lesson.",
    ),
    story(
        "sensory attention",
        "{name} hums and rocks when the room is loud. In a quiet room there is none of it.",
        "Ear defenders offered.",
    ),
    story(
        "sensory behaviour",
        "A tap on the shoulder {place} led to a shout and a push. {name} said that it hurt.",
        "Friends told to say the name first.",
        "break",
    ),
    story(
        "hearing talking",
        "Some sounds are missing when {name} talks, mostly s and f. Mum says that there was glue ear.",
        "Repeated the word back rightly.",
    ),
    story(
        "movement sensory",
        "{name} chews pens to pieces. There were {few} in one lesson.",
        "Something else to chew.",
    ),
)
