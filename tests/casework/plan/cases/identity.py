"""Edits of the example: the checks of identity and accuracy that need no caseload."""

from __future__ import annotations

from typing import Any

from tests.casework.plan.cases.structure_and_thread import Cases
from tests.casework.plan.plans import GONE, Edit


def says(text: str) -> tuple[Edit, ...]:
    return (("B.b1.text", text),)


def she(text: str) -> tuple[Edit, ...]:
    return (("child.pronouns", "she/her"), ("B.b1.text", text))


def comment(**more: Any) -> tuple[Edit, ...]:
    return (("comments", [{"id": "c", "text": "He reads 30 words now.", "line": "b1", **more}]),)


def lock(text: str, line: str = "f1") -> tuple[Edit, ...]:
    return (("locks", [{"line": line, "text": text, "order": "EH123/26/00001"}]),)


F1 = "A specialist teacher will teach Elby to read, one to one, for 30 minutes on four days each week, using a phonics programme."

CASES: Cases = {
    "N2": (
        (
            says("Elbie reads 20 words."),
            says("Elby Larkfeild reads 20 words."),
            says("Oliver will read 20 words."),
            says("Aisha’s reading is slow."),
        ),
        (
            (),
            says("Elby and Teal read together."),
            says("Will Elby’s reading grow? In May it did."),
            says("Elby met Dr Oliver at Oliver Street School."),
            says("Grace and hope are what Elby needs."),
            (("A.a1.text", "Oliver is my friend. Olivia will come too."),),
            says("Elby’s friend Oliver reads more."),
        ),
    ),
    "N3": (
        (
            she("He reads 20 words by sight."),
            she("Elby reads 20 words and writes his name."),
            (("child.pronouns", "he/him"), ("B.b1.text", "Elby likes her maps.")),
        ),
        (
            (),
            she("She reads 20 words by sight."),
            she("Elby’s father says that he reads at home."),
            she("The teacher reads to Elby. He says that it helps."),
            she("They read together."),
            (("child.pronouns", GONE), *says("He reads 20 words.")),
            (("A.a1.text", "He is my best friend."),),
        ),
    ),
    "N4": (
        (
            says("Elby is in Year 5."),
            says("Elby is 11 years old."),
            says("Elby, aged 7, reads 20 words."),
            says("Elby was born on 3 October 2016."),
            says("Elby attends Riverside Primary School."),
            says("Northshire County Council knows Elby."),
        ),
        (
            (),
            says("Elby is in Year 4."),
            says("Elby is 9 years old."),
            says("Elby was born on 3 October 2017."),
            says("Elby attends Oakbank Primary School."),
            says("Millbourne Borough Council knows Elby."),
            says("By the end of Year 6 Elby will read."),
            says("Elby’s brother is in reception."),
        ),
    ),
    "N6": (
        (
            says("Elby takes Keppra."),
            says("Elby lives at 14 Mill Lane."),
            says("Elby’s home is in WV1 1SH."),
            says("Ring 01902 556556 about Elby."),
            says("Elby’s friend Tyler helps."),
            (("private", ["Harbour Court"]), *says("Elby walks to Harbour Court.")),
            says("Write to wren@example.org about Elby."),
        ),
        (
            (),
            says("Elby’s brother Teal helps."),
            says("Elby takes medicine at noon."),
            says("Elby reads 01 to 20."),
            says("Elby’s friend helps at 14 minutes past nine."),
            (("private", ["Harbour Court"]), *says("Elby walks to the harbour.")),
            (("A.a1.text", "My friend Tyler is funny."),),
        ),
    ),
    "N7": (
        (comment(), comment(answer="  "), comment(line="")),
        ((), comment(answer="Changed to 30."), comment(line="", answer="We kept 20: the advice says so.")),
    ),
    "N8": (
        (
            lock("for 45 minutes on four days each week"),
            lock(F1.replace("30", "30,")),
            lock(F1, "f9"),
            (*lock(F1), ("F.f1.text", F1 + " "), ("F.f1.text", "A teacher will teach.")),
        ),
        ((), lock("for 30 minutes on four days each week"), lock(F1.replace(" ", "  "))),
    ),
    "N9": (
        (
            says("The psychologist wrote that Elby “reads nearly fifty words by sight”."),
            (("B.b1.sources", [{"advice": "ep", "paragraph": 1, "quote": "reads 50 words"}]),),
            says('The advice says "cannot sound out any words at all".'),
        ),
        (
            (),
            says("The psychologist wrote that Elby “cannot sound out words of four letters”."),
            says("Elby says “no” and “not now”."),
            (("B.b1.sources", [{"advice": "ep", "paragraph": 1, "quote": "reads about 20 words by sight"}]),),
        ),
    ),
}
