"""Where the checks come from: the law, the Code, decisions of tribunals, and published checklists. Read in November 2026."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """Words to cite, and an address. `ours` marks a check of our own."""

    text: str
    url: str = ""


def regulation(number: str, note: str = "") -> Reference:
    """A provision of SI 2014/1530."""
    page = f"https://www.legislation.gov.uk/uksi/2014/1530/regulation/{number.split('(')[0]}"
    return Reference(f"SI 2014/1530, regulation {number}{f' ({note})' if note else ''}", page)


def act(number: str) -> Reference:
    """A provision of the Children and Families Act 2014."""
    return Reference(
        f"Children and Families Act 2014, section {number}",
        f"https://www.legislation.gov.uk/ukpga/2014/6/section/{number.split('(')[0]}",
    )


OURS = Reference("our own")
CODE = Reference(
    "SEND Code of Practice 2015, as quoted by Headteacher Update",
    "https://www.headteacher-update.com/content/best-practice/ehcps-common-problems-and-how-schools-can-respond/",
)
SECTIONS = Reference(
    "Westminster IASS, sections of an EHC plan",
    "https://www.westminsteriass.co.uk/pages/information-and-advice/education/ehc-plans/sections-of-an-ehc-plan",
)
IPSEA_F = Reference(
    "IPSEA, what should be in section F",
    "https://www.ipsea.org.uk/faqs/what-should-be-in-section-f-of-an-ehc-plan",
)
SOMERSET = Reference(
    "Somerset Council’s published validation rules (MIT)",
    "https://github.com/AHSomerset/EHCP-Digital_Assistant-Autogen",
)
GOOD_PLAN = Reference(
    "DfE tests of a good plan, as published by Leeds",
    "https://leedslocaloffer.org.uk/education/education-health-and-care-plans-ehcp",
)
SURREY_POOR = Reference(
    "SEND Advice Surrey, an example of a poor plan",
    "https://sendadvicesurrey.org.uk/an-example-of-a-poor-ehcp/",
)
SURREY_CHECK = Reference(
    "SEND Advice Surrey, checking a plan", "https://sendadvicesurrey.org.uk/checking-an-ehcp/"
)
ESSEX = Reference(
    "Essex SENDIASS, what to expect in a draft",
    "https://www.essexsendiass.co.uk/parents-and-carers/education-health-and-care-plans/what-should-i-expect-to-see-in-a-draft-ehc-plan-2/",
)
ESSEX_REVIEW = Reference(
    "Essex SENDIASS, annual reviews",
    "https://www.essexsendiass.co.uk/parents-and-carers/annual-reviews/annual-reviews/",
)
SCHOOLS_WEEK = Reference(
    "Schools Week, wrong names and rule-breaking",
    "https://schoolsweek.co.uk/wrong-names-and-rule-breaking-poor-quality-ehcps-shortchange-schools/",
)
OUTCOMES = Reference(
    "Developing outcomes in EHC plans",
    "https://paperzz.com/doc/7115340/developing-outcomes-in-education--health-and",
)
SHROPSHIRE = Reference(
    "Shropshire, plan quality standards",
    "https://www.shropshire.gov.uk/the-send-local-offer/education/how-is-sen-funded-in-schools/education-health-and-care-plan-ehcp/ehcp-quality-assurance-standards/",
)
NOTTINGHAM = Reference(
    "Nottingham and Nottinghamshire quality framework, level 1",
    "https://notts.icb.nhs.uk/about-us/safeguarding/nottingham-and-nottinghamshire-joint-local-area-send-qa-framework-ehcps",
)
EDYOURSELF_FORMAT = Reference("Ed Yourself, format of a plan", "https://edyourself.org/ehcp-format/")
EDYOURSELF_LAW = Reference("Ed Yourself, the SEND Regulations", "https://edyourself.org/send-regulations/")
GOOD_SCHOOLS = Reference(
    "Good Schools Guide, EHC plans",
    "https://www.goodschoolsguide.co.uk/special-educational-needs/your-rights/education-health-and-care-plans",
)
PARENTS = Reference(
    "Parents’ checklist of conditions",
    "https://www.mumsnet.com/talk/special_educational_needs/5197351-ehcp-support-thread-no-4",
)
UKUT_187 = Reference(
    "[2025] UKUT 187 (AAC), on specificity",
    "https://juristeca.com/uk/upper-tribunal-administrative-appeals-chamber/sentencias/2025/5/2025-ukut-187-aac/specificity",
)
REDBRIDGE = Reference(
    "Redbridge v HO [2020] UKUT 323 (AAC)",
    "https://senexpertsolicitors.co.uk/site/news/The-question-of-specificity-in-EHCPs-revisited",
)
OXFORDSHIRE = Reference(
    "B-M and B-M v Oxfordshire [2018] UKUT 35 (AAC)",
    "https://www.ipsea.org.uk/b-m-and-b-m-v-oxfordshire-county-council-sen-2018-ukut-35-aac",
)
HOURS = Reference(
    "SEN4You, working out the hours",
    "https://www.sen4you.co.uk/our-services/information-for-parents-young-people/send-e-consultation.html",
)
DRAFT_CHECK = Reference(
    "Send Family Instincts, checking a draft",
    "https://www.sendfamilyinstincts.com/blog/draft-checking-free-resource",
)
OMBUDSMAN = "https://www.lgo.org.uk/decisions/education/special-educational-needs/"
NAMED_PLACE = Reference(
    "My Family Our Needs, section I",
    "https://www.myfamilyourneeds.co.uk/ask-our-expert/advice-about-your-childs-education/",
)
DEVON = Reference(
    "R (L, M and P) v Devon [2022] EWHC 493 (Admin)",
    "https://www.ipsea.org.uk/r-l-m-and-p-v-devon-county-council-2022-ewhc-493-admin",
)


def ombudsman(*cases: str) -> Reference:
    """Decisions of the Local Government and Social Care Ombudsman."""
    return Reference(f"Ombudsman {', '.join(cases)}", OMBUDSMAN)
