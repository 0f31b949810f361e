"""Names: which people, states, organisations and places a text speaks of, and who "Sato" or "the Chilean leader" is.

The work is done in layers: `names_book` (what is known beforehand), `names_chunks` (which words belong together),
`names_grammar` (who is named by which office), `names_memory` (whom a family name, a title or a pronoun means), and
`names_places` (a capital as a government or as a place). Every name carries the rule by which it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.parser.names_book import Entry, KnownName, NameBook, Sort
from timeline.parser.names_chunks import Words, chunk, words_of
from timeline.parser.names_grammar import Grammar, Mention, What
from timeline.parser.names_memory import Memory, Person, name_words
from timeline.parser.names_places import is_place
from timeline.parser.reading import ActorKind, LineRole, Name, Sentence
from timeline.parser.tokens import normalise

__all__ = ["RULES", "KnownName", "NameBook", "find_names"]

RULES: dict[str, str] = {
    "state": "The name of a state, long or short: “Chile”, “the Republic of Korea”.",
    "demonym": "An adjective or noun for a state's people stands for the state: “Chilean officials”.",
    "capital": "A capital that acts, owns or is dealt with stands for its government: “Lima refused”, “talks with Oslo”.",
    "seat": "A building stands for the government that sits in it: “the Élysée said”.",
    "place": "A town, region or site; a capital behind “in”, “visited”, “flew to”, or before “summit”, “airport”.",
    "state as place": "A state's name behind “in”, “visited”, “flew to” is where something happens: “arrived in Chile”.",
    "states together": "Words for a fixed group of states: “the Baltic states”.",
    "organisation": "A body that the vocabulary or an editor knows, by name or acronym: “the OAS”.",
    "acronym": "An acronym that the text itself introduces in brackets: “the Border Rivers Agency (BRA)”.",
    "body": "Capitalised words that end as bodies do, with the state before or behind: “the Chilean Customs Service”.",
    "media": "A news agency, paper or broadcaster: a source, never a party.",
    "full name": "A person's full name that needs no title: given name or initial known by form, or a verb of saying.",
    "known person": "A full name, or another spelling, of somebody whom the vocabulary or an editor knows.",
    "office and name": "An office before a name introduces its holder: “Chilean foreign minister Ana Soto”.",
    "apposition": "An office behind a name and a comma: “Ana Soto, Chile's foreign minister,”.",
    "counterpart": "“His Peruvian counterpart Luis Rey”: the same office in another state.",
    "family name": "A family name alone, or with a title, is the person whom the text introduced in full.",
    "family name in office": "A family name alone is the one leader of that name in office when the text was published.",
    "office alone": "An office without a name is its holder: introduced by the text, or in office when it was published.",
    "titled name": "A title and a family name that nothing else explains: the words are all that is known.",
    "administration": "“The Soto administration” is the government of the state that Soto leads.",
    "pair": "Names joined by a hyphen or dash are each of them: “Peru-Chile”, “the Soto–Rey meeting”.",
    "the two leaders": "“The two leaders”, “both ministers” are the persons of that rank named last.",
    "the two states": "“Both sides”, “the two countries” are the states named or paired last.",
    "the ministers": "“The foreign ministers” are those of that office named before.",
    "pronoun": "“He”, “her”: the only person named so far in the sentence, or the subject of the one before.",
    "they": "“They”: the persons or states named together last.",
}
"""Name of each rule and what it says, as shown on /method/."""

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
_REACH = 6
"""Sentences back in which "the two leaders" or "both sides" look for whom they mean."""


def find_names(
    text: str, sentences: Sequence[Sentence], published: date | None, book: NameBook | None = None
) -> tuple[Name, ...]:
    """Give the names in the sentences, in text order and without overlaps; offsets are into `text`.

    `published` (None where unknown) decides who held an office. A name spans its titles and appositions: "Chilean
    foreign minister Ana Soto" and "Ana Soto, the Chilean foreign minister" are one name each.
    """
    return _Finder(text, sentences, published, book or NameBook.default()).find()


class _Finder:
    """One text's names while they are being found."""

    def __init__(self, text: str, sentences: Sequence[Sentence], published: date | None, book: NameBook) -> None:
        self.book = book
        self.published = published
        plain = normalise(text)
        self.sentences = [
            words_of(plain, s.start, s.end, s.paragraph, s.role in (LineRole.TITLE, LineRole.HEADING))
            for s in sentences
        ]
        self.common = {word for sentence in self.sentences for word in sentence.shown if word.islower()}
        self.memory = Memory(book, published)
        self.acronyms: dict[str, tuple[str, str]] = {}
        self.names: list[Name] = []
        self.by_sentence: list[list[Name]] = []
        self.groups: list[tuple[int, tuple[Name, ...]]] = []

    def find(self) -> tuple[Name, ...]:
        mentions: list[list[Mention]] = []
        for sentence in self.sentences:
            found = Grammar(sentence, chunk(sentence, self.book, self.common), self.book).read()
            mentions.append(found)
            for mention in found:
                self._introduce(sentence, mention)
            self._learn_acronyms(sentence, found)
        self.memory.settle()
        for sentence, found in zip(self.sentences, mentions, strict=True):
            here: list[Name] = []
            self.by_sentence.append(here)
            listed: bool | None = None
            end_before = -1
            for mention in found:
                together = end_before >= 0 and self._listed(sentence, end_before, mention.first)
                names = self._resolve(sentence, mention, listed if together else None)
                for name in names:
                    here.append(name)
                    self.names.append(name)
                last = names[-1] if names else None
                listed = last.as_place if last is not None and mention.what == What.THING else None
                end_before = mention.last
        return tuple(self.names)

    # First pass: whom the text introduces -----------------------------------------------------------------------

    def _introduce(self, sentence: Words, mention: Mention) -> None:
        for part in mention.parts:
            if part.what == What.PERSON:
                self._introduce(sentence, part)
        if mention.what != What.PERSON:
            return
        name = self._name_of(sentence, mention)
        words = name_words(name)
        if not words:
            return
        canonical = self._canonical(mention, name)
        if not canonical:
            if len(words) < 2 or words[0] in self.book.classes["particles"] or "-" in name and self._is_pair(name):
                return
            if not self._has_evidence(sentence, mention, words):
                return
        title = mention.title if mention.title is not None and mention.title.office else None
        state = mention.state or (mention.title.state if mention.title is not None else "")
        position = sentence.starts[mention.first]
        self.memory.introduce(name, canonical, title, state, mention.gender, position)

    def _name_of(self, sentence: Words, mention: Mention) -> str:
        name = sentence.phrase(mention.name_first, mention.name_last)
        if name.isupper() and len(name) > 4:
            name = name.title()
        return name

    def _canonical(self, mention: Mention, name: str) -> str:
        """Give the book's name for a full name, or an empty text."""
        for entry in mention.entries:
            if entry.sort == Sort.PERSON:
                return entry.name
        words = name_words(name)
        if len(words) < 2:
            return ""
        person = self.book.short_names.get((words[0], words[-1]), "")
        if person and len(words) <= 3 and self.memory._book_fits(person, mention.title, mention.state, mention.gender):
            return person
        return ""

    def _has_evidence(self, sentence: Words, mention: Mention, words: tuple[str, ...]) -> bool:
        if mention.title is not None or mention.speaks:
            return True
        if sentence.headline and words[0] not in self.book.genders:
            return False
        first = sentence.lowered[mention.name_first]
        if first in self.book.genders:
            return True
        shown = sentence.shown[mention.name_first + 1 : mention.name_last - 1]
        return any(len(w.rstrip(".")) == 1 and w[0].isupper() for w in shown)

    def _is_pair(self, name: str) -> bool:
        """Whether a hyphenated word is two people ("Soto-Rey talks") rather than one double name."""
        parts = name.split("-")
        return " " not in name and all(p[:1].isupper() and self._could_be(p) for p in parts) and len(parts) <= 3

    def _could_be(self, family: str) -> bool:
        call = " ".join(name_words(family))
        return call in self.book.families or call in self.memory.by_call

    def _learn_acronyms(self, sentence: Words, mentions: list[Mention]) -> None:
        """Remember "Border Rivers Agency (BRA)"."""
        for mention in mentions:
            end = mention.last
            if mention.what not in (What.BODY, What.THING) or end + 2 >= len(sentence.shown):
                continue
            acronym = sentence.shown[end + 1]
            if (
                sentence.shown[end] != "("
                or sentence.shown[end + 2] != ")"
                or not acronym.isupper()
                or len(acronym) < 2
            ):
                continue
            if mention.what == What.BODY:
                self.acronyms[acronym] = (sentence.phrase(mention.name_first, mention.last), mention.state)
            elif mention.entries[0].sort == Sort.ORGANISATION:
                self.acronyms[acronym] = (mention.entries[0].name, mention.entries[0].state)

    # Second pass: whom each mention means -----------------------------------------------------------------------

    def _listed(self, sentence: Words, before: int, after: int) -> bool:
        between = sentence.lowered[before:after]
        return 0 < len(between) <= 3 and all(w in {",", "and", "or", "the", "&"} for w in between)

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
                name = self._name(sentence, mention, shown, ActorKind.ORGANISATION, "body", state=mention.state)
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
        placed = is_place(sentence, mention.first, mention.last, entry.sort, self.book, listed)
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
            if mention.title is None and not mention.gender:
                return []
            if not mention.title or mention.title.inherits or len(name_words(name)) == 0:
                if not mention.gender:
                    return []
            title = mention.title if mention.title is not None and mention.title.office else None
            person = self.memory.introduce(name, "", title, mention.state, mention.gender, position)
            rule = "titled name"
        if mention.title is not None and mention.title.inherits and not person.office:
            self._inherit(person, mention)
        after = sentence.lowered[mention.last] if mention.last < len(sentence.lowered) else ""
        classes = self.book.classes
        if mention.title is None and after in classes["not_the_person"]:
            return []
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
            full = len(name_words(name)) > 1
            rule = mention.rule if title is not None and full else "full name" if full else "family name"
            return person, rule if rule in RULES else "family name"
        if len(name_words(name)) > 1 and mention.title is None:
            return None, ""
        if self._is_plain_word(mention, name):
            return None, ""
        leader = self.memory.known_by_family(name, title, mention.state, mention.gender)
        if leader and self._may_be_leader(name):
            return self.memory.introduce(leader, leader, None, "", "", position), "family name in office"
        return None, ""

    def _may_be_leader(self, name: str) -> bool:
        """Whether nobody of the text has this family name: "Sato" beside "Kenji Sato" is not the leader Sato."""
        call = " ".join(name_words(name))
        return not self.memory.by_call.get(call)

    def _is_plain_word(self, mention: Mention, name: str) -> bool:
        """Whether a family name is an ordinary word here: it opens the sentence, or is written small elsewhere."""
        if mention.title is not None or mention.gender:
            return False
        return name.lower() in self.common or (mention.initial and name in self.book.classes["word_surnames"])

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
        state = (title.state if title is not None else "") or mention.state or person.state
        if person.known and person.state and not (title is not None and title.state):
            state = person.state
        if rule not in RULES:
            rule = "full name"
        return self._name(sentence, mention, person.name, ActorKind.PERSON, rule, state, office, person.known)

    def _inherit(self, person: Person, mention: Mention) -> None:
        """Give a counterpart the office of the person named before in the text."""
        for name in reversed(self.names):
            if name.kind == ActorKind.PERSON and name.office and not name.members:
                for other in self.memory.people:
                    if other.name == name.name:
                        person.office, person.rank, person.leader = other.office, other.rank, other.leader
                        return

    # Offices without names --------------------------------------------------------------------------------------

    def _role(self, sentence: Words, mention: Mention) -> list[Name]:
        title = mention.title
        assert title is not None
        position = sentence.starts[mention.first]
        if not title.indefinite:
            if title.inherits:
                title = self._inherited(title)
            holder = self.memory.holder(title, position) if title is not None and title.office else None
            if isinstance(holder, str):
                holder = self.memory.introduce(holder, holder, None, "", "", position)
            if holder is not None:
                holder.seen.append(position)
                return [self._named(sentence, mention, holder, "office alone")]
        return self._inner(sentence, mention)

    def _inherited(self, title):
        from dataclasses import replace

        for name in reversed(self.names):
            if name.kind == ActorKind.PERSON and name.office and name.state not in title.states:
                for person in self.memory.people:
                    if person.name == name.name:
                        return replace(title, office=person.office, rank=person.rank, leader=person.leader)
        return title

    def _inner(self, sentence: Words, mention: Mention) -> list[Name]:
        """Give the states and bodies inside an office whose holder nobody knows: "Chilean officials" → Chile."""
        names: list[Name] = []
        for part in mention.parts:
            name = self._thing(sentence, part, None)
            if name is not None:
                names.append(name)
        return names

    def _roles(self, sentence: Words, mention: Mention) -> list[Name]:
        title = mention.title
        assert title is not None
        position = sentence.starts[mention.first]
        weighty = title.leader or title.rank in {
            "foreign_minister",
            "minister",
            "head_of_government",
            "head_of_state",
            "deputy_minister",
        }
        if title.states and weighty and not title.former:
            from dataclasses import replace

            members: list[Name] = []
            for state in title.states:
                holder = self.memory.holder(replace(title, states=(state,), plural=False), position)
                if isinstance(holder, str):
                    holder = self.memory.introduce(holder, holder, None, "", "", position)
                if holder is None:
                    break
                members.append(self._named(sentence, mention, holder, "office alone"))
            if len(members) == len(title.states) and members:
                return [self._joined(sentence, mention, members, "office alone")]
        elif title.definite and weighty and not title.states:
            members = self._recent(lambda n: self._has_office(n, title.office, title.rank, title.leader), 6)
            if len(members) >= 2:
                return [self._joined(sentence, mention, members, "the ministers")]
        return self._inner(sentence, mention)

    def _has_office(self, name: Name, office: str, rank: str, leader: bool) -> bool:
        for person in self.memory.people:
            if person.name == name.name:
                if office in {"leader", "ruler"}:
                    return person.leader
                return person.rank == rank or office in person.office
        return False

    def _recent(self, wanted, count: int) -> list[Name]:
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
            members = self._recent_states(mention.count)
            rule = "the two states"
        else:
            title = mention.title
            if title is not None and title.office:
                members = self._recent(
                    lambda n: self._has_office(n, title.office, title.rank, title.leader), mention.count
                )
            else:
                members = self._recent(lambda n: True, mention.count)
            rule = "the two leaders"
        if len(members) < mention.count:
            return []
        return [self._joined(sentence, mention, members, rule)]

    def _recent_states(self, count: int) -> list[Name]:
        """Give the distinct states named last, oldest first: a pair or list of as many before any other."""
        for kinds in ((ActorKind.STATE,), (ActorKind.STATE, ActorKind.PERSON)):
            found: dict[str, Name] = {}
            for here in reversed(self.by_sentence[-_REACH:]):
                for name in reversed(here):
                    if (
                        len(name.members) == count
                        and all(m.kind == ActorKind.STATE for m in name.members)
                        and not found
                    ):
                        return list(name.members)
                    for each in reversed(name.members or (name,)):
                        state = each.state if each.kind in kinds else ""
                        if state and state not in found:
                            found[state] = Name(
                                each.start, each.end, state, ActorKind.STATE, "state", state, known=True
                            )
                            if len(found) == count:
                                return list(found.values())[::-1]
        return []

    def _pair(self, sentence: Words, mention: Mention) -> list[Name]:
        members: list[Name] = []
        for part in mention.parts:
            if part.what == What.PERSON:
                members.extend(self._person(sentence, part))
            else:
                name = self._thing(sentence, part, False)
                if name is not None:
                    members.append(name)
        if len(members) < 2:
            return members
        return [
            self._joined(sentence, mention, members, "states together" if mention.rule == "states together" else "pair")
        ]

    def _pronoun(self, sentence: Words, mention: Mention) -> Name | None:
        here = [n for n in self.by_sentence[-1] if n.kind == ActorKind.PERSON and not n.members]
        if mention.noun in {"they", "them", "their", "theirs"}:
            return None
        persons = list({n.name: n for n in here if self._may_be(n, mention.gender)}.values())
        if len(persons) == 1:
            chosen = persons[0]
        elif not persons and len(self.by_sentence) > 1:
            before = [
                n
                for n in self.by_sentence[-2]
                if n.kind == ActorKind.PERSON and not n.members and self._may_be(n, mention.gender)
            ]
            if not before:
                return None
            chosen = before[0]
        else:
            return None
        return self._name(
            sentence, mention, chosen.name, ActorKind.PERSON, "pronoun", chosen.state, chosen.office, chosen.known
        )

    def _may_be(self, name: Name, gender: str) -> bool:
        for person in self.memory.people:
            if person.name == name.name:
                return not person.gender or not gender or person.gender == gender
        return True
