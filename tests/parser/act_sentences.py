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
        [("agreement", "held", "1971-06-12", "Accra", ("Ghana", "Togo"))],
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
    (
        "The accord, agreed between them at Pretoria in 2003, has never been applied.",
        [("agreement", "held", "2003", "Pretoria", ())],
    ),
    (
        "The free trade pact between Chile and Vietnam entered into force last week.",
        [("agreement", "held", "[2024-05-06..2024-05-12]", "", ("Chile", "Vietnam"))],
    ),
    ("Russia, Ukraine swap 75 prisoners", [("agreement", "held", "2024-05-15", "", ("Russia", "Ukraine"))]),
    (
        "India, EFTA seal free trade pact",
        [("agreement", "held", "2024-05-15", "", ("European Free Trade Association", "India"))],
    ),
    ("Sweden formally joins NATO", [("agreement", "held", "2024-05-15", "", ("NATO", "Sweden"))]),
    (
        "Under an agreement reached in Minsk in February 2015, heavy weapons were to be withdrawn.",
        [("agreement", "held", "2015-02", "Minsk", ())],
    ),
    (
        "An OAU-brokered agreement signed by Ethiopia and Eritrea in Algiers on 12 December 2000 ended the war.",
        [("agreement", "held", "2000-12-12", "Algiers", ("Eritrea", "Ethiopia"))],
    ),
    (
        "Diplomatic relations, broken off in 1984, were restored in 2021.",
        [("agreement", "held", "2021", "", ()), ("rupture", "held", "1984", "", ())],
    ),
    ("Having signed the treaty in 1996, China has yet to ratify it.", [("agreement", "held", "1996", "", ("China",))]),
    (
        "The signing of a peace treaty between Israel and Jordan on 26 October 1994 was watched by Bill Clinton.",
        [("agreement", "held", "1994-10-26", "", ("Israel", "Jordan"))],
    ),
    (
        "With the ratification of the accord by Panama on Friday, the canal passes to local control.",
        [("agreement", "held", "2024-05-10", "", ("Panama",))],
    ),
    (
        "ASEAN admitted Cambodia as its tenth member on 30 April 1999.",
        [("agreement", "held", "1999-04-30", "", ("Association of Southeast Asian Nations", "Cambodia"))],
    ),
    (
        "Norway and Ghana upgraded their relationship to a comprehensive partnership in March 2019.",
        [("agreement", "held", "2019-03", "", ("Ghana", "Norway"))],
    ),
    (
        "Chad and Niger signed a Joint Statement on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    (
        "The ministers of Chad and Niger signed an exchange of notes on grain on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Chad", "Niger"))],
    ),
    ("The treaty has been in force since 3 March 1992.", [("agreement", "held", "1992-03-03", "", ())]),
    (
        "The United Kingdom and the European Union concluded the Windsor Framework on 27 February 2023.",
        [("agreement", "held", "2023-02-27", "", ("European Union", "United Kingdom"))],
    ),
    (
        "China and the Solomon Islands initialled a security pact in March 2022.",
        [("agreement", "held", "2022-03", "", ("China", "Solomon Islands"))],
    ),
    (
        "A memorandum of understanding on energy was signed between Qatar and Ghana on the sidelines of the forum.",
        [("agreement", "held", None, "", ("Ghana", "Qatar"))],
    ),
    (
        "Vietnam ratified the convention in 1994, the Philippines in 1984.",
        [("agreement", "held", "1994", "", ("Vietnam",))],
    ),
    (
        "A deal brokered by Qatar to free hostages was reached on 22 November.",
        [("agreement", "held", "2023-11-22", "", ("Qatar",))],
    ),
    (
        "Armenia and Azerbaijan traded prisoners on Wednesday in a deal brokered by Turkey.",
        [("agreement", "held", "2024-05-15", "", ("Armenia", "Azerbaijan"))],
    ),
    (
        "The ceasefire, which came into force at midnight on Sunday, was violated within hours.",
        [("agreement", "held", "2024-05-12", "", ())],
    ),
    ("A 72-hour truce in Sudan took effect at dawn on Monday.", [("agreement", "held", "2024-05-13", "", ())]),
    (
        "Turkey deposited its instruments of ratification on Monday.",
        [("agreement", "held", "2024-05-13", "", ("Turkey",))],
    ),
    ("Ghana and Togo have agreed on a maritime boundary.", [("agreement", "held", None, "", ("Ghana", "Togo"))]),
    ("The two governments will exchange ambassadors in July.", [("agreement", "planned", "2024-07", "", ())]),
    (
        "Egypt and Turkey, at odds since 2013, exchanged ambassadors last July.",
        [("agreement", "held", "2023-07", "", ("Egypt", "Turkey"))],
    ),
    (
        "The Emirates and Israel signed a trade deal, the first of its kind, in May 2022.",
        [("agreement", "held", "2022-05", "", ("Israel", "United Arab Emirates"))],
    ),
    (
        "Cuba and the European Union initialed a cooperation accord in March 2016 after two years of talks.",
        [("agreement", "held", "2016-03", "", ("Cuba", "European Union"))],
    ),
    ("Both sides declared a three-day truce for Eid on Friday.", [("agreement", "held", "2024-05-10", "", ())]),
    ("The rebels signed the peace deal in Doha on Sunday.", [("agreement", "held", "2024-05-12", "Doha", ())]),
]

DECISIONS = [
    (
        "Resolution 1973 was adopted by the Security Council on 17 March 2011.",
        [("resolution", "held", "2011-03-17", "New York", (SC,))],
    ),
    ("Resolution 338, of October 22, 1973, called for patience.", [("resolution", "held", "1973-10-22", "", ())]),
    (
        "The adoption by the UN Security Council, on 28 March, of Resolution 2098 was welcomed by Uganda.",
        [("resolution", "held", "2024-03-28", "New York", (SC,))],
    ),
    (
        "Denmark and Greece were elected to the UN Security Council on Thursday.",
        [("resolution", "held", "2024-05-09", "New York", ("Denmark", "Greece", SC))],
    ),
    (
        "Kenya and India were elected as non-permanent members of the Security Council on Thursday.",
        [("resolution", "held", "2024-05-09", "New York", ("Kenya", "India", SC))],
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
        [("resolution", "held", "2024-05-10", "New York", (SC,))],
    ),
    (
        "1992 - UN Security Council passes Resolution 757 imposing sanctions on Yugoslavia.",
        [("resolution", "held", "1992", "New York", (SC,))],
    ),
    (
        "Moldova was granted candidate status by the European Union in June 2022.",
        [("resolution", "held", "2022-06", "", ("European Union", "Moldova"))],
    ),
    (
        "The EU granted Ukraine candidate status in June.",
        [("resolution", "held", "2023-06", "", ("European Union", "Ukraine"))],
    ),
    (
        "Slovakia, Hungary veto EU sanctions on Serbia",
        [("resolution", "held", "2024-05-15", "", ("European Union", "Hungary", "Slovakia"))],
    ),
    (
        "China and Russia vetoed a draft resolution on Venezuela on February 28, 2019.",
        [("resolution", "held", "2019-02-28", "", ("China", "Russia"))],
    ),
    (
        "The Human Rights Council this morning adopted a resolution on Myanmar without a vote.",
        [("resolution", "held", "2024-05-15", "Geneva", ("United Nations Human Rights Council",))],
    ),
    (
        "The European Court of Human Rights ruled on Tuesday that Switzerland had violated rights.",
        [("resolution", "held", "2024-05-14", "", ("European Court of Human Rights",))],
    ),
    (
        "The International Court of Justice on Friday ordered Israel to halt its offensive in Rafah.",
        [("resolution", "held", "2024-05-10", "", ("International Court of Justice",))],
    ),
    (
        "The OAS Permanent Council approved a resolution on Haiti by acclamation on Thursday.",
        [("resolution", "held", "2024-05-09", "", ("Organization of American States",))],
    ),
    (
        "1903: A tribunal sitting in Bern awards nearly all of the valley to Bolivia.",
        [("resolution", "held", "1903", "Bern", ("Bolivia",))],
    ),
    (
        "The Security Council on Tuesday unanimously approved the deployment of a force to Haiti.",
        [("resolution", "held", "2024-05-14", "New York", (SC,))],
    ),
    ("The Council today adopted conclusions on Belarus.", [("resolution", "held", "2024-05-15", "", ())]),
    (
        "By a vote of 13 in favour to none against, with China and Russia abstaining, the Security Council adopted resolution 2728.",
        [("resolution", "held", None, "New York", (SC,))],
    ),
    (
        "The Assembly elected Algeria, Guyana and Slovenia to the Security Council on 6 June.",
        [("resolution", "held", "2023-06-06", "New York", ("Algeria", "Guyana", "Slovenia", SC))],
    ),
    (
        "The World Trade Organization ruled in favour of Brazil on Friday.",
        [("resolution", "held", "2024-05-10", "", ("Brazil", "World Trade Organization"))],
    ),
    (
        "The Arab League voted in November 2011 to suspend Syria.",
        [("resolution", "held", "2011-11", "", ("Arab League",))],
    ),
    ("Ankara lifted its veto in July 2023.", [("resolution", "held", "2023-07", "", ("Turkey",))]),
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
    (
        "EU adopts 13th package of sanctions against Russia",
        [("sanction", "held", "2024-05-15", "", ("European Union", "Russia"))],
    ),
    (
        "The European Union agreed on Monday to lift its arms embargo on Uzbekistan.",
        [("sanction", "held", "2024-05-13", "", ("European Union", "Uzbekistan"))],
    ),
    (
        "The African Union suspended Gabon on 31 August after the coup.",
        [("sanction", "held", "2023-08-31", "", ("African Union", "Gabon"))],
    ),
    (
        "EU slaps tariffs on Chinese electric cars",
        [("sanction", "held", "2024-05-15", "", ("China", "European Union"))],
    ),
    ("UN extends Libya arms embargo by a year", [("sanction", "held", "2024-05-15", "", ("Libya", "United Nations"))]),
    ("Turkey halts all trade with Israel", [("sanction", "held", "2024-05-15", "", ("Israel", "Turkey"))]),
    (
        "1998 May - India carries out nuclear tests; the United States imposes sanctions.",
        [("sanction", "held", "1998-05", "", ("United States",))],
    ),
    (
        "Oct. 6, 1976: Thailand and Laos reopen their border.",
        [("sanction", "held", "1976-10-06", "", ("Laos", "Thailand"))],
    ),
    (
        "The imposition of sanctions on Burundi by its neighbours in July 1996 hit trade.",
        [("sanction", "held", "1996-07", "", ("Burundi",))],
    ),
    (
        "President Soto orders the trade ministry to raise tariffs on Peruvian imports by 10%",
        [("sanction", "held", "2024-05-15", "", ("Peru", "Soto"))],
    ),
    (
        "The regime of restrictive measures against Burundi was established on 1 October 2015.",
        [("sanction", "held", "2015-10-01", "", ("Burundi",))],
    ),
    (
        "Benin reopened its land, sea and air borders with Niger on Tuesday.",
        [("sanction", "held", "2024-05-14", "", ("Benin", "Niger"))],
    ),
    (
        "Trinidad lifted visa requirements for Venezuelans in May 2010.",
        [("sanction", "held", "2010-05", "", ("Trinidad and Tobago", "Venezuela"))],
    ),
    (
        "Australia's sanctions against Zimbabwe, first imposed in 2002, remain.",
        [("sanction", "held", "2002", "", ("Australia", "Zimbabwe"))],
    ),
    (
        "Under sanctions imposed by the UN in 1999, Taliban assets were frozen.",
        [("sanction", "held", "1999", "", ("United Nations",))],
    ),
    (
        "Britain has frozen the assets of nine Belarusian officials.",
        [("sanction", "held", None, "", ("Belarus", "United Kingdom"))],
    ),
    (
        "The World Bank suspended funding for Uganda in August 2023.",
        [("sanction", "held", "2023-08", "", ("Uganda", "World Bank"))],
    ),
    (
        "The Gulf states lifted their blockade of Qatar in January 2021.",
        [("sanction", "held", "2021-01", "", ("Qatar",))],
    ),
    (
        "The Council today imposed restrictive measures on nine individuals in Myanmar.",
        [("sanction", "held", "2024-05-15", "", ("Myanmar",))],
    ),
    (
        "Washington has imposed visa bans on 200 Nicaraguan officials since 2021.",
        [("sanction", "held", None, "", ("Nicaragua", "United States"))],
    ),
    ("The sanctions will be lifted on June 1, the ministry said.", [("sanction", "planned", "2024-06-01", "", ())]),
    (
        "The tariffs, which take effect on June 1, apply to Thai and Malaysian panels.",
        [("sanction", "planned", "2024-06-01", "", ())],
    ),
    (
        "Lithuania became the first EU state to ban Russian gas, in April 2022.",
        [("sanction", "held", "2022-04", "", ("Lithuania", "Russia"))],
    ),
    (
        "Sanctions on Eritrea were lifted by the Security Council in November 2018.",
        [("sanction", "held", "2018-11", "", ("Eritrea", SC))],
    ),
    (
        "Beijing imposed countermeasures on two American firms over arms sales to Taiwan.",
        [("sanction", "held", None, "", ("China", "United States"))],
    ),
    (
        "Japan joined the sanctions on Russia in February 2022.",
        [("sanction", "held", "2022-02", "", ("Japan", "Russia"))],
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
    (
        "France and Mali cut their embassy staffs on Monday.",
        [("rupture", "held", "2024-05-13", "", ("France", "Mali"))],
    ),
    (
        "Poland's decision, announced on Sunday, to expel the Belarusian consul angered Minsk.",
        [("rupture", "held", "2024-05-12", "Poland", ("Belarus", "Poland"))],
    ),
    (
        "Ethiopia's decision, announced on Sunday, to recall its ambassador from Cairo and close its consulate surprised diplomats.",
        [("rupture", "held", "2024-05-12", "", ("Egypt", "Ethiopia"))],
    ),
    (
        "Ottawa expelled four Indian diplomats and recalled its high commissioner on Monday.",
        [("rupture", "held", "2024-05-13", "Canada", ("Canada", "India"))],
    ),
    (
        "Turkey closed its airspace to Armenian flights on 3 May.",
        [("rupture", "held", "2024-05-03", "", ("Armenia", "Turkey"))],
    ),
    (
        "Niger gave the U.N. coordinator 72 hours to leave the country.",
        [("rupture", "held", None, "", ("Niger", "United Nations"))],
    ),
    (
        "Russia suspended its participation in the New START treaty in February 2023.",
        [("rupture", "held", "2023-02", "", ("Russia",))],
    ),
    (
        "South Korea partially suspended the 2018 military agreement with the North in November.",
        [("rupture", "held", "2023-11", "", ("North Korea", "South Korea"))],
    ),
    (
        "Israel recalls envoys from Ireland and Norway",
        [("rupture", "held", "2024-05-15", "", ("Ireland", "Israel", "Norway"))],
    ),
    (
        "Ecuador declares Mexican ambassador persona non grata",
        [("rupture", "held", "2024-05-15", "", ("Ecuador", "Mexico"))],
    ),
    ("Armenia freezes participation in Russian-led bloc", [("rupture", "held", "2024-05-15", "", ("Armenia",))]),
    (
        "North Korea withdrew from the Nuclear Non-Proliferation Treaty in January 2003.",
        [("rupture", "held", "2003-01", "", ("North Korea",))],
    ),
    (
        "The expulsion of three Gambian diplomats by Senegal last Thursday drew a protest.",
        [("rupture", "held", "2024-05-09", "", ("Gambia", "Senegal"))],
    ),
    ("Ties between Peru and Cuba broke down in June 1995.", [("rupture", "held", "1995-06", "", ("Cuba", "Peru"))]),
    ("The truce expired on Friday morning.", [("rupture", "held", "2024-05-10", "", ())]),
    ("Russia walked out of the grain deal in July 2023.", [("rupture", "held", "2023-07", "", ("Russia",))]),
    (
        "Moscow tore up the fisheries agreement with London in March.",
        [("rupture", "held", "2024-03", "", ("Russia", "United Kingdom"))],
    ),
    (
        "Nauru switched recognition from Taiwan to China on January 15.",
        [("rupture", "held", "2024-01-15", "", ("China", "Nauru", "Taiwan"))],
    ),
    (
        "Kiribati and the Solomon Islands switched allegiance to Beijing in 2019.",
        [("rupture", "held", "2019", "", ("China", "Kiribati", "Solomon Islands"))],
    ),
    (
        "Burundi closed its border with Rwanda in January, accusing it of backing rebels.",
        [("rupture", "held", "2024-01", "", ("Burundi", "Rwanda"))],
    ),
    (
        "Ethiopia, which withdrew its ambassador from Mogadishu in January, has sent him back.",
        [("rupture", "held", "2024-01", "", ("Ethiopia", "Somalia"))],
    ),
    ("Ties between the two were frozen in 2013 and thawed in 2022.", [("rupture", "held", "2013", "", ())]),
    (
        "In retaliation, Moscow ordered four Dutch diplomats out.",
        [("rupture", "held", None, "Moscow", ("Netherlands", "Russia"))],
    ),
    (
        "The Hague responded by closing Russia's consulate in Amsterdam.",
        [("rupture", "held", None, "Amsterdam", ("Netherlands", "Russia"))],
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
    (
        "Tanzania summoned the Kenyan high commissioner on Tuesday to protest against the flight ban.",
        [("statement", "held", "2024-05-14", "", ("Kenya", "Tanzania"))],
    ),
    (
        "Vietnam delivered a protest note to the Chinese embassy in Hanoi on Monday.",
        [("statement", "held", "2024-05-13", "Hanoi", ("China", "Vietnam"))],
    ),
    (
        "Germany formally apologised to Namibia for the genocide in May 2021.",
        [("statement", "held", "2021-05", "", ("Germany", "Namibia"))],
    ),
    (
        "2008 February - Kosovo declares independence; recognised by the United States and major EU powers.",
        [("statement", "held", "2008-02", "", ("Kosovo",))],
    ),
    (
        "2011 March: Arab League calls for a no-fly zone over Libya.",
        [("statement", "held", "2011-03", "", ("Arab League",))],
    ),
    (
        "Bangladesh lodges complaint with Myanmar over mortar fire",
        [("statement", "held", "2024-05-15", "", ("Bangladesh", "Myanmar"))],
    ),
    (
        "North Korea's foreign ministry denounced the drills as a provocation on Monday.",
        [("statement", "held", "2024-05-13", "", ("North Korea",))],
    ),
    (
        "Iran has notified the IAEA that it will stop voluntary inspections.",
        [("statement", "held", None, "", ("International Atomic Energy Agency", "Iran"))],
    ),
    ("Tokyo has protested to Beijing over the buoy.", [("statement", "held", None, "", ("China", "Japan"))]),
    (
        "Japan protested to China on Monday over the buoy.",
        [("statement", "held", "2024-05-13", "", ("China", "Japan"))],
    ),
    (
        "The Czech Republic and Slovakia pledged in a joint declaration on Monday to deepen ties.",
        [("statement", "held", "2024-05-13", "", ("Czech Republic", "Slovakia"))],
    ),
    (
        "The Philippines on Tuesday filed a diplomatic protest against China over the collision.",
        [("statement", "held", "2024-05-14", "", ("China", "Philippines"))],
    ),
    (
        "Ireland, Norway and Spain on Wednesday announced recognition of a Palestinian state.",
        [("statement", "held", "2024-05-15", "", ("Ireland", "Norway", "Spain"))],
    ),
    ("France recognised Rwanda's government in 1994.", [("statement", "held", "1994", "", ("France", "Rwanda"))]),
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
    (
        "The 78th session of the UN General Assembly opened in New York on September 5, 2023.",
        [("conference", "held", "2023-09-05", "New York", ("United Nations General Assembly",))],
    ),
    (
        "The Munich Security Conference was held from 16 to 18 February.",
        [("conference", "held", "2024-02-16/2024-02-18", "Munich", ())],
    ),
    (
        "The London conference on Somalia, held on 23 February 2012, agreed a transition.",
        [("conference", "held", "2012-02-23", "London", ())],
    ),
    (
        "Foreign ministers of the Non-Aligned Movement opened a two-day session in Kampala on Monday.",
        [("conference", "held", "2024-05-13", "Kampala", ("Non-Aligned Movement",))],
    ),
    (
        "The OIC called an emergency session in Jeddah for Tuesday.",
        [("conference", "planned", "2024-05-21", "Jeddah", ("Organisation of Islamic Cooperation",))],
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
    (
        "South Africa filed a case against Israel at the International Court of Justice in December.",
        [("other", "held", "2023-12", "", ("International Court of Justice", "Israel", "South Africa"))],
    ),
    (
        "Iran seized a Portuguese-flagged ship in the Strait of Hormuz on April 13.",
        [("other", "held", "2024-04-13", "Strait of Hormuz", ("Iran",))],
    ),
    (
        "Gambia sued Myanmar at the International Court of Justice in November 2019.",
        [("other", "held", "2019-11", "", ("Gambia", "International Court of Justice", "Myanmar"))],
    ),
    (
        "Nicaragua took Germany to the World Court in March.",
        [("other", "held", "2024-03", "", ("Germany", "International Court of Justice", "Nicaragua"))],
    ),
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
    "The resolution, which passed with 120 votes in favour, was co-sponsored by Jordan.",
    "The senate ratified the budget agreement on Monday.",
    "Acme and Globex signed a merger deal on Monday.",
    "The union signed a pay deal with the city on Friday.",
    "The club banned the striker on Monday.",
    "Sanctions should be imposed on Chad at once.",
    "The treaty is the cornerstone of relations between the two states.",
    "A court in Lagos lifted a ban on motorcycles on Monday.",
    "Kenya banned plastic bags in 2017.",
    "The government cut aid to farmers last year.",
    "The draft resolution was rejected by 6 votes in favour to 5 against, with 4 abstentions.",
    "If the treaty is ratified, tariffs will be lifted.",
    "Analysts say sanctions imposed on Chad would hurt.",
    "The city council approved a deal with the bus company on Monday.",
    "The two firms reached a settlement in March.",
    "He broke off relations with his brother in 1994.",
    "The minister recalled his years in Oslo.",
    "The bank closed its office in Lima last week.",
    "The court lifted the ban on the opposition party on Tuesday.",
    "The governor signed the bill on Friday.",
    "The striker rejected an offer from Chelsea.",
    "The president vetoed the budget on Monday.",
    "Both countries have signed and ratified the convention.",
    "The Maldives handed over control of the airfield to India.",
    "Thousands protested in Lima on Monday against the trade deal.",
    "Relations between the two neighbours have been strained since 2019.",
    "The treaty bans the use of landmines.",
    "Sanctions have hurt the economy of Belarus.",
    "The ambassador said ties with Chad were excellent.",
    "The company signed a contract with the ministry in March.",
    "The EU's sanctions policy is set by its members.",
    "Peru's congress passed a resolution on mining on Monday.",
    "A judge froze the assets of the former minister on Monday.",
    "The zoo expelled two visitors on Sunday.",
    "The airline suspended flights to Lima because of fog on Monday.",
    "Police closed the border road after a landslide.",
    "It was the first time that the two countries had signed such an accord since 1975.",
    "The U.S. State Department offered a reward for information on the attack.",
    "Austria's parliament rejected the treaty on Monday.",
    "New Delhi is considering expelling the attaché.",
    "A planned accord between the two was never signed.",
    "Zambia refused to sign the statement.",
    "Mongolia has yet to ratify the pact.",
    "Asked about the embargo, he said it had been lifted in 2011.",
    "Zagreb has asked Belgrade to waive immunity for the envoy.",
    "The committee voted down the motion.",
    "Eritrea, under sanctions since 2009, welcomed the vote.",
    "Serbia has not joined the sanctions on Russia.",
    "Turkmenistan was readmitted to the forum in 2010.",
]
