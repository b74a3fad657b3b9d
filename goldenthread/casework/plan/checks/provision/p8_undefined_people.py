"""P8: people named only by a quality, or as one of many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import REDBRIDGE
from goldenthread.casework.plan.language.people import ROLE
from goldenthread.casework.plan.language.phrases import Span, phrases, remembered

_QUALITY = (
    r"(?:key|trusted|familiar|known|skilled|experienced|trained|qualified|(?:suitably|appropriately|fully|highly|well|"
    r"specially|adequately|properly)[\s\-‑](?:trained|qualified|skilled|experienced)|suitable|appropriate|supportive|"
    r"consistent|designated|identified|nominated|understanding|knowledgeable|supporting|support|additional|one|individual|"
    r"dedicated|responsible|specific|specialist|the same)"
)
_MANY = (
    r"(?:adults?|staff|professionals?|members? of (?:the )?(?:school |support |teaching )?(?:staff|team)|staff members?|"
    r"helpers?|grown ups?)"
)
_CROWD = (
    rf"(?:{_MANY}|persons?|people|practitioners?|individuals?(?! (?:support|session|work|teaching|help|tuition|plan|"
    rf"programme|need|lesson)))"
)
_PEOPLE = phrases(
    rf"{_QUALITY}(?:,? (?:and )?{_QUALITY})* (?:school )?{_CROWD}",
    rf"(?:(?:suitably|appropriately|fully|highly|well|specially|adequately) (?:trained|qualified|skilled|experienced)|"
    rf"skilled|experienced|trusted|familiar) (?:\w+ ){{0,3}}?(?:{ROLE})",
    r"key (?:adults?|persons?|people|workers?|figures?)", r"keyworkers?",
    rf"(?:(?:school|support|teaching|all|class|pastoral|the|relevant|other|some|nursery|college|lunchtime) )?{_MANY}",
    r"(?:an? |the )?(?:person|people) (?:who|with|trained|that|he|she|they|to whom)", r"someone", r"somebody", r"anyone",
    r"adult (?:support|supervision|help|assistance|guidance|input|prompts?|prompting)",
    r"named (?:person|adult|member of staff|individual)", r"those (?:who work|working|around)", r"everyone(?: who)?",
    r"specialists",
    but=(
        r"(?:train|trains|trained (?:the|all|school|two)|training (?:for|to|of)|training|coach|coaches|advise|advises|"
        r"advice (?:to|for)|guidance (?:to|for)|supervise|supervises|upskill|upskills|brief|briefs|model to|demonstrate to|"
        r"report to|shared? (?:it )?with|share with|observe|show|shows|show it to|explain to|support and advice to|teach) "
        r"(?:the |all |two |three |four |his |her |their |school |support |teaching |class |key |relevant )*"
        rf"{_CROWD}", rf"{_CROWD} training", rf"(?:all |school |the |two |three |support |teaching |class )*{_CROWD} "
        rf"(?:who (?:teach|work with|support) \w+ )?(?:will|must|shall) (?:be|have|receive|complete|attend|undertake) "
        rf"(?:\w+[\- ]){{0,4}}?train(?:ed|ing)", r"staff room|staffroom|staffing", r"young people",
        r"people(?:’s|'s) names", r"other people",
        r"(?:help|attention|permission) from (?:an )?adults?", r"(?:ask|asks|tell|tells|approach|talk to|speak to|help|"
        r"towards|adult to child|trust|with other|between) (?:an |the |other |a )?(?:adults?|people|someone|somebody)",
        r"adulthood", r"adult (?:life|services|education|literacy|social care|learning)", r"people carrier",
        r"without (?:an )?adult (?:help|support|prompts?)", r"each adult who teaches \w+", r"all adults who teach",
        r"young person", r"the staff who teach", r"staff who teach", r"(?:his|her|their) (?:\w+ )?people",
    ), family="provision",
)  # fmt: skip
_SUPPORT = re.compile(
    r"adult\s(?:support|supervision|help|assistance|guidance|input|prompts?|prompting)$", re.IGNORECASE
)
_FROM_A_ROLE = re.compile(
    rf"(?:\sand\s\w+)?\s(?:will\sbe\s)?(?:provided\s|given\s|delivered\s)?(?:from|by)\s[^,.;]{{0,"
    rf"40}}?\b(?:{ROLE.replace(' ', '[ -]')})\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?<!access\s)\b(?:to|for)\s(?:the\s|all\s|school\s|teaching\s|class\s|relevant\s)*$", re.IGNORECASE
)
_NAMED_ONE = re.compile(
    r"\s*(?:an?\s|the\s)?(?:key|trusted|familiar|named|skilled|suitably|appropriate)", re.IGNORECASE
)
_DEFINED = re.compile(
    rf"[,(–—:]?\s*(?:who\sis|being|namely|i\.e\.|ie|that\sis|\()?\s*(?:an?\s|his\s|her\s|their\s|the\s)?(?:named\s|"
    rf"level\s\d\s|qualified\s)*(?:{ROLE.replace(' ', '[ -]')})\b",
    re.IGNORECASE,
)


@remembered
def spans(text: str) -> Iterator[Span]:
    """Each such person, where no role says who it is, and who gives the support and is not trained or told by it."""
    last = -1
    for span in _PEOPLE.spans(text):
        if span.start < last or _is_defined(text, span) or _receives(text, span):
            continue
        last = span.end
        start = span.start + len(span.words) - len(span.words.lstrip())
        yield Span(start, span.end, text[start : span.end])


def _is_defined(text: str, span: Span) -> bool:
    """“A key adult, who is a teaching assistant” and “adult support from a teaching assistant” say who."""
    after = text[span.end : span.end + 60]
    if _SUPPORT.search(span.words) and _FROM_A_ROLE.match(after):
        return True
    if not re.match(r"\s*(?:,|\(|–|—|:|who\sis|namely)", after):
        return False
    return bool(_DEFINED.match(after) or re.match(r"\s*[,(–—:]\s*(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b", after))


def _receives(text: str, span: Span) -> bool:
    """“Model strategies to staff”: they are told, they do not give. “Access to staff” is another thing."""
    follows = re.match(r"\s(?:to|who\swill)\b", text[span.end :])
    return bool(_TO.search(text[: span.start])) and not follows and not _NAMED_ONE.match(span.words)


CHECK = Check(
    id="P8",
    title="Nobody in particular",
    severity=Severity.WARN,
    says="“{words}” names nobody.",
    why="A quality such as “trusted” or “suitably trained” fits anybody. The family cannot ask whether the right person came.",
    mend="Name the role and the qualification: “a teaching assistant with ELKLAN level 3”.",
    sources=(REDBRIDGE,),
    reads=PROVISION,
    spans=spans,
)
