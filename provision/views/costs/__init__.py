"""Costs of provision: the school's, a pupil's, what they are worked out from, and what would change them."""
