"""What happens to a plan between people: steps, answers, copies, versions, the queue of the SENCO."""

from django.urls import path

from provision.views import steps, steps_answers, steps_copying, versions

urlpatterns = [
    path("sign-off/", steps.sign_off, name="sign_off"),
    path("plans/<uuid:pk>/steps/<slug:step>/", steps.take_step, name="take_step"),
    path("plans/<uuid:pk>/review/", steps.review_plan, name="review_plan"),
    path("plan-steps/<uuid:pk>/take-back/", steps.take_back_step, name="take_back_step"),
    path("plans/<uuid:pk>/answers/", steps_answers.answers, name="answers"),
    path("plans/<uuid:pk>/answers/read/", steps_answers.answers_read, name="answers_read"),
    path("plans/<uuid:pk>/copy/", steps_copying.copy_plan, name="copy_plan"),
    path("plans/<uuid:pk>/copy/find/", steps_copying.find_copy_pupil, name="find_copy_pupil"),
    path("plans/<uuid:pk>/versions/", versions.versions, name="versions"),
    path("plans/<uuid:pk>/versions/compare/", versions.compare_versions, name="compare_versions"),
    path("plan-versions/<uuid:pk>/", versions.version, name="version"),
]
