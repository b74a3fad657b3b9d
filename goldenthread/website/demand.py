"""What is listed for each need, and what families looked for and did not find."""

from __future__ import annotations

from collections import Counter

from django.db import connection

from goldenthread.localoffer.categories import TITLES
from goldenthread.localoffer.models import SearchWithoutResult
from goldenthread.localoffer.queries.gaps import looked_for_in_vain
from goldenthread.localoffer.vocabulary import NEEDS

_LISTED = """
SELECT a -> 'taxonomy_term' ->> 'term', count(DISTINCT s.id)
FROM localoffer_service s JOIN localoffer_serviceversion v ON v.id = s.approved_id,
     jsonb_array_elements(COALESCE(v.record -> 'attributes', '[]')) a
WHERE NOT s.is_archived AND a -> 'taxonomy_term' ->> 'taxonomy' = %s GROUP BY 1
"""


def listed_by_need() -> Counter[str]:
    """How many services that families can find are for each need. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTED, [TITLES["need"]])
        found = dict(cursor.fetchall())
    return Counter({need.code: found.get(need.code, 0) for need in NEEDS})


def not_found_by_need() -> Counter[str]:
    """How often families looked for something of each need and found nothing, over all months. One query."""
    return looked_for_in_vain(SearchWithoutResult.objects.all())
