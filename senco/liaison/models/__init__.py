from .calls import CallRequest
from .details import DetailsWish
from .log import ContactFile, LoggedContact
from .told import FamilyNote

__all__ = ["CallRequest", "ContactFile", "DetailsWish", "FamilyNote", "LoggedContact"]
