"""The second pass over a text's names: whom each mention means, going through the text from its beginning.

The rules are in `names_rules`. A mention that could mean two people means nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import pairwise

from timeline.parser.names_book import Entry, Sort
from timeline.parser.names_chunks import Words
from timeline.parser.names_introducing import Introductions, is_half
from timeline.parser.names_memory import Person, name_words
from timeline.parser.names_mentions import Mention, Title, What
from timeline.parser.names_places import is_place
from timeline.parser.names_rules import RULES
from timeline.parser.reading import ActorKind, Name

_THING_RULES = {
    Sort.STATE: "state",
    Sort.DEMONYM: "demonym",
    Sort.PEOPLE: "demonym",
    Sort.CAPITAL: "capital",
    Sort.SEAT: "seat",
    Sort.PLACE: "place",
    Sort.ORGANISATION: "organisation",
    Sort.MEDIA: "media",
}
_ABSTRACT = (
    *("tion", "sion", "ment", "ity", "ness", "ship", "ism", "ance", "ence", "ology", "ics", "ysis", "ure"),
    *("tions", "ments", "ities", "ships"),
)
"""Endings of English nouns for what cannot be seen; a single word that ends so is hardly a family name."""
_CLAUSE_WORDS = frozenset(
    {"and", "but", "that", "who", "which", "when", "while", "after", "before", "as", "if", "because"}
)
_WEIGHTY = frozenset({"foreign_minister", "minister", "head_of_government", "head_of_state", "deputy_minister"})
_MOST_MINISTERS = 6
_OTHER_HALF = {"North Korea": "South Korea", "South Korea": "North Korea"}
"""A text that speaks of one may call the other "the North" or "the South"."""
_SUBORDINATING = frozenset(
    {"after", "before", "when", "while", "as", "since", "although", "though", "once", "until", "if"}
)
_POSSESSIVE = frozenset({"his", "her", "their"})
_THIRD = frozenset(
    {"to", "on", "urged", "asked", "told", "advised", "pressed", "warned", "between", "invited", "pushed"}
)
"""Before "both sides": whoever does so is none of them."""
_OUGHT = frozenset({"should", "must", "ought"})
_FAR = 1 << 60
_REACH = 6
"""Sentences back in which "the two leaders" or "both sides" look for whom they mean."""


class Finder(Introductions):
    """Gives the names of one text."""

    def find(self) -> tuple[Name, ...]:
        """Give the names in text order."""
        self.unnamed: list[int] = []
        """For each sentence, where an official stands whom nothing names; far off where none does."""
        for sentence, mentions in zip(self.sentences, self.mentions, strict=True):
            self.by_sentence.append([])
            self._read_sentence(sentence, mentions)
        return tuple(name for here in self.by_sentence for name in here)

    def _read_sentence(self, sentence: Words, mentions: list[Mention]) -> None:
        here = self.by_sentence[-1]
        self.unnamed.append(_FAR)
        listed: bool | None = None
        end_before = -1
        waiting: list[tuple[Mention, int]] = []
        for mention in mentions:
            together = end_before >= 0 and self._listed(sentence, end_before, mention.first, mention.last)
            names = self._resolve(sentence, mention, listed if together else None)
            told = mention.title is not None and mention.title.office and mention.title.rank not in {"", "other"}
            if mention.what == What.ROLE and told and all(n.kind != ActorKind.PERSON for n in names):
                self.unnamed[-1] = min(self.unnamed[-1], sentence.starts[mention.first])
            if (
                mention.gender
                and mention.what == What.PRONOUN
                and not names
                and self._is_fronted(sentence, mention)
                and all(n.kind != ActorKind.PERSON for n in here)
            ):
                waiting.append((mention, len(here)))
            here.extend(names)
            listed = names[-1].as_place if names and mention.what == What.THING else None
            end_before = mention.last
        if waiting:
            self._look_ahead(sentence, waiting, here)

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
        if persons and self.unnamed[-2] < persons[0].start or not persons and self.unnamed[-2] < _FAR:
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

    # One mention ------------------------------------------------------------------------------------------------

    def _listed(self, sentence: Words, before: int, after: int, last: int) -> bool:
        """Whether a name stands in one list with the name before it."""
        between = sentence.lowered[before:after]
        if not 0 < len(between) <= 3 or any(w not in {",", "and", "or", "the", "&"} for w in between):
            return False
        # "..., the Vatican said": no item of the list before.
        after = sentence.lowered[last] if last < len(sentence.lowered) else ""
        return after not in self.book.classes["person_verbs"]

    def _resolve(self, sentence: Words, mention: Mention, listed: bool | None) -> list[Name]:
        match mention.what:
            case What.THING:
                name = self._thing(sentence, mention, listed)
            case What.PERSON:
                return self._person(sentence, mention)
            case What.ROLE:
                return self._role(sentence, mention)
            case What.ROLES:
                return self._roles(sentence, mention)
            case What.BODY:
                shown = sentence.phrase(mention.first, mention.last)
                state = mention.state or (self._state_spoken_of() if shown.endswith("Ministry") else "")
                name = self._name(sentence, mention, shown, ActorKind.ORGANISATION, "body", state)
            case What.PAIR:
                return self._pair(sentence, mention)
            case What.GROUP:
                return self._group(sentence, mention)
            case _:
                name = self._pronoun(sentence, mention)
        return [name] if name is not None else []

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

    def _thing(self, sentence: Words, mention: Mention, listed: bool | None) -> Name | None:
        entry = self._meaning(sentence, mention)
        if entry is None:
            return None
        shown = sentence.shown[mention.first]
        if mention.last - mention.first == 1 and shown in self.acronyms:
            name, state = self.acronyms[shown]
            return self._name(sentence, mention, name, ActorKind.ORGANISATION, "acronym", state)
        rule = _THING_RULES[entry.sort]
        if entry.sort in (Sort.ORGANISATION, Sort.MEDIA):
            return self._name(sentence, mention, entry.name, ActorKind.ORGANISATION, rule, entry.state, known=True)
        if is_half(sentence, mention) and self.spoken_of.isdisjoint((entry.state, _OTHER_HALF.get(entry.state, ""))):
            return None
        city = any(e.sort == Sort.CAPITAL for e in mention.entries)
        placed = is_place(sentence, mention.first, mention.last, entry.sort, self.book, listed, city)
        if entry.sort == Sort.PLACE or (entry.sort == Sort.CAPITAL and placed):
            return self._name(sentence, mention, entry.name, None, "place", entry.state, known=True, as_place=True)
        if placed:
            rule = "state as place"
        return self._name(
            sentence, mention, entry.state, ActorKind.STATE, rule, entry.state, known=True, as_place=placed
        )

    def _meaning(self, sentence: Words, mention: Mention) -> Entry | None:
        """Choose among the meanings of known words: the state that existed then, the one the text speaks of."""
        entries = mention.entries
        if len(entries) == 1:
            return entries[0]
        if self.published is not None:
            living = [e for e in entries if e.since <= self.published <= e.until]
            entries = tuple(living) or entries
        return entries[0]

    def _person(self, sentence: Words, mention: Mention) -> list[Name]:
        name = self._name_of(sentence, mention)
        position = sentence.starts[mention.first]
        word = sentence.shown[mention.first]
        if mention.last - mention.first == 1 and word in self.acronyms:
            body, state = self.acronyms[word]
            return [self._name(sentence, mention, body, ActorKind.ORGANISATION, "acronym", state)]
        person, rule = self._who(mention, name, position)
        if person is None and mention.title is None and not mention.gender:
            pair = self._hyphenated(sentence, mention, name)
            if pair is not None:
                return [pair]
            person, rule = self._behind_first_word(sentence, mention, position)
        if person is None:
            if not mention.gender and (mention.title is None or mention.title.inherits):
                return self._inner(sentence, mention)
            if len(name_words(name)) == 1 and not mention.gender and self._is_abstract(name):
                return self._inner(sentence, mention)
            if not name_words(name):
                return []
            title = mention.title if mention.title is not None and mention.title.office else None
            person = self.memory.introduce(name, "", title, mention.state, mention.gender, position)
            rule = "titled name"
        if mention.title is not None and mention.title.inherits and not person.office:
            self._inherit(person)
        after = sentence.lowered[mention.last] if mention.last < len(sentence.lowered) else ""
        classes = self.book.classes
        if mention.title is None and after in classes["not_the_person"]:
            return self._inner(sentence, mention)
        if mention.title is None and after in classes["government_of"] and person.state and person.leader:
            mention.last += 1
            return [
                self._name(sentence, mention, person.state, ActorKind.STATE, "administration", person.state, known=True)
            ]
        self.memory.learn(
            person, mention.title if mention.title and mention.title.office else None, mention.state, mention.gender
        )
        person.seen.append(position)
        return [self._named(sentence, mention, person, rule)]

    def _who(self, mention: Mention, name: str, position: int) -> tuple[Person | None, str]:
        title = mention.title if mention.title is not None and (mention.title.office or mention.title.states) else None
        canonical = self._canonical(mention, name)
        if canonical:
            person = self.memory.by_words.get(name_words(canonical))
            if person is not None:
                return person, mention.rule if mention.rule != "name" else "known person"
        person = self.memory.find(name, title, mention.state, mention.gender, position)
        if person is not None:
            full = len(name_words(name)) > 1 and name_words(name)[0] == person.words[0]
            rule = mention.rule if title is not None and full else "full name" if full else "family name"
            return person, rule if rule in RULES else "family name"
        words = name_words(name)
        if len(words) > 1 and mention.title is None and words[0] not in self.book.classes["particles"]:
            return None, ""
        if self._is_plain_word(mention, name):
            return None, ""
        leader = self.memory.known_by_family(name, title, mention.state, mention.gender)
        if leader and self._may_be_leader(name):
            return self.memory.introduce(leader, leader, None, "", "", position), "family name in office"
        return None, ""

    def _is_abstract(self, name: str) -> bool:
        """Whether a word behind an office is its field rather than a name: "Chief Diversity and Inclusion Officer"."""
        lowered = name.lower()
        return lowered in self.common or lowered.endswith(_ABSTRACT) or name in self.book.classes["thing_nouns"]

    def _may_be_leader(self, name: str) -> bool:
        """Whether nobody of the text has this family name: "Sato" beside "Kenji Sato" is not the leader Sato."""
        call = " ".join(name_words(name))
        return not self.memory.by_call.get(call)

    def _is_plain_word(self, mention: Mention, name: str) -> bool:
        """Whether a family name is an ordinary word here: it opens the sentence, or is written small elsewhere."""
        if mention.title is not None or mention.gender:
            return False
        if mention.initial and name in self.book.classes["word_surnames"]:
            return not mention.acts
        return name.lower() in self.common

    def _behind_first_word(self, sentence: Words, mention: Mention, position: int) -> tuple[Person | None, str]:
        """ "Yesterday Sato": a run that opens a sentence may begin with an ordinary word."""
        if mention.name_last - mention.name_first < 2 or not (mention.initial or sentence.headline):
            return None, ""
        for first in range(mention.name_first + 1, mention.name_last):
            if sentence.shown[first][0].isupper():
                name = sentence.phrase(first, mention.name_last)
                person = self.memory.find(name, None, "", "", position)
                if person is not None:
                    mention.first = mention.name_first = first
                    return person, "family name"
        return None, ""

    def _hyphenated(self, sentence: Words, mention: Mention, name: str) -> Name | None:
        """ "Soto-Rey summit": each half is somebody."""
        if "-" not in name or not self._is_pair(name):
            return None
        members: list[Name] = []
        at = mention.first
        for index in range(mention.first, mention.last + 1):
            if index == mention.last or sentence.shown[index] == "-":
                part = Mention(What.PERSON, at, index, at, index, rule="name")
                members.extend(self._person(sentence, part))
                at = index + 1
        if len(members) < 2 or len({m.name for m in members}) < 2:
            return None
        states = {m.state for m in members}
        after = sentence.lowered[mention.last] if mention.last < len(sentence.lowered) else ""
        if after in self.book.classes["government_of"] and len(states) == 1 and "" not in states:
            mention.last += 1
            state = states.pop()
            return self._name(sentence, mention, state, ActorKind.STATE, "administration", state, known=True)
        return self._joined(sentence, mention, members, "pair")

    def _joined(self, sentence: Words, mention: Mention, members: list[Name], rule: str) -> Name:
        kinds = {m.kind for m in members}
        kind = kinds.pop() if len(kinds) == 1 else ActorKind.STATE if ActorKind.STATE in kinds else ActorKind.PERSON
        name = " and ".join(dict.fromkeys(m.name for m in members))
        return self._name(
            sentence, mention, name, kind, rule, members=tuple(members), known=all(m.known for m in members)
        )

    def _named(self, sentence: Words, mention: Mention, person: Person, rule: str) -> Name:
        title = mention.title
        office = person.office
        if title is not None and title.office:
            office = (
                title.office
                if title.former or not person.office or len(title.office) >= len(person.office)
                else person.office
            )
        if title is not None and title.rank == "spokesman" and "ministry" in title.office and not person.state:
            person.state = self._state_spoken_of()
        state = (title.state if title is not None else "") or mention.state or person.state
        if person.known and person.state and not (title is not None and title.state):
            state = person.state
        if rule not in RULES:
            rule = "full name"
        return self._name(sentence, mention, person.name, ActorKind.PERSON, rule, state, office, person.known)

    def _state_spoken_of(self) -> str:
        """Give the state whose ministry is meant where none is named, or an empty text.

        It is that of the minister named in this sentence, or else the only state named in it and the two before:
        "Foreign Ministry spokesman Rey" in a report on Chile speaks for Chile.
        """
        serving = {n.state for n in self.by_sentence[-1] if n.kind == ActorKind.PERSON and "minister" in n.office}
        if len(serving) == 1:
            return serving.pop()
        states = {
            member.state
            for here in self.by_sentence[-3:]
            for name in here
            for member in name.members or (name,)
            if member.kind == ActorKind.STATE and not member.as_place
        }
        return states.pop() if len(states) == 1 else ""

    def _inherit(self, person: Person) -> None:
        """Give a counterpart the office of the person named before in the text."""
        other = self._official_before(())
        if other is not None:
            person.office, person.rank, person.leader = other.office, other.rank, other.leader

    def _official_before(self, states: tuple[str, ...]) -> Person | None:
        """Give the person with an office named last, outside of some states."""
        for here in reversed(self.by_sentence[-_REACH:]):
            for name in reversed(here):
                if name.kind == ActorKind.PERSON and name.office and not name.members and name.state not in states:
                    return self.memory.by_name.get(name.name)
        return None

    # Offices without names --------------------------------------------------------------------------------------

    def _role(self, sentence: Words, mention: Mention) -> list[Name]:
        title = mention.title
        assert title is not None
        position = sentence.starts[mention.first]
        if not title.indefinite:
            if title.inherits:
                title = self._inherited(title)
            holder = self._holder(title, position) if title.office else None
            if holder is not None:
                holder.seen.append(position)
                return [self._named(sentence, mention, holder, "office alone")]
        return self._inner(sentence, mention)

    def _inherited(self, title: Title) -> Title:
        other = self._official_before(title.states)
        return title if other is None else replace(title, office=other.office, rank=other.rank, leader=other.leader)

    def _inner(self, sentence: Words, mention: Mention) -> list[Name]:
        """Give the states and bodies inside an office whose holder nobody knows: "Chilean officials" → Chile."""
        names: list[Name] = []
        for part in mention.parts:
            if part.what == What.PAIR:
                names.extend(self._pair(sentence, part))
            elif (name := self._thing(sentence, part, None)) is not None:
                names.append(name)
        return names

    def _roles(self, sentence: Words, mention: Mention) -> list[Name]:
        """ "The foreign ministers", "the Chilean and Peruvian presidents"."""
        title = mention.title
        members: list[Name] = []
        if title is not None and (title.leader or title.rank in _WEIGHTY) and not title.former:
            if len(title.states) > 1:
                members = self._holders(sentence, mention, title)
                rule = "office alone"
            elif title.states:
                pass  # "American presidents": those of all times.
            elif title.definite:
                members = self._recent(lambda n: self._has_office(n, title), _MOST_MINISTERS)
                members = members if len(members) >= 2 else []
                rule = "the ministers"
        if members:
            return [self._joined(sentence, mention, members, rule)]
        return self._inner(sentence, mention)

    def _holders(self, sentence: Words, mention: Mention, title: Title) -> list[Name]:
        """Give the holder of an office in each of its states, or nobody where one is not known."""
        members: list[Name] = []
        position = sentence.starts[mention.first]
        for state in title.states:
            holder = self._holder(replace(title, states=(state,), plural=False), position)
            if holder is None:
                return []
            members.append(self._named(sentence, mention, holder, "office alone"))
        return members

    def _holder(self, title: Title, position: int) -> Person | None:
        holder = self.memory.holder(title, position)
        if isinstance(holder, str):
            return self.memory.introduce(holder, holder, None, "", "", position)
        return holder

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
        for here in reversed(self.by_sentence[-_REACH:]):
            for name in reversed(here):
                for each in reversed(name.members or (name,)):
                    if each.kind == ActorKind.PERSON and each.name not in found and wanted(each):
                        found[each.name] = each
                        if len(found) == count:
                            return list(found.values())[::-1]
        return list(found.values())[::-1]

    # Groups, pairs, pronouns ------------------------------------------------------------------------------------

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
        near = self._persons(self.by_sentence[-_REACH:], wanted)
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
        for here in reversed(self.by_sentence[-_REACH:]):
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
        for kinds in ((ActorKind.STATE,), (ActorKind.STATE, ActorKind.PERSON), (ActorKind.STATE, None)):
            for back in (1, 2):
                found = self._states(self.by_sentence[-back:][:1], kinds, outside)
                if len(found) == count:
                    return [each for each, _ in found.values()]
        found = self._states(self.by_sentence[-_REACH:], (ActorKind.STATE, ActorKind.PERSON), outside)
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

    def _pair(self, sentence: Words, mention: Mention) -> list[Name]:
        members: list[Name] = []
        if is_half(sentence, mention):
            halves = {part.entries[0].state for part in mention.parts if part.entries}
            if self.spoken_of.isdisjoint(halves):
                return []
        for part in mention.parts:
            if part.what == What.PERSON:
                members.extend(self._person(sentence, part))
            else:
                name = self._thing(sentence, part, False)
                if name is not None:
                    members.append(name)
        if len(members) < 2:
            return members
        if len({m.name for m in members}) == 1:
            # "Burma/Myanmar": one under two names.
            return [replace(members[0], start=sentence.starts[mention.first], end=sentence.ends[mention.last - 1])]
        return [
            self._joined(sentence, mention, members, "states together" if mention.rule == "states together" else "pair")
        ]

    def _pronoun(self, sentence: Words, mention: Mention) -> Name | None:
        if not mention.gender:
            return self._they(sentence, mention)
        here = [n for n in self.by_sentence[-1] if n.kind == ActorKind.PERSON and not n.members]
        persons = [n for n in here if self._may_be(n, mention.gender)]
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
            persons = speakers or [n for n in persons if not sentence.text.startswith("'", n.end)]
        if len({n.name for n in persons}) != 1:
            return None
        self._learn_gender(persons[0], mention.gender)
        return self._as_pronoun(sentence, mention, persons[0])

    def _is_fronted(self, sentence: Words, mention: Mention) -> bool:
        """Whether a pronoun stands in a fronted phrase: "In her reply, ...", "After he arrived, ...", not "On Friday he"."""
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
                and n.rule != "pronoun"
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
