"""The import wizard: bring a file, name columns where needed, look at what it would change, apply, undo."""
