"""The shapes of lines by which an article's layout is told: datelines, bylines, credits, turns of a transcript.

Words alone are in `vocabulary/layout.toml`; here is what needs a pattern, each with an example of what it is for.
All match in time linear in a line's length, or on a bounded part of it.
"""

from __future__ import annotations

import re

from timeline.parser.quick import Quick

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
SPEAKER = re.compile(r"\b(?:I|I'm|I've|we|our|us|my|you|your)\b")  # a speech has one of them in most paragraphs

_TOLD = "edited|condensed|abridged|translated|transcribed|compiled|updated|corrected|amended|shortened|written for"
_TOLD += "|produced (?:by|for|with)|prepared (?:by|for|with)|an? (?:invented |fictional |made-up )?sample|an? example"
_MADE = "written|published|republished|reprinted|reproduced|syndicated|licensed|distributed|provided|funded|supported"
_MADE += "|sponsored|commissioned|generated|created|excerpted|adapted|taken from|part of|based on|available|protected"
_MADE += "|made possible|free to|intended|reflect|represent|contain|be (?:re)?(?:published|printed|produced|used)"
_ADVERBS = r"(?: (?:also|first|lightly|originally|automatically|machine|since|not|necessarily|independently))*"
SPEAKS_OF_ITSELF = re.compile(  # "This article was produced by ...", "An earlier version of this story said ..."
    r"\W*(?:(?:[a-z]+ ){1,4}of )?(?:this|the (?:above|preceding|foregoing)) (?:news )?(?:"
    r"(?:dispatch|article|story|transcript|piece|post|page|column|podcast|newsletter|content|translation|webpage)"
    rf"(?: (?:is|was|were|has been|have been|may|can|does|did|will|should){_ADVERBS} (?:{_TOLD}|{_MADE})"
    r"| (?:originally |first )?(?:appeared|ran) (?:in|on|at)| (?:misstated|misspelled|misidentified|incorrectly))"
    r"|(?:report|text|interview|release|essay|commentary|excerpt|version|briefing)"
    rf" (?:is|was|has been|have been){_ADVERBS} (?:{_TOLD}))\b",
    re.I,
)
WRITERS_CREDITS = re.compile(  # "(Reporting by A. Example in Oslo; editing by B. Example)"
    r"(?P<bracket>[(\[])? ?(?:(?:additional|further|with|and|contributing) )*(?:report(?:ing|ed)|writ(?:ing|ten)"
    r"|edit(?:ing|ed)|translat(?:ion|ed)|compiled|research(?:ed)?|produced|production|graphics?|fact-checking)"
    r"(?:(?:,| and|, and) (?:additional |further )?(?:reporting|writing|editing|translation|research))* by\b",
    re.I,
)
FURTHER_CREDITS = re.compile(r"; (?:additional |further )?(?:reporting|writing|editing|translation|research)\b", re.I)
CONTACT = re.compile(  # "Media contact: ...", "Press inquiries: ..."
    r"(?:(?:for )?(?:media|press|public|news|general|further|more|editorial|all)\b[ /&a-z]{0,30})?"
    r"\b(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|queries|information|questions|office|desk|e-?mail|tel(?:ephone)?"
    r"|phone|fax)\b[^:.]{0,30}: ?\S",
    re.I,
)
DIGITS = "0123456789"
ADDRESS = Quick(  # mail, web or telephone
    re.compile(r"\S@[\w-]+\.\w|\bwww\.|https?://|\+?\d[\d ()-]{7,}\d"), ["@", "www.", "://", *DIGITS]
)
SENTENCES_OPEN = re.compile(r"(?:^|[.!?:] )[\"']?(?P<word>[A-Z][a-z]+)\b")
_MONEY = r"(?:US)?[$\u00a3\u20ac\u00a5]\s?\d[\d.,]*|\d[\d.,]*\s?(?:dollars|euros|pounds|pence|cents|USD|EUR|GBP)"
_PERIOD = "day|week|month|year|quarter|issue|copy"
_PRICE = re.compile(  # "for $2 a week", "a year costs $60", "first month free", "30% off"
    rf"(?:{_MONEY}) ?(?:a|an|per|each|/|for (?:one|a|\d+)|every) ?(?:{_PERIOD})s?\b"
    rf"|\b(?:{_PERIOD}|subscription)s? (?:costs?|is|are|for|at|from) (?:only |just )?(?:{_MONEY})"
    rf"|\b(?:first|one|two|three|\d+) (?:{_PERIOD})s? (?:are |is )?free\b|\bfree (?:trial|of charge|for)\b"
    r"|\d ?% off\b",
    re.I,
)
PRICE = Quick(_PRICE, ["free", *DIGITS])
_CLOSES = re.compile(  # "Offer closes on June 30", "Seats are limited"
    r"\boffers? (?:ends?|closes?|expires?|runs?|is|are|valid|good|applies)\b|\bcancel (?:at )?any ?time\b"
    r"|\b(?:seats?|places?|tickets?|spaces?|copies|numbers) (?:is|are) (?:strictly )?limited\b"
    r"|\b(?:terms|conditions) apply\b|\bwhile stocks? lasts?\b|\blimited time\b|\bbook (?:now|early)\b",
    re.I,
)
CLOSES = Quick(_CLOSES, ["offer", "cancel", "limited", "apply", "stock", "book"])

TURN = re.compile(  # "FOREIGN MINISTER DOE: (Via interpreter) Good morning."
    r"(?:[A-Z][A-Z.'\u2013-]*(?: [A-Z][A-Z.'\u2013-]*){0,5}|Q|A)(?: \([^)]{1,60}\))?: +\S"
)

_NAME = r"(?:[A-Z][^\W\d_]*\.?(?:['-][^\W\d_]+)*|al-[A-Z]\w+|d'[A-Z]\w+"
_NAME += r"|von|van|der|de|da|dos|di|bin|ibn|del|la|le|el|ter|ben)"
_PERSON = rf"{_NAME}(?: {_NAME}){{1,4}}"
BY = re.compile(r"(?:by|story by|text by|from|words by|report by) +(?=[A-Z])", re.I)
PERSON = re.compile(_PERSON)
BETWEEN_NAMES = re.compile(  # "A B in Oslo and C D in Lima", "A B, C D and E F"
    r"(?: in [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})?(?P<sign>,? and |,? & |; |, )"
)
OFFICE_LINE = re.compile(  # "Office of Public Affairs, Example Council", "Ministry of Foreign Affairs of Chile"
    r"(?:The )?(?:[A-Z][^\W\d_]+ ){0,4}(?:Office|Bureau|Ministry|Department|Embassy|Mission|Directorate|Secretariat"
    r"|Delegation|Service|Division|Section|Chancellery|Commission|Council|Cabinet)(?= of | for | to |, )"
    r"(?:,? (?:[A-Z][^\W\d_]*|of|the|for|to|and|in|de|&|-|\u2013|U\.S\.|U\.N\.)){1,14}$"
)
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
_PICTURE = "(?:Photo(?:graph)?|Picture|Image|Illustration|Video)s?"
CREDIT_BEHIND = re.compile(  # "... in Lima. Photograph: pool", "... on Friday. Photo by A. Example"
    rf"(?<=[\w.!?\"')] )(?:{_PICTURE}(?: credit)?: ?|(?<=[.!?\"')] ){_PICTURE} (?:by|courtesy of) )[^.:]{{2,60}}\.?$"
)
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
