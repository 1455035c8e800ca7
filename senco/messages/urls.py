from django.urls import path

from senco.messages import views

app_name = "outbox"
urlpatterns = [
    path("mail/", views.kept_mail, name="kept_mail"),
    path("mail/<str:name>", views.kept_message, name="kept_message"),
    path("outbox/", views.undelivered, name="undelivered"),
    path("outbox/<uuid:pk>/again/", views.send_again, name="send_again"),
    path("outbox/<uuid:pk>/let-go/", views.let_go, name="let_go"),
]
