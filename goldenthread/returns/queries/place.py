"""Which of the published places we are."""

from __future__ import annotations

from django.conf import settings

from goldenthread.returns.models import PublishedLine, Release

_ADDITIONS = (
    "City of ",
    "County of ",
    "Borough of ",
    "London Borough of ",
    "Royal Borough of ",
    "Metropolitan Borough of ",
)


def own_place(release: Release) -> str:
    """Our authority's name as the release spells it: AREA_NAME, with or without what councils put before or after it.

    The name itself where the release has no such place: pages then show England alone.
    """
    name = str(settings.AREA_NAME)
    found = set(PublishedLine.objects.filter(table__release=release, table__name="timeliness_20_week", level="authority")
                .values_list("place", flat=True).distinct())  # fmt: skip
    for tried in spellings(name):
        if tried in found:
            return tried
    return name


def spellings(name: str) -> list[str]:
    """How a release may write a council's name.

    >>> spellings("City of Wolverhampton")[:2], spellings("Walsall Council")
    (['City of Wolverhampton', 'Wolverhampton'], ['Walsall Council', 'Walsall'])
    """
    bare = name.removesuffix(" Council").strip()
    tried = [name, bare]
    for words in _ADDITIONS:
        if bare.startswith(words):
            rest = bare.removeprefix(words)
            tried += [rest, f"{rest}, {words.strip()}"]
    return list(dict.fromkeys(tried))
