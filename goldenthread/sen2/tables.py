"""The nine tables: how they hang together, and what each format calls them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """One kind of record. `path` is how it hangs: each step is a table, the last is this one."""

    tag: str
    blade: str
    file: str
    title: str
    sheet: str
    key: str
    path: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of our own CSV files that say which record it is: numbers, from the person down."""
        return tuple(TABLES[step].key for step in self.path)

    @property
    def parent(self) -> str:
        """The table whose records hold these; nothing for the header and the persons."""
        return self.path[-2] if len(self.path) > 1 else ""


def _table(path: str, blade: str, file: str, title: str, sheet: str, key: str) -> Table:
    steps = tuple(path.split("/"))
    return Table(steps[-1], blade, file, title, sheet, key, steps)


_ALL = (
    _table("Header", "sen2", "return", "Header Record", "Header", "ReturnNo"),
    _table("Person", "person", "persons", "Person Record", "Person", "PersonNo"),
    _table("Person/Requests", "requests", "requests", "Requests Records", "Requests", "RequestNo"),
    _table("Person/Requests/Assessment", "assessment", "assessments", "Assessments Records", "Assessments", "AssessmentNo"),
    _table("Person/Requests/Assessment/NamedPlan", "namedplan", "named_plans", "Named Plan Records", "Named Plan", "PlanNo"),
    _table(
        "Person/Requests/Assessment/NamedPlan/PlanDetail",
        "plandetail", "plan_details", "Plan Detail Records", "Plan Detail", "PlanDetailNo",
    ),
    _table("Person/Requests/ActivePlans", "activeplans", "active_plans", "Active Plan Records", "Active Plan", "ActivePlanNo"),
    _table(
        "Person/Requests/ActivePlans/PlacementDetail",
        "placementdetail", "placements", "Placement Detail Records", "Placement Detail", "PlacementNo",
    ),
    _table("Person/Requests/ActivePlans/SENneed", "senneed", "needs", "SEN Need Records", "SEN Need", "NeedNo"),
)  # fmt: skip
TABLES: dict[str, Table] = {one.tag: one for one in _ALL}
PERSON_TABLES: tuple[Table, ...] = _ALL[1:]
CHILDREN: dict[str, tuple[str, ...]] = {
    table: tuple(one.tag for one in PERSON_TABLES if one.parent == table) for table in TABLES
}
"""What a record of a table holds, in the order in which the return writes it."""
