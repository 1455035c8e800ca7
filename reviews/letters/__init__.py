"""Exactly what may be printed or mailed of a meeting."""
