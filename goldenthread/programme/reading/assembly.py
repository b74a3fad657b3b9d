"""Areas, actions, measures and months gathered while a plan is read, then keyed and checked for what is
missing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.drafts import ActionDraft, AreaDraft
from goldenthread.programme.reading.missing import missing_fields
from goldenthread.programme.reading.suspects import suspects_in
from goldenthread.programme.reading.understood import (
    Kind,
    Milestones,
    Understood,
    UnderstoodAction,
    UnderstoodArea,
    UnderstoodMeasure,
)


def plain_words(text: str) -> str:
    """Words as compared between two readings: lower case, letters and digits only."""
    return " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())


@dataclass
class Assembly:
    """What has been read so far. `area` and `action` are the ones that stand open."""

    title: str = ""
    area: AreaDraft | None = None
    action: ActionDraft | None = None
    areas: list[AreaDraft] = field(default_factory=list)
    by_number: dict[str, list[AreaDraft]] = field(default_factory=dict)
    actions: list[ActionDraft] = field(default_factory=list)
    measures: list[UnderstoodMeasure] = field(default_factory=list)
    months: dict[tuple[str, PartialDate | None], list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def problem(self, where: str, sentence: str) -> None:
        """Keep a sentence for people about one place, once."""
        said = f"{where}: {sentence}" if where else sentence
        if said not in self.problems:
            self.problems.append(said)

    def open_area(self, number: str | None, title: str, where: str, weak: bool = False) -> AreaDraft:
        """Open an area, or open again the one that has this number and these words."""
        self.action = None
        same_number = self.by_number.setdefault(number or plain_words(title), [])
        for area in same_number:
            if self._is_same(area, number, title):
                area.title = area.title if len(area.title) >= len(title) else title
                self.area = area
                return area
        self.area = AreaDraft(number, title, where, weak=weak)
        self.areas.append(self.area)
        same_number.append(self.area)
        return self.area

    def open_action(self, number: str | None, text: str, where: str) -> ActionDraft:
        """Open an action under the area that stands open."""
        self.action = ActionDraft(number, text, self.area, where)
        self.actions.append(self.action)
        return self.action

    def milestone(self, label: str, month: PartialDate | None, text: str) -> None:
        """Keep an item under a month."""
        self.months.setdefault((label, month), []).append(text)

    def finish(self) -> Understood:
        """Everything keyed, with what is missing and what is suspect."""
        areas = [area for area in self.areas if not area.weak or any(a.area is area for a in self.actions)]
        area_keys = _unique([area.number or _slug(area.title) or "area" for area in areas])
        keys = dict(zip(map(id, areas), area_keys, strict=True))
        actions = tuple(self._actions(keys))
        kept = tuple(
            UnderstoodArea(keys[id(a)], a.number, first_sentence(a.title), _text(a), a.where, tuple(a.other))
            for a in areas
        )
        months = tuple(
            Milestones(label, month, tuple(items)) for (label, month), items in self.months.items()
        )
        measures = tuple(self.measures)
        return Understood(
            _kind(actions, kept, measures, months),
            self.title,
            kept,
            actions,
            measures,
            months,
            missing_fields(actions, measures),
            suspects_in(actions, measures),
            tuple(self.problems),
        )

    def _actions(self, area_keys: dict[int, str]) -> list[UnderstoodAction]:
        numbers = Counter(draft.number for draft in self.actions if draft.number)
        all_differ = all(count == 1 for count in numbers.values())
        wanted = []
        for draft in self.actions:
            area = area_keys[id(draft.area)] if draft.area else ""
            name = draft.number or _slug(draft.text) or "action"
            alone = draft.number and numbers[draft.number] == 1 and ("." in draft.number or all_differ)
            wanted.append(name if alone or not area else f"{area}/{name}")
        return [
            _made(draft, key, area_keys[id(draft.area)] if draft.area else "")
            for draft, key in zip(self.actions, _unique(wanted), strict=True)
        ]

    @staticmethod
    def _is_same(area: AreaDraft, number: str | None, title: str) -> bool:
        ours, theirs = plain_words(area.title), plain_words(title)
        if area.number != number:
            return False
        if number is None:
            return ours == theirs
        return not ours or not theirs or ours.startswith(theirs) or theirs.startswith(ours)


def _made(draft: ActionDraft, key: str, area: str) -> UnderstoodAction:
    return UnderstoodAction(
        key=key,
        number=draft.number,
        text=draft.text,
        area=area,
        where=draft.where,
        due=draft.due,
        due_as_written=draft.due_as_written,
        start=draft.start,
        leads=tuple(draft.leads),
        accountable=tuple(draft.accountable),
        agency="; ".join(draft.agency),
        success_criteria=tuple(draft.success),
        progress=tuple(draft.progress),
        status_as_written="; ".join(draft.status),
        rating_as_written="; ".join(draft.rating),
        other=tuple(draft.other),
    )


def first_sentence(title: str) -> str:
    """The first sentence of a long opening; all of a short one."""
    if len(title) <= 120:
        return title
    match = re.match(r"(.{20,}?[.!?])\s+[A-Z]", title, re.DOTALL)
    return match.group(1) if match else title


def _text(area: AreaDraft) -> str:
    whole = [area.title] if first_sentence(area.title) != area.title else []
    return "\n".join([*whole, *area.text])


def _slug(text: str) -> str:
    return "-".join(plain_words(text).split()[:9])[:72]


def _unique(wanted: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    taken = set(wanted)
    keys = []
    for key in wanted:
        seen[key] += 1
        made = key
        while seen[key] > 1 and made in taken:
            made = f"{key} ({seen[key]})"
            seen[key] += made in taken
        taken.add(made)
        keys.append(made)
    return keys


def _kind(
    actions: tuple[UnderstoodAction, ...],
    areas: tuple[UnderstoodArea, ...],
    measures: tuple[UnderstoodMeasure, ...],
    months: tuple[Milestones, ...],
) -> Kind:
    if (actions or areas) and measures:
        return "plan and measures" if actions else "measures"
    if actions:
        return "plan"
    if measures:
        return "measures"
    if months:
        return "roadmap"
    return "plan" if areas else "nothing understood"
