"""Phrases of the demo's records in Arabic, so that one of them can be read from the right."""

IN_ARABIC = {
    "Pupil": "التلميذ",
    "Held on": "تاريخ الاجتماع",
    "How": "كيف",
    "Held by": "أدارت الاجتماع",
    "Here": "الحاضرون",
    "Not here": "الغائبون",
    "Plan": "الخطة",
    "How it went": "كيف سارت الأمور",
    "At the start": "في البداية",
    "How it stands": "الوضع الآن",
    "In words": "بالكلمات",
    "Next": "الخطوة التالية",
    "What was said": "ما قيل في الاجتماع",
    "What we talked about": "ما تحدثنا عنه",
    "What we agreed": "ما اتفقنا عليه",
    "What happens next": "ماذا بعد",
    "This went much less well than we hoped.": "سار هذا أقل بكثير مما كنا نأمل.",
    "This went less well than we hoped.": "سار هذا أقل مما كنا نأمل.",
    "This went as we hoped.": "سار هذا كما كنا نأمل.",
    "This went better than we hoped.": "سار هذا أفضل مما كنا نأمل.",
    "This went much better than we hoped.": "سار هذا أفضل بكثير مما كنا نأمل.",
    "Done. We are pleased.": "تحقق الهدف، ونحن مسرورون.",
    "We go on with this.": "نواصل العمل على هذا.",
    "We change how we do this.": "نغيّر الطريقة التي نعمل بها.",
    "We stop this. It is no longer the right thing.": "نتوقف عن هذا، فلم يعد هو الأنسب.",
    "Support stays as it is.": "يبقى الدعم كما هو.",
    "Parent or carer": "ولي الأمر",
    "The pupil": "التلميذ",
    "Teacher of Science": "معلمة العلوم",
    "5 of 20 words at the end of the last unit.": "5 كلمات من 20 في نهاية الوحدة السابقة.",
    "6 minutes on average, measured over five lessons.": "6 دقائق في المتوسط، قيست في خمس حصص.",
    "It is still very hard in the evenings. Could there be less homework on group days?": (
        "ما زال الأمر صعبًا جدًا في المساء. هل يمكن تقليل الواجبات المنزلية في أيام المجموعة؟"
    ),
    "In person, Room 4": "حضوريًا، الغرفة 4",
}
NAME = r"([^;()]+)"
PATTERNS = (  # (what is made up from a name, a number or a day, its words)
    (r"Review of support, (.+)", "مراجعة الدعم، {0}"),
    (r"Record of the meeting on (.+)", "محضر اجتماع {0}"),
    (r"We look again on (.+)\.", "نراجع الأمر مرة أخرى في {0}."),
    (r"(.+), Year (\d+)", "{0}، الصف {1}"),
    (r"SEN Support plan, cycle (\d+)", "خطة الدعم، الدورة {0}"),
    (
        r"(\w+) will spell (\d+) of the (\d+) most important geography words\.",
        "سيكتب {0} تهجئة {1} من أهم {2} كلمة في الجغرافيا.",
    ),
    (
        r"(\w+) will start a piece of work within (\d+) minutes by himself\.",
        "سيبدأ {0} العمل بنفسه خلال {1} دقائق.",
    ),
    (
        r"We looked at each outcome together\. (\w+) showed the folder of finished work and chose the next aim\.",
        "نظرنا معًا في كل هدف. عرض {0} ملف أعماله المنجزة واختار الهدف التالي.",
    ),
    (rf"{NAME} \({NAME}\)", "{0} ({1})"),
    (rf"{NAME} \({NAME}\); {NAME} \({NAME}\)", "{0} ({1})؛ {2} ({3})"),
    (rf"{NAME} \({NAME}\); {NAME} \({NAME}\); {NAME} \({NAME}\)", "{0} ({1})؛ {2} ({3})؛ {4} ({5})"),
)
