"""SECOND: a held-out set by a hand that had seen neither the gate, nor its word lists, nor the other sets' sentences.

Nothing in it was run against the gate before it was committed; since then one clean sentence that counted two pupils, which the
gate must find, counts nine. Nobody in it is real. Its sentences are such as stand in highlight reports, minutes, case studies,
newsletters of forums, "You said, we did" pages, self-evaluations, stocktakes, reports to governors, contract reviews.
Names stand as they live in England's schools: the commonest of each community first, a tail of rare ones after.
"""

from __future__ import annotations

from benchmarks.planted.documents import Set
from benchmarks.planted.second_clean import ACTIONS, CLEAN

# Pupils for the most part, and some of the age of their parents and teachers.
_FORENAMES = """
Muhammad Olivia Noah Amelia George Isla Leo Ava Arthur Freya Oscar Evie Harry Emily Jack Sophie Charlie Jessica Alfie Ella
Archie Millie Thomas Maisie Joshua Grace Daniel Poppy Ethan Erin Jake Chloe Callum Megan Luca Sienna Tyler Lexi Riley Skye
Mohammed Aisha Yusuf Fatima Zain Maryam Ayaan Hafsa Aarav Priya Arjan Simran Jasleen Rohan Tahmid Nusrat Temitope Chidera
Kofi Abena Daniella Tyrese Shanice Hodan Abdirahman Jakub Zuzanna Andrei Ioana Gabija Oleksandr Emre Elif Ho-Yin Wing-Yan Linh
Tiago Omar Zeinab Kateryna Cillian Saoirse Shlomo Karen Sarah Julie Rachel David Andrew Mark Claire Nasreen Balbir
Elowen Peregrine Tamsin Bartholomew Ffion Yonatan Zebedee Araminta Behrouz Oluwadamilare Sorrel Winter
"""
_SURNAMES = """
Smith Jones Taylor Brown Williams Wilson Johnson Davies Evans Roberts Walker Wright Robinson Thompson Hughes Edwards Green
Hall Harris Lewis Jackson Clarke Turner Ward Cooper Morris Morgan Harrison Watson Baker Richardson Phillips Simpson Marshall
Ellis Mitchell Bennett Griffiths Murphy Kelly O’Sullivan Campbell McKenzie Khan Ahmed Hussain Ali Malik Akhtar Mahmood Begum
Miah Uddin Chowdhury Patel Singh Kaur Sharma Gill Sandhu Adeyemi Okafor Mensah Boateng Nwosu Mohamud Warsame Francis
Nowak Kowalczyk Popescu Munteanu Kazlauskas Shevchenko Yilmaz Cheung Nguyen Fernandes Al-Hamdani Rahimi Tesfaye Cohen
Smith-Reid Clarke-Osborne Entwistle Threlfall Postlethwaite Trevithick Bickerstaffe Ormerod Pargeter Gathercole Hebblethwaite
Oyelaran Wojciechowski Gebremariam Krasniqi Moyo Sivakumar Zielonka Featherstonehaugh Darlington Bright
"""
_NAMING = (
    "Action 3.4 has passed from the previous lead to {full}, who starts on 2 March.",
    "Senior responsible officer: {full}. Report author: SEND Programme Office.",
    "Workstream lead: {last}, {first}",
    "Owner {title} {last}; next update due to the January board.",
    "{full} presented the report and drew members’ attention to paragraph 14.",
    "{title} {last} asked why the waiting list for autism assessments had grown since the spring.",
    "Councillor {last} moved the recommendation, which was carried.",
    "Cllr {last} thanked officers and parents for the work that had gone into the strategy.",
    "Apologies were received from {full} and from the Director of Public Health.",
    "Present: {full} (Chair), the Designated Clinical Officer, two parent representatives and the Clerk.",
    "In attendance: J. {last}, Principal Educational Psychologist",
    "Also there: {last}, K. (observer)",
    "Minutes taken by S {last}.",
    "Matters arising: {first} to send round the revised terms of reference before half term.",
    "{first} is eight and lives with her nan and two younger brothers on the edge of town.",
    "When we first met {first}, he had been out of school for eleven weeks.",
    "With a morning timetable and a quiet room, {first} was back in class by February half term.",
    "{full} (16) has cerebral palsy and uses a powered wheelchair.",
    "What changed for {first}: one key worker, one plan and one telephone number.",
    "{first}’s teaching assistant was trained in intensive interaction by the outreach team.",
    "The early help assessment showed that {first}’s attendance had dropped to 41%.",
    "Names have been used with permission: {full}, Year 6, and her parents.",
    "“{first} smiles again when the bus comes” – parent, short breaks survey.",
    "“I had to fight for every hour that {first} got,” one mother wrote.",
    "“Since he started at the hub our {first} sleeps through the night.”",
    "“Thank you to {title} {last}, who always rang me back.”",
    "“My name is {first} and I want teachers to slow down when they talk.”",
    "“Nobody asked {first} what she wanted until the review,” her father said.",
    "We are sorry to say goodbye to {full}, who has chaired the forum since it began.",
    "Come and meet {first} at the coffee morning on the second Thursday of each month.",
    "To book a place, speak to {first} in the family hub.",
    "A big well done to {first} {last}, who passed her travel training in the summer holidays!",
    "Photograph: {full} opens the sensory garden.",
    "Left to right: {full}, the Mayor and two members of the youth council.",
    "Artwork by {first}, aged 11",
    "Drawing: “My safe place”, {first} {last}, Year 4",
    "Audit 17: the plan for {first} was graded as requiring improvement because Section F was not quantified.",
    "The auditor could not find {last}’s views in Section A, though the school had sent them.",
    "In one plan the name {first} had been left in from another child’s draft.",
    "Tribunal: appeal by the parents of {full}, hearing listed for 19 May.",
    "{title} {last} has been appointed as SENCO from September and will complete the national qualification.",
    "Governors congratulated {title} {last} on the outcome of the Ofsted visit.",
    "Exclusions this term: two, of which one ({first}, Year 9) has since been withdrawn.",
    "Miss {last}’s class has piloted the visual timetable since Easter.",
    "Contract manager for the provider: {full}, who was on leave in the quarter.",
    "The complaint from {title} {last} about missed physiotherapy was upheld in part.",
    "The family’s advocate, {full}, was not told that the meeting had moved.",
    "Dr {last} confirmed that the community paediatric clinics would be brought back to weekly.",
    "Social worker {full} attended the annual review by video.",
    "A letter was sent to {last} in error and the breach was reported the same day.",
    "Both {first} and her twin now have a place at the same secondary school.",
    "Pupil voice: {first} said the lunch hall was “like being inside a drum”.",
    "Parent representative – {full}",
    "Approved by: {first} {last}, Assistant Director, Education and Inclusion, 14 October 2025",
    "Contact for this report: {full}, Strategy and Performance",
    "{last} (mother) asked for an assessment in November and had no reply before Christmas.",
)  # fmt: skip
_TELLING = {
    "a UPN": (
        "Duplicate record found in the census return: {0} appears at two schools.",
        "Case 6 of the audit sample (UPN {0}) had no health advice on file.",
        "Unique pupil number: {0}",
        "The spreadsheet still shows {0} as awaiting a decision.",
        "Please check {0} against the register before the return is signed off.",
    ),
    "an NHS number": (
        "NHS No. {0}, seen in clinic and discharged to the school nurse.",
        "The therapy report quotes {0} but gives no date of assessment.",
        "Two appointments were booked in error for patient {0}.",
        "NHS number {0} was missing from the dynamic support register.",
        "Wheelchair service referral, {0}, accepted after the second request.",
    ),
    "a date of birth": (
        "DOB {0}, Year 8, moved in from another authority.",
        "The young person (born {0}) turned out to be over the age for the service.",
        "D.O.B.: {0}",
        "His date of birth is given as {0} in one report and is missing from the next.",
        "She was born on {0} at 27 weeks and came home with oxygen.",
    ),
    "a postcode": (
        "The taxi was sent to {0}, which the family had left before the summer.",
        "Postcode of the home: {0}",
        "Transport is refused because {0} is less than three miles from the school gate.",
        "They have been placed in temporary accommodation at {0}, two bus rides away.",
        "Correspondence address: Flat 4, 61 Station Road, {0}",
    ),
    "an e-mail address": (
        "Mum would like all letters by e-mail, to {0}, and not by post.",
        "E-mail: {0}",
        "The draft plan went to {0} and bounced back.",
        "Comments on this page came from {0} on the last day of the consultation.",
        "For the slides from the workshop please contact {0} before Friday.",
    ),
    "a telephone number": (
        "Dad works nights, so ring {0} after two o’clock.",
        "Mobile {0}",
        "The family left {0} as the number for the escort to call.",
        "Messages were left on {0} three times in September without an answer.",
        "If you would like to join the walking group, text {0}.",
    ),
}  # fmt: skip
SECOND = Set(tuple(_FORENAMES.split()), tuple(_SURNAMES.split()), _NAMING, _TELLING, CLEAN, ACTIONS)
