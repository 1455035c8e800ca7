"""What a file holds, by its content alone, before it is read in full."""

from .content import XML, recognise_content
from .parsing import suggest_columns
from .reading import read_bytes
from .records import CTF
from .refusals import ImportRefused, Limits


def kind_of(source: bytes) -> str:
    """pupils, ctf, contacts, staff or groups; empty where the file is not understood."""
    try:
        if recognise_content(read_bytes(source, Limits()))[0] == XML:
            return CTF
        return suggest_columns(source)[0].kind or ""
    except ImportRefused:
        return ""
