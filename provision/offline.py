"""The key under which a register waits on its writer's device when there is no network (static/js/offline.js).

It is worked out from the server's secret and the writer's membership, comes with pages that its writer opens signed in, and is never
stored: what lies on a device that was lost opens for nobody.
"""

import base64
from dataclasses import dataclass

from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Offline:
    """`key`: 256 bits for AES-GCM, in base64. `owner` tells whose an entry is, and says nothing about who that is."""

    key: str
    owner: str


def offline_for(membership) -> Offline:
    key = salted_hmac("senco.offline.key", str(membership.pk), algorithm="sha256").digest()
    owner = salted_hmac("senco.offline.owner", str(membership.pk), algorithm="sha256").hexdigest()[:24]
    return Offline(base64.b64encode(key).decode("ascii"), owner)
