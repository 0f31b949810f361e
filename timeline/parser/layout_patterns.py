"""The shapes of lines by which an article's layout is told: datelines, bylines, credits, turns of a transcript.

Words alone are in `vocabulary/layout.toml`; here is what needs a pattern, each with an example of what it is for.
All match in time linear in a line's length, or on a bounded part of it.
"""

from __future__ import annotations

import re

_MONTHS = r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
_MONTHS += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
_MONTH = rf"(?P<month>{_MONTHS})"
_MON = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

MONTH_NUMBERS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
FULL_DATES = (
    re.compile(rf"\b{_MONTH}\.? {_DAY},? {_YEAR}\b", re.I),  # May 3, 2011
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b", re.I),  # 3rd of May 2011
    re.compile(rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:T|\b)"),  # 2011-05-03
)
DATE_WORDS = re.compile(  # "Published: Wednesday, 3 March 2015, 14:22 GMT"
    r"(?:\b(?:(?:first|last) )?(?:published|posted|updated|modified|issued|created|date|on|at|as of|am|pm|a\.m"
    r"|p\.m|est|edt|et|gmt|utc|bst|cet|pst|pdt|ist|jst|local time|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?"
    rf"|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|ago|hours?|minutes?|days?|the|of|th|st|nd|rd|{_MONTHS})\b"
    r"|\d++|[\s.,:|/()\u2013\u00b7\u2022-]++)++",
    re.I,
)

BLANKS = re.compile(r"\s+")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
SENTENCE_END = re.compile(r"[.!?\u2026:;][\"')\]]*$")
FULL_STOP = re.compile(r"[.!?\u2026][\"')\]]*$")
FIRST_SENTENCE = re.compile(r".{20,}?[a-z0-9)][.!?](?= [A-Z\"])")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][)]|[IVX]{1,4}[.)]) +\S")  # 2) Talks are slow
BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u00b7*\u2013-]+ +\S")
CAMEL = re.compile(r"[a-z][A-Z][a-z]")  # the joints of "FacebookIconMailIcon"
LINK_ALONE = re.compile(r"(?:https?://|www\.)\S+$|@\w+$|#\w+$|\S+@\S+\.\w+$")
SECOND_PERSON = re.compile(r"\b(?:you|your|yours|you'll|you're|you've)\b", re.I)
FIRST_PERSON = re.compile(r"\b(?:our|us|we)\b", re.I)

TURN = re.compile(  # "FOREIGN MINISTER DOE: (Via interpreter) Good morning."
    r"(?:[A-Z][A-Z.'\u2013-]*(?: [A-Z][A-Z.'\u2013-]*){0,5}|Q|A)(?: \([^)]{1,60}\))?: +\S"
)

_NAME = r"(?:[A-Z][^\W\d_]*\.?(?:['-][^\W\d_]+)*|al-[A-Z]\w+|von|van|der|de|da|dos|di|bin|ibn|del|la|le|el|ter|ben)"
_PERSON = rf"{_NAME}(?: {_NAME}){{1,4}}"
BY = re.compile(r"(?:by|story by|text by|from|words by|report by) +(?=[A-Z])", re.I)
BY_NAMES = re.compile(rf"(?P<names>{_PERSON}(?:(?:, {_PERSON})*,? and {_PERSON})?)")  # A B, C D and E F
NAME_LINE = re.compile(rf"{_PERSON}$")
PERSON_OFFICE = re.compile(rf"(?P<name>{_PERSON}), (?P<office>[A-Z\u00c0-\u00dd][^.!?:;]{{3,120}})$")
AUTHOR_NOTE = re.compile(  # "Dr Lena Holm, a historian, teaches at ..."
    rf"(?:{_PERSON}|The (?:writer|author)|Dr\.? {_NAME}|Prof(?:essor|\.) {_NAME})(?:,[^,]{{3,80}},)? +(?P<rest>.+)"
)
PAPER = re.compile(  # ", Example Times senior staff writer"
    r", (?P<paper>[A-Z][^\W\d_]*(?: [A-Z][^\W\d_]*){0,3}?) (?:senior |chief )?(?:staff|correspondent|writer|reporter)"
)

CREDIT_TAIL = re.compile(  # "(Photo by A. Example)", "(KCNA via Agency)", "© Agency", "[Agency]"
    r"(?:\u00a9 ?(?:\d{4} )?[^.]{0,50}"
    r"|\((?:[^()]{0,80}\b(?:photo|image|picture|handout|file)\b[^()]{0,80}|[^()]{0,60}\bvia [A-Z][^()]{0,40})\)"
    r"|[\[(](?P<agency>[^()\[\]]{2,60})[\])])\.?$",
    re.I,
)
CREDIT_ALONE = re.compile(  # "Photo: Agency"
    r"\W*(?:photo(?:graph)?s?|pictures?|images?|credit|illustration|graphic|video)s?(?: by| courtesy| credit)?\b ?:? ?"
    r".{0,60}$|\u00a9.{0,60}$",
    re.I,
)
_WHERE = r"left|right|centre|center|second (?:from )?(?:left|right)|front|back"
STANDING = re.compile(  # "..., left, shakes hands with ... (R)"
    rf"(?:, (?:far )?(?:{_WHERE}),|\((?:{_WHERE}|L|R|C|l|r)\)|^(?:From left|Clockwise|From right)\b)"
)

_TITLE_PLACE = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}"
_CAPITALS = r"[A-Z][A-Z.'\u00c0-\u00dd]"
DATELINE = re.compile(  # "BUENOS AIRES, Argentina, May 3, 2011 (Agency) --", "Lagos (AFP) -"
    rf"(?P<place>{_CAPITALS}+(?:[ /-](?:{_CAPITALS}*|de|of|the|la|el|da))*(?:, [A-Z][A-Za-z. ]{{1,30}}?)?"
    rf"|{_TITLE_PLACE}(?:, [A-Z][A-Za-z. ]{{1,30}}?)?(?=,? (?:\(|\d|{_MON})))"
    rf"(?P<when>,? (?:\d{{1,2}} )?{_MON}[a-z]*\.?(?: \d{{1,2}})?(?:,? \d{{4}})?)?"
    r"(?:,? ?\((?P<agency>[^()]{2,40})\))?"
    r" ?(?:--+|\u2013|(?<= )-)(?= ?\S)"
)
LOOSE_DATELINE = re.compile(  # "Geneva, Switzerland -- Envoys ..."
    rf"(?P<place>{_TITLE_PLACE}(?:, [A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?)?) (?:--+|\u2013) (?=[A-Z\"])"
)
