"""Concerns about communication and interaction."""

from senco.demo.words import story

STORIES = (
    story(
        "talking",
        "{name} searches for words and says 'the thing' a great deal. When hurried, nothing comes at all.",
        "Gave ten seconds of quiet before asking.",
    ),
    story(
        "talking",
        "I find it hard to make out what {name} says when excited. Other pupils have started to finish the sentences.",
        "Asked the class to wait.",
    ),
    story(
        "talking feelings",
        "{name} has not spoken in my lessons {when}, though friends say there is plenty of talk at lunch.",
        "Thumbs up and written answers instead.",
    ),
    story(
        "understanding",
        "{name} looks to the neighbour before starting anything. On {task} the first step was right and the rest was copied.",
        "Asked for the instruction back in their own words.",
    ),
    story(
        "understanding",
        "Takes what I say to the letter. When I said 'pull your socks up', {name} did.",
        "I try to say what I mean.",
    ),
    story(
        "understanding talking",
        "Long explanations seem to wash over {name}. With a picture and {few} words it works.",
        "Pictures and a short list.",
    ),
    story(
        "friends",
        "{name} stands {place} for the whole of break. I have not seen anybody come over {when}.",
        "Invited to chess club.",
        "break",
    ),
    story(
        "friends understanding",
        "{name} wants to join in and does it by telling others the rules. They walk away and {name} does not see why.",
        "Talked through what happened afterwards.",
        "break",
    ),
    story(
        "friends",
        "Group work goes wrong whenever {name} is in it. Working with one other person is fine.",
        "Pairs in place of groups.",
    ),
    story(
        "change",
        "The room was changed and {name} could not come in. It took {minutes} minutes outside before it was possible.",
        "Told the day before where we will be.",
    ),
    story(
        "change feelings",
        "A fire drill {when} was followed by a whole lesson under a coat. {name} was well again by the afternoon.",
        "A quiet place to go to after loud noises.",
    ),
    story(
        "change",
        "{name} must sit in the same seat. When a visitor sat there the lesson could not begin for {name}.",
        "A name card on the place.",
    ),
    story(
        "change attention",
        "Every cover lesson ends with {name} sent out. With the usual teacher there is rarely a problem.",
        "A note about the day's changes at registration.",
    ),
    story(
        "talking friends",
        "{name} talks at length about trains, whatever the question. Others have started to tease.",
        "A set time at the end for talking about trains.",
    ),
    story(
        "understanding",
        "English is {name}'s second language and is growing well, but in the home language too, mum says, {name} needs things said twice.",
        "Key words with pictures.",
    ),
    story(
        "talking",
        "{name} stammers on the first word and has begun to pass when it is their turn to read.",
        "Reads with a partner in place of alone.",
    ),
    story(
        "friends change",
        "Dinner time is hard. {name} asked {few} times to stay in my room instead of going to the canteen.",
        "Lunch pass for the library.",
        "break",
    ),
)
