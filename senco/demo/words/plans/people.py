"""What plans say about the whole pupil, and what families answer to them."""

STRENGTHS = (
    "{name} notices when somebody is left out and goes over to them.",
    "{He} draws maps of places that do not exist, with trains that could run.",
    "{name} is the one who gets the old sewing machines in textiles to work.",
    "{He} remembers what people like and brings it up weeks later.",
    "{name} runs cross-country and has not missed a training since last spring.",
    "{He} can explain the offside rule so that everybody understands it.",
    "{name} looks after two rabbits and has read all there is about them.",
    "{He} has a dry sense of humour that the whole set waits for.",
    "{name} builds with wood; {he} made the bird table by reception.",
    "{He} sings in the school choir and learns a part by ear in two rehearsals.",
    "{name} stays calm when equipment fails and finds out why.",
    "{He} asks questions in science that the class talks about afterwards.",
    "{name} bakes for {his} form on birthdays and works out the amounts by {him}self.",
    "{He} is patient with younger pupils and helps at the Year 6 visit days.",
    "{name} thinks in pictures: {his} diagrams in geography hang on the wall.",
    "{He} keeps going with a puzzle long after others have stopped.",
    "{name} tells the truth, even when it costs {him} something.",
    "{He} plays the drums and counts complicated rhythms without effort.",
    "{name} knows the school garden by heart and waters it on Fridays.",
    "{He} speaks two languages and changes between them for whoever needs it.",
    "{name} takes photographs of buildings and has had one printed in the school magazine.",
    "{He} swims for a club and swims the last length as fast as the first.",
    "{name} is good with figures in games: scores, odds, prices.",
    "{He} spots patterns, in numbers as in people's habits.",
    "{name} has read every book of one series twice, by ear.",
    "{He} is fair: friends ask {him} to be the referee.",
    "{name} repairs bicycles with {his} uncle and can name every part.",
    "{He} writes song lyrics and lets two friends read them.",
    "{name} helps to set up the stage and knows where each cable goes.",
    "{He} learns a dance by watching it once.",
    "{name} is never late for the breakfast club, where {he} sets the tables.",
    "{He} cares about animals and has raised \u00a385 for the shelter.",
    "{name} codes small games; one of them teaches times tables.",
    "{He} has a steady hand: models, nail art, tiny figures.",
    "{name} makes newcomers laugh within a minute.",
    "{He} listens to history podcasts and argues about them well.",
)

ASKED = (
    "Asked by {adult} during a walk round the field.",
    "Said to {adult} over a game of cards.",
    "{name} wrote this with {adult} on the laptop.",
    "Chosen from picture cards with {adult}, then said aloud.",
    "Told to {adult} in two short talks on different days.",
    "{name} recorded it on the tablet; {adult} typed it up word for word.",
)

PUPIL_ALSO = (
    "I would like to sit by the window.",
    "My best lesson is the one where we make something.",
    "I do not like it when the helper sits next to me all the time.",
    "Please tell the cover teachers too.",
    "This year is going all right.",
    "I want to be asked first.",
    "It is good when people say hello to me in the morning.",
    "I am proud of my project.",
    "I want to stop going out of art for this.",
    "I know more than people think.",
    "Two people really get me here.",
    "When I am older I want to work with machines.",
    "I want to have lunch with my friends and not in a club.",
    "I liked being asked how it should be.",
    "The new seat is good.",
    "It would be nice if Fridays were shorter.",
)

MET = (
    "At the meeting in school.",
    "On the telephone.",
    "By e-mail, quoted as it came.",
    "At parents' evening.",
    "In a video call after work.",
)

PARENTS_ALSO = (
    "What matters most to us is that {name} likes going.",
    "Please ring rather than write; we both work shifts.",
    "We are happy with how the last plan went.",
    "{He} is a different child in the holidays. We would like to see more of that one.",
    "We worry about what comes after Year 11.",
    "{name} has grown up a great deal since Christmas.",
    "Could the strategies go to the football coach as well?",
    "We have the same fight about the phone as everybody.",
    "{His} grandparents help with homework on Wednesdays.",
    "We would like to know who to ring when something goes wrong.",
    "{name} is kind to {his} little cousins, and nobody at school sees that.",
    "It is good that the same person works with {him} each week.",
    "We did not know that {he} could concentrate for so long.",
    "{He} eats and sleeps well at the moment.",
    "Last term was hard at home too, as we have moved.",
    "We see that everybody is trying.",
)

AGENCIES = {
    "SLCN": "Ms Adair, speech and language therapist, saw {name} on {day}. She advised ten seconds of waiting time, pictures for new words and one adult for practice. All three reached the teachers in the same week.",
    "ASD": "Mrs Lindqvist, occupational therapist, visited on {day} and wrote a sensory plan. It says: seat by the wall, defenders before it gets loud, five minutes out and back. The plan hangs in the staff room.",
    "SEMH": "Ms Farrant, school counsellor, has met {name} since {day}. What is said there stays there; her advice to teachers is under the strategies.",
    "SPLD": "A specialist teacher tested {name} on {day}. She advised phonics for older readers in short daily sessions and typed work for longer tasks. Both began in the week after.",
    "MLD": "Dr Fairweather, educational psychologist, was consulted on {day}. He advised words before the lesson, repeated over weeks, and lists with pictures. Every teacher has had both since then.",
    "HI": "Mr Pascoe, teacher of the deaf, comes once a half-term, last on {day}. He checks the aids and advised subtitles on every film.",
    "VI": "Mrs Ellwood, teacher of pupils with vision impairment, came on {day}. She advised 24 point, files on the day before, and a seat with the window behind.",
    "PD": "The physiotherapist reviewed the stretching programme on {day}: 15 minutes a day, with the tilted board.",
}  # fmt: skip

STAFF_NOTES = (
    "Cover folder: page with the strategies is at the front. Please read it before the lesson.",
    "{name} has asked that the plan is not mentioned in front of classmates.",
    "The last lesson on Friday is the hardest of the week; see the notes.",
    "Ring home before 9 or after 4. Messages by text are read, letters are not.",
    "Two adults know the calm place: {adult} and the pastoral office.",
    "Seating has been changed in three subjects. Ask before changing it again.",
    "What works was found by {name}, not by us. Ask {him} first when something new comes up.",
    "Please send samples of work to the SENCO in the week before the review.",
    "{adult} collects the notes on Fridays; two lines are enough.",
    "Not to be sat beside the door in science: the extractor is above it.",
)

# Answers to a plan that was shared: what was ticked → words beside it. Some tick and say no more.
ANSWERS = {
    "yes": (
        "Yes, this is {name}. Thank you for taking the time.",
        "We agree. The part about what helps at home is easy to do.",
        "Happy with this. {name} has read it too and put a star on page one.",
        "",
        "We read it together on Sunday. It is good to see the good things first.",
        "Yes. Please keep the same teaching assistant if you can.",
        "",
        "All fine. We will do the ten minutes.",
    ),
    "partly": (
        "Most of it. Three evenings of practice are too many, two would be honest.",
        "We agree with the first outcome. The second is more your worry than ours.",
        "Yes to the plan, but please do not take {him} out of art for it.",
        "I agree except the homework. {name} is too tired after training.",
    ),
    "talk": (
        "Could we talk about who does what? I could come on Thursday after 3.",
        "I have two questions about the tests. Please ring me.",
        "Before I say yes I would like to hear what {name} thinks of it.",
    ),
    "no": (
        "I do not agree that this is enough. We asked for an hour a day with one adult and it is three times twenty minutes.",
    ),
    "comment": (
        "The date of the review is our holiday. Can it be a week earlier?",
        "Please correct our telephone number, it is the one on the school system now.",
        "We will come to the review with {name}'s aunt, who reads the plans with us.",
    ),
}  # fmt: skip

PUPILS_ANSWER = (
    "It is okay. Can I have the session on Tuesday and not Monday?",
    "I like the first page. The goals are fine.",
    "Good, but do not put me with the Year 7s.",
    "Yes. I helped to write it.",
    "I will try it until Christmas or so and then I will say.",
    "Can you tell the maths teacher about the first bit?",
    "That is really what I said. Thank you for not changing it.",
    "Fine. The goal about asking for help is the hard one.",
    "I want the other goal first.",
    "Yes to everything apart from breakfast club.",
)

REVIEWED = (
    "Met with the parents. What went well was said first, by {name}.",
    "Reviewed on the telephone with home; {name} had sent {his} marks for each outcome.",
    "Meeting of 40 minutes with parents, {name} and the form tutor.",
    "Reviewed in school; the parents' words were there in writing.",
    "{name} led the first ten minutes with slides of {his} own.",
)
HANDED_IN = (
    "Please look at the measures; the rest is as we talked about.",
    "Written with the form tutor and English.",
    "Ready from my side. The parents' words will follow after Thursday.",
    "",
)
GIVEN_BACK = (
    "The last outcome has no measure yet. How would we know?",
    "Please say who does the sessions and on which days. All else reads well.",
    "The barriers are still to be written: what was seen, where, how often?",
)
CHANGED = (
    "The first line of the provision, as agreed on the telephone.",
    "The timetable has changed; the sessions had to change with it.",
)
SEEN_ELSEWHERE = (
    "Told me about it by {him}self in the corridor.",
    "The same in a cover lesson, without a reminder.",
    "Not today. It was raining and everybody had been inside all day.",
    "Showed it to a friend.",
    "A step back after the holidays, as we had expected.",
)
# When the thread has no more words of its own; {count} is a number between where the cycle began and its aim.
COUNTED = (
    "At today's check: {count}.",
    "{count} today, {now} when the plan began.",
    "Counted with {name}: {count}. The aim is {aim}.",
    "Checked again: {count}. {name} keeps the list {him}self.",
)
LEFT = "Left the school. A copy goes to the next one."
OVER = "SEN Support has ended: the class teaching meets what is left."

# Need → what is measured: name, kind of result, who measured. Kinds: "standard" (100 is the mean), or a pattern with its range.
TESTS = {
    "SPLD": (
        ("Single-word reading", "standard", "senco"),
        ("Spelling, single words", "standard", "senco"),
        ("Reading speed, aloud", ("{n} words a minute", 62, 104), "senco"),
    ),
    "MLD": (
        ("Reading comprehension", "standard", "senco"),
        ("Mathematics, number", "standard", "Maths department"),
        ("Non-verbal reasoning", "standard", "Dr Fairweather, educational psychologist"),
    ),
    "SLCN": (
        ("Receptive vocabulary", "standard", "Ms Adair, speech and language therapist"),
        ("Understanding spoken paragraphs", "standard", "Ms Adair, speech and language therapist"),
    ),
    "ASD": (
        ("Reading comprehension", "standard", "senco"),
        ("Listening in noise, words of 20", ("{n} of 20", 9, 17), "senco"),
    ),
    "SEMH": (
        ("Reading comprehension", "standard", "senco"),
        ("Minutes on task, average of five lessons", ("{n} minutes", 6, 17), "senco"),
    ),
    "HI": (
        ("Words heard without lip-reading", ("{n} of 50", 22, 41), "Mr Pascoe, teacher of the deaf"),
        ("Receptive vocabulary", "standard", "Mr Pascoe, teacher of the deaf"),
    ),
    "VI": (
        ("Reading speed in 24 point", ("{n} words a minute", 70, 130), "Mrs Ellwood, teacher of pupils with vision impairment"),
        ("Smallest print read for five minutes", ("{n} point", 18, 28), "Mrs Ellwood, teacher of pupils with vision impairment"),
    ),
    "PD": (
        ("Handwriting speed", ("{n} words a minute", 6, 13), "senco"),
        ("Typing speed", ("{n} words a minute", 8, 24), "senco"),
    ),
    "SLD": (
        ("Everyday words read", ("{n} of 30", 6, 22), "senco"),
        ("Counting and comparing, of 20", ("{n} of 20", 6, 15), "Maths department"),
    ),
}  # fmt: skip
