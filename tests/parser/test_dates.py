"""Sentences and how their time words are to be read: a table for each construction.

Time words stand in braces, the reading beside the sentence, several parted by spaces; "-" is no date. All were
published on Thursday 7 March 2019 unless it is said otherwise. A sentence without braces holds no time words at all.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.marked_dates import PUBLISHED, check
from timeline.parser.dates import CONVENTIONS, find_dates

FULL_DATES = [
    ("Peru and Chile signed the accord on {27 March 2018}.", "2018-03-27"),
    ("On {March 27, 2018}, Peru signed.", "2018-03-27"),
    ("On {March 27th, 2018} Peru signed.", "2018-03-27"),
    ("It was signed on {the 4th of March, 2018}.", "2018-03-04"),
    ("It was signed on {the fourth of March 2018}.", "2018-03-04"),
    ("It was signed {March 4 2018} in Lima.", "2018-03-04"),
    ("On {Tuesday, 27 March 2018}, envoys met.", "2018-03-27"),
    ("On {Tuesday, March 27, 2018}, envoys met.", "2018-03-27"),
    ("On {Tues., Mar. 27, 2018}, envoys met.", "2018-03-27"),
    ("Signed {27-Mar-2018} in Lima.", "2018-03-27"),
    ("Signed {2018-03-27} in Lima.", "2018-03-27"),
    ("Signed {27.3.2018} in Bern.", "2018-03-27"),
    ("Signed {27/3/2018} in Delhi.", "2018-03-27"),
    ("Signed {3/27/2018} in Denver.", "2018-03-27"),
    ("Signed {2018/03/27} in Tokyo.", "2018-03-27"),
    ("Signed {27/Mar/2018} in Cairo.", "2018-03-27"),
    ("Signed {Mar-27-2018} in Cairo.", "2018-03-27"),
    ("Signed {2018-Mar-27} in Cairo.", "2018-03-27"),
    ("Signed {27/3/98} in Cairo.", "1998-03-27"),
    ("The {October 23, 2020} ceasefire held.", "2020-10-23"),
    ("({Sept. 9, 1999}) Indonesia agreed.", "1999-09-09"),
    ("It was dated {Dec. 31 , 1994}.", "1994-12-31"),
    ("The pact of {1 August 1975} stands.", "1975-08-01"),
    ("On {29 February 2016} the border opened.", "2016-02-29"),
    ("{January 1, 2000}: Panama takes over.", "2000-01-01"),
    ("The king died on {the 2nd of May '08}.", "2008-05-02"),
    ("They met on {20 Nov 1985}, in Geneva.", "1985-11-20"),
]

DAYS_WITHOUT_YEAR = [
    ("The envoys met in Lima on {4 February}.", "2019-02-04"),
    ("The envoys met in Lima on {December 20}.", "2018-12-20"),
    ("The envoys will meet in Lima on {4 April}.", "2019-04-04"),
    ("The envoys will meet in Lima on {January 12}.", "2020-01-12"),
    ("The envoys met on {Tuesday, February 5}.", "2019-02-05"),
    ("The envoys met on {Tuesday the 5th of February}.", "2019-02-05"),
    ("Kenya's {Feb. 14} vote was annulled.", "2019-02-14"),
    ("They discussed the upcoming {June 23} conference.", "2019-06-23"),
    ("The talks scheduled for {March 12} were called off.", "2019-03-12"),
    ("Talks are due on {12 March}.", "2019-03-12"),
    ("They are 30 days away from {April 6}.", "2019-04-06"),
    ("The vaccines will start moving on {August 2}.", "2019-08-02"),
    ("She moved the vote on {August 2}.", "2018-08-02"),
    ("She was supposed to fly to Rabat on {March 4}.", "2019-03-04"),
    ("She was supposed to fly to Rabat on {March 11}.", "2019-03-11"),
    ("The visit would have begun on {March 5}.", "2019-03-05"),
    ("Photo of {1 March}.", "2019-03-01"),
    ("The session opens {on the 12th} and ends later.", "2019-03-12"),
    ("Mali agreed to hold a vote on {July 29}.", "2019-07-29"),
    ("Mali agreed on {July 29} to hold a vote.", "2018-07-29"),
    ("The summit was moved to {April 3}.", "2019-04-03"),
    ("The summit was postponed from {March 12} to {March 19}.", "2019-03-12 2019-03-19"),
    ("The two spoke on {March 7}.", "2019-03-07"),
    ("On {March 2}, Togo recalled its envoy.", "2019-03-02"),
    ("On {April 2}, Togo will recall its envoy.", "2019-04-02"),
    ("Full implementation of the {January 19} agreement was discussed.", "2019-01-19"),
    ("They want to discuss implementation of the {November 19} agreement.", "2018-11-19"),
    ("{Last year's May 4} summit failed.", "2018-05-04"),
    ("They met on {May 3}, {5} and {9}.", "2018-05-03 2018-05-05 2018-05-09"),
    ("They met on {May 3} or {5}.", "2018-05-03 2018-05-05"),
]

CONTEXT_YEARS = [
    ("In {March 2017} the two agreed to meet; the talks were held in {January}.", "2017-03 2018-01"),
    ("He won in {November 2015}. The two met in {February}.", "2015-11 2016-02"),
    ("On {4 March 2017} they agreed; on {2 March} they had quarrelled.", "2017-03-04 2017-03-02"),
    ("On {12 May 2016} they signed; on {10 June} it was ratified.", "2016-05-12 2016-06-10"),
    ("On {1 March 2016} they signed; on {29 February} they had met.", "2016-03-01 2016-02-29"),
    ("On {1 May 2017} they signed; on {29 February} they met.", "2017-05-01 -"),
    ("In {2003}, the two countries met on {4 March} in Vienna.", "2003 2003-03-04"),
    ("They signed on {June 12, 2016}. On {June 20} the minister flew home.", "2016-06-12 2016-06-20"),
    ("They signed in {June 2016}. In {August} the army left.", "2016-06 2016-08"),
    ("They signed on {June 12, 2016}.\n\nOn {June 20} the minister flew home.", "2016-06-12 2018-06-20"),
    ("They signed on {June 12, 2016}. They will meet on {June 20}.", "2016-06-12 2019-06-20"),
    ("Tied {since 2015}, they met on {20 February}.", "2015/.. 2019-02-20"),
]

MONTHS_AND_YEARS = [
    ("Kenya joined in {March 2018}.", "2018-03"),
    ("Kenya joined in {March of 2018}.", "2018-03"),
    ("Kenya joined in {Mar. 2018}.", "2018-03"),
    ("An {April 2017} photo shows them.", "2017-04"),
    ("Kenya joined in {October}.", "2018-10"),
    ("Kenya will join in {October}.", "2019-10"),
    ("Kenya joined in {February}.", "2019-02"),
    ("Kenya joined in {October of last year}.", "2018-10"),
    ("Kenya will join in {October of next year}.", "2020-10"),
    ("Kenya will join {next October}.", "2019-10"),
    ("They have waited for news since the offer back in {May}.", "2018-05"),
    ("They will come back in {May}.", "2019-05"),
    ("Kenya joined {last March}.", "2018-03"),
    ("Kenya joined {last October}.", "2018-10"),
    ("Kenya joined {this January}.", "2019-01"),
    ("Kenya will join {this coming May}.", "2019-05"),
    ("The treaty of {1990} lapsed in {2010}.", "1990 2010"),
    ("The {2015} agreement holds.", "2015"),
    ("The war began in {1812}.", "1812"),
    ("Trade fell to the level of {2009}.", "2009"),
    ("{2018} saw three rounds.", "2018"),
    ("It has been shut since the coup of {'91}.", "1991"),
    ("In {the year 2016} they met.", "2016"),
    ("Kenya joined {last year}.", "2018"),
    ("Kenya will join {next year}.", "2020"),
    ("Kenya may join {this year}.", "2019"),
    ("{This year}'s summit is in Lagos.", "2019"),
    ("Mexico opened a consulate in {January} and closed it in {February}.", "2019-01 2019-02"),
    ("Elections in {May} and {June} will follow.", "2019-05 2019-06"),
]

WEEKDAYS = [
    ("The ministers met in Accra on {Tuesday}.", "2019-03-05"),
    ("The ministers met in Accra on {Thursday}.", "2019-03-07"),
    ("The ministers met in Accra {Friday}.", "2019-03-01"),
    ("The ministers will meet in Accra on {Friday}.", "2019-03-08"),
    ("The ministers will meet in Accra on {Thursday}.", "2019-03-07"),
    ("The ministers are to meet in Accra on {Tuesday}.", "2019-03-12"),
    ("The ministers are due to meet on {Tuesday}.", "2019-03-12"),
    ("The ministers plan to meet on {Tuesday}.", "2019-03-12"),
    ("The ministers agreed to meet on {Tuesday}.", "2019-03-12"),
    ("The ministers agreed on {Tuesday} to meet.", "2019-03-05"),
    ("A meeting planned for {Tuesday} is in doubt.", "2019-03-12"),
    ("A meeting to be held on {Tuesday} is in doubt.", "2019-03-12"),
    ("The pact may be signed on {Tuesday}.", "2019-03-12"),
    ("The pact will be signed on {Tuesday}.", "2019-03-12"),
    ("The pact was signed on {Tuesday}.", "2019-03-05"),
    ("The vote, which will take place on {Sunday}, matters.", "2019-03-10"),
    ("The vote, which took place on {Sunday}, mattered.", "2019-03-03"),
    ("Mr Singh told reporters {Tuesday} that he would fly to Colombo on {Friday}.", "2019-03-05 2019-03-08"),
    ("Ms Torres, who arrived on {Sunday}, will leave on {Wednesday}.", "2019-03-03 2019-03-13"),
    ("Spain will close its embassy, its ministry said on {Monday}.", "2019-03-04"),
    ("Spain closed its embassy on {Monday} and will reopen it on {Saturday}.", "2019-03-04 2019-03-09"),
    ("On {Monday}, Spain closed its embassy.", "2019-03-04"),
    ("On {Monday}, Spain will close its embassy.", "2019-03-11"),
    ("Oman's king meets Qatar's emir on {Monday}.", "2019-03-04"),
    ("The summit opens on {Saturday} in Nairobi.", "2019-03-09"),
    ("Talks resume {Monday}.", "2019-03-11"),
    ("They prepared the ground ahead of {Saturday}'s summit.", "2019-03-09"),
    ("{Tuesday}'s meeting was short.", "2019-03-05"),
    ("{Monday}'s meeting will be short.", "2019-03-11"),
    ("He is expected in Abuja on {Sunday}.", "2019-03-10"),
    ("She arrives {late on Tuesday}, followed by talks on {Wednesday}.", "2019-03-05 2019-03-06"),
    ("She will arrive {late on Tuesday}, followed by talks on {Wednesday}.", "2019-03-12 2019-03-13"),
    ("The ministers met {last Tuesday}.", "2019-03-05"),
    ("The ministers met {last Thursday}.", "2019-02-28"),
    ("The ministers will meet {next Thursday}.", "2019-03-14"),
    ("The ministers will meet {this coming Monday}.", "2019-03-11"),
    ("The ministers met {this past Saturday}.", "2019-03-02"),
    ("The ministers will meet {this Friday}.", "2019-03-08"),
    ("The ministers will meet on {Tuesday of next week}.", "2019-03-12"),
    ("The ministers met on {Monday of last week}.", "2019-02-25"),
    ("The ministers met on {Monday this week}.", "2019-03-04"),
    ("They met {Tuesday evening} and {Wednesday morning}.", "2019-03-05 2019-03-06"),
    ("They talked on {the night of Tuesday}.", "2019-03-05"),
    ("They talked {earlier on Tuesday}.", "2019-03-05"),
    ("They talked {late Tuesday}.", "2019-03-05"),
]

TODAY = [
    ("Spain recalled its ambassador {today}.", "2019-03-07"),
    ("Spain recalled its ambassador {earlier today}.", "2019-03-07"),
    ("Spain recalled its ambassador {this morning}.", "2019-03-07"),
    ("Spain will recall its ambassador {tonight}.", "2019-03-07"),
    ("Spain recalled its ambassador {yesterday}.", "2019-03-06"),
    ("Spain recalled its ambassador {yesterday afternoon}.", "2019-03-06"),
    ("Spain recalled its ambassador {last night}.", "2019-03-06"),
    ("Spain will recall its ambassador {tomorrow}.", "2019-03-08"),
    ("Spain recalled its ambassador {the day before yesterday}.", "2019-03-05"),
    ("Spain will recall its ambassador {the day after tomorrow}.", "2019-03-09"),
    ("{Today}'s decision is final.", "2019-03-07"),
]

UNITS = [
    ("They met {last week}.", "[2019-02-25..2019-03-03]"),
    ("They met {this week}.", "[2019-03-04..2019-03-10]"),
    ("They will meet {next week}.", "[2019-03-11..2019-03-17]"),
    ("They met {the week before last}.", "[2019-02-18..2019-02-24]"),
    ("They met {last month}.", "2019-02"),
    ("They will meet {next month}.", "2019-04"),
    ("They met {last weekend}.", "[2019-03-02..2019-03-03]"),
    ("They met {over the weekend}.", "[2019-03-02..2019-03-03]"),
    ("They will meet {over the weekend}.", "[2019-03-09..2019-03-10]"),
    ("They will meet {this weekend}.", "[2019-03-09..2019-03-10]"),
    ("They met {last summer}.", "2018-22"),
    ("They will meet {next spring}.", "2020-21"),
    ("They met {last quarter}.", "[2018-10..2018-12]"),
    ("They will meet {later this month}.", "[2019-03-07..2019-03-31]"),
    ("They will meet {later this year}.", "[2019-03-07..2019-12-31]"),
    ("They will meet {later this week}.", "[2019-03-07..2019-03-10]"),
    ("They met {earlier this week}.", "[2019-03-04..2019-03-07]"),
    ("They met {earlier this year}.", "[2019-01-01..2019-03-07]"),
    ("They met {earlier in the month}.", "[2019-03-01..2019-03-07]"),
    ("They met four times in {the past year}.", "[2018-03-07..2019-03-07]"),
    ("They met twice in {the past four months}.", "[2018-11-07..2019-03-07]"),
    ("They met twice in {the last two weeks}.", "[2019-02-21..2019-03-07]"),
    ("They met twice over {the past decade}.", "[2009-03-07..2019-03-07]"),
    ("They will meet in {the next ten days}.", "[2019-03-07..2019-03-17]"),
    ("They spoke twice in {the past 48 hours}.", "[2019-03-05..2019-03-07]"),
    ("They will speak {within 24 hours}.", "[2019-03-07..2019-03-08]"),
    ("They will meet {within two weeks}.", "[2019-03-07..2019-03-21]"),
    ("They have met in {recent weeks}.", "[2019-02-07..2019-03-07]"),
    ("They have met in {recent days}.", "[2019-02-28..2019-03-07]"),
    ("They have met in {the past few weeks}.", "[2019-02-07..2019-03-07]"),
    ("They will meet in {the coming weeks}.", "[2019-03-07..2019-04-04]"),
    ("They will meet in {the coming days}.", "[2019-03-07..2019-03-14]"),
    ("They have met in {recent years}.", "-"),
    ("They met {a few months ago}.", "-"),
    ("They met {three days ago}.", "2019-03-04"),
    ("They met {two weeks ago}.", "[2019-02-18..2019-02-24]"),
    ("They met {a month ago}.", "2019-02"),
    ("They met {ten years ago}.", "2009"),
    ("They met {twenty-five years ago}.", "1994"),
    ("They met {a couple of days ago}.", "2019-03-05"),
    ("They met {three days ago} – {two days ago}, rather.", "2019-03-04 2019-03-05"),
    ("They will meet {in ten days}.", "2019-03-17"),
    ("They will meet {in two weeks}.", "[2019-03-18..2019-03-24]"),
    ("They will meet {two months from now}.", "2019-05"),
]

ANCHORED = [
    ("They met on {12 January 2019}. {The following day} they signed.", "2019-01-12 2019-01-13"),
    ("They met on {12 January 2019}. {Two days later} they signed.", "2019-01-12 2019-01-14"),
    ("They met on {12 January 2019}, having quarrelled {two days earlier}.", "2019-01-12 2019-01-10"),
    ("They met on {12 January 2019}. {A month later} they signed.", "2019-01-12 2019-02"),
    ("They met on {12 January 2019}. They signed {the same day}.", "2019-01-12 2019-01-12"),
    ("They met on {12 January 2016}. War broke out {the following year}.", "2016-01-12 2017"),
    ("War broke out in {1998}. {Two years later} it ended.", "1998 2000"),
    ("War broke out in {1998}. Famine came {that year}.", "1998 1998"),
    ("They met on {Tuesday}. They had met {the day before}.", "2019-03-05 2019-03-04"),
    ("They met on {12 January 2019}. {A few hours later} they signed.", "2019-01-12 2019-01-12"),
    ("They will vote {a week from Tuesday}.", "2019-03-19"),
    ("They left {the day after Christmas}.", "2018-12-26"),
    ("They left {two days before March 4, 2019}.", "2019-03-02"),
    ("The summit took place on {12 January 2019}. Ghana left {two days before the summit}.", "2019-01-12 2019-01-10"),
    ("Ghana left {a day after the summit}, which took place on {12 January 2019}.", "2019-01-13 2019-01-12"),
    ("They met on {Monday, 7 January 2019}. {The following Friday} they signed.", "2019-01-07 2019-01-11"),
    ("They met on {Monday, 7 January 2019}, having quarrelled {the preceding Monday}.", "2019-01-07 2018-12-31"),
    ("Ghana left {two days before the summit}.", "-"),
    (
        "A meeting on {2 May 2018} and one on {4 May 2018} failed. {A day after the meeting} they left.",
        "2018-05-02 2018-05-04 -",
    ),
    ("{The following day} they signed.", "-"),
]

PARTS = [
    ("It recovered in {early March}.", "[2019-03-01..2019-03-10]"),
    ("It fell in {mid-February}.", "[2019-02-11..2019-02-20]"),
    ("It fell in {late February}.", "[2019-02-21..2019-02-28]"),
    ("It fell at {the end of February}.", "[2019-02-21..2019-02-28]"),
    ("It fell at {the beginning of March}.", "[2019-03-01..2019-03-10]"),
    ("It fell in {the middle of February}.", "[2019-02-11..2019-02-20]"),
    ("It fell in {the first days of March}.", "[2019-03-01..2019-03-10]"),
    ("It fell in {the last days of 2016}.", "[2016-09..2016-12]"),
    ("It fell in {early 2016}.", "[2016-01..2016-04]"),
    ("It fell in {mid-2016}.", "[2016-05..2016-08]"),
    ("It fell {late last year}.", "[2018-09..2018-12]"),
    ("It will end {early next month}.", "[2019-04-01..2019-04-10]"),
    ("It fell in {the early 1990s}.", "1990/1993"),
    ("It fell in {the mid-1990s}.", "1994/1996"),
    ("It fell in {the late 1990s}.", "1997/1999"),
    ("It fell in {the late '90s}.", "1997/1999"),
    ("Relations froze in the {1970s}.", "197X"),
    ("Relations froze in the {seventies}.", "197X"),
    ("Relations froze in the {'80s}.", "198X"),
    ("It was drawn in {the 19th century}.", "18XX"),
    ("It was drawn in {the late 19th century}.", "1867/1899"),
    ("It fell in {spring 2012}.", "2012-21"),
    ("He rose in the {autumn of 2012}.", "2012-23"),
    ("He rose in the {fall of 2012}.", "2012-23"),
    ("He fell in the {winter of 2012}.", "2012-24"),
    ("It fell in {the first quarter of 2018}.", "[2018-01..2018-03]"),
    ("It fell in {Q3 2018}.", "[2018-07..2018-09]"),
    ("It fell in {the first half of 2018}.", "[2018-01..2018-06]"),
    ("It fell in {the second half of last year}.", "[2018-07..2018-12]"),
    ("It opens on {the first Monday in May}.", "2019-05-06"),
    ("It opened on {the last Sunday of October 2017}.", "2017-10-29"),
    ("It opened in {the last week of January}.", "[2019-01-28..2019-02-03]"),
    ("It was agreed in {the week of 18 February}.", "[2019-02-18..2019-02-24]"),
    ("It ends at {the end of the year}.", "[2019-09..2019-12]"),
]

RANGES = [
    ("She will be in Peru {today and tomorrow}.", "2019-03-07/2019-03-08"),
    ("They met {yesterday and today} in Lima.", "2019-03-06/2019-03-07"),
    ("They spoke of {yesterday} and {tomorrow}.", "2019-03-06 2019-03-08"),
    ("The summit of {February 27-28} failed.", "2019-02-27/2019-02-28"),
    ("The summit of {27–28 February 2019} failed.", "2019-02-27/2019-02-28"),
    ("She will travel to Oslo {July 20 – 22}.", "2019-07-20/2019-07-22"),
    ("She will travel to Oslo {July 20–22, 2021}.", "2021-07-20/2021-07-22"),
    ("She will travel to Oslo {from July 20 to 22}.", "2019-07-20/2019-07-22"),
    ("She will travel to Oslo {from May 28 to June 1}.", "2019-05-28/2019-06-01"),
    ("She will travel to Oslo {May 28 to June 1}.", "2019-05-28/2019-06-01"),
    ("She will travel to Oslo {May 28-June 1, 2021}.", "2021-05-28/2021-06-01"),
    ("She will travel to Oslo {from the 3rd to the 5th of May}.", "2019-05-03/2019-05-05"),
    ("He toured Asia {25 to 28 February}.", "2019-02-25/2019-02-28"),
    ("He toured Asia {from December 30 to January 2}.", "2018-12-30/2019-01-02"),
    ("He toured Asia {from 30 December 2017 to 2 January 2018}.", "2017-12-30/2018-01-02"),
    ("He visited Lima {from Sunday to Wednesday}.", "2019-03-03/2019-03-06"),
    ("He will visit Lima {from Sunday to Wednesday}.", "2019-03-10/2019-03-13"),
    ("They met on {27 and 28 February}.", "2019-02-27/2019-02-28"),
    ("They met on {May 3 and 4, 2018}.", "2018-05-03/2018-05-04"),
    ("They met on {March 4, 5 and 6}.", "2019-03-04/2019-03-06"),
    ("They met on {Monday and Tuesday}.", "2019-03-04/2019-03-05"),
    ("They met on {Monday} and {Wednesday}.", "2019-03-04 2019-03-06"),
    ("They met {between 2011 and 2013}.", "[2011..2013]"),
    ("They met {between March 3 and 5}.", "[2019-03-03..2019-03-05]"),
    ("They will meet {between now and June}.", "[2019-03-07..2019-06]"),
    ("It ran {from 2011 to 2013}.", "2011/2013"),
    ("It ran {2011-2013}.", "2011/2013"),
    ("In the {2011-13} war many fled.", "2011/2013"),
    ("The {2019/2020} session is long.", "2019/2020"),
    ("It ran {from March to May 2018}.", "2018-03/2018-05"),
    ("It ran {March-May 2018}.", "2018-03/2018-05"),
    ("It ran {from November 2016 to February 2017}.", "2016-11/2017-02"),
    ("It ran {November-February 2017}.", "2016-11/2017-02"),
    ("It was moved from {Friday} to {Monday}.", "2019-03-08 2019-03-11"),
]

WRITTEN_OUT = [
    ("It ended in {nineteen ninety-eight}.", "1998"),
    ("It ended in {nineteen ninety eight}.", "1998"),
    ("It ended in {nineteen oh five}.", "1905"),
    ("It ended in {nineteen hundred and five}.", "1905"),
    ("It ended in {twenty nineteen}.", "2019"),
    ("It ended in {two thousand and eighteen}.", "2018"),
    ("It ended in {two thousand}.", "2000"),
    ("It ended in {October two thousand and five}.", "2005-10"),
    ("It ended on {4 July nineteen seventy-six}.", "1976-07-04"),
    ("It ends {on 11/20}.", "2018-11-20"),
    ("It will end {on 20/11}.", "2019-11-20"),
]

COUNTED_OFF = [
    ("Trade fell in {the first three months of 2018}.", "[2018-01-01..2018-03-31]"),
    ("Trade fell in {the last two weeks of February}.", "[2019-02-15..2019-02-28]"),
    ("Trade fell in {the last four months of last year}.", "[2018-09-01..2018-12-31]"),
    ("Trade fell in {the first ten days of the month}.", "[2019-03-01..2019-03-10]"),
    ("Trade fell in {the first six months of the year}.", "[2019-01-01..2019-06-30]"),
    ("They met in {the last week of last month}.", "[2019-02-25..2019-03-03]"),
    ("They met on {the 15th day of February}.", "2019-02-15"),
    ("They met on {the last day of last month}.", "2019-02-28"),
    ("They met on {12 January 2019} and on {Monday of the following week}.", "2019-01-12 2019-01-14"),
    ("They met twice in {the past two quarters}.", "[2018-09-07..2019-03-07]"),
    ("They met twice in {the past fortnight}.", "[2019-02-21..2019-03-07]"),
    ("They met twice in {the past year and a half}.", "[2017-09-07..2019-03-07]"),
    ("They met twice in {this last year}.", "[2018-03-07..2019-03-07]"),
    ("They met {between January 2018 and now}.", "[2018-01..2019-03-07]"),
    ("It will be signed on {10 June}. If not settled {by that time}, it lapses.", "2019-06-10 [..2019-06-10]"),
    ("He hopes to see her {before the end of the year}.", "[..2019]"),
    ("It may lapse {before the end of June}.", "[..2019-06]"),
]

KNOWN_DAYS = [
    ("He fled after the {September 11} attacks.", "2001-09-11"),
    ("Few recall the {October 7} attacks.", "2018-10-07"),
    ("They met on {September 11}.", "2018-09-11"),
]

APPROXIMATE_AND_OPEN = [
    ("He plans a visit {around March 27}.", "2019-03-27~"),
    ("He plans a visit {on or about March 27}.", "2019-03-27~"),
    ("He was to visit {sometime around the afternoon of March 4}.", "2019-03-04~"),
    ("He will come {some time in April}.", "2019-04"),
    ("It began {around 1995}.", "1995~"),
    ("It was founded {circa 1850}.", "1850~"),
    ("Sanctions have applied {since 2015}.", "2015/.."),
    ("Sanctions have applied {since July 24, 2003}.", "2003-07-24/.."),
    ("Sanctions have applied {since Monday}.", "2019-03-04/.."),
    ("Sanctions have applied {since February}.", "2019-02/.."),
    ("Sanctions have applied {since the start of the year}.", "2019-01-01/.."),
    ("Sanctions have applied since the {1979} revolution.", "1979"),
    ("The session goes on {until March 15}.", "../2019-03-15"),
    ("The border stays shut {until Friday}.", "../2019-03-08"),
    ("The session runs {through Friday}.", "../2019-03-08"),
    ("They hope to meet {by May}.", "[..2019-05]"),
    ("They hope to meet {by the end of June}.", "[..2019-06]"),
    ("They hope to meet {by the end of the year}.", "[..2019]"),
    ("They hope to meet {no later than 15 April}.", "[..2019-04-15]"),
    ("They must meet {before 4 April}.", "[..2019-04-03]"),
    ("They must meet {before 2021}.", "[..2020]"),
    ("They will meet {after April 7}.", "[2019-04-08..]"),
    ("They will meet {after 2020}.", "[2021..]"),
    ("They will meet {on or after April 7}.", "[2019-04-07..]"),
    ("Visas are needed {from 4 April on}.", "2019-04-04/.."),
    ("Visas are needed {starting 4 April}.", "2019-04-04/.."),
    ("After the {March 4} talks they rested.", "2019-03-04"),
    ("They rested before {Friday}'s vote.", "2019-03-01"),
]

HOLIDAYS = [
    ("They met on {Christmas Eve}.", "2018-12-24"),
    ("They met on {New Year's Day 2018}.", "2018-01-01"),
    ("They met on {Easter Monday 2018}.", "2018-04-02"),
    ("They met on {Orthodox Easter 2018}.", "2018-04-08"),
    ("They met on {Good Friday, 1998}.", "1998-04-10"),
    ("The truce of {Passover 2018} held.", "2018-03-31"),
    ("They met on {Yom Kippur 2018}.", "2018-09-19"),
    ("They met during {Eid al-Fitr 2018}.", "2018-06-15~"),
    ("The truce of {Ramadan 2018} held.", "[2018-05-16..2018-06-14]~"),
    ("They met on {Chinese New Year 2018}.", "2018-02-16"),
    ("They met {after Chinese New Year 2018}.", "[2018-02-17..]"),
    ("They met on {Thanksgiving 2018}.", "2018-11-22"),
    ("They met on {Nowruz 2018}.", "2018-03-20~"),
    ("They met on {christmas eve}.", "2018-12-24"),
    ("They met at {easter 2018}.", "2018-04-01"),
]

DATELINES = [
    ("OSLO, {March 5} (Norwire) -- Norway and Mali signed.", "2019-03-05"),
    ("NEW DELHI, {Dec 5} (Indwire) - India agreed.", "2018-12-05"),
    ("LIMA, {March 5, 2019} — Peru agreed.", "2019-03-05"),
    ("QUITO, Ecuador, {March 5} (Andes) -- Peru agreed.", "2019-03-05"),
]

NO_DATES = [
    "The march on the capital may turn violent.",
    "It was their second meeting in a row.",
    "They talked for three days.",
    "A 90-day truce was agreed.",
    "It was the third attack in two weeks.",
    "Theresa May said that May would not resign, and May left.",
    "Mrs April Jones and Augustus Brown resigned.",
    "He is 42, she is 37.",
    "The price rose to $1990 a tonne.",
    "About 2000 people marched, watched by 1,500 police.",
    "Resolution 1973 passed with 10 votes.",
    "They recently met and will soon meet again.",
    "They seldom meet now.",
    "He scored 4-3 and won 21-19.",
    "Call 555 1234 before you go.",
    "The sun sat low; we wed in haste.",
    "The fall of Saigon ended it.",
    "He lives in room 2018.",
    "She drove 2000 km in 30 hours.",
    "A ratio of 3/4 or 27/3 is fine.",
    "The jet, a Boeing-2000, is old.",
    "All roads lead to Mar-a-Lago.",
    "They meet every Monday.",
    "She is in her sixties; he is in his 80s.",
    "She praised the Good Friday Agreement.",
    "It was signed following 30 years of war.",
    "It is one of the challenges of the 21st century.",
    "He worked day to day.",
    "His first march was long.",
    "An august body deliberates.",
    "Crowds filled the May Day Stadium in Bamako.",
    "They scored 3/14 and met on 3/4.",
    "His words were an epiphany for many.",
    "Nineteen ninety-minute matches were played.",
    "He bought twenty nineteen-inch screens and two thousand lamps.",
    "They are the leaders of tomorrow.",
    "She leads the March 23 Movement.",
    "It is now 20 years later.",
    "At that time the funds were spent.",
    "It rained for the fourth week in a row.",
]

TABLES = [
    *FULL_DATES,
    *DAYS_WITHOUT_YEAR,
    *CONTEXT_YEARS,
    *MONTHS_AND_YEARS,
    *WEEKDAYS,
    *TODAY,
    *UNITS,
    *ANCHORED,
    *PARTS,
    *RANGES,
    *WRITTEN_OUT,
    *COUNTED_OFF,
    *KNOWN_DAYS,
    *APPROXIMATE_AND_OPEN,
    *HOLIDAYS,
    *DATELINES,
]


@pytest.mark.parametrize(("marked", "expected"), TABLES)
def test_time_words_are_read(marked: str, expected: str) -> None:
    check(marked, expected)


@pytest.mark.parametrize("sentence", NO_DATES)
def test_other_words_give_no_date(sentence: str) -> None:
    check(sentence, "")


@pytest.mark.parametrize("rule", sorted(CONVENTIONS))
def test_every_convention_reads_its_own_example(rule: str) -> None:
    convention = CONVENTIONS[rule]
    words = find_dates(convention.example, convention.published)[-1]
    assert (words.rule, words.edtf) == (rule, convention.result)


def test_table_of_conventions_says_what_words_mean() -> None:
    assert all(convention.words and convention.means for convention in CONVENTIONS.values())


def test_a_known_day_is_known_once_it_has_come() -> None:
    check("Few recall the {October 7} attacks.", "2023-10-07", date(2024, 11, 2))
    check("Few recall the {September 11} attacks.", "2001-09-11", None)


UNDATED = [
    ("They met {last week} and {on the 3rd}.", "- -"),
    ("They met on {Tuesday} and on {4 March}.", "- -"),
    ("They met {three days ago}, {around March 27}.", "- -"),
    ("They met {from Sunday to Wednesday}.", "-"),
    ("They met {since February}.", "-"),
    ("They met on {4 March 2018}. {The next day} they left.", "2018-03-04 2018-03-05"),
    ("They met on {June 12, 2018}. On {June 20} they left.", "2018-06-12 2018-06-20"),
    ("In {2003}, they met on {4 March} in Vienna.", "2003 2003-03-04"),
    ("They met {early next month}.", "-"),
    ("They met in {October of last year}.", "-"),
]


@pytest.mark.parametrize(("marked", "expected"), UNDATED)
def test_without_a_day_of_publication_relative_words_have_no_value(marked: str, expected: str) -> None:
    check(marked, expected, published=None)


def test_relative_says_whether_the_value_hangs_on_the_day_of_publication() -> None:
    text = "They met on 4 March 2018, on Tuesday, last week, in 2016, on 4 February."
    assert [words.relative for words in find_dates(text, PUBLISHED)] == [False, True, True, False, True]
    assert [words.relative for words in find_dates(text, None)] == [False, True, True, False, True]


def test_anchored_says_whether_the_value_hangs_on_another_date() -> None:
    text = "They met on 4 March 2018. The following day they left. A year later they met on Tuesday."
    assert [words.anchored for words in find_dates(text, PUBLISHED)] == [False, True, True, False]


def test_open_ranges_keep_the_date_that_is_named() -> None:
    text = "It has applied since 2015 and ends by the end of June; it began on 4 March 2014."
    assert [words.named for words in find_dates(text, PUBLISHED)] == ["2015", "2019-06", None]


def test_only_the_given_spans_are_read() -> None:
    text = "They met on Tuesday. They met on Monday. They met on Sunday."
    second = (text.index("They met on Monday"), text.index(" They met on Sunday"))
    found = find_dates(text, PUBLISHED, [second])
    assert [text[words.start : words.end] for words in found] == ["Monday"]


def test_no_date_reaches_over_the_edge_of_a_span() -> None:
    text = "in March 2018 or"
    found = find_dates(text, PUBLISHED, [(0, 8), (9, len(text))])
    assert [text[words.start : words.end] for words in found] == ["March", "2018"]


def test_a_line_break_parts_dates_but_a_wrapped_line_does_not() -> None:
    assert len(find_dates("Border shut until Friday\nMarch 4, 2018\nIt rained.", PUBLISHED)) == 2
    wrapped = "The two ministers, who had not spoken for years, signed the pact on March\n4, 2018, in Lima."
    assert [words.edtf for words in find_dates(wrapped, PUBLISHED)] == ["2018-03-04"]


IMPOSSIBLE = [
    "31 February 2018", "30.2.2018", "2018-02-30", "0000-01-01", "February 29, 2019", "the 31st of June", "31 June",
    "99999999999999999999 days ago", "in 9999 years they will meet", "9999 years ago", "the 0th of May", "Q9 2018.",
    "two thousand centuries ago", "'", "\n\n", "", "13/13/2018",
    "from 2019 to 2018", "between 2019 and 2011", "from 31 March 2019 to 2 March 2019",
]  # fmt: skip


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_dates_have_no_day(text: str) -> None:
    days = [words.edtf for words in find_dates(text, PUBLISHED) if words.edtf and len(words.edtf) == len("2018-02-28")]
    assert days == []


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_words_that_leave_the_calendar_have_no_value(published: date) -> None:
    text = "Last week, next week, last year, next year, three days ago, tomorrow, yesterday, on Friday, in May."
    for words in find_dates(text, published):
        assert words.edtf is None or words.edtf.strip("[")[:4] in ("0001", "0002", "9998", "9999")
