"""What people in the demo school write."""

import re
from random import Random

import pytest

from register.choices import Seen
from register.models import Concern, ConcernNote, ConcernNotice, ViewRequest
from senco.demo.words import DETAILS, communication, home, learning, senses, told, wellbeing
from senco.demo.words.answers import REASONS, TO_PARENTS, TO_RAISER

STORIES = [story for module in (learning, communication, wellbeing, senses, home) for story in module.STORIES]


def test_there_are_many_different_stories():
    assert len({story.text for story in STORIES}) == len(STORIES) >= 60


def test_every_chip_is_told_of_and_none_is_unknown():
    assert {chip for story in STORIES for chip in story.seen} == set(Seen.values)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.text[:30])
def test_the_details_of_a_story_are_filled_in(story):
    text = told(Random(1), story.text, name="Sam", subject="maths")
    assert not re.search(r"[{}]", text)


def test_control_a_detail_nobody_knows_is_noticed():
    assert "colour" not in DETAILS
    with pytest.raises(KeyError):
        told(Random(1), "{colour}", name="Sam", subject="maths")


def test_every_decision_has_reasons_and_an_answer_and_safeguarding_is_not_told_at_home():
    assert set(REASONS) == set(TO_RAISER)
    assert set(TO_RAISER) - set(TO_PARENTS) == {"safeguarding"}


def test_texts_of_the_school_are_whole(school_of):
    world = school_of(300)
    texts = [row.what_happened for row in world.made(Concern)]
    texts += [row.text for model in (ConcernNote, ConcernNotice) for row in world.made(model)]
    texts += [row.answer for row in world.made(ViewRequest) if row.answered_at]
    assert len(texts) > 100
    assert not [text for text in texts if not text.strip() or re.search(r"[{}]", text)]
