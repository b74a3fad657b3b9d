"""An app's tables as many migrations left them, made in one step: the first of an empty database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel, SeparateDatabaseAndState
from django.db.migrations.state import ProjectState


class TablesAtOnce(SeparateDatabaseAndState):
    """Many `CreateModel`s, whose models are drawn once.

    Django draws every model that has a way to a new one anew, and all of ours have one through the user: for each of two
    hundred tables, and again for each of their constraints. Here the tables are told of first and drawn when all are known,
    so they may stand in any order, and may need each other.
    """

    serialization_expand_args = ["tables"]

    def __init__(self, tables: Sequence[CreateModel]) -> None:
        super().__init__(state_operations=tables)
        self.tables = tables

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.tables], {}

    def describe(self) -> str:
        return f"Create {len(self.tables)} tables at once"

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Drop what was drawn, so that nothing is drawn again before all are known."""
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for table in self.tables:
            model = to_state.apps.get_model(app_label, table.name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for table in reversed(self.tables):
            model = from_state.apps.get_model(app_label, table.name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)
