"""Every check, in the order of the list that families and caseworkers read."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import Check
from goldenthread.casework.plan.checks.evidence import (
    e1_cited,
    e2_unused,
    e3_old,
    e4_received,
    e5_vague_advice,
    e6_voice,
    e7_agreed,
    e8_care,
)
from goldenthread.casework.plan.checks.identity import (
    n1_wrong_child,
    n2_names,
    n3_pronouns,
    n4_facts,
    n5_copies,
    n6_private,
    n7_comments,
    n8_locked,
    n9_quotes,
)
from goldenthread.casework.plan.checks.outcomes import (
    o1_complete,
    o2_provision,
    o3_only_better,
    o4_dates,
    o5_progress,
)
from goldenthread.casework.plan.checks.provision import (
    p1_blanks,
    p2_no_duty,
    p3_offers,
    p4_unmeasured,
    p5_conditions,
    p6_open_lists,
    p7_undefined_amounts,
    p8_undefined_people,
    p9_handed_on,
    p10_only_money,
    p11_varied,
    p12_transport,
    p13_only_in_health,
    p14_numbers,
    p15_sums,
    p16_review,
    p17_special_school,
)
from goldenthread.casework.plan.checks.readability import (
    r1_length,
    r2_reading_age,
    r3_jargon,
    r4_blame,
    r5_forms,
)
from goldenthread.casework.plan.checks.structure import (
    s1_sections,
    s2_empty,
    s3_adulthood,
    s4_direct_payments,
    s5_papers,
    s6_outputs,
)
from goldenthread.casework.plan.checks.thread import (
    g1_needs_met,
    g2_orphans,
    g3_needs_with_outcome,
    g4_outcomes_served,
    g5_aspirations,
    g6_repeats,
    g7_twice,
    g8_health_and_care,
)
from goldenthread.casework.plan.checks.timing import (
    l1_placement,
    l2_register,
    t1_assessment,
    t2_review,
    t3_phase,
    t4_letters,
)

GROUPS: dict[str, tuple[Check, ...]] = {
    "Structure": tuple(one.CHECK for one in (s1_sections, s2_empty, s3_adulthood, s4_direct_payments, s5_papers, s6_outputs)),
    "The golden thread": tuple(
        one.CHECK
        for one in (g1_needs_met, g2_orphans, g3_needs_with_outcome, g4_outcomes_served, g5_aspirations,
        g6_repeats, g7_twice, g8_health_and_care)
    ),
    "Provision": tuple(
        one.CHECK
        for one in (
            p1_blanks, p2_no_duty, p3_offers, p4_unmeasured, p5_conditions, p6_open_lists,
            p7_undefined_amounts, p8_undefined_people, p9_handed_on,
            p10_only_money, p11_varied, p12_transport, p13_only_in_health, p14_numbers, p15_sums, p16_review, p17_special_school,
        )
    ),
    "Outcomes": tuple(one.CHECK for one in (o1_complete, o2_provision, o3_only_better, o4_dates, o5_progress)),
    "This child, and what was said": tuple(
        one.CHECK
        for one in (n1_wrong_child, n2_names, n3_pronouns, n4_facts, n5_copies, n6_private, n7_comments, n8_locked, n9_quotes)
    ),
    "Evidence": tuple(
        one.CHECK for one in (e1_cited, e2_unused, e3_old, e4_received, e5_vague_advice, e6_voice, e7_agreed, e8_care)
    ),
    "Placement and days": tuple(
        one.CHECK for one in (l1_placement, l2_register, t1_assessment, t2_review, t3_phase, t4_letters)
    ),
    "Readability": tuple(one.CHECK for one in (r1_length, r2_reading_age, r3_jargon, r4_blame, r5_forms)),
}  # fmt: skip
CHECKS: dict[str, Check] = {one.id: one for group in GROUPS.values() for one in group}
