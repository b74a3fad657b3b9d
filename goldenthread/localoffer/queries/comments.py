"""What people said, and the yearly statement that makes itself from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from goldenthread.localoffer.choices import CommentState, KeptBack, Topic
from goldenthread.localoffer.models import Comment


@dataclass
class Statement:
    """One year: how many comments came, and those that are published, by what they are about."""

    year: int
    received: int = 0
    published: int = 0
    kept_back: int = 0
    waiting: int = 0
    topics: list[tuple[str, list[Comment]]] = field(default_factory=list)
    reasons: str = ""


def statements() -> list[Statement]:
    """Every year's statement, the latest first. A comment belongs to the year in which it was sent."""
    rows: dict[int, list[Comment]] = {}
    for comment in Comment.objects.order_by("-sent_on", "-pk"):
        rows.setdefault(comment.sent_on.year, []).append(comment)
    return [_statement(year, comments) for year, comments in rows.items()]


def _statement(year: int, comments: list[Comment]) -> Statement:
    states = Counter(one.state for one in comments)
    kept_back = Counter(one.kept_back_because for one in comments if one.state == CommentState.KEPT_BACK)
    shown = [one for one in comments if one.state == CommentState.ANSWERED]
    return Statement(
        year=year, received=len(comments), published=states[CommentState.ANSWERED],
        kept_back=states[CommentState.KEPT_BACK], waiting=states[CommentState.NEW],
        topics=[(topic.label, mine) for topic in Topic if (mine := [one for one in shown if one.topic == topic])],
        reasons="; ".join(f"{KeptBack(code).label.lower()}: {count}" for code, count in kept_back.items()),
    )  # fmt: skip


def waiting_comments() -> list[Comment]:
    """Those that nobody has decided on, the oldest first."""
    return list(Comment.objects.filter(state=CommentState.NEW).select_related("page__published", "service"))
