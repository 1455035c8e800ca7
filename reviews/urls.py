"""Reviews and other meetings, their records, and what was agreed."""

from django.urls import path

from reviews.views import agreed, families, judging, meeting, records, reviews, rounds, signing, steps

app_name = "reviews"
urlpatterns = [
    path("reviews/", reviews.reviews, name="reviews"),
    path("pupils/<uuid:pk>/reviews/", reviews.pupil_reviews, name="pupil_reviews"),
    path("pupils/<uuid:pk>/reviews/begin/", reviews.begin, name="begin"),
    path("reviews/<uuid:pk>/", reviews.review, name="review"),
    path("reviews/outcomes/", judging.judge, name="judge"),
    path("reviews/<uuid:pk>/change/", reviews.change, name="change"),
    path("reviews/<uuid:pk>/call-off/", steps.call_off, name="call_off"),
    path("reviews/<uuid:pk>/leave-out/", steps.leave_out, name="leave_out"),
    path("reviews/<uuid:pk>/take-in/", steps.take_in, name="take_in"),
    path("reviews/<uuid:pk>/meeting/", meeting.meeting, name="meeting"),
    path("reviews/<uuid:pk>/sign-off/", signing.sign, name="sign"),
    path("review-steps/<uuid:pk>/take-back/", steps.take_back_step, name="take_back"),
    path("review-records/<uuid:pk>/", records.record, name="record"),
    path("review-records/<uuid:pk>/<slug:kind>/", records.record_file, name="record_file"),
    path("shared/<uuid:pk>/meetings/", families.family_records, name="family_records"),
    path("shared-records/<uuid:pk>/", families.family_record, name="family_record"),
    path("shared-records/<uuid:pk>/<slug:kind>/", families.family_file, name="family_file"),
    path("shared-invitations/<uuid:pk>/", families.answer, name="answer"),
    path("review-rounds/", rounds.rounds, name="rounds"),
    path("review-rounds/new/", rounds.begin, name="new_round"),
    path("review-rounds/<uuid:pk>/", rounds.one_round, name="round"),
    path("review-rounds/<uuid:pk>/invite/", rounds.invite_all, name="invite_all"),
    path("review-rounds/<uuid:pk>/undo/", rounds.undo, name="undo_round"),
    path("reviews/<uuid:pk>/invite/", rounds.invite_one, name="invite"),
    path("actions/", agreed.actions, name="actions"),
    path("actions/<uuid:pk>/done/", agreed.done, name="action_done"),
    path("actions/<uuid:pk>/open/", agreed.open_again, name="action_open"),
]
