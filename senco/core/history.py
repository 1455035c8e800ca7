"""History by database trigger: every insert, update and delete of a tracked table becomes an event row that nobody can change."""

import pghistory


def tracked(model):
    """Class decorator for models whose every change must be accounted for."""
    return pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())(model)
