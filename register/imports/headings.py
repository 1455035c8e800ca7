"""What the columns of MIS reports are called: canonical field → headings in compact form, the best first.

A heading in compact form has only letters and digits, in lower case: “Date of birth”, DateOfBirth and “date_of_birth” are one.
"""

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
    "needs": ("senneeds", "senneed", "senneedtypes", "senneedtype", "sentype", "sentypes", "needs", "needtype", "typeofneed",
              "senneeddescriptions", "sentypeofneed", "typesofneed"),
    "need_1": ("senneedtype1", "senneed1", "sentype1", "needtype1", "senprimaryneed", "primaryneed", "primarysenneed",
               "primarysenneedtype", "senprimaryneedtype", "mainneed", "primarysentype", "need1"),
    "need_2": ("senneedtype2", "senneed2", "sentype2", "needtype2", "sensecondaryneed", "secondaryneed", "secondarysenneed",
               "secondarysenneedtype", "sensecondaryneedtype", "secondarysentype", "need2"),
    "need_3": ("senneedtype3", "senneed3", "sentype3", "needtype3", "sentertiaryneed", "tertiaryneed", "need3"),
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
    "admission_date": ("admissiondate", "dateofadmission", "dateofentry", "entrydate", "joined", "startdate",
                       "enrolmentdate", "schoolstartdate", "dateadmitted"),
    "left_on": ("leavingdate", "dateofleaving", "left", "lefton", "leaverdate", "leavedate", "enddate", "dateleft"),
}  # fmt: skip

CONTACT_HEADINGS = {
    "upn": _UPN,
    "admission_number": _ADMISSION_NUMBER,
    "priority": ("priority", "contactpriority", "order", "contactorder", "priorityorder"),
    "title": ("title", "contacttitle", "salutation"),
    "forename": ("contactforename", "contactfirstname", "parentforename", "parentfirstname", "forename", "firstname"),
    "surname": ("contactsurname", "contactlastname", "parentsurname", "parentlastname", "surname", "lastname", "contactname"),
    "relationship": ("relationship", "relationshiptopupil", "relationshiptostudent", "relationshiptype", "contactrelationship", "relation"),
    "parental_responsibility": ("parentalresponsibility", "hasparentalresponsibility", "pr", "responsibility", "legalguardian"),
    "lives_with_pupil": ("liveswithpupil", "liveswithstudent", "liveswith", "sharedaddress", "sameaddress", "liveswithchild",
                         "sameaddressaspupil", "sameaddressasstudent"),
    "email": _EMAIL,
    "phone": ("mobile", "mobilephone", "mobilenumber", "mobiletelephone", "telephone", "phone", "phonenumber", "telephonenumber",
              "mainphone", "primaryphone", "contactphone", "contactnumber", "hometelephone", "homephone", "daytelephone", "workphone",
              "worktelephone"),
    "address": ("address", "homeaddress", "addressline1", "address1", "addressline2", "address2", "addressline3", "address3",
                "town", "city", "county", "postcode"),
    "court_order": ("courtorder", "hascourtorder", "courtorderinplace", "courtorders"),
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
    "staff_code": (*_STAFF_CODE, "maintteacher", "mainteacher", "leadteacher", "supervisor"),
}

HEADINGS = {PUPILS: PUPIL_HEADINGS, CONTACTS: CONTACT_HEADINGS, STAFF: STAFF_HEADINGS, GROUPS: GROUP_HEADINGS}

# Each inner tuple is a choice: one of its fields must be there. The first choices tell the kinds of file apart.
REQUIRED = {
    PUPILS: (("legal_surname",), ("legal_forename",), ("date_of_birth",)),
    CONTACTS: (("upn", "admission_number"), ("surname",),
               ("relationship", "parental_responsibility", "priority", "lives_with_pupil", "court_order")),
    STAFF: (("surname",), ("email", "staff_code")),
    GROUPS: (("group",), ("upn", "admission_number")),
}  # fmt: skip

# Fields that say nothing about what kind of table it is.
SHARED_FIELDS = frozenset(
    {"upn", "admission_number", "title", "forename", "surname", "email", "phone", "address", "language"}
)

# A table of staff has no column for a pupil.
NEVER_IN_STAFF = frozenset({*_UPN, *_ADMISSION_NUMBER})

# Several columns may hold one value: of telephone numbers and e-mail addresses the first filled one counts, address lines are joined.
FIRST_FILLED = frozenset({"phone", "email"})
JOINED = frozenset({"address"})

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
    "sen_history": _("SEN history"), "characteristics": _("Characteristics"),
}  # fmt: skip
