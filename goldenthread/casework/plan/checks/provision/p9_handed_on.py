"""P9: somebody else is left to decide what is given."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import IPSEA_F
from goldenthread.casework.plan.language.phrases import Span, phrases

_BODY = (
    r"(?:the )?(?:school|setting|college|academy|nursery|provider|placement|head ?teacher|head|principal|SENCO|SENDCO|"
    r"class teacher|teacher|teachers|staff|therapist|therapists|physiotherapist|psychologist|service|team|health|trust|"
    r"local authority|governors)"
)
_AMOUNT = (
    r"(?:amount|level|frequency|number|type|nature|length|extent|hours|timing|group size|support|content|duration|how|what|"
    r"when|which|whether|details?|balance|ratio)"
)
_HANDED = phrases(
    rf"(?:to be|will be|is to be|are to be|as|being|be|is|are) (?:determined|decided|agreed|chosen)(?: \w+){{0,3}}? (?:by|"
    rf"with|between|at|in|within|following|after|upon) {_BODY}",
    r"(?:to be|will be|is to be|are to be) (?:determined|decided|settled|worked out|confirmed|finalised)(?: (?:by|with|"
    r"between|at|later|locally|following|after|once|upon|on|in)[\w ]*)?",
    r"frequency (?:to be|will be|as) agreed(?: [\w ]+)?",
    rf"{_AMOUNT}(?: of [\w ]+?)? (?:to be|will be|is to be|are to be) agreed(?: [\w ]+)?",
    rf"{_AMOUNT} to be (?:determined|decided|agreed|arranged|set)", rf"(?:at|in) (?:the )?discretion of {_BODY}",
    rf"(?:at|in) {_BODY}(?:’s|'s|s’)? discretion", r"at (?:their|its|his|her) discretion",
    rf"as {_BODY} (?:sees?|thinks?|considers?|feels?|judges?|deems?|decides?|chooses?) (?:fit|best|appropriate|right|"
    rf"necessary|suitable)?",
    rf"{_BODY} (?:will|can|may|should|must|is to|are to|shall|to) (?:determine|decide|choose|set|judge|agree)(?: \w+)? "
    rf"(?:how|what|when|which|whether|the {_AMOUNT}|on|if|{_AMOUNT})",
    rf"(?:is|are|be) (?:for|left to|up to|a matter for) {_BODY} to (?:decide|choose|determine|agree|set|judge)",
    rf"(?:is|are|be) (?:left to|up to|a matter for) {_BODY}",
    rf"if {_BODY} (?:thinks|feels|considers|decides|believes|agrees|judges)(?: \w+){{0,3}}",
    rf"as (?:determined|decided|deemed|judged|chosen)(?: \w+)? by {_BODY}",
    rf"(?:determined|decided|deemed|judged|set|chosen) by {_BODY}",
    rf"(?:considered|deemed|thought|felt|judged) (?:appropriate|necessary|suitable|right|helpful) by {_BODY}",
    but=(
        r"(?:targets?|outcomes?|programme|exercises|signs|rewards|words|script|time|date|day|place|venue|agenda)(?: will "
        r"be| to be| are| is)? (?:set|agreed|chosen|decided) (?:by|with)(?: \w+){0,4}",
        rf"programme (?:set|written|designed|planned|agreed) by {_BODY}",
        r"(?:set|agreed|chosen|confirmed) by (?:the )?(?:\w+ ){0,2}(?:therapist|psychologist|physiotherapist)",
        r"as agreed with (?:the )?(?:child|pupil|parents?|family)",
    ), family="provision",
)  # fmt: skip


def spans(text: str) -> tuple[Span, ...]:
    """Each such decision."""
    return _HANDED.spans(text)


CHECK = Check(
    id="P9",
    title="The decision is handed on",
    severity=Severity.BLOCK,
    says="“{words}” leaves somebody else to decide.",
    why="The authority must specify the provision itself. It cannot leave what or how much to a school or a service.",
    mend="Decide it now, from the advice. If the advice does not say, send it back to its author.",
    sources=(IPSEA_F,),
    reads=PROVISION,
    spans=spans,
)
