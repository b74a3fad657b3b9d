"""Each migration leaves the code before it working: first widen, and narrow in a later version (expand and contract).

While an installation is brought up to date, web processes of the version before still run on the new tables. So no migration
takes away or renames what they ask for, or demands a value that they do not send. `EARLIER` are those from before this rule; an
exception is named with its reason. What stands for many on an empty database (`0001_squashed_…`) is not read here: no version
ran before it. That it makes what those many make is asked below, and of two databases in assurance/tests/test_squashed.py.
"""

import re
from pathlib import Path

import pytest
from django.db import migrations, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests.one_by_one import OneByOne, is_ours

EARLIER = set((Path(__file__).parent / "migrations_before_the_rule.txt").read_text().split())
EXCEPTIONS: dict[str, str] = {}
"""A migration as app.name, and why it may narrow at once."""
TAKES_AWAY = (migrations.RemoveField, migrations.RenameField, migrations.RenameModel, migrations.DeleteModel)
NARROWING = re.compile(r"\b(DROP\s+(COLUMN|TABLE)|RENAME\s+(COLUMN|TO)|SET\s+NOT\s+NULL)\b", re.IGNORECASE)


def demands(field: models.Field) -> bool:
    """Whether a row without a word about this field is refused."""
    return not (field.many_to_many or field.null or field.has_db_default() or field.primary_key)


def narrows(operation, app: str, state: ProjectState) -> str:
    """What the version before could no longer do; nothing when it can do all."""
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        return next(filter(None, (narrows(one, app, state) for one in operation.database_operations)), "")
    if isinstance(operation, TAKES_AWAY):
        return operation.describe()
    if isinstance(operation, migrations.AddField) and demands(operation.field):
        return f"{operation.describe()}, without null and without db_default"
    if isinstance(operation, migrations.AlterField) and demands(operation.field):
        before = state.models[app, operation.model_name_lower].fields[operation.name]
        if not demands(before):
            return f"{operation.describe()}, which may be empty until now"
    if isinstance(operation, migrations.RunSQL) and NARROWING.search(str(operation.sql)):
        return f"SQL that takes away: {operation.sql}"
    return ""


def found_in(name: str, migration, state: ProjectState) -> list[str]:
    """Every sentence about one migration, which is then done to the state."""
    said = []
    for operation in migration.operations:
        if words := narrows(operation, migration.app_label, state):
            said.append(f"{name}: {words}")
        operation.state_forwards(migration.app_label, state)
    return said


def test_no_migration_breaks_the_version_before_it():
    loader = OneByOne(None)
    plan = [key for leaf in sorted(loader.graph.leaf_nodes()) for key in loader.graph.forwards_plan(leaf)]
    state, said, ours = ProjectState(real_apps=loader.unmigrated_apps), [], set()
    for app, name in dict.fromkeys(plan):
        migration, full = loader.graph.nodes[app, name], f"{app}.{name}"
        new = found_in(full, migration, state)
        if is_ours(migration):
            ours.add(full)
            said += [] if full in EARLIER or full in EXCEPTIONS else new
    assert not said, "\n".join(said)
    assert ours >= EARLIER | set(EXCEPTIONS), "a migration of the list is gone"


def test_what_stands_for_many_describes_the_same_tables():
    at_once, one_by_one = (loader(None).project_state() for loader in (MigrationLoader, OneByOne))
    assert not MigrationAutodetector(one_by_one, at_once)._detect_changes()
    fields = [
        {key: list(table.fields) for key, table in state.models.items()} for state in (at_once, one_by_one)
    ]
    assert fields[0] == fields[1], "the columns stand in another order"


def test_what_stands_for_many_says_for_which():
    for (app, name), migration in MigrationLoader(None).disk_migrations.items():
        if is_ours(migration) and migration.replaces:
            first, last = migration.replaces[0][1], migration.replaces[-1][1]
            assert name == f"0001_squashed_{last}"
            assert first.startswith("0001_")
            assert {label for label, _ in migration.replaces} == {app}


OLD = migrations.CreateModel(
    "Thing", [("id", models.AutoField(primary_key=True)), ("note", models.TextField(null=True))]
)


@pytest.mark.parametrize(
    ("operation", "is_found"),
    [
        (migrations.RemoveField("thing", "note"), True),
        (migrations.RenameField("thing", "note", "words"), True),
        (migrations.DeleteModel("Thing"), True),
        (migrations.AddField("thing", "new", models.TextField(default="")), True),
        (migrations.AddField("thing", "new", models.TextField(db_default="")), False),
        (migrations.AddField("thing", "new", models.TextField(null=True)), False),
        (migrations.AlterField("thing", "note", models.TextField(default="")), True),
        (migrations.AlterField("thing", "note", models.TextField(null=True, blank=True)), False),
        (migrations.RunSQL("ALTER TABLE thing DROP COLUMN note"), True),
        (migrations.RunSQL("CREATE INDEX ON thing (note)"), False),
        (migrations.SeparateDatabaseAndState([migrations.DeleteModel("Thing")]), True),
    ],
)
def test_what_counts_as_narrowing(operation, is_found):
    state = ProjectState()
    OLD.state_forwards("app", state)
    assert bool(narrows(operation, "app", state)) is is_found
