"""How time words are read: the one table of conventions, used by the reader and shown on /method/.

Every rule that the reader names stands here; a test puts each row's example through the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Convention:
    """One rule for reading time words, with an example."""

    words: str
    """Time words of this sort."""
    means: str
    """What they are taken to mean."""
    example: str
    """A sentence with such words; the last time words in it are the example."""
    published: date
    """Day on which the example was published."""
    result: str | None
    """EDTF that the last time words of the example give; None where they give no date."""


_THURSDAY = date(2019, 3, 7)

CONVENTIONS: dict[str, Convention] = {
    # Dates that say all themselves
    "day": Convention(
        "27 March 2018; March 27th, 2018; 2018-03-27",
        "that day",
        "Peru and Chile signed the accord on 27 March 2018.",
        _THURSDAY,
        "2018-03-27",
    ),
    "numeric": Convention(
        "3/27/2018, 27/3/2018, 27.3.2018",
        "that day; where both could be the month, the first is with slashes, the second with full stops",
        "The note of 3/4/2018 was never answered.",
        _THURSDAY,
        "2018-03-04",
    ),
    "month": Convention(
        "March 2018; October of next year", "that month", "Kenya joined in March 2018.", _THURSDAY, "2018-03"
    ),
    "year": Convention(
        "2018, the year 2018, '98",
        "that year; a bare number only from 1900 to 2099, or after a word that asks for a time",
        "The two states have traded since the embassy opened in 1998.",
        _THURSDAY,
        "1998",
    ),
    "decade": Convention(
        "the 1970s, the seventies", "those ten years", "Relations froze in the 1970s.", _THURSDAY, "197X"
    ),
    "century": Convention(
        "the 19th century, the 1800s",
        "the hundred years that share their first digits; our own century is no date",
        "The border was drawn in the 19th century.",
        _THURSDAY,
        "18XX",
    ),
    "season": Convention(
        "the autumn of 2012, spring 2012",
        "spring is March to May, summer June to August, autumn September to November, winter December to February",
        "She took office in the autumn of 2012.",
        _THURSDAY,
        "2012-23",
    ),
    "quarter": Convention(
        "the first quarter of 2018, Q1 2018",
        "one day in those three months",
        "Exports fell in the first quarter of 2018.",
        _THURSDAY,
        "[2018-01..2018-03]",
    ),
    "half": Convention(
        "the first half of 2018, H1 2018",
        "one day in those six months",
        "Talks stalled in the second half of 2018.",
        _THURSDAY,
        "[2018-07..2018-12]",
    ),
    "holiday": Convention(
        "Christmas Eve, Easter, Passover, Nowruz, Chinese New Year",
        "the day in the year said, or the nearest; days of the Islamic calendar are worked out and marked approximate",
        "They met again on Easter Monday 2018.",
        _THURSDAY,
        "2018-04-02",
    ),
    # Dates without their year
    "day-month": Convention(
        "27 March; Tuesday, March 27",
        "in the year that puts it nearest to the day of publication, on the side that the tense says, on either where "
        "it was only planned; a weekday beside it must agree; in the year just told where the story goes on there",
        "The envoys will meet in Lima on 4 April.",
        _THURSDAY,
        "2019-04-04",
    ),
    "known-day": Convention(
        "the September 11 attacks",
        "the day by which the world knows that happening, once it has come",
        "Security was tightened after the September 11 attacks.",
        _THURSDAY,
        "2001-09-11",
    ),
    "month-alone": Convention(
        "in October",
        "the nearest such month, on the side that the tense says",
        "The treaty was signed in October.",
        _THURSDAY,
        "2018-10",
    ),
    "season-alone": Convention(
        "in the autumn",
        "the nearest such season, on the side that the tense says",
        "The two will meet again in the autumn.",
        _THURSDAY,
        "2019-23",
    ),
    "quarter-alone": Convention(
        "the fourth quarter",
        "the nearest such quarter, on the side that the tense says",
        "Aid doubled in the fourth quarter.",
        _THURSDAY,
        "[2018-10..2018-12]",
    ),
    "day-of-month": Convention(
        "on the 27th; Tuesday the 12th",
        "that day of this month or of the one beside it, whichever is nearest (with a weekday: where the two agree)",
        "The session opens on the 12th.",
        _THURSDAY,
        "2019-03-12",
    ),
    "dateline": Convention(
        "OSLO, March 5 (Agency) --",
        "the last such day up to the day of publication",
        "OSLO, March 5 (Norwire) -- Norway and Mali signed the pact.",
        _THURSDAY,
        "2019-03-05",
    ),
    # Weekdays
    "weekday": Convention(
        "on Tuesday",
        "past tense, or none: the latest such day up to and including that of publication; future tense: the first "
        "from the day of publication on; what was to be (“was due on Friday”): the nearest",
        "The ministers met in Accra on Tuesday.",
        _THURSDAY,
        "2019-03-05",
    ),
    "near-weekday": Convention(
        "last Tuesday, next Friday, this coming Monday",
        "the nearest one before, or after, the day of publication",
        "The ministers will meet next Friday.",
        _THURSDAY,
        "2019-03-08",
    ),
    "weekday-of-week": Convention(
        "Tuesday of next week, this Friday",
        "that day of the week meant, which runs from Monday to Sunday",
        "The vote is on Tuesday of next week.",
        _THURSDAY,
        "2019-03-12",
    ),
    "nth-weekday": Convention(
        "the first Monday in May",
        "that day of the month",
        "The assembly will open on the first Monday in May.",
        _THURSDAY,
        "2019-05-06",
    ),
    # Told from the day of publication
    "today": Convention(
        "today, tonight, this morning, earlier today",
        "the day of publication",
        "Spain recalled its ambassador this morning.",
        _THURSDAY,
        "2019-03-07",
    ),
    "yesterday": Convention(
        "yesterday, last night, tomorrow, the day before yesterday",
        "that day beside the day of publication",
        "Spain recalled its ambassador last night.",
        _THURSDAY,
        "2019-03-06",
    ),
    "clock": Convention(
        "18:00 UTC",
        "the day that the sentence gives, else the day of publication",
        "The line had been cut as of 18:00 UTC.",
        _THURSDAY,
        "2019-03-07",
    ),
    "calendar-unit": Convention(
        "this week, last month, next year",
        "the week from Monday to Sunday; the calendar month, quarter, year, decade",
        "The president visited Quito last month.",
        _THURSDAY,
        "2019-02",
    ),
    "named-unit": Convention(
        "last September, next spring, this May",
        "the nearest such month or season wholly before or after; with “this”, that of the year of publication",
        "The president visited Quito last March.",
        _THURSDAY,
        "2018-03",
    ),
    "weekend": Convention(
        "over the weekend",
        "the Saturday and Sunday before, or after, as the tense says",
        "The envoys met over the weekend.",
        _THURSDAY,
        "[2019-03-02..2019-03-03]",
    ),
    "rest-of-unit": Convention(
        "later this month, earlier this year",
        "from the day of publication to the end of the month or year, or from its beginning up to that day",
        "The summit will be held later this month.",
        _THURSDAY,
        "[2019-03-07..2019-03-31]",
    ),
    "past-span": Convention(
        "the past year, the last four months",
        "so much time up to the day of publication",
        "They have met twice in the past year.",
        _THURSDAY,
        "[2018-03-07..2019-03-07]",
    ),
    "next-span": Convention(
        "the next ten days, within two weeks",
        "so much time from the day of publication on",
        "They will meet twice in the next ten days.",
        _THURSDAY,
        "[2019-03-07..2019-03-17]",
    ),
    "recent": Convention(
        "recent weeks, the past few days",
        "weeks: the four weeks up to the day of publication; days: the seven days",
        "The two have spoken often in recent weeks.",
        _THURSDAY,
        "[2019-02-07..2019-03-07]",
    ),
    "coming": Convention(
        "the coming weeks, the next few days",
        "weeks: the four weeks from the day of publication on; days: the seven days",
        "The two will speak in the coming days.",
        _THURSDAY,
        "[2019-03-07..2019-03-14]",
    ),
    "ago": Convention(
        "three days ago, two months ago",
        "days are counted exactly; weeks, months and years ago are the calendar week, month or year",
        "They first met two months ago.",
        _THURSDAY,
        "2019-01",
    ),
    "from-now": Convention(
        "in ten days, two weeks from now",
        "as “ago”, and only where the sentence looks ahead: after a rank or superlative (“the first visit in ten "
        "years”) it is a duration",
        "The talks will resume in ten days.",
        _THURSDAY,
        "2019-03-17",
    ),
    # Told from another date of the text
    "counted-from-told": Convention(
        "the following day, two days earlier, a month later",
        "counted from the last day told before; weeks, months and years give the calendar week, month or year",
        "They signed on 12 January 2019. The following day the army withdrew.",
        _THURSDAY,
        "2019-01-13",
    ),
    "counted-from-date": Convention(
        "two days before 4 March, a week from Tuesday, the eve of Easter",
        "counted from that date",
        "Ghana withdrew two days before 4 March 2019.",
        _THURSDAY,
        "2019-03-02",
    ),
    "counted-from-event": Convention(
        "two days before the summit",
        "counted from the day that the text gives for that happening, else no date",
        "The summit was held on 12 January 2019. Ghana had withdrawn two days before the summit.",
        _THURSDAY,
        "2019-01-10",
    ),
    "told-unit": Convention(
        "the following week, the previous year",
        "the calendar unit after or before that of the last date told",
        "They signed on 12 January 2016. The following year the pact failed.",
        _THURSDAY,
        "2017",
    ),
    "same-unit": Convention(
        "the same day, that year, later in the day",
        "the day, week, month or year of the last date told",
        "They signed on 12 January 2016. Trade doubled that year.",
        _THURSDAY,
        "2016",
    ),
    # Parts
    "part": Convention(
        "early March, mid-2018, the late 1990s, the end of the year, the first three months of 2018",
        "a month: days 1–10, 11–20, the rest; a year: four months each; a decade: years 0–3, 4–6, 7–9; a season: a "
        "month each; “beginning” as early, “end” as late; where days, weeks or months are counted, exactly those",
        "The index recovered in early March.",
        _THURSDAY,
        "[2019-03-01..2019-03-10]",
    ),
    "nth-week": Convention(
        "the last week of March",
        "a week belongs to the month in which its Thursday lies",
        "The inspectors came in the last week of January.",
        _THURSDAY,
        "[2019-01-28..2019-02-03]",
    ),
    "week-of": Convention(
        "the week of 10 April, the weekend of 2 March",
        "the week, Monday to Sunday, or the weekend that the day lies in",
        "The court will rule in the week of 10 April.",
        _THURSDAY,
        "[2019-04-08..2019-04-14]",
    ),
    # Ranges
    "range": Convention(
        "from 28 May to 1 June; February 27-28; 2011-13",
        "lasted from the first to the second",
        "She will tour the Gulf from 28 May to 1 June.",
        _THURSDAY,
        "2019-05-28/2019-06-01",
    ),
    "between": Convention(
        "between 2011 and 2013; between now and June",
        "one day from the first to the last",
        "The two leaders met between 2011 and 2013.",
        _THURSDAY,
        "[2011..2013]",
    ),
    "around": Convention(
        "around 27 March, on or about 4 March, in about 2011",
        "the date, marked approximate; its bounds are not widened",
        "He is planning to visit around 27 March.",
        _THURSDAY,
        "2019-03-27~",
    ),
    # Open ends
    "since": Convention(
        "since 2015", "from the date on, the end open", "Sanctions have applied since 2015.", _THURSDAY, "2015/.."
    ),
    "from-on": Convention(
        "from 4 April on, starting next week",
        "from the date on, the end open",
        "Visas will be needed starting 4 April.",
        _THURSDAY,
        "2019-04-04/..",
    ),
    "until": Convention(
        "until 15 March, through Friday",
        "up to and including the date, the beginning open",
        "The session goes on until 15 March.",
        _THURSDAY,
        "../2019-03-15",
    ),
    "by": Convention(
        "by May, no later than 4 April, before the end of May",
        "one day up to and including the date",
        "They hope to meet by May.",
        _THURSDAY,
        "[..2019-05]",
    ),
    "before": Convention(
        "before 4 April",
        "one day up to the day, month or year before it",
        "They must meet before 4 April.",
        _THURSDAY,
        "[..2019-04-03]",
    ),
    "after": Convention(
        "after 7 March, on or after 7 March",
        "one day from the day, month or year after it on (with “on or”: from it on)",
        "They will meet after 7 April.",
        _THURSDAY,
        "[2019-04-08..]",
    ),
    # Words that give no date
    "vague": Convention(
        "a few months ago, recent years, fiscal 2018",
        "no day on a calendar: kept as words",
        "They first met a few months ago.",
        _THURSDAY,
        None,
    ),
    "impossible": Convention(
        "31 February 2018", "a day that does not exist: kept as words", "It is dated 31 February 2018.", _THURSDAY, None
    ),
}
"""Name of a rule, as `TimeWords.rule` gives it -> what it is."""
