"""What a published version says newly of what somebody follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse

from goldenthread.evidence.models import DocumentVersion, Followed, Follower
from goldenthread.evidence.publishing.changes import changes
from goldenthread.evidence.publishing.narrowing import Subject, narrowed
from goldenthread.evidence.publishing.parts import from_data
from goldenthread.evidence.queries.publications import changes_from, series_of
from goldenthread.kit.dates import in_words
from goldenthread.kit.mailing import Mail
from goldenthread.programme.models import Area, Plan, Programme
from goldenthread.programme.queries.areas import AreaNow, areas_as_known

MOST_SENTENCES = 8
"""Differences that a mail tells; the page tells them all."""


def can_be_followed(programme: Programme, day: date) -> list[tuple[str, str]]:
    """Codes and words of what can be followed: everything, each public plan, each of its areas."""
    plans = Plan.objects.filter(programme=programme, is_public=True, known_on__lte=day).order_by(
        "known_on", "pk"
    )
    areas = areas_as_known(Area.objects.filter(plan__in=plans), day)
    found = [("all", "Everything that is published")]
    for plan in plans:
        own = [one for one in areas if one.area.plan_id == plan.pk]
        found.append((f"plan-{plan.pk}", f"The whole plan: {plan.title}"))
        found += [(f"area-{one.area.pk}", _area_words(one)) for one in own]
    return found


def _area_words(one: AreaNow) -> str:
    return f"Area {one.number}: {one.title}"


def latest_version() -> int:
    """The number of the version that was published last."""
    last = DocumentVersion.objects.order_by("-pk").values_list("pk", flat=True).first()
    return int(last or 0)


def next_letter(to: Follower) -> Mail | None:
    """What comes next for a follower: the first version since the last that was looked at for it. Three queries or so."""
    version = (
        DocumentVersion.objects.filter(pk__gt=to.sent_up_to)
        .select_related("programme", "area__plan")
        .order_by("pk")
        .first()
    )
    if version is None:
        return None
    follows = to.followed.filter(is_confirmed=True, programme=version.programme)
    said = told_of(version, follows.select_related("plan", "area__plan"))
    if said is None:
        return Mail(version.pk)
    return Mail(version.pk, str(version), _words(version, said))


def told_of(version: DocumentVersion, follows: Iterable[Followed]) -> list[str] | None:
    """What a version says newly of what is followed, in sentences; None where it says nothing newly of it."""
    earlier = series_of(version).filter(number__lt=version.number).last()
    said: list[str] | None = None
    for one in follows:
        found = _told_of_one(version, earlier, one)
        if found is not None:
            said = [*(said or []), *(sentence for sentence in found if sentence not in (said or []))]
    return said


def _told_of_one(
    version: DocumentVersion, earlier: DocumentVersion | None, followed: Followed
) -> list[str] | None:
    if followed.plan is None and followed.area is None:
        return changes_from(earlier, version.content)
    if version.area is not None:
        is_mine = followed.area == version.area or followed.plan == version.area.plan
        return changes_from(earlier, version.content) if is_mine else None
    subject = subject_of(followed)
    now = narrowed(from_data(version.content), subject)
    if earlier is None:
        return [] if now.parts else None
    return changes(narrowed(from_data(earlier.content), subject), now) or None


def subject_of(followed: Followed) -> Subject:
    """Where in a document the plan or the area that is followed stands."""
    if followed.area is None:
        assert followed.plan is not None
        return Subject([followed.plan.key])
    area = followed.area
    measures = area.measures.values_list("key", flat=True)
    keys = [f"{area.plan.key}/{area.key}", *(f"{area.plan.key}/measure/{one}" for one in measures)]
    return Subject(keys, rows=f"{area.number}. ")


def _words(version: DocumentVersion, said: list[str]) -> str:
    here = settings.SITE_ADDRESS + reverse("published:version", args=[version.key])
    lines = [f"{version} was published on {in_words(version.published_on)}."]
    if version.note:
        lines.append(version.note)
    if said:
        more = len(said) - MOST_SENTENCES
        shown = [f"- {one}" for one in said[:MOST_SENTENCES]]
        shown += [f"- {more} more, on the page"] if more > 0 else []
        lines.append("What changed in what you follow:\n\n" + "\n".join(shown))
    return "\n\n".join([*lines, f"Read it: {here}"])
