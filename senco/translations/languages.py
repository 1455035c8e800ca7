"""The languages that a plan or record can be translated into, each by its own name; easy read stands among them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EASY = "easy"


@dataclass(frozen=True)
class Language:
    """`tag` is that of BCP 47, for `lang`; `census` the code of the school census, by which a contact's language is recorded."""

    code: str
    label: str | Promise
    own: str | Promise
    census: str = ""
    leftwards: bool = False
    tag: str = ""

    @property
    def lang(self) -> str:
        return self.tag or self.code

    @property
    def side(self) -> str:
        """For `dir`."""
        return "rtl" if self.leftwards else "ltr"

    @property
    def is_easy(self) -> bool:
        return self.code == EASY

    @property
    def choice(self) -> str:
        """ "Polish (Polski)", for whoever chooses it for somebody else."""
        return f"{self.label} ({self.own})" if self.own != self.label else str(self.label)


EASY_READ = Language(EASY, _("Easy read"), _("Easy read"), tag="en-gb")
SPOKEN = (
    Language("sq", _("Albanian"), "Shqip"),
    Language("am", _("Amharic"), "አማርኛ"),
    Language("ar", _("Arabic"), "العربية", "ARA", leftwards=True),
    Language("bn", _("Bengali"), "বাংলা", "BEN"),
    Language("bg", _("Bulgarian"), "Български"),
    Language("zh-hans", _("Chinese, simplified"), "简体中文", "CHI", tag="zh-Hans"),
    Language("zh-hant", _("Chinese, traditional"), "繁體中文", tag="zh-Hant"),
    Language("hr", _("Croatian"), "Hrvatski"),
    Language("cs", _("Czech"), "Čeština"),
    Language("prs", _("Dari"), "دری", leftwards=True),
    Language("nl", _("Dutch"), "Nederlands"),
    Language("fr", _("French"), "Français", "FRN"),
    Language("de", _("German"), "Deutsch", "GER"),
    Language("el", _("Greek"), "Ελληνικά"),
    Language("gu", _("Gujarati"), "ગુજરાતી", "GUJ"),
    Language("he", _("Hebrew"), "עברית", leftwards=True),
    Language("hi", _("Hindi"), "हिन्दी"),
    Language("hu", _("Hungarian"), "Magyar", "HGR"),
    Language("ga", _("Irish"), "Gaeilge"),
    Language("it", _("Italian"), "Italiano", "ITA"),
    Language("ku", _("Kurdish, Kurmanji"), "Kurdî"),
    Language("ckb", _("Kurdish, Sorani"), "کوردی", leftwards=True),
    Language("lv", _("Latvian"), "Latviešu"),
    Language("lt", _("Lithuanian"), "Lietuvių", "LIT"),
    Language("ml", _("Malayalam"), "മലയാളം"),
    Language("ne", _("Nepali"), "नेपाली"),
    Language("pa", _("Panjabi"), "ਪੰਜਾਬੀ", "PNJ"),
    Language("ps", _("Pashto"), "پښتو", leftwards=True),
    Language("fa", _("Persian"), "فارسی", leftwards=True),
    Language("pl", _("Polish"), "Polski", "POL"),
    Language("pt", _("Portuguese"), "Português", "POR"),
    Language("rom", _("Romani"), "Romani čhib"),
    Language("ro", _("Romanian"), "Română", "ROM"),
    Language("ru", _("Russian"), "Русский", "RUS"),
    Language("si", _("Sinhala"), "සිංහල"),
    Language("sk", _("Slovak"), "Slovenčina"),
    Language("so", _("Somali"), "Soomaali", "SOM"),
    Language("es", _("Spanish"), "Español", "SPA"),
    Language("sw", _("Swahili"), "Kiswahili"),
    Language("ta", _("Tamil"), "தமிழ்", "TAM"),
    Language("th", _("Thai"), "ไทย"),
    Language("ti", _("Tigrinya"), "ትግርኛ"),
    Language("tr", _("Turkish"), "Türkçe", "TUR"),
    Language("uk", _("Ukrainian"), "Українська", "UKR"),
    Language("ur", _("Urdu"), "اردو", "URD", leftwards=True),
    Language("vi", _("Vietnamese"), "Tiếng Việt"),
    Language("cy", _("Welsh"), "Cymraeg", "WEL"),
    Language("yo", _("Yoruba"), "Yorùbá", "YOR"),
)
LANGUAGES = {each.code: each for each in (EASY_READ, *SPOKEN)}
BY_CENSUS = {each.census: each for each in SPOKEN if each.census}


def choices() -> list[tuple[str, str]]:
    """Easy read first, then by name."""
    spoken = sorted(SPOKEN, key=lambda each: str(each.label))
    return [(each.code, each.choice) for each in (EASY_READ, *spoken)]
