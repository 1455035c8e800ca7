"""Progress of a pupil, effect of an intervention, what is still to be measured, and who needs advice from outside."""
