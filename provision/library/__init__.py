"""The starter library: what schools commonly provide, in our own words, to be taken over and changed."""

from provision.library.cognition import COGNITION
from provision.library.communication import COMMUNICATION
from provision.library.feelings import FEELINGS
from provision.library.senses_and_body import SENSES_AND_BODY
from provision.library.shape import Shipped

SHIPPED: tuple[Shipped, ...] = (*COMMUNICATION, *COGNITION, *FEELINGS, *SENSES_AND_BODY)

__all__ = ["SHIPPED", "Shipped"]
