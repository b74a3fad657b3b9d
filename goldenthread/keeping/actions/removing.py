"""Removing what two people agreed on: everywhere, in one transaction, leaving a record that names nobody."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from goldenthread.audit import log
from goldenthread.keeping.actions.accounts import accounts_of, let_accounts_go
from goldenthread.keeping.actions.copies import remove_copies
from goldenthread.keeping.models import Removal, RemovalState
from goldenthread.keeping.queries.due import BY_EVENT, children_due, held_back, rows_due
from goldenthread.keeping.queries.reach import Rows, loose_links, reach_from, reach_of
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Child


def pseudonym(child: Child) -> str:
    """A reference that stands for a child whom nobody can find by it: a keyed hash of a random number."""
    message = f"removed:{child.public_id}".encode()
    return hmac.new(settings.AUDIT_KEY.encode(), message, hashlib.sha256).hexdigest()[:32]


@transaction.atomic
def remove(*, removal: Removal, on: date, by: Any) -> Removal:
    """Remove what this removal is about. Refuses where a hold was placed or the rule has changed meanwhile: then nothing goes."""
    removal = Removal.objects.select_for_update().get(pk=removal.pk)
    if removal.state != RemovalState.CONFIRMED:
        raise Refused("Two people have not agreed on this.")
    if removal.child_id is None:
        _still_due(rows_due(removal.kind, on).filter(pk=removal.row or 0))
        model = apps.get_model(BY_EVENT[removal.kind][0])
        removal.counts = dict(model._base_manager.filter(pk=removal.row or 0).delete()[1])
    else:
        removal.counts = _remove_of_child(removal, on)
    removal.state, removal.removed_at = RemovalState.REMOVED, timezone.now()
    removal.child = removal.row = None
    removal.save()
    log.record("keeping.removed", subject=f"keeping.removal:{removal.public_id}", by=by,
               detail={"kind": removal.kind, "reference": removal.reference, "rows": removal.rows_gone})  # fmt: skip
    return removal


def _remove_of_child(removal: Removal, on: date) -> dict[str, int]:
    child = Child.objects.select_for_update().get(pk=removal.child_id or 0)
    _still_due(children_due(removal.kind, on).filter(pk=child.pk))
    if any(held_back(child, on)):
        raise Refused("It is held back. It goes when the hold has ended.")
    removal.reference = pseudonym(child)
    if removal.kind != "child-file":
        pupils = child.sen_records.all()
        return _delete(reach_from({pupils.model: set(pupils.values_list("pk", flat=True))}))
    found = reach_of(child)
    copies = remove_copies(found)
    accounts = accounts_of(found)
    counts = _delete(found)
    return counts | copies | let_accounts_go(accounts, on)


def _still_due(rows: Any) -> None:
    if not rows.exists():
        raise Refused("It is not due any more: its years were changed, or it is gone.")


def _delete(found: Rows) -> dict[str, int]:
    """Let rows that stay forget these, and delete these: what points first, so that the database can look whose each row is."""
    counts = {}
    with connection.cursor() as cursor:
        for field, keys in loose_links(found):
            table, column = sql.Identifier(field.model._meta.db_table), sql.Identifier(str(field.column))
            question = sql.SQL("UPDATE {0} SET {1} = NULL WHERE {1} = ANY(%s)").format(table, column)
            cursor.execute(question, [list(keys)])
        for model, keys in reversed(list(found.items())):
            question = sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(
                sql.Identifier(model._meta.db_table), sql.Identifier(str(model._meta.pk.column))
            )
            cursor.execute(question, [list(keys)])
            counts[model._meta.label] = cursor.rowcount
    return counts
