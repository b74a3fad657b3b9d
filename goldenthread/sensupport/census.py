"""What the school census asks of a pupil's SEN: what cannot be, and what is still missing."""

from __future__ import annotations

from goldenthread.sensupport.choices import Code, Need


def faults(code: str, primary: str, secondary: str) -> list[str]:
    """What does not fit together, each in a sentence with what to do.

    >>> faults("N", "ASD", "")
    ['N with a type of need: take the type out, or say K or E.']
    """
    found = []
    if code not in Code.values:
        return ["The code must be K (SEN support), E (a plan) or N (none)."]
    wrong = [one for one in (primary, secondary) if one and one not in Need.values]
    if wrong:
        return [f"“{wrong[0][:10]}” is no type of need of the census."]
    if code == Code.NONE and (primary or secondary):
        found.append("N with a type of need: take the type out, or say K or E.")
    if secondary and not primary:
        found.append("A second type without a first: give the first.")
    if primary and primary == secondary:
        found.append("The same type twice: keep one.")
    if Need.NSA in (primary, secondary) and code != Code.SUPPORT:
        found.append("NSA (no specialist assessment yet) is only for K.")
    return found


def missing(code: str, primary: str) -> list[str]:
    """What the census will ask for, and nobody has entered yet. It may wait until spring.

    >>> missing("K", "")
    ['K without a type of need: the spring census asks for it.']
    """
    return (
        [f"{code} without a type of need: the spring census asks for it."]
        if code != Code.NONE and not primary
        else []
    )
