"""What the columns of MIS reports are called: canonical field → headings in compact form, the best first.

A heading in compact form has only letters and digits, in lower case: “Date of birth”, DateOfBirth and “date_of_birth” are one.
"""

import re

from django.utils.translation import gettext_lazy as _

from .records import CONTACTS, GROUPS, PUPILS, STAFF

_UPN = ("upn", "pupilupn", "studentupn", "upnnumber", "uniquepupilnumber", "currentupn")
_ADMISSION_NUMBER = (
    "adno", "admissionnumber", "admissionno", "admno", "admissionsnumber", "pupiladmissionnumber",
    "studentadmissionnumber", "pupiladno", "studentadno", "adnumber",
)  # fmt: skip
_EMAIL = (
    "email",
    "emailaddress",
    "primaryemail",
    "homeemail",
    "mainemail",
    "contactemail",
    "parentemail",
    "email1",
)
_STAFF_CODE = (
    "staffcode",
    "staffid",
    "teachercode",
    "teacherid",
    "staffinitials",
    "employeecode",
    "employeenumber",
    "staff",
    "teacher",
)

PUPIL_HEADINGS = {
    "upn": _UPN,
    "former_upn": ("formerupn", "previousupn", "oldupn"),
    "admission_number": _ADMISSION_NUMBER,
    "uln": ("uln", "uniquelearnernumber"),
    "legal_surname": ("legalsurname", "legallastname", "legalfamilyname", "surname", "lastname", "familyname",
                      "pupilsurname", "pupillastname", "studentsurname", "studentlastname"),
    "legal_forename": ("legalforename", "legalfirstname", "legalgivenname", "forename", "firstname", "givenname",
                       "pupilforename", "pupilfirstname", "studentforename", "studentfirstname"),
    "middle_names": ("middlenames", "middlename", "legalmiddlenames", "legalmiddlename"),
    "preferred_surname": ("preferredsurname", "preferredlastname", "preferredfamilyname", "chosensurname", "chosenlastname"),
    "preferred_forename": ("preferredforename", "preferredfirstname", "chosenforename", "chosenfirstname", "knownas"),
    "date_of_birth": ("dateofbirth", "dob", "birthdate", "birthday", "pupildateofbirth", "studentdateofbirth", "pupildob", "studentdob"),
    "sex": ("sex", "gender", "legalsex", "legalgender", "sexgender", "genderorsex"),
    "year_group": ("yeargroup", "yeartaughtin", "ncyear", "ncyearactual", "nationalcurriculumyear", "curriculumyear",
                   "currentyeargroup", "yeargroupcode", "year", "yr", "ncyeargroup"),
    "form": ("registrationform", "registrationgroup", "reggroup", "form", "tutorgroup", "formgroup", "tutorform",
             "currentregistrationform", "registration", "reg", "class", "classname"),
    "sen_status": ("senstatus", "senprovision", "sendstatus", "senstatuscode", "sencategory", "sencode", "senstage",
                   "currentsenstatus", "senprovisioncode", "senprovisiontype", "sen", "send"),
    "sen_status_since": ("senstartdate", "senstatusstartdate", "senstatussince", "senprovisionstartdate", "senstatusdate", "sensince"),
    "full_name": ("fullname", "pupilname", "studentname", "pupilfullname", "studentfullname", "childname", "childsname", "nameofpupil",
                  "surnameforename", "surnameandforename", "surnamefirstname", "lastnamefirstname", "legalname", "legalfullname",
                  "name"),
    "needs": ("senneeds", "senneed", "senneedtypes", "senneedtype", "sentype", "sentypes", "needs", "needtype", "typeofneed",
              "senneeddescriptions", "sentypeofneed", "typesofneed"),
    "need_1": ("senneedtype1", "senneed1", "sentype1", "needtype1", "senprimaryneed", "primaryneed", "primarysenneed",
               "primarysenneedtype", "senprimaryneedtype", "mainneed", "primarysentype", "need1"),
    "need_2": ("senneedtype2", "senneed2", "sentype2", "needtype2", "sensecondaryneed", "secondaryneed", "secondarysenneed",
               "secondarysenneedtype", "sensecondaryneedtype", "secondarysentype", "need2"),
    "need_3": ("senneedtype3", "senneed3", "sentype3", "needtype3", "sentertiaryneed", "tertiaryneed", "need3"),
    "need_rank": ("needrank", "senneedrank", "sentyperank", "needtyperank", "senneedtyperank", "senrank", "rank", "ranking", "needranking",
                  "senneedranking"),
    "FSM": ("fsm", "freeschoolmeals", "freeschoolmeal", "fsmeligible", "eligibleforfsm", "fsmeligibility",
            "eligibleforfreeschoolmeals", "fsmstatus", "isfsm"),
    "PP": ("pupilpremium", "pp", "pupilpremiumindicator", "pupilpremiumeligible", "pupilpremiumrecipient", "fsm6", "ever6",
           "fsmever6", "ever6fsm", "ispp", "ppindicator"),
    "EAL": ("eal", "englishasadditionallanguage", "englishasanadditionallanguage", "ealstatus", "iseal"),
    "LAC": ("incare", "lookedafter", "lac", "cla", "lookedafterchild", "childlookedafter", "incarestatus", "lacstatus"),
    "SERVICE": ("servicechild", "servicechildren", "servicechildindicator", "servicefamily", "servicepupil",
                "servicechildineducation", "servicepupilpremium"),
    "ethnicity": ("ethnicity", "ethnicitycode", "ethnicgroup", "ethniccode", "ethnicorigin"),
    "first_language": ("firstlanguage", "homelanguage", "language", "mothertongue", "languagecode", "firstlanguagecode"),
    "attendance_percent": ("attendance", "attendancepercent", "attendancepercentage", "percentattendance", "presentpercent",
                           "percentagepresent", "percentageattendance", "present", "attendanceytd", "attendancethisyear"),
    # “Start date”, “End date” and “Left” alone may be about SEN, a need or anything else: a person says which.
    "admission_date": ("admissiondate", "dateofadmission", "dateofentry", "entrydate", "joined", "joiningdate",
                       "enrolmentdate", "schoolstartdate", "dateadmitted"),
    "left_on": ("leavingdate", "dateofleaving", "lefton", "leaverdate", "leavedate", "schoolleavingdate", "dateleft"),
}  # fmt: skip

CONTACT_HEADINGS = {
    "upn": _UPN,
    "admission_number": _ADMISSION_NUMBER,
    "priority": ("priority", "contactpriority", "order", "contactorder", "priorityorder"),
    "title": ("title", "contacttitle", "salutation"),
    "forename": ("contactforename", "contactfirstname", "parentforename", "parentfirstname", "forename", "firstname"),
    "surname": ("contactsurname", "contactlastname", "parentsurname", "parentlastname", "surname", "lastname"),
    "full_name": ("contactname", "contactfullname", "parentname", "parentfullname", "parentcarername", "carername", "guardianname",
                  "parentguardianname", "fullname", "name"),
    "relationship": ("relationship", "relationshiptopupil", "relationshiptostudent", "relationshiptype", "contactrelationship", "relation",
                     "relationshiptochild", "relationshiptoyoungperson", "contactrelationshiptopupil"),
    "parental_responsibility": ("parentalresponsibility", "hasparentalresponsibility", "pr", "responsibility", "legalguardian"),
    "lives_with_pupil": ("liveswithpupil", "liveswithstudent", "liveswith", "sharedaddress", "sameaddress", "liveswithchild",
                         "sameaddressaspupil", "sameaddressasstudent"),
    "email": _EMAIL,
    "phone": ("mobile", "mobilephone", "mobilenumber", "mobiletelephone", "telephone", "phone", "phonenumber", "telephonenumber",
              "mainphone", "primaryphone", "contactphone", "contactnumber", "hometelephone", "homephone", "daytelephone", "workphone",
              "worktelephone"),
    "address": ("address", "homeaddress", "addressline1", "address1", "addressline2", "address2", "addressline3", "address3",
                "town", "city", "county", "postcode"),
    "court_order": ("courtorder", "hascourtorder", "courtorderinplace", "courtorders", "courtorderdetails"),
    "language": ("language", "preferredlanguage", "firstlanguage", "homelanguage", "contactlanguage"),
}  # fmt: skip

STAFF_HEADINGS = {
    "staff_code": _STAFF_CODE,
    "title": ("title",),
    "forename": (
        "legalforename",
        "legalfirstname",
        "forename",
        "firstname",
        "givenname",
        "staffforename",
        "stafffirstname",
    ),
    "surname": (
        "legalsurname",
        "legallastname",
        "surname",
        "lastname",
        "familyname",
        "staffsurname",
        "stafflastname",
    ),
    "full_name": ("fullname", "staffname", "teachername", "stafffullname", "employeename", "name"),
    "email": ("workemail", "workemailaddress", "staffemail", "schoolemail", *_EMAIL),
    "role": ("role", "jobtitle", "staffrole", "post", "position", "job", "contractrole", "businessrole"),
}

GROUP_HEADINGS = {
    "group": (
        "group",
        "groupname",
        "teachinggroup",
        "class",
        "classname",
        "classcode",
        "groupcode",
        "teachinggroupname",
        "set",
    ),
    "subject": ("subject", "subjectname", "course", "coursename"),
    "upn": _UPN,
    "admission_number": _ADMISSION_NUMBER,
    "staff_code": (
        *_STAFF_CODE,
        "maintteacher",
        "mainteacher",
        "leadteacher",
        "supervisor",
        "teachers",
        "staffcodes",
        "staffname",
        "teachername",
        "teachernames",
        "supervisors",
    ),
}

HEADINGS = {PUPILS: PUPIL_HEADINGS, CONTACTS: CONTACT_HEADINGS, STAFF: STAFF_HEADINGS, GROUPS: GROUP_HEADINGS}

# Each inner tuple is a choice: one of its fields must be there. The first choices tell the kinds of file apart.
REQUIRED = {
    PUPILS: (("legal_surname", "full_name"), ("legal_forename", "full_name"), ("date_of_birth",)),
    CONTACTS: (("upn", "admission_number"), ("surname", "full_name"),
               ("relationship", "parental_responsibility", "priority", "lives_with_pupil", "court_order")),
    STAFF: (("surname", "full_name"), ("email", "staff_code")),
    GROUPS: (("group",), ("upn", "admission_number")),
}  # fmt: skip

# Fields that say nothing about what kind of table it is.
SHARED_FIELDS = frozenset(
    {
        "upn",
        "admission_number",
        "title",
        "forename",
        "surname",
        "full_name",
        "email",
        "phone",
        "address",
        "language",
    }
)

# A table of staff has no column for a pupil.
NEVER_IN_STAFF = frozenset({*_UPN, *_ADMISSION_NUMBER})

# Several columns may hold one value: of telephone numbers and e-mail addresses the first filled one counts, address lines are joined.
# Of columns about court orders and restrictions one that says so is enough.
FIRST_FILLED = frozenset({"phone", "email"})
JOINED = frozenset({"address"})
STRICTEST = frozenset({"court_order"})

# “Contact surname”, “Parent/carer first name”, “Contact 1 Name”: where a table has one, a bare “Surname” is the pupil's.
CONTACT_NAME = re.compile(
    r"(?:emergency|primary|main|first|1st)?(?:parentcarer|parentguardian|contact|parent|carer|guardian|nextofkin|nok)s?[0-9]?"
    r"(?:legal|preferred)?(?:surname|lastname|familyname|forename|firstname|givenname|fullname|name)s?"
)
BARE_NAMES = frozenset(
    {"title", "salutation", "forename", "firstname", "surname", "lastname", "fullname", "name"}
)
# Columns of a pupil: beside them a bare name in a table of contacts is anybody's guess.
PUPIL_ONLY = frozenset(
    word for name in ("date_of_birth", "year_group", "form", "sen_status") for word in PUPIL_HEADINGS[name]
)
# Headings that speak of a court order or another restriction. “Order” alone counts contacts more often than not: it needs a
# legal word beside it.
RESTRICTION = re.compile(
    r"court|restrict|nocontact|donotcontact|injunct|molest|prohibit|barred|banned|specificissue|childarrangement|"
    r"(?:restraining|protection|protective|occupation|supervision|residence|legal|guardianship|exclusion|safeguarding)orders?|"
    r"^(?:interim|full)?careorders?|^(?:any)?orders?(?:inplace|inforce|onfile|granted|against)|^anyorders?$"
)
SOME_ORDER = re.compile(r"(?<!dis|rec)(?<!b)order")


def is_contact_name(word: str) -> bool:
    """Whether a heading in compact form names a contact, not the pupil."""
    return CONTACT_NAME.fullmatch(word) is not None


def contact_name_field(word: str) -> str | None:
    """The field that a contact's name belongs to by its heading; None where it is none, or one of several contacts."""
    if not is_contact_name(word) or any(character.isdigit() for character in word):
        return None
    if word.endswith(("surname", "lastname", "familyname")):
        return "surname"
    return "forename" if word.endswith(("forename", "firstname", "givenname")) else "full_name"


def is_restriction(word: str) -> bool:
    """Whether a heading in compact form is about a court order or another restriction on a contact."""
    return RESTRICTION.search(word) is not None


def may_be_restriction(word: str) -> bool:
    """Whether a heading in compact form speaks of some order: what stands below it tells more."""
    return SOME_ORDER.search(word) is not None


# Headings that give a product's standard report away, spelled as that product spells them.
SIGNATURES = {
    "SIMS": frozenset(
        {"Adno", "Legal Surname", "Legal Forename", "Year taught in", "Reg group", "In care", "% attendance"}
    ),
    "Arbor": frozenset(
        {"First name", "Last name", "Registration form", "SEN needs", "Year group", "Attendance"}
    ),
    "Bromcom": frozenset(
        {
            "FirstName",
            "LastName",
            "DateOfBirth",
            "YearGroup",
            "SENProvision",
            "SENPrimaryNeed",
            "StudentEmail",
        }
    ),
}
OTHER_SOURCE = "Other"

FIELD_LABELS = {
    "upn": _("UPN"), "former_upn": _("Former UPN"), "admission_number": _("Admission number"), "uln": _("ULN"),
    "legal_surname": _("Legal surname"), "legal_forename": _("Legal forename"), "middle_names": _("Middle names"),
    "preferred_surname": _("Preferred surname"), "preferred_forename": _("Preferred forename"),
    "date_of_birth": _("Date of birth"), "sex": _("Sex"), "year_group": _("Year group"), "form": _("Form"),
    "sen_status": _("SEN status"), "sen_status_since": _("SEN status since"), "needs": _("Types of need"),
    "need_1": _("First type of need"), "need_2": _("Second type of need"), "need_3": _("Third type of need"),
    "FSM": _("Free school meals"), "PP": _("Pupil premium"), "EAL": _("English as an additional language"),
    "LAC": _("Looked after"), "SERVICE": _("Service child"), "ethnicity": _("Ethnicity"),
    "first_language": _("First language"), "attendance_percent": _("Attendance"), "admission_date": _("Admission date"),
    "left_on": _("Leaving date"), "priority": _("Priority"), "title": _("Title"), "forename": _("Forename"),
    "surname": _("Surname"), "relationship": _("Relationship"), "parental_responsibility": _("Parental responsibility"),
    "lives_with_pupil": _("Lives with pupil"), "email": _("E-mail address"), "phone": _("Telephone"),
    "address": _("Address"), "court_order": _("Court order"), "language": _("Language"), "staff_code": _("Staff code"),
    "role": _("Role"), "group": _("Teaching group"), "subject": _("Subject"), "contacts": _("Contacts"),
    "attainment": _("Results of key stages"),
    "sen_history": _("SEN history"), "characteristics": _("Characteristics"), "full_name": _("Full name"),
    "need_rank": _("Rank of the need"), "sen_needs": _("Types of need"), "sen_since": _("SEN status since"),
    "match": _("Who this is"), "joined_on": _("Admission date"), "first_name": _("Forename"), "last_name": _("Surname"),
    "ended_on": _("Contact until"),
}  # fmt: skip
