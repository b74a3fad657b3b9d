"""Scenarios of a year beside its forecast: what each driver would cost, what is saved, and who signed the assumptions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from goldenthread.commissioning.models import Effect, Scenario, ScenarioChange, ScenarioSignature
from goldenthread.commissioning.queries.money import Forecast, Line, forecast


@dataclass(frozen=True)
class Changed:
    """A driver that goes otherwise: what the forecast says of it, and what it would come to."""

    line: Line
    change: ScenarioChange
    before: int
    after: int

    @property
    def difference(self) -> int:
        """What more it costs; below nought, what less."""
        return self.after - self.before


@dataclass(frozen=True)
class Compared:
    """A scenario worked out: the forecast and the differences make its total, to the penny."""

    scenario: Scenario
    forecast_pence: int
    changed: list[Changed]
    signatures: list[ScenarioSignature]

    @property
    def total(self) -> int:
        """What the year would come to."""
        return self.forecast_pence + sum(one.difference for one in self.changed)

    def by_effect(self, effect: str) -> int:
        """What the changes of one effect come to together."""
        return sum(one.difference for one in self.changed if one.change.effect == effect)

    @property
    def saved(self) -> int:
        """Money spent now that would not be spent, as what it takes off."""
        return -self.by_effect(Effect.SAVING)

    @property
    def avoided(self) -> int:
        """Expected growth that would not come, as what it takes off."""
        return -self.by_effect(Effect.AVOIDED)

    @property
    def pressure(self) -> int:
        """What would come on top."""
        return self.by_effect(Effect.PRESSURE)

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed this edition, and it still comes to what they signed."""
        return any(one.total_pence == self.total for one in self.signatures)

    @property
    def signing_words(self) -> str:
        """Who signed, or why nobody’s name stands under it."""
        if not self.signatures:
            return "Not signed"
        if not self.is_signed:
            return "A rate was changed since it was signed: it comes to something else now"
        return "Signed"


def compared(scenario: Scenario, found: Forecast | None = None) -> Compared:
    """One scenario beside its year’s forecast."""
    found = found or forecast(scenario.year)
    lines = {one.line.pk: one for one in found.lines}
    changed = []
    for change in scenario.changes.all():
        line = lines.get(change.line_id)
        if line is None or line.driven is None:
            continue
        unit = line.driven.unit_pence if change.unit_pence is None else change.unit_pence
        changed.append(Changed(line, change, line.driven.pence[1], change.children * unit))
    signatures = [one for one in scenario.signatures.all() if one.edition == scenario.edition]
    return Compared(scenario, found.totals[1], changed, signatures)


def scenarios(found: Forecast) -> list[Compared]:
    """Every scenario of a year, beside its forecast. Three queries."""
    signed = Prefetch("signatures", ScenarioSignature.objects.select_related("signed_by"))
    rows = Scenario.objects.filter(year=found.year).prefetch_related("changes", signed)
    return [compared(one, found) for one in rows]
