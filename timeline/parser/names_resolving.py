"""The second pass over a text's names: whom each mention means, going through the text from its beginning.

The rules are in `names_rules`. A mention that could mean two people means nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.parser.names_anaphora import FAR, REACH, Anaphora
from timeline.parser.names_book import Entry, Sort
from timeline.parser.names_chunks import Words
from timeline.parser.names_epithets import epithets
from timeline.parser.names_introducing import is_half
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
_REGNAL = re.compile(r"\b[IVX]+$")
_ABSTRACT = (
    *("tion", "sion", "ment", "ity", "ness", "ship", "ism", "ance", "ence", "ology", "ics", "ysis", "ure"),
    *("tions", "ments", "ities", "ships"),
)
"""Endings of English nouns for what cannot be seen; a single word that ends so is hardly a family name."""
_WEIGHTY = frozenset({"foreign_minister", "minister", "head_of_government", "head_of_state", "deputy_minister"})
_MOST_MINISTERS = 6
EPITHET_REACH = 12
"""Sentences back in which "the bloc" looks for what it means."""
_DEPARTMENT = {"secretary": "secretary of state", "deputy secretary": "deputy secretary of state"}
"""Offices that without a state are those of one country's foreign ministry → their full names there."""
_DEPARTMENTS_STATE = "United States"
_VAGUE = frozenset({"", "other"})
_YEAR_WITHIN = 8
"""Words at the head of a sentence among which its year is looked for."""


class Finder(Anaphora):
    """Gives the names of one text."""

    def find(self) -> tuple[Name, ...]:
        """Give the names in text order."""
        for sentence, mentions in zip(self.sentences, self.mentions, strict=True):
            self.by_sentence.append([])
            self._read_sentence(sentence, mentions)
        return tuple(name for here in self.by_sentence for name in here)

    def _read_sentence(self, sentence: Words, mentions: list[Mention]) -> None:
        here = self.by_sentence[-1]
        self.unnamed.append(FAR)
        listed: bool | None = None
        end_before = -1
        waiting: list[tuple[Mention, int]] = []
        for mention in mentions:
            together = end_before >= 0 and self._listed(sentence, end_before, mention.first, mention.last)
            names = self._resolve(sentence, mention, listed if together else None)
            nobody = all(n.kind != ActorKind.PERSON for n in names)
            if nobody and mention.what == What.ROLE and mention.title is not None and mention.title.rank not in _VAGUE:
                self.unnamed[-1] = min(self.unnamed[-1], sentence.starts[mention.first])
            fronted = nobody and bool(mention.gender) and mention.what == What.PRONOUN
            if fronted and self._is_fronted(sentence, mention) and all(n.kind != ActorKind.PERSON for n in here):
                waiting.append((mention, len(here)))
            here.extend(names)
            listed = names[-1].as_place if names and mention.what == What.THING else None
            end_before = mention.last
        if waiting:
            self._look_ahead(sentence, waiting, here)
        stand_for = list(epithets(sentence, here, self.by_sentence[-1 - EPITHET_REACH : -1]))
        if stand_for:
            here.extend(stand_for)
            here.sort(key=lambda n: n.start)

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
                return self._group(sentence, mention) or self._inner(sentence, mention)
            case _:
                name = self._pronoun(sentence, mention)
        return [name] if name is not None else []

    def _thing(self, sentence: Words, mention: Mention, listed: bool | None, paired: bool = False) -> Name | None:
        """Give what known words mean; `paired`: they are joined to another name, as governments are, never towns."""
        entry = self._meaning(sentence, mention)
        if entry is None:
            return None
        shown = sentence.shown[mention.first]
        if mention.last - mention.first == 1 and shown in self.acronyms:
            name, state = self.acronyms[shown]
            return self._name(sentence, mention, name, ActorKind.ORGANISATION, "acronym", state)
        rule = _THING_RULES[entry.sort]
        if entry.sort in (Sort.ORGANISATION, Sort.MEDIA):
            known = self._name(sentence, mention, entry.name, ActorKind.ORGANISATION, rule, entry.state, known=True)
            return (
                known if entry.rank == "organ" else replace(known, written=sentence.phrase(mention.first, mention.last))
            )
        if is_half(sentence, mention) and self.spoken_of.isdisjoint(
            (entry.state, self.book.halves.get(entry.state, ""))
        ):
            return None
        city = any(e.sort == Sort.CAPITAL for e in mention.entries)
        paired = paired and entry.sort in (Sort.CAPITAL, Sort.STATE)
        placed = not paired and is_place(sentence, mention.first, mention.last, entry.sort, self.book, listed, city)
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
        if title is None and _REGNAL.search(leader):
            return None, ""  # "Mohammed" alone is a first name, not a king.
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
        if not person.state and title is not None:
            person.state = self._owners_state(sentence, mention)
        state = (title.state if title is not None else "") or mention.state or person.state
        if person.known and person.state and not (title is not None and title.state):
            state = person.state
        if rule not in RULES:
            rule = "full name"
        named = self._name(sentence, mention, person.name, ActorKind.PERSON, rule, state, office, person.known)
        if mention.what != What.PERSON or not person.known:
            return named
        return replace(named, written=self._name_of(sentence, mention))

    def _owners_state(self, sentence: Words, mention: Mention) -> str:
        """Give the state of whoever stands in the possessive before an office: "the president's press secretary"."""
        here = self.by_sentence[-1]
        if not here or here[-1].kind not in (ActorKind.PERSON, ActorKind.STATE):
            return ""
        between = sentence.text[here[-1].end : sentence.starts[mention.first]].split()
        return here[-1].state if between[:1] == ["'s"] and len(between) <= 3 and "," not in between else ""

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
        for here in reversed(self.by_sentence[-REACH:]):
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
            if holder is None and self._is_of_the_department(sentence, mention, title):
                full = replace(title, office=_DEPARTMENT[title.office], states=(_DEPARTMENTS_STATE,))
                holder = self._holder(full, position)
            if holder is not None and not self._of_another_time(sentence, mention, holder):
                holder.seen.append(position)
                return [self._named(sentence, mention, holder, "office alone")]
        return self._inner(sentence, mention)

    def _is_of_the_department(self, sentence: Words, mention: Mention, title: Title) -> bool:
        """Whether "the Secretary" is that of State: so in capitals, in a text that speaks of the United States."""
        if title.office not in _DEPARTMENT or title.states or title.organisation or not title.definite or title.plural:
            return False
        last = sentence.shown[mention.last - 1]
        return last[:1].isupper() and _DEPARTMENTS_STATE in self.spoken_of

    def _of_another_time(self, sentence: Words, mention: Mention, holder: Person) -> bool:
        """Whether a year at the head of the sentence is none of a known holder's: "In 1972 the Chilean president"."""
        terms = self.book.terms.get(holder.name, ())
        if not terms or sentence.lowered[0] not in {"in", "during", "back", "by", "since"}:
            return False
        for at in range(1, min(mention.first, _YEAR_WITHIN)):
            word = sentence.shown[at]
            if len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}:
                last = int(word) + (9 if sentence.lowered[at + 1] == "s" else 0)
                return all(not t.since.year <= last <= t.until.year for t in terms)
        return False

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

    # Pairs -----------------------------------------------------------------------------------------------------------

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
                name = self._thing(sentence, part, False, paired=True)
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
