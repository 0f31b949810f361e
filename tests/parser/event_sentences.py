# ruff: noqa: E501
"""Sentences of our own with the happenings that they tell of: what the event grammar is held to.

Each row: the sentence; then one tuple for each happening: kind, status, when, place, parties. `when` is EDTF or None,
`place` the first part of the place or "", parties the names in any order. All sentences are published on Wednesday
15 May 2024. An empty list of happenings means that nothing may be claimed.
"""

from __future__ import annotations

A, B, C = "Ana Soto", "Kenji Mori", "Lars Holm"
"""Made-up people: the Chilean president, the Japanese prime minister, the Norwegian foreign minister."""

MEETINGS = [
    (
        "Chilean President Ana Soto met Japanese Prime Minister Kenji Mori in Oslo on Monday.",
        [("summit", "held", "2024-05-13", "Oslo", (A, B))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm met with Peruvian Foreign Minister Rosa Diaz in Lima on May 3.",
        [("meeting", "held", "2024-05-03", "Lima", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm will meet with Peruvian Foreign Minister Rosa Diaz in Lima on May 23.",
        [("meeting", "planned", "2024-05-23", "Lima", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is to meet his Peruvian counterpart Rosa Diaz in Lima on Friday.",
        [("meeting", "planned", "2024-05-17", "Lima", (C, "Rosa Diaz"))],
    ),
    (
        "Ghanaian and Togolese officials met in Accra on Tuesday to discuss the border.",
        [("meeting", "held", "2024-05-14", "Accra", ("Ghana", "Togo"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm agreed on Monday to meet Peruvian Foreign Minister Rosa Diaz.",
        [("meeting", "planned", None, "", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is ready to meet Peruvian Foreign Minister Rosa Diaz.",
        [("meeting", "proposed", None, "", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm offered to meet Peruvian Foreign Minister Rosa Diaz in Geneva.",
        [("meeting", "proposed", None, "Geneva", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm refused to meet Peruvian Foreign Minister Rosa Diaz.",
        [("invitation", "held", None, "", (C, "Rosa Diaz"))],
    ),
    (
        "If Norwegian Foreign Minister Lars Holm meets Peruvian Foreign Minister Rosa Diaz, they may talk about fish.",
        [],
    ),
    ("Norwegian Foreign Minister Lars Holm should meet Peruvian Foreign Minister Rosa Diaz.", []),
    ("Norwegian Foreign Minister Lars Holm must decide whether to meet Peruvian Foreign Minister Rosa Diaz.", []),
    ("Norwegian Foreign Minister Lars Holm cannot afford to meet Peruvian Foreign Minister Rosa Diaz.", []),
    ("Norwegian Foreign Minister Lars Holm would have met Peruvian Foreign Minister Rosa Diaz.", []),
    ("Norwegian Foreign Minister Lars Holm did not meet Peruvian Foreign Minister Rosa Diaz.", []),
    (
        "Norwegian Foreign Minister Lars Holm was supposed to meet Peruvian Foreign Minister Rosa Diaz in Lima on May 6.",
        [("meeting", "cancelled", "2024-05-06", "Lima", (C, "Rosa Diaz"))],
    ),
    (
        "Chilean President Ana Soto hosted Japanese Prime Minister Kenji Mori in Santiago on May 2.",
        [("summit", "held", "2024-05-02", "Santiago", (A, B))],
    ),
    (
        "Chilean President Ana Soto received Japanese Prime Minister Kenji Mori on Tuesday.",
        [("summit", "held", "2024-05-14", "Chile", (A, B))],
    ),
    (
        "Kenyan and Ugandan negotiators met in Nairobi last week.",
        [("meeting", "held", "[2024-05-06..2024-05-12]", "Nairobi", ("Kenya", "Uganda"))],
    ),
    (
        "After meeting with Peruvian Foreign Minister Rosa Diaz in Lima on Monday, Lars Holm flew home.",
        [("meeting", "held", "2024-05-13", "Lima", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm sat down with Peruvian Foreign Minister Rosa Diaz in Geneva on May 1.",
        [("meeting", "held", "2024-05-01", "Geneva", (C, "Rosa Diaz"))],
    ),
    (
        "The U.N. Security Council met on Tuesday to discuss Haiti.",
        [("conference", "held", "2024-05-14", "", ("United Nations Security Council",))],
    ),
]

TALKS = [
    (
        "Talks between Ethiopia and Eritrea began in Asmara on May 7.",
        [("talks", "held", "2024-05-07", "Asmara", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks between Ethiopia and Eritrea will resume in Asmara on May 27.",
        [("talks", "planned", "2024-05-27", "Asmara", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks between Ethiopia and Eritrea collapsed on Tuesday.",
        [("talks", "collapsed", "2024-05-14", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks held in Vienna between Ethiopia and Eritrea broke down without an agreement.",
        [("talks", "collapsed", None, "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks between Ethiopia and Eritrea ended without agreement on Tuesday.",
        [("talks", "collapsed", "2024-05-14", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopia broke off talks with Eritrea on May 2.",
        [("talks", "collapsed", "2024-05-02", "", ("Ethiopia", "Eritrea"))],
    ),
    ("Ethiopia has suspended talks with Eritrea.", [("talks", "collapsed", None, "", ("Ethiopia", "Eritrea"))]),
    (
        "Ethiopia walked out of talks with Eritrea in Vienna.",
        [("talks", "collapsed", None, "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopia proposed talks with Eritrea in Vienna.",
        [("talks", "proposed", None, "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    ("Ethiopia rejected talks with Eritrea.", [("invitation", "held", None, "", ("Ethiopia", "Eritrea"))]),
    ("Ethiopia has ruled out talks with Eritrea.", [("invitation", "held", None, "", ("Ethiopia", "Eritrea"))]),
    ("Ethiopia said it would not negotiate with Eritrea.", [("invitation", "held", None, "", ("Ethiopia", "Eritrea"))]),
    (
        "Ethiopia is holding talks with Eritrea in Vienna.",
        [("talks", "ongoing", "2024-05-15", "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopia and Eritrea held a third round of talks in Vienna on May 9.",
        [("talks", "held", "2024-05-09", "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopia and Eritrea will hold a third round of talks in Vienna next week.",
        [("talks", "planned", "[2024-05-20..2024-05-26]", "Vienna", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopia and Eritrea are set to begin negotiations on June 3.",
        [("talks", "planned", "2024-06-03", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "The planned talks between Ethiopia and Eritrea were called off on Monday.",
        [("talks", "cancelled", "2024-05-13", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks between Ethiopia and Eritrea have been postponed until June 10.",
        [("talks", "postponed", "2024-06-10", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Talks between Ethiopia and Eritrea have been put on hold.",
        [("talks", "postponed", None, "", ("Ethiopia", "Eritrea"))],
    ),
    ("If talks between Ethiopia and Eritrea fail, war is likely.", []),
    (
        "Ethiopia and Eritrea have held talks three times in the past year.",
        [("talks", "held", "[2023-05-15..2024-05-15]", "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Ethiopian rebels captured the town following the collapse of talks between Ethiopia and Eritrea.",
        [("talks", "collapsed", None, "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Brazil called for talks between Ethiopia and Eritrea.",
        [("talks", "proposed", None, "", ("Ethiopia", "Eritrea"))],
    ),
    (
        "Brazil hosted talks between Ethiopia and Eritrea in Manaus on May 4.",
        [("talks", "held", "2024-05-04", "Manaus", ("Ethiopia", "Eritrea", "Brazil"))],
    ),
    (
        "U.S.-Cuba talks took place in Havana on May 4.",
        [("talks", "held", "2024-05-04", "Havana", ("United States", "Cuba"))],
    ),
]

SUMMITS = [
    (
        "The Oslo summit between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori took place on May 4.",
        [("summit", "held", "2024-05-04", "Oslo", (A, B))],
    ),
    (
        "Chilean President Ana Soto cancelled a summit with Japanese Prime Minister Kenji Mori.",
        [("cancellation", "held", None, "", (A, B))],
    ),
    (
        "Chilean President Ana Soto postponed her summit with Japanese Prime Minister Kenji Mori.",
        [("summit", "postponed", None, "", (A, B))],
    ),
    (
        "A summit between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori is expected in June.",
        [("summit", "planned", "2024-06", "", (A, B))],
    ),
    (
        "Chilean President Ana Soto went on to hold a summit with Japanese Prime Minister Kenji Mori in Oslo.",
        [("summit", "held", None, "Oslo", (A, B))],
    ),
    (
        "The African Union summit opened in Addis Ababa on Tuesday.",
        [("summit", "held", "2024-05-14", "Addis Ababa", ("African Union",))],
    ),
    (
        "NATO leaders will gather for a summit in Washington on July 9-11.",
        [("summit", "planned", "2024-07-09/2024-07-11", "Washington", ("NATO",))],
    ),
    (
        "Chilean President Ana Soto will skip the NATO summit in Washington.",
        [("cancellation", "held", None, "Washington", (A, "NATO"))],
    ),
    (
        "Chilean President Ana Soto will not attend the NATO summit in Washington.",
        [("cancellation", "held", None, "Washington", (A, "NATO"))],
    ),
    ("Chilean President Ana Soto pulled out of the NATO summit.", [("cancellation", "held", None, "", (A, "NATO"))]),
    (
        "Chilean President Ana Soto attended the NATO summit in Washington on Tuesday.",
        [("summit", "held", "2024-05-14", "Washington", (A, "NATO"))],
    ),
]

VISITS = [
    (
        "Norwegian Foreign Minister Lars Holm will travel to Ukraine and Poland July 20-22.",
        [
            ("visit", "planned", "2024-07-20/2024-07-22", "Ukraine", (C,)),
            ("visit", "planned", "2024-07-20/2024-07-22", "Poland", (C,)),
        ],
    ),
    (
        "Norwegian Foreign Minister Lars Holm arrived in Gdansk, Poland, on Monday.",
        [("visit", "held", "2024-05-13", "Gdansk", (C,))],
    ),
    ("Norwegian Foreign Minister Lars Holm visited Poland in March.", [("visit", "held", "2024-03", "Poland", (C,))]),
    ("Norwegian Foreign Minister Lars Holm visits Poland.", [("visit", "held", "2024-05-15", "Poland", (C,))]),
    (
        "Norwegian Foreign Minister Lars Holm is on a two-day visit to Poland.",
        [("visit", "ongoing", "2024-05-15", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm postponed his visit to Poland.",
        [("visit", "postponed", None, "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm has put off a trip to Poland that was planned for May 20.",
        [("visit", "postponed", "2024-05-20", "Poland", (C,))],
    ),
    (
        "A visit to Poland by Norwegian Foreign Minister Lars Holm was postponed on Monday.",
        [("visit", "postponed", "2024-05-13", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm's visit to Poland has been delayed.",
        [("visit", "postponed", None, "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm cancelled his trip to Poland on Sunday.",
        [("cancellation", "held", "2024-05-12", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm scrapped a planned visit to Poland.",
        [("cancellation", "held", None, "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm's planned visit to Poland has been cancelled.",
        [("visit", "cancelled", None, "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm made a surprise visit to Poland on May 2.",
        [("visit", "held", "2024-05-02", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm plans to visit Poland in June.",
        [("visit", "planned", "2024-06", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm will visit Poland on June 3, the ministry said.",
        [("visit", "planned", "2024-06-03", "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is reportedly planning to visit Poland.",
        [("visit", "planned", None, "Poland", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm flew to Poland on Monday for talks with Polish Deputy Foreign Minister Marek Nowak.",
        [("talks", "held", "2024-05-13", "Poland", (C, "Marek Nowak"))],
    ),
    (
        "During a visit to Poland on May 2, Norwegian Foreign Minister Lars Holm praised the bridge.",
        [("visit", "held", "2024-05-02", "Poland", (C,))],
    ),
    (
        "A Norwegian delegation headed by Lars Holm visited Poland in March.",
        [("visit", "held", "2024-03", "Poland", ("Norway", C))],
    ),
]

CALLS = [
    (
        "Norwegian Foreign Minister Lars Holm spoke today with Peruvian Foreign Minister Rosa Diaz.",
        [("call", "held", "2024-05-15", "", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm spoke by phone with Peruvian Foreign Minister Rosa Diaz on Monday.",
        [("call", "held", "2024-05-13", "", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm held a phone call with Peruvian Foreign Minister Rosa Diaz on Monday.",
        [("call", "held", "2024-05-13", "", (C, "Rosa Diaz"))],
    ),
    (
        "In a telephone call on Monday, Norwegian Foreign Minister Lars Holm and Peruvian Foreign Minister Rosa Diaz spoke of fish.",
        [("call", "held", "2024-05-13", "", (C, "Rosa Diaz"))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm telephoned Peruvian Foreign Minister Rosa Diaz on Monday.",
        [("call", "held", "2024-05-13", "", (C, "Rosa Diaz"))],
    ),
]

ACTS = [
    (
        "Chad and Niger signed a border treaty in Niamey on May 6.",
        [("agreement", "held", "2024-05-06", "Niamey", ("Chad", "Niger"))],
    ),
    (
        "A ceasefire agreement between Chad and Niger was signed on May 6.",
        [("agreement", "held", "2024-05-06", "", ("Chad", "Niger"))],
    ),
    ("Chad and Niger agreed to a ceasefire.", [("agreement", "held", None, "", ("Chad", "Niger"))]),
    ("Chad and Niger reached an agreement on the border.", [("agreement", "held", None, "", ("Chad", "Niger"))]),
    ("Chad and Niger will sign a treaty on June 1.", [("agreement", "planned", "2024-06-01", "", ("Chad", "Niger"))]),
    ("Chad ratified the treaty with Niger in April.", [("agreement", "held", "2024-04", "", ("Chad", "Niger"))]),
    (
        "Chad and Niger restored diplomatic relations on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    ("Chad and Niger agreed to reopen their border.", [("agreement", "held", None, "", ("Chad", "Niger"))]),
    ("Chad severed diplomatic ties with Niger on Monday.", [("rupture", "held", "2024-05-13", "", ("Chad", "Niger"))]),
    ("Chad has cut off relations with Niger.", [("rupture", "held", None, "", ("Chad", "Niger"))]),
    ("Chad expelled Niger's ambassador on Monday.", [("rupture", "held", "2024-05-13", "Chad", ("Chad", "Niger"))]),
    (
        "Chad ordered the expulsion of the Malian ambassador on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Chad", "Mali"))],
    ),
    (
        "Nine Malian diplomats were expelled from Chad on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Chad", "Mali"))],
    ),
    ("Chad declared the Malian ambassador persona non grata.", [("rupture", "held", None, "", ("Chad", "Mali"))]),
    ("Chad recalled its ambassador to Niger on Monday.", [("rupture", "held", "2024-05-13", "", ("Chad", "Niger"))]),
    ("Chad recalled its ambassador from Niger for consultations.", [("rupture", "held", None, "", ("Chad", "Niger"))]),
    ("Chad closed its embassy in Niger on Monday.", [("rupture", "held", "2024-05-13", "Niger", ("Chad", "Niger"))]),
    (
        "Chad announced its withdrawal from the African Union on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Chad", "African Union"))],
    ),
    (
        "Chad withdrew from the African Union on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Chad", "African Union"))],
    ),
    ("Chad will withdraw from the African Union.", [("rupture", "planned", None, "", ("Chad", "African Union"))]),
    ("Chad pulled out of the Ottawa Treaty.", [("rupture", "held", None, "", ("Chad",))]),
    ("Chad suspended diplomatic relations with Niger.", [("rupture", "held", None, "", ("Chad", "Niger"))]),
    (
        "The European Union imposed sanctions on Belarus on Monday.",
        [("sanction", "held", "2024-05-13", "", ("European Union", "Belarus"))],
    ),
    (
        "Sanctions were imposed on Belarus by the European Union on Monday.",
        [("sanction", "held", "2024-05-13", "", ("European Union", "Belarus"))],
    ),
    (
        "The European Union lifts sanctions on Belarus.",
        [("sanction", "held", "2024-05-15", "", ("European Union", "Belarus"))],
    ),
    (
        "The European Union announced new sanctions against Belarus on Monday.",
        [("sanction", "held", "2024-05-13", "", ("European Union", "Belarus"))],
    ),
    (
        "The European Union will impose sanctions on Belarus next week.",
        [("sanction", "planned", "[2024-05-20..2024-05-26]", "", ("European Union", "Belarus"))],
    ),
    (
        "The European Union extended its sanctions against Belarus until 2026.",
        [("sanction", "held", None, "", ("European Union", "Belarus"))],
    ),
    (
        "Canada sanctioned six Belarusian officials on Monday.",
        [("sanction", "held", "2024-05-13", "", ("Canada", "Belarus"))],
    ),
    (
        "Canada slapped a 25 percent tariff on Belarusian steel.",
        [("sanction", "held", None, "", ("Canada", "Belarus"))],
    ),
    (
        "Canada announced that it would impose tariffs on goods from Belarus.",
        [("sanction", "planned", None, "", ("Canada", "Belarus"))],
    ),
    (
        "Canada placed six Belarusian officials under sanctions.",
        [("sanction", "held", None, "", ("Canada", "Belarus"))],
    ),
    ("Canada banned imports from Belarus.", [("sanction", "held", None, "", ("Canada", "Belarus"))]),
    (
        "Canada added two Belarusian banks to its sanctions list on Monday.",
        [("sanction", "held", "2024-05-13", "", ("Canada", "Belarus"))],
    ),
    ("Canada froze the assets of six Belarusian officials.", [("sanction", "held", None, "", ("Canada", "Belarus"))]),
    (
        "The U.S. Treasury imposed sanctions on two Malian generals.",
        [("sanction", "held", None, "", ("US Treasury", "United States", "Mali"))],
    ),
    ("Canada eased sanctions on Mali on Monday.", [("sanction", "held", "2024-05-13", "", ("Canada", "Mali"))]),
    (
        "The U.N. Security Council adopted a resolution on Haiti on Monday.",
        [("resolution", "held", "2024-05-13", "New York", ("United Nations Security Council",))],
    ),
    (
        "The U.N. General Assembly voted on Monday to admit the islands.",
        [("resolution", "held", "2024-05-13", "New York", ("United Nations General Assembly",))],
    ),
    (
        "China vetoed a Security Council resolution on Haiti.",
        [("resolution", "held", None, "New York", ("China", "United Nations Security Council"))],
    ),
    ("Kenya condemned the attack on Monday.", [("statement", "held", "2024-05-13", "", ("Kenya",))]),
    (
        "Kenyan President Joy Otieno urged Chad to hold elections.",
        [("statement", "held", None, "", ("Joy Otieno", "Chad"))],
    ),
    ("Kenya apologised to Chad on Monday.", [("statement", "held", "2024-05-13", "", ("Kenya", "Chad"))]),
    (
        "Kenyan President Joy Otieno invited Chilean President Ana Soto to visit Nairobi.",
        [("invitation", "held", None, "Nairobi", ("Joy Otieno", A)), ("visit", "proposed", None, "Nairobi", (A,))],
    ),
    (
        "Chilean President Ana Soto accepted an invitation to visit Kenya.",
        [("invitation", "held", None, "Kenya", (A,)), ("visit", "planned", None, "Kenya", (A,))],
    ),
    (
        "Chilean President Ana Soto declined an invitation from Kenyan President Joy Otieno.",
        [("invitation", "held", None, "", (A, "Joy Otieno"))],
    ),
    (
        "Kenyan President Joy Otieno rejected Chilean President Ana Soto's proposal for a meeting.",
        [("invitation", "held", None, "", ("Joy Otieno", A))],
    ),
]

MORE = [
    (
        "The palace announced that Chilean President Ana Soto's visit to Beijing will be delayed.",
        [("visit", "postponed", None, "Beijing", (A,))],
    ),
    (
        "The trip of Chilean President Ana Soto to Kenya has been postponed indefinitely, an aide said.",
        [("visit", "postponed", None, "Kenya", (A,))],
    ),
    (
        "New Canadian tariffs on Belarusian steel take effect.",
        [("sanction", "held", "2024-05-15", "", ("Canada", "Belarus"))],
    ),
    ("Canada revoked the visas of Chilean President Ana Soto.", [("sanction", "held", None, "", ("Canada", A))]),
    (
        "Canada said late on Tuesday that it had halted aid to Belarus.",
        [("sanction", "held", None, "", ("Canada", "Belarus"))],
    ),
    (
        "Chilean President Ana Soto signed an order imposing sanctions on Belarusian banks.",
        [("sanction", "held", None, "", (A, "Belarus"))],
    ),
    (
        "A meeting between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori is scheduled for May 20.",
        [("summit", "planned", "2024-05-20", "", (A, B))],
    ),
    (
        "Chilean President Ana Soto looks forward to welcoming Japanese Prime Minister Kenji Mori to Santiago.",
        [("summit", "planned", None, "Santiago", (A, B))],
    ),
    (
        "Tomorrow's meeting between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori will be held in Oslo.",
        [("summit", "planned", "2024-05-16", "Oslo", (A, B))],
    ),
    (
        "Chilean President Ana Soto said that she would travel to Greenland on June 15.",
        [("visit", "planned", "2024-06-15", "Greenland", (A,))],
    ),
    (
        "Chad will not negotiate but is open for indirect talks with Niger.",
        [("invitation", "held", None, "", ("Chad",)), ("talks", "proposed", None, "", ("Chad", "Niger"))],
    ),
    ("Chad rejected a Malian offer to hold direct talks.", [("invitation", "held", None, "", ("Chad", "Mali"))]),
    ("Chad denied that it held secret talks with Niger.", [("talks", "held", None, "", ("Chad", "Niger"))]),
    (
        "The palace denied reports of a call between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori.",
        [("call", "held", None, "", (A, B))],
    ),
    (
        "A ceasefire between Chad and Niger came into effect on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    (
        "Chad and Niger failed to reach agreement on the border on Sunday.",
        [("talks", "collapsed", "2024-05-12", "", ("Chad", "Niger"))],
    ),
    (
        "Chad and Niger failed to reach an agreement at talks in Bamako.",
        [("talks", "collapsed", None, "Bamako", ("Chad", "Niger"))],
    ),
    (
        "Heads of government of 30 countries gathered in Nairobi on Monday.",
        [("summit", "held", "2024-05-13", "Nairobi", ())],
    ),
    (
        "Norwegian Foreign Minister Lars Holm will travel to Tbilisi, Georgia; Accra, Ghana; and Minsk, Belarus June 6-9.",
        [
            ("visit", "planned", "2024-06-06/2024-06-09", "Tbilisi", (C,)),
            ("visit", "planned", "2024-06-06/2024-06-09", "Accra", (C,)),
            ("visit", "planned", "2024-06-06/2024-06-09", "Minsk", (C,)),
        ],
    ),
    (
        "Chad expelled the Malian ambassador and recalled its own envoy from Mali.",
        [("rupture", "held", None, "Chad", ("Chad", "Mali"))],
    ),
    ("Chilean President Ana Soto accuses Peru of spying.", [("statement", "held", None, "", (A, "Peru"))]),
    (
        "Chad designated two Malian groups as terrorist organizations.",
        [("sanction", "held", None, "", ("Chad", "Mali"))],
    ),
    (
        "Chad severed ties with Mali, Niger and Togo.",
        [("rupture", "held", None, "", ("Chad", "Mali", "Niger", "Togo"))],
    ),
    (
        "Norway will host a summit between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori in Oslo.",
        [("summit", "planned", None, "Oslo", ("Norway", A, B))],
    ),
    (
        "A planned summit between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori did not take place.",
        [("summit", "cancelled", None, "", (A, B))],
    ),
    (
        "Talks between Chad and Niger are continuing in Geneva.",
        [("talks", "ongoing", "2024-05-15", "Geneva", ("Chad", "Niger"))],
    ),
    (
        "Talks between Chad and Niger, which began on Monday, were suspended.",
        [("talks", "collapsed", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    (
        "Peace talks between Chad and rebels resumed in Doha on Sunday.",
        [("talks", "held", "2024-05-12", "Doha", ("Chad",))],
    ),
    (
        "The U.N. Security Council rejected a resolution on Haiti.",
        [("resolution", "held", None, "New York", ("United Nations Security Council",))],
    ),
]
"""Variants met in news: headlines, offers, denials, lists of destinations, aid and visas."""

NOTHING = [
    "Relations between Chad and Niger have long been difficult.",
    "The minister was born in Chad and studied in Niger.",
    "Chad needs a deal with Niger.",
    "A meeting between Chad and Niger would help.",
    "Chad and Niger should restore diplomatic relations.",
    "Chad could impose sanctions on Niger.",
    "Chad has no plans to hold talks with Niger.",
    "Did Chad hold talks with Niger?",
    "Unless Chad and Niger sign a treaty, the road stays shut.",
    "The bank visits 30 schools a year.",
    "The company will meet its targets in Chad.",
    "The president called the deal a mistake.",
]

CALLED_OFF = [
    (
        "Chilean President Ana Soto was to have gone to Oslo in late April.",
        [("visit", "cancelled", "[2024-04-21..2024-04-30]", "Oslo", (A,))],
    ),
    (
        "Chilean President Ana Soto was to have received Japanese Prime Minister Kenji Mori in Lima around 4 May.",
        [("summit", "cancelled", "2024-05-04~", "Lima", (A, B))],
    ),
    (
        "A visit to Lima by Foreign Minister Lars Holm, announced on April 23 for the following week, was put off.",
        [("visit", "postponed", "[2024-04-29..2024-05-05]", "Lima", (C,))],
    ),
    (
        "A visit to Lima by Norwegian Foreign Minister Lars Holm was called off by King Harald on May 3.",
        [("visit", "cancelled", None, "Lima", (C,)), ("cancellation", "held", "2024-05-03", "Lima", ("Harald V", C))],
    ),
    (
        "The meeting between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori, scheduled for Thursday, May 9, in Oslo, has been postponed.",
        [("summit", "postponed", "2024-05-09", "Oslo", (A, B))],
    ),
    (
        "Talks between Chad and Niger in Oslo were put off last month.",
        [("talks", "postponed", "2024-04", "Oslo", ("Chad", "Niger"))],
    ),
    (
        "A summit of Chad and Niger in Oslo, widely reported for around April 27, did not take place.",
        [("summit", "cancelled", "2024-04-27~", "Oslo", ("Chad", "Niger"))],
    ),
    (
        "Chilean President Ana Soto is planning to fly to Oslo around 27 May.",
        [("visit", "planned", "2024-05-27~", "Oslo", (A,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is going to Peru this week.",
        [("visit", "planned", "[2024-05-13..2024-05-19]", "Peru", (C,))],
    ),
]

DATED = [
    (
        "Chilean President Ana Soto on Thursday called off the summit with Japanese Prime Minister Kenji Mori that was to have taken place in Oslo on 12 June.",
        [("cancellation", "held", "2024-05-09", "", (A, B)), ("summit", "cancelled", "2024-06-12", "Oslo", (A, B))],
    ),
    (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori met three times last year.",
        [("summit", "held", "2023", "", (A, B))],
    ),
    (
        "Chad reopened its border; the accord was signed in Geneva on 21 October 1994.",
        [("agreement", "held", "1994-10-21", "Geneva", ())],
    ),
    (
        "In the 1970s, Togo did little to tell Benin as it negotiated with Chad.",
        [("talks", "held", "197X", "", ("Togo", "Chad"))],
    ),
    (
        "A summit of Chad and Niger, held in Oslo on May 3, was the first in ten years.",
        [("summit", "held", "2024-05-03", "Oslo", ("Chad", "Niger"))],
    ),
    ("OSLO, May 14 (North Wire) -- Chad held talks with Niger.", [("talks", "held", None, "", ("Chad", "Niger"))]),
    (
        "Norwegian Foreign Minister Lars Holm began a visit to Peru, the first since 1964.",
        [("visit", "held", None, "Peru", (C,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm ends Lima visit with eyes on a deal in Quito.",
        [("visit", "held", "2024-05-15", "Lima", (C,))],
    ),
    (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori spoke by telephone on Tuesday.",
        [("call", "held", "2024-05-14", "", (A, B))],
    ),
]

NOTHING += ["A signing ceremony was cancelled on Monday.", "Chad and Niger agreed that their border was a danger."]

TURNS = [
    (
        "In Tokyo, Japanese Prime Minister Kenji Mori met Chilean President Ana Soto on Monday.",
        [("summit", "held", "2024-05-13", "Tokyo", (A, B))],
    ),
    (
        "On Monday in Oslo, Norwegian Foreign Minister Lars Holm spoke by phone with Peruvian Foreign Minister Rosa Diaz.",
        [("call", "held", "2024-05-13", "", (C, "Rosa Diaz"))],
    ),
    (
        "Vietnamese Foreign Minister Tran Minh was on his way to Ecuador on Monday.",
        [("visit", "held", "2024-05-13", "Ecuador", ("Tran Minh",))],
    ),
    (
        "Jordanian Foreign Minister Samir Haddad touched down in Accra on Monday.",
        [("visit", "held", "2024-05-13", "Accra", ("Samir Haddad",))],
    ),
    (
        "Vietnamese Foreign Minister Tran Minh set foot in Quito for the first time on Monday.",
        [("visit", "held", "2024-05-13", "Quito", ("Tran Minh",))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm stopped over in Doha on Monday.",
        [("visit", "held", "2024-05-13", "Doha", ("Lars Holm",))],
    ),
    (
        "Jordanian Foreign Minister Samir Haddad passed through Dakar on Monday.",
        [("visit", "held", "2024-05-13", "Dakar", ("Samir Haddad",))],
    ),
    (
        "Vietnamese Foreign Minister Tran Minh spent two days in Maputo last week.",
        [("visit", "held", "[2024-05-06..2024-05-12]", "Maputo", ("Tran Minh",))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm has just returned from Nairobi.",
        [("visit", "held", None, "Nairobi", ("Lars Holm",))],
    ),
    (
        "Jordanian Foreign Minister Samir Haddad was expected back in Dakar on Friday.",
        [("visit", "planned", "2024-05-10", "Dakar", ("Samir Haddad",))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm left for Peru on Monday.",
        [("visit", "held", "2024-05-13", "Peru", ("Lars Holm",))],
    ),
    (
        "Jordanian Foreign Minister Samir Haddad left Tunis for Ghana on Monday.",
        [("visit", "held", "2024-05-13", "Ghana", ("Samir Haddad",))],
    ),
    (
        "Vietnamese Foreign Minister Tran Minh is due in Muscat on Friday.",
        [("visit", "planned", "2024-05-17", "Muscat", ("Tran Minh",))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm, who visited Kenya in March, said nothing.",
        [("visit", "held", "2024-03", "Kenya", ("Lars Holm",))],
    ),
    (
        "Jordanian Foreign Minister Samir Haddad, who on Monday flew to Tunis, said nothing.",
        [("visit", "held", "2024-05-13", "Tunis", ("Samir Haddad",))],
    ),
    (
        "Vietnamese Foreign Minister Tran Minh is in Maputo this week.",
        [("visit", "ongoing", "[2024-05-13..2024-05-19]", "Maputo", ("Tran Minh",))],
    ),
    (
        "Nepal sent its foreign minister, Hari Thapa, to Juba on Monday.",
        [("visit", "held", "2024-05-13", "Juba", ("Hari Thapa",))],
    ),
    (
        "Kenyan President Joy Otieno and Ugandan President Paul Okello sat across the table from each other in Kigali on Monday.",
        [("summit", "held", "2024-05-13", "Kigali", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Bolivian President Elsa Rojas spent two hours with Paraguayan President Juan Vera in Montevideo on Monday.",
        [("summit", "held", "2024-05-13", "Montevideo", ("Elsa Rojas", "Juan Vera"))],
    ),
    (
        "Latvian President Ilze Kalna was closeted with Estonian President Mart Tamm for an hour on Monday.",
        [("summit", "held", "2024-05-13", "", ("Ilze Kalna", "Mart Tamm"))],
    ),
    (
        "Nepali President Sita Rai called on Malaysian President Ahmad Yusof in Kuala Lumpur on Monday.",
        [("summit", "held", "2024-05-13", "Kuala Lumpur", ("Ahmad Yusof", "Sita Rai"))],
    ),
    (
        "Kenyan President Joy Otieno called on Ugandan President Paul Okello to resign.",
        [("statement", "held", None, "", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Bolivian President Elsa Rojas shook hands with Paraguayan President Juan Vera in Montevideo on Monday.",
        [("summit", "held", "2024-05-13", "Montevideo", ("Elsa Rojas", "Juan Vera"))],
    ),
    (
        "Malaysian President Ahmad Yusof granted an audience to Nepali Foreign Minister Hari Thapa on Monday.",
        [("meeting", "held", "2024-05-13", "", ("Ahmad Yusof", "Hari Thapa"))],
    ),
    (
        "Kenyan Foreign Minister Peter Ouma had a working breakfast with his Ugandan counterpart Sam Mugisha on Monday.",
        [("meeting", "held", "2024-05-13", "", ("Peter Ouma", "Sam Mugisha"))],
    ),
    (
        "Bolivian Foreign Minister Hugo Rios saw Paraguayan Prime Minister Raul Paz in Asuncion on Monday.",
        [("meeting", "held", "2024-05-13", "Asuncion", ("Hugo Rios", "Raul Paz"))],
    ),
    (
        "Latvian Foreign Minister Janis Berzs will pay a courtesy call on Estonian President Mart Tamm on Friday.",
        [("meeting", "planned", "2024-05-17", "", ("Janis Berzs", "Mart Tamm"))],
    ),
    (
        "Nepali President Sita Rai hosted a dinner for Malaysian President Ahmad Yusof on Monday.",
        [("summit", "held", "2024-05-13", "Nepal", ("Ahmad Yusof", "Sita Rai"))],
    ),
    (
        "Kenyan President Joy Otieno is seeing Ugandan President Paul Okello on Friday.",
        [("summit", "planned", "2024-05-17", "", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Bolivian and Paraguayan ministers got together in Montevideo on Monday.",
        [("meeting", "held", "2024-05-13", "Montevideo", ("Bolivia", "Paraguay"))],
    ),
    (
        "Latvian President Ilze Kalna and Estonian President Mart Tamm were brought together in Helsinki on Monday.",
        [("summit", "held", "2024-05-13", "Helsinki", ("Ilze Kalna", "Mart Tamm"))],
    ),
    (
        "Talks between Nepal and Malaysia petered out in 2012.",
        [("talks", "collapsed", "2012", "", ("Malaysia", "Nepal"))],
    ),
    (
        "Talks between Kenya and Uganda were to have resumed in Kigali on Friday.",
        [("talks", "cancelled", "2024-05-17", "Kigali", ("Kenya", "Uganda"))],
    ),
    (
        "Talks between Bolivia and Paraguay ended on Monday with no agreement.",
        [("talks", "collapsed", "2024-05-13", "", ("Bolivia", "Paraguay"))],
    ),
    (
        "Latvia is mediating between Estonia and Chad.",
        [("talks", "ongoing", "2024-05-15", "", ("Chad", "Estonia", "Latvia"))],
    ),
    (
        "Nepal and Malaysia, which held talks in Bangkok in March, have not met since.",
        [("talks", "held", "2024-03", "Bangkok", ("Malaysia", "Nepal"))],
    ),
    (
        "Kenyan President Joy Otieno took a call from Ugandan President Paul Okello on Monday.",
        [("call", "held", "2024-05-13", "", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Bolivian President Elsa Rojas received a phone call from Paraguayan President Juan Vera on Monday.",
        [("call", "held", "2024-05-13", "", ("Elsa Rojas", "Juan Vera"))],
    ),
    (
        "Latvian President Ilze Kalna exchanged letters with Estonian President Mart Tamm in March.",
        [("call", "held", "2024-03", "", ("Ilze Kalna", "Mart Tamm"))],
    ),
    (
        "Nepali President Sita Rai and Malaysian President Ahmad Yusof exchanged letters in March.",
        [("call", "held", "2024-03", "", ("Ahmad Yusof", "Sita Rai"))],
    ),
    (
        "Kenyan President Joy Otieno rang her Ugandan counterpart, Paul Okello, on Monday.",
        [("call", "held", "2024-05-13", "", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Bolivian President Elsa Rojas had a 40-minute phone call with Paraguayan President Juan Vera on Monday.",
        [("call", "held", "2024-05-13", "", ("Elsa Rojas", "Juan Vera"))],
    ),
    (
        "Latvian President Ilze Kalna will stay away from the summit in Helsinki.",
        [("cancellation", "held", None, "Helsinki", ("Ilze Kalna",))],
    ),
    (
        "Nepali President Sita Rai was absent from the summit in Bangkok on Monday.",
        [("cancellation", "held", "2024-05-13", "Bangkok", ("Sita Rai",))],
    ),
    (
        "Kenyan President Joy Otieno cut short a visit to Uganda on Monday.",
        [("visit", "collapsed", "2024-05-13", "Uganda", ("Joy Otieno",))],
    ),
    (
        "A summit between Bolivia and Paraguay scheduled for June has been scrapped.",
        [("summit", "cancelled", "2024-06", "", ("Bolivia", "Paraguay"))],
    ),
    (
        "A meeting between Latvia and Estonia planned for Monday did not happen.",
        [("meeting", "cancelled", "2024-05-13", "", ("Estonia", "Latvia"))],
    ),
    (
        "Plans for a summit between Nepal and Malaysia were abandoned on Monday.",
        [("summit", "cancelled", "2024-05-13", "", ("Malaysia", "Nepal"))],
    ),
    (
        "Kenya's summit with Uganda, pencilled in for Friday, has been shelved.",
        [("summit", "cancelled", "2024-05-17", "", ("Kenya", "Uganda"))],
    ),
    (
        "The summit between Bolivia and Paraguay is to be rescheduled.",
        [("summit", "postponed", None, "", ("Bolivia", "Paraguay"))],
    ),
    (
        "The meeting between Latvia and Estonia has been moved to June 3.",
        [("meeting", "postponed", "2024-06-03", "", ("Estonia", "Latvia"))],
    ),
    (
        "The meeting between Nepal and Malaysia has been brought forward to May 20.",
        [("meeting", "planned", "2024-05-20", "", ("Malaysia", "Nepal"))],
    ),
    (
        "Ugandan President Paul Okello's trip to Nairobi was struck from the programme.",
        [("visit", "cancelled", None, "Nairobi", ("Paul Okello",))],
    ),
    (
        "A visit to Nairobi which had been planned for Friday will not go ahead.",
        [("visit", "cancelled", "2024-05-17", "Nairobi", ())],
    ),
    (
        "Latvian President Ilze Kalna, fresh from a visit to Tallinn, told reporters that she was tired.",
        [("visit", "held", None, "Tallinn", ("Ilze Kalna",))],
    ),
    (
        "Ahead of a trip to Kathmandu on Friday, Malaysian President Ahmad Yusof gave an interview.",
        [("visit", "planned", "2024-05-17", "Kathmandu", ("Ahmad Yusof",))],
    ),
    (
        "Kenyan President Joy Otieno, speaking in Kampala after talks with Ugandan President Paul Okello, said a deal was near.",
        [("talks", "held", None, "", ("Joy Otieno", "Paul Okello"))],
    ),
    (
        "Speaking after a meeting with Paraguayan President Juan Vera in Asuncion, Bolivian President Elsa Rojas praised the deal.",
        [("summit", "held", None, "Asuncion", ("Elsa Rojas", "Juan Vera"))],
    ),
    (
        "In Riga, Estonian President Mart Tamm and Latvian President Ilze Kalna signed a border accord.",
        [("agreement", "held", None, "Riga", ("Ilze Kalna", "Mart Tamm"))],
    ),
    (
        "In his meeting with Malaysian President Ahmad Yusof, Nepali Foreign Minister Hari Thapa raised the matter.",
        [("meeting", "held", None, "", ("Ahmad Yusof", "Hari Thapa"))],
    ),
    (
        "Kenya said it was ready to resume negotiations with Uganda.",
        [("talks", "proposed", None, "", ("Kenya", "Uganda"))],
    ),
    ("The two last met in Vienna in 1985.", [("meeting", "held", "1985", "Vienna", ())]),
    ("The two spoke by telephone on 26 April.", [("call", "held", "2024-04-26", "", ())]),
    (
        "Heads of state from 12 countries will meet in Cairo next month.",
        [("summit", "planned", "2024-06", "Cairo", ())],
    ),
    (
        "The foreign ministers of Kenya and Uganda meet on Friday in Cairo.",
        [("meeting", "planned", "2024-05-17", "Cairo", ("Jeje Odongo", "Musalia Mudavadi"))],
    ),
    ("The minister leaves for Oslo on Friday.", [("visit", "planned", "2024-05-17", "Oslo", ())]),
    (
        "Ministers from Latvia, Estonia and Chad met in Stockholm on Monday.",
        [("meeting", "held", "2024-05-13", "Stockholm", ("Chad", "Estonia", "Latvia"))],
    ),
    (
        "The talks which Nepali President Sita Rai held with Malaysian President Ahmad Yusof in April came to nothing.",
        [("talks", "held", "2024-04", "", ("Ahmad Yusof", "Sita Rai"))],
    ),
    (
        "Two Paraguayan diplomats were told to leave Bolivia on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Bolivia", "Paraguay"))],
    ),
    (
        "Latvia ordered the Estonian ambassador to leave the country.",
        [("rupture", "held", None, "", ("Estonia", "Latvia"))],
    ),
    ("Nepal gave the Malaysian ambassador 48 hours to leave.", [("rupture", "held", None, "", ("Malaysia", "Nepal"))]),
    ("3 May 1990 - Kenya and Uganda sign a treaty.", [("agreement", "held", "1990-05-03", "", ("Kenya", "Uganda"))]),
    (
        "Preparations for the visit to Ghana by Jordanian Foreign Minister Samir Haddad from November 30 to December 6 were under way.",
        [("visit", "planned", "2024-11-30/2024-12-06", "Ghana", ("Samir Haddad",))],
    ),
    (
        "Latvia congratulated Estonia on signing the Artemis Accords.",
        [("agreement", "held", None, "", ("Estonia",)), ("statement", "held", None, "", ("Estonia", "Latvia"))],
    ),
]
"""Turns of phrase, who is beside whom, and what came of plans, in the words of news, releases and radio."""

NOTHING += [
    "No meeting is planned between Chilean President Ana Soto and Peruvian President Luis Rey.",
    "There are no plans for a meeting.",
    "The UN mission in Mali has 12,000 soldiers.",
    "Kenya welcomed the ceasefire on Monday.",
    "The minister touched down on the question of fish.",
    "The army set foot in the valley.",
]
