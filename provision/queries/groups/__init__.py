"""Groups of the provision map: finding them, their clashes, their timetables, and what a new term takes over."""
