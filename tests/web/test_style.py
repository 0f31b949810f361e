"""The style sheet and the templates keep what they promise: contrast, one accent on paper, no style inline."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CSS = (ROOT / "static" / "css" / "site.css").read_text(encoding="utf-8")
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts)
TOKENS = {name: (light, dark) for name, light, dark in re.findall(r"--([a-z0-9-]+): light-dark\((#\w+), (#\w+)\)", CSS)}

TEXT = ["ink", "ink-2", "ink-3", "link", "accent", "held", "planned", "reported", "cancelled", "collapsed", "postponed"]
GROUNDS = ["paper", "raised", "sunk"]
MARKED = ["passage", "date", "actor", "act"]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, theme: int) -> float:
    dark, light = sorted(luminance(TOKENS[name][theme]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize("ink", TEXT)
    def test_text_can_be_read_on_every_ground(self, theme, ink):
        assert min(contrast(ink, ground, theme) for ground in GROUNDS) >= 4.5

    @pytest.mark.parametrize("ground", MARKED)
    def test_words_and_links_can_be_read_where_they_are_marked(self, theme, ground):
        assert contrast("ink", ground, theme) >= 7
        assert contrast("link", ground, theme) >= 4.5

    @pytest.mark.parametrize("line", ["passage-line", "date-line", "actor-line", "act-line", "place-line"])
    def test_lines_under_marked_words_are_seen(self, theme, line):
        assert contrast(line, "paper", theme) >= 3

    @pytest.mark.parametrize("edge", ["edge", "bar", "focus"])
    def test_edges_bars_and_focus_are_seen(self, theme, edge):
        assert min(contrast(edge, ground, theme) for ground in GROUNDS) >= 3


def test_every_token_that_is_used_is_there():
    used = set(re.findall(r"var\(--([a-z0-9-]+)", CSS))
    defined = set(re.findall(r"--([a-z0-9-]+):", CSS))
    assert used - defined == set()
    assert defined - used == set()


def test_every_status_has_its_glyph_and_colour():
    from timeline.models import Status

    glyphs = (ROOT / "templates" / "_glyphs.html").read_text(encoding="utf-8")
    for name in [*Status.values, "act"]:
        assert f'id="g-{name}"' in glyphs
        assert f".s-{name}" in CSS


def test_style_sheet_is_small_and_asks_for_nothing():
    import gzip

    assert len(gzip.compress(CSS.encode())) <= 10_000
    assert "url(" not in CSS
    assert "@import" not in CSS


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_style_or_script_inline(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son[a-z]+=", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"https?://(?!www\.w3\.org)", text)
