"""The guards of the house (docs/decisions/0001): what the layout promises, checked on every run.

Every guard that counts to zero has a control beside it: a sample that it must object to.
"""

import ast
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver

from senco.accounts.roles import MAY, PERMISSIONS
from tests.source import PACKAGES, ROOT, files_called, functions, python_files, relative, templates, tree

OPEN_VIEWS = {  # views of ours that need no role, each with the reason
    "healthz": "answers the proxy",
    "reading_settings": "guests read too",
    "language": "guests read too",
    "accessibility": "guests read too",
    "accounts:you": "one's own account, whatever the role",
    "accounts:set_password": "one's own account",
    "accounts:reauthenticate_by_code": "proves who one is",
    "register:accept_invitation": "whoever holds the e-mailed link",
    "provision:open_cover": "whoever holds a cover teacher's link",
    "dashboard:feed": "whoever holds the private address of a calendar",
    "outbox:kept_mail": "exists in demo mode only",
    "outbox:kept_message": "exists in demo mode only",
}
FOREIGN = ("allauth.", "django.")


# Views ------------------------------------------------------------------------------------------------------------------


def routes(resolver=None, prefix=""):
    """Every URL pattern of the site as (name, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from routes(entry, space)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry.callback


def own_routes():
    return [(name, view) for name, view in routes() if not view.__module__.startswith(FOREIGN)]


def test_every_view_requires_a_permission_that_exists():
    bare = {name for name, view in own_routes() if getattr(view, "permission", None) not in PERMISSIONS}
    assert bare == set(OPEN_VIEWS), "views without @requires, or stale entries in OPEN_VIEWS"


def test_every_permission_is_asked_for_somewhere():
    asked = {view.permission for _name, view in own_routes() if getattr(view, "permission", None)}
    source = "\n".join(path.read_text() for path in python_files()) + "\n".join(
        t.read_text() for t in templates()
    )
    unused = {name for name in PERMISSIONS - asked if source.count(f'"{name}"') < 2}
    assert not unused, "permissions in roles.py that nothing asks for"


def test_every_role_has_a_row_in_the_table():
    from senco.accounts.roles import Role

    assert set(MAY) == set(Role)


def unguarded_managers(module: ast.Module) -> list[int]:
    """Lines that reach a table: by any manager of a model without `.visible_to(` behind it, or by naming the model to a shortcut."""
    guarded = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr == "visible_to":
            guarded |= {id(inner) for inner in ast.walk(node.value)}
    return [node.lineno for node in ast.walk(module) if id(node) not in guarded and reaches_a_table(node)]


MANAGERS = {"objects", "_default_manager", "_base_manager"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}


def reaches_a_table(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in MANAGERS
    if not isinstance(node, ast.Call) or last_name(node.func) not in SHORTCUTS:
        return False
    asked = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "klass"), None)
    return last_name(asked)[:1].isupper()


def last_name(node: ast.AST | None) -> str:
    """`Pupil` of `Pupil` and of `models.Pupil`; nothing of anything longer."""
    return getattr(node, "attr", "") or getattr(node, "id", "")


@pytest.mark.parametrize("path", files_called("views"), ids=relative)
def test_views_name_no_table_without_visible_to(path):
    assert unguarded_managers(tree(path)) == []


def test_control_an_unguarded_manager_is_noticed():
    assert unguarded_managers(ast.parse("Pupil.objects.filter(pk=1)")) == [1]
    assert unguarded_managers(ast.parse("Pupil.objects.visible_to(m).filter(pk=1)")) == []
    for manager in ("_default_manager", "_base_manager"):
        assert unguarded_managers(ast.parse(f"concern.pupil.__class__.{manager}.get(pk=1)")) == [1]


@pytest.mark.parametrize("model", ["Pupil", "models.Pupil", "klass=Pupil"])
@pytest.mark.parametrize("shortcut", ["get_object_or_404", "shortcuts.get_list_or_404"])
def test_control_a_model_named_to_a_shortcut_is_noticed(shortcut, model):
    assert unguarded_managers(ast.parse(f"{shortcut}({model}, pk=1)")) == [1]
    for allowed in ("Pupil.objects.visible_to(m)", "to_edit(request, found)", "concern.steps", "found"):
        assert unguarded_managers(ast.parse(f"{shortcut}({allowed}, pk=1)")) == []


def permissions_named(template: str) -> set[str]:
    """What a template asks for: `perms.app.name`, or a quoted "app.name" of an app that has permissions."""
    apps_with_any = "|".join(sorted({name.partition(".")[0] for name in PERMISSIONS}))
    quoted = re.findall(rf"""["']((?:{apps_with_any})\.[a-z_]+)["']""", template)
    return set(re.findall(r"\bperms\.(\w+\.\w+)", template)) | set(quoted)


def test_permissions_named_in_templates_exist():
    wrong = {
        (relative(path), name)
        for path in templates()
        for name in permissions_named(path.read_text()) - PERMISSIONS
    }
    assert not wrong


def test_control_a_permission_named_in_a_template_is_read():
    assert permissions_named("{% if perms.register.no_such %}") == {"register.no_such"}
    assert permissions_named("""{% if membership|may:"register.no_such" %}""") == {"register.no_such"}
    assert permissions_named("""{% url "register:pupil" %} a.b""") == set()


# Files -------------------------------------------------------------------------------------------------------------------


def test_no_drawer_for_everything():
    junk = {"utils.py", "helpers.py", "services.py", "misc.py", "common.py"}
    assert not [relative(path) for path in python_files(tests=True) if path.name in junk]


@pytest.mark.parametrize("path", python_files(tests=True), ids=relative)
def test_files_and_functions_fit_in_the_head(path):
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    assert len(lines) <= 300, "split by noun into a package"
    long = [
        f"{f.name}: {f.end_lineno - f.lineno + 1}" for f in functions(path) if f.end_lineno - f.lineno >= 40
    ]
    assert not long


def test_most_functions_are_short():
    lengths = sorted(f.end_lineno - f.lineno + 1 for path in python_files() for f in functions(path))
    assert lengths[len(lengths) // 2] <= 9
    assert lengths[int(len(lengths) * 0.9)] <= 22


@pytest.mark.parametrize("path", files_called("actions") + files_called("queries"), ids=relative)
def test_public_functions_say_what_they_do(path):
    silent = [
        node.name
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
        and node.end_lineno - node.lineno > 8
    ]
    assert not silent


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|NotImplemented" + "Error")
    found = [
        relative(path) for path in (*python_files(tests=True), *templates()) if marks.search(path.read_text())
    ]
    assert not found


SQL_BY_HAND = {  # modules that may write SQL themselves, each with the reason
    "senco/access/context.py": "sets the role of the transaction",
    "senco/access/sealing.py": "seals the history triggers after each migration",
    "senco/accounts/languages.py": "calls the one function that tells in which language somebody is written to",
    "senco/dashboard/actions.py": "calls the one function behind which private addresses of calendars are judged",
    "provision/actions/covers.py": "calls the one function behind which cover teachers' links are judged",
    "register/actions/timeline.py": "has deferred constraints checked while a form can still say so",
    "senco/core/views.py": "asks the database whether it is there",
    "senco/search/asking.py": "has PostgreSQL read the words of a search, and mark them in texts; no table is named",
}


def writes_sql(path) -> bool:
    calls = re.compile(r"\.raw\(|\.extra\(|RawSQL|\.cursor\(|get_objects_for_user|user_passes_test")
    return bool(calls.search(path.read_text()))


def test_sql_by_hand_only_where_it_must_be():
    found = {relative(path) for path in python_files() if writes_sql(path) and "demo" not in path.parts}
    found = {name for name in found if not name.startswith("senco/core/serving/")}
    assert found == set(SQL_BY_HAND)


# Templates --------------------------------------------------------------------------------------------------------------

INLINE = re.compile(
    r"""\sstyle=["']|\son[a-z]+=["']|\|\s*safe\b|<script(?![^>]*\ssrc=)|<style|{%\s*autoescape off"""
)


def test_no_inline_code_in_templates():
    assert not [relative(path) for path in templates() if INLINE.search(path.read_text())]


def test_control_inline_code_is_noticed():
    for sample in ('<p style="x">', '<a onclick="x">', "{{ x|safe }}", "<script>x</script>", "<style>"):
        assert INLINE.search(sample), sample
    assert not INLINE.search('<script src="/a.js" nonce="x"></script>')


def test_every_template_is_used():
    source = "\n".join(
        p.read_text() for p in (*python_files(), *templates(), *(ROOT / "templates").rglob("*.txt"))
    )
    allauth = (
        "account/",
        "allauth/",
        "mfa/",
        "usersessions/",
        "sen/",
        "django/",
    )  # looked up by those packages
    errors = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"}
    unused = []
    for path in templates():
        name = str(path.relative_to(ROOT / "templates"))
        if name not in errors and not name.startswith(allauth) and name not in source:
            unused.append(name)
    assert not unused


# Migrations -------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    "app", [a for a in apps.get_app_configs() if a.name.partition(".")[0] in PACKAGES], ids=str
)
def test_migrations_are_a_line(app):
    folder = ROOT / app.name.replace(".", "/") / "migrations"
    names = sorted(path.stem for path in folder.glob("[0-9]*.py"))
    assert [name[:4] for name in names] == [f"{number:04d}" for number in range(1, len(names) + 1)]


# Linters ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--check", "--no-cache", "."],
        ["lint-imports", "--no-cache"],
        ["djlint", "--lint", "--quiet", "templates"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linters_have_nothing_to_say(command):
    tool = ROOT / ".venv" / "bin" / command[0]
    found = str(tool) if tool.exists() else str(sys.prefix + "/bin/" + command[0])
    result = subprocess.run([found, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-2000:]
