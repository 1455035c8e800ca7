"""One machine's whole system: a real PostgreSQL, a real Redis-protocol server, worker, beat and web, as child processes.

Nothing here imports Django: the servers must answer before Django's settings can name them.
"""

from senco.core.serving.servers import INSTALLATION, Servers, start_servers

__all__ = ["INSTALLATION", "Servers", "start_servers"]
