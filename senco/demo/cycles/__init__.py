"""Two years of support plans: one cycle a term for every pupil on the register, up to the one of today."""
