from .invitation import Invitation
from .membership import Membership, MembershipQuerySet
from .school import Closure, School, Term
from .user import User

__all__ = ["Closure", "Invitation", "Membership", "MembershipQuerySet", "School", "Term", "User"]
