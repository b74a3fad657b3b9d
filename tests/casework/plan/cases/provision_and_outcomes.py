"""Edits of the example: what needs the whole plan among the checks of provision and outcomes."""

from __future__ import annotations

from tests.casework.plan.cases.structure_and_thread import Cases
from tests.casework.plan.plans import GONE, Edit

THERAPY = "A speech and language therapist will see Elby for 45 minutes each fortnight."
SPECIAL = {"id": "i1", "name": "The Willows", "kind": "special school"}
FINAL: Edit = ("stage", "final")


def health(text: str) -> tuple[Edit, ...]:
    return (("G.g1.text", text),)


CASES: Cases = {
    "P1": (
        (
            (("F.f1.who", GONE), ("F.f1.text", "Elby will be taught for 30 minutes on four days each week.")),
            (("F.f1.place", ""),),
            (("F.f1.expertise", ""),),
            (
                ("F.f2.group", ""),
                (
                    "F.f2.text",
                    "A speech and language therapist will work with Elby in one 45-minute session each fortnight.",
                ),
            ),
        ),
        (
            (),
            (("F.f1.place", ""), ("F.f1.not_needed", {"place": "any room will do"})),
            (("F.f1.text", "Elby will be taught phonics."),),
            (("F.f1.how_long", ""),),
        ),
    ),
    "P13": (
        (
            (
                *health(THERAPY),
                ("F.f2.text", "A teacher will practise sounds with Elby for 45 minutes each fortnight."),
            ),
            health("A physiotherapist will train Elby to walk."),
            health("An occupational therapist will see Elby for an hour each term."),
        ),
        (
            (),
            health(THERAPY),
            health("The epilepsy nurse will see Elby at the clinic for 20 minutes every six months."),
        ),
    ),
    "P14": (
        (
            (
                (
                    "F.f1.text",
                    "A specialist teacher will teach Elby to read, one to one, for 40 minutes on four days each week.",
                ),
            ),
            (("F.f1.how_long", "45 minutes"),),
            (
                (
                    "F.f2.text",
                    "A speech and language therapist will work with Elby, one to one, in two 45-minute sessions each week.",
                ),
            ),
            (
                ("F.f1.text", "A specialist teacher will teach Elby to read, one to one."),
                ("F.f1.how_often", ""),
                ("F.f1.how_long", ""),
            ),
            (("F.f1.group", "a group of four"),),
        ),
        (
            (),
            (
                (
                    "F.f1.text",
                    "A specialist teacher will teach Elby for half an hour on four days each week, one to one.",
                ),
            ),
            (("F.f1.sources", []), ("F.f1.how_long", "90 minutes")),
            (
                (
                    "F.f1.text",
                    "A specialist teacher will teach Elby, one to one, for 120 minutes each week: 30 minutes on four days each "
                    "week.",
                ),
            ),
        ),
    ),
    "P15": (
        (
            (
                (
                    "F.f1.text",
                    "A specialist teacher will teach Elby for four 30-minute sessions a week (three hours a week).",
                ),
            ),
            (
                (
                    "F.f3",
                    {
                        "id": "f3",
                        "needs": ["b1"],
                        "text": "A specialist teacher will teach Elby to read, one to one, for "
                        "15 minutes on two days each week, using a phonics programme.",
                    },
                ),
            ),
            (
                (
                    "F.f2.text",
                    "A therapist will see Elby for two 30-minute sessions a week, 90 minutes in total.",
                ),
            ),
        ),
        (
            (),
            (
                (
                    "F.f1.text",
                    "A specialist teacher will teach Elby for four 30-minute sessions a week (two hours a week).",
                ),
            ),
            (
                (
                    "F.f3",
                    {
                        "id": "f3",
                        "needs": ["b2"],
                        "text": "A specialist teacher will teach Elby to read, one to one, for "
                        "15 minutes on two days each week, using a phonics programme.",
                    },
                ),
            ),
        ),
    ),
    "P16": (
        (
            (("F.f1.reviewed_by", ""),),
            (("F.f1.reviewed_when", ""),),
            (("G.g1.reviewed_by", ""), ("G.g1.reviewed_when", "")),
        ),
        (
            (),
            (("F.f1.reviewed_by", ""), ("F.f1.not_needed", {"reviewed_by": "it lasts a day"})),
            (
                ("F.f1.reviewed_by", ""),
                ("F.f1.text", "A teacher will teach Elby and the SENCO will review it each term."),
            ),
        ),
    ),
    "P17": (
        (
            (FINAL, ("I", {"lines": [SPECIAL]})),
            (FINAL, ("I", {"lines": [{**SPECIAL, "kind": "non-maintained special school"}]})),
            (FINAL, ("I", {"lines": [{"id": "i1", "kind": "specialist college"}]})),
        ),
        (
            (),
            (FINAL, ("I", {"lines": [{**SPECIAL, "kind": "mainstream primary school"}]})),
            (FINAL, ("I", {"lines": [{"id": "i1", "name": "Specialby School", "kind": "academy"}]})),
        ),
    ),
    "O4": (
        (
            (("E.e1.by_on", "2026-07-21"),),
            (("E.e1.by_on", "2031-07-21"),),
            (("E.e2.text", "By the end of Key Stage 4 Elby will cook two meals."),),
            (("E.e2.text", "By July 2025 Elby will read 50 words."),),
        ),
        (
            (),
            (("E.e1.by_on", "2026-07-21"), ("E.e1.progress", "met")),
            (("E.e2.text", "By the end of Key Stage 2 Elby will cook two meals."),),
        ),
    ),
    "O5": (
        (
            (("clock.meeting_on", "2026-11-22"),),
            (("clock.reviewed_on", "2026-11-22"),),
            (("clock.meeting_on", "2026-11-22"), ("E.e1.progress", "met")),
        ),
        (
            (),
            (("clock.meeting_on", "2026-11-22"), ("E.e1.progress", "met"), ("E.e2.progress", "not-met")),
            (("clock.meeting_on", "2026-11-02"),),
        ),
    ),
}
