"""Migrating without drawing every model anew at every step: an empty database is ready in a tenth of the time.

Django keeps the models of the migration it is at as real classes. After each of some five hundred operations it makes the
classes of everything related to the changed model again, and here nearly everything is related to a pupil. The classes made
below are the same, but each is made when an operation first asks for it, and kept until something it stands on changes.
"""

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState, StateApps
from django.utils.functional import cached_property


class LazyApps(StateApps):
    """A registry that makes a model when it is asked for, together with all that the model points at."""

    waiting = None  # {(app label, model name): the state of a model that no operation has asked for yet}

    def render_multiple(self, model_states):
        self.waiting = self.waiting or {}
        for state in model_states:
            self.waiting[state.app_label, state.name_lower] = state

    def get_model(self, app_label, model_name=None, require_ready=True):
        if model_name is None:
            app_label, model_name = app_label.split(".")
        self.make(self.with_targets(app_label, model_name.lower()))
        return self.get_registered_model(app_label, model_name)

    def get_models(self, include_auto_created=False, include_swapped=False):
        """Whoever asks who points at a model asks here first: that needs them all."""
        self.make(list(self.waiting))
        return super().get_models(include_auto_created, include_swapped)

    def get_app_config(self, app_label):
        """What keeps content types and permissions reads all models of an app here."""
        self.make(list(self.waiting))
        return super().get_app_config(app_label)

    def clear_cache(self):
        """As inherited, but for the models made so far: asking for all of them would make them."""
        StateApps.get_models.cache_clear()
        for models in self.all_models.values():
            for model in models.values():
                model._meta._expire_cache()

    def make(self, keys):
        super().render_multiple([self.waiting.pop(key) for key in keys])

    def with_targets(self, *key) -> list:
        """Of the waiting models: this one and those it points at, step by step."""
        found, queue = {}, [key]
        while queue:
            key = queue.pop()
            if key in self.waiting and key not in found:
                found[key] = True
                queue += targets_of_state(self.waiting[key])
        return list(found)

    def after_change(self, changed, project) -> "LazyApps":
        """The registry of `project`, in which the `changed` models are others: who does not stand on them is taken along."""
        fresh = LazyApps(project.real_apps, project.models)
        for model in self.untouched_by(changed):
            fresh.take(model)
        return fresh

    def untouched_by(self, changed) -> list:
        made = {key_of(model): model for models in self.all_models.values() for model in models.values()}
        standing_on = {}
        for key, model in made.items():
            for target in targets_of_class(model):
                standing_on.setdefault(target, []).append(key)
        stale, queue = set(), list(changed)
        while queue:
            key = queue.pop()
            if key not in stale:
                stale.add(key)
                queue += standing_on.get(key, ())
        return [model for key, model in made.items() if key not in stale]

    def take(self, model):
        """A class belongs to one registry, and to the newest: there it is asked who points at it."""
        self.waiting.pop(key_of(model), None)
        self.all_models[model._meta.app_label][model._meta.model_name] = model
        self.app_configs[model._meta.app_label].models[model._meta.model_name] = model
        model._meta.apps = self
        model._meta._expire_cache()


def key_of(model) -> tuple[str, str]:
    return model._meta.app_label, model._meta.model_name


def targets_of_state(state):
    """The keys of the models that this one stands on: its bases, and where its relations lead."""
    named = [base for base in state.bases if isinstance(base, str)]
    for field in state.fields.values():
        if field.is_relation:
            named += [field.remote_field.model, getattr(field.remote_field, "through", None)]
    for name in named:
        if isinstance(name, str):
            app, _dot, model = name.rpartition(".")
            yield app or state.app_label, model.lower()


def targets_of_class(model):
    """The same, of a model that has been made."""
    for base in model.__bases__:
        if hasattr(base, "_meta") and not base._meta.abstract:
            yield key_of(base)
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
        if field.is_relation:
            for target in (field.remote_field.model, getattr(field.remote_field, "through", None)):
                if hasattr(target, "_meta"):
                    yield key_of(target)


class LazyState(ProjectState):
    """The project at one migration. A copy shares the registry: a change gives the changed one its own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_delayed = (
            True  # who looks at everything (Python in a migration, what follows all migrations) gets it new
        )

    @cached_property
    def apps(self):
        return LazyApps(self.real_apps, self.models)

    def clone(self):
        copy = LazyState({key: model.clone() for key, model in self.models.items()}, self.real_apps)
        if "apps" in self.__dict__:
            copy.apps = self.apps
            for key in copy.apps.waiting:  # what is made later is made of what was true now
                copy.apps.waiting[key] = copy.models.get(key, copy.apps.waiting[key])
        return copy

    def remove_model(self, app_label, model_name):
        self.__dict__.pop("apps", None)
        super().remove_model(app_label, model_name)

    def reload_model(self, app_label, model_name, delay=False):
        self.reload_models([(app_label, model_name)])

    def reload_models(self, models, delay=True):
        if "apps" in self.__dict__:  # asking for it would make it
            self.apps = self.apps.after_change({(app, name.lower()) for app, name in models}, self)


class Executor(MigrationExecutor):
    """Django's, starting from a state that makes its models when they are asked for."""

    def _create_project_state(self, with_applied_migrations=False):
        whole = super()._create_project_state(with_applied_migrations)
        return LazyState(whole.models, whole.real_apps)
