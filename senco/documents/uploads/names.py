"""The name a file came with, as it can be shown, kept and handed out again."""

import re
import unicodedata

LONGEST = 100  # characters, the extension included
UNNAMED = "file"
NOT_IN_NAMES = '<>:"|?*'
DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
# Extensions that say what a file is, or lie about it. What ours says comes from the content.
KNOWN = re.compile(
    r"\.(jpe?g|png|webp|heic|gif|bmp|tiff?|svg|pdf|docx?|docm|dotx?|dotm|odt|rtf|txt|text|md|csv|log|xlsx?|xlsm|pptx?|ppsx?"
    r"|mp3|m4a|mp4|aac|ogg|oga|opus|webm|weba|wav|amr|html?|xml|js|vbs|wsf|hta|exe|com|bat|cmd|scr|pif|msi|jar|ps1|sh|lnk|zip|rar|7z|iso)$",
    re.IGNORECASE,
)


def clean_name(name: str, extension: str) -> str:
    """Without folders, invisible characters and letters that turn the reading order, and with our extension.

    `extension` has no dot: "pdf". "../../Report.pdf.exe" with the content of a PDF becomes "Report.pdf".
    """
    stem = readable(name)
    while found := KNOWN.search(stem):
        stem = stem[: found.start()].rstrip(" .")
    stem = stem[: LONGEST - len(extension) - 1].strip(" .") or UNNAMED
    return f"{stem}_.{extension}" if DEVICES.match(stem) else f"{stem}.{extension}"


def readable(name: str) -> str:
    """The last part of a path, in one line of visible characters. For showing a name that nothing was kept under."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(" " if is_odd(character) else character for character in last)
    return " ".join(visible.split()).rstrip(" .")[: 2 * LONGEST]


def is_odd(character: str) -> bool:
    """Control and format characters (among them those that turn the reading order), lone surrogates, private ones, separators."""
    return character in NOT_IN_NAMES or unicodedata.category(character)[0] in "CZ"
