"""Lists of words: English as it is written in plans, each with what to write instead."""
