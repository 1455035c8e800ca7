"""Database addresses derived from one another. The owner's address is an administrator's that takes on the owner's role."""

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

RUNTIME_LOGIN = "senco_app"
AS_OWNER = "-c role=senco_owner"


def as_owner(url: str) -> str:
    """The same login, acting as the owner of the tables from its first statement on."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    if f" {AS_OWNER} " not in f" {query.get('options', '')} ":
        query["options"] = f"{query.get('options', '')} {AS_OWNER}".strip()
    return parts._replace(query=urlencode(query, quote_via=quote)).geturl()


def as_runtime(url: str, password: str) -> str:
    """The same database through the runtime login, without the owner's role."""
    parts = urlsplit(url)
    query = {name: value for name, value in parse_qsl(parts.query) if name != "options"}
    host = parts.netloc.rpartition("@")[2]
    login = f"{RUNTIME_LOGIN}:{quote(password, safe='')}@{host}"
    return parts._replace(netloc=login, query=urlencode(query, quote_via=quote)).geturl()


def password_in(url: str) -> str:
    return unquote(urlsplit(url).password or "")
