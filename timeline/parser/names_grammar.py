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
from timeline.parser.names_persons import Persons
from timeline.parser.names_titles import GAPS, LIST_GAPS

_MOST_IN_PAIR = 6
_STYLES = frozenset({"military", "royal", "cleric"})
"""Ranks of titles that stand before a name beside another office."""


class Grammar(Persons):
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

    # The rest ------------------------------------------------------------------------------------------------------

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


def gap_is_hyphen(sentence: Words, parts: list[Chunk]) -> bool:
    """Whether runs are joined by hyphens, as double names are, not by dashes."""
    return all(sentence.shown[c.last] == "-" for c in parts[:-1])
