"""Edits of the example on which a check must speak, and edits on which it must be silent: structure and thread."""

from __future__ import annotations

from typing import Any

from goldenthread.casework.plan.versions import sealed_hash
from tests.casework.plan.plans import GONE, Edit, plan

Cases = dict[str, tuple[tuple[tuple[Edit, ...], ...], tuple[tuple[Edit, ...], ...]]]
NOW = sealed_hash(plan())
E1 = "By July 2027 Elby will read 100 words by sight and sound out words of four letters in eight tries out of ten."
YEAR_9: tuple[Edit, ...] = (("child.born_on", "2012-10-03"), ("child.year_group", 9))


def need(name: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": text, "sources": [{"advice": "ep", "paragraph": 1}], **more}


def output(**more: Any) -> dict[str, Any]:
    return {"kind": "pdf", "number": 1, "sha256": NOW, "is_accessible": True, **more}


PAYMENT = {"id": "j1", "text": "Swimming lessons.", "needs": ["b1"], "outcomes": ["e1"]}
CARE = need("d1", "Elby’s mother needs rest at the weekend.", area="care")

CASES: Cases = {
    "S1": (
        (
            (("H2", GONE),),
            (("D", GONE),),
            (("H1", GONE), ("K", GONE)),
        ),
        ((), (("D", {"empty_because": "Nothing was found; asked on 1 May 2026."}),), (("I", {}),)),
    ),
    "S2": (
        (
            (("D", {}),),
            (("H1", {"empty_because": "TBC"}),),
            (("B.b1.text", "[INSERT NEED]"),),
            (("F.f1.text", ""),),
        ),
        (
            (),
            (("I", {}),),
            (("D", {"empty_because": "No need; asked Dr Lee on 3 March 2026."}),),
            (("J", {}),),
        ),
    ),
    "S3": (
        (YEAR_9, (*YEAR_9, ("child.year_group", 12)), (*YEAR_9, ("child.year_group", GONE))),
        (
            (),
            (*YEAR_9, ("F.f1.prepares_for_adulthood", True)),
            (*YEAR_9, ("E.e1.adulthood", ["employment"])),
            (*YEAR_9, ("F.f1.text", "A tutor will teach cookery and money skills for one hour each week.")),
        ),
    ),
    "S4": (
        (
            (("direct_payment", True),),
            (("J.j1", PAYMENT),),
            (("direct_payment", True), ("J.j1", {**PAYMENT, "needs": []})),
        ),
        ((), (("direct_payment", True), ("J.j1", PAYMENT)), (("direct_payment", False),)),
    ),
    "S5": (
        (
            (("K.k3", GONE),),
            (("advice.ep.author", GONE),),
            (("advice.ep.dated_on", GONE),),
            (("stage", "final"), ("advice.ep.file", {"name": "ep.pdf", "about": "EHC-2026-0999"})),
            (("stage", "final"), ("advice.ep.file", {"name": "ep.pdf"})),
        ),
        (
            (),
            (("stage", "final"), ("advice.ep.file", {"name": "ep.pdf", "about": "EHC-2026-0417"})),
            (
                ("advice.care.status", "asked"),
                ("advice.care.author", GONE),
                ("advice.care.reason", "chased on 2 November 2026"),
            ),
        ),
    ),
    "S6": (
        (
            (("outputs", [output(number=2)]),),
            (("outputs", [output(sha256="0" * 64)]),),
            (("outputs", [output()]), ("B.b1.text", "Other words stand here now.")),
        ),
        ((), (("outputs", [output()]),), (("outputs", [output(), output(kind="docx")]),)),
    ),
    "G1": (
        (
            (("F.f1.needs", []),),
            (("B.b3", need("b3", "Elby cannot tie laces.", area="physical")),),
            (("F.f1", GONE),),
            (("F.f1.needs", ["c1"]),),
        ),
        ((), (("F.f1.needs", ["b1", "b2"]),), (("G.g1.needs", []),)),
    ),
    "G2": (
        ((("F.f1.needs", []),), (("G.g1.needs", []),), (("F.f2.needs", []), ("F.f1.needs", ["b1", "b2"]))),
        ((), (("F.f1.needs", ["b1", "b2"]),), (("F.f1.outcomes", []),)),
    ),
    "G3": (
        (
            (("E.e1.needs", []), ("F.f1.outcomes", [])),
            (("B.b3", need("b3", "Elby cannot tie laces.")),),
            (("E.e2.needs", ["b2"]), ("G.g1.outcomes", [])),
        ),
        ((), (("E.e1.needs", []),), (("F.f1.outcomes", []),)),
    ),
    "G4": (
        (
            (("E.e3", {"id": "e3", "text": "By July 2027 Elby will swim ten metres alone."}),),
            (("F.f1.outcomes", []), ("E.e1.needs", [])),
            (("F.f1", GONE),),
        ),
        ((), (("F.f1.outcomes", []),), (("E.e1.needs", []),)),
    ),
    "G5": (
        (
            (("E.e1.aspirations", []),),
            (("E.e2.aspirations", []),),
            (("E.e1.aspirations", []), ("E.e1.needs", [])),
        ),
        (
            (),
            (("E.e1.aspirations", []), ("E.e1.adulthood", ["community"])),
            (("E.e1.aspirations", ["a1", "a2"]),),
        ),
    ),
    "G6": (
        (
            (
                (
                    "E.e2.text",
                    E1,
                ),
            ),
            (
                ("F.f2.text", "A teacher will teach Elby daily."),
                ("F.f1.text", "A teacher will teach Elby daily."),
            ),
            (
                (
                    "B.b2.text",
                    "Elby reads about 20 words by sight, and cannot yet sound out words of four letters!",
                ),
            ),
        ),
        (
            (),
            (("F.f2.text", "A tutor will read."), ("F.f1.text", "A teacher will read.")),
            (
                (
                    "A.a2.text",
                    "I like drawing maps and I want to be a bus driver. Reading out loud makes my tummy hurt.",
                ),
            ),
        ),
    ),
    "G7": (
        (
            (
                (
                    "B.b3",
                    need(
                        "b3",
                        "Elby reads about 20 words by sight and still cannot sound out words of four letters.",
                        area="communication",
                    ),
                ),
            ),
            (
                (
                    "C.c2",
                    need(
                        "c2",
                        "Elby understands one part of an instruction and loses the rest when the room is noisy.",
                        area="health",
                    ),
                ),
            ),
            (
                (
                    "B.b3",
                    need(
                        "b3",
                        "Epilepsy, with absences on most school days, interrupts Elby’s learning.",
                        area="learning",
                    ),
                ),
            ),
        ),
        (
            (),
            (("B.b3", need("b3", "Elby finds stairs hard and holds the rail.", area="physical")),),
            (("B.b3", need("b3", "Elby reads slowly.", area="communication")),),
        ),
    ),
    "G8": (
        (
            (("G.g1.needs", []),),
            (("G.g1.needs", ["b1"]), ("F.f1.needs", ["b1", "c1"])),
            (("D", {"lines": [CARE]}),),
        ),
        (
            (),
            (("F.f1.needs", ["b1", "c1"]),),
            (
                ("D", {"lines": [CARE]}),
                ("G.g1.needs", ["c1"]),
                ("H2", {"lines": [{"id": "h1", "text": "A sitter will come.", "needs": ["d1"]}]}),
            ),
        ),
    ),
}
