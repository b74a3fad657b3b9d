"""Position statements: begun, written sentence by sentence, offered as they are, signed by three partners, superseded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.audit import log
from goldenthread.evidence.criteria import criteria_in_force
from goldenthread.evidence.models import Claim, Signatory, Statement, StatementPart, StatementVersion
from goldenthread.evidence.publishing.parts import fingerprint
from goldenthread.evidence.queries.signing import doubts_about, partners_of
from goldenthread.evidence.queries.statements import content_of
from goldenthread.kit.dates import in_words
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.programme.actions.evidence import is_bare_share
from goldenthread.programme.models import Area, Evidence, Priority, Programme


@transaction.atomic
def begin(
    *,
    programme: Programme,
    area: Area | None = None,
    priority: Priority | None = None,
    criterion: str = "",
    on: date,
    by: Any,
) -> StatementVersion:
    """The next statement of an area, a priority or a criterion, with the sentences of the one before to go on from.

    Refuses a second while one is written or waits for signatures.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if criterion and criterion not in {one.code for one in criteria_in_force(on)}:
        raise Refused("Inspectors do not ask for this any more. Choose one of today's criteria.", "criterion")
    statement, _ = Statement.objects.get_or_create(
        programme=programme, area=area, priority=priority, criterion=criterion
    )
    if statement.versions.at_work().exists():
        raise Refused("One is being written already, or waits for signatures. Go on with that one.")
    before = statement.versions.last()
    number = (statement.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = StatementVersion.objects.create(statement=statement, number=number, begun_on=on, prepared_by=by)
    version.written_by.add(by)
    for one in before.claims.prefetch_related("evidence") if before else []:
        held = Claim.objects.create(
            version=version, part=one.part, place=one.place, text=one.text, claims_impact=one.claims_impact
        )
        held.evidence.set(one.evidence.all())
    log.record("evidence.statement.begun", subject=log.subject_of(version), by=by)
    return version


@transaction.atomic
def add_claim(
    *,
    version: StatementVersion,
    part: str,
    text: str,
    claims_impact: bool,
    evidence: Iterable[Evidence],
    by: Any,
) -> Claim:
    """One more sentence at the end of a part."""
    held, cited = _being_written(version), _cited(version, evidence)
    _check_words(text)
    last = held.claims.filter(part=part).aggregate(last=Max("place"))["last"] or 0
    claim = Claim.objects.create(
        version=held, part=part, place=last + 1, text=text.strip(), claims_impact=claims_impact
    )
    claim.evidence.set(cited)
    _written(held, by, "evidence.claim.added")
    return claim


@transaction.atomic
def change_claim(
    *, claim: Claim, based_on: int, text: str, claims_impact: bool, evidence: Iterable[Evidence], by: Any
) -> Claim:
    """Other words or other evidence for a sentence. Somebody else's change meanwhile is a `Conflict`: nothing is lost."""
    version = _being_written(claim.version)
    held = _as_seen(claim, based_on)
    _check_words(text)
    held.text, held.claims_impact, held.edition = text.strip(), claims_impact, held.edition + 1
    held.save(update_fields=["text", "claims_impact", "edition"])
    held.evidence.set(_cited(version, evidence))
    _written(version, by, "evidence.claim.changed")
    return held


@transaction.atomic
def remove_claim(*, claim: Claim, based_on: int, by: Any) -> None:
    """Take a sentence out."""
    version = _being_written(claim.version)
    _as_seen(claim, based_on).delete()
    _written(version, by, "evidence.claim.removed")


@transaction.atomic
def offer(
    *, version: StatementVersion, based_on: int, look_again_on: date, on: date, by: Any
) -> StatementVersion:
    """Put the statement as it is before the three partners. From now on it cannot be changed.

    Refuses a part without a sentence, a conclusion that cites nothing, and words that could show who somebody is.
    """
    held = _being_written(version)
    if held.edition != based_on:
        raise Conflict(held)
    if look_again_on <= on:
        raise Refused("Choose a day to come on which the statement must be looked at again.", "look_again_on")
    claims = list(held.claims.prefetch_related("evidence"))
    empty = [part.label for part in StatementPart if not any(one.part == part for one in claims)]
    if empty:
        raise Refused(f"There is no sentence yet under “{'”, “'.join(empty)}”.")
    bare = [one for one in claims if one.part == StatementPart.CONCLUSION and not one.evidence.all()]
    if bare:
        raise Refused(f"The conclusion “{bare[0].text[:80]}” cites no evidence. Choose what it rests on.")
    found = [one.finding for one in doubts_about(held.statement.programme, claims) if one.stops]
    if found:
        raise Refused(
            f"Anybody may read a signed statement, and this one holds {found[0].what}: “{found[0].quote}”. Take it out."
        )
    held.offered_on, held.look_again_on = on, look_again_on
    held.sha256 = fingerprint(content_of(held))
    held.save(update_fields=["offered_on", "look_again_on", "sha256"])
    detail = {"sha256": held.sha256}
    log.record("evidence.statement.offered", subject=log.subject_of(held), by=by, detail=detail)
    return held


@transaction.atomic
def sign(
    *, version: StatementVersion, agrees: bool, words: str = "", partner: str = "", on: date, by: Any
) -> StatementVersion:
    """Sign for the partner to which somebody belongs on the day, or say why it does not agree.

    With the third signature the statement stands and the one before is superseded. Whoever wrote any of it cannot sign.
    """
    held = StatementVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if not held.waits_for_signatures:
        raise Refused("This statement does not wait for signatures.")
    if held.written_by.filter(pk=by.pk).exists():
        raise Refused("You wrote some of this statement, so somebody else must sign it.")
    belongs = partners_of(by, on)
    chosen = Signatory(partner) if partner else next(iter(belongs), None)
    if chosen is None or chosen not in belongs:
        raise Refused(
            "Only somebody from the council, the integrated care board or the parent carer forum can sign for it, "
            "and you do not belong to that one today."
        )
    if held.signatures.filter(partner=chosen).exists():
        raise Refused(f"The {chosen.label.lower()} has answered already.")
    if held.signatures.filter(signed_by=by).exists():
        raise Refused("You signed for another partner already. One person signs for one partner.")
    if not agrees and not words.strip():
        raise Refused("Say what your partner does not agree with.", "words")
    if fingerprint(content_of(held)) != held.sha256:
        raise Refused("The statement is not as it was offered. Tell the administrator; nothing was signed.")
    held.signatures.create(
        partner=chosen, organisation=belongs[chosen], agrees=agrees, words=words.strip(), sha256=held.sha256, signed_by=by,
        signed_on=on,
    )  # fmt: skip
    log.record(
        "evidence.statement.signed" if agrees else "evidence.statement.not_agreed", subject=log.subject_of(held), by=by,
        detail={"partner": chosen.value, "sha256": held.sha256},
    )  # fmt: skip
    if held.signatures.filter(agrees=True).count() == len(Signatory):
        _stand(held, on, by)
    return held


def _stand(version: StatementVersion, on: date, by: Any) -> None:
    standing = version.statement.versions.exclude(stands_from=None).filter(superseded_on=None)
    standing.update(superseded_on=on)
    version.stands_from = on
    version.save(update_fields=["stands_from"])
    log.record("evidence.statement.stands", subject=log.subject_of(version), by=by)


@transaction.atomic
def give_up(*, version: StatementVersion, on: date, by: Any) -> StatementVersion:
    """Close a statement that does not stand. It stays in the record with what was signed; the next goes on from it."""
    held = StatementVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if held.stands_from:
        raise Refused("This statement stands. Begin the next one; when it is signed this one is superseded.")
    if held.given_up_on is None:
        held.given_up_on = on
        held.save(update_fields=["given_up_on"])
        log.record("evidence.statement.given_up", subject=log.subject_of(held), by=by)
    return held


def _being_written(version: StatementVersion) -> StatementVersion:
    held = StatementVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if not held.is_written:
        said = (
            f"It was offered for signature on {in_words(held.offered_on)}"
            if held.offered_on
            else "It was given up"
        )
        raise Refused(f"{said}, so it cannot be changed any more. Give it up and begin the next one.")
    return held


def _as_seen(claim: Claim, based_on: int) -> Claim:
    held = Claim.objects.select_for_update(of=("self",)).filter(pk=claim.pk).first()
    if held is None:
        raise Refused("Somebody else has taken this sentence out meanwhile.")
    if held.edition != based_on:
        raise Conflict(held)
    return held


def _check_words(text: str) -> None:
    if is_bare_share(text):
        raise Refused(
            "A percentage must say what it is of. Write for example “46.4% (283 of 610 plans)”.", "text"
        )


def _cited(version: StatementVersion, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence, which must be of the same programme; any area of it will do."""
    cited, programme = list(evidence), version.statement.programme_id
    if any(one.area.plan.programme_id != programme for one in cited):
        raise Refused("That evidence belongs to another programme. Choose some of this one.", "evidence")
    return cited


def _written(version: StatementVersion, by: Any, action: str) -> None:
    version.edition += 1
    version.save(update_fields=["edition"])
    version.written_by.add(by)
    log.record(action, subject=log.subject_of(version), by=by)
