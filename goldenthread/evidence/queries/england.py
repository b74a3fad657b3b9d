"""England's published figure for the newest year, where a release counts the same thing."""

from __future__ import annotations

from goldenthread.evidence.figures import Offered
from goldenthread.returns.published.measures import MEASURES
from goldenthread.returns.queries.comparison import Value, newest_release, table_of, values_of


def england_beside(offered: Offered) -> Value | None:
    """The newest national value that was published; None where nothing like it is. Three queries."""
    release = newest_release() if offered.published else None
    measure = MEASURES.get(offered.published)
    table = table_of(release, measure) if release and measure else None
    if table is None or measure is None:
        return None
    found = [one for one in values_of(table, measure, levels=("nation",)) if one.value is not None]
    return found[-1] if found else None
