"""The catalogues under locale/: brought up to date with the sources, and compiled for the process that serves.

python -m senco.core.words.catalogues     compiles what is newer than its compiled form
bin/manage words                          brings the catalogues up to date; new messages wait there for their words
"""

from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).resolve().parents[3] / "locale"


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    """One language's words. `fr` of locale/fr/… is its code."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def renew(path: Path, messages) -> tuple[int, int]:
    """Take in new messages and drop those that no source says any more; returns how many wait for their words, and how many went."""
    catalog = read(path)
    before = {(each.id, each.context) for each in catalog if each.id}
    template = Catalog()
    for message in messages:
        text = (message.text, message.plural) if message.plural else message.text
        template.add(text, locations=[(message.place, None)], context=message.context or None)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    after = {(each.id, each.context) for each in catalog if each.id}
    with path.open("wb") as file:
        write_po(file, catalog, width=0, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return len(untranslated(catalog)), len(before - after)


def untranslated(catalog: Catalog) -> list[str]:
    """Messages without words, or whose words nobody has looked at since the message changed."""
    return [str(each.id) for each in catalog if each.id and (each.fuzzy or not all(forms_of(each)))]


def forms_of(message) -> tuple[str, ...]:
    """The words of a message: one, or one for each kind of number."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def compile_newer() -> None:
    """Compile every catalogue that is newer than its compiled form. Needs no settings, so that it can run before anything else."""
    for path in catalogues():
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            draft = compiled.with_suffix(".new")
            with draft.open("wb") as file:
                write_mo(file, read(path))
            draft.replace(compiled)


if __name__ == "__main__":
    compile_newer()
