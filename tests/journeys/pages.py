"""The pages of every role, for whoever looks at all of them: the test of barriers, and bin/screens.

An address may hold `{names}`: keys of records, found behind the lists of `FOUND` once somebody has signed in.
"""

import re
from collections.abc import Callable, Iterable

KEY = "[0-9a-f]{8}-[0-9a-f-]{27}"
PASSWORD = "larkfield-demo"  # published on purpose
GUEST = "guest"

PAGES: dict[str, tuple[str, ...]] = {
    "senco": (
        "/people/", "/people/kind/parents/", "/people/{person}/", "/people/{person}/edit/", "/people/{person}/end/",
        "/people/contacts/", "/people/contacts/{contact}/", "/people/contacts/{willing}/invite/", "/people/contacts/{ordered}/decide/",
        "/people/invite/", "/people/invite/staff/",
        "/people/shares/", "/people/shares/new/", "/people/rights/{pupil}/", "/pupils/{told}/log/", "/details/{wish}/", "/calendar/app/", "/profiles/print/", "/plans/print/", "/classes/{class}/cover/",
        "/", "/to-do/", "/search/", "/search/?q=reading", "/search/?q=zzzz", "/calendar/", "/calendar/?shape=list", "/calendar/?kind=ending&month=2000-01&shape=list", "/register/", "/register/?status=K", "/register/?status=all", "/register/?name=zzzz", "/register/print/?status=E",
        "/register/views/", "/register/views/keep/?status=K", "/register/key-adult/?selected={pupil}", "/register/watch/?selected={pupil}",
        "/register/stop-watching/?selected={pupil}", "/pupils/{pupil}/", "/pupils/{pupil}/chronology/", "/pupils/{pupil}/status/",
        "/pupils/{pupil}/status/history/", "/pupils/{untold}/status/{status}/told/", "/pupils/{pupil}/needs/", "/pupils/{pupil}/details/",
        "/pupils/{pupil}/files/", "/pupils/{pupil}/files/?show=removed", "/pupils/{pupil}/files/add/", "/files/{file}/details/",
        "/files/{file}/remove/", "/contact-log/", "/contact-log/?show=open", "/contact-log/?words=zzzz", "/pupils/{talked}/log/",
        "/pupils/{talked}/log/add/", "/contact-log/{logged}/", "/pupils/{pupil}/characteristics/", "/pupils/{pupil}/key-adult/", "/pupils/find/?q=a",
        "/pupils/{planned}/plans/", "/plans/{plan}/", "/plans/{draft}/facts/", "/plans/{plan}/outcomes/add/", "/plans/{plan}/provision/add/",
        "/plans/{plan}/scores/add/", "/plans/{plan}/steps/agree/", "/plans/{plan}/steps/call-back/", "/plans/{plan}/answers/",
        "/plans/{plan}/copy/", "/plans/{plan}/versions/", "/plans/{plan}/versions/compare/", "/plan-versions/{version}/",
        "/plans/{plan}/files/", "/pupils/{planned}/report/", "/pupils/{planned}/report/keep/",
        "/plans/sections/{section}/write/", "/plans/sections/{strategies}/items/", "/plans/sections/{quotes}/concerns/",
        "/plans/outcomes/{outcome}/", "/plans/outcomes/{outcome}/seen/", "/plans/items/{item}/", "/plans/provision/{provision}/",
        "/plans/scores/{score}/", "/plans/{running}/review/", "/plans/{reviewed}/next/",
        "/plans/sections/{strategies}/bank/", "/plans/{plan}/stems/", "/plans/{plan}/stems/asks-for-help/",
        "/concerns/", "/concerns/{concern}/", "/concerns/{concern}/decide/monitor/", "/concerns/{concern}/decide/start_support/",
        "/concerns/{decided}/tell/", "/concerns/new/", "/concerns/mine/", "/views/", "/watched/", "/advice/", "/advice/{thread}/",
        "/advice/ask/", "/imports/", "/imports/{import}/", "/census/", "/leavers/transfer/",
        "/pupils/{pupil}/profile/", "/pupils/{pupil}/profile/write/", "/pupils/{pupil}/profile/history/", "/pupils/{pupil}/profile/alerts/",
        "/pupils/{pupil}/profile/alerts/new/", "/profiles/", "/profiles/?show=missing", "/classes/", "/classes/{class}/", "/classes/not-read/",
        "/map/", "/map/?show=delivered", "/map/?show=weeks", "/map/?rows=type", "/pupils/{pupil}/provision/",
        "/duties/", "/duties/?state=all", "/duties/{duty}/", "/duties/{duty}/done/", "/duties/{duty}/waive/", "/duties/{duty}/hand-over/",
        "/pupils/{pupil}/status/?stage=ehc_plan", "/school/framework/", "/school/framework/northern_ireland_five/",
        "/planning/", "/planning/?words=picture&need=ASD", "/planning/?words=zzzz", "/planning/stems/", "/planning/strategies/add/",
        "/planning/stems/add/", "/planning/strategies/upload/", "/planning/stems/upload/", "/planning/templates/", "/planning/templates/add/",
        "/planning/templates/support_plan/", "/planning/templates/support_plan/preview/",
        "/planning/templates/support_plan/sections/add/", "/planning/templates/support_plan/sections/outcomes/", "/planning/settings/",
        "/figures/", "/figures/preview/", "/school/", "/outbox/", "/drafts/unsent/",
        "/pupils/{pupil}/plans/begin/", "/pupils/{pupil}/seen/", "/plans/", "/plans/?due=none", "/sign-off/",
        "/my-day/", "/library/", "/library/?words=zzzz", "/library/starter/", "/library/add/", "/library/upload/", "/library/{entry}/",
        "/library/{entry}/edit/", "/library/{entry}/needs/add/", "/library/needs/{needed}/", "/groups/", "/groups/?name=zzzz", "/groups/new/",
        "/groups/copy/", "/groups/deployment/", "/groups/{group}/", "/groups/{group}/edit/", "/groups/{group}/times/new/",
        "/groups/{group}/adults/new/", "/groups/{group}/pupils/new/", "/groups/times/{time}/", "/groups/times/{time}/end/",
        "/groups/places/{place}/", "/groups/adults/{assistant}/", "/pupils/{helped}/support-timetable/", "/sessions/{group}/extra/",
        "/delivery/", "/pupils/{helped}/delivery/", "/away/", "/away/{absence}/", "/costs/", "/costs/what-if/",
        "/costs/what-if/?on=2026-11-26&rise=4", "/costs/settings/", "/costs/rates/", "/costs/rates/new/", "/costs/rates/{rate}/",
        "/costs/budgets/", "/costs/budgets/new/", "/costs/budgets/{budget}/", "/pupils/{helped}/costs/",
        "/pupils/{helped}/costs/top-ups/new/", "/costs/top-ups/{top_up}/",
        "/pupils/{helped}/progress/", "/pupils/{helped}/progress/add/?scale={scale}", "/progress/{measure}/", "/groups/{group}/measures/",
        "/groups/{group}/measures/?scale={goals}&moment=entry", "/progress/upload/", "/scales/", "/scales/add/", "/scales/{scale}/",
        "/impact/", "/impact/{tried}/", "/impact/to-measure/", "/impact/advice/",
        "/next-cycles/", "/you/", "/you/reading/", "/nowhere/",
        "/reviews/", "/reviews/?show=due", "/reviews/?show=never", "/reviews/?show=signed", "/reviews/?show=left_out", "/reviews/{review}/",
        "/reviews/{review}/change/", "/reviews/{review}/leave-out/", "/reviews/{review}/call-off/", "/reviews/{review}/meeting/",
        "/reviews/{review}/meeting/?for=parents", "/reviews/{review}/sign-off/", "/reviews/{signed}/", "/review-records/{record}/",
        "/pupils/{planned}/reviews/", "/pupils/{planned}/reviews/begin/", "/actions/", "/reviews/outcomes/", "/actions/?show=all", "/actions/?show=done", "/review-rounds/", "/review-rounds/new/", "/review-rounds/{round}/",
        "/reviews/{review}/views/", "/review-rounds/{round}/views/", "/contributions/{views}/", "/contributions/{views}/read/",
        "/contributions/{voice}/", "/contributions/{voice}/?level=pictures",
        "/translations/", "/translations/{handed_in}/", "/translations/{handed_in}/people/", "/translations/ask/{family_version}/plan/",
    ),
    "office": ("/", "/register/", "/imports/", "/people/", "/outbox/"),
    "head": ("/", "/register/", "/figures/preview/"),
    "teacher": (
        "/calendar/app/", "/profiles/print/", "/plans/print/", "/classes/{class}/cover/",
        "/", "/calendar/", "/calendar/?shape=list", "/search/", "/search/?q=reading", "/concerns/new/", "/concerns/mine/", "/concerns/mine/{mine}/", "/concerns/mine/{mine}/sent/", "/pupils/mine/",
        "/pupils/{pupil}/", "/pupils/{pupil}/chronology/", "/pupils/{planned}/plans/", "/plans/{plan}/", "/pupils/{pupil}/plans/begin/",
        "/plans/{plan}/files/", "/pupils/{planned}/report/",
        "/pupils/{pupil}/seen/", "/pupils/{pupil}/files/", "/pupils/{pupil}/files/add/", "/pupils/find/?q=a", "/views/", "/views/{asked}/",
        "/advice/", "/advice/{thread}/", "/advice/ask/", "/duties/", "/plans/", "/register/", "/classes/", "/classes/{class}/",
        "/pupils/{pupil}/profile/", "/pupils/{pupil}/profile/write/", "/pupils/{pupil}/profile/history/", "/pupils/{pupil}/profile/alerts/",
        "/planning/", "/planning/stems/", "/my-day/", "/library/", "/contact-log/", "/pupils/{pupil}/log/", "/pupils/{pupil}/log/add/",
        "/reviews/", "/pupils/{planned}/reviews/", "/reviews/{review}/", "/reviews/outcomes/", "/actions/",
        "/contributions/{views}/", "/contributions/{views}/read/", "/translations/",
    ),
    "ta": ("/", "/translations/", "/translations/{translated}/", "/pupils/mine/", "/concerns/new/", "/my-day/", "/groups/", "/sessions/{run}/{run_day}/{run_at}/"),
    "parent": (
        "/calendar/app/", "/", "/calendar/", "/children/{child}/", "/children/{child}/call/", "/children/{child}/tell/", "/children/{child}/details/", "/shared/{child}/plans/", "/shared-plans/{plan}/", "/profiles/{child}/", "/pupils/{child}/support/",
        "/concerns/raise/",
        "/shared/{child}/meetings/", "/shared-records/{record}/", "/shared-invitations/{asked}/", "/contributions/{views}/", "/concerns/mine/", "/concerns/mine/{mine}/", "/concerns/mine/{mine}/sent/",
    ),
    "professional": (
        "/calendar/app/", "/", "/translations/", "/calendar/", "/shared/{shared}/", "/shared/{shared}/plans/", "/shared/{shared}/meetings/", "/contributions/{views}/", "/shared-plans/{plan}/", "/profiles/{shared}/", "/you/",
    ),
    "governor": ("/", "/figures/", "/figures/{release}/"),
    GUEST: (
        "/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/", "/you/reading/", "/you/accessibility/", "/mail/", "/mail/{mail}",
        "/accounts/cover/any-address/",
    ),
}  # fmt: skip
REFUSED = {
    ("senco", "/nowhere/"): 404,
    ("teacher", "/register/"): 403,
}  # pages about what is not to be had; all others are 200

FOUND: dict[str, dict[str, tuple[str, str]]] = {  # role → name → a list, and what a link in it looks like
    "senco": {
        "pupil": ("/register/", f"/pupils/({KEY})/"),
        "file": ("/pupils/{pupil}/files/", f"/files/({KEY})/details/"),
        "talked": ("/contact-log/", f"/pupils/({KEY})/log/"),
        "review": ("/reviews/", f"/reviews/({KEY})/"),
        "views": ("/reviews/{review}/", f"/contributions/({KEY})/read/[^<]*</a><small>Parent"),
        "voice": ("/reviews/{review}/", f"/contributions/({KEY})/read/[^<]*</a><small>The pupil"),
        "round": ("/review-rounds/", f"/review-rounds/({KEY})/"),
        "signed": ("/reviews/?show=signed", f"/reviews/({KEY})/"),
        "record": ("/reviews/{signed}/", f"/review-records/({KEY})/"),
        "handed_in": ("/translations/", f"/translations/({KEY})/"),
        "family_version": ("/translations/{handed_in}/", f"/plan-versions/({KEY})/"),
        "told": ("/contact-log/", f"/pupils/({KEY})/log/#note"),
        "wish": ("/contact-log/", f'"/details/({KEY})/'),
        "logged": ("/pupils/{talked}/log/", f"/contact-log/({KEY})/"),
        "untold": ("/register/?due=tell_parent", f"/pupils/({KEY})/"),
        "status": ("/pupils/{untold}/", f"/status/({KEY})/told/"),
        "planned": ("/register/?name=yusuf+haddad", f"/pupils/({KEY})/"),  # the son of the parent's sign-in
        "plan": ("/pupils/{planned}/plans/", f"/plans/({KEY})/"),
        "section": ("/plans/{plan}/", f"/plans/sections/({KEY})/write/"),
        "strategies": ("/plans/{plan}/", f"/plans/sections/({KEY})/items/"),
        "quotes": ("/plans/{plan}/", f"/plans/sections/({KEY})/concerns/"),
        "outcome": ("/plans/{plan}/", f"/plans/outcomes/({KEY})/"),
        "item": ("/plans/{plan}/", f"/plans/items/({KEY})/"),
        "provision": ("/plans/{plan}/", f"/plans/provision/({KEY})/"),
        "score": ("/plans/{plan}/", f"/plans/scores/({KEY})/"),
        "version": ("/plans/{plan}/versions/", f"/plan-versions/({KEY})/"),
        "draft": ("/plans/?state=draft", f"/plans/({KEY})/"),
        "running": ("/plans/?state=in_force", f"/plans/({KEY})/"),
        "reviewed": ("/plans/?state=reviewed", f"/plans/({KEY})/"),
        "concern": ("/concerns/", f'"/concerns/({KEY})/'),
        "decided": ("/concerns/?state=closed", f'"/concerns/({KEY})/'),
        "thread": ("/advice/", f"/advice/({KEY})/"),
        "duty": ("/duties/", f"/duties/({KEY})/"),
        "person": ("/people/", f"/people/({KEY})/"),
        "contact": ("/people/contacts/", f"/people/contacts/({KEY})/"),
        "willing": ("/people/contacts/", f"/people/contacts/({KEY})/invite/"),
        "ordered": ("/people/contacts/?q=lowther", f"/people/contacts/({KEY})/decide/"),
        "class": ("/classes/", f"/classes/({KEY})/"),
        "entry": ("/library/?words=phonics", f"/library/({KEY})/"),
        "needed": ("/library/{entry}/", f"/library/needs/({KEY})/"),
        "group": ("/groups/", f"/groups/({KEY})/"),
        "time": ("/groups/{group}/", f"/groups/times/({KEY})/"),
        "place": ("/groups/{group}/", f"/groups/places/({KEY})/"),
        "helped": ("/groups/{group}/", f"/pupils/({KEY})/"),
        "assistant": ("/groups/deployment/", f"/groups/adults/({KEY})/"),
        "scale": ("/scales/", f"/scales/({KEY})/"),
        "goals": ("/scales/", f"/scales/({KEY})/[^>]*>Goal attainment<"),
        "measure": ("/pupils/{helped}/progress/", f'"/progress/({KEY})/'),
        "tried": ("/impact/", f"/impact/({KEY})/"),
        "absence": ("/away/", f"/away/({KEY})/"),
        "rate": ("/costs/rates/", f"/costs/rates/({KEY})/"),
        "budget": ("/costs/budgets/", f"/costs/budgets/({KEY})/"),
        "topped_up": ("/costs/", f"/pupils/({KEY})/costs/[^£]*(?:£[^£]*){{2}}£[1-9]"),
        "top_up": ("/pupils/{topped_up}/costs/", f"/costs/top-ups/({KEY})/"),
    },
    "ta": {
        "translated": ("/translations/", f"/translations/({KEY})/"),
        "run": ("/my-day/", f"/sessions/({KEY})/"),
        "run_day": ("/my-day/", f"/sessions/{KEY}/([0-9-]+)/"),
        "run_at": ("/my-day/", f"/sessions/{KEY}/[0-9-]+/([0-9]{{4}})/"),
    },
    "teacher": {
        "pupil": ("/pupils/mine/", f"/pupils/({KEY})/"),
        "planned": ("/pupils/mine/", f"/pupils/({KEY})/[^<]*Haddad, Yusuf<"),
        "plan": ("/pupils/{planned}/plans/", f"/plans/({KEY})/"),
        "mine": ("/concerns/mine/", f"/concerns/mine/({KEY})/"),
        "asked": ("/views/", f"/views/({KEY})/"),
        "thread": ("/advice/", f"/advice/({KEY})/"),
        "class": ("/classes/", f"/classes/({KEY})/"),
        "review": ("/pupils/{planned}/reviews/", f"/reviews/({KEY})/"),
        "views": ("/", f"/contributions/({KEY})/"),
    },
    "parent": {
        "plan": ("/", f"/shared-plans/({KEY})/"),
        "child": ("/shared-plans/{plan}/", f"/shared/({KEY})/plans/"),
        "mine": ("/concerns/mine/", f"/concerns/mine/({KEY})/"),
        "asked": ("/shared/{child}/meetings/", f"/shared-invitations/({KEY})/"),
        "record": ("/shared/{child}/meetings/", f"/shared-records/({KEY})/"),
        "views": ("/shared/{child}/meetings/", f'/contributions/({KEY})/"'),
    },
    "professional": {
        "shared": ("/", f"/shared/({KEY})/"),
        "plan": ("/shared/{shared}/plans/", f"/shared-plans/({KEY})/"),
        "views": ("/shared/{shared}/meetings/", f"/contributions/({KEY})/"),
    },
    "governor": {"release": ("/figures/", f"/figures/({KEY})/")},
}

NOT_LOOKED_AT = {  # our pages that can be asked for, yet stand in no list, each with the reason
    "healthz": "two letters for the proxy",
    "language": "a press, answered with the page it came from",
    "dashboard:feed": "a file for a calendar",
    "reviews:record_file": "a file",
    "register:take_rights_back": "needs a young person who decides; the journey of who decides looks at it",
    "reviews:questions_file": "a file",
    "reviews:choose_time": "needs times on offer; the journey of a review looks at it",
    "reviews:given": "needs views that were given; the journey of a review looks at it",
    "reviews:take_in": "the form of leave_out; nobody in the demo is left out",
    "reviews:family_file": "a file",
    "translations:read_file": "a file",
    "translations:read": "the page of a record, from the other side; other journeys sign newer records, which nobody translated",
    "register:export_register": "a file",
    "register:stage_letter": "a file",
    "register:census_file": "a file",
    "register:parked_rows": "a file",
    "governance:export_figures": "a file",
    "provision:profile_pdf": "a file",
    "provision:shared_profile_pdf": "a file",
    "provision:digest_pdf": "a file",
    "provision:print_file": "a file",
    "provision:print_job": "stands while a file is drawn; the tests of printing open it",
    "provision:edit_alert": "the form of a new alert, filled in; nobody in the demo has one yet",
    "register:file": "a file",
    "register:file_thumbnail": "a file",
    "provision:export_plans": "a file",
    "provision:export_map": "a file",
    "provision:export_library": "a file",
    "provision:export_costs": "a file",
    "provision:export_progress": "a file",
    "provision:export_impact": "a file",
    "provision:export_delivery": "a file",
    "provision:costed_map": "a file",
    "provision:begin_group": "leads on to the form of a new group",
    "provision:end_adult": "the form of end_time",
    "provision:end_place": "the form of end_time",
    "provision:draft_file": "a file",
    "provision:version_file": "a file",
    "provision:family_file": "a file",
    "provision:report_file": "a file",
    "provision:kept_report": "needs a report that was kept; what it shows is that of the report's page",
    "provision:take_back_report": "needs a report that was kept; a form of one line",
    "provision:writers": "a line of the plan's page",
    "provision:cycle_run": "needs a run; the journey of the next cycle looks at it",
    "provision:answered": "needs an answer; the journey of a plan looks at it",
    "provision:export_strategies": "a file",
    "provision:export_stems": "a file",
    "provision:edit_strategy": "the form of add_strategy; nobody in the demo has an entry of their own",
    "provision:edit_stem": "the form of add_stem; nobody in the demo has an entry of their own",
    "provision:rename_kind": "one box, as in add_kind; nobody in the demo has a kind of plan of their own",
    "provision:retire_template": "leads back where the shipped sections hold, as in the demo",
    "register:key_adult_cell": "a cell of the register, which is looked at",
    "register:import_progress": "stands while a long file is read, then gives way to the preview",
    "register:import_columns": "asked only where a file's headings are unknown; the journey through the wizard opens it",
    "register:import_needs": "asked only where a file has words for needs that are unknown",
    "register:undo_import": "needs an import that was applied; the first journey shows its button",
    "register:apply_import": "leads back to the preview",
    "register:rename_view": "the form of a kept view, as in keep_view; nobody in the demo has kept one",
    "register:accept_invitation": "the link works once; the journey of the invited psychologist looks at it",
    "accounts:set_password": "leads on whoever has a password, as all in the demo who may have one",
    "accounts:reauthenticate_by_code": "leads on whoever has a password",
}
LIKE = {  # these open the same pages, from the same templates, with the same or fewer buttons: seen as …
    "office": "senco",
    "head": "senco",
    "ta": "teacher",
}
EVERYWHERE = {  # one page for all roles, looked at once or twice
    "accounts:you", "reading_settings", "accessibility", "drafts:unsent", "outbox:kept_mail", "outbox:kept_message", "dashboard:home",
    "provision:open_cover",
}  # fmt: skip


def addresses(
    role: str, pages: Iterable[str], read: Callable[[str], str], bring: dict[str, Callable[[], str]]
) -> dict[str, str]:
    """Each of the pages → its address. `read` opens a page as that person and returns its text.

    `bring` makes what stands behind no list: the name of a key → what makes the record and returns its key.
    """
    keys: dict[str, str] = {}

    def filled(page: str) -> str:
        for name in re.findall(r"{(\w+)}", page):
            if name not in keys:
                keys[name] = bring[name]() if name in bring else looked_up(name)
        return page.format(**keys)

    def looked_up(name: str) -> str:
        listing, link = FOUND[role][name]
        found = re.search(link, read(filled(listing)))
        assert found, f"{role} finds no {name} at {listing}"
        return found[1]

    return {page: filled(page) for page in pages}
