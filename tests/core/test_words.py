"""The words in other languages: all of them are there, and each says the same thing with the same placeholders."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from senco.core.words import catalogues, sources
from senco.core.words.catalogues import forms_of, read, renew, untranslated

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|%%|\{\w*\}")
TAG = re.compile(r"</?[a-z][^>]*>")
OURS = catalogues.catalogues()
BY_LANGUAGE = [pytest.param(path, id=path.parts[-3]) for path in OURS]


@pytest.fixture(scope="module")
def messages() -> list[sources.Message]:
    return list(sources.messages())


def faults_of(catalog) -> list[tuple]:
    """Messages whose words have other placeholders, tags or line breaks at the ends than the English."""
    return [
        (message.id, form) for message in catalog if message.id for english, form in pairs(message) if differs(english, form)
    ]  # fmt: skip


def pairs(message):
    """Each form with the English that it stands for: the second form of the Welsh six is the one for 1."""
    if not isinstance(message.id, tuple):
        return [(message.id, message.string)]
    one, many = message.id
    return [(one if number == 1 else many, form) for number, form in enumerate(forms_of(message))]


def differs(english: str, form: str) -> bool:
    return parts(english) != parts(form)


def parts(text: str) -> tuple:
    ends = text[:1] == "\n", text[-1:] == "\n"
    return sorted(PLACEHOLDER.findall(text)), sorted(TAG.findall(text)), ends


def missing(catalog, messages) -> set[str]:
    """What a source says and the catalogue does not hold."""
    return {each.text for each in messages if catalog.get(each.text, each.context or None) is None}


def test_every_language_on_offer_is_one_of_the_catalogues():
    offered = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    assert {path.parts[-3] for path in OURS} == offered


@pytest.mark.parametrize("path", BY_LANGUAGE)
def test_every_message_has_its_words(path, messages):
    catalog = read(path)
    assert len(catalog) > 7000
    assert missing(catalog, messages) == set()
    assert untranslated(catalog) == []


@pytest.mark.parametrize("path", BY_LANGUAGE)
def test_no_message_is_kept_that_nothing_says_any_more(path, messages):
    said = {(each.text, each.context) for each in messages}
    kept = {
        (each.id[0] if isinstance(each.id, tuple) else each.id, each.context or "")
        for each in read(path)
        if each.id
    }
    assert kept - said == set()


@pytest.mark.parametrize("path", BY_LANGUAGE)
def test_words_keep_what_is_filled_in(path):
    assert faults_of(read(path)) == []


def test_control_a_placeholder_that_is_lost_is_noticed(tmp_path):
    bad = tmp_path / "cy/LC_MESSAGES/django.po"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        'msgid "%(n)d pupil"\nmsgid_plural "%(n)d pupils"\n'
        + "".join(f'msgstr[{number}] "%(n)d disgybl"\n' for number in range(5))
        + 'msgstr[5] "disgybl"\n\nmsgid "<b>Yes</b>"\nmsgstr "Ie"\n\nmsgid "No"\nmsgstr "Na"\n'
    )
    assert [form for _english, form in faults_of(read(bad))] == ["disgybl", "Ie"]


def test_control_new_messages_wait_and_old_ones_go(tmp_path):
    path = tmp_path / "cy/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Yes"\nmsgstr "Ie"\n\nmsgid "Gone"\nmsgstr "Wedi mynd"\n')
    waiting, gone = renew(
        path, [sources.Message("Yes"), sources.Message("New"), sources.Message("Yes", context="door")]
    )
    assert (waiting, gone) == (2, 1)
    assert missing(read(path), [sources.Message("Yes"), sources.Message("Other")]) == {"Other"}
    assert untranslated(read(path)) == ["New", "Yes"]
    assert "Gone" not in path.read_text()


def test_what_is_found_in_the_sources(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    page = tmp_path / "templates/page.html"
    page.parent.mkdir()
    page.write_text(
        "{% load i18n %}\n  {% translate 'One' %}\n"
        "  {% blocktranslate trimmed count n=3 %}{{ n }} pupil{% plural %}{{ n }} pupils{% endblocktranslate %}\n"
        "  {% if x %}\n {% translate 'Open' context 'door' %}{% endif %} not this"
    )
    code = tmp_path / "senco/some.py"
    code.parent.mkdir()
    code.write_text(
        "a = lazy('Two')\nb = ngettext('%d day', '%d days', n)\nc = other('Not this')\nd = _('Th' 'ree')\n"
    )
    ours = [each for each in sources.messages() if not each.place.startswith(("django", "allauth"))]
    assert [(each.text, each.plural, each.context) for each in ours] == [
        ("Two", "", ""), ("%d day", "%d days", ""), ("Three", "", ""),
        ("One", "", ""), ("%(n)s pupil", "%(n)s pupils", ""), ("Open", "", "door"),
    ]  # fmt: skip


def test_compiling_is_done_where_the_words_are_newer(tmp_path, monkeypatch):
    path = tmp_path / "cy/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Yes"\nmsgstr "Ie"\n')
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    catalogues.compile_newer()
    compiled = path.with_suffix(".mo")
    first = compiled.stat().st_mtime_ns
    catalogues.compile_newer()
    assert compiled.stat().st_mtime_ns == first
    assert b"Ie" in compiled.read_bytes()
    path.write_text(path.read_text().replace("Ie", "Ydy"))
    catalogues.compile_newer()
    assert b"Ydy" in compiled.read_bytes()


def test_the_catalogues_are_in_their_own_language():
    for path in OURS:
        with Path(path).open("rb") as file:
            assert str(read_po(file).locale) == path.parts[-3]
