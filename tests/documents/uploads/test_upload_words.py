"""What may be chosen is said in the language of whoever reads the form, not in that of the process that loaded it."""

from django.utils.functional import Promise

from provision.forms.seen import SeenForm
from senco.documents.uploads.fields import help_words
from senco.documents.uploads.formats import PICTURE


def test_the_help_of_a_field_is_not_said_before_somebody_reads_it():
    assert isinstance(SeenForm.base_fields["files"].help_text, Promise)
    assert str(help_words([PICTURE])).startswith("picture up to ")
    assert str(help_words()).count(" up to ") == 5
