"""The sample dispatches are well formed, right about the calendar, and show what the sample is to show."""

import json
import re
from datetime import date, timedelta
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FOLDER = Path(__file__).parent.parent / "fixtures" / "articles"
NOTICE = (
    "This dispatch is a sample written for Aide-Mémoire; "
    "the events are public knowledge, the outlet and its words are invented."
)
UNKNOWN = "08-a-morning-of-talks.txt"
DAY_OF_UNKNOWN = date(2018, 5, 17)
"""The day on which the dispatch without a publication day is imagined to have been sent."""
WIRE, COPY = "03-kim-in-beijing-confirmed.txt", "04-kim-in-beijing-wire-copy.txt"

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")


class ArticleText(HTMLParser):
    """Collects what a page has inside its `<article>`, a line per block."""

    BLOCKS = frozenset({"h1", "p", "figcaption"})

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.inside = True
        if tag in self.BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.lines:
            self.lines[-1] += data


def load_index() -> dict[str, dict]:
    rows = [json.loads(line) for line in (FOLDER / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    return {row["file"]: row for row in rows}


def article_lines(file: str) -> list[str]:
    """The non-empty lines of a dispatch, white space folded; of a page only the article's."""
    raw = (FOLDER / file).read_text(encoding="utf-8")
    if file.endswith(".html"):
        page = ArticleText()
        page.feed(raw)
        lines = page.lines
    else:
        lines = raw.splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


INDEX = load_index()
LINES = {file: article_lines(file) for file in INDEX}
TEXTS = {file: "\n".join(line for line in lines if line != NOTICE) for file, lines in LINES.items()}


def sent_on(file: str) -> date:
    published = INDEX[file]["published"]
    return date.fromisoformat(published) if published else DAY_OF_UNKNOWN


def named_days(*days: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, days))


every_dispatch = pytest.mark.parametrize("file", sorted(INDEX))


def test_index_names_every_dispatch_once_and_nothing_else():
    dispatches = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".txt", ".html"})
    listed = [json.loads(line)["file"] for line in (FOLDER / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(listed) == dispatches
    assert 14 <= len(dispatches) <= 18
    assert sum(name.endswith(".html") for name in dispatches) == 1


@every_dispatch
def test_index_row_fits_its_dispatch(file):
    row = INDEX[file]
    assert list(row) == ["file", "title", "author", "publisher", "url", "published"]
    lines = LINES[file]
    assert row["title"] == lines[0]
    assert row["publisher"]
    assert all(name.casefold() in TEXTS[file].casefold() for name in row["author"].split(" and "))
    if row["published"]:
        assert date(2017, 4, 1) <= date.fromisoformat(row["published"]) <= date(2019, 6, 30)


@every_dispatch
def test_url_lies_in_a_reserved_domain_and_agrees_with_the_day(file):
    row = INDEX[file]
    url = urlsplit(row["url"])
    assert url.scheme == "https"
    assert url.hostname.endswith(".example") or url.hostname in {"example.org", "example.com", "example.net"}
    in_url = re.search(r"/(\d{4})/(\d\d)/(\d\d)/", url.path)
    assert (in_url and "-".join(in_url.groups())) == row["published"]


def test_every_address_in_a_dispatch_is_reserved():
    for file in INDEX:
        raw = (FOLDER / file).read_text(encoding="utf-8")
        hosts = re.findall(r"(?:https?://|@)([\w.-]+)", raw)
        assert all(host.rstrip(".").endswith(".example") for host in hosts), file


@every_dispatch
def test_dispatch_has_150_to_500_words(file):
    assert 150 <= len(TEXTS[file].split()) <= 500


@every_dispatch
def test_dispatch_says_at_its_foot_that_it_is_a_sample(file):
    assert LINES[file][-1] == NOTICE
    assert LINES[file].count(NOTICE) == 1


@every_dispatch
def test_dispatch_is_plain_utf8(file):
    raw = (FOLDER / file).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert b"\t" not in raw
    assert raw.endswith(b"\n")
    assert not re.search(r"[\u2018-\u201d\u00a0]", raw.decode("utf-8")), "straight quotes, ordinary spaces"


def test_web_page_has_what_pages_have():
    (page,) = [file for file in INDEX if file.endswith(".html")]
    raw = (FOLDER / page).read_text(encoding="utf-8")
    for piece in ("<nav>", "<figcaption>", "<aside>", "<footer>", 'rel="canonical"'):
        assert piece in raw
    assert f'property="article:published_time" content="{INDEX[page]["published"]}T' in raw
    assert f'property="og:site_name" content="{INDEX[page]["publisher"]}"' in raw
    assert f'name="author" content="{INDEX[page]["author"]}"' in raw
    assert INDEX[page]["url"] in raw


DATED_WEEKDAYS = (
    re.compile(rf"\b({'|'.join(WEEKDAYS)}),? ({'|'.join(MONTHS)}) (\d{{1,2}})(?:, (\d{{4}}))?\b"),
    re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (?:the )?(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b"),
)


def dated_weekdays(file: str) -> list[tuple[str, date]]:
    """Each weekday that stands with a day and month, and that day; without a year, of the year it was sent in."""
    found = []
    for match in DATED_WEEKDAYS[0].finditer(TEXTS[file]):
        weekday, month, day, year = match.groups()
        found.append((weekday, date(int(year or sent_on(file).year), MONTHS.index(month) + 1, int(day))))
    for match in DATED_WEEKDAYS[1].finditer(TEXTS[file]):
        weekday, day, month, year = match.groups()
        found.append((weekday, date(int(year or sent_on(file).year), MONTHS.index(month) + 1, int(day))))
    return found


def test_weekday_beside_a_date_agrees_with_the_calendar():
    found = [(file, *pair) for file in INDEX for pair in dated_weekdays(file)]
    assert len(found) >= 3
    assert [row for row in found if WEEKDAYS[row[2].weekday()] != row[1]] == []


RELATIVE_WEEKDAYS = [
    ("01-mar-a-lago-hundred-days.txt", "closed their first summit on Friday", "2017-04-07"),
    ("01-mar-a-lago-hundred-days.txt", "Palm Beach, Florida, on Thursday", "2017-04-06"),
    ("02-trump-accepts-invitation.txt", "announced outside the White House on Thursday", "2018-03-08"),
    ("02-trump-accepts-invitation.txt", "dinner with Kim in Pyongyang on Monday", "2018-03-05"),
    ("02-trump-accepts-invitation.txt", "Shinzo Abe late on Thursday", "2018-03-08"),
    ("02-trump-accepts-invitation.txt", "Xi Jinping on Friday", "2018-03-09"),
    (WIRE, "said on Wednesday, ending", "2018-03-28"),
    (WIRE, "lasted from Sunday to Wednesday", "2018-03-25 2018-03-28"),
    (WIRE, "Great Hall of the People on Monday", "2018-03-26"),
    (WIRE, "are to meet at Panmunjom on Thursday", "2018-03-29"),
    (WIRE, "informed of the visit by Beijing on Tuesday", "2018-03-27"),
    (WIRE, "told a regular briefing on Wednesday", "2018-03-28"),
    (COPY, "said on Wednesday, ending", "2018-03-28"),
    (COPY, "lasted from Sunday to Wednesday", "2018-03-25 2018-03-28"),
    (COPY, "Great Hall of the People on Monday", "2018-03-26"),
    (COPY, "are to meet at Panmunjom on Thursday", "2018-03-29"),
    (COPY, "informed of the visit by Beijing on Tuesday", "2018-03-27"),
    (COPY, "told a regular briefing on Wednesday", "2018-03-28"),
    ("05-beijing-pulls-up-a-chair.txt", "Then, on Tuesday, Xi Jinping sat down", "2018-03-27"),
    ("05-beijing-pulls-up-a-chair.txt", "On Wednesday a spokesman, Lu Kang", "2018-03-28"),
    ("05-beijing-pulls-up-a-chair.txt", "met at Panmunjom on Thursday", "2018-03-29"),
    ("06-kim-crosses-the-line.txt", "strip of concrete at Panmunjom on Friday", "2018-04-27"),
    ("06-kim-crosses-the-line.txt", "demarcation line on Friday", "2018-04-27"),
    ("06-kim-crosses-the-line.txt", "What followed on Friday", "2018-04-27"),
    ("07-singapore-june-12.txt", "announced on Twitter on Thursday", "2018-05-10"),
    ("07-singapore-june-12.txt", "where he met Kim on Wednesday", "2018-05-09"),
    ("07-singapore-june-12.txt", "met President Xi Jinping on Monday and Tuesday", "2018-05-07 2018-05-08"),
    ("07-singapore-june-12.txt", "Trump spoke with Xi by telephone on Tuesday", "2018-05-08"),
    ("07-singapore-june-12.txt", "In Tokyo on Wednesday", "2018-05-09"),
    (UNKNOWN, "shortly after midnight on Wednesday", "2018-05-16"),
    ("09-trump-calls-off-singapore.txt", "President Donald Trump on Thursday called off", "2018-05-24"),
    ("09-trump-calls-off-singapore.txt", "met Mr Trump at the White House on Tuesday", "2018-05-22"),
    ("09-trump-calls-off-singapore.txt", "On Tuesday he said", "2018-05-22"),
    ("09-trump-calls-off-singapore.txt", "foreign ministry in Beijing, said on Friday", "2018-05-25"),
    ("09-trump-calls-off-singapore.txt", "On Friday its vice foreign minister", "2018-05-25"),
    ("10-summit-back-on.txt", "the American president said on Friday", "2018-06-01"),
    ("10-summit-back-on.txt", "Mike Pompeo, in New York on Thursday", "2018-05-31"),
    ("10-summit-back-on.txt", "met without notice last Saturday", "2018-05-26"),
    ("10-summit-back-on.txt", "travelled to Pyongyang on Thursday", "2018-05-31"),
    ("11-kim-third-visit-beijing.html", "left Beijing on Wednesday", "2018-06-20"),
    ("11-kim-third-visit-beijing.html", "Great Hall of the People on Tuesday", "2018-06-19"),
    ("11-kim-third-visit-beijing.html", "met again on Wednesday", "2018-06-20"),
    ("11-kim-third-visit-beijing.html", "on Monday the Pentagon suspended", "2018-06-18"),
    ("11-kim-third-visit-beijing.html", "leaves for Moscow on Thursday", "2018-06-21"),
    ("12-new-york-meeting-postponed.txt", "scheduled for Thursday, November 8", "2018-11-08"),
    ("12-new-york-meeting-postponed.txt", "announced on Monday, November 5", "2018-11-05"),
    ("13-blue-house-denies-dates.txt", "reported on Wednesday", "2018-12-05"),
    ("13-blue-house-denies-dates.txt", "Moon met Trump there on Friday", "2018-11-30"),
    ("13-blue-house-denies-dates.txt", "On Saturday Trump dined", "2018-12-01"),
    ("14-kim-fourth-visit-china.txt", "returned home on Thursday", "2019-01-10"),
    ("14-kim-fourth-visit-china.txt", "Great Hall of the People on Tuesday", "2019-01-08"),
    ("14-kim-fourth-visit-china.txt", "Beijing Hotel on Wednesday", "2019-01-09"),
    ("14-kim-fourth-visit-china.txt", "The visit had begun on Monday", "2019-01-07"),
    ("14-kim-fourth-visit-china.txt", "news conference in Seoul on Thursday", "2019-01-10"),
    ("14-kim-fourth-visit-china.txt", "opened in Beijing on Monday and ended on Wednesday", "2019-01-07 2019-01-09"),
    ("15-hanoi-collapses.txt", "broke down on Thursday", "2019-02-28"),
    ("15-hanoi-collapses.txt", "Metropole hotel on Wednesday evening", "2019-02-27"),
    ("15-hanoi-collapses.txt", "shortly after midnight on Friday", "2019-03-01"),
    ("15-hanoi-collapses.txt", "Shinzo Abe on Thursday", "2019-02-28"),
    ("15-hanoi-collapses.txt", "On Friday he began an official visit", "2019-03-01"),
    ("15-hanoi-collapses.txt", "His train is to leave on Saturday", "2019-03-02"),
    ("15-hanoi-collapses.txt", "Lu Kang said on Thursday", "2019-02-28"),
    ("16-the-stop-that-never-was.txt", "through Tianjin on Monday morning", "2019-03-04"),
    ("16-the-stop-that-never-was.txt", "before dawn on Tuesday", "2019-03-05"),
    ("16-the-stop-that-never-was.txt", "National People's Congress began on Tuesday", "2019-03-05"),
    ("17-trade-talks-readout.txt", "Oval Office on Thursday, April 4", "2019-04-04"),
    ("18-xi-in-pyongyang.txt", "flew home from Pyongyang on Friday", "2019-06-21"),
    ("18-xi-in-pyongyang.txt", "held talks on Thursday", "2019-06-20"),
    ("18-xi-in-pyongyang.txt", "The visit was announced on Monday", "2019-06-17"),
    ("18-xi-in-pyongyang.txt", "spoke by telephone on Tuesday", "2019-06-18"),
]
"""Dispatch, words with one weekday or more, and the day that each of them means."""


@pytest.mark.parametrize(("file", "words", "days"), RELATIVE_WEEKDAYS)
def test_weekday_means_the_day_of_the_event(file, words, days):
    assert TEXTS[file].count(words) == 1
    meant = named_days(*days.split())
    assert [WEEKDAYS[day.weekday()] for day in meant] == WEEKDAY.findall(words)
    # A reader takes a bare weekday as the nearest one: back to the week before, or ahead to the week after.
    furthest = timedelta(days=7 if "last " in words else 6)
    assert all(abs(day - sent_on(file)) <= furthest for day in meant)


@every_dispatch
def test_no_weekday_is_left_unchecked(file):
    checked = TEXTS[file]
    for row_file, words, _ in RELATIVE_WEEKDAYS:
        if row_file == file:
            checked = checked.replace(words, "")
    assert WEEKDAY.findall(checked) == []


def test_dispatch_without_a_day_does_not_betray_its_year():
    assert [file for file, row in INDEX.items() if row["published"] is None] == [UNKNOWN]
    assert re.findall(r"\b(?:19|20)\d\d\b", TEXTS[UNKNOWN]) == []
    assert not re.search(r"\d{4}", INDEX[UNKNOWN]["url"])


def test_wire_copy_is_nearly_the_same_text_and_no_other_two_are():
    def likeness(one: str, other: str) -> float:
        return SequenceMatcher(None, TEXTS[one].split(), TEXTS[other].split(), autojunk=False).ratio()

    assert likeness(WIRE, COPY) > 0.75
    assert TEXTS[WIRE] != TEXTS[COPY]
    others = [pair for pair in combinations(sorted(INDEX), 2) if set(pair) != {WIRE, COPY}]
    assert max(likeness(*pair) for pair in others) < 0.35


FEATURES = [
    ("a plan", "07-singapore-june-12.txt", "will meet North Korean leader Kim Jong Un in Singapore on June 12"),
    ("a plan", "16-the-stop-that-never-was.txt", "is expected later this month but has not been announced"),
    ("a plan without outcome", "18-xi-in-pyongyang.txt", "at the Group of 20 summit in Osaka on June 28 and 29"),
    ("a plan that failed", "02-trump-accepts-invitation.txt", "but that visit never took place"),
    ("a plan that failed", "17-trade-talks-readout.txt", "widely reported for around March 27, did not take place"),
    ("a cancellation", "09-trump-calls-off-singapore.txt", "called off the summit with Kim Jong Un"),
    ("a cancellation", "16-the-stop-that-never-was.txt", "The meeting was dropped"),
    ("a cancellation", "12-new-york-meeting-postponed.txt", "was called off by the President on August 24, 2018"),
    ("a plan put back on", "10-summit-back-on.txt", "will go ahead in Singapore on 12 June after all"),
    ("a plan put back on", "11-kim-third-visit-beijing.html", "was put back on a week later"),
    ("a collapse", "15-hanoi-collapses.txt", "summit between Donald Trump and Kim Jong Un broke down"),
    ("an invitation", "14-kim-fourth-visit-china.txt", "Kim invited Xi to pay an official visit to the North"),
    ("its visit", "18-xi-in-pyongyang.txt", "It answered an invitation that Kim first made in Beijing"),
    (
        "an invitation",
        "01-mar-a-lago-hundred-days.txt",
        "has accepted Mr Xi's invitation to pay a state visit to China",
    ),
    ("its visit", "17-trade-talks-readout.txt", "made a state visit to Beijing on November 8-10, 2017"),
    ("an invitation", "10-summit-back-on.txt", "invited the North Korean leader to visit Russia"),
    ("its visit", "18-xi-in-pyongyang.txt", "On April 25 he met Russian President Vladimir Putin"),
    (
        "a postponement",
        "12-new-york-meeting-postponed.txt",
        "scheduled for Thursday, November 8, in New York, has been",
    ),
    ("a postponement", "13-blue-house-denies-dates.txt", "was put off last month and has not been rescheduled"),
    (
        "an undated event",
        "05-beijing-pulls-up-a-chair.txt",
        "reportedly left Pyongyang without being received by Mr Kim",
    ),
    ("an undated event", "16-the-stop-that-never-was.txt", "Mr Kim has formally invited Mr Xi to Pyongyang"),
    ("around", "16-the-stop-that-never-was.txt", "around 4 March"),
    ("around", "15-hanoi-collapses.txt", "around March 4"),
    ("around", "17-trade-talks-readout.txt", "around March 27"),
    ("early", "16-the-stop-that-never-was.txt", "In early March"),
    ("early", "05-beijing-pulls-up-a-chair.txt", "In the early 1990s"),
    ("late", "02-trump-accepts-invitation.txt", "in late April"),
    ("late", "13-blue-house-denies-dates.txt", "in late August"),
    ("later this month", "16-the-stop-that-never-was.txt", "later this month"),
    ("a decade", "05-beijing-pulls-up-a-chair.txt", "In the 1970s"),
    ("the following day", "01-mar-a-lago-hundred-days.txt", "held talks the following morning"),
    ("last month", "09-trump-calls-off-singapore.txt", "in Dalian earlier this month"),
    ("last month", UNKNOWN, "signed last month"),
    ("a summary of several", "16-the-stop-that-never-was.txt", "They have met four times in the past year"),
    ("sources differ: day and place", WIRE, "Xi received him in the Great Hall of the People on Monday"),
    (
        "sources differ: day and place",
        "05-beijing-pulls-up-a-chair.txt",
        "on Tuesday, Xi Jinping sat down with Kim Jong Un",
    ),
    (
        "a report that is denied",
        "13-blue-house-denies-dates.txt",
        "There was no truth in it, the president's senior press",
    ),
    ("hearsay", "16-the-stop-that-never-was.txt", "He is reportedly planning to fly to Florida"),
    ("a hypothetical", "09-trump-calls-off-singapore.txt", "Had it been held, a former ambassador said"),
    ("a byline", "02-trump-accepts-invitation.txt", "By INES VARHOLM"),
    ("a dateline", "15-hanoi-collapses.txt", "HANOI, March 1 (Harbour Wire) --"),
    ("a caption", "15-hanoi-collapses.txt", "A table laid for a working lunch that was not served"),
    ("a caption", "16-the-stop-that-never-was.txt", "in the garden at Mar-a-Lago in April 2017. Photograph:"),
    ("a subscription offer with a date", "01-mar-a-lago-hundred-days.txt", "Offer closes on 30 April"),
    ("a note on the author", "05-beijing-pulls-up-a-chair.txt", "writes on East Asia"),
    ("a press release", "17-trade-talks-readout.txt", "FOR IMMEDIATE RELEASE"),
    ("the last meeting before March 2019", "16-the-stop-that-never-was.txt", "most recently in Beijing on 8 January"),
    (
        "the last meeting before March 2019",
        "14-kim-fourth-visit-china.txt",
        "an hour of talks in the Great Hall of the People",
    ),
    (
        "the summit that was called off",
        "09-trump-calls-off-singapore.txt",
        "was to have taken place in Singapore on 12 June",
    ),
]
"""What the sample shows, in which dispatch, in which words."""


@pytest.mark.parametrize(("feature", "file", "words"), FEATURES)
def test_sample_shows(feature, file, words):
    assert words in TEXTS[file], feature


TOLD_BY_SEVERAL = [
    ("Mar-a-Lago 2017", r"Mar-a-Lago (?:on|in) (?:6 )?April|first summit on Friday|Mar-a-Lago on April 6-7, 2017", 3),
    (
        "Trump accepts Kim's invitation",
        r"accepted an invitation to meet|said yes to a meeting|agreed earlier this month",
        4,
    ),
    (
        "Kim in Beijing, March 2018",
        r"secret visit to Beijing|sat down with Kim|talks with .* late last month|Beijing in March",
        6,
    ),
    (
        "Panmunjom summit",
        r"strip of concrete|signed at Panmunjom last month|an inter-Korean summit planned|on 27 April",
        5,
    ),
    ("Dalian", r"\bDalian\b", 6),
    (
        "Singapore summit called off",
        r"called off the summit|he had cancelled it|called off by Trump|cancelled his first summit",
        4,
    ),
    ("talks of 16 May called off", r"would not be held|pulled out of high-level talks|had called off on 16 May", 3),
    (
        "Singapore summit held",
        r"in Singapore on June 12(?:, 2018| last year)|summit on June 12 in|met in Singapore in June",
        4,
    ),
    ("Pompeo's trip of August 2018", r"called off by the President on August 24|in late August, but", 2),
    ("New York meeting", r"November 8, in New York, has been postponed|in New York was put off", 2),
    ("Pyongyang summit", r"from September 18 to 20, 2018|in Pyongyang on September 19", 2),
    ("Buenos Aires", r"Buenos Aires", 3),
    ("fourth visit to China", r"fourth in ten months|in Beijing on 8 January|his visit to China in January", 3),
    ("Hanoi", r"Hanoi (?:summit )?(?:of 27-28 February )?collapse[sd]|in Hanoi collapsed", 3),
    ("stop in Beijing", r"around (?:4 March|March 4)", 2),
    ("Mar-a-Lago 2019", r"around (?:27 March|March 27)", 2),
    (
        "Xi's journey to Pyongyang",
        r"Xi (?:accepts invitation|has been invited)|invited (?:Mr )?Xi|two-day state visit, the first",
        4,
    ),
    ("Lu Kang on the six-party talks", r"spokesman,? Lu Kang,? (?:told a regular briefing|asked all parties)", 3),
]


@pytest.mark.parametrize(("event", "pattern", "at_least"), TOLD_BY_SEVERAL)
def test_event_is_told_by_several_dispatches(event, pattern, at_least):
    tell = [file for file, text in TEXTS.items() if re.search(pattern, text)]
    assert len(tell) >= at_least, (event, tell)
