"""The third layer of the event grammar: the clauses of a sentence, who acts in each, and what each hangs on.

One pass from left to right. A clause has at most one verb phrase; relative and adverbial clauses inside another push
it aside until a comma gives it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..reading import ENCOUNTERS, TimeWords
from . import lexicon as lex
from .phrases import Phrase

OBJECT_CONTROL = frozenset(
    """
    invite urge ask tell call press pressure persuade convince allow order request encourage want expect
    help force oblige get lead require instruct appeal
    """.split()
)
"""Verbs whose object is the subject of the infinitive after it: "invited the king to visit"."""


def _phrasal_verbs() -> dict[str, dict[tuple[str, ...], str]]:
    combos: dict[str, dict[tuple[str, ...], str]] = {}
    found = {word for words in lex.GOVERNING_VERBS.values() for word in words if " " in word}
    found |= {f"{lemma} {p}" for lemma, entries in lex.VERBS.items() for e in entries for p in e.get("particle", ())}
    found |= {
        "kick off",
        "wrap up",
        "hammer out",
        "pull out",
        "tear up",
        "break off",
        "call back",
        "set up",
        "sit down",
        "talk to",
        "set out",
        "take part",
    }
    for phrase in found:
        lemma, *rest = phrase.split()
        combos.setdefault(lemma, {})[tuple(rest)] = phrase
    return combos


PHRASAL = _phrasal_verbs()


@dataclass(slots=True, eq=False)
class Clause:
    """One verb with those who act in it, or the words around a name of a happening where there is no verb."""

    relation: str = "main"
    """main, coordinate, that, adverbial, relative, infinitive, gerund or participle."""
    intro: str = ""
    """The word that opens it: "that", "if", "after", "who", "and" …"""
    governor: Clause | None = None
    governing_noun: Phrase | None = None
    """For an infinitive after a noun: "plans to meet"."""
    vp: Phrase | None = None
    subject: list[Phrase] = field(default_factory=list)
    """The phrases before the verb, or those inherited from the clause that it hangs on."""
    after: list[Phrase] = field(default_factory=list)
    """The phrases after the verb."""
    inherited: bool = False
    lemma: str = ""
    """The verb with its particle: "call off"."""
    quoted: bool = False

    @property
    def items(self) -> list[Phrase]:
        """All phrases that are the clause's own, in the order of the text."""
        return [*(() if self.inherited else self.subject), *self.after]

    @property
    def times(self) -> list[TimeWords]:
        """Time words that stand in the clause itself, outside its noun phrases."""
        return [t for p in self.items if p.type == "TIME" for t in p.times]

    @property
    def ancestors(self) -> Iterable[Clause]:
        """The clauses it hangs on, nearest first."""
        clause = self.governor
        while clause is not None:
            yield clause
            clause = clause.governor


@dataclass(slots=True, frozen=True)
class Segment:
    """A preposition and the noun phrases that it leads; an empty preposition for subjects and objects."""

    prep: str
    phrases: tuple[Phrase, ...]


def segments(items: Iterable[Phrase], opening: bool = False) -> list[Segment]:
    """Split phrases into groups, each led by its preposition: "in Cairo with A and B" → in [Cairo], with [A, B].

    `opening`: the phrases stand before a verb, so that a comma ends what a preposition leads ("After the war, A and
    B met"), unless what follows only says where that lies ("In Cairo, Egypt, A met B").
    """
    groups: list[tuple[str, list[Phrase]]] = [("", [])]
    comma = False
    for item in items:
        if item.type in ("PREP", "SUBPREP"):
            groups.append((item.low, []))
        elif item.type == "NP":
            if opening and comma and groups[-1][0] and groups[-1][1] and not _is_outer_place(groups[-1][1][-1], item):
                groups.append(("", []))
            groups[-1][1].append(item)
        elif item.type in ("TIME", "STOP"):
            groups.append(("", []))
        comma = item.type in ("COMMA", "DASH") or (comma and item.type in ("ADV", "QUOTE"))
    return [Segment(prep, tuple(nps)) for prep, nps in groups if nps]


def _is_outer_place(narrow: Phrase, wide: Phrase) -> bool:
    inner, outer = narrow.head_name, wide.head_name
    return (
        inner is not None
        and outer is not None
        and inner.kind is None
        and bool(inner.state)
        and inner.state in (outer.name, outer.state)
    )


def parse(phrases: list[Phrase]) -> list[Clause]:
    """Give the clauses of a sentence, in the order of their verbs; the first holds what stands before any verb."""
    return _Parser(phrases).run()


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
            elif kind == "STOP" and phrase.low == ";" and self._list_goes_on(i):
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
            if waiting.vp is None and self._verb_or_subject_follows(i):
                self.aside.pop()
                self.current = waiting
        self._add(phrase)

    def _list_goes_on(self, i: int) -> bool:
        """A semicolon between items of a list ("to Riga, Latvia; Vilnius, Lithuania; and …"), not between clauses."""
        for following in self.phrases[i + 1 :]:
            if following.type == "VP":
                return following.form != "finite"
            if following.type == "STOP":
                return following.low in (";", ".")
        return True

    def _verb_or_subject_follows(self, i: int) -> bool:
        """After the comma comes the rest of the clause pushed aside, not one more item of a list inside."""
        for following in self.phrases[i + 1 :]:
            if following.type == "VP":
                return following.form == "finite"
            if following.type in ("STOP", "REL"):
                return False
        return False

    def _relative_or_that(self, i: int, phrase: Phrase) -> None:
        previous = self.phrases[i - 1] if i else None
        if phrase.type == "THAT" and not (
            previous is not None and previous.type == "NP" and self._next_type(i) == "VP"
        ):
            if not self._finite_follows(i):
                self._add(phrase)
            elif self.current.vp is not None:
                after_noun = previous is not None and previous.type == "NP"
                saying = self.current.vp.lemma in lex.SAY or not after_noun or previous.head in _TOLD
                governor = self.current
                if previous is not None and previous.type == "CONJ" and governor.relation == "that":
                    governor = governor.governor or governor
                self._open("that" if saying else "relative", "that", governor)
            elif previous is not None and previous.type == "NP":
                # "a treaty that both sides wanted was signed"
                self.aside.append(self.current)
                self._open("relative", "that", self.current)
            else:
                self._add(phrase)
            return
        antecedent = self._last_noun()
        parent = self.current
        if parent.vp is None:
            self.aside.append(parent)
        clause = self._open("relative", phrase.low, parent)
        if antecedent is not None and self._next_type(i) == "VP" and phrase.low != "where":
            clause.subject = [antecedent]
            clause.inherited = True

    def _subordinator(self, i: int, phrase: Phrase) -> None:
        following = self._next_type(i)
        if phrase.type == "SUBPREP" and not self._clause_follows(i):
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

    def _clause_follows(self, i: int) -> bool:
        """Whether "after", "before", "as" … leads a clause: a subject and a finite verb before any comma."""
        seen = 0
        for following in self.phrases[i + 1 :]:
            if following.type == "NP":
                seen += 1
            elif following.type == "VP":
                return (seen > 0 and following.form == "finite") or (following.form == "ing" and seen == 0)
            elif following.type in ("COMMA", "STOP", "SUB", "SUBPREP", "REL", "THAT"):
                return False
        return False

    def _finite_follows(self, i: int) -> bool:
        """Whether a subject and a finite verb come behind, whatever stands between."""
        seen = False
        for following in self.phrases[i + 1 :]:
            if following.type == "NP":
                seen = True
            elif following.type == "VP" and following.form == "finite":
                return seen
            elif following.type in ("STOP", "THAT", "REL"):
                return False
        return False

    def _next_type(self, i: int) -> str:
        for following in self.phrases[i + 1 :]:
            if following.type not in ("ADV", "QUOTE", "COMMA"):
                return following.type
        return ""

    def _last_noun(self) -> Phrase | None:
        items = self.current.after or self.current.subject
        nouns = [i for i, p in enumerate(items) if p.type == "NP"]
        if not nouns:
            return None
        last = nouns[-1]
        if items[last].head_name is not None and len(nouns) > 1:
            # "a trip to Peru that was planned", "talks between A and B held in Oslo": the happening, not whom it names
            for i in reversed(nouns[:-1]):
                if items[i].head in lex.NOUNS and any(p.type == "PREP" for p in items[i + 1 : last]):
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
            self._finite(vp)

    def _bare_preposition(self) -> str:
        """The preposition that a gerund follows directly: "after meeting …"."""
        last = self.current.subject[-1] if self.current.subject else None
        return last.low if last is not None and last.type in ("PREP", "SUBPREP") else ""

    def _is_reduced(self, i: int, vp: Phrase) -> bool:
        """Of "talks held in Oslo", "a treaty signed by both": a participle that only modifies the noun before it."""
        inserted = vp.last - vp.first == len(vp.adverbs) and self._is_inserted(i)
        if vp.passive or vp.perfect or vp.modal or (vp.first != vp.last and not inserted):
            return False
        forms = lex.VERB_FORMS.get(vp.low, ("", frozenset()))[1]
        if lex.PARTICIPLE not in forms:
            return False
        if inserted:
            return True
        previous = self.phrases[i - 1] if i else None
        following = self.phrases[i + 1] if i + 1 < len(self.phrases) else None
        if (
            previous is None
            or previous.type != "NP"
            or (previous.head_name is not None and previous.head_name.kind is not None)
            or previous.head in lex.PRONOUNS
        ):
            return False
        if following is None or following.type == "STOP":
            return False
        if following.low == "by":
            return True
        if following.type not in ("PREP", "TIME", "SUBPREP"):
            return False
        if vp.lemma not in _TRANSITIVE:
            return vp.lemma not in lex.SAY and vp.lemma not in lex.VERBS and self._finite_ahead(i)
        if previous.head in lex.NOUNS or lex.singular(previous.head) in lex.ACT_OBJECTS:
            return True
        return self._finite_ahead(i)

    def _is_inserted(self, i: int) -> bool:
        """Between commas, after the subject and before its verb: "the talks, held in Oslo, failed"."""
        before = [p.type for p in self.phrases[max(0, i - 3) : i] if p.type != "ADV"]
        following = self.phrases[i + 1] if i + 1 < len(self.phrases) else None
        if before[-2:] != ["NP", "COMMA"] or following is None:
            return False
        if following.type not in ("PREP", "TIME", "SUBPREP") and following.low != "by":
            return False
        comma = False
        for phrase in self.phrases[i + 1 :]:
            if phrase.type == "VP" and phrase.form == "finite":
                return comma
            if phrase.type in ("VP", "SUB", "REL", "THAT", "STOP", "CONJ"):
                return False
            comma = phrase.type == "COMMA" or (comma and phrase.type == "ADV")
        return False

    def _finite_ahead(self, i: int) -> bool:
        """Whether a finite verb comes without a subject of its own, so that this one cannot be the clause's verb."""
        before = ""
        own_subject = False
        for following in self.phrases[i + 1 :]:
            if following.type == "VP" and following.form == "finite":
                return not own_subject
            if following.type in ("SUB", "SUBPREP", "REL", "THAT", "STOP", "CONJ", "COMMA"):
                return False
            if following.type == "NP":
                own_subject = before != "PREP"
            before = following.type
        return False

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

    def _finite(self, vp: Phrase) -> None:
        if self._resumes(vp):
            self.current = self.aside.pop()
            self.current.vp = vp
            return
        current = self.current
        taken = self._said_subject(current, vp) or self._take_subject(current)
        lead = next((p for p in reversed(current.after) if p.type not in ("ADV", "QUOTE", "TIME")), None)
        if taken:
            saying = current.vp is not None and current.vp.lemma in lex.SAY and not self._comma_since(current)
            if saying:
                clause = self._open("that", "that", current)
            else:
                clause = self._open("coordinate", lead.low if lead is not None and lead.type == "CONJ" else "", current)
            clause.subject = taken
        else:
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

    def _resumes(self, vp: Phrase) -> bool:
        """Whether the verb belongs to the subject that a participle pushed aside: "talks held in Oslo *collapse*"."""
        if self.aside and self.current.relation == "gerund" and self.aside[-1].vp is None:
            # "Meeting the envoy now would help": the gerund is the subject
            bare = not any(p.type == "NP" for p in self.aside[-1].subject)
            return bare and not any(p.type == "COMMA" for p in self.current.after)
        if not self.aside or self.current.relation not in ("participle", "relative") or self.aside[-1].vp is not None:
            return False
        if not any(p.type == "NP" for p in self.aside[-1].subject):
            return False
        noun_after_comma = False
        for phrase in reversed(self.current.after):
            if phrase.type == "NP":
                noun_after_comma = True
            elif phrase.type == "COMMA":
                return not (noun_after_comma and vp.lemma in lex.SAY)
        return self.current.relation == "participle" or not noun_after_comma

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

    def _take_subject(self, clause: Clause) -> list[Phrase]:
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
        if k >= j:
            return []
        taken = items[k:]
        if not any(p.type == "NP" for p in taken):
            return []
        del items[k:]
        return taken

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
        clause.lemma = _with_particle(clause.vp, clause.after)
        if _is_headline_passive(clause):
            clause.vp.passive = True


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
    off = lex.GOVERNING_VERBS["cancelled"] | lex.GOVERNING_VERBS["postponed"]
    if clause.lemma not in off or vp.tense != "past" or vp.first != vp.last or vp.passive or clause.inherited:
        return False
    noun = next((p for p in clause.subject if p.type == "NP"), None)
    acted_on = next((p for p in clause.after if p.type not in ("ADV", "QUOTE")), None)
    happening = noun is not None and noun.head_name is None and lex.NOUNS.get(noun.head) in ENCOUNTERS
    return happening and not (acted_on is not None and acted_on.type == "NP")


def _with_particle(vp: Phrase, after: list[Phrase]) -> str:
    combos = PHRASAL.get(vp.lemma)
    if not combos:
        return vp.lemma
    words = [p for p in after[:6] if p.type not in ("ADV", "QUOTE")]
    nouns = 0
    for i, phrase in enumerate(words):
        if phrase.type == "NP":
            nouns += 1
            lows = tuple(phrase.low.split()[:1])
            if nouns == 1 and lows in combos and i == 0:
                return combos[lows]
            if nouns > 1:
                break
            continue
        if phrase.type not in ("PREP", "SUBPREP", "CONJ"):
            break
        if i + 1 < len(words) and words[i + 1].type == "TIME" and phrase.low in ("in", "on", "for", "with", "to", "at"):
            break  # "agreed on Monday"
        for rest, phrasal in combos.items():
            if phrase.low == rest[0] and (len(rest) == 1 or (i + 1 < len(words) and words[i + 1].low == rest[1])):
                if nouns and rest[0] in ("on", "to", "for", "with", "upon", "against"):
                    continue
                return phrasal
        if nouns:
            break
    return vp.lemma
