"""Which side of the day of publication a date lies on: what the words around it say, construction by construction.

Marked as in `marked_dates`; published on Thursday 7 March 2019.
"""

from __future__ import annotations

import pytest

from tests.parser.marked_dates import check

DURATIONS_LOOKING_BACK = [
    "It will be the first visit to Quito by a head of state in 14 years.",
    "She will be the most senior official to come to Tunis in 18 years.",
    "It would be the longest stay abroad in ten years.",
    "He will be the youngest king in 200 years.",
    "It will be their fourth meeting in three weeks.",
    "They will meet for the first time in two decades.",
    "It will be the only such trip in five years.",
    "The vote is expected to be the last in four years.",
    "The deficit will be the lowest in ten years.",
    "Ghana will hold its first election in six months.",
    "It is set to be the biggest exercise within ten years.",
    "It will be the 12th round in two years.",
    "They held the first visit in 14 years.",
]

LOOKING_AHEAD_IN = [
    ("The first ships will arrive {in two weeks}.", "[2019-03-18..2019-03-24]"),
    ("They will hold a first round of talks {in ten days}.", "2019-03-17"),
    ("The last troops will leave {in two months}.", "2019-05"),
    ("The longest talks ended; they will resume {in two days}.", "2019-03-09"),
]

GOVERNED = [
    # a noun after "to" is no infinitive, a verb is
    ("Togo agreed to the trip in Lima on {September 19}.", "2018-09-19"),
    ("Togo agreed to the trip on {September 19}, when its king signed a pact.", "2018-09-19"),
    ("Togo agreed to make the trip on {September 19}.", "2019-09-19"),
    ("Her plane flew to Tunis on {4 June}.", "2018-06-04"),
    ("He left for Tunis on {4 June}.", "2018-06-04"),
    ("They met for talks on {4 June}.", "2018-06-04"),
    ("He returned to power in {June}.", "2018-06"),
    ("Both sides agreed to talks on {Tuesday}.", "2019-03-05"),
    ("Both sides agreed to hold talks on {Tuesday}.", "2019-03-12"),
    ("The envoy has to leave on {Tuesday}.", "2019-03-12"),
    ("Mali to recall its envoy on {Tuesday}.", "2019-03-12"),
    (
        "They agreed to open a port from {May 1} and to let divided families meet on {August 15}.",
        "2019-05-01 2019-08-15",
    ),
    ("They agreed to free jailed reporters on {Tuesday}.", "2019-03-12"),
    # what was to be may lie on either side
    ("The envoy was to have gone to Juba in {late February}.", "[2019-02-21..2019-02-28]"),
    ("The summit that was to have taken place in Doha on {12 April} is off.", "2019-04-12"),
    ("The summit that was to have taken place in Doha on {12 February} is off.", "2019-02-12"),
    ("He was due to fly to Doha on {Friday}.", "2019-03-08"),
    ("He was due to fly to Doha on {Wednesday}.", "2019-03-06"),
    ("He would have met her on {Friday}.", "2019-03-08"),
    ("He would have met her on {March 12}.", "2019-03-12"),
    ("He may have met her on {Friday}.", "2019-03-01"),
    ("The pact was to be signed on {Wednesday}.", "2019-03-06"),
    ("The pact was to be signed on {Friday}.", "2019-03-08"),
    ("The pact is to be signed on {Wednesday}.", "2019-03-13"),
    ("They had been invited to visit in {April}.", "2019-04"),
    ("They have been invited to visit in {November}.", "2019-11"),
    # the noun's own participle
    ("A visit planned for {May 6} delights them.", "2019-05-06"),
    ("They spoke of a visit set for {October 6}.", "2019-10-06"),
    ("Duties planned for {early March} were put off by the king.", "[2019-03-01..2019-03-10]"),
    ("Duties planned for {early February} were put off by the king.", "[2019-02-01..2019-02-10]"),
    ("Talks scheduled for {Friday}, in Oslo, have been postponed.", "2019-03-08"),
    ("Talks scheduled for {Wednesday}, in Oslo, have been postponed.", "2019-03-06"),
    ("A bill due on {Tuesday} worries them.", "2019-03-12"),
    ("A round held on {October 6} settled it.", "2018-10-06"),
    ("Ministers discussed talks to be held on {Tuesday}.", "2019-03-12"),
    ("They discussed the planned summit on {6 May}.", "2019-05-06"),
    ("He described their failed summit on {6 May}.", "2018-05-06"),
    ("The {May 6} talks will go on.", "2019-05-06"),
    # since, ahead of, next, last
    ("It will be their first meeting since the dinner in Rabat on {Dec. 1}.", "2018-12-01"),
    ("They will hold the first talks since the {May 25} vote.", "2018-05-25"),
    ("They were briefed ahead of talks on {3 May}.", "2019-05-03"),
    ("They were briefed after talks on {3 May}.", "2018-05-03"),
    ("They will be briefed after talks on {3 May}.", "2019-05-03"),
    ("They were freed after the {May 3} vote.", "2018-05-03"),
    ("Their last meeting, on {3 June}, went badly.", "2018-06-03"),
    ("Their next meeting, on {3 September}, matters.", "2019-09-03"),
    # present tense
    ("The vote is on {Tuesday}.", "2019-03-12"),
    ("The vote, which was announced last, is in {September}.", "2019-09"),
    ("The court hears how it is accused of a plot on {Tuesday}.", "2019-03-05"),
    ("An open car passes through Bern on {February 20}.", "2019-02-20"),
    ("The start of the trip on {February 20} was delayed.", "2019-02-20"),
    # planning words that are nouns
    ("Chad's parliament rejected the plan on {Friday}.", "2019-03-01"),
    ("Chad announced plans to vote on {Friday}.", "2019-03-08"),
    ("Work on the plan went ahead on {Friday}.", "2019-03-01"),
    ("They could not agree on {Friday}.", "2019-03-01"),
    # which clause a date belongs to
    ("They will meet on {Saturday}, and on {Wednesday} signed a pact.", "2019-03-09 2019-03-06"),
    ("He was sworn in and on {Saturday} will address the house.", "2019-03-09"),
    ("They recalled {last May}, when talks failed, and {May 3}, when all was lost.", "2018-05 2018-05-03"),
    ("On {Friday}, the expected talks will open.", "2019-03-08"),
    ("On {Wednesday} he is expected in Bern.", "2019-03-13"),
]

CLAUSES = [
    ("He spoke following {April}'s vote in Accra.", "2018-04"),
    ("She will tour the Gulf {from February 28 to March 9}.", "2019-02-28/2019-03-09"),
    ("She will tour the Gulf {from March 1 to March 5}.", "2020-03-01/2020-03-05"),
    ("Back the {October 23} Tunis ceasefire agreement.", "2018-10-23"),
    ("He will be king in {August}, when the new emir is sworn in.", "2019-08"),
    ("They set a date of {December 24} at once.", "2018-12-24"),
    ("They picked {August 24} for the vote.", "2019-08-24"),
    ("They looked ahead; she looks forward to a return in the {autumn}.", "2019-23"),
    ("They put the plan forward in {June}.", "2018-06"),
    ("We support a free vote in {May}, as well as justice for crimes committed.", "2019-05"),
    ("You may remember that in {June} the two hosted a round.", "2018-06"),
    ("As you might have heard, the king is here for talks, or {March 9} for good.", "2019-03-09"),
    ("I am honoured to hail their founding on {May 8}.", "2019-05-08"),
    ("Limits apply from {next month, April 1}.", "2019-04-01"),
    ("This {July 9}, we honour them.", "2019-07-09"),
    ("On {April 30} the order that would have held was gone.", "2019-04-30"),
]

PARTS_OF_VERBS = [
    ("She will report following {January}'s vote in Accra.", "2019-01"),
    ("She will report after {Friday}'s vote.", "2019-03-08"),
    ("She reported after {Friday}'s vote.", "2019-03-01"),
    ("They spoke of the need to permit elections in {November}.", "2018-11"),
    ("They spoke of the need to permit elections in {June}.", "2019-06"),
    ("What he can say is that the plan offered by the court on {May 2} is poor.", "2018-05-02"),
    ("Talks went on and on, going into {May 1}, they said.", "2018-05-01"),
    ("He is in Accra on {March 9} for a round that was agreed.", "2019-03-09"),
    ("It is a bloc which on {Saturday} will open a bank.", "2019-03-09"),
    ("The first flight landed on {Tuesday}, the second flight later.", "2019-03-05"),
    ("Talks, followed by a dinner on {Tuesday}, will open the week.", "2019-03-12"),
]

NAMING = [
    ("In the wake of the {August 20} coup, many fled.", "2018-08-20"),
    ("They will discuss the {August 20} attack.", "2018-08-20"),
    ("In the aftermath of the {August 20} vote, many fled.", "2018-08-20"),
    ("He will hold them to the {November 24} Quito consensus.", "2018-11-24"),
    ("As you may know, on {July 13} envoys met in Oslo.", "2018-07-13"),
    ("Held online {from July 26-30}, the fair will draw crowds.", "2019-07-26/2019-07-30"),
    ("Met with the emir on {May 3}.", "2018-05-03"),
    ("They will meet in Lima, on {3 May}, in what was called a test.", "2019-05-03"),
]


@pytest.mark.parametrize(("marked", "expected"), [*LOOKING_AHEAD_IN, *GOVERNED, *CLAUSES, *PARTS_OF_VERBS, *NAMING])
def test_the_clause_says_on_which_side_a_date_lies(marked: str, expected: str) -> None:
    check(marked, expected)


@pytest.mark.parametrize("sentence", DURATIONS_LOOKING_BACK)
def test_a_count_after_a_superlative_is_no_date(sentence: str) -> None:
    check(sentence, "")
