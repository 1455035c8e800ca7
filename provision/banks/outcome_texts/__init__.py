"""The texts of the outcome stems, one module for each part of an area: to correct a sentence, open its module."""

from provision.banks.outcome_texts import (
    attention_and_attendance,
    body_and_energy,
    both_senses,
    change_and_company,
    daily_living,
    earliest_learning,
    feelings_and_friends,
    hearing,
    language,
    number_and_study,
    reading_and_writing,
    vision,
)

OUTCOME_STEMS = (
    *language.OUTCOME_STEMS,
    *change_and_company.OUTCOME_STEMS,
    *reading_and_writing.OUTCOME_STEMS,
    *number_and_study.OUTCOME_STEMS,
    *daily_living.OUTCOME_STEMS,
    *earliest_learning.OUTCOME_STEMS,
    *feelings_and_friends.OUTCOME_STEMS,
    *attention_and_attendance.OUTCOME_STEMS,
    *hearing.OUTCOME_STEMS,
    *vision.OUTCOME_STEMS,
    *body_and_energy.OUTCOME_STEMS,
    *both_senses.OUTCOME_STEMS,
)
