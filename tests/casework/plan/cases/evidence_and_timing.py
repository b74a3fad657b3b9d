"""Edits of the example: evidence, placement, days and readability."""

from __future__ import annotations

from tests.casework.plan.cases.structure_and_thread import NOW, Cases
from tests.casework.plan.plans import GONE, Edit

FINAL: Edit = ("stage", "final")
PLACE: Edit = (
    "I",
    {
        "lines": [
            {
                "id": "i1",
                "name": "Oakbank Primary School",
                "kind": "mainstream primary school",
                "urn": "100001",
            }
        ]
    },
)
NAMED = (FINAL, PLACE)
EIGHTEEN: tuple[Edit, ...] = (("child.born_on", "2008-01-03"), ("child.year_group", 13))
RIGHTS = ["appeal", "time-limit", "mediation", "disagreement", "advice", "recommendations"]
HARD = (
    "Notwithstanding considerable longitudinal variability, comprehensive psychoeducational assessment demonstrates "
    "significant difficulties "
    "regarding phonological representation, necessitating individualised multisensory intervention methodologies "
    "incorporating systematic "
    "reinforcement procedures alongside environmental accommodations facilitating generalisation. "
) * 4
EASY = (
    "Elby will read a short book to a friend. They will talk about it. They will draw the part that they like best. "
    * 6
)


def provision(number: int, text: str) -> tuple[Edit, ...]:
    return (("advice.slt.paragraphs.2.text", text),)


def sent(**clock: str) -> tuple[Edit, ...]:
    return tuple((f"clock.{name}", day) for name, day in clock.items())


def register(**entry: str) -> tuple[Edit, ...]:
    known = {"name": "Oakbank Primary School", "kind": "mainstream primary school", "urn": "100001", **entry}
    return (*NAMED, ("establishments", [known]))


def outputs(*made: tuple[str, bool]) -> tuple[Edit, ...]:
    return (*NAMED, ("outputs", [{"kind": kind, "sha256": NOW, "is_accessible": fit} for kind, fit in made]))


CARE = "A support worker will take Elby swimming for two hours each Saturday."


def care(section: str, text: str) -> tuple[Edit, ...]:
    return ((section, {"lines": [{"id": "h1", "text": text, "needs": ["b1"]}]}),)


CASES: Cases = {
    "E1": (
        ((("B.b1.sources", []),), (("F.f1.sources", []),), (("G.g1.sources", []),)),
        ((), (("E.e1.sources", []),), (("A.a1.sources", []),)),
    ),
    "E2": (
        ((("F.f2.sources", []),), (("B.b1.sources", []),), (("advice.school.paragraphs.1.tags", ["need"]),)),
        (
            (),
            (("advice.school.paragraphs.1.tags", []),),
            (("advice.ep.paragraphs.3.tags", []), ("E.e1.sources", [])),
        ),
    ),
    "E3": (
        (
            (("advice.ep.dated_on", "2025-06-01"),),
            (("clock.moved_phase_on", "2026-11-01"),),
            (("advice.ep.reuse_agreed_by", ["provider"]),),
        ),
        ((), (("advice.ep.dated_on", "2026-01-05"),), (("clock.moved_phase_on", "2021-09-01"),)),
    ),
    "E4": (
        (
            (("K.k5", GONE), ("advice.care", GONE)),
            (("advice.care.status", "asked"),),
            (("child.year_group", 9),),
            (("child.parent_serves", True),),
            (("child.has_sight_or_hearing_loss", True),),
        ),
        (
            (),
            (
                ("advice.care.status", "asked"),
                ("advice.care.reason", "The team has a vacancy; chased on 2 November 2026."),
            ),
            (("child.has_sight_or_hearing_loss", True), ("advice.slt.role", "qualified teacher of the deaf")),
        ),
    ),
    "E5": (
        (
            provision(2, "Elby should have regular sessions."),
            provision(2, "A skilled adult should help Elby as required."),
            provision(2, "Small group work, e.g. Lego, would help."),
        ),
        (
            (),
            (*provision(2, "Elby should have regular sessions."), ("advice.slt.paragraphs.2.tags", [])),
            provision(
                2,
                "A speech and language therapist should see Elby, one to one, in one 45-minute session each fortnight.",
            ),
        ),
    ),
    "E6": (
        (
            (("A.a1.by", ""),),
            (("A.a1", GONE), ("E.e1.aspirations", [])),
            (("A.a1.gathered", ""), ("A.a2.gathered", "")),
            (("A.a1.by", "parent"), ("child.communicates", "without-speech")),
        ),
        ((), (("A.a2.gathered", ""),), (("child.communicates", "without-speech"),)),
    ),
    "E7": (
        (
            (("G.g1.agreed_by", ""),),
            (("G.g1.agreed_on", GONE),),
            (("G.g1.agreed_by", GONE), ("G.g1.agreed_on", GONE)),
        ),
        ((), (("G", {"empty_because": "No need; asked on 1 May 2026."}),), (("F.f1.agreed_by", ""),)),
    ),
    "E8": (
        (
            (*EIGHTEEN, *care("H1", CARE)),
            care("H2", "Six hours of short breaks a month under section 2 of the CSDPA will be given."),
            care("H1", "Under the Care Act 2014 a worker will come."),
            care("H1", "The child in need plan will be followed."),
        ),
        ((), care("H1", CARE), care("H2", CARE)),
    ),
    "L1": (
        (
            (PLACE,),
            (("stage", "amendment"), PLACE),
            (FINAL,),
            (FINAL, ("I", {"lines": [{"id": "i1", "name": "Oakbank"}]})),
        ),
        ((), NAMED, (FINAL, ("I", {"lines": [{"id": "i1", "kind": "special school"}]}))),
    ),
    "L2": (
        (
            register(kind="special school"),
            register(name="Oakbank Infant School"),
            register(closed_on="2026-08-31"),
            register(name="Elsewhere", urn="2"),
        ),
        (register(), register(closed_on="2027-08-31"), NAMED),
    ),
    "T1": (
        (
            sent(requested_on="2026-05-01"),
            sent(decided_to_assess_on="2026-10-30"),
            (("advice.ep.reached_on", "2026-09-01"),),
            (*NAMED, *sent(draft_sent_on="2026-11-20", final_sent_on="2026-11-24")),
        ),
        (
            (),
            (*NAMED, *sent(draft_sent_on="2026-11-02", final_sent_on="2026-11-24")),
            (
                *NAMED,
                *sent(
                    draft_sent_on="2026-11-20",
                    early_finish_agreed_on="2026-11-23",
                    final_sent_on="2026-11-24",
                ),
            ),
        ),
    ),
    "T2": (
        (
            sent(made_on="2025-10-01"),
            sent(meeting_on="2026-10-01"),
            (("stage", "amendment"), *sent(meeting_on="2026-08-01", decision_sent_on="2026-08-20")),
        ),
        ((), sent(made_on="2026-01-10"), sent(meeting_on="2026-10-01", decision_sent_on="2026-10-29")),
    ),
    "T3": (
        (
            sent(next_phase="school", next_phase_on="2027-09-01"),
            sent(next_phase="between-post-16", next_phase_on="2027-01-10"),
            (("child.born_on", "2022-10-03"), ("child.year_group", -1), *sent(made_on="2026-01-10")),
        ),
        (
            (),
            sent(next_phase="school", next_phase_on="2028-09-01"),
            (
                ("stage", "amended"),
                PLACE,
                *sent(next_phase="school", next_phase_on="2027-09-01", final_sent_on="2026-11-20"),
            ),
        ),
    ),
    "T4": (
        (
            (("letters", [{"kind": "final-plan", "sent_on": "2026-11-24", "says": RIGHTS[:5]}]),),
            (("letters", [{"kind": "final-paln"}]),),
            (*NAMED, *sent(final_sent_on="2026-11-24")),
        ),
        (
            (),
            (("letters", [{"kind": "final-plan", "sent_on": "2026-11-24", "says": RIGHTS}]),),
            (("letters", [{"kind": "final-plan", "sent_on": "2018-04-02", "says": RIGHTS[:5]}]),),
            (
                *NAMED,
                *sent(final_sent_on="2026-11-24"),
                ("letters", [{"kind": "final-plan", "sent_on": "2026-11-24", "says": RIGHTS}]),
            ),
        ),
    ),
    "R1": (
        (
            (("B.b1.text", "word " * 9_001),),
            (("A.a1.text", "word " * 9_500),),
            (("B.b1.text", "word " * 5_000), ("B.b2.text", "word " * 5_000)),
        ),
        ((), (("B.b1.text", "word " * 5_000),), (("A.a1.text", "I like maps. " * 900),)),
    ),
    "R2": (
        ((("E.e1.text", HARD),), (("E.e2.text", HARD),), (("A.a1.text", HARD), ("A.a1.own_words", False))),
        ((), (("E.e1.text", EASY),), (("A.a1.text", HARD),)),
    ),
    "R3": (
        (
            (("B.b1.text", "Elby has SLCN."),),
            (("B.b1.text", "Elby is often dysregulated."),),
            (("F.f1.who", "SaLT"), ("F.f1.text", "The SaLT will see Elby.")),
        ),
        (
            (),
            (("B.b1.text", "Elby has speech, language and communication needs (SLCN). SLCN are common."),),
            (("A.a1.text", "I like PSHE and my DSTV."),),
        ),
    ),
    "R5": (
        (NAMED, outputs(("pdf", False), ("easy-read", True)), outputs(("pdf", True))),
        ((), outputs(("pdf", True), ("easy-read", True)), (("stage", "amendment"),)),
    ),
}
