"""The grammar of names within one sentence: which chunks together name somebody, by which office, serving whom.

"Egyptian foreign minister Nadia Halim", "Nadia Halim, Egypt's foreign minister,", "the foreign minister of Egypt,
Nadia Halim", "her Greek and Cypriot counterparts, A and B, respectively", "Presidents A of X and B of Y", "the
Egyptian minister", "the two leaders": each becomes a `Mention`. Whom a mention means is decided later, over the
whole text, by `names_resolving`.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.parser.names_book import Entry, Sort
from timeline.parser.names_chunks import Chunk, Piece, Words, gender_of_pronoun
from timeline.parser.names_mentions import Mention, Title, What
from timeline.parser.names_titles import DEFINITE, GAPS, LIST_GAPS, Titles

_PAIRED = frozenset({Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.ORGANISATION, Sort.PLACE, Sort.PERSON, Sort.PEOPLE})
_MOST_IN_PAIR = 6
_CLOSING = frozenset({",", "", ".", ";", ")", ":", "-", "\u2013"})
"""Behind an apposition: what closes it."""
_GOES_ON_IN_FULL = frozenset({"in", "for", "on", "at", "to", "from", "with", "since"})
"""The same behind a full name: "Ana Soto, the Chilean envoy in Lima"; after a family name a new subject may begin."""
_STYLES = frozenset({"military", "royal", "cleric"})
"""Ranks of titles that stand before a name beside another office."""
_GOES_ON = frozenset({"and", "who", "as"})
"""Behind an apposition that names a state or a body: how the sentence may go on without a comma."""


class Grammar(Titles):
    """Reads the chunks of one sentence from left to right into mentions."""

    def read(self) -> list[Mention]:
        """Give the mentions of the sentence in order; none overlaps another."""
        at = 0
        while at < len(self.chunks):
            at = (
                self._pair(at)
                or self._capital_of(at)
                or self._counterparts(at)
                or self._titled(at)
                or self._both(at)
                or self._body(at)
                or self._person(at)
                or self._rest(at)
            )
        return self.mentions

    # Pairs ------------------------------------------------------------------------------------------------------

    def _pair(self, at: int) -> int:
        """ "Peru-Chile", "U.S.–North Korean": states, bodies or persons joined without blanks."""
        allowed = (Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.ORGANISATION, Sort.PLACE, Sort.PERSON, Sort.PEOPLE)
        end = at
        while end + 1 < len(self.chunks) and end - at < _MOST_IN_PAIR:
            gap = self._gap(end, end + 1)
            joint = self.chunks[end].last
            if (
                gap not in {("-",), ("\u2013",), ("/",)}
                or not self.sentence.glued(joint)
                or not self.sentence.glued(joint + 1)
            ):
                break
            if not all(
                c.piece == Piece.RUN or (c.piece == Piece.KNOWN and c.sort in allowed)
                for c in self.chunks[end : end + 2]
            ):
                break
            end += 1
        if end == at:
            return 0
        parts = self.chunks[at : end + 1]
        if all(c.piece == Piece.RUN for c in parts) and gap_is_hyphen(self.sentence, parts):
            return 0
        mention = Mention(What.PAIR, parts[0].first, parts[-1].last, rule="pair")
        for chunk in parts:
            if chunk.piece == Piece.KNOWN and chunk.sort != Sort.PERSON:
                mention.parts.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries))
            else:
                mention.parts.append(self._bare_person(chunk))
        self.mentions.append(mention)
        return end + 1

    def _capital_of(self, at: int) -> int:
        """ "The Qatari capital", "Qatar's capital, Doha", "the capital of Qatar": the town."""
        chunk = self.chunks[at]
        if chunk.piece != Piece.KNOWN or chunk.sort not in (Sort.STATE, Sort.DEMONYM):
            return 0
        town = self.book.capitals.get(chunk.entries[0].state, "")
        first, last = chunk.first, chunk.last
        if self._word(first - 1) == "of" and self._word(first - 2) == "capital":
            first -= 2
        else:
            last += self._word(last) in {"'s", "'"}
            if self._word(last) != "capital" or self._word(last + 1) in self.book.classes["capital_things"]:
                return 0
            last += 1
        if not town:
            return 0
        last += self._word(last) == "city"
        named = self._chunk_at(last + (self._word(last) in {",", "of"}))
        if named is not None and named.piece == Piece.KNOWN and named.entries[0].name == town:
            last = named.last
        entry = Entry(Sort.PLACE, town, chunk.entries[0].state)
        self.mentions.append(Mention(What.THING, first, last, entries=(entry,), rule="known"))
        return max(self._after(last), at + 1)

    # Offices with and without names ------------------------------------------------------------------------------

    def _titled(self, at: int) -> int:
        """An office with or without a name; with "respectively" and lists for several."""
        if self.chunks[at].piece == Piece.ADDRESS:
            return self._addressed(at)
        read = self._title(at)
        if read is None:
            return 0
        title, after = read
        name_at = title.name_first if title.name_first >= 0 else title.last
        index = self.by_first.get(name_at)
        while index is not None and self.chunks[index].piece == Piece.ADDRESS:
            index = self.by_first.get(self.chunks[index].last)
        further = self._and_title(title, at)
        if further is not None:
            return self._named(further[0], further[1])
        if index is not None and self._is_name(index):
            if title.plural or (title.rank and len(title.states) > 1):
                return self._several(title, index)
            return self._named(title, index)
        if not title.plural and self._word(title.last) == ",":
            behind = self._past_styles(title.last + 1)
            if self._names_behind_comma(title, behind):
                return self._named(title, self.by_first[behind])
        if title.plural and self._word(title.last) in {",", ":", "\u2013"} and self._lists_names(title.last + 1):
            return self._several(title, self.by_first[title.last + 1])
        what = What.ROLES if title.plural else What.ROLE
        mention = Mention(what, title.first, title.last, title=title, rule="office", gender=title.gender)
        mention.parts = self._things(at, title.last)
        self.mentions.append(mention)
        return max(after, at + 1)

    def _and_title(self, title: Title, at: int) -> tuple[Title, int] | None:
        """ "Peru's Deputy Prime Minister and Defence Minister Ana Soto": two offices of the one named behind them.

        Give the first office, reaching up to the name, and the name's index. Written small behind "the", the two are
        two people: "the prime minister and defence minister Ana Soto".
        """
        before, small = self._word(title.first - 1), self.sentence.shown[title.last - 1].islower()
        two = small and (before == "the" or title.rank == "head_of_state")
        if title.plural or title.indefinite or self._word(title.last) != "and" or two:
            return None
        inner = self.by_first.get(title.last + 1)
        read = self._title(inner) if inner is not None else None
        if read is None:
            return None
        second = read[0]
        if second.plural or second.former or (second.states and second.states != title.states):
            return None
        index = self.by_first.get(second.name_first if second.name_first >= 0 else second.last)
        if index is None or not self._is_name(index):
            return None
        return replace(title, last=second.last, states=title.states or second.states, name_first=-1), index

    def _things(self, at: int, end: int) -> list[Mention]:
        """The known states, places and bodies from a chunk on, up to a word."""
        parts: list[Mention] = []
        while at < len(self.chunks) and self.chunks[at].last <= end:
            chunk = self.chunks[at]
            if chunk.sort == Sort.GROUP:
                parts.append(self._states_together(chunk))
            elif chunk.piece == Piece.KNOWN and chunk.sort not in (Sort.PERSON, Sort.OTHER):
                parts.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known"))
            at += 1
        return parts

    def _addressed(self, at: int) -> int:
        """ "Mr. Sato", "Mrs. Kirchner"."""
        chunk = self.chunks[at]
        index = self.by_first.get(chunk.last)
        if index is None or not self._is_name(index):
            return 0
        word, classes = self.sentence.shown[chunk.first], self.book.classes
        gender = "m" if word in classes["male_address"] else "f" if word in classes["female_address"] else ""
        mention = self._bare_person(self.chunks[index])
        mention.first = chunk.first
        mention.gender = gender
        mention.rule = "addressed"
        mention.speaks = True
        self.mentions.append(mention)
        return self._apposition(mention, index)

    def _past_styles(self, at: int) -> int:
        """Give the word behind "General", "Mr." and the like: "Sudan's ruler, General Doe"."""
        chunk = self._chunk_at(at)
        while chunk is not None and (
            chunk.piece == Piece.ADDRESS or (chunk.office is not None and chunk.office.rank in _STYLES)
        ):
            at = chunk.last
            chunk = self._chunk_at(at)
        return at

    def _names_behind_comma(self, title: Title, at: int) -> bool:
        """Whether "the foreign minister of Chile, Ana Soto," names the holder behind the comma."""
        index = self.by_first.get(at)
        if index is None or not self._is_name(index):
            return False
        chunk = self.chunks[index]
        if chunk.piece == Piece.RUN and self._size(chunk) < 2:
            return False
        closing = self._word(chunk.last)
        served = bool(title.states or title.organisation)
        if title.indefinite:
            # "A spokesman, Hugo Rey, said"; but "a minister, Ana Soto and two envoys" are several.
            return closing in {",", "", "."} and self._word(chunk.last + 1) != "and"
        return (title.definite or served) and closing in {",", "", ".", ")", ";", "'s", "\u2013"}

    def _lists_names(self, at: int) -> bool:
        index = self.by_first.get(at)
        return (
            index is not None
            and self._is_name(index)
            and self._word(self.chunks[index].last) in {",", "and", "of", "("}
        )

    def _named(self, title: Title, index: int) -> int:
        """An office and the name of its holder."""
        chunk = self.chunks[index]
        mention = self._bare_person(chunk)
        mention.first = min(title.first, chunk.first)
        mention.title = title
        mention.gender = mention.gender or title.gender
        mention.rule = "office and name"
        self._post_state(mention)
        self.mentions.append(mention)
        if mention.last > chunk.last:
            return self._after(mention.last)
        return self._apposition(mention, index)

    def _post_state(self, mention: Mention) -> None:
        """ "President Doe of Chile": take the state behind the name in."""
        if self._word(mention.last) != "of":
            return
        at = mention.last + 1
        if self._word(at) == "the":
            at += 1
        index = self.by_first.get(at)
        if (
            index is not None
            and self.chunks[index].piece == Piece.KNOWN
            and self.chunks[index].sort in (Sort.STATE, Sort.ORGANISATION)
        ):
            mention.state = self.chunks[index].entries[0].state
            mention.last = self.chunks[index].last

    def _several(self, title: Title, index: int) -> int:
        """ "Presidents A of X and B of Y", "foreign ministers A, B and C"; states in front are dealt out in order."""
        found: list[Mention] = []
        at = index
        while True:
            chunk = self.chunks[at]
            mention = self._bare_person(chunk)
            mention.title = replace(title, plural=False, states=())
            mention.rule = "office and name"
            self._post_state(mention)
            found.append(mention)
            following = mention.last
            while self._word(following) in {",", "and"} and following - mention.last < 2:
                following += 1
            next_index = self.by_first.get(following)
            if following == mention.last or next_index is None or not self._is_name(next_index):
                at = self._after(mention.last)
                break
            at = next_index
        if not title.plural:
            # "Chinese and Russian president X": only the last named state is his.
            found = found[:1]
            at = self._after(found[0].last)
        respective = self._word(found[-1].last) == "," and self._word(found[-1].last + 1) == "respectively"
        if title.states and (len(title.states) == len(found) or respective):
            for mention, state in zip(found, title.states, strict=False):
                mention.title = replace(title, plural=False, states=(state,))
        elif len(title.states) == 1:
            for mention in found:
                mention.title = replace(title, plural=False)
        found[0].first = min(title.first, found[0].first)
        self.mentions.extend(found)
        return at

    def _counterparts(self, at: int) -> int:
        """ "his Turkish counterpart A", "her Greek and Cypriot counterparts, A and B, respectively"."""
        states: list[str] = []
        index = at
        while index < len(self.chunks) and index - at < 8:
            chunk = self.chunks[index]
            if index > at and self._gap(index - 1, index) not in GAPS | LIST_GAPS:
                return 0
            if chunk.piece == Piece.COUNTERPART:
                break
            if chunk.piece == Piece.KNOWN and chunk.sort in (Sort.DEMONYM, Sort.STATE) and chunk.entries[0].state:
                states.append(chunk.entries[0].state)
            elif chunk.piece != Piece.PREFIX:
                return 0
            index += 1
        if index >= len(self.chunks) or self.chunks[index].piece != Piece.COUNTERPART:
            return 0
        chunk = self.chunks[index]
        plural = self._word(chunk.first) == "counterparts"
        title = Title(
            self.chunks[at].first, chunk.last, "", "", False, plural, tuple(states), definite=True, inherits=True
        )
        # "his counterpart in Chile", "her counterpart from Peru", "his counterpart, A".
        following = chunk.last
        if self._word(following) in {"in", "from", "of"} and (inner := self.by_first.get(following + 1)) is not None:
            behind = self.chunks[inner]
            if behind.piece == Piece.KNOWN and behind.sort == Sort.STATE and not states:
                title = replace(title, states=(behind.entries[0].state,), last=behind.last)
                following = behind.last
        if self._word(following) == ",":
            following += 1
        name_index = self.by_first.get(following)
        if name_index is not None and self._is_name(name_index):
            if plural:
                return self._several(title, name_index)
            return self._named(title, name_index)
        what = What.ROLES if plural else What.ROLE
        role = Mention(what, title.first, title.last, title=title, rule="counterpart")
        role.parts = self._things(at, title.last)
        self.mentions.append(role)
        return self._after(title.last)

    # Persons ----------------------------------------------------------------------------------------------------

    def _bare_person(self, chunk: Chunk) -> Mention:
        mention = Mention(
            What.PERSON,
            chunk.first,
            chunk.last,
            chunk.first,
            chunk.last,
            entries=chunk.entries,
            rule="name",
            initial=chunk.initial,
        )
        verbs = self.book.classes["person_verbs"]
        placed = self._word(chunk.first - 1) in self.book.classes["place_prepositions"]
        behind = "" if placed else self._word(chunk.last)  # "The university in Port Doe said": not Port Doe.
        mention.acts = behind in verbs or behind in self.book.classes["acting_verbs"]
        mention.speaks = behind in verbs or self._word(chunk.first - 1) in verbs
        return mention

    def _person(self, at: int) -> int:
        """A name without a title before it, with an apposition if one follows."""
        owner = self.chunks[at]
        if self._owns_next(at):
            # "Brazil's Lula": the state is his; where he turns out to be nobody, it is what remains.
            mention = self._bare_person(self.chunks[at + 1])
            mention.first, mention.state, at = owner.first, owner.entries[0].state, at + 1
            mention.parts = [Mention(What.THING, owner.first, owner.last, entries=owner.entries, rule="known")]
        elif self._is_name(at):
            mention = self._bare_person(owner)
        else:
            return 0
        if not mention.state and mention.name_last - mention.name_first >= 2:
            self._of_state(mention)
        self.mentions.append(mention)
        if mention.last > mention.name_last:
            return self._after(mention.last)
        return self._apposition(mention, at)

    def _of_state(self, mention: Mention) -> None:
        """ "Ana Soto of Peru": take the state behind a full name in; it remains where the name is nobody's."""
        index = self.by_first.get(mention.last + 1) if self._word(mention.last) == "of" else None
        if index is None:
            return
        chunk = self.chunks[index]
        if chunk.piece == Piece.KNOWN and chunk.sort == Sort.STATE and self._word(chunk.last) != "'s":
            mention.parts = [Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known")]
            mention.state, mention.last = chunk.entries[0].state, chunk.last

    def _owns_next(self, at: int) -> bool:
        """Whether a state stands in the possessive before a person's name."""
        if self.chunks[at].sort != Sort.STATE or at + 1 >= len(self.chunks):
            return False
        return self._gap(at, at + 1) == ("'s",) and self._is_name(at + 1)

    def _apposition(self, mention: Mention, index: int) -> int:
        """ "Nadia Halim, Egypt's foreign minister,": take the office behind the comma in."""
        chunk = self.chunks[index]
        comma = mention.last
        if self._word(comma) != "," or mention.last != chunk.last:
            return index + 1
        start = comma + 1
        if self._word(start) in {"the", "a", "an", "his", "her", "its", "their", "our", "who", "is"}:
            start += 1
        next_index = self.by_first.get(start)
        if next_index is None:
            return index + 1
        read = self._title(next_index)
        if read is None:
            return index + 1
        title, after = read
        closing = self._word(title.last)
        served = bool(title.states or title.organisation)
        goes_on = closing in _GOES_ON or (closing in _GOES_ON_IN_FULL and self._size(chunk) > 1)
        # At the head of a sentence the name is its subject: "Hugo Rey, a spokesman for the ministry in Lima, said".
        goes_on = goes_on and (served or (mention.initial and self._size(chunk) > 1))
        if title.plural or title.name_first >= 0 or not (closing in _CLOSING or goes_on):
            return index + 1
        if (self.by_first.get(title.last) is not None) and self._is_name(self.by_first[title.last]):
            return index + 1
        if mention.title is None or not mention.title.office:
            mention.title = title
            mention.gender = mention.gender or title.gender
            mention.rule = "apposition"
        elif not mention.title.states and not mention.state:
            mention.state = title.state
        mention.last = title.last
        if closing == "and" and (further := self._further_title(title.last + 1)) is not None:
            mention.last, after = further
        return max(after, index + 1)

    def _further_title(self, at: int) -> tuple[int, int] | None:
        """Read a second office of the same person: "..., secretary of the party and Chilean president,"."""
        index = self.by_first.get(at)
        read = self._title(index) if index is not None else None
        if read is None:
            return None
        title, after = read
        alone = self._word(title.last) in {",", "", ".", ";"} and title.name_first < 0 and not title.plural
        return (title.last, after) if alone and self._word(at - 2) != "the" else None

    # Bodies and the rest ----------------------------------------------------------------------------------------

    def _body(self, at: int) -> int:
        """An organisation that only the text names: "the Chilean Border Agency", "Ministry of Public Works"."""
        index, state = at, ""
        chunk = self.chunks[at]
        if chunk.piece == Piece.KNOWN and chunk.sort in (Sort.STATE, Sort.DEMONYM) and at + 1 < len(self.chunks):
            if self._gap(at, at + 1) not in {(), ("'s",), ("'",)}:
                return self._organ(at, chunk.entries[0].state)
            state, index = chunk.entries[0].state, at + 1
            chunk = self.chunks[index]
            if chunk.sort == Sort.ORGANISATION and chunk.entries[0].state:
                return self._known_body(at, state)
        first = chunk.first
        index = self._past_fields(index)
        chunk = self.chunks[index]
        if chunk.piece != Piece.RUN or not (self._is_body(chunk) or self._is_head(chunk)):
            return self._organ(at, state)
        last = self._body_tail(chunk)
        if last - chunk.first == 1 and chunk.first == first and not state:
            return 0  # "the Committee", "the Ministry": which one, the words do not say.
        if self._is_head(chunk) and not self._is_body(chunk) and last == chunk.last:
            return 0
        behind = self._chunk_at(last + 1) if not state and self._word(last) == "of" else None
        if behind is not None and behind.sort == Sort.STATE:
            state = behind.entries[0].state
        start = self._body_start(self.chunks[at].first) if not state else self.chunks[at].first
        self.mentions.append(Mention(What.BODY, start, last, rule="body", state=state))
        return self._after(last)

    def _past_fields(self, index: int) -> int:
        """Give the chunk behind the capitalised fields that open a body's name: the "Foreign" of "Foreign Ministry"."""
        while index + 1 < len(self.chunks):
            chunk = self.chunks[index]
            if chunk.piece != Piece.PORTFOLIO or not self.sentence.shown[chunk.first][0].isupper():
                break
            if self.chunks[index + 1].first != chunk.last:
                break
            index += 1
        return index

    def _known_body(self, at: int, state: str) -> int:
        """A state before a body of the book: "the Chilean Ministry of Defence", or "Peru's Congress", another's."""
        body = self.chunks[at + 1]
        entry = body.entries[0]
        if entry.state == state:
            self.mentions.append(
                Mention(What.THING, self.chunks[at].first, body.last, entries=body.entries, rule="known")
            )
            return at + 2
        if body.last - body.first > 1 and not entry.ambiguous:
            return 0
        self.mentions.append(Mention(What.BODY, self.chunks[at].first, body.last, rule="body", state=state))
        return at + 2

    def _body_start(self, first: int) -> int:
        """Take in words like "National" before a body's first word."""
        openers = self.book.classes["body_openers"]
        while first > 0 and self.sentence.shown[first - 1] in openers and first - 1 not in self.by_first:
            first -= 1
        return first

    def _organ(self, at: int, state: str) -> int:
        """An organ written small, behind its state: "the Kenyan foreign ministry", "Peru's supreme court"."""
        if not state:
            return 0
        classes = self.book.classes
        first, position = self.chunks[at].first, self.chunks[at].last
        if self._word(position) == "'s":
            position += 1
        for position in range(position, position + 5):  # noqa: B020
            word = self._word(position)
            if word in classes["organs"] and self.sentence.shown[position].islower():
                self.mentions.append(Mention(What.BODY, first, position + 1, rule="body", state=state))
                return self._after(position + 1)
            if word not in classes["portfolios"] and word not in classes["organ_words"]:
                return 0
        return 0

    def _is_head(self, chunk: Chunk) -> bool:
        return self.sentence.shown[chunk.last - 1] in self.book.classes["organisation_heads"]

    def _body_tail(self, chunk: Chunk) -> int:
        """Give the end of "Ministry of Public Works and Transport" from its first chunk."""
        last = chunk.last
        if self.sentence.shown[last - 1] not in self.book.classes["organisation_heads"]:
            return last
        position = last
        if self._word(position) not in {"of", "for", "on"}:
            return last
        position += 1
        while position < len(self.sentence.shown) and position - last < 10:
            word = self.sentence.shown[position]
            if word[0].isupper() and word[0].isalpha():
                index = self.by_first.get(position)
                known = self.chunks[index] if index is not None else None
                if known is not None and known.piece == Piece.KNOWN and known.sort in (Sort.STATE, Sort.PERSON):
                    break
                if known is not None and known.piece in (Piece.OFFICE, Piece.PREFIX, Piece.ADDRESS):
                    break
                if word in self.book.classes["not_names"] and word not in self.book.classes["body_openers"]:
                    break
                position += 1
                last = position
            elif word in {"and", "the", "of", "&", "for"}:
                position += 1
            else:
                break
        return last

    def _both(self, at: int) -> int:
        """ "the two leaders", "both sides", "the three countries", "the two agreed"."""
        chunk = self.chunks[at]
        if chunk.piece != Piece.BOTH:
            return 0
        word, before = self._word(chunk.first), self._word(chunk.first - 1)
        position = chunk.last
        if word == "both" and self._word(position) in {"the", "of", "their", "these"}:
            position += 1
        if word != "both" and before not in DEFINITE and before not in {"these", "those"}:
            if self._chunk_at(position) is not None:
                return at + 1  # "two Peruvian ministers": whose they are is told.
            return self._after(self._group_noun(position)[0]) if self._group_noun(position)[0] else at + 1
        last, noun, title = self._group_noun(position)
        if not last and before == "the" and self._word(chunk.last) in self.book.classes["two_verbs"]:
            last, noun = chunk.last, "persons"
        if not last or self._word(last) == "-":
            return at + 1
        count = {"two": 2, "both": 2, "three": 3, "four": 4}[word]
        start = chunk.first - 1 if before == "the" else chunk.first
        group = Mention(What.GROUP, start, last, rule="the two", count=count, noun=noun, title=title)
        group.parts = self._things(at + 1, last)
        self.mentions.append(group)
        return self._after(last)

    def _group_noun(self, position: int) -> tuple[int, str, Title | None]:
        """Find the noun that says who are several: its end (0 where none), states or persons, and their office."""
        classes = self.book.classes
        for at in range(position, position + 3):
            low = self._word(at)
            chunk = self._chunk_at(at)
            office = chunk.office if chunk is not None else None
            if chunk is not None and office is not None and office.plural:
                return chunk.last, "persons", Title(at, chunk.last, office.name, office.rank, office.leader, True)
            if low in classes["pair_states"]:
                return at + 1, "states", None
            if low in classes["pair_persons"]:
                return at + 1, "persons", None
            if not low.isalpha() or low in {"and", "or", "the"}:
                break
        return 0, "", None

    def _rest(self, at: int) -> int:
        chunk = self.chunks[at]
        if chunk.piece == Piece.KNOWN:
            if chunk.sort == Sort.GROUP:
                self.mentions.append(self._states_together(chunk))
            elif chunk.sort != Sort.OTHER:
                following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
                if following is not None and self._is_organ_of(at):
                    chunk, at = replace(chunk, last=following.last), at + 1  # "the OAS General Assembly"
                elif following is not None and self._gap(at, at + 1) == (",",) and following.entries == chunk.entries:
                    # "Washington, D.C.": one place under two names.
                    chunk, at = replace(chunk, last=following.last), at + 1
                self.mentions.append(Mention(What.THING, chunk.first, chunk.last, entries=chunk.entries, rule="known"))
        elif chunk.piece == Piece.PRONOUN:
            word = self._word(chunk.first)
            self.mentions.append(
                Mention(
                    What.PRONOUN, chunk.first, chunk.last, rule="pronoun", gender=gender_of_pronoun(word), noun=word
                )
            )
        return at + 1

    def _is_organ_of(self, at: int) -> bool:
        """Whether a known body stands right behind another, whose organ of that name is then meant."""
        one, other = self.chunks[at : at + 2]
        bodies = one.sort == other.sort == Sort.ORGANISATION and other.piece == Piece.KNOWN
        return bodies and self._gap(at, at + 1) in {(), ("'s",)} and not other.entries[0].state

    @staticmethod
    def _states_together(chunk: Chunk) -> Mention:
        """ "The Baltic states": each of them."""
        parts = [
            Mention(What.THING, chunk.first, chunk.last, entries=(Entry(Sort.STATE, state, state),))
            for state in chunk.entries[0].members
        ]
        return Mention(What.PAIR, chunk.first, chunk.last, parts=parts, rule="states together")


def gap_is_hyphen(sentence: Words, parts: list[Chunk]) -> bool:
    """Whether runs are joined by hyphens, as double names are, not by dashes."""
    return all(sentence.shown[c.last] == "-" for c in parts[:-1])
