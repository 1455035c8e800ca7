"""The delivery ledger: my day, the register of a session, what was delivered, and adults who are away."""
