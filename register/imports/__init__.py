"""Reading the school's own files: bytes in, records and problems out. Nothing here knows the database.

The one entry is `register.imports.parsing.parse`.
"""
