"""The council's colours can be read: 4.5:1 for text, 3:1 for marks, on light and on dark ground."""

import re
from pathlib import Path

import pytest

COUNCIL = Path(__file__).parents[2] / "frontend" / "styles" / "_council.scss"
TEXT = [
    ("ink", "paper"), ("ink", "surface"), ("quiet", "paper"), ("quiet", "surface"), ("link", "paper"), ("link", "surface"),
    ("link-hover", "paper"), ("link-visited", "paper"), ("link-visited", "surface"), ("action-ink", "action"),
    ("action-ink", "action-hover"), ("header-ink", "header"), ("header-quiet", "header"), ("focus-ink", "focus"),
    ("bad", "paper"), ("bad", "surface"), ("calm", "calm-wash"), ("ink", "calm-wash"), ("good", "good-wash"),
    ("warn", "warn-wash"), ("bad", "bad-wash"), ("plain", "plain-wash"), ("ink", "good-wash"), ("ink", "warn-wash"),
    ("ink", "bad-wash"),
]  # fmt: skip
MARKS = [("thread", "paper"), ("edge", "paper"), ("bad", "paper"), ("thread", "header"), ("action", "paper")]


def schemes():
    blocks = re.findall(r":root \{(.*?)\n\s*\}", COUNCIL.read_text(), re.DOTALL)
    light, dark = (dict(re.findall(r"--gt-([a-z-]+): (#[0-9a-f]{6});", block)) for block in blocks[:2])
    return {"light": light, "dark": light | dark}


def brightness(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(scheme, text, ground):
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(scheme, mark, ground):
    colours = schemes()[scheme]
    assert contrast(colours[mark], colours[ground]) >= 3
