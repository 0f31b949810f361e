"""Words that go back to somebody named before: "the two leaders", "both sides", "they", "she".

A group or a pronoun that could mean others as well means nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import pairwise

from timeline.parser.names_book import NameBook
from timeline.parser.names_chunks import Words
from timeline.parser.names_introducing import Introductions
from timeline.parser.names_mentions import Mention, Title
from timeline.parser.reading import ActorKind, Name, Sentence

_CLAUSE_WORDS = frozenset(
    {"and", "but", "that", "who", "which", "when", "while", "after", "before", "as", "if", "because"}
)
_SUBORDINATING = frozenset(
    {"after", "before", "when", "while", "as", "since", "although", "though", "once", "until", "if"}
)
_POSSESSIVE = frozenset({"his", "her", "their"})
_THIRD = frozenset({"to", "on", "urged", "asked", "told", "advised", "pressed", "warned", "invited", "pushed"})
"""Before "both sides": whoever does so is none of them."""
_OUGHT = frozenset({"should", "must", "ought"})
_BESIDE = frozenset({"with", "behind", "beside", "around", "about"})
FAR = 1 << 60
"""Behind every sentence."""
REACH = 6
"""Sentences back in which "the two leaders" or "both sides" look for whom they mean."""


class Anaphora(Introductions):
    """Finds whom groups and pronouns mean, by the names of the sentences read so far."""

    def __init__(self, text: str, sentences: Sequence[Sentence], published: date | None, book: NameBook) -> None:
        super().__init__(text, sentences, published, book)
        self.unnamed: list[int] = []
        """For each sentence, where an official stands whom nothing names; far off where none does."""
        self._persons_of: dict[int, tuple[int, bool, dict[str, Name]]] = {}
        """What `_persons_in` found: in how many names, whether the sentence was at its end, and whom."""

    def _group(self, sentence: Words, mention: Mention) -> list[Name]:
        if mention.noun == "states":
            members = self._recent_states(sentence, mention)
            rule = "the two states"
        else:
            title = mention.title
            if title is not None and title.office:
                members = self._together(lambda n: self._has_office(n, title), mention.count)
            else:
                members = self._together(lambda n: True, mention.count)
            rule = "the two leaders"
        if len(members) < mention.count:
            return []
        return [self._joined(sentence, mention, members, rule)]

    def _together(self, wanted: Callable[[Name], bool], count: int) -> list[Name]:
        """Give as many persons as "the two" means, oldest first, or nobody.

        They are those of this sentence or the one before where it names just so many; of two, otherwise those of the
        last sentences whom the text has named most often, as in a report on two presidents that mentions a third.
        """
        for back in (1, 2):
            found = self._persons(self.by_sentence[-back:][:1], wanted)
            if len(found) == count:
                return list(found.values())
        near = self._persons(self.by_sentence[-REACH:], wanted)
        if len(near) == count and count == 2:
            return list(near.values())
        if len(near) < count or count > 2:
            return []
        often = sorted(near.values(), key=lambda n: (-self._times_named(n), -n.start))[:count]
        return [n for n in near.values() if n in often]

    @staticmethod
    def _persons(sentences: list[list[Name]], wanted: Callable[[Name], bool]) -> dict[str, Name]:
        """Give the distinct persons of some sentences that are wanted, in order of their last mention."""
        found: dict[str, Name] = {}
        for here in sentences:
            for name in here:
                for each in name.members or (name,):
                    if each.kind == ActorKind.PERSON and wanted(each):
                        found.pop(each.name, None)
                        found[each.name] = each
        return found

    def _times_named(self, name: Name) -> int:
        person = self.memory.by_name.get(name.name)
        return len(person.seen) if person is not None else 0

    def _recent_states(self, sentence: Words, mention: Mention) -> list[Name]:
        """Give as many states as "both sides" means, or none.

        They are a pair or list of as many, named last; else those of this sentence or the one before where it names
        just so many; else the ones named clearly more often than others in the last sentences. Whoever urges "both
        sides" or says what they should do is not one of them.
        """
        count = mention.count
        for here in reversed(self.by_sentence[-REACH:]):
            for name in reversed(here):
                if len(name.members) == count and all(m.kind == ActorKind.STATE for m in name.members):
                    return list(name.members)
            if len(self._states([here], (ActorKind.STATE,))) > 0:
                break
        before = sentence.lowered[mention.first - 1] if mention.first else ""
        after = sentence.lowered[mention.last] if mention.last < len(sentence.lowered) else ""
        outside: set[str] = set()
        if before in _THIRD or after in _OUGHT:
            outside = set(self._states(self.by_sentence[-1:], (ActorKind.STATE, ActorKind.PERSON)))
        for kinds in ((ActorKind.STATE,), tuple(ActorKind), (ActorKind.STATE, None)):
            for back in (1, 2):
                found = self._states(self.by_sentence[-back:][:1], kinds, outside if back > 1 else ())
                if len(found) == count:
                    return [each for each, _ in found.values()]
        found = self._states(self.by_sentence[-REACH:], (ActorKind.STATE, ActorKind.PERSON), outside)
        often = sorted(found.values(), key=lambda pair: -pair[1])
        if len(often) < count or (len(often) > count and often[count - 1][1] <= often[count][1]):
            return []
        chosen = {each.name for each, _ in often[:count]}
        return [each for name, (each, _) in found.items() if name in chosen]

    @staticmethod
    def _states(
        sentences: list[list[Name]], kinds: tuple[ActorKind | None, ...], outside: Collection[str] = ()
    ) -> dict[str, tuple[Name, int]]:
        """Give the states that names of some kinds stand for, each with how often, in order of the last mention.

        With None among the kinds, states that are named as places count too: "She went to Chad and Niger".
        """
        found: dict[str, tuple[Name, int]] = {}
        for here in sentences:
            for name in here:
                for each in name.members or (name,):
                    placed = each.as_place and None not in kinds
                    if each.kind not in kinds or placed or not each.state or each.state in outside:
                        continue
                    times = found.pop(each.state, (each, 0))[1]
                    state = Name(each.start, each.end, each.state, ActorKind.STATE, "state", each.state, known=True)
                    found[each.state] = (state, times + 1)
        return found

    def _pronoun(self, sentence: Words, mention: Mention) -> Name | None:
        if not mention.gender:
            return self._they(sentence, mention)
        here = [n for n in self.by_sentence[-1] if n.kind == ActorKind.PERSON and not n.members]
        persons = [n for n in here if self._may_be(n, mention.gender)]
        if mention.noun in {"him", "her"} and sentence.lowered[mention.first - 1] in _BESIDE and persons:
            return None  # "Soto brought a gift with her": herself, or another.
        if mention.noun == "him":
            persons = [n for n in persons if self._clause_ends(sentence, n.end, mention)]
        position = sentence.starts[mention.first]
        if self._ends_in_tag(sentence, mention):
            before = self._speaker_before(mention.gender)
            return self._as_pronoun(sentence, mention, before) if before is not None else None
        if not persons and self._is_fronted(sentence, mention):
            return None  # "In her statement, Soto ...": who is meant comes later; see `_look_ahead`.
        if not here and mention.noun in {"he", "she", "his"} and self.unnamed[-1] < position:
            return None  # "A Chilean official said that he ..."
        if not persons:
            before = self._subject_before(mention.gender)
            return self._as_pronoun(sentence, mention, before) if before is not None else None
        if len({n.name for n in persons}) > 1:
            # "Soto said she": the speaker; "Rey refused Soto's offer, saying he": not the owner of something.
            speakers = [n for n in persons[-1:] if self._just_spoke(sentence, n, mention)]
            acting = mention.noun not in _POSSESSIVE
            persons = speakers or [n for n in persons if acting and not sentence.text.startswith("'", n.end)]
        if len({n.name for n in persons}) != 1:
            return None
        self._learn_gender(persons[0], mention.gender)
        return self._as_pronoun(sentence, mention, persons[0])

    def _is_fronted(self, sentence: Words, mention: Mention) -> bool:
        """Whether a pronoun stands in a fronted phrase: "In her reply, ...", "After he came, ...", not "In May he"."""
        opener = sentence.lowered[0]
        if mention.noun in _POSSESSIVE:
            return opener in self.book.classes["fronting"]
        return opener in _SUBORDINATING

    def _ends_in_tag(self, sentence: Words, mention: Mention) -> bool:
        """Whether a pronoun only says who spoke: "Rey would come, he said."."""
        if mention.noun not in {"he", "she"} or mention.first < 2 or mention.last >= len(sentence.lowered):
            return False
        before = sentence.shown[mention.first - 1]
        if before not in {",", '"'} or sentence.lowered[mention.last] not in self.book.classes["person_verbs"]:
            return False
        following = sentence.lowered[mention.last + 1 : mention.last + 2]
        return not following or following[0] in {".", ",", ";", "on", "in", "at", "after", "late", "through"}

    def _clause_ends(self, sentence: Words, end: int, mention: Mention) -> bool:
        """Whether a clause ends between a name and a pronoun; within one, "him" is another than its subject."""
        between = sentence.text[end : sentence.starts[mention.first]]
        return any(sign in between for sign in ',;:"\u2013') or not _CLAUSE_WORDS.isdisjoint(between.lower().split())

    def _just_spoke(self, sentence: Words, name: Name, mention: Mention) -> bool:
        """Whether only a verb of saying stands between a name and a pronoun: "Soto said that she"."""
        between = sentence.text[name.end : sentence.starts[mention.first]].split()
        return (
            1 <= len(between) <= 2 and between[0] in self.book.classes["person_verbs"] and between[1:] in ([], ["that"])
        )

    def _they(self, sentence: Words, mention: Mention) -> Name | None:
        """Give those whom "they" can mean: the list or pair named first, here or in the sentence before."""
        for here in (self.by_sentence[-1], self.by_sentence[-2] if len(self.by_sentence) > 1 else []):
            several = next((n for n in here if n.members and n.rule != "pair"), None)
            if several is not None:
                return self._joined(sentence, mention, list(several.members), "they")
            actors = [
                n
                for n in here
                if n.kind in (ActorKind.PERSON, ActorKind.STATE)
                and not n.members
                and not n.as_place
                and n.rule not in {"pronoun", "demonym"}
            ]
            for kind in (ActorKind.PERSON, ActorKind.STATE):
                alike = list({n.name: n for n in actors if n.kind == kind}.values())
                if len(alike) == 2 or (len(alike) > 2 and self._in_one_list(sentence, alike)):
                    return self._joined(sentence, mention, alike, "they")
                if alike:
                    return None
        return None

    @staticmethod
    def _in_one_list(sentence: Words, names: list[Name]) -> bool:
        """Whether names follow one another with nothing but commas and "and" between them."""
        return all(
            set(sentence.text[a.end : b.start].replace(",", " ").split()) <= {"and", "the"} for a, b in pairwise(names)
        )

    def _may_be(self, name: Name, gender: str) -> bool:
        person = self.memory.by_name.get(name.name)
        return person is None or not person.gender or not gender or person.gender == gender

    def _look_ahead(self, sentence: Words, waiting: list[tuple[Mention, int]], here: list[Name]) -> None:
        """Give pronouns of a fronted phrase the person that the sentence goes on to name: "In her reply, Soto said"."""
        persons = [n for n in here if n.kind == ActorKind.PERSON and not n.members and n.rule != "pronoun"]
        for mention, place in reversed(waiting):
            chosen = next((n for n in persons if self._goes_on_with(sentence, mention, n)), None)
            if chosen is None or not mention.gender or not self._may_be(chosen, mention.gender):
                chosen = self._subject_before(mention.gender)
            if chosen is not None:
                here.insert(place, self._as_pronoun(sentence, mention, chosen))

    def _goes_on_with(self, sentence: Words, mention: Mention, name: Name) -> bool:
        """Whether a name is the subject behind the fronted phrase that a pronoun stands in."""
        between = sentence.text[sentence.ends[mention.last - 1] : name.start]
        if between.rstrip().endswith(",") or between.rstrip().endswith((", the", ", The")):
            return between.count(",") == 1
        return mention.noun in _POSSESSIVE and "," not in between and len(between.split()) <= 3

    def _subject_before(self, gender: str) -> Name | None:
        """Give the first person of the sentence before that a pronoun may mean."""
        if len(self.by_sentence) < 2:
            return None
        persons = [n for n in self.by_sentence[-2] if n.kind == ActorKind.PERSON and not n.members]
        if self.unnamed[-2] < (persons[0].start if persons else FAR):
            return None  # "A Chilean official met Soto. He said ...": the official, whoever that is.
        before = [name for name in persons if self._may_be(name, gender)]
        # "Soto's envoy Hugo Rey came. He ...": an owner is no subject, if there is anybody else.
        text = self.sentences[0].text if self.sentences else ""
        before = [n for n in before if not text.startswith("'", n.end)] or before
        if len({name.name for name in before}) == 1:
            self._learn_gender(before[0], gender)
        return before[0] if before else None

    def _speaker_before(self, gender: str) -> Name | None:
        """Give the one person of the sentence before who says something there, or else its subject."""
        if len(self.by_sentence) < 2:
            return None
        text, verbs = self.sentences[0].text, self.book.classes["person_verbs"]
        speaking: dict[str, Name] = {}
        for name in self.by_sentence[-2]:
            if name.kind == ActorKind.PERSON and not name.members and self._may_be(name, gender):
                behind = text[name.end : name.end + 20].lstrip(", ").split(maxsplit=1)
                if behind and behind[0].strip(".,") in verbs:
                    speaking[name.name] = name
        return next(iter(speaking.values())) if len(speaking) == 1 else self._subject_before(gender)

    def _learn_gender(self, name: Name, gender: str) -> None:
        person = self.memory.by_name.get(name.name)
        if person is not None and not person.gender:
            person.gender = gender

    def _as_pronoun(self, sentence: Words, mention: Mention, meant: Name) -> Name:
        return self._name(
            sentence, mention, meant.name, ActorKind.PERSON, "pronoun", meant.state, meant.office, meant.known
        )

    def _name(
        self,
        sentence: Words,
        mention: Mention,
        name: str,
        kind: ActorKind | None,
        rule: str,
        state: str = "",
        office: str = "",
        known: bool = False,
        as_place: bool = False,
        members: tuple[Name, ...] = (),
    ) -> Name:
        start, end = sentence.starts[mention.first], sentence.ends[mention.last - 1]
        return Name(start, end, name, kind, rule, state, office, members, known, as_place)

    def _joined(self, sentence: Words, mention: Mention, members: list[Name], rule: str) -> Name:
        kinds = {m.kind for m in members}
        kind = kinds.pop() if len(kinds) == 1 else ActorKind.STATE if ActorKind.STATE in kinds else ActorKind.PERSON
        name = " and ".join(dict.fromkeys(m.name for m in members))
        return self._name(
            sentence, mention, name, kind, rule, members=tuple(members), known=all(m.known for m in members)
        )

    def _has_office(self, name: Name, title: Title) -> bool:
        person = self.memory.by_name.get(name.name)
        if person is None:
            return False
        if title.office in {"leader", "ruler"}:
            return person.leader and not (person.former and person.known)
        return person.rank == title.rank or title.office in person.office

    def _recent(self, wanted: Callable[[Name], bool], count: int) -> list[Name]:
        """Give the distinct persons named last that are wanted, oldest first."""
        found: dict[str, Name] = {}
        for at in range(len(self.by_sentence) - 1, max(-1, len(self.by_sentence) - 1 - REACH), -1):
            for each in reversed(self._persons_in(at).values()):
                if each.name not in found and wanted(each):
                    found[each.name] = each
                    if len(found) == count:
                        return list(found.values())[::-1]
        return list(found.values())[::-1]

    def _persons_in(self, at: int) -> dict[str, Name]:
        """Give the distinct persons that a sentence names, by name, in order of their last mention.

        A sentence that is still read gets further names at its end: only these are looked at, since one that never
        ends would else be looked through for each of its words.
        """
        names, ended = self.by_sentence[at], at < len(self.by_sentence) - 1
        count, was_ended, found = self._persons_of.get(at, (0, False, {}))
        if ended and not was_ended:  # what a word turned out to stand for was put in between
            count, found = 0, {}
        for name in names[count:]:
            for each in name.members or (name,):
                if each.kind == ActorKind.PERSON:
                    found.pop(each.name, None)
                    found[each.name] = each
        self._persons_of[at] = (len(names), ended, found)
        return found
