"""Plans in running text: headings, numbered lines, bullets and labels, read from top to bottom.

Lines come from pasted text or from the paragraphs of a document; tables met on the way go to `tables`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.cards import lines_of
from goldenthread.programme.reading.drafts import ActionDraft, Say
from goldenthread.programme.reading.flattened import rebuilt
from goldenthread.programme.reading.headings import action_heading, area_heading, plain_number
from goldenthread.programme.reading.labels import Label, labels_in, without_tail
from goldenthread.programme.reading.lines import Line, Table
from goldenthread.programme.reading.loose_measures import LooseMeasures
from goldenthread.programme.reading.months import heading_date, is_period_heading, tail_date
from goldenthread.programme.reading.survey import Survey, is_do_heading, survey, title_among
from goldenthread.programme.reading.tables import read_table

_LISTED = {"leads", "accountable", "success", "progress", "team"}
_FIGURES = {"measure", "baseline", "target", "actual"}


def read_blocks(blocks: Sequence[Line | Table], assembly: Assembly) -> None:
    """Read lines and tables, in order, into the assembly."""
    blocks = rebuilt(blocks)
    reading = _Reading(assembly, survey(blocks))
    for block in blocks:
        if isinstance(block, Line):
            reading.line(block)
        elif not read_table(block, assembly):
            for line in lines_of(block):
                reading.line(line)
        else:
            reading.close_list()
    reading.measures.close()


class _Reading:
    """Where the reading stands: the open label, month and list, and paragraphs that may turn out to be a
    title.
    """

    def __init__(self, assembly: Assembly, plan: Survey) -> None:
        self.assembly = assembly
        self.plan = plan
        self.measures = LooseMeasures(assembly)
        self.label: Label | None = None
        self.label_line: Line | None = None
        self.filled = False
        self.month: tuple[str, PartialDate | None] | None = None
        self.listing = not (plan.do_headings or plan.action_tables)
        self.numbered = False  # the open action was opened by a number, so bullets under it are its own
        self.bullet_line: Line | None = None
        self.pending: list[Line] = []

    def line(self, line: Line) -> None:
        """Read one line as the first of these that it can be."""
        if self._belongs_to_label(line) or self._month(line) or self._area(line) or self._action(line):
            return
        found = labels_in(line.text)
        if is_do_heading(line.text):
            self._do_heading(line)
        elif found:
            self._labels(found, line)
        elif line.bullet:
            self._bullet(line)
        else:
            self._paragraph(line)

    def close_list(self) -> None:
        """Nothing that follows belongs to the label, bullet or paragraphs before."""
        self.label = self.label_line = self.bullet_line = None
        self.pending = []

    def _belongs_to_label(self, line: Line) -> bool:
        """A numbered or bulleted line deeper than an open label is one of its values, whatever it looks
        like.
        """
        if not self.label or not self.label_line or line.indent <= self.label_line.indent or self.label.text:
            return False
        if labels_in(line.text) or line.heading or area_heading(line.text):
            return False
        return bool(line.bullet or plain_number(line.text)) and self._value(line)

    def _month(self, line: Line) -> bool:
        date = None if line.bullet else heading_date(line.text)
        if not date and not (is_period_heading(line.text) and not line.bullet):
            return False
        if self.label and not self.filled and self.label.field in ("due", "start"):
            return False
        if self.assembly.title == "":
            self.assembly.title = " ".join(part.text for part in self.pending[:1])
        self.close_list()
        self.month = (re.sub(r"^by\s+", "", line.text.strip(" :()"), flags=re.IGNORECASE), date)
        self.numbered, self.listing = False, True
        return True

    def _area(self, line: Line) -> bool:
        heading = area_heading(line.text)
        if heading and line.bullet and (self.assembly.areas or len(line.text.split()) < 4):
            return False
        if not heading and self.plan.numbered_areas and not line.bullet:
            number = plain_number(line.text, loose=line.heading > 0 or self._is_next(line.text))
            heading = (
                number if number and not (self.plan.numbered_actions and action_heading(line.text)) else None
            )
        if not heading:
            return False
        self.close_list()
        self.measures.close()
        self.assembly.open_area(heading.number, heading.title, line.where)
        self.month, self.numbered, self.listing = (
            None,
            False,
            not (self.plan.do_headings or self.plan.action_tables),
        )
        return True

    def _is_next(self, text: str) -> bool:
        heading = plain_number(text, loose=True)
        numbers = [int(area.number) for area in self.assembly.areas if area.number and area.number.isdigit()]
        return bool(heading and heading.number == str(max(numbers, default=0) + 1) and len(text) < 160)

    def _action(self, line: Line) -> bool:
        heading = action_heading(line.text)
        if not heading and (not self.plan.numbered_areas or self.listing) and not line.bullet:
            plain = plain_number(line.text)
            heading = plain if plain and (plain.number or "").isdigit() else None
            if heading and not self.assembly.area and self.plan.named_areas:
                return False  # a list before the first area is the contents, or the inspectors' list
        if not heading:
            return False
        self._open(heading.number, heading.title, line)
        self.numbered = True
        return True

    def _open(self, number: str | None, text: str, line: Line) -> ActionDraft:
        self.close_list()
        words, tail = without_tail(text)
        action = self.assembly.open_action(number, words, line.where)
        for field, label, value in tail:
            action.put(field, label, value, self._say(line))
        if self.month and not action.due_as_written:
            action.put("due", "month heading", self.month[0], self._say(line))
        closing = tail_date(words) if not action.due_as_written else None
        if closing:
            action.due_as_written, action.due = closing
        return action

    def _do_heading(self, line: Line) -> None:
        """A list of actions begins; the paragraph before it is the area's title if nothing else has named
        the area.
        """
        title = title_among(self.pending)
        fresh = self.assembly.area and not any(a.area is self.assembly.area for a in self.assembly.actions)
        if (
            title
            and not (self.plan.named_areas or self.plan.numbered_areas)
            and not (fresh and not title.heading)
        ):
            self.assembly.open_area(None, title.text, title.where)
        self.close_list()
        self.assembly.action = None
        self.listing, self.numbered = True, False

    def _labels(self, found: list[Label], line: Line) -> None:
        if found[0].field == "action" and found[0].text and self._awaits_words():
            self.assembly.action.text = found[0].text  # type: ignore[union-attr]
            found = found[1:]
        elif found[0].field == "action" and found[0].text:
            self._open(None, found[0].text, line)
            self.numbered, found = True, found[1:]
        elif found[0].field == "number" and found[0].text and not self._awaits_number():
            self._open(found[0].text.split()[0].rstrip(".:"), " ".join(found[0].text.split()[1:]), line)
            self.numbered, found = True, found[1:]
        for label in found:
            self._label(label, line)

    def _awaits_words(self) -> bool:
        return self.assembly.action is not None and not self.assembly.action.text

    def _awaits_number(self) -> bool:
        action = self.assembly.action
        return bool(action and action.number is None and not action.leads and not action.due_as_written)

    def _label(self, label: Label, line: Line) -> None:
        self.label, self.label_line, self.filled = label, line, bool(label.text)
        if label.field in _FIGURES and self.measures.take(label, line.where):
            return
        if not self._label_is_of_action(line, label):
            self.assembly.action = None
            self.listing = False
        if label.field == "number" and self.assembly.action:
            self.assembly.action.number = label.text or None
        elif label.text:
            self._put(label, label.text, line)

    def _label_is_of_action(self, line: Line, label: Label) -> bool:
        """Whether a label speaks of the open action, or of the area: after a list of bullets it is a
        heading.
        """
        if self.numbered or not self.assembly.action or not self.bullet_line:
            return True
        deeper = line.indent > self.bullet_line.indent
        return deeper or (bool(label.text) and not line.gap)

    def _put(self, label: Label, text: str, line: Line) -> None:
        self.filled = True
        if self.assembly.action:
            self.assembly.action.put(label.field, label.label, text, self._say(line))
        elif self.assembly.area:
            self.assembly.area.other.append((label.label, text))

    def _value(self, line: Line) -> bool:
        if not self.label:
            return False
        if self.label.field in _FIGURES:
            return self.measures.take(self.label._replace(text=line.text), line.where)
        if self.label.field == "milestones":
            self._milestone(line)
            return True
        self._put(self.label, line.text, line)
        return True

    def _milestone(self, line: Line) -> None:
        month = re.match(r"([^:–]{3,24})\s*[:–]\s+(\S.*)", line.text)
        date = heading_date(month.group(1)) if month else None
        if month and date:
            self.assembly.milestone(month.group(1).strip(), date, month.group(2))
        else:
            self._put(self.label or Label("milestones", "milestones", ""), line.text, line)

    def _bullet(self, line: Line) -> None:
        if self.label and self._value_by_bullet(line) and self._value(line):
            return
        nested = self.bullet_line and line.indent > self.bullet_line.indent
        if self.assembly.action and (self.numbered or nested):
            self.assembly.action.put("step", "step", line.text, self._say(line))
            return
        if self.month and not self.assembly.areas:
            self.assembly.milestone(*self.month, line.text)
            return
        self._bullet_action(line)

    def _value_by_bullet(self, line: Line) -> bool:
        if not self.label or not self.label_line:
            return False
        if line.indent > self.label_line.indent:
            return True
        same_rank = line.indent == self.label_line.indent and not self.label_line.bullet
        return same_rank and (not self.label.text or self.label.field in _LISTED)

    def _bullet_action(self, line: Line) -> None:
        title = title_among(self.pending)
        plan = self.plan
        unnamed = not (plan.named_areas or plan.numbered_areas or plan.do_headings or plan.action_tables)
        if unnamed and title and title.text[-1] not in ".:;,":
            self.assembly.open_area(None, title.text, title.where)
            self.listing = True
        elif title and title.text.endswith(":") and self.plan.do_headings:
            self.listing = False
        if self.listing and (self.assembly.area or unnamed or self.plan.do_headings):
            self._open(None, line.text, line)
            self.bullet_line = line
            return
        if self.assembly.area:
            self.assembly.area.text.append(line.text)

    def _paragraph(self, line: Line) -> None:
        action, area = self.assembly.action, self.assembly.area
        takes = self.label and (not self.filled or self.label.field == "progress")
        if takes and not line.heading and self._value(line):
            return
        self.label = self.label_line = None
        if action and not action.text and not line.heading:
            action.text = line.text
        elif area and not area.title:
            area.title = line.text
        elif self.month and not area and not line.heading and not self.plan.do_headings:
            self.assembly.milestone(*self.month, line.text)
        elif not self.assembly.title and not area:
            self.assembly.title = line.text
        else:
            self._keep(line)

    def _keep(self, line: Line) -> None:
        area = self.assembly.area
        if area and (self.plan.named_areas or self.plan.numbered_areas) and not line.heading:
            area.text.append(line.text)
        self.pending.append(line)
        self.bullet_line = None

    def _say(self, line: Line) -> Say:
        return lambda sentence: self.assembly.problem(line.where, sentence)
