"""The layers under the claims: words, phrases, clauses and how a clause puts what it tells."""

from __future__ import annotations

import pytest

from timeline.parser.events import lexicon
from timeline.parser.events.outlook import View, of_clause
from timeline.parser.events.parsing import parse
from timeline.parser.events.phrases import chunk
from timeline.parser.events.words import overlay, tag


def clauses(sentence: str):
    return [c for c in parse(chunk(tag(overlay(sentence, 0, len(sentence), [], [])))) if c.vp is not None]


def parts_of_speech(sentence: str) -> dict[str, str]:
    return {w.low: w.pos for w in tag(overlay(sentence, 0, len(sentence), [], []))}


@pytest.mark.parametrize(
    ("base", "doubling", "forms"),
    [
        ("visit", False, {"visit", "visits", "visited", "visiting"}),
        ("plan", True, {"plan", "plans", "planned", "planning"}),
        ("cancel", True, {"cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"}),
        ("ratify", False, {"ratify", "ratifies", "ratified", "ratifying"}),
        ("agree", False, {"agree", "agrees", "agreed", "agreeing"}),
        ("reach", False, {"reach", "reaches", "reached", "reaching"}),
        ("die", False, {"die", "dies", "died", "dying"}),
    ],
)
def test_forms_of_verbs(base, doubling, forms):
    assert set(lexicon.inflect(base, doubling)) == forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("met", "meet"), ("held", "hold"), ("flew", "fly"), ("withdrew", "withdraw"), ("spoke", "speak")],
)
def test_irregular_forms_are_known(form, lemma):
    assert lexicon.VERB_FORMS[form][0] == lemma


@pytest.mark.parametrize(("one", "many"), [("treaty", "treaties"), ("summit", "summits"), ("embassy", "embassies")])
def test_plural_and_singular(one, many):
    assert (lexicon.plural(one), lexicon.singular(many)) == (many, one)


@pytest.mark.parametrize(
    ("sentence", "word", "pos"),
    [
        ("The leaders visit the port.", "visit", "V"),
        ("The visit of the leaders was long.", "visit", "N"),
        ("They want to visit the port.", "visit", "V"),
        ("The planned talks were short.", "planned", "ADJ"),
        ("The king planned talks.", "planned", "V"),
        ("After the meeting they left.", "meeting", "N"),
        ("They are meeting the king.", "meeting", "V"),
        ("It was their first meeting with the king.", "meeting", "N"),
        ("They agreed to a future meet on the isle.", "meet", "N"),
        ("I'm in the port.", "am", "AUX"),
        ("They won't meet.", "will", "MODAL"),
    ],
)
def test_nouns_and_verbs_of_one_form_are_told_apart(sentence, word, pos):
    assert parts_of_speech(sentence)[word] == pos


def test_acronym_in_brackets_does_not_break_a_noun_phrase():
    (clause,) = clauses("They signed the lake trade (LTA) agreement.")
    assert [p.head for p in clause.after if p.type == "NP"] == ["agreement"]


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("The king met the premier and signed a treaty.", ["meet", "sign"]),
        ("The king, who came on foot, met the premier.", ["meet", "come"]),
        ("Talks held in the port collapsed.", ["hold", "collapse"]),
        ("The minister said the talks in the port had failed.", ["say", "fail"]),
        ("The minister said that the king would come and that talks had failed.", ["say", "come", "fail"]),
        ("He called the visit off.", ["call off"]),
        ("They walked out of the talks.", ["walk out"]),
        ("They urged the king to reconsider and spoke with the premier.", ["urge", "reconsider", "speak"]),
    ],
)
def test_clauses_and_their_verbs(sentence, lemmas):
    assert sorted(c.lemma for c in clauses(sentence)) == sorted(lemmas)


def subject_of(sentence: str, lemma: str) -> list[str]:
    clause = next(c for c in clauses(sentence) if c.lemma == lemma)
    return [sentence[p.start : p.end] for p in clause.subject if p.type == "NP"]


@pytest.mark.parametrize(
    ("sentence", "lemma", "subject"),
    [
        ("The king met the premier and signed a treaty.", "sign", ["The king"]),
        ("They invited the king to visit the port.", "visit", ["the king"]),
        ("The king agreed to visit the port.", "visit", ["The king"]),
        ("They urged the king to reconsider and spoke with the premier.", "speak", ["They"]),
        ("The minister said the talks had failed.", "fail", ["the talks"]),
        ("After meeting the envoy, the king left.", "meet", ["the king"]),
        ("A treaty that both sides wanted was signed.", "sign", ["A treaty"]),
    ],
)
def test_subjects(sentence, lemma, subject):
    assert subject_of(sentence, lemma) == subject


@pytest.mark.parametrize(
    ("sentence", "view"),
    [
        ("They met.", View.FACT),
        ("They have met.", View.FACT),
        ("They are meeting.", View.NOW),
        ("They will meet.", View.PLAN),
        ("They plan to meet.", View.PLAN),
        ("They are to meet.", View.PLAN),
        ("They are due to meet.", View.PLAN),
        ("They agreed to meet.", View.PLAN),
        ("She said they would meet.", View.PLAN),
        ("They have plans to meet.", View.PLAN),
        ("They offered to meet.", View.PROPOSAL),
        ("They are ready to meet.", View.PROPOSAL),
        ("They would like to meet.", View.PROPOSAL),
        ("They made an offer to meet.", View.PROPOSAL),
        ("They refused to meet.", View.REFUSED),
        ("They will not meet.", View.REFUSED),
        ("They are unwilling to meet.", View.REFUSED),
        ("They were supposed to meet.", View.OFF),
        ("They did not meet.", View.NOT),
        ("They failed to meet.", View.NOT),
        ("They have no plans to meet.", View.NOT),
        ("If they meet, it will rain.", View.MAYBE),
        ("They may meet.", View.MAYBE),
        ("They should meet.", View.MAYBE),
        ("They would have met.", View.MAYBE),
        ("They need to meet.", View.MAYBE),
        ("They must decide whether to meet.", View.MAYBE),
        ("They cannot afford to meet.", View.NOT),
    ],
)
def test_outlook(sentence, view):
    clause = next(c for c in clauses(sentence) if c.vp.lemma == "meet")
    assert of_clause(clause).view is view


def test_denial_is_kept_with_the_fact():
    clause = next(c for c in clauses("They denied that they had met.") if c.lemma == "meet")
    outlook = of_clause(clause)
    assert outlook.denied and outlook.view is View.FACT
