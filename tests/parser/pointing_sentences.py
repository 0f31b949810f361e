# ruff: noqa: E501
"""Encounters told by pointing back or ahead, counted, or beside another, in sentences of our own.

Rows as in `event_sentences`: the sentence; then one tuple for each happening: kind, status, when, place, parties. All
are published on Wednesday 15 May 2024.
"""

from __future__ import annotations

SOTO, MORI, HOLM, DIAZ = "Ana Soto", "Kenji Mori", "Lars Holm", "Rosa Diaz"
OTIENO, OKELLO = "Joy Otieno", "Paul Okello"

WHOSE = [
    (
        "The ninth round of trade talks between Chad and Niger was held in Accra from April 3 to 5, 2024. The eighth round had taken place in Lome on March 28 and 29.",
        [
            ("talks", "held", "2024-04-03/2024-04-05", "Accra", ("Chad", "Niger")),
            ("talks", "held", "2024-03-28/2024-03-29", "Lome", ("Chad", "Niger")),
        ],
    ),
    (
        "The third round of peace talks between Sudan and Egypt ended in Jeddah on Friday. The next round is scheduled for June 3 in Cairo.",
        [
            ("talks", "held", "2024-05-10", "Jeddah", ("Egypt", "Sudan")),
            ("talks", "planned", "2024-06-03", "Cairo", ("Egypt", "Sudan")),
        ],
    ),
    (
        "Norwegian Foreign Minister Lars Holm met Peruvian Foreign Minister Rosa Diaz on Monday. The previous meeting took place in Lima in March.",
        [("meeting", "held", "2024-05-13", "", (HOLM, DIAZ)), ("meeting", "held", "2024-03", "Lima", (HOLM, DIAZ))],
    ),
    (
        "The African Union summit opened in Addis Ababa on Monday. The previous summit was held in Accra in February.",
        [
            ("summit", "held", "2024-05-13", "Addis Ababa", ("African Union",)),
            ("summit", "held", "2024-02", "Accra", ("African Union",)),
        ],
    ),
    (
        "The second summit between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori opened in Quito on Monday. Soto telephoned Peruvian President Luis Vega on Tuesday. The two-day summit followed their first meeting, held in Lima on June 12 last year.",
        [
            ("summit", "held", "2024-05-13", "Quito", (SOTO, MORI)),
            ("call", "held", "2024-05-14", "", (SOTO, "Luis Vega")),
            ("summit", "held", "2023-06-12", "Lima", (SOTO, MORI)),
        ],
    ),
    (
        "Chilean President Ana Soto met Japanese Prime Minister Kenji Mori in Oslo on Monday. The first meeting of the trade commission was held in Lima on May 3.",
        [("summit", "held", "2024-05-13", "Oslo", (SOTO, MORI)), ("meeting", "held", "2024-05-03", "Lima", ())],
    ),
    (
        "Envoys discussed the planned meeting between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori. That summit is expected in June.",
        [("summit", "planned", None, "", (SOTO, MORI))],
    ),
    (
        "Talks between Chad and Niger were held in Accra from May 6 to 8. Togolese President Kofi Mensah received Chadian Foreign Minister Idris Saleh in Lome on May 7.",
        [
            ("talks", "held", "2024-05-06/2024-05-08", "Accra", ("Chad", "Niger")),
            ("meeting", "held", "2024-05-07", "Lome", ("Idris Saleh", "Kofi Mensah")),
        ],
    ),
    (
        "President Ana Soto of Chile visited Tokyo from May 8 to 10, 2024, for her third summit with Prime Minister Kenji Mori. A joint declaration was signed on May 9.",
        [
            ("summit", "held", "2024-05-08/2024-05-10", "Tokyo", (SOTO, MORI)),
            ("agreement", "held", "2024-05-09", "", (SOTO, MORI)),
        ],
    ),
    (
        "Chad and Niger held talks in Accra on Monday and Tuesday. A ceasefire between Mali and Togo was signed on Tuesday.",
        [
            ("talks", "held", "2024-05-13/2024-05-14", "Accra", ("Chad", "Niger")),
            ("agreement", "held", "2024-05-14", "", ("Mali", "Togo")),
        ],
    ),
    (
        "Chilean President Ana Soto was to have received Kenyan President Joy Otieno in Lima around 4 May. It would have been the fifth time the two sat down together. They have met four times in the past year, most recently in Nairobi on 8 January.",
        [
            ("summit", "cancelled", "2024-05-04~", "Lima", (SOTO, OTIENO)),
            ("summit", "held", "[2023-05-15..2024-05-15]", "", (SOTO, OTIENO)),
            ("summit", "held", "2024-01-08", "Nairobi", (SOTO, OTIENO)),
        ],
    ),
]

SINCE = [
    (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori agreed to meet in Osaka on June 28. It will be their first meeting since the dinner in Lima on Dec. 1.",
        [
            ("summit", "planned", "2024-06-28", "Osaka", (SOTO, MORI)),
            ("summit", "held", "2023-12-01", "Lima", (SOTO, MORI)),
        ],
    ),
    (
        "Chilean President Ana Soto will meet Japanese Prime Minister Kenji Mori in Osaka on June 28, their first encounter since a summit in Quito in March.",
        [
            ("summit", "planned", "2024-06-28", "Osaka", (SOTO, MORI)),
            ("summit", "held", "2024-03", "Quito", (SOTO, MORI)),
        ],
    ),
    (
        "Norwegian Foreign Minister Lars Holm became the first Nordic minister to visit Tripoli since the war of 2011.",
        [("visit", "held", None, "Tripoli", (HOLM,))],
    ),
    (
        "Bolivian President Elsa Rojas on Monday became the first leader of her country to set foot in Chile since the treaty of 1904.",
        [("visit", "held", "2024-05-13", "Chile", ("Elsa Rojas",))],
    ),
    (
        "Ethiopia and Eritrea held talks in Djibouti for the first time since the war of 1998-2000.",
        [("talks", "held", None, "Djibouti", ("Eritrea", "Ethiopia"))],
    ),
    (
        "Indian Prime Minister Arjun Mehta visited Lahore in the first such trip since May 2004.",
        [("visit", "held", None, "Lahore", ("Arjun Mehta",))],
    ),
    (
        "Serbia and Kosovo met in Brussels on Monday for the first time since the clashes of last September.",
        [("meeting", "held", "2024-05-13", "Brussels", ("Kosovo", "Serbia"))],
    ),
    (
        "The summit between Chile and Japan on Monday was the third between the two and the first outside Tokyo.",
        [("summit", "held", "2024-05-13", "", ("Chile", "Japan"))],
    ),
]

AHEAD = [
    (
        "Chilean President Ana Soto ends Hanoi visit with eyes on Mori meeting in Osaka.",
        [("visit", "held", "2024-05-15", "Hanoi", (SOTO,)), ("meeting", "planned", None, "Osaka", (SOTO,))],
    ),
    (
        "Chilean President Ana Soto wraps up Hanoi trip with an eye on a summit with Japanese Prime Minister Kenji Mori in Osaka.",
        [("visit", "held", "2024-05-15", "Hanoi", (SOTO,)), ("summit", "planned", None, "Osaka", (SOTO, MORI))],
    ),
    (
        "Kenyan Foreign Minister Peter Ouma left Cairo on Tuesday ahead of talks with Ugandan Foreign Minister Sam Mugisha in Kampala.",
        [
            ("visit", "held", "2024-05-14", "Cairo", ("Peter Ouma",)),
            ("talks", "planned", None, "Kampala", ("Sam Mugisha",)),
        ],
    ),
    (
        "Chilean President Ana Soto met Japanese Prime Minister Kenji Mori in Oslo on Monday. A second summit between Soto and Mori is planned.",
        [("summit", "held", "2024-05-13", "Oslo", (SOTO, MORI)), ("summit", "planned", None, "", (SOTO, MORI))],
    ),
    (
        "Envoys looked ahead to a second meeting between Chilean President Ana Soto and Japanese Prime Minister Kenji Mori. It was a week after Soto's summit with Mori in Quito.",
        [("summit", "planned", None, "", (SOTO, MORI)), ("summit", "held", None, "Quito", (SOTO, MORI))],
    ),
    (
        "Kenya denied that it had suggested dates for a visit by Ugandan President Paul Okello to Nairobi.",
        [("visit", "proposed", None, "Nairobi", (OKELLO,))],
    ),
    (
        "Japan denied it had proposed a summit with North Korea in Ulaanbaatar.",
        [("summit", "proposed", None, "Ulaanbaatar", ("Japan", "North Korea"))],
    ),
    (
        "Peru said it offered dates for a visit by Norwegian Foreign Minister Lars Holm to Lima.",
        [("visit", "proposed", None, "Lima", (HOLM,))],
    ),
    (
        "Chilean President Ana Soto will visit Tokyo in June. Soto agreed to the visit in Lima on May 3, when she met Japanese Foreign Minister Ken Abe.",
        [("visit", "planned", "2024-06", "Tokyo", (SOTO,)), ("meeting", "held", "2024-05-03", "", (SOTO, "Ken Abe"))],
    ),
    (
        "Chilean President Ana Soto has accepted Japanese Prime Minister Kenji Mori's invitation to pay a state visit to Japan later this year.",
        [
            ("invitation", "held", "[2024-05-15..2024-12-31]", "Japan", (SOTO, MORI)),
            ("visit", "planned", "[2024-05-15..2024-12-31]", "Japan", (SOTO,)),
        ],
    ),
]

BESIDE = [
    (
        "The visit of Peruvian Foreign Minister Rosa Diaz to Oslo overlapped with fish talks between Chad and Niger.",
        [("visit", "held", None, "Oslo", (DIAZ,))],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is on a visit to Lima. The visit overlapped with trade talks between Kenyan and Ugandan officials, which opened in Nairobi on Monday.",
        [
            ("visit", "ongoing", "2024-05-15", "Lima", (HOLM,)),
            ("talks", "held", "2024-05-13", "Nairobi", ("Kenya", "Uganda")),
        ],
    ),
    (
        "Kenyan President Joy Otieno concluded her visit with a meeting with Ugandan President Paul Okello in Kampala on Monday.",
        [
            ("visit", "held", "2024-05-13", "Kampala", (OTIENO,)),
            ("summit", "held", "2024-05-13", "Kampala", (OTIENO, OKELLO)),
        ],
    ),
    (
        "Norwegian Foreign Minister Lars Holm is in Lima. It is Foreign Minister Lars Holm's third trip to Peru, after those to Lima in 2021 and to Cusco in March 2023.",
        [
            ("visit", "ongoing", "2024-05-15", "Lima", (HOLM,)),
            ("visit", "held", "2021", "Lima", (HOLM,)),
            ("visit", "held", "2023-03", "Cusco", (HOLM,)),
        ],
    ),
    (
        "Chad and Niger agreed that military officers would meet on 14 June and Red Cross officials on 22 June.",
        [
            ("meeting", "planned", "2024-06-14", "", ()),
            ("meeting", "planned", "2024-06-22", "", ("International Committee of the Red Cross",)),
        ],
    ),
    (
        "Envoys of Chad and Niger met on Monday and officials of Mali and Togo on Tuesday.",
        [
            ("meeting", "held", "2024-05-13", "", ("Chad", "Niger")),
            ("meeting", "held", "2024-05-14", "", ("Mali", "Togo")),
        ],
    ),
    (
        "Envoys of Chad and Niger met in Lome on Monday and Tuesday.",
        [("meeting", "held", "2024-05-13/2024-05-14", "Lome", ("Chad", "Niger"))],
    ),
]

COUNTED = [
    (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori met three times last year: in Lima in March, in Oslo in June, and in Lima again in July, a week after Soto's summit with Kenyan President Joy Otieno in Quito.",
        [
            ("summit", "held", "2023-03", "Lima", (SOTO, MORI)),
            ("summit", "held", "2023-06", "Oslo", (SOTO, MORI)),
            ("summit", "held", "2023-07", "Lima", (SOTO, MORI)),
            ("summit", "held", None, "Quito", (SOTO, OTIENO)),
        ],
    ),
    (
        "Chilean President Ana Soto and Japanese Prime Minister Kenji Mori met twice last year, in Lima in March and in Oslo in June.",
        [("summit", "held", "2023-03", "Lima", (SOTO, MORI)), ("summit", "held", "2023-06", "Oslo", (SOTO, MORI))],
    ),
    (
        "Turkey and Greece held talks three times in 2023: in Ankara on March 3, in Athens on June 5, and in Izmir on September 9.",
        [
            ("talks", "held", "2023-03-03", "Ankara", ("Greece", "Turkey")),
            ("talks", "held", "2023-06-05", "Athens", ("Greece", "Turkey")),
            ("talks", "held", "2023-09-09", "Izmir", ("Greece", "Turkey")),
        ],
    ),
    (
        "Chad and Niger have met six times since 2019, most recently in Accra in March.",
        [
            ("meeting", "held", "2019/..", "", ("Chad", "Niger")),
            ("meeting", "held", "2024-03", "Accra", ("Chad", "Niger")),
        ],
    ),
    (
        "Envoys of Chad and Niger met five times in Lome last year.",
        [("meeting", "held", "2023", "Lome", ("Chad", "Niger"))],
    ),
]

TABLES = (WHOSE, SINCE, AHEAD, BESIDE, COUNTED)
TIMES_TOLD = [
    ("Chilean President Ana Soto and Japanese Prime Minister Kenji Mori have now met five times.", {5}),
    ("Kenyan President Joy Otieno has visited Kampala three times this year.", {3}),
    ("Chad and Niger met on four occasions: in Lome, Accra, Kigali and Cairo.", {4}),
    ("Chad and Niger met twice last year: in Lome in March and in Accra in June.", {1}),
    ("Chad and Niger have met six times since 2019, most recently in Accra in March.", {1, 6}),
    ("Norwegian Foreign Minister Lars Holm met Peruvian Foreign Minister Rosa Diaz for the third time on Monday.", {1}),
]
"""Sentence and the numbers of occasions that its claims give."""
