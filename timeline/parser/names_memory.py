"""Whom a mention means: what a text has said of its people, and what the book knows of who held which office when.

Full names with a title are remembered as the text introduces them; a family name, a title or a pronoun later on goes
back to the one person that it can mean. Where two could be meant, nobody is: a wrong merge of two people is worse
than a missed one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from timeline.parser.names_book import NameBook, Term
from timeline.parser.names_mentions import Title
from timeline.parser.tokens import fold

_LEADING = frozenset({"head_of_state", "head_of_government"})
_BESIDE = frozenset({"military", "royal", "cleric", "other"})
"""Ranks that a person may have beside an office: "General", "Sheikh"."""
_ROYAL = frozenset({"king", "queen", "emir", "sultan", "emperor", "prince", "princess", "sheikh"})
_BESIDE_HELD = frozenset({"military", "royal", "cleric"})
_DEPUTIES = frozenset({"alternate", "vice", "deputy", "assistant", "under", "undersecretary", "associate", "sub"})
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "az", "at", "ul"})
_MOST_NAMESAKES = 40
_MOST_NEAR = 200
"""People among whom a title's holder is looked for; no ordinary text has as many."""
_SLACK = 200
"""Days by which a term is widened where "Sato" without a title must be somebody in office: officials designate, and
those who have just left."""
_WIDE_SLACK = 1200
"""The same with a title, or for those who led a state."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of whom the text has spoken."""

    name: str
    words: tuple[str, ...]
    """The name's words, folded and in lower case, without initials."""
    state: str = ""
    office: str = ""
    rank: str = ""
    leader: bool = False
    organisation: str = ""
    region: str = ""
    """The part of the state that the office is of, for "the Scottish first minister"."""
    former: bool = False
    gender: str = ""
    known: bool = False
    position: int = 0
    """Offset of the first mention."""
    seen: list[int] = field(default_factory=list)
    """Offsets of the mentions resolved so far."""


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """Give a name's words for comparison: folded, in lower case, cut at hyphens, without initials and "Jr."."""
    kept = [w for w in fold(name).lower().replace(".", ". ").replace("-", " ").split() if len(w.rstrip(".")) > 1]
    return tuple(w.rstrip(".") for w in kept if w.rstrip(".") not in {"jr", "sr", "ii", "iii"})


def is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name's words all stand in a longer one, in the same order."""
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def bare(call: str) -> str:
    """Give a family name without its article: "el masri" → "masri"."""
    first, _, rest = call.partition(" ")
    return rest if rest and first in _ARTICLES else call


class Memory:
    """The people of one text, findable by what they may be called."""

    def __init__(self, book: NameBook, published: date | None) -> None:
        self.book = book
        self.published = published
        self.people: list[Person] = []
        self.by_name: dict[str, Person] = {}
        self.by_words: dict[tuple[str, ...], Person] = {}
        self.by_call: dict[str, list[Person]] = {}

    # Introducing ------------------------------------------------------------------------------------------------

    def introduce(
        self, name: str, canonical: str, title: Title | None, state: str, gender: str, position: int
    ) -> Person:
        """Remember a full name, or add what is new to the person that it already means."""
        words = name_words(canonical or name)
        person = self.by_words.get(words) or self._same(words)
        if person is None:
            known = bool(canonical)
            person = Person(canonical or name, words, known=known, position=position, gender=gender)
            if known and (term := self.book.office_on(canonical, self.published)) is not None:
                person.state, person.office, person.rank = term.state, term.office, term.rank
                person.organisation = term.organisation
                person.leader = term.rank in _LEADING or bool(term.organisation and not term.state)
                person.former = self.published is not None and not self.book.in_office(canonical, self.published)
            person.gender = person.gender or self._gender(words)
            self.people.append(person)
            self.by_words[words] = person
        elif len(name) > len(person.name) and not person.known:
            person.name = name
        self.by_name[person.name] = person
        self.learn(person, title, state, gender)
        own = name_words(name)
        for call in (*self._calls(person), *(self._own_calls(own, person) if own != words else ())):
            known_as = self.by_call.setdefault(call, [])
            if person not in known_as and len(known_as) < _MOST_NAMESAKES:
                known_as.append(person)
        return person

    def learn(self, person: Person, title: Title | None, state: str, gender: str) -> None:
        """Add what a mention says of a person; what the text says goes before what the book knows."""
        if title is not None and title.office:
            first_told = person.known and not person.seen
            fuller = not person.known and len(title.office) > len(person.office)
            if not person.office or first_told or fuller:
                person.office, person.rank = title.office, title.rank
                person.leader = title.leader or person.leader
                person.former = title.former or (person.former and person.known)
            state = title.state or state
            person.organisation = person.organisation or title.organisation
            person.region = person.region or title.region
        person.state = person.state or state
        person.gender = person.gender or gender

    def _gender(self, words: tuple[str, ...]) -> str:
        return self.book.genders.get(words[0], "") if len(words) > 1 else ""

    def _same(self, words: tuple[str, ...]) -> Person | None:
        """Give the person whose name these words shorten or lengthen in the middle ("Ana Maria Soto", "Ana Soto")."""
        if len(words) < 2:
            return None
        found = [
            p
            for p in self.by_call.get(words[-1], ())
            if len(p.words) > 1
            and p.words[0] == words[0]
            and p.words[-1] == words[-1]
            and self._in_order(words, p.words)
        ]
        return found[0] if len(found) == 1 else None

    @staticmethod
    def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return is_within(one, other) or is_within(other, one)

    def _calls(self, person: Person) -> list[str]:
        """What a person may be called after the full name was given."""
        calls = self._own_calls(person.words, person)
        if person.known:
            calls.extend(self.book.called.get(person.name, ()))
        return list(dict.fromkeys(calls))

    def _own_calls(self, words: tuple[str, ...], person: Person) -> list[str]:
        if len(words) == 1:
            return [words[0], bare(words[0])]
        classes = self.book.classes
        first = words[0]
        family_first = first.capitalize() in classes["family_first"] and first not in self.book.genders
        eastern = person.state in classes["family_first_states"]
        calls: list[str] = []
        if eastern or (family_first and not person.state):
            calls.append(first)
            if person.state == "Vietnam":
                calls.append(words[-1])
            if eastern:
                return calls
        calls.extend(" ".join(words[start:]) for start in range(1, len(words)))
        if len(words) > 2:
            calls.extend(w for w in words[1:-1] if len(w) > 3 and w not in classes["particles"])
        if person.state in classes["given_first_states"]:
            calls.append(first)
        return calls

    def settle(self) -> None:
        """Merge who was introduced by a part of a name with the full name that came elsewhere."""
        for person in list(self.people):
            if person.known or len(person.words) > 3:
                continue
            whole = [
                p
                for p in self.by_call.get(" ".join(person.words), ())
                if p is not person and p.words[-len(person.words) :] == person.words
            ]
            if len(whole) == 1 and self._agree(whole[0], person):
                self._merge(person, whole[0])

    def _merge(self, person: Person, whole: Person) -> None:
        self.by_words[person.words] = whole
        self.by_name[person.name] = whole
        self.people.remove(person)
        for call in self._calls(person):
            named = [whole if p is person else p for p in self.by_call.get(call, ())]
            self.by_call[call] = list(dict.fromkeys(named))

    @staticmethod
    def _agree(one: Person, other: Person) -> bool:
        if one.state and other.state and one.state != other.state:
            return False
        return not (one.gender and other.gender and one.gender != other.gender)

    # Finding ----------------------------------------------------------------------------------------------------

    def find(self, name: str, title: Title | None, state: str, gender: str, position: int) -> Person | None:
        """Give the person of the text that a name means here, or None where it means nobody or could mean two."""
        words = name_words(name)
        if not words:
            return None
        exact = self.by_words.get(words)
        if exact is not None and len(words) > 1:
            return exact
        if len(words) > 1 and (same := self._same(words)) is not None:
            return same
        call = " ".join(words)
        candidates = self.by_call.get(call) or self.by_call.get(bare(call)) or []
        fitting = [p for p in candidates if self._fits(p, title, state, gender)]
        return self._one_of(fitting, position)

    def _fits(self, person: Person, title: Title | None, state: str, gender: str) -> bool:
        told = state or (title.state if title is not None else "")
        if told and person.state and told != person.state:
            return False
        if gender and person.gender and gender != person.gender:
            return False
        if title is None or not title.office or not person.office:
            return True
        if title.former and not person.former and person.known:
            return False
        return offices_agree(title, person)

    def _one_of(self, fitting: list[Person], position: int) -> Person | None:
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        before = [p for p in fitting if p.position <= position]
        if len(before) == 1:
            return before[0]
        current = [p for p in (before or fitting) if not p.former]
        if len(current) == 1:
            return current[0]
        leading = [p for p in current if p.leader]
        if len(leading) == 1 and len(leading[0].seen) >= max(len(p.seen) for p in current):
            return leading[0]
        called = [p for p in current if p.seen]
        if called:
            latest = max(called, key=lambda p: p.seen[-1])
            others = [p for p in called if p is not latest]
            # The nearest one before, unless another of the name was spoken of in the same breath.
            if all(position - p.seen[-1] > 400 and latest.seen[-1] > p.seen[-1] + 200 for p in others):
                return latest
        return None

    def known_by_family(self, name: str, title: Title | None, state: str, gender: str) -> str:
        """Give the leader of the book whom a family name means on the day of publication, or an empty text."""
        words = name_words(name)
        call = " ".join(words)
        persons = self.book.families.get(call) or self.book.families.get(bare(call)) or ()
        fitting = [p for p in persons if self.book_fits(p, title, state, gender)]
        if not fitting:
            return ""
        if self.published is None:
            weighty = [p for p in fitting if self._weight(p) <= 1]
            return fitting[0] if len(fitting) == 1 else weighty[0] if len(weighty) == 1 and title is not None else ""
        for slack in (0, _SLACK, _WIDE_SLACK):
            held = [p for p in fitting if self.book.in_office(p, self.published, slack)]
            if len(held) == 1:
                return held[0] if slack < _WIDE_SLACK or title is not None or self._weight(held[0]) <= 1 else ""
            if len(held) > 1:
                for most in (0, 1, 2):
                    weighty = [p for p in held if self._weight(p) <= most]
                    if len(weighty) == 1 and (most < 2 or title is not None):
                        return weighty[0]
                return ""
        return self._out_of_office(fitting, title)

    def _out_of_office(self, fitting: list[str], title: Title | None) -> str:
        """Give the only leader of a name who ever had the office that goes before it, if that was in the past."""
        if title is None or not title.office or len(fitting) != 1 or self._weight(fitting[0]) > 1:
            return ""
        if not any(term_agrees(title, t, strictly=True) for t in self.book.terms[fitting[0]]):
            return ""
        began = [t.since for t in self.book.terms[fitting[0]]]
        return fitting[0] if self.published is not None and min(began) <= self.published else ""

    def _weight(self, person: str) -> int:
        term = self.book.office_on(person, self.published)
        ranks = {"head_of_state": 0, "head_of_government": 0, "foreign_minister": 1}
        return ranks.get(term.rank, 2) if term is not None else 3

    def book_fits(self, person: str, title: Title | None, state: str, gender: str) -> bool:
        """Whether a person of the book can be meant by these words."""
        terms = self.book.terms.get(person, ())
        told = state or (title.state if title is not None else "")
        if told and terms and all(t.state and t.state != told for t in terms):
            return False
        own = self._gender(name_words(person))
        if gender and own and gender != own:
            return False
        if title is None or not title.office or not terms:
            return True
        return any(term_agrees(title, t) for t in terms)

    # Offices ----------------------------------------------------------------------------------------------------

    def holder(self, title: Title, position: int) -> Person | str | None:
        """Give who holds an office that is named without a name: a person of the text, or a leader of the book."""
        state = title.state
        fitting = [p for p in self._near(position) if self._holds(p, title, state)]
        if state and title.office in {"leader", "ruler"} and len(fitting) > 1:
            rank = self.book.runs(state, self.published)
            fitting = [p for p in fitting if p.rank == rank or p.office == "leader"] or fitting
        before = [p for p in fitting if p.position <= position]
        if state or title.organisation:
            choice = before or fitting
            if len(choice) == 1:
                return choice[0]
            if choice:
                exact = [p for p in choice if p.office == title.office and not p.former]
                if len(exact) == 1:
                    return exact[0]
                return None
            return self._book_holder(title, state) if not (title.former or title.region) else None
        if not title.definite or len(before) != 1:
            return None
        return before[0]

    def _near(self, position: int) -> list[Person]:
        """Give the people introduced around a place in the text; in any text of usual length, all of them."""
        if len(self.people) <= _MOST_NEAR:
            return self.people
        at = bisect_left(self.people, position, key=lambda p: p.position)
        return self.people[max(0, at - _MOST_NEAR // 2) : at + _MOST_NEAR // 2]

    def _holds(self, person: Person, title: Title, state: str) -> bool:
        if (state and person.state != state) or person.region != title.region:
            return False
        if title.organisation and not state and person.organisation != title.organisation:
            return False
        if title.former != person.former or not person.office:
            return False
        if "supreme" in title.office and "president" in person.office:
            return False  # Iran has both.
        if title.office in {"leader", "ruler"} or (title.rank in _LEADING and title.office.endswith("leader")):
            return person.leader
        return offices_agree(title, person, strictly=True)

    def _book_holder(self, title: Title, state: str) -> str | None:
        if self.published is None:
            return None
        held = [t for t in self.book.holders.get(state or title.organisation, ()) if t.holds_on(self.published)]
        if title.office in {"leader", "ruler"} or (title.leader and title.office.endswith("leader")):
            rank = self.book.runs(state, self.published)
            led = [t for t in held if t.rank == rank] if rank else [t for t in held if t.rank in _LEADING]
        else:
            led = [t for t in held if _is_that_office(title, t)]
        persons = list(dict.fromkeys(t.person for t in led))
        if len(persons) > 1:  # Iran's president beside its supreme leader.
            same = (t.person for t in led if _heads(t.office) == _heads(title.office))
            persons = list(dict.fromkeys(same))
        return persons[0] if len(persons) == 1 else None


def _is_that_office(title: Title, term: Term) -> bool:
    """Whether an office without a name is a term of the book: an ambassador is not "the" ambassador to some body."""
    if (_heads(title.office) & _DEPUTIES) != (_heads(term.office) & _DEPUTIES):
        return False
    if title.rank == term.rank and (term.rank in _LEADING or term.rank == "foreign_minister"):
        return True
    if title.rank == "head_of_body" and title.organisation and not term.state:
        return not _heads(term.office).isdisjoint(_HEADING)  # "the IMF chief": its managing director
    return _heads(title.office) == _heads(term.office)


_HEADING = frozenset({"secretary", "president", "chairperson", "chairman", "director", "managing"})
"""Words in the titles of those who head a body; "chief" and "head" stand for each of them."""


@lru_cache(maxsize=4096)
def _heads(office: str) -> frozenset[str]:
    """Give the words of an office that tell it from others."""
    words = office.lower().replace("-", " ").replace("defense", "defence").split()
    return frozenset(words) - {"of", "the", "for", "and", "former", "acting", "interim"}


def offices_agree(title: Title, person: Person, strictly: bool = False) -> bool:
    """Whether an office named now can be the one that a person is known to hold."""
    return _agree(title.office, title.rank, title.leader, person.office, person.rank, person.leader, strictly)


def term_agrees(title: Title, term: Term, strictly: bool = False) -> bool:
    """Whether an office named now can be a term of the book."""
    return _agree(title.office, title.rank, title.leader, term.office, term.rank, term.rank in _LEADING, strictly)


def _agree(office: str, rank: str, leads: bool, held: str, held_rank: str, held_leads: bool, strictly: bool) -> bool:
    asked, has = _heads(office), _heads(held)
    if asked == has:
        return True
    if (asked & _DEPUTIES) != (has & _DEPUTIES) and (asked & _DEPUTIES or has & _DEPUTIES):
        return False
    if asked <= has:
        return True
    if rank == held_rank and rank in {"head_of_government", "foreign_minister"}:
        return True
    if strictly:
        return office in {"leader", "top leader"} and held_leads
    if has <= asked or asked & has:
        return True
    if rank == "other" and has & _ROYAL:
        return False  # "Chairman Abdullah" is no king.
    if rank in _BESIDE or held_rank in _BESIDE_HELD or "leader" in asked | has:
        return leads == held_leads or rank in _BESIDE
    return False
