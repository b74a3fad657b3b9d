"""What a column of a council's export can mean: each field, what it holds, and what councils call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Holds = Literal["text", "day", "choice", "yes-no"]


@dataclass(frozen=True)
class Field:
    """One thing that a row can say. `words` are for people; `known_as` what headings call it, in plain small letters."""

    key: str
    words: str
    group: str
    holds: Holds = "text"
    known_as: tuple[str, ...] = ()
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    longest: int = 200

    def answer(self, text: str) -> str | None:
        """What a cell's words mean among the answers; None when they mean none of them."""
        plain = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
        for answer, words in self.answers:
            if plain == answer.lower().replace("-", " ") or plain in words:
                return answer
        return None


_YES_NO = (("yes", ("y", "1", "true", "t", "x")), ("no", ("n", "0", "false", "f")))
_DECIDED = (
    ("yes", ("y", "agreed", "agree", "agreed to assess", "assess", "proceed", "proceed to assess", "issue", "agreed to issue",
             "issued", "approved", "1", "true")),
    ("no", ("n", "refused", "refuse", "refused to assess", "not agreed", "do not assess", "no assessment", "declined",
            "not to assess", "no plan", "refused to issue", "not to issue", "0", "false")),
    ("withdrawn", ("w", "withdrew", "request withdrawn", "ceased before decision")),
    ("open", ("a", "awaiting", "pending", "not yet made", "undecided", "decision yet to be made")),
)  # fmt: skip
CHILD, FAMILY, WHOSE, REQUEST, PLAN, ENDS = (
    "The child", "The family", "Whose case it is", "The request and the assessment", "The plan", "How it ended",
)  # fmt: skip

_FIELDS = (
    Field("given_names", "Given names", CHILD, known_as=(
        "given name", "forename", "forenames", "first name", "first names", "legal forename", "child forename"), longest=150),
    Field("family_name", "Family name", CHILD, known_as=(
        "surname", "last name", "family", "legal surname", "child surname"), longest=150),
    Field("known_as", "Known as", CHILD, known_as=("preferred name", "preferred forename", "chosen name"), longest=100),
    Field("born_on", "Date of birth", CHILD, "day", ("dob", "birth date", "birthdate", "born", "person birth date", "d o b")),
    Field("sex", "Sex", CHILD, "choice", ("gender", "gender current"), (
        ("F", ("female", "girl", "2")), ("M", ("male", "boy", "1")), ("U", ("not known", "unknown", "0", "9", "")))),
    Field("upn", "UPN", CHILD, known_as=("unique pupil number", "upn unique pupil number"), longest=20),
    Field("uln", "ULN", CHILD, known_as=(
        "unique learner number", "uniquelearnernumber", "uln young persons unique learner number"), longest=20),
    Field("no_number", "Why there is no UPN or ULN", CHILD, "choice", (
        "upn unknown", "upnunknown", "upn and uln unavailable reason"), tuple((f"UN{n}", ()) for n in (1, 2, 3, 5, 8, 9, 10))),
    Field("first_language", "First language", CHILD, known_as=("home language", "language"), longest=80),
    Field("is_another", "Somebody has looked: this is another child", CHILD, "yes-no", ("another child", "not a duplicate"),
          _YES_NO),
    Field("parent", "Parent or carer", FAMILY, known_as=(
        "parent", "carer", "parent carer", "parent name", "parent carer name", "main contact", "contact 1 name")),
    Field("email", "Their e-mail", FAMILY, known_as=("email", "e mail", "parent email", "email address", "contact email")),
    Field("telephone", "Their telephone", FAMILY, known_as=(
        "phone", "mobile", "telephone number", "parent telephone", "parent phone"), longest=40),
    Field("address", "Address where the child lives", FAMILY, known_as=("home address", "full address"), longest=500),
    Field("postcode", "Postcode", FAMILY, known_as=("post code", "home postcode"), longest=8),
    Field("reference", "Case number", WHOSE, known_as=(
        "case reference", "reference", "case id", "ref", "system id", "person id", "pupil id"), longest=20),
    Field("team", "Team", WHOSE, known_as=("area team", "locality", "casework team")),
    Field("worker", "Worker’s e-mail or name", WHOSE, known_as=(
        "worker", "caseworker", "case worker", "case officer", "sen officer", "lead officer", "allocated to",
        "caseworker email")),
    Field("requested_on", "Request received", REQUEST, "day", (
        "date of request", "request date", "request received date", "date request received", "date request was received",
        "received date", "receiveddate", "ehcna request date", "referral date")),
    Field("requested_by", "Who asked", REQUEST, "choice", ("request source", "source of request", "requested by", "referrer"), (
        ("parent", ("1", "parent carer", "mother", "father", "carer", "family", "young person or parent")),
        ("young-person", ("self", "young adult")),
        ("school", ("2", "setting", "college", "nursery", "education setting", "school or other education setting", "senco")),
        ("health", ("3", "nhs", "health care professionals", "health professional")),
        ("social-care", ("4", "social worker", "social care professionals")), ("other", ("5", "unknown", "other source")))),
    Field("decision", "Whether to assess: the decision", REQUEST, "choice", (
        "decision to assess", "request outcome", "requestoutcome", "ehcna decision", "assess decision"), _DECIDED),
    Field("decided_on", "Whether to assess: the day", REQUEST, "day", (
        "date of decision to assess", "decision to assess date", "request outcome date", "requestoutcomedate",
        "decision date", "date decision made")),
    Field("issue_decision", "Whether to issue: the decision", REQUEST, "choice", (
        "decision to issue", "assessment outcome", "assessmentoutcome", "issue decision"), _DECIDED),
    Field("issue_decided_on", "Whether to issue: the day", REQUEST, "day", (
        "date of decision to issue", "decision to issue date", "assessment outcome date", "issue decision date")),
    Field("exception", "A lawful exception applied", REQUEST, "yes-no", (
        "20 week exception", "exception", "week20", "exception applies", "twenty weeks time limit exceptions apply"), _YES_NO),
    Field("draft_on", "Draft plan sent", PLAN, "day", ("draft issued", "draft plan date", "draft date", "date draft issued",
                                                       "draft plan issued", "date of draft plan")),
    Field("early_on", "Family agreed to finalise early", PLAN, "day", ("early finalisation agreed",)),
    Field("final_on", "Final plan sent", PLAN, "day", (
        "final issued", "final plan date", "final date", "date final issued", "plan issued", "ehcp issued",
        "ehcp start date", "plan start date", "ehc plan start date", "date initial ehc plan issued", "final plan issued",
        "date of final plan", "startdate")),
    Field("placement", "School, college or type named", PLAN, known_as=(
        "placement", "school", "named school", "establishment", "named placement", "current school", "setting")),
    Field("moved_in_on", "Plan came from another authority", PLAN, "day", ("moved in", "date moved in", "transfer in date")),
    Field("moved_from", "The authority that it came from", PLAN, known_as=("previous la", "transferred from", "moved from")),
    Field("made_on", "Plan first made or last reviewed there", PLAN, "day", ("plan made there",)),
    Field("met_on", "Last review meeting", PLAN, "day", (
        "annual review meeting", "review meeting date", "annual review meeting date", "last annual review meeting")),
    Field("reviewed_on", "Last review decided", PLAN, "day", (
        "last review", "last annual review", "last review date", "annual review decision date", "date of last review",
        "ehcp review decisions date", "date ehc plan last reviewed", "review decision date")),
    Field("ended_on", "Plan ended", ENDS, "day", ("ceased", "cease date", "date ceased", "plan ceased", "date plan ceased",
                                                  "date ehc plan ceased", "end date", "ceasedate")),
    Field("end_reason", "Why it ended", ENDS, known_as=("cease reason", "reason ceased", "reason ehc plan ceased"), longest=500),
    Field("moved_out_on", "Moved to another authority", ENDS, "day", ("moved out", "date moved out", "transfer out date")),
    Field("moved_to", "The authority that has it now", ENDS, known_as=("moved to", "transferred to", "new la")),
)  # fmt: skip
FIELDS = {field.key: field for field in _FIELDS}
NEEDED = ("given_names", "family_name", "born_on")
BEGINNINGS = ("requested_on", "final_on", "moved_in_on")
"""One of these at least: a case begins with a request, with a plan on record, or with a plan that came from elsewhere."""
