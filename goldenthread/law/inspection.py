"""What an area inspection sets running, and by when each thing is due.

Every clock here starts at *receipt*. A report is often public a week after the area has it, and counting
from publication gives a day that is too late: Wolverhampton's report of 2021 was published on 12 November,
but its due day of 16 February 2022 is 70 working days after 5 November. From publication it would have been
the 23rd.

Regulations 3 and 4 were read in SI 2015/1792, in force since 9 November 2015, as it stood on 24 April 2020;
no later change was found. Where no official text was read, the length seen in practice is given, unconfirmed.
"""

from __future__ import annotations

from datetime import date

from goldenthread.law.citation import Citation, Dated, Limit
from goldenthread.law.length import Length, Unit
from goldenthread.law.rule import Deadline, Regime, Rule, named

_JAR = "https://www.legislation.gov.uk/uksi/2015/1792/regulation"
_JAR_IN_FORCE = date(2015, 11, 9)
_HANDBOOK = (
    "https://www.gov.uk/government/publications/area-send-framework-and-handbook/"
    "area-send-inspections-framework-and-handbook"
)

# Inspections began in May 2016; the framework that replaced them was used from January 2023. Only the
# months are known: their first and last days stand here, and pages show the months.
LOCAL_AREA_SEND = Regime("local area SEND inspections", date(2016, 5, 1), date(2022, 12, 31))
AREA_SEND = Regime("area SEND inspections", date(2023, 1, 1))


def _law(number: int, unit: Unit, regulation: int, paragraph: str) -> Limit[Length]:
    """A limit set by the Joint Area Reviews Regulations, in force since 9 November 2015."""
    text = f"Children Act 2004 (Joint Area Reviews) Regulations 2015 (SI 2015/1792), regulation {paragraph}"
    return (Dated(Length(number, unit), Citation(text, f"{_JAR}/{regulation}", _JAR_IN_FORCE)),)


def _practice(number: int, unit: Unit, text: str, url: str, regime: Regime) -> Limit[Length]:
    """A length for which no official text was read; dated from the start of the regime, with no known end."""
    return (Dated(Length(number, unit), Citation(text, url, regime.starts, unconfirmed=True)),)


# From 24 April to 25 September 2020 SI 2020/445 let regulation 4(2) be met "as soon as is reasonably
# practicable". It is not coded: it put no other day in place of the 70th, and it is over. Some copies of
# the regulations still print those words.
WSOA_STATEMENT = Rule(
    name="wsoa-statement",
    title="Make the written statement of action",
    who="The principal authority named in the report",
    trigger="the area received the report",
    not_the_same="the day of publication",
    limit=_law(70, Unit.WORKING_DAYS, 4, "4(2) and (7)"),
    example=date(2021, 11, 5),
    note="The statement says who is to act and by when, regulation 4(4). Copies go to the Chief Inspector, "
    "to whoever else carried out the inspection and to the Secretary of State, regulation 4(5).",
    regime=LOCAL_AREA_SEND,
)

REPORT_TO_NEWSPAPER_AND_RADIO = Rule(
    name="report-to-newspaper-and-radio",
    title="Send the report to at least one newspaper and one radio station of the area",
    who="Each local authority of the area",
    trigger="the local authority received the report",
    not_the_same="the day of publication",
    limit=_law(30, Unit.DAYS, 3, "3(7)"),
    example=date(2021, 11, 5),
    note="The regulation says days, not working days, so every day counts and a due day may be a Sunday.",
)

REPORT_ON_WEBSITE = Rule(
    name="report-on-website",
    title="Publish the report on the website, and give a paper copy to anyone who asks",
    who="Every body that the Chief Inspector sent the report to, other than the Secretary of State",
    trigger="that body received the report",
    not_the_same="the day on which Ofsted published it",
    limit=_law(30, Unit.WORKING_DAYS, 3, "3(8)"),
    example=date(2021, 11, 5),
    note="Each body has a clock of its own. Regulation 3 does not say what a working day is; the meaning in "
    "regulation 4(7) is used, though that paragraph speaks for regulation 4 only.",
)

WSOA_INSPECTORATES_COMMENTS = Rule(
    name="wsoa-inspectorates-comments",
    title="Hear whether the written statement of action is fit for purpose",
    who="Ofsted and the Care Quality Commission",
    trigger="Ofsted received the statement",
    not_the_same="the day it was due",
    limit=_practice(
        20,
        Unit.DAYS,
        "Told to Wolverhampton's Children and Young People Scrutiny Panel on 6 January 2022: 20 days",
        "https://wolverhampton.moderngov.co.uk/mgAi.aspx?ID=125476",
        LOCAL_AREA_SEND,
    ),
    example=date(2022, 2, 16),
    note="No legal limit was found. Whether the 20 days were meant as working days was not recorded. Norfolk "
    "sent its statement on 11 September 2020 and had the letter on 25 September 2020, 10 working days later. "
    "Enter the figure that your own area was told.",
    regime=LOCAL_AREA_SEND,
)

WSOA_REVISIT = Rule(
    name="wsoa-revisit",
    title="Expect the inspectors' revisit by about this day",
    who="Ofsted and the Care Quality Commission",
    trigger="the area was told that its statement was accepted",
    not_the_same="the day it was submitted",
    limit=_practice(
        18,
        Unit.MONTHS,
        "Usually within 18 months of acceptance, as IPSEA reported it",
        "https://www.ipsea.org.uk/news/ofsted-and-the-cqc-to-revisit-failing-local-authorities",
        LOCAL_AREA_SEND,
    ),
    example=date(2020, 9, 25),
    note="A usual interval, not a deadline: a programme ends when its last area of weakness is closed, never "
    "because time has passed. Inspections stopped between March 2020 and April 2021.",
    regime=LOCAL_AREA_SEND,
)

APP_SUBMISSION = Rule(
    name="app-submission",
    title="Submit the accelerated progress plan",
    who="The local area",
    trigger="the area received the letter of the revisit",
    not_the_same="the day of the revisit itself",
    limit=_practice(
        25,
        Unit.WORKING_DAYS,
        "Seen in Staffordshire: revisit report of 25 February 2022, plan of 1 April 2022",
        "http://helpyourself.staffordshirecares.info/kb5/staffordshire/directory/advice.page?id=bwkrCSu_8xk",
        LOCAL_AREA_SEND,
    ),
    example=date(2022, 2, 25),
    note="One area only. Staffordshire's own page calls 25 February 2022 the day of publication; when the "
    "letter came is not recorded. Use the day that the Department for Education gave.",
    regime=LOCAL_AREA_SEND,
)

_PAP_NOTE = (
    "The paragraphs of the inspection handbook on timing were not read. Oxfordshire fits this count if its "
    "report came on 5 September 2023, a day that is worked out and not recorded; another account says about "
    "35 to 50 working days. Use the days in your own letter."
)

PAP_DRAFT = Rule(
    name="pap-draft",
    title="Submit the draft priority action plan",
    who="The local area partnership",
    trigger="the partnership received the final report",
    not_the_same="the day of publication",
    limit=_practice(
        35,
        Unit.WORKING_DAYS,
        "Seen in Oxfordshire: draft submitted on 24 October 2023",
        "https://news.oxfordshire.gov.uk/draft-priority-action-plan/",
        AREA_SEND,
    ),
    example=date(2023, 9, 5),
    note=_PAP_NOTE,
    regime=AREA_SEND,
)

PAP_FINAL = Rule(
    name="pap-final",
    title="Have the final priority action plan approved",
    who="The local area partnership",
    trigger="the partnership received the final report",
    not_the_same="the day of publication",
    limit=_practice(
        70,
        Unit.WORKING_DAYS,
        "Seen in Oxfordshire: plan approved on 12 December 2023",
        "https://www.bucksoxonberksw.icb.nhs.uk/news/posts/bob-icb-news/december/"
        "priority-action-plan-published-to-improve-send-services/",
        AREA_SEND,
    ),
    example=date(2023, 9, 5),
    note=_PAP_NOTE,
    regime=AREA_SEND,
)

PAP_MONITORING_INSPECTION = Rule(
    name="pap-monitoring-inspection",
    title="Expect the monitoring inspection by about this day",
    who="Ofsted and the Care Quality Commission",
    trigger="the partnership received the final report",
    not_the_same="the day of publication",
    limit=_practice(
        18,
        Unit.MONTHS,
        "Usually 18 months after the final report, as sgpc.org.uk reported it",
        "https://sgpc.org.uk/news-feed/inspection-possible-outcomes",
        AREA_SEND,
    ),
    example=date(2023, 9, 5),
    note="A usual interval, not a deadline.",
    regime=AREA_SEND,
)

STRATEGIC_PLAN = Rule(
    name="strategic-plan",
    title="Update the strategic plan and publish it",
    who="The local area partnership",
    trigger="the partnership received the final report",
    not_the_same="the day of publication",
    limit=_practice(
        30,
        Unit.WORKING_DAYS,
        "From memory; to be looked up in the area SEND inspection framework and handbook",
        _HANDBOOK,
        AREA_SEND,
    ),
    example=date(2024, 2, 1),
    note="About 30 working days, after the two better outcomes of an inspection. No text was read for it.",
    regime=AREA_SEND,
)

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        WSOA_STATEMENT,
        REPORT_TO_NEWSPAPER_AND_RADIO,
        REPORT_ON_WEBSITE,
        WSOA_INSPECTORATES_COMMENTS,
        WSOA_REVISIT,
        APP_SUBMISSION,
        PAP_DRAFT,
        PAP_FINAL,
        PAP_MONITORING_INSPECTION,
        STRATEGIC_PLAN,
    )
}


def deadline(rule_name: str, received_on: date | None, length: Length | None = None) -> Deadline:
    """The last day to act under a rule of inspection, for a clock that starts on the day of receipt.

    `length` replaces a length that only practice gives. Raises UnknownRule, ReceiptMissing, NotInForce,
    LengthFixed, CalendarUnknown.

    >>> deadline("wsoa-statement", date(2021, 11, 5)).explanation
    '70 working days after 5 November 2021, leaving out 27, 28 December and 3 January: 16 February 2022'
    """
    return named(rule_name, RULES).deadline(received_on, length)
