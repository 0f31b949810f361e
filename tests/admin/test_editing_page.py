"""What docs/editing.md says of dates is so."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from timeline import edtf
from timeline.admin.typed import read_typed

PAGE = (settings.BASE_DIR / "docs" / "editing.md").read_text()
ROWS = [line.strip("|").split("|") for line in PAGE.split("\n") if re.match(r"\| `[\d\[]", line)]


def test_the_table_of_dates_shows_what_readers_see():
    shown = [(re.findall("`([^`]+)`", code), words.strip()) for code, words, _ in ROWS]
    assert len(shown) == 10
    for codes, words in shown:
        if words.startswith("spring"):  # four codes from … to
            displayed = [edtf.display(f"2018-{season}") for season in range(21, 25)]
            assert codes == ["2018-21", "2018-24"]
            assert words == ", ".join(season.removesuffix(" 2018") for season in displayed) + " 2018"
        else:
            assert words == ", ".join(edtf.display(code) for code in codes)


def paragraph(start):
    return PAGE[PAGE.index(start) :].partition("\n\n")[0]


@pytest.mark.parametrize("words", re.findall("`([^`]+)`", paragraph("Write a date as")))
def test_every_example_is_understood_or_refused_as_it_says(words):
    if words == "3/4/2018":
        with pytest.raises(ValidationError, match="could be 3 April or 4 March"):
            read_typed(words)
    else:
        assert edtf.display(read_typed(words))
