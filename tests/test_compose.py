"""The production shape, read from the files: no container engine is needed, and none was used."""

import copy
import re
from pathlib import Path

import pytest
import yaml

from senco.core.serving.postgres import SILENT

PROJECT = Path(__file__).resolve().parent.parent
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
APPLICATION = {"web", "worker", "beat", "migrate"}
STEADY = {"proxy", "web", "worker", "beat", "postgres", "redis"}
SECRET = re.compile(r"PASSWORD|SECRET|AUTH|_URL")


def services(compose):
    return compose["services"]


def holders_of_the_owners_address(compose):
    """Services that could change the schema."""
    return {
        name for name, one in services(compose).items() if "DATABASE_OWNER_URL" in one.get("environment", {})
    }


def settings_in_clear(compose):
    """Secrets written into the file instead of read from the environment, as (service, name)."""
    return {
        (service, name)
        for service, one in services(compose).items()
        for name, value in one.get("environment", {}).items()
        if SECRET.search(name) and "${" not in str(value)
    }


def variables(text):
    """Names of the variables the file reads, each with its demand (`?…`) or default (`-…`) where it has one."""
    return re.findall(r"\$\{([A-Z_]+)(?::?([?-])[^}]*)?\}", text)


def test_only_migrations_hold_the_owners_address():
    assert holders_of_the_owners_address(COMPOSE) == {"migrate"}
    leaking = copy.deepcopy(COMPOSE)
    services(leaking)["web"]["environment"] = {"DATABASE_OWNER_URL": "postgresql://postgres@postgres/senco"}
    assert holders_of_the_owners_address(leaking) == {"migrate", "web"}, "the control"


def test_everything_else_uses_the_runtime_login():
    for name in APPLICATION:
        assert services(COMPOSE)[name]["environment"]["DATABASE_URL"].startswith("postgresql://senco_app:$")


def test_the_database_logs_no_statement():
    """The same as the embedded server (and, measured there, enough)."""
    told = services(COMPOSE)["postgres"]["command"]
    assert told[0] == "postgres"
    assert dict(part.split("=") for part in told[1:] if part != "-c") == SILENT


def test_no_secret_is_written_down():
    assert settings_in_clear(COMPOSE) == set()
    careless = copy.deepcopy(COMPOSE)
    services(careless)["redis"]["environment"]["REDISCLI_AUTH"] = "secret"
    assert settings_in_clear(careless) == {("redis", "REDISCLI_AUTH")}, "the control"


MAY_BE_MISSING = {
    "SECRET_KEY_FALLBACKS",  # empty but while the key is being changed
    "CLAMAV_URL",  # empty where there is no virus scanner
    "UNDO_SECONDS",  # empty where a minute is right
}


def test_every_variable_is_demanded_and_none_has_a_default():
    text = (PROJECT / "docker-compose.yml").read_text()
    found = variables(text)
    demanded = {name for name, mark in found if mark == "?"}
    assert {name for name, mark in found if mark == "-"} == MAY_BE_MISSING
    assert all(f"${{{name}:-}}" in text for name in MAY_BE_MISSING), "missing means empty, nothing else"
    assert {name for name, _ in found} == demanded | MAY_BE_MISSING
    assert variables("${A:-x} ${B:?y} ${C}") == [("A", "-"), ("B", "?"), ("C", "")], "the control"


def test_every_variable_is_explained_for_whoever_deploys():
    guide = (PROJECT / "docs/deployment.md").read_text()
    for name, _ in variables((PROJECT / "docker-compose.yml").read_text()):
        assert f"`{name}`" in guide, name


def test_the_settings_get_what_they_cannot_do_without():
    needed = set(re.findall(r'required\("([A-Z_]+)"\)', (PROJECT / "senco/settings.py").read_text()))
    assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL"} <= needed
    for name in APPLICATION:
        assert needed <= set(services(COMPOSE)[name]["environment"]), name


def test_one_proxy_stands_before_several_web_processes():
    assert services(COMPOSE)["web"]["deploy"]["replicas"] >= 2
    assert [name for name, one in services(COMPOSE).items() if "ports" in one] == ["proxy"]
    assert services(COMPOSE)["web"]["environment"]["TRUSTED_PROXY_COUNT"] == "1"
    proxy = (PROJECT / "docker/Caddyfile").read_text()
    assert re.search(r"dynamic a \{\s+name web\s+port 8000", proxy)


def test_the_demo_is_never_switched_on():
    assert not [name for name, one in services(COMPOSE).items() if "SENCO_DEMO" in one.get("environment", {})]


def test_nothing_serves_before_the_schema_is_there():
    for name in APPLICATION - {"migrate"}:
        waits = services(COMPOSE)[name]["depends_on"]
        assert waits["migrate"]["condition"] == "service_completed_successfully"
        assert waits["postgres"]["condition"] == waits["redis"]["condition"] == "service_healthy"
    assert services(COMPOSE)["migrate"]["restart"] == "no"


def test_the_database_counts_as_ready_only_when_it_takes_connections():
    """The image's first start runs a server for set-up alone, which answers on its socket and then ends."""
    asked = services(COMPOSE)["postgres"]["healthcheck"]["test"]
    assert asked[asked.index("--host") + 1] == "127.0.0.1"
    words = services(COMPOSE)["migrate"]["command"][-1].split()
    assert int(words[words.index("--wait") + 1]) >= 30


def test_what_runs_for_long_is_watched_and_restarted():
    assert set(services(COMPOSE)) - {"migrate"} == STEADY
    for name in STEADY:
        assert services(COMPOSE)[name]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}, name
        assert services(COMPOSE)[name]["restart"] == "unless-stopped", name


def test_what_must_last_lies_on_a_volume():
    kept = {
        "postgres": "database:/var/lib/postgresql",
        "redis": "queue:/data",
        "web": "files:/data",
        "worker": "files:/data",
        "proxy": "certificates:/data",
    }
    for name, volume in kept.items():
        assert volume in services(COMPOSE)[name]["volumes"]
    assert set(COMPOSE["volumes"]) == {volume.split(":")[0] for volume in kept.values()}
    assert "--appendonly" in services(COMPOSE)["redis"]["command"]


def test_database_and_queue_are_out_of_reach_from_outside():
    assert COMPOSE["networks"]["back"] == {"internal": True}
    for name in ("postgres", "redis"):
        assert services(COMPOSE)[name]["networks"] == ["back"]
    assert "back" not in services(COMPOSE)["proxy"]["networks"]


def test_the_versions_are_those_the_software_is_tested_with():
    assert services(COMPOSE)["postgres"]["image"].startswith("postgres:18")
    for name, one in services(COMPOSE).items():
        assert not one["image"].endswith(":latest"), name
        assert ":" in one["image"], name


def test_the_application_runs_without_rights_it_does_not_need():
    for name in APPLICATION:
        one = services(COMPOSE)[name]
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]
        assert one["security_opt"] == ["no-new-privileges:true"]


def test_the_image_is_built_from_the_lock_without_development_packages():
    assert "--require-hashes --requirement requirements.production.lock" in DOCKERFILE
    assert "requirements.lock" not in DOCKERFILE
    assert "npm ci --ignore-scripts" in DOCKERFILE
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]
    assert "\nUSER senco\n" in last_stage
    assert last_stage.index("collectstatic") < last_stage.index("\nUSER senco\n")


def test_the_production_lock_is_the_full_one_without_the_development_group():
    full, production = locked("requirements.lock"), locked("requirements.production.lock")
    assert production.items() < full.items()
    assert "django" in production
    assert "pytest" in full and "pytest" not in production


def locked(name):
    """Package → version, as pinned with at least one hash each."""
    text = (PROJECT / name).read_text()
    pins = dict(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;]+)[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE))
    assert len(pins) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE))
    return pins


@pytest.mark.parametrize(
    "package", sorted(path.parent.name for path in PROJECT.glob("*/apps.py")) + ["senco"]
)
def test_every_part_of_the_code_is_in_the_image(package):
    assert f"!{package}" in (PROJECT / ".dockerignore").read_text().split()


def proxy_takes(caddyfile: str) -> int:
    """Megabytes of one request."""
    return int(re.search(r"max_size (\d+)MB", caddyfile)[1])


def test_the_proxy_takes_what_the_site_takes(settings):
    """A form that is too large is refused by the site, in words, and not by the proxy."""
    caddyfile = (PROJECT / "docker" / "Caddyfile").read_text()
    assert proxy_takes(caddyfile) > settings.UPLOAD_REQUEST_MEGABYTES
    assert max(settings.UPLOAD_MEGABYTES.values()) < settings.UPLOAD_REQUEST_MEGABYTES
    assert proxy_takes(caddyfile.replace("64MB", "9MB")) == 9, "the control"
