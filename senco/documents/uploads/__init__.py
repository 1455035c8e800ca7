"""Files that people bring: judged by what is in them, cleaned, and only then kept. Knows no pupil and no table.

`receiving.receive` is the way in. What opens, decodes or unpacks a file runs in a process of its own (`apart`, `child`), so the
modules it needs (`reading` and those below it) import nothing of the site.
"""
