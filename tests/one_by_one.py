"""The migrations one by one, as they were written, without those that stand for many: how older installations came.

`python -m tests.one_by_one CUT` migrates the database of DATABASE_URL so: `all`, `half` of them, or all but the last of each app.
"""

from __future__ import annotations

import sys

from django.db.migrations import executor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration

Step = tuple[Migration, bool]


class OneByOne(MigrationLoader):
    """Leaves out what stands for many; what comes after it comes after the last of those many."""

    def load_disk(self) -> None:
        super().load_disk()
        for_many = {
            key: one.replaces[-1]
            for key, one in self.disk_migrations.items()
            if one.replaces and is_ours(one)
        }
        for key in for_many:
            del self.disk_migrations[key]
        for one in self.disk_migrations.values():
            one.dependencies = [for_many.get(tuple(needed), needed) for needed in one.dependencies]


def is_ours(one: Migration) -> bool:
    """Whether it is of our apps and not of a package."""
    return one.__module__.startswith("goldenthread.")


def last_of_each_app(loader: MigrationLoader) -> set[tuple[str, str]]:
    """The last files of our apps that have two or more, and all that come after those in other apps."""
    leaves = [key for key in loader.graph.leaf_nodes() if is_ours(loader.disk_migrations[key])]
    second = [
        key for key in leaves if any(app == key[0] for app, _ in loader.disk_migrations[key].dependencies)
    ]
    return {after for key in second for after in loader.graph.backwards_plan(key)}


def steps(loader: MigrationLoader, plan: list[Step], cut: str) -> list[Step]:
    """What of the whole plan is done."""
    if cut == "half":
        return plan[: len(plan) // 2]
    if cut == "but-last":
        without = last_of_each_app(loader)
        return [step for step in plan if (step[0].app_label, step[0].name) not in without]
    return plan


def main(cut: str) -> None:
    """Migrate so far."""
    from goldenthread.cli import start_django

    start_django(as_owner=True)
    from django.core.management import call_command
    from django.db import connection

    executor.MigrationLoader = OneByOne  # type: ignore[misc]
    if cut == "all":
        call_command("migrate", verbosity=0)
        return
    doing = executor.MigrationExecutor(connection)
    plan = doing.migration_plan(doing.loader.graph.leaf_nodes())
    doing.migrate(None, plan=steps(doing.loader, plan, cut))


if __name__ == "__main__":
    main(sys.argv[1])
