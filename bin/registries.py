"""How this machine reaches package registries: pip's configuration translated for uv, and the certificates to trust."""

import configparser
import os
import ssl
from pathlib import Path

BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/cert.pem",  # macOS
)
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
}


def pip_settings_for_uv() -> dict[str, str]:
    """uv's names for the registry settings pip would use; PIP_* variables win over files, as they do in pip."""
    found = {}
    for option, uv_name in UV_NAMES.items():
        value = os.environ.get(f"PIP_{option.upper().replace('-', '_')}") or from_files(option)
        if value:
            found[uv_name] = separated(uv_name, value)
    if found:
        found["UV_INDEX_STRATEGY"] = (
            "unsafe-best-match"  # pip weighs all indexes alike; the hashes in the lock decide
        )
    certificates = os.environ.get("PIP_CERT") or from_files("cert")
    if certificates:
        found["SSL_CERT_FILE"] = certificates
    return found


def separated(uv_name: str, value: str) -> str:
    """uv splits find-links at commas and indexes at spaces; pip splits both at spaces."""
    return ",".join(value.split()) if uv_name == "UV_FIND_LINKS" else " ".join(value.split())


def from_files(option: str) -> str:
    """The option's value in the last configuration file that sets it, as pip reads them: site, then user, then named."""
    parser = configparser.RawConfigParser()
    parser.read(configuration_files())
    for section in ("install", "global"):
        if parser.has_option(section, option):
            return parser.get(section, option)
    return ""


def configuration_files() -> list[Path]:
    home = Path(os.environ.get("HOME") or "/")  # an account without an entry has no other
    files = [
        Path("/etc/xdg/pip/pip.conf"),
        Path("/etc/pip.conf"),
        home / ".pip/pip.conf",
        home / ".config/pip/pip.conf",
    ]
    files += [home / "Library/Application Support/pip/pip.conf"]
    named = os.environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:  # pip's way to say: read no file at all
        return []
    return [*files, Path(named)] if named else files


def certificate_bundle() -> str:
    """The machine's own bundle: Node trusts only its built-in list unless told."""
    places = [os.environ.get("SSL_CERT_FILE"), ssl.get_default_verify_paths().cafile, *BUNDLES]
    return next((place for place in places if place and Path(place).is_file()), "")
