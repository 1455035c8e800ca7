"""The delivery ledger: what was due, what was said about it, and who is away."""
