"""How a sentence is cut into clauses, in one pass from left to right.

A clause has at most one verb phrase; relative and adverbial clauses inside another push it aside until a comma gives
it back.
"""

from __future__ import annotations

from ..reading import ENCOUNTERS, Kind
from . import lexicon as lex
from . import lookahead as ahead
from .clauses import Clause
from .phrasal import turn_of_phrase, with_particle
from .phrases import Phrase

OBJECT_CONTROL = frozenset(
    """
    invite urge ask tell call press pressure persuade convince allow order request encourage want expect
    help force oblige get lead require instruct appeal
    """.split()
)
"""Verbs whose object is the subject of the infinitive after it: "invited the king to visit"."""


def parse(phrases: list[Phrase]) -> list[Clause]:
    """Give the clauses of a sentence, in the order of their verbs; the first holds what stands before any verb."""
    return _Parser(phrases).run()


def _acts_on(lemma: str, noun: str) -> bool:
    """Whether a verb and an object tell of an act together: "ambassadors expelled on Monday", not "… agreed on"."""
    return any(noun in words for _, words in lex.ACTS.get(lemma, ()))


class _Parser:
    """State of the one pass: the clause being built, and those pushed aside."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self.phrases = phrases
        self.current = Clause()
        self.clauses = [self.current]
        self.aside: list[Clause] = []
        self.quoted = False

    def run(self) -> list[Clause]:
        for i, phrase in enumerate(self.phrases):
            kind = phrase.type
            if kind == "VP":
                self._verb(i, phrase)
            elif kind in ("REL", "THAT"):
                self._relative_or_that(i, phrase)
            elif kind in ("SUB", "SUBPREP"):
                self._subordinator(i, phrase)
            elif kind in ("COMMA", "DASH", "RPAR"):
                self._comma(i, phrase)
            elif kind == "STOP" and phrase.low == ";" and ahead.list_goes_on(self.phrases, i):
                self._add(Phrase("COMMA", phrase.first, phrase.last, phrase.start, phrase.end, low=";"))
            elif kind == "STOP":
                self._fresh()
            elif kind == "QUOTE":
                self.quoted = not self.quoted
            else:
                self._add(phrase)
        for clause in self.clauses:
            self._finish(clause)
        return self.clauses

    # what follows keeps the rule of each kind of word

    def _add(self, phrase: Phrase) -> None:
        (self.current.subject if self.current.vp is None else self.current.after).append(phrase)

    def _open(self, relation: str, intro: str = "", governor: Clause | None = None) -> Clause:
        clause = Clause(relation, intro, governor, quoted=self.quoted)
        self.clauses.append(clause)
        self.current = clause
        return clause

    def _fresh(self) -> None:
        self.aside.clear()
        if self.current.vp is not None or self.current.subject:
            self._open("main")

    def _comma(self, i: int, phrase: Phrase) -> None:
        done = self.current.vp is not None or self.current.relation == "main"
        if (
            self.aside
            and done
            and self.current.relation in ("relative", "adverbial", "gerund", "participle", "infinitive", "coordinate")
        ):
            waiting = self.aside[-1]
            if waiting.vp is None and ahead.verb_or_subject_follows(self.phrases, i):
                self.aside.pop()
                self.current = waiting
        self._add(phrase)

    def _relative_or_that(self, i: int, phrase: Phrase) -> None:
        previous = self.phrases[i - 1] if i else None
        if phrase.type == "THAT" and not (
            previous is not None and previous.type == "NP" and ahead.next_type(self.phrases, i) == "VP"
        ):
            if not ahead.finite_follows(self.phrases, i):
                self._add(phrase)
            elif self.current.vp is not None:
                after_noun = previous is not None and previous.type == "NP"
                saying = self.current.vp.lemma in lex.SAY or not after_noun or previous.head in _TOLD
                governor = self.current
                if previous is not None and previous.type == "CONJ" and governor.relation == "that":
                    governor = governor.governor or governor
                opened = self._open("that" if saying else "relative", "that", governor)
                opened.antecedent = None if saying else previous
            elif previous is not None and previous.type == "NP":
                # "a treaty that both sides wanted was signed"
                self.aside.append(self.current)
                self._open("relative", "that", self.current).antecedent = previous
            else:
                self._add(phrase)
            return
        antecedent = self._happening_for(i) or self._last_noun()
        parent = self.current
        if parent.vp is None:
            self.aside.append(parent)
        clause = self._open("relative", phrase.low, parent)
        clause.antecedent = antecedent
        if antecedent is not None and ahead.verb_next(self.phrases, i) and phrase.low not in ("where", "whose"):
            clause.subject = [antecedent]
            clause.inherited = True
            pair = self._pair_before(antecedent)
            if pair and self.phrases[i - 1].type == "COMMA":
                clause.subject = [*pair, antecedent]

    def _pair_before(self, noun: Phrase) -> list[Phrase]:
        """Of "Chad and Niger, which met in May" the other of the two."""
        items = self.current.governor.subject if self.current.governor is not None else []
        at = next((k for k, p in enumerate(items) if p is noun), 0)
        if at < 2 or items[at - 1].low != "and" or noun.head_name is None or items[at - 2].head_name is None:
            return []
        return items[at - 2 : at]

    def _subordinator(self, i: int, phrase: Phrase) -> None:
        following = ahead.next_type(self.phrases, i)
        if phrase.type == "SUBPREP" and not ahead.clause_follows(self.phrases, i):
            self._add(phrase)
            return
        if following == "" or (phrase.low == "where" and self._last_noun() is None and i):
            self._add(phrase)
            return
        parent = self.current
        if parent.vp is None:
            self.aside.append(parent)
        relation = "relative" if phrase.low == "where" else "adverbial"
        self._open(relation, phrase.low, parent)

    def _happening_for(self, i: int) -> Phrase | None:
        """The noun that "which" takes up where its verb tells of a happening: "talks on fish, which opened in May"."""
        verb = next((p for p in self.phrases[i + 1 : i + 4] if p.type == "VP"), None)
        if verb is None or (verb.lemma not in _OCCURS and not (verb.passive and verb.lemma in _SIGNED)):
            return None
        if verb.lemma in ("plan", "expect", "set", "arrange") and not verb.passive:
            return None
        wanted = ENCOUNTERS if verb.lemma in _OCCURS else frozenset({Kind.AGREEMENT})
        if verb.lemma == "conclude":
            wanted = ENCOUNTERS | {Kind.AGREEMENT}
        nouns = [p for p in (self.current.after or self.current.subject) if p.type == "NP"]
        return next((p for p in reversed(nouns[-8:]) if p.head and lex.NOUNS.get(p.head) in wanted), None)

    def _last_noun(self) -> Phrase | None:
        items = self.current.after or self.current.subject
        nouns = [i for i, p in enumerate(items) if p.type == "NP"]
        if not nouns:
            return None
        last = nouns[-1]
        if items[last].head_name is not None and len(nouns) > 1:
            # "a trip to Peru that was planned", "talks between A and B held in Oslo": the happening, not whom it names
            for i in reversed(nouns[:-1]):
                seat = lex.singular(items[i].head) in _SEATS  # "the embassy in Lima, which reopened"
                if (items[i].head in lex.NOUNS or seat) and any(p.type == "PREP" for p in items[i + 1 : last]):
                    return items[i]
                if items[i].head_name is None:
                    break
        return items[last]

    def _verb(self, i: int, vp: Phrase) -> None:
        current = self.current
        if current.vp is None:
            if vp.form == "inf" and current.subject and current.relation == "main":
                # "To resolve differences, they …" or a noun with its infinitive before any verb
                noun = self._last_noun()
                self.aside.append(current)
                clause = self._open("infinitive", "to", current)
                clause.governing_noun = noun
                clause.vp = vp
                if len(current.subject) > 2 and current.subject[-2].low == "for" and current.subject[-1] is noun:
                    # "an invitation for the king to visit Lima"
                    clause.subject, clause.governing_noun = [noun], current.subject[-3]
                return
            if (
                vp.form in ("ing", "participle")
                and current.relation == "main"
                and any(p.type == "NP" for p in current.subject)
                and not self._bare_preposition()
            ):
                self._reduced(vp)
                return
            if vp.form == "finite" and vp.tense == "past" and self._is_reduced(i, vp):
                self._reduced(vp)
                return
            if vp.form in ("ing", "inf") and current.relation == "main":
                self.aside.append(current)
                clause = self._open("gerund" if vp.form == "ing" else "infinitive", self._bare_preposition(), current)
                clause.vp = vp
                return
            current.vp = vp
            return
        if vp.form == "inf":
            self._infinitive(vp)
        elif vp.form == "ing":
            last = current.after[-1] if current.after else None
            if last is not None and last.type == "NP" and current.lemma not in OBJECT_CONTROL:
                self._reduced(vp)
            else:
                clause = self._open(
                    "gerund", last.low if last is not None and last.type in ("PREP", "SUBPREP") else "", current
                )
                clause.vp, clause.subject, clause.inherited = vp, current.subject, True
        elif vp.form == "participle" or (vp.tense == "past" and self._is_reduced(i, vp)):
            said = self._said_subject(current, vp)
            if said:
                self._open("that", "that", current).subject = said
            self._reduced(vp)
        else:
            self._finite(i, vp)

    def _bare_preposition(self) -> str:
        """The preposition that a gerund follows directly: "after meeting …"."""
        last = self.current.subject[-1] if self.current.subject else None
        return last.low if last is not None and last.type in ("PREP", "SUBPREP") else ""

    def _is_reduced(self, i: int, vp: Phrase) -> bool:
        """Of "talks held in Oslo", "a treaty signed by both": a participle that only modifies the noun before it."""
        inserted = vp.last - vp.first == len(vp.adverbs) and ahead.is_inserted(self.phrases, i)
        if vp.passive or vp.perfect or vp.modal or (vp.first != vp.last and not inserted):
            return False
        forms = lex.VERB_FORMS.get(vp.low, ("", frozenset({lex.PARTICIPLE})))[1]
        if lex.PARTICIPLE not in forms:
            return False
        if inserted:
            return True
        previous = self.phrases[i - 1] if i else None
        following = self.phrases[i + 1] if i + 1 < len(self.phrases) else None
        if previous is not None and previous.type == "TIME" and i >= 2 and vp.lemma in _OF_SOMETHING:
            previous = self.phrases[i - 2]  # "expelled two envoys on Monday accused of spying"
        if self._of_happening(vp, following) and ahead.finite_ahead(self.phrases, i):
            return True  # "a summit of Chad and Niger scheduled for June was scrapped"
        if self._asked_for_by(i, vp, following):
            return True
        if (
            previous is None
            or previous.type != "NP"
            or (previous.head_name is not None and previous.head_name.kind is not None)
            or previous.head in lex.PRONOUNS
        ):
            return False
        if following is None or following.type == "STOP":
            return False
        if following.low == "by" or (following.low == "of" and vp.lemma in _OF_SOMETHING):
            return True
        if following.type not in ("PREP", "TIME", "SUBPREP"):
            return False
        if vp.lemma not in _TRANSITIVE:
            return vp.lemma not in lex.SAY and vp.lemma not in lex.VERBS and ahead.finite_ahead(self.phrases, i)
        if previous.head in lex.NOUNS or _acts_on(vp.lemma, lex.singular(previous.head)):
            return True
        return ahead.finite_ahead(self.phrases, i)

    def _asked_for_by(self, i: int, vp: Phrase, following: Phrase | None) -> bool:
        """ "At a session of the council requested by Chad, …": who asked for it or led it, before its own subject."""
        behind = self.phrases[i + 2].type if i + 2 < len(self.phrases) else ""
        nouns = [p for p in self.current.items if p.type == "NP"]
        named = any(lex.NOUNS.get(p.head) in ENCOUNTERS for p in nouns[-3:])
        return following is not None and following.low == "by" and behind == "NP" and named and vp.lemma in _LED

    def _of_happening(self, vp: Phrase, following: Phrase | None) -> bool:
        nouns = [p for p in self.current.subject if p.type == "NP"] if self.current.vp is None else []
        if following is None or following.type not in ("PREP", "TIME", "SUBPREP"):
            return False
        return vp.lemma in _TRANSITIVE and len(nouns) > 1 and lex.NOUNS.get(nouns[0].head) in ENCOUNTERS

    def _reduced(self, vp: Phrase) -> None:
        noun = self._last_noun()
        parent = self.current
        if parent.vp is None:
            self.aside.append(parent)
        clause = self._open("participle", "", parent)
        clause.vp = vp
        if vp.form == "finite":
            vp.form, vp.tense, vp.passive = "participle", "", True
        elif vp.form == "participle":
            vp.passive = True
        if noun is not None:
            clause.subject, clause.inherited = [noun], True

    def _infinitive(self, vp: Phrase) -> None:
        parent = self.current
        last = next((p for p in reversed(parent.after) if p.type not in ("ADV", "QUOTE", "TIME", "COMMA")), None)
        lemma = parent.vp.lemma if parent.vp is not None else ""
        clause = self._open("infinitive", "to", parent)
        clause.vp = vp
        clause.inherited = True
        nouns = [p for p in parent.after if p.type == "NP"]
        if lemma in OBJECT_CONTROL and nouns and not parent.vp.passive:
            clause.subject = nouns if lemma != "call" else nouns[:1]
        else:
            clause.subject = parent.subject
        clause.governing_noun = self._governing_noun(parent, last)

    @staticmethod
    def _governing_noun(parent: Clause, last: Phrase | None) -> Phrase | None:
        """The noun that an infinitive completes: "plans to meet", "an invitation from the emir to visit"."""
        if last is None or last.type != "NP":
            return None
        items = parent.after
        at = next(i for i, p in enumerate(items) if p is last)
        while at > 1 and items[at].type == "NP" and items[at].head_name is not None and items[at - 1].type == "PREP":
            at -= 2
        noun = items[at]
        if noun.type != "NP" or not noun.head:
            return None
        if noun is not last and not any(noun.head in words for words in lex.GOVERNING_NOUNS.values()):
            return None
        return noun

    def _finite(self, i: int, vp: Phrase) -> None:
        if self._resumes(i, vp):
            self.current = self.aside.pop()
            self.current.vp = vp
            return
        current = self.current
        listed = _is_listed_infinitive(current, vp)
        said = [] if listed else self._said_subject(current, vp)
        taken = [] if listed else said or self._take_subject(current, vp)
        lead = next((p for p in reversed(current.after) if p.type not in ("ADV", "QUOTE", "TIME")), None)
        if taken:
            saying = current.vp is not None and current.vp.lemma in lex.SAY and not self._comma_since(current)
            saying = saying or bool(said)
            if saying:
                clause = self._open("that", "that", current)
            else:
                timed = self._time_before_subject(current)
                clause = self._open("coordinate", lead.low if lead is not None and lead.type == "CONJ" else "", current)
                taken = [*timed, *taken]
            clause.subject = taken
        else:
            if self._adds_to_what_was_said(current, vp):
                current = current.governor
            while (
                current.relation in ("infinitive", "gerund")
                and current.governor is not None
                and current.governor.vp is not None
                and not (vp.tense == "present" and vp.low == vp.lemma)
            ):
                current = current.governor  # "urged them to reconsider and spoke with …": who urged, spoke
            clause = self._open("coordinate", lead.low if lead is not None else "", current)
            clause.subject, clause.inherited = current.subject, True
            if (
                vp.tense == "present"
                and not vp.modal
                and not vp.passive
                and not vp.progressive
                and current.vp is not None
                and vp.low == vp.lemma
            ):
                # "will travel … and meet": the second verb shares what stands before the first
                vp.modal, vp.tense, vp.form = (
                    current.vp.modal,
                    current.vp.tense if current.vp.modal else "present",
                    current.vp.form,
                )
                if current.vp.form == "inf":
                    clause.relation, clause.governor, clause.governing_noun = (
                        "infinitive",
                        current.governor,
                        current.governing_noun,
                    )
            elif (
                vp.tense == "past"
                and current.vp is not None
                and vp.first == vp.last
                and current.vp.passive
                and lead is not None
                and lead.type == "CONJ"
            ):
                vp.passive, vp.form, vp.tense, vp.modal = True, current.vp.form, current.vp.tense, current.vp.modal
        clause.vp = vp

    def _resumes(self, i: int, vp: Phrase) -> bool:
        """Whether the verb belongs to the subject that a participle pushed aside: "talks held in Oslo *collapse*"."""
        if self.aside and self.current.relation == "gerund" and self.aside[-1].vp is None:
            # "Meeting the envoy now would help": the gerund is the subject
            bare = not any(p.type == "NP" for p in self.aside[-1].subject)
            return bare and not any(p.type == "COMMA" for p in self.current.after)
        if not self.aside or self.aside[-1].vp is not None:
            return False
        if self._closes_relative(i):
            return True
        if self.current.relation not in ("participle", "relative"):
            return False
        if not any(p.type == "NP" for p in self.aside[-1].subject):
            return False
        current = self.current
        if current.relation == "relative" and current.vp is not None and current.lemma not in lex.SAY:
            last = current.after[-1] if current.after else None
            if last is None or (last.type == "NP" and len(current.after) > 1 and current.after[-2].type == "PREP"):
                return True  # "a visit which had been planned for the morning was called off"
        noun_after_comma = False
        for phrase in reversed(self.current.after):
            if phrase.type == "NP":
                noun_after_comma = True
            elif phrase.type == "COMMA":
                return not (noun_after_comma and vp.lemma in lex.SAY)
        return self.current.relation == "participle" or not noun_after_comma

    def _closes_relative(self, i: int) -> bool:
        """ "The talks that were to have resumed between Chad and Niger | were shelved": the last verb is the noun's."""
        current, waiting = self.current, self.aside[-1]
        above = current.governor
        if current.relation not in ("infinitive", "gerund") or above is None or not waiting.subject:
            return False
        inner = above.relation in ("relative", "participle") and above.governor is waiting
        planned = above is waiting and current.governing_noun is not None  # "a plan for the two to meet | was dropped"
        if not inner and not planned:
            return False
        if any(p.type in ("COMMA", "DASH") for p in current.after) or [p.type for p in current.after[-1:]] == ["CONJ"]:
            return False
        return not ahead.finite_ahead(self.phrases, i)

    def _comma_since(self, clause: Clause) -> bool:
        return any(p.type in ("COMMA", "CONJ") for p in clause.after[:1])

    @staticmethod
    def _said_subject(clause: Clause, vp: Phrase) -> list[Phrase]:
        """After a verb of saying without "that": all behind it, but for when, where and to whom it was said."""
        telling = lex.PLAIN_SAY | lex.GOVERNING_VERBS["denied"]
        if clause.vp is None or clause.vp.lemma not in telling or vp.lemma in lex.PLAIN_SAY:
            return []
        items = clause.after
        if any(p.type == "CONJ" for p in items[:1]) or not any(p.type == "NP" for p in items):
            return []
        k = 0
        told = clause.vp.lemma != "tell"
        while k < len(items):
            kind = items[k].type
            if kind == "NP":
                if told:
                    break
                told = True
            elif kind == "PREP" and k + 1 < len(items) and items[k + 1].type in ("TIME", "NP"):
                k += 1
                if not told or (
                    items[k].type == "NP"
                    and k + 1 < len(items)
                    and items[k + 1].type != "NP"
                    and items[k + 1].type != "COMMA"
                    and items[k + 1].type != "TIME"
                ):
                    return []
            elif kind == "COMMA":
                return []
            k += 1
        taken = items[k:]
        if not any(p.type == "NP" for p in taken):
            return []
        del items[k:]
        return taken

    def _take_subject(self, clause: Clause, vp: Phrase) -> list[Phrase]:
        """Take back from a clause the noun phrases that turn out to be the subject of the verb that follows."""
        items = clause.after
        j = len(items)
        while j and items[j - 1].type in ("ADV", "QUOTE", "TIME"):
            j -= 1
        if not j or (items[j - 1].type != "NP" and items[j - 1].type not in ("RPAR", "COMMA")):
            return []
        k = j
        while k and items[k - 1].type in ("NP", "CONJ", "COMMA", "PREP", "LPAR", "RPAR", "TIME", "ADV"):
            k -= 1
            item = items[k]
            if item.type == "PREP" and item.low != "of":
                # the noun phrase after another preposition is no subject: keep what stands behind it
                k = self._after_object(items, k, j)
                break
            if item.type == "CONJ" and item.low != "and":
                k += 1
                break
            if item.type == "CONJ" and k and items[k - 1].type == "COMMA":
                k += 1
                break
            if item.type == "TIME" and k + 1 < j:
                k += 1
                break
        while k < j and items[k].type in ("CONJ", "COMMA", "ADV", "TIME"):
            k += 1
        if vp.lemma in lex.PLAIN_SAY and not any(p.type == "CONJ" for p in items[k:j]):
            # "to free the hostages, Qatar's premier said": who said it stands behind the comma
            k = next((m + 1 for m in range(j - 1, k, -1) if items[m].type == "COMMA"), k)
        if k >= j:
            return []
        taken = items[k:]
        if not any(p.type == "NP" for p in taken):
            return []
        del items[k:]
        return taken

    @staticmethod
    def _adds_to_what_was_said(clause: Clause, vp: Phrase) -> bool:
        """ "Says that help is on its way and also cancels the summit": who says it, cancels."""
        above = clause.governor
        if clause.relation != "that" or above is None or above.vp is None or "also" not in vp.adverbs:
            return False
        return not vp.modal and vp.tense == above.vp.tense and vp.tense == "present" and vp.low.endswith("s")

    @staticmethod
    def _time_before_subject(clause: Clause) -> list[Phrase]:
        """Take back, of "was in Oslo, and in the coming days | Soto will be there", the time words of what follows."""
        items = clause.after
        at = next((k for k in range(len(items) - 1, -1, -1) if items[k].type == "CONJ"), None)
        behind = items[at + 1 :] if at is not None else []
        if not any(p.type == "TIME" for p in behind) or any(
            p.type not in ("PREP", "TIME", "COMMA", "ADV") for p in behind
        ):
            return []
        del items[at + 1 :]
        return behind

    @staticmethod
    def _after_object(items: list[Phrase], k: int, j: int) -> int:
        """Index behind the object of the preposition at k: the subject starts after a comma or "and"."""
        for m in range(j - 1, k, -1):
            if items[m].type in ("COMMA", "CONJ", "TIME"):
                return m + 1
        return j if j - k <= 2 else k + 2

    def _finish(self, clause: Clause) -> None:
        if clause.vp is None:
            return
        bare = clause.relation in ("gerund", "infinitive") or clause.vp.form == "ing"
        if bare and not any(p.type == "NP" for p in clause.subject) and clause.governor is not None:
            clause.subject, clause.inherited = clause.governor.subject, True
        turn_of_phrase(clause.vp, clause.after)
        clause.lemma = with_particle(clause.vp, clause.after)
        if _is_headline_passive(clause):
            clause.vp.passive = True


_LED = frozenset("request call convene host lead chair organise organize sponsor broker arrange seek demand".split())
"""Verbs whose participle says by whom an encounter was asked for or led."""


def _is_listed_infinitive(clause: Clause, vp: Phrase) -> bool:
    """ "Urged it to free its prisoners, engage in dialogue and hold elections": what "to" led in goes on."""
    if clause.vp is None or clause.vp.form != "inf" or vp.tense != "present" or vp.low != vp.lemma or vp.modal:
        return False
    before = next((p for p in reversed(clause.after) if p.type not in ("ADV", "QUOTE")), None)
    return before is not None and before.type == "COMMA"


_OCCURS = frozenset(
    """
    hold take begin start open convene occur end conclude resume adjourn schedule postpone cancel plan expect
    set arrange due
    """.split()
)
"""Verbs that say of an encounter that it was, is or will be."""
_SEATS = frozenset("embassy consulate mission".split())
_SIGNED = frozenset("sign ratify initial reach agree broker mediate ink seal".split())
_OF_SOMETHING = frozenset("accuse suspect convict assure inform".split())
"""Verbs whose participle alone is followed by "of"."""
_TOLD = frozenset("report reports claim claims rumour rumours rumor rumors allegation allegations suggestion".split())
"""Nouns whose "that" opens what is told, not which of them is meant."""
_TRANSITIVE = frozenset(lex.ACTS) | frozenset(
    """
    hold host attend sign reach plan schedule propose cancel postpone call organise organize convene chair
    lead announce impose issue broker mediate conclude agree set expect suspend mark release publish send
    extend make give join draft ratify adopt approve pass base aim design seal strike deliver postpone delay
    arrange intend mean involve bring
    """.split()
)


def _is_headline_passive(clause: Clause) -> bool:
    """ "Talks in Oslo Postponed": what is put off or called off cannot itself put off or call off."""
    vp = clause.vp
    if clause.lemma == "adjourn":
        return False  # a meeting adjourns by itself
    off = lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"]
    done = next((words for kind, words in lex.ACTS.get(clause.lemma, ()) if kind is Kind.AGREEMENT), frozenset())
    if clause.lemma not in off and not done:
        return False
    if vp.tense != "past" or vp.first != vp.last or vp.passive or clause.inherited:
        return False
    noun = next((p for p in clause.subject if p.type == "NP"), None)
    acted_on = next((p for p in clause.after if p.type not in ("ADV", "QUOTE")), None)
    happening = noun is not None and noun.head_name is None and lex.NOUNS.get(noun.head) in ENCOUNTERS
    if clause.lemma not in off:
        happening = noun is not None and lex.singular(noun.head) in done  # "Accord signed in Lima"
    return happening and not (acted_on is not None and acted_on.type == "NP")
