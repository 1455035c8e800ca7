"""Progress and impact: of one pupil, of a group, of the school; scales; files."""
