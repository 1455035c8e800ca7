"""What a mail server in the test process does with what it is handed."""

import random


class Sink:
    """Keeps what arrives. `answers` are given to DATA first; `at_data` runs when a message has arrived."""

    def __init__(self):
        self.letters, self.answers, self.at_data = [], [], None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 no such mailbox"
        if address.startswith("full"):
            return "452 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.letters.append((envelope.rcpt_tos, envelope.content.decode()))
        if self.at_data:
            self.at_data(server)
        return answer


def free_port() -> int:
    return random.randint(20000, 30000)
