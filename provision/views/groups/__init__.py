"""Groups and one-to-one support: set up, changed from a day on, copied into a term; support timetables."""
