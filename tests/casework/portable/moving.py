"""A child with a plan whose family moves, and the file that the old authority makes of the case."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.actions.bundling import make_bundle
from goldenthread.casework.actions.talking import keep_paper
from goldenthread.casework.models import Case
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.versions import seal
from goldenthread.casework.portable.archive import Whole, pack
from goldenthread.casework.portable.shapes import (
    FORMAT,
    Advice,
    Attended,
    CaseFile,
    Child,
    Happened,
    Home,
    Letter,
    Relative,
    Review,
    Told,
    Version,
    Withheld,
)
from goldenthread.casework.queries.bundles import candidates, readers_for
from goldenthread.casework.queries.case_file import STAYS
from goldenthread.kit.received.files import accepted
from goldenthread.people.models import Child as ChildRow
from goldenthread.people.models import Withholding
from tests.casework import letterbox, planworld, world
from tests.casework.actions.test_reviewing import final
from tests.readers import person

ON = date(2027, 1, 11)
MOVES = date(2027, 1, 8)
REASON = "An order of the court of 2025."


def moving(**details: Any) -> Case:
    """Elby's case: final plan, advice with one document, two homes of which one is withheld, and a move that is known."""
    case = planworld.drafting(worker=person("caseworker"), **details)
    document = accepted("psychology.txt", b"Elby Larkfield was seen at school on two mornings.", "file")
    advice = case.advice.get(letter="d")
    advice.paper = keep_paper(case=case, file=document, on=planworld.ON, by=None)
    advice.save(update_fields=["paper"])
    final(case)
    near = case.child.relationships.get().adult
    far = world.parent_of(case.child, name="Sam Faraway", may_follow=False)
    home = letterbox.house(case.child, near, lines="7 Hidden Lane\nFarstead", postcode="ZZ97 7ZZ")
    letterbox.house(far, lines="2 Other Street", postcode="ZZ97 8ZZ")
    Withholding.objects.create(household=home, adult=far, reason=REASON, starts_on=date(2025, 3, 3))
    for letter in letterbox.write(case, "final-plan", date(2026, 12, 7)):
        if letter.adult == near:
            letterbox.send(letter, date(2026, 12, 7))
    world.tell(case, "note", date(2026, 12, 8), words="A note among colleagues.")
    world.tell(case, "move-out-known", date(2026, 12, 14), authority="Farshire Council", moves_on=str(MOVES))
    return case


def exported(case: Case, without: tuple[str, ...] = ()) -> bytes:
    """The file as a worker makes it who ticks everything that is clean."""
    reader = readers_for(case, "case-file", ON)[0]
    chosen = {one.document.key: "" for one in candidates(case, "case-file", reader, ON)
              if one.is_clean and one.document.key not in without}  # fmt: skip
    return make_bundle(case=case, kind="case-file", reader=reader, chosen=chosen, on=ON, by=None)[1]


def forget(case: Case) -> None:
    """As if this were another authority, which never knew the child: the one here becomes somebody else."""
    ChildRow.objects.filter(pk=case.child_id).update(
        given_names="Zephyr", family_name="Quarrington", known_as="", upn=None, born_on=date(2012, 2, 2)
    )


def small(**child: str) -> bytes:
    """A case file made without a database: the example's plan as another council finished it, with everything a page shows."""
    about = {
        **planworld.EXAMPLE["child"],
        **{name: child[name] for name in ("given_names", "upn") if name in child},
    }
    plan = plan_from({**planworld.EXAMPLE, "stage": "final", "number": 2, "child": about}, on=planworld.ON)
    sealed, said = seal(plan), plan.child
    mother, far = (
        Relative(
            id=f"adult-{n}", name=name, tie="parent", starts_on=said.born_on, has_parental_responsibility=True
        )
        for n, name in enumerate(("Wren Larkfield", "Sam Faraway"), 1)
    )
    advice = tuple(
        Advice(id=one.id, kind=one.kind, body=one.body, author=one.author, role=one.role, dated_on=one.dated_on,
               received_on=one.received_on or planworld.ON, paragraphs=one.paragraphs)
        for one in plan.advice
    )  # fmt: skip
    file = CaseFile(
        format=FORMAT, made_on=ON, authority="Millbourne Council", reference="EHC-2026-0417", made_for="Testshire Council",
        child=Child(**{"given_names": said.given_names, "family_name": said.family_name, "upn": said.upn,
                       "known_as": said.known_as, **child}, born_on=said.born_on, pronouns=said.pronouns),
        moves_on=date(2026, 11, 2), plan_made_on=planworld.ON, family=(mother, far),
        homes=(Home(lines="7 Hidden Lane\nFarstead", postcode="ZZ97 7ZZ", starts_on=date(2025, 1, 6), lives=("child", mother.id),
                    withheld_from=(Withheld(id=far.id, reason=REASON),)),),
        schooling=(Attended(setting="Oakbank Primary School", starts_on=date(2022, 9, 1)),),
        events=(
            Happened(on=date(2026, 8, 10), known_on=date(2026, 8, 10), kind="request-received", title="Request received",
                     facts=(Told(label="Who asked", words="A parent"),)),
            Happened(on=planworld.ON, known_on=planworld.ON, kind="final-issued", title="Final plan issued"),
        ),
        versions=(Version(number=2, stage="final", issued_on=planworld.ON, file="plan/version-2.json", sha256=sealed.sha256),),
        advice=advice, left_out=STAYS,
        letters=(Letter(title="Final plan", dated_on=planworld.ON, to="Wren Larkfield", words=("Here is Elby’s plan.",)),),
        reviews=(Review(sent_on=planworld.ON, views="I like the library.", progress=("Reads aloud: met. Daily.",),
                        recommended="Keep the plan as it is. It works."),),
    )  # fmt: skip
    return pack(Whole(file, {"plan/version-2.json": sealed.content}))
