"""Whether a sentence leaves the support itself to somebody or something else, so that asking for its details says nothing new."""

from __future__ import annotations

from goldenthread.casework.plan.checks.provision import p9_handed_on, p10_only_money, p11_varied


def is_settled_elsewhere(text: str) -> bool:
    """Whether P9, P10 or P11 stops the sentence."""
    return any(next(iter(check.spans(text)), None) for check in (p9_handed_on, p10_only_money, p11_varied))
