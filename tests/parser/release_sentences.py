# ruff: noqa: E501
"""Sentences of our own in the manner of ministries' releases, transcripts and short notices of what was called off.

Rows as in `event_sentences`: the sentence; then one tuple for each happening: kind, status, when, place, parties. All
are published on Wednesday 15 May 2024.
"""

from __future__ import annotations

SC = "United Nations Security Council"

MEETINGS = [
    (
        "Kenyan Deputy Foreign Minister Grace Otieno will hold a series of meetings in Muscat on May 21.",
        [("meeting", "planned", "2024-05-21", "Muscat", ("Grace Otieno",))],
    ),
    (
        "Latvian Foreign Minister Janis Ozols will hold a series of bilateral meetings in Tunis next week.",
        [("meeting", "planned", "[2024-05-20..2024-05-26]", "Tunis", ("Janis Ozols",))],
    ),
    (
        "Samoan Trade Minister Sina Tua held a series of meetings in Wellington on Monday.",
        [("meeting", "held", "2024-05-13", "Wellington", ("Sina Tua",))],
    ),
    (
        "Danish Foreign Minister Mette Krog met with foreign counterparts representing Chad, the EU, and NATO in Vienna on May 7.",
        [("meeting", "held", "2024-05-07", "Vienna", ("Mette Krog", "Chad", "European Union", "NATO"))],
    ),
    (
        "Omani Foreign Minister Salim Harthi will meet with officials representing Peru and Bolivia in La Paz on May 22.",
        [("meeting", "planned", "2024-05-22", "La Paz", ("Salim Harthi", "Peru", "Bolivia"))],
    ),
    (
        "Zambian envoy Peter Banda met counterparts representing Angola and Namibia in Lusaka on Tuesday.",
        [("meeting", "held", "2024-05-14", "Lusaka", ("Peter Banda", "Angola", "Namibia"))],
    ),
    (
        "On May 20, Irish Foreign Minister Niamh Burke will meet with Foreign Minister Rosa Diaz of Peru and lead the Irish delegation for the third Irish-Peruvian Strategic Dialogue.",
        [
            ("meeting", "planned", "2024-05-20", "", ("Niamh Burke", "Rosa Diaz")),
            ("talks", "planned", "2024-05-20", "", ("Ireland", "Peru")),
        ],
    ),
    (
        "At a news conference with Fijian Prime Minister Jone Vula in Suva on Monday, Tongan Foreign Minister Ana Fifita praised the deal.",
        [("meeting", "held", "2024-05-13", "Suva", ("Ana Fifita", "Jone Vula"))],
    ),
    (
        "At a joint press conference with Greek Foreign Minister Nikos Pappas in Athens on May 6, Cypriot Foreign Minister Eleni Savva said fish were dear.",
        [("meeting", "held", "2024-05-06", "Athens", ("Eleni Savva", "Nikos Pappas"))],
    ),
    (
        "On Tuesday, at an emergency session of the Security Council that Kenya requested, Togo spoke of fish.",
        [("conference", "held", "2024-05-14", "", (SC, "Togo"))],
    ),
    (
        "At an emergency session of the OAS requested by Peru on Monday, countries called the raid wrong.",
        [("conference", "held", "2024-05-13", "", ("Organization of American States",))],
    ),
    (
        "At a special meeting of the African Union convened by Gabon in Accra on May 6, ministers spoke of locusts.",
        [("meeting", "held", "2024-05-06", "Accra", ("African Union",))],
    ),
]

ACTS = [
    (
        "Iceland and Norway announced a series of strong measures against Belarus on Monday.",
        [("sanction", "held", "2024-05-13", "", ("Iceland", "Norway", "Belarus"))],
    ),
    (
        "On Monday, Japan and Canada announced a series of strong complementary actions.",
        [("sanction", "held", "2024-05-13", "", ("Japan", "Canada"))],
    ),
    (
        "Australia announced tough new measures on Tuesday in response to the coup in Niger.",
        [("sanction", "held", "2024-05-14", "", ("Australia",))],
    ),
    (
        "The European Union adopted restrictive measures against Guinea on May 6.",
        [("sanction", "held", "2024-05-06", "", ("European Union", "Guinea"))],
    ),
    (
        "Mongolian President Bat Erdene announced the first tranche of sanctions on Belarus on Monday.",
        [("sanction", "held", "2024-05-13", "", ("Bat Erdene", "Belarus"))],
    ),
    (
        "Peruvian President Rosa Diaz signed an executive order on Monday to prohibit imports from Chad.",
        [("sanction", "held", "2024-05-13", "", ("Rosa Diaz", "Chad"))],
    ),
    (
        "The executive order President Ana Soto of Chile signed on Monday to prohibit imports from Togo is long.",
        [("sanction", "held", "2024-05-13", "", ("Ana Soto", "Togo"))],
    ),
    (
        "On Monday, Prime Minister Kenji Mori of Japan announced that the Japanese government is suspending the pipeline.",
        [("sanction", "held", "2024-05-13", "", ("Kenji Mori", "Japan"))],
    ),
    (
        "On May 6, Chancellor Uta Brandt of Austria announced that the Austrian government is halting arms shipments to Mali.",
        [("sanction", "held", "2024-05-06", "", ("Uta Brandt", "Austria", "Mali"))],
    ),
    (
        "Serbian forces killed the rebel commander Omar Said in an airstrike on Monday.",
        [("other", "held", "2024-05-13", "", ("Serbia", "Omar Said"))],
    ),
    (
        "On Monday, Chilean military forces killed Hasan Demir in a drone strike.",
        [("other", "held", "2024-05-13", "", ("Chile", "Hasan Demir"))],
    ),
    (
        "The Chilean embassy in Haiti suspended operations on April 23.",
        [("rupture", "held", "2024-04-23", "Haiti", ("Chile",))],
    ),
    (
        "Chile suspended operations at its embassy in Haiti on Monday.",
        [("rupture", "held", "2024-05-13", "Haiti", ("Chile",))],
    ),
    (
        "Togolese President Kofi Mensah came together with others to sanction Chad for its raid in Mali.",
        [("sanction", "held", None, "", ("Kofi Mensah", "Chad"))],
    ),
]

CALLED_OFF = [
    (
        "Norwegian Foreign Minister Lars Holm will no longer travel to Peru on May 20.",
        [("visit", "cancelled", "2024-05-20", "Peru", ("Lars Holm",))],
    ),
    (
        "Because of the weather, the deputy minister will no longer travel to Egypt on May 20.",
        [("visit", "cancelled", "2024-05-20", "Egypt", ())],
    ),
    (
        "The talks between Chad and Niger will no longer take place in Lome on May 20.",
        [("talks", "cancelled", "2024-05-20", "Lome", ("Chad", "Niger"))],
    ),
    (
        "Togo said on Monday it was no longer invited to the summit in Lima.",
        [("invitation", "held", None, "Lima", ("Togo",))],
    ),
    (
        "Bolivia is no longer invited to the trade conference in Quito.",
        [("invitation", "held", None, "Quito", ("Bolivia",))],
    ),
    (
        "Gabon's foreign minister Marie Obame was supposed to visit Kenya for the Gabon-Kenya working group meeting in June, but it was called off.",
        [
            ("visit", "cancelled", "2024-06", "Kenya", ("Marie Obame",)),
            ("meeting", "cancelled", "2024-06", "Kenya", ("Marie Obame", "Kenya")),
        ],
    ),
    (
        "Nepali President Sita Rai and Bhutanese Prime Minister Dorji Wangdi end their talks early in Delhi.",
        [("talks", "collapsed", None, "New Delhi", ("Sita Rai", "Dorji Wangdi"))],
    ),
    (
        "Chad and Niger ended their talks abruptly on Monday.",
        [("talks", "collapsed", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    (
        "Peace talks with Somalia in Doha have failed, Kenya says.",
        [("talks", "collapsed", None, "Doha", ("Kenya", "Somalia"))],
    ),
    (
        "Talks with Chad in Lome have collapsed, Nigerian Foreign Minister Ada Obi said on Monday.",
        [("talks", "collapsed", None, "Lome", ("Ada Obi", "Chad"))],
    ),
    (
        "Sudan's government states that talks with Chad in Lome have failed.",
        [("talks", "collapsed", None, "Lome", ("Sudan", "Chad"))],
    ),
    (
        "Bolivian President Jose Quispe says that help is under way and also cancels participation in a summit with Peruvian President Rosa Diaz.",
        [("cancellation", "held", None, "", ("Jose Quispe", "Rosa Diaz"))],
    ),
    (
        "Chilean President Ana Soto recalled a trip to Kenya that was postponed because of the storm.",
        [("visit", "postponed", None, "Kenya", ())],
    ),
    (
        "The planned talks between Iran and Oman at the Alpina Resort, Switzerland, have been cancelled after the storm.",
        [("talks", "cancelled", None, "Alpina Resort", ("Iran", "Oman"))],
    ),
    (
        "Chile and Armenia relaunched the Strategic Dialogue that was suspended in 2020.",
        [("talks", "held", None, "", ("Chile", "Armenia"))],
    ),
    (
        "Kenya and Uganda resumed the talks that were suspended in March.",
        [("talks", "held", None, "", ("Kenya", "Uganda"))],
    ),
]

JOURNEYS = [
    (
        "Last week the Peruvian President Rosa Diaz was in Ankara, and in the coming days the Chilean President Ana Soto will be there.",
        [
            ("visit", "held", "[2024-05-06..2024-05-12]", "Ankara", ("Rosa Diaz",)),
            ("visit", "planned", "[2024-05-15..2024-05-22]", "Ankara", ("Ana Soto",)),
        ],
    ),
    (
        "Kenyan Foreign Minister Otieno Ouma was in Lome on Monday, and on Friday Malian Foreign Minister Oumar Keita will be there.",
        [
            ("visit", "held", "2024-05-13", "Lome", ("Otieno Ouma",)),
            ("visit", "planned", "2024-05-17", "Lome", ("Oumar Keita",)),
        ],
    ),
    (
        "Norwegian Foreign Minister Lars Holm spoke on Monday of his upcoming travel to New Delhi.",
        [("visit", "planned", None, "New Delhi", ("Lars Holm",))],
    ),
]

NOTHING = [
    "Kenya announced a series of measures to help farmers.",
    "Kenya announced new health measures on Monday.",
    "Storms killed Hasan Demir in the strike season.",
    "At a news conference in Suva on Monday, Tongan Foreign Minister Ana Fifita praised the deal.",
    "President Ana Soto and Foreign Minister Lars Holm are starting their trip to Europe today.",
    "When it comes to Lima, Norwegian Foreign Minister Lars Holm was clear on Monday.",
    "When it comes to opening the Chilean consulate again, Norwegian Foreign Minister Lars Holm was clear.",
]
