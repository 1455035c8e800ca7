"""Which columns tell of court orders: a mere order of contacts cuts nobody off, and what may be an order is told by name."""

import pytest

from .files import read, upn, warned

COUNTING = (
    "Order", "Order 1", "Sort order", "Report order", "Carer order", "Guardian order", "Family order", "Household order",
    "Letter order", "Address order", "Contact preference order", "Contact order", "Contact order 1", "Border",
)  # fmt: skip
LEGAL = (
    "Court order", "Restraining order", "Protection order in place", "Occupation order", "Prohibited steps", "Non-molestation order",
    "Contact-prohibiting order", "Special guardianship order", "Supervision order", "Interim care order", "Any orders", "Order in force",
)  # fmt: skip


def contacts(heading: str, *cells: str, mapping=None):
    rows = "".join(
        f"{upn(n)},Dana,Marlowe{'abcdef'[n]},Mother,d{n}@example.org,{cell}\r\n"
        for n, cell in enumerate(cells)
    )
    return read(f"UPN,Forename,Surname,Relationship,Email,{heading}\r\n{rows}", mapping=mapping)


def orders(found) -> list[bool]:
    return [each.court_order for each in found.records]


@pytest.mark.parametrize("heading", COUNTING)
@pytest.mark.parametrize("cells", [("1",), ("1", "2", "3")])
def test_an_order_of_contacts_is_no_court_order(heading, cells):
    found = contacts(heading, *cells)
    assert not any(orders(found))
    assert "restriction_not_read" not in warned(found, None), "numbers need no second look"


@pytest.mark.parametrize("heading", COUNTING[3:10])
def test_a_choice_that_was_kept_from_before_makes_no_order_of_numbers(heading):
    names = ["UPN", "Forename", "Surname", "Relationship", "Email", heading]
    kept = list(
        map(
            list,
            zip(names, ["upn", "forename", "surname", "relationship", "email", "court_order"], strict=True),
        )
    )
    found = contacts(heading, "1", mapping=kept)
    assert (orders(found), warned(found, None)) == ([False], {"running_numbers"})


@pytest.mark.parametrize("heading", LEGAL)
def test_a_legal_word_makes_it_one(heading):
    assert orders(contacts(heading, "Y", "1", "0", "N", "See file", "")) == [
        True,
        True,
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("heading", LEGAL)
def test_running_numbers_below_a_legal_word_decide_nothing_and_are_told(heading):
    found = contacts(heading, "1", "2", "3")
    assert (orders(found), warned(found, None)) == ([False] * 3, {"running_numbers"})
    assert found.unknown_columns == (heading,)


def test_words_below_a_mere_order_are_told_and_not_decided():
    found = contacts("Order held", "Y", "N")
    assert (orders(found), warned(found, None)) == ([False, False], {"restriction_not_read"})


def test_a_pupil_report_with_columns_of_contacts_says_what_it_leaves_unread():
    header = "UPN,Surname,Forename,DOB,Contact 1 name,Court order"
    found = read(f"{header}\r\n{upn(1)},Marlowe,Isla,09/03/2014,Dana Marlowe,Y\r\n")
    assert found.kind == "pupils" and warned(found, None) == {"restriction_not_read"}
    quiet = read(f"{header}\r\n{upn(1)},Marlowe,Isla,09/03/2014,Dana Marlowe,N\r\n")
    assert not warned(quiet, None)


@pytest.mark.parametrize(
    "text",
    [
        "NO CONTACT with school",
        "Must not be contacted",
        "Non-molestation order 3/26",
        "Supervised contact only",
    ],
)
def test_a_remark_about_a_restriction_is_told_with_its_row(text):
    found = contacts("Notes", text, "Prefers e-mail")
    assert orders(found) == [False, False]
    assert warned(found, 2) == {"restriction_in_words"} and not warned(found, 3)


def test_a_remark_beside_an_order_that_is_taken_is_no_news():
    rows = f"UPN,Contact name,Relationship,Court order,Notes\r\n{upn(1)},Dana Marlowe,Mother,Y,No contact\r\n"
    assert "restriction_in_words" not in warned(read(rows), 2)
