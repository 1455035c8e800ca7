"""The models that operations of a migration are given are the ones Django would have made."""

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps

from senco.core.migrating import LazyApps, LazyState

PUPIL, PERMISSION = ("register", "pupil"), ("auth", "permission")


def plan():
    graph = MigrationLoader(None).graph
    ordered = dict.fromkeys(key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf))
    return [graph.nodes[key] for key in ordered]


def after_all_migrations() -> LazyState:
    """With the models of every operation made as it comes, as when a database is migrated."""
    state = LazyState()
    for migration in plan():
        for operation in migration.operations:
            before = state.clone()
            operation.state_forwards(migration.app_label, state)
            for name in (getattr(operation, "model_name", None), getattr(operation, "name", None)):
                if name and (migration.app_label, name.lower()) in state.models:
                    state.apps.get_model(migration.app_label, name)
            assert before.apps is not None
    return state


def drawn(apps):
    """What a schema is made of, of every model: columns with types, where relations lead, who points here, constraints."""
    return {
        model._meta.label_lower: description(model) for model in apps.get_models(include_auto_created=True)
    }


def description(model):
    options = model._meta
    return {
        "table": options.db_table,
        "columns": [(f.column, f.db_parameters(connection)["type"], f.null) for f in options.local_fields],
        "leads to": sorted(
            (f.name, where(f)) for f in options.get_fields() if f.is_relation and not f.auto_created
        ),
        "pointed at by": sorted((r.name, where(r)) for r in options.related_objects),
        "rules": [rule.deconstruct() for rule in (*options.constraints, *options.indexes)],
    }


def where(relation):
    """The class itself must be the registry's own: two classes of one model must not be told apart only by luck."""
    target = relation.related_model
    return target._meta.label_lower, target is relation.model._meta.apps.get_model(target._meta.label_lower)


def test_after_all_migrations_every_model_is_as_django_draws_it():
    state = after_all_migrations()
    ours, django = drawn(state.apps), drawn(StateApps(set(), state.clone().models))
    assert len(ours) > 100
    assert ours == django


def test_a_model_that_stands_on_a_changed_one_is_drawn_anew():
    state = after_all_migrations()
    before, pupil, kept = state.apps, *(state.apps.get_model(*key) for key in (PUPIL, PERMISSION))
    state.remove_field("accounts", "user", "last_login")
    assert state.apps is not before
    assert state.apps.get_model(*PUPIL) is not pupil, "it leads to people"
    assert state.apps.get_model(*PERMISSION) is kept, "it does not"


def test_only_what_is_asked_for_is_made():
    state = after_all_migrations()
    fresh = LazyApps(set(), state.models)
    fresh.get_model("accounts", "User")
    made = sum(len(models) for models in fresh.all_models.values())
    assert 0 < made < 10 < len(fresh.get_models())
