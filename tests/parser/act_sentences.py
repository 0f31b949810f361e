# ruff: noqa: E501
"""Sentences of our own that tell of acts: agreements, decisions of bodies, sanctions, ruptures, statements, sessions.

Rows as in `event_sentences`: the sentence; then one tuple for each happening: kind, status, when, place, parties. All
are published on Wednesday 15 May 2024.
"""

from __future__ import annotations

SC = "United Nations Security Council"

AGREEMENTS = [
    (
        "Ghana and Oman elevated their ties to a comprehensive partnership on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Ghana", "Oman"))],
    ),
    (
        "The convention was signed in Quito in 1974 by Ecuador and Bolivia.",
        [("agreement", "held", "1974", "Quito", ("Ecuador", "Bolivia"))],
    ),
    (
        "June 12, 1971 - Protocol of Accra is signed by Ghana and Togo.",
        [("agreement", "held", "1971-06-12", "", ("Ghana", "Togo"))],
    ),
    ("14 March 1999 - Ceasefire agreement signed in Lome.", [("agreement", "held", "1999-03-14", "Lome", ())]),
    (
        "Under the 1996 understanding, Laos and Nepal undertook not to close the road.",
        [("agreement", "held", "1996", "", ("Laos", "Nepal"))],
    ),
    (
        "Chad and Sudan have accepted a mediator named by the African Union.",
        [("agreement", "held", None, "", ("Chad", "Sudan"))],
    ),
    (
        "In 2007, Fiji and Samoa agreed to restore their ambassadors.",
        [("agreement", "held", "2007", "", ("Fiji", "Samoa"))],
    ),
    (
        "Israel and Turkey agreed in August 2022 to return ambassadors.",
        [("agreement", "held", "2022-08", "", ("Israel", "Turkey"))],
    ),
    ("Their declaration of friendship, of March 3, 1991, is forgotten.", [("agreement", "held", "1991-03-03", "", ())]),
    (
        "Canada spoke on Monday to congratulate Kenya on signing the Lima Statute.",
        [("agreement", "held", "2024-05-13", "", ("Kenya",))],
    ),
    (
        "Rwanda was admitted to the Commonwealth in November 2009.",
        [("agreement", "held", "2009-11", "", ("Rwanda", "Commonwealth"))],
    ),
    ("Malta was let into the bloc on May 1, 2004.", [("agreement", "held", "2004-05-01", "", ("Malta",))]),
    (
        "Hungary and Poland became members of NATO in March 1999.",
        [("agreement", "held", "1999-03", "", ("Hungary", "Poland", "NATO"))],
    ),
    ("Nepal acceded to the convention on 4 May 2003.", [("agreement", "held", "2003-05-04", "", ("Nepal",))]),
    (
        "The Hungarian parliament approved Sweden's accession to NATO on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Hungary", "Sweden", "NATO"))],
    ),
    (
        "Peru and Cuba exchanged prisoners in Panama City on Thursday.",
        [("agreement", "held", "2024-05-09", "Panama City", ("Peru", "Cuba"))],
    ),
    (
        "A ceasefire between Armenia and Georgia took hold on Sunday.",
        [("agreement", "held", "2024-05-12", "", ("Armenia", "Georgia"))],
    ),
    (
        "The truce between Armenia and Georgia collapsed on Sunday.",
        [("agreement", "collapsed", "2024-05-12", "", ("Armenia", "Georgia"))],
    ),
    (
        "Under the accord, signed by Fiji and Tonga on Friday, prisoners will be freed.",
        [("agreement", "held", "2024-05-10", "", ("Fiji", "Tonga"))],
    ),
    (
        "Sudan has concluded with Kenya a memorandum on a pipeline.",
        [("agreement", "held", None, "", ("Sudan", "Kenya"))],
    ),
    (
        "The Declaration of Principles that the leaders of Chad, Niger and Mali signed in Bamako on March 23, 2015 is in force.",
        [("agreement", "held", "2015-03-23", "Bamako", ("Chad", "Niger", "Mali"))],
    ),
    (
        "The two ministers witnessed the signing of a memorandum on tourism between Kenya and Sri Lanka.",
        [("agreement", "held", None, "", ("Kenya", "Sri Lanka"))],
    ),
    (
        "The ministers noted with satisfaction the entry into force of the Convention on 1 January 2009.",
        [("agreement", "held", "2009-01-01", "", ())],
    ),
    (
        "The Norwegian consulate in Murmansk reopened on Monday.",
        [("agreement", "held", "2024-05-13", "Murmansk", ("Norway", "Russia"))],
    ),
]

DECISIONS = [
    (
        "Resolution 1973 was adopted by the Security Council on 17 March 2011.",
        [("resolution", "held", "2011-03-17", "", (SC,))],
    ),
    ("Resolution 338, of October 22, 1973, called for patience.", [("resolution", "held", "1973-10-22", "", ())]),
    (
        "The adoption by the UN Security Council, on 28 March, of Resolution 2098 was welcomed by Uganda.",
        [("resolution", "held", "2024-03-28", "", (SC,))],
    ),
    (
        "Denmark and Greece were elected to the UN Security Council on Thursday.",
        [("resolution", "held", "2024-05-09", "", ("Denmark", "Greece", SC))],
    ),
    (
        "Kenya and India were elected as non-permanent members of the Security Council on Thursday.",
        [("resolution", "held", "2024-05-09", "", ("Kenya", "India", SC))],
    ),
    (
        "Bulgaria dropped its veto on Serbia's candidacy for the European Union in June 2022.",
        [("resolution", "held", "2022-06", "", ("Bulgaria",))],
    ),
    (
        "Greece, which vetoed the accession of its neighbour in 2008, has relented.",
        [("resolution", "held", "2008", "", ("Greece",))],
    ),
    (
        "A tribunal sitting in Geneva awarded most of the islands to Eritrea in October 1998.",
        [("resolution", "held", "1998-10", "Geneva", ("Eritrea",))],
    ),
    (
        "The International Court of Justice found in May 2008 that it had jurisdiction.",
        [("resolution", "held", "2008-05", "", ("International Court of Justice",))],
    ),
    (
        "A boundary commission ruled in April 2002 that the village belonged to Eritrea.",
        [("resolution", "held", "2002-04", "", ())],
    ),
    (
        "NATO decided on Monday to establish a rapid reaction force.",
        [("resolution", "held", "2024-05-13", "", ("NATO",))],
    ),
    (
        "The Security Council extended the mandate of its mission in Haiti on Friday.",
        [("resolution", "held", "2024-05-10", "", (SC,))],
    ),
    (
        "1992 - UN Security Council passes Resolution 757 imposing sanctions on Yugoslavia.",
        [("resolution", "held", "1992", "", (SC,))],
    ),
]

SANCTIONS = [
    (
        "Thailand and Laos have each barred the other's citizens from leaving.",
        [("sanction", "held", None, "", ("Thailand", "Laos"))],
    ),
    ("Chad banned imports of sugar on Monday.", [("sanction", "held", "2024-05-13", "", ("Chad",))]),
    ("Benin reopened its border with Niger on Tuesday.", [("sanction", "held", "2024-05-14", "", ("Benin", "Niger"))]),
    (
        "Norway imposed a further round of sanctions on Belarus last week.",
        [("sanction", "held", "[2024-05-06..2024-05-12]", "", ("Norway", "Belarus"))],
    ),
    (
        "President Diaz ordered the trade ministry to raise tariffs on Chilean imports by 20%.",
        [("sanction", "held", None, "", ("Diaz", "Chile"))],
    ),
    (
        "Brazil retaliated with tariffs on American corn on Saturday.",
        [("sanction", "held", "2024-05-11", "", ("Brazil", "United States"))],
    ),
    (
        "The EU removed Gambia from its sanctions list on Monday.",
        [("sanction", "held", "2024-05-13", "", ("European Union", "Gambia"))],
    ),
    (
        "Germany froze arms exports to Turkey on Monday.",
        [("sanction", "held", "2024-05-13", "", ("Germany", "Turkey"))],
    ),
    (
        "Russia cut gas supplies to Bulgaria on 27 April 2022.",
        [("sanction", "held", "2022-04-27", "", ("Russia", "Bulgaria"))],
    ),
    ("Qatar was placed under a blockade in June 2017.", [("sanction", "held", "2017-06", "", ("Qatar",))]),
    ("November 1995 - Sanctions suspended.", [("sanction", "held", "1995-11", "", ())]),
    (
        "Sept. 2005: UN imposes arms embargo on Ivory Coast.",
        [("sanction", "held", "2005-09", "", ("United Nations", "Ivory Coast"))],
    ),
    ("Today's action builds on the sanctions imposed on February 10.", [("sanction", "held", "2024-02-10", "", ())]),
    (
        "The Arab League readmitted Syria on 7 May 2023.",
        [("sanction", "held", "2023-05-07", "", ("Arab League", "Syria"))],
    ),
]

RUPTURES = [
    ("Venezuela let the accord lapse in 1982.", [("rupture", "held", "1982", "", ("Venezuela",))]),
    (
        "The treaty between Norway and Ghana expired on 31 December 2009.",
        [("rupture", "held", "2009-12-31", "", ("Norway", "Ghana"))],
    ),
    (
        "The withdrawal by Burundi of its officers from the mission was noted.",
        [("rupture", "held", None, "", ("Burundi",))],
    ),
    (
        "Two Polish diplomats were declared persona non grata by Belarus on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Belarus", "Poland"))],
    ),
    (
        "Sweden summoned its ambassador home from Tehran on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Sweden", "Iran"))],
    ),
    ("The Spanish ambassador left Caracas on Tuesday.", [("rupture", "held", "2024-05-14", "", ("Spain",))]),
    (
        "The United Nations envoy to Libya, Lena Berg, resigned on Monday.",
        [("rupture", "held", "2024-05-13", "", ("Lena Berg",))],
    ),
    (
        "The Secretary-General announced on Monday the resignation of Lena Berg as Special Envoy for Libya.",
        [("rupture", "held", "2024-05-13", "", ("Lena Berg",))],
    ),
    ("1979 - Egypt expelled from Arab League.", [("rupture", "held", "1979", "", ("Egypt", "Arab League"))]),
    (
        "Relations between Peru and Cuba were reduced to the level of charges d'affaires in May 2004.",
        [("rupture", "held", "2004-05", "", ("Peru", "Cuba"))],
    ),
    ("Peru threw out the Cuban ambassador on Monday.", [("rupture", "held", "2024-05-13", "", ("Peru", "Cuba"))]),
    (
        "Estonia expelled 12 Russian embassy workers on Monday.",
        [("rupture", "held", "2024-05-13", "Estonia", ("Estonia", "Russia"))],
    ),
]

UNNAMED = [
    ("2005: Kyoto Protocol enters into force.", [("agreement", "held", "2005", "", ())]),
    ("The protocol was ratified in November.", [("agreement", "held", "2023-11", "", ())]),
    ("The embargo expired in October.", [("sanction", "held", "2023-10", "", ())]),
    ("Diplomatic relations were severed in 1980 after a storm.", [("rupture", "held", "1980", "", ())]),
    (
        "Their head, Peter Ouma, was ordered out of the country on January 18.",
        [("rupture", "held", "2024-01-18", "", ("Peter Ouma",))],
    ),
    ("The Council today imposed restrictive measures on six persons.", [("sanction", "held", "2024-05-15", "", ())]),
]

STATEMENTS = [
    (
        "India lodged a strong protest with Nepal on Tuesday.",
        [("statement", "held", "2024-05-14", "", ("India", "Nepal"))],
    ),
    (
        "Seoul lodged representations with Tokyo on Monday.",
        [("statement", "held", "2024-05-13", "", ("South Korea", "Japan"))],
    ),
    (
        "President Diaz issued a decree on Monday extending Peru's maritime claim.",
        [("statement", "held", "2024-05-13", "", ("Diaz",))],
    ),
    (
        "Kenya informed the court in June that it would not take part in the proceedings.",
        [("statement", "held", "2023-06", "", ("Kenya",))],
    ),
    (
        "Denmark announced on Monday that it would spend 10 billion kroner on defence.",
        [("statement", "held", "2024-05-13", "", ("Denmark",))],
    ),
    ("Djibouti has asked the Security Council for help.", [("statement", "held", None, "", ("Djibouti", SC))]),
    (
        "Norwegian Foreign Minister Lars Holm proposed on Tuesday that Russia halt the drills.",
        [("invitation", "held", "2024-05-14", "", ("Lars Holm", "Russia"))],
    ),
    ("March 2003 - Eritrea rejects the commission's ruling.", [("statement", "held", "2003-03", "", ("Eritrea",))]),
]

SESSIONS = [
    ("Hearings on the dispute opened at The Hague on Monday.", [("conference", "held", "2024-05-13", "The Hague", ())]),
    (
        "The International Court of Justice held hearings on the dispute from 3 to 7 May.",
        [("conference", "held", "2024-05-03/2024-05-07", "", ("International Court of Justice",))],
    ),
    (
        "A conference of 30 states on landmines will open in Ottawa in December.",
        [("conference", "planned", "2024-12", "Ottawa", ())],
    ),
]

OTHERS = [
    (
        "Sweden and Finland applied to join NATO in May 2022.",
        [("other", "held", "2022-05", "", ("Sweden", "Finland", "NATO"))],
    ),
    (
        "Georgia applied for membership of the European Union on 3 March 2022.",
        [("other", "held", "2022-03-03", "", ("Georgia", "European Union"))],
    ),
    (
        "Bolivia took Chile to the International Court of Justice in 2013.",
        [("other", "held", "2013", "", ("Bolivia", "Chile", "International Court of Justice"))],
    ),
    ("Mali sent warplanes to Niger on Friday.", [("other", "held", "2024-05-10", "Niger", ("Mali",))]),
]

NOTHING = [
    "The Supreme Court of Peru ruled on Friday that the law was void.",
    "A Lima court awarded damages to a farmer on Monday.",
    "Ana Soto was elected president of Chile on Sunday.",
    "The mayor applied to join the chess club in May.",
    "Chad may ban imports of sugar.",
    "If Norway imposes a further round of sanctions, Belarus will answer.",
    "Better mutual understanding between Chad and Niger would help.",
    "The Spanish ambassador left the room on Tuesday.",
    "The ambassador left Caracas for a holiday on Tuesday.",
    "The striker resigned on Monday as captain of the team.",
    "The two sides should sign an accord.",
    "The two leaders made a deal on who would speak first.",
    "Both countries agreed that the border was long.",
    "NATO did not decide on Monday to establish a force.",
    "Kenya took the bus to the court in 2013.",
    "Mali sent flowers to Niger on Friday.",
    "The treaty that we made is good.",
    "The bank's licence expired on Monday.",
    "A football team was let into the stadium on Monday.",
    "Peru's economy was let down by exports.",
    "The shop reopened on Monday.",
    "Exports to Turkey froze on the road.",
]
