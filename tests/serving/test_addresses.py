"""One database address is made into another without losing any of it."""

from psycopg.conninfo import conninfo_to_dict

from senco.core.serving.addresses import as_owner, as_runtime, password_in

ADMIN = "postgresql://admin:p%40ss@db.example:5433/senco?sslmode=require"
SOCKET = "postgresql://admin:pw@%2Ftmp%2FSome%20Place%2Frun/senco"


def test_the_owner_is_the_same_login_in_another_role():
    parts = conninfo_to_dict(as_owner(ADMIN))
    assert (parts["user"], parts["password"]) == ("admin", "p@ss")
    assert (parts["host"], parts["port"], parts["sslmode"]) == ("db.example", "5433", "require")
    assert parts["options"] == "-c role=senco_owner"


def test_taking_on_the_role_twice_is_taking_it_on_once():
    assert as_owner(as_owner(ADMIN)) == as_owner(ADMIN)


def test_a_role_that_only_begins_like_the_owner_is_not_the_owner():
    other = f"{ADMIN}&options=-c%20role%3Dsenco_owner_of_another"
    assert conninfo_to_dict(as_owner(other))["options"].endswith(" -c role=senco_owner")


def test_other_options_are_kept():
    parts = conninfo_to_dict(as_owner(f"{ADMIN}&options=-c%20lock_timeout%3D5s"))
    assert parts["options"] == "-c lock_timeout=5s -c role=senco_owner"


def test_the_runtime_login_goes_to_the_same_place_without_the_role():
    parts = conninfo_to_dict(as_runtime(as_owner(ADMIN), "n:w/p@ss"))
    assert (parts["user"], parts["password"]) == ("senco_app", "n:w/p@ss")
    assert (parts["host"], parts["port"], parts["sslmode"]) == ("db.example", "5433", "require")
    assert "options" not in parts


def test_a_socket_folder_survives():
    assert conninfo_to_dict(as_runtime(as_owner(SOCKET), "x"))["host"] == "/tmp/Some Place/run"


def test_the_password_is_read_back():
    assert password_in(as_runtime(ADMIN, "n:w/p@ss")) == "n:w/p@ss"
    assert password_in("postgresql://db.example/senco") == ""
