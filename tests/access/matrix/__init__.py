"""The access matrix: every route × every role × every relation to the pupil × every method, judged by status and by canaries."""
