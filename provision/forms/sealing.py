"""The rows of a preview, for the button below it: nobody can add others with it, and nobody else can press it."""

from django.core import signing

STANDS_FOR = 60 * 60  # seconds after which a preview has to be made anew


def seal(kept: list, membership, *, salt: str) -> str:
    """`kept` is a list that JSON can hold; `salt` names the kind of preview, so that none passes for another."""
    return signing.dumps([str(membership.pk), kept], salt=salt, compress=True)


def unseal(text: str, membership, *, salt: str) -> list:
    """What was sealed for this person; empty where it is too old, of another kind, or no preview of theirs."""
    try:
        whose, kept = signing.loads(text, salt=salt, max_age=STANDS_FOR)
    except signing.BadSignature:
        return []
    return kept if whose == str(membership.pk) else []
