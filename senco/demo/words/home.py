"""What parents write about their own child."""

from senco.demo.words import story

STORIES = (
    story(
        "reading",
        "{name} will not read at home any more. We used to read every night. Now it ends in tears.",
        "We read to {name} instead.",
        "home",
    ),
    story(
        "writing",
        "Homework takes {name} all evening. We stop after an hour but then it is not done.",
        "We write down what {name} says.",
        "home",
    ),
    story(
        "maths",
        "{name} says everybody else is faster in maths and feels silly.",
        "We play number games.",
        "home",
    ),
    story(
        "memory",
        "{name} forgets things every day: bag, coat, books. We make lists and the lists get lost.",
        "A list by the front door.",
        "home",
    ),
    story(
        "feelings",
        "{name} does not sleep on Sunday nights and asks not to go to school.",
        "We talk about what is worrying.",
        "home",
    ),
    story(
        "feelings behaviour",
        "{name} holds it together all day and then it all comes out when the door closes at home.",
        "Quiet time after school.",
        "home",
    ),
    story(
        "friends",
        "{name} has not been asked to a birthday this year and has noticed.",
        "We asked two children round.",
        "home",
    ),
    story(
        "change",
        "Any change of plan is very hard for {name}. A new teacher means a bad week.",
        "We use a calendar with pictures.",
        "home",
    ),
    story(
        "attention",
        "{name} cannot sit through a meal. Is it the same in class?",
        "We let {name} move about.",
        "home",
    ),
    story(
        "hearing",
        "We have to say things three times and the television is very loud. We have asked the doctor for a hearing test.",
        "",
        "home",
    ),
    story(
        "talking",
        "{name}'s cousins are younger and talk more clearly. We would like somebody to listen to {name} talk.",
        "We wait and do not finish the words.",
        "home",
    ),
    story(
        "sensory",
        "Labels, seams and loud places upset {name} more and more. The school trip was too much.",
        "We cut the labels out.",
        "home",
    ),
    story("movement", "{name} falls over a lot and cannot ride a bike yet.", "Swimming helps.", "home"),
)
