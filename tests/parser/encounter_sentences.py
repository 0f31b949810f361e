# ruff: noqa: E501
"""Encounters as agencies, newspapers, broadcasters and ministries tell of them, in sentences of our own.

Rows as in `event_sentences`: the sentence; then one tuple for each happening: kind, status, when, place, parties. All
are published on Wednesday 15 May 2024. Of the last list nothing may be claimed.
"""

from __future__ import annotations

ENCOUNTERS = [
    (
        "Colombian President Laura Rojas arrived in Madrid on Sunday for a three-day state visit.",
        [("visit", "held", "2024-05-12", "Madrid", ("Laura Rojas",))],
    ),
    (
        "The arrival in Tashkent on Tuesday of Kazakh Prime Minister Daniyar Omarov was shown live on state television.",
        [("visit", "held", "2024-05-14", "Tashkent", ("Daniyar Omarov",))],
    ),
    (
        "Finnish Foreign Minister Maria Lahti stepped off a jet in Pristina on Sunday and embraced Kosovo President Arben Krasniqi.",
        [("visit", "held", "2024-05-12", "Pristina", ("Maria Lahti",))],
    ),
    (
        "Bolivian Foreign Minister Hugo Paredes will visit Brussels on Thursday, Paris on Friday and Rome on Saturday.",
        [
            ("visit", "planned", "2024-05-16", "Brussels", ("Hugo Paredes",)),
            ("visit", "planned", "2024-05-17", "Paris", ("Hugo Paredes",)),
            ("visit", "planned", "2024-05-18", "Rome", ("Hugo Paredes",)),
        ],
    ),
    (
        "Saudi Crown Prince Faisal bin Saad is due in Islamabad on May 20, his first trip abroad this year.",
        [("visit", "planned", "2024-05-20", "Islamabad", ("Faisal bin Saad",))],
    ),
    (
        "The last round, held in Paris in August, ended without agreement between Armenia and Azerbaijan.",
        [("talks", "collapsed", "2023-08", "Paris", ("Armenia", "Azerbaijan"))],
    ),
    (
        "The summit between Japan and South Korea was called off by Tokyo on May 3.",
        [
            ("summit", "cancelled", None, "", ("Japan", "South Korea")),
            ("cancellation", "held", "2024-05-03", "", ("Japan", "South Korea")),
        ],
    ),
    (
        "In a letter to Indian Prime Minister Arjun Mehta on May 9, Pakistani Prime Minister Asif Qureshi proposed a meeting of foreign ministers.",
        [
            ("call", "held", "2024-05-09", "", ("Arjun Mehta", "Asif Qureshi")),
            ("meeting", "proposed", None, "", ("Asif Qureshi",)),
        ],
    ),
    (
        "Turkish Foreign Minister Emre Kaya wound up a two-day visit to Baghdad on Thursday.",
        [("visit", "held", "2024-05-09", "Baghdad", ("Emre Kaya",))],
    ),
    (
        "Rwandan President Jean Mugabo flew into Kampala on Tuesday for talks with his Ugandan host, David Okello.",
        [("talks", "held", "2024-05-14", "Kampala", ("David Okello", "Jean Mugabo"))],
    ),
    (
        "Canadian Defence Minister Peter Doyle made an unannounced stop in Kyiv on May 7.",
        [("visit", "held", "2024-05-07", "Kyiv", ("Peter Doyle",))],
    ),
    (
        "Nigerian Vice President Musa Bello was in Addis Ababa over the weekend to see Ethiopian Prime Minister Dawit Tesfaye.",
        [("visit", "held", "[2024-05-11..2024-05-12]", "Addis Ababa", ("Musa Bello",))],
    ),
    (
        "German Foreign Minister Karin Vogel, on a visit to Dhaka, said on Tuesday that aid would continue.",
        [("visit", "held", "2024-05-14", "Dhaka", ("Karin Vogel",))],
    ),
    (
        "Georgian President Nino Beridze, who visited Brussels in March, is to return there next month.",
        [
            ("visit", "held", "2024-03", "Brussels", ("Nino Beridze",)),
            ("visit", "planned", "2024-06", "Brussels", ("Nino Beridze",)),
        ],
    ),
    (
        "A meeting between Greek and Turkish defence officials scheduled for June never took place.",
        [("meeting", "cancelled", "2024-06", "", ("Greece", "Turkey"))],
    ),
    (
        "The round that was to have resumed on Monday between Serbia and Kosovo has been shelved.",
        [("talks", "cancelled", "2024-05-13", "", ("Kosovo", "Serbia"))],
    ),
    (
        "Moroccan Foreign Minister Karim Idrissi, who met Spanish Foreign Minister Elena Vidal twice last year, declined to comment.",
        [("meeting", "held", "2023", "", ("Elena Vidal", "Karim Idrissi"))],
    ),
    (
        "Japanese Emperor Hiroto and Empress Keiko begin a week-long visit to Indonesia on June 17.",
        [("visit", "planned", "2024-06-17", "Indonesia", ("Hiroto", "Keiko"))],
    ),
    (
        "Iran foreign minister heads to Moscow for talks on Syria",
        [("visit", "held", "2024-05-15", "Moscow", ("Iran",))],
    ),
    (
        "US, China wrap up trade talks in Stockholm",
        [("talks", "held", "2024-05-15", "Stockholm", ("China", "United States"))],
    ),
    (
        "Talks between Bogotá and ELN rebels resume in Quito after four-month break",
        [("talks", "held", "2024-05-15", "Quito", ("Colombia", "National Liberation Army"))],
    ),
    (
        "Nepal's King Birendra returned home on Monday from a state visit to Burma.",
        [("visit", "held", "2024-05-13", "Myanmar", ("Birendra",))],
    ),
    (
        "Deputy Secretary of State Susan Hale met today with Mongolian Foreign Minister Bat Erdene in Ulaanbaatar.",
        [("meeting", "held", "2024-05-15", "Ulaanbaatar", ("Bat Erdene", "Susan Hale"))],
    ),
    (
        "The Under Secretary is on travel to Nairobi, Kampala and Kigali through May 18.",
        [
            ("visit", "ongoing", "../2024-05-18", "Nairobi", ()),
            ("visit", "ongoing", "../2024-05-18", "Kampala", ()),
            ("visit", "ongoing", "../2024-05-18", "Kigali", ()),
        ],
    ),
    (
        "The Secretary spoke by phone today with Tunisian Foreign Minister Sami Trabelsi.",
        [("call", "held", "2024-05-15", "", ("Sami Trabelsi",))],
    ),
    (
        "Vice President Jane Mills will lead a presidential delegation to Manila to attend the inauguration of President Ramon Cruz on June 30.",
        [("visit", "planned", "2024-06-30", "Manila", ("Jane Mills",))],
    ),
    (
        "Foreign Secretary Tom Barrow paid a courtesy call on Sultan Hamid of Brunei this morning.",
        [("meeting", "held", "2024-05-15", "", ("Hamid", "Tom Barrow"))],
    ),
    (
        "Swedish Prime Minister Ulf Lind was welcomed at the White House by President James Carter on Thursday.",
        [("summit", "held", "2024-05-09", "White House", ("James Carter", "Ulf Lind"))],
    ),
    (
        "President Kostas Pappas of Cyprus held a working lunch with his Greek counterpart, Nikos Laskaris, in Athens on May 8.",
        [("summit", "held", "2024-05-08", "Athens", ("Kostas Pappas", "Nikos Laskaris"))],
    ),
    (
        "Peruvian and Ecuadorian deputy foreign ministers are meeting in Brasilia this week under the eyes of the four guarantors.",
        [("meeting", "ongoing", "[2024-05-13..2024-05-19]", "Brasilia", ("Ecuador", "Peru"))],
    ),
    (
        "Myanmar's junta chief Min Aung Hla held one-on-one talks with Russian President Vladimir Orlov on the sidelines of a forum in Vladivostok last September.",
        [("talks", "held", "2023-09", "Vladivostok", ("Min Aung Hla", "Vladimir Orlov"))],
    ),
    (
        "An expected encounter between the Cuban and U.S. delegations in Panama failed to materialise.",
        [("meeting", "cancelled", None, "Panama", ("Cuba", "United States"))],
    ),
    (
        "Kuwaiti and Iraqi delegations are to get together in Amman on June 2.",
        [("meeting", "planned", "2024-06-02", "Amman", ("Iraq", "Kuwait"))],
    ),
    (
        "Belarus has offered Minsk as a venue for talks between Ukraine and Russia.",
        [("talks", "proposed", None, "Minsk", ("Russia", "Ukraine"))],
    ),
    (
        "Algeria floated the idea of a Maghreb summit in Oran this autumn.",
        [("summit", "proposed", "2024-23", "Oran", ())],
    ),
    (
        "Cuban officials said Havana was open to talks with Washington on migration.",
        [("talks", "proposed", None, "", ("Cuba", "United States"))],
    ),
    (
        "Seoul on Tuesday proposed military talks with the North on July 21 at Panmunjom.",
        [("talks", "proposed", "2024-07-21", "Panmunjom", ("North Korea", "South Korea"))],
    ),
    (
        "Cyprus wants an emergency EU summit before the end of June.",
        [("summit", "proposed", "[..2024-06]", "", ("Cyprus", "European Union"))],
    ),
    (
        "Norwegian mediators are trying to arrange a meeting between Sri Lankan negotiators and the rebels in Oslo.",
        [("meeting", "proposed", None, "Oslo", ("Sri Lanka",))],
    ),
    (
        "Syrian President Hafez Azmeh told visiting senators he was ready to go to Jerusalem.",
        [("visit", "proposed", None, "Jerusalem", ("Hafez Azmeh",))],
    ),
    ("A summit of Gulf leaders is set for December 9 in Doha.", [("summit", "planned", "2024-12-09", "Doha", ())]),
    (
        "Egyptian and Ethiopian irrigation ministers are due to sit down again in Khartoum on May 21.",
        [("meeting", "planned", "2024-05-21", "Khartoum", ("Egypt", "Ethiopia"))],
    ),
    (
        "The two Koreas agreed on Thursday to hold a new round of family reunion talks at Mount Kumgang on June 5.",
        [("talks", "planned", "2024-06-05", "Mount Kumgang", ("North Korea", "South Korea"))],
    ),
    (
        "NATO foreign ministers gather in Reykjavik on Thursday and Friday.",
        [("conference", "planned", "2024-05-16/2024-05-17", "Reykjavik", ("NATO",))],
    ),
    (
        "Preparations are under way for a visit by the Japanese emperor to Manila in the new year.",
        [("visit", "planned", None, "Manila", ())],
    ),
    (
        "Uganda and Tanzania have pencilled in a summit for September 12.",
        [("summit", "planned", "2024-09-12", "", ("Tanzania", "Uganda"))],
    ),
    (
        "Chinese Vice Premier Hu Jing will be in Washington from Monday for trade talks.",
        [("visit", "planned", "2024-05-20", "Washington", ("Hu Jing",))],
    ),
    (
        "The next round is expected to start in Vienna on June 3, the Iranian negotiator said.",
        [("talks", "planned", "2024-06-03", "Vienna", ())],
    ),
    (
        "French President Luc Moreau plans a two-day trip to Algiers at the end of the month.",
        [("visit", "planned", "[2024-05-21..2024-05-31]", "Algiers", ("Luc Moreau",))],
    ),
    (
        "The fourth meeting of the Joint Commission between India and Oman will take place in Muscat on May 29-30.",
        [("meeting", "planned", "2024-05-29/2024-05-30", "Muscat", ("India", "Oman"))],
    ),
    (
        "Ministers from the six countries have agreed to reconvene in Astana in July.",
        [("meeting", "planned", "2024-07", "Astana", ())],
    ),
    (
        "Vatican officials confirmed that Pope Clement will travel to Beirut in September.",
        [("visit", "planned", "2024-09", "Beirut", ("Clement",))],
    ),
    (
        "Peace talks between the Colombian government and the FARC are under way in Havana.",
        [("talks", "ongoing", "2024-05-15", "Havana", ("Colombia", "FARC"))],
    ),
    (
        "Israeli and Palestinian negotiators were locked in talks late into the night at Wye.",
        [("talks", "held", None, "Wye", ())],
    ),
    (
        "Leaders of the Andean Community are gathered in Quito for their annual summit.",
        [("summit", "ongoing", "2024-05-15", "Quito", ("Andean Community",))],
    ),
    (
        "The WTO ministerial conference in Cancun went into its second day on Thursday.",
        [("conference", "held", "2024-05-09", "Cancun", ("World Trade Organization",))],
    ),
    (
        "Ministers of the two Sudans concluded four days of talks in Addis Ababa on Sunday.",
        [("talks", "held", "2024-05-12", "Addis Ababa", ("South Sudan", "Sudan"))],
    ),
    (
        "Face-to-face talks took place on Saturday in Muscat between Iranian and American envoys.",
        [("talks", "held", "2024-05-11", "Muscat", ("Iran", "United States"))],
    ),
    (
        "Yemen's warring sides met face to face for the first time in Stockholm on December 6.",
        [("meeting", "held", "2023-12-06", "Stockholm", ("Yemen",))],
    ),
    (
        "Tunisian, Libyan and Algerian interior ministers have wound up a one-day meeting in Djerba.",
        [("meeting", "held", None, "Djerba", ("Algeria", "Libya", "Tunisia"))],
    ),
    (
        "Six-party talks in Beijing broke up on Thursday with no agreement on a joint statement.",
        [("talks", "collapsed", "2024-05-09", "Beijing", ())],
    ),
    (
        "Kosovo Albanian delegates stormed out of negotiations with Serbia in Vienna on Friday.",
        [("talks", "collapsed", "2024-05-10", "Vienna", ("Serbia",))],
    ),
    (
        "The Georgian side walked out of the Geneva discussions on Tuesday in protest at the wording.",
        [("talks", "collapsed", "2024-05-14", "Geneva", ("Georgia",))],
    ),
    (
        "The summit of the Arab Maghreb Union in Tripoli broke down after barely an hour.",
        [("summit", "collapsed", None, "Tripoli", ("Arab Maghreb Union",))],
    ),
    (
        "Negotiations between Bolivia and Chile have reached a dead end, the Bolivian foreign minister said.",
        [("talks", "collapsed", None, "", ("Bolivia", "Chile"))],
    ),
    ("Three days of Nile water talks in Entebbe got nowhere.", [("talks", "collapsed", None, "Entebbe", ())]),
    (
        "Cyprus reunification talks at Crans-Montana collapsed in the early hours of July 7.",
        [("talks", "collapsed", "2023-07-07", "Crans-Montana", ("Cyprus",))],
    ),
    (
        "The Hanoi meeting fell apart when the North Korean delegation left early.",
        [("meeting", "collapsed", None, "Hanoi", ())],
    ),
    (
        "A fifth round of talks between Khartoum and the SPLM-N adjourned without a deal on May 2.",
        [("talks", "collapsed", "2024-05-02", "", ("SPLM-N", "Sudan"))],
    ),
    (
        "Peru and Chile have delayed until June a meeting of their foreign ministers.",
        [("meeting", "postponed", "2024-06", "", ("Chile", "Peru"))],
    ),
    (
        "Talks due to start on Wednesday between Mali and Tuareg rebels in Algiers have been pushed back by a week.",
        [("talks", "postponed", "2024-05-15", "Algiers", ("Mali",))],
    ),
    (
        "The African Union said the summit would now be held in Kigali in July instead of June.",
        [("summit", "planned", "2024-07", "Kigali", ())],
    ),
    ("The start of the Inter-Korean talks slipped to Friday.", [("talks", "postponed", "2024-05-10", "", ())]),
    (
        "Indonesian President Budi Santoso has scrapped a planned visit to Canberra next month over a spying row.",
        [("cancellation", "held", None, "Canberra", ("Budi Santoso",))],
    ),
    (
        "Bahrain will not attend the Arab summit in Damascus.",
        [("cancellation", "held", None, "Damascus", ("Bahrain",))],
    ),
    (
        "Iran boycotted Wednesday's meeting of OPEC in Vienna.",
        [("cancellation", "held", "2024-05-15", "Vienna", ("Iran", "OPEC"))],
    ),
    (
        "Talks between the Afghan government and the Taliban, scheduled for this weekend in Doha, will not go ahead.",
        [("talks", "cancelled", "[2024-05-18..2024-05-19]", "Doha", ("Afghanistan", "Taliban"))],
    ),
    (
        "Venezuela cancelled its participation in the Ibero-American summit in Cadiz.",
        [("cancellation", "held", None, "Cadiz", ("United States", "Venezuela"))],
    ),
    (
        "Washington's envoy stayed away from the Astana talks.",
        [("cancellation", "held", None, "Astana", ("United States",))],
    ),
    (
        "A Mali delegation failed to turn up for talks in Nouakchott on Tuesday.",
        [("cancellation", "held", "2024-05-14", "Nouakchott", ("Mali",))],
    ),
    (
        "Tirana turned down an invitation to the Belgrade conference.",
        [("invitation", "held", None, "Belgrade", ("Albania",))],
    ),
    (
        "Ethiopia has rejected Somali calls for talks on the port deal.",
        [("invitation", "held", None, "", ("Ethiopia", "Somalia"))],
    ),
    (
        "On November 14 in Helsinki talks were held between the Foreign Minister of Latvia, Janis Ozols, and the Foreign Minister of Finland, Mika Laine.",
        [("talks", "held", "2023-11-14", "Helsinki", ("Janis Ozols", "Mika Laine"))],
    ),
    (
        "There, in July 2012, the Bolivians and the Chileans sat opposite each other for the first time.",
        [("meeting", "held", "2012-07", "", ("Bolivia", "Chile"))],
    ),
    (
        "The presidents of the Rio Group have long been due to gather in Santo Domingo on Friday.",
        [("summit", "planned", "2024-05-17", "Santo Domingo", ("Rio Group",))],
    ),
    (
        "Prime Minister Jonas Berg and Chancellor Karl Brandt of Austria agreed to see each other in New York in September.",
        [("summit", "planned", "2024-09", "New York", ("Jonas Berg", "Karl Brandt"))],
    ),
    ("Talks are to reconvene on June 23, the mediator's office said.", [("talks", "planned", "2024-06-23", "", ())]),
    (
        "Japanese Foreign Minister Taro Ishida, in a phone call to Secretary of State John Kerr late Thursday, asked for patience.",
        [("call", "held", "2024-05-09", "", ("John Kerr", "Taro Ishida"))],
    ),
    (
        "the informal summit of EU leaders to be held in Salzburg on September 19 and 20",
        [("summit", "planned", "2024-09-19/2024-09-20", "Salzburg", ("European Union",))],
    ),
    (
        "Heads of state have started to arrive for an informal summit hosted by Slovak Prime Minister Peter Hudak in Bratislava.",
        [("summit", "held", None, "Bratislava", ("Peter Hudak",))],
    ),
    (
        "Foreign Minister Wang Lei will pay an official visit to Iceland from May 17 to 19 at the invitation of Foreign Minister Sigrun Jonsdottir.",
        [("visit", "planned", "2024-05-17/2024-05-19", "Iceland", ("Wang Lei",))],
    ),
    (
        "At the invitation of President Xi Jinping, President of the Republic of Suriname Carlos Wijnen will pay a state visit to China from May 20 to 24.",
        [("visit", "planned", "2024-05-20/2024-05-24", "China", ("Carlos Wijnen",))],
    ),
    (
        "The Secretary-General will depart New York on Thursday for Bogota and then Santiago.",
        [("visit", "planned", "2024-05-16", "Bogota", ()), ("visit", "planned", "2024-05-16", "Santiago", ())],
    ),
    (
        "Deputy Foreign Minister Kim Sang-ho held consultations with Director-General Kenji Funakoshi in Tokyo on May 13.",
        [("talks", "held", "2024-05-13", "Tokyo", ("Kenji Funakoshi", "Kim Sang-ho"))],
    ),
    (
        "READOUT: President Carter's Call with President Lopez of Mexico",
        [("call", "held", None, "", ("Carter", "Lopez"))],
    ),
    (
        "President Hamid Karim (R) shakes hands with Pakistani Prime Minister Asif Qureshi in Kabul, May 12, 2024.",
        [("summit", "held", "2024-05-12", "Kabul", ("Asif Qureshi", "Hamid Karim"))],
    ),
    (
        "JAKARTA: Foreign ministers from ASEAN and China open two days of talks on Monday on the South China Sea.",
        [("talks", "planned", "2024-05-20", "South China Sea", ("Association of Southeast Asian Nations", "China"))],
    ),
    (
        "The Ugandan and Rwandan chiefs of staff met for six hours at the Katuna border post on Monday.",
        [("meeting", "held", "2024-05-13", "Katuna border post", ("Rwanda", "Uganda"))],
    ),
    (
        "An Israeli delegation slipped into Khartoum on Monday aboard a private jet.",
        [("visit", "held", "2024-05-13", "Khartoum", ("Israel",))],
    ),
    (
        "Libyan leader Muammar Zentani pitched his tent in Rome on Wednesday at the start of a three-day visit.",
        [("visit", "held", "2024-05-15", "Rome", ("Muammar Zentani",))],
    ),
    ("The parties last met in Naivasha in December.", [("meeting", "held", "2023-12", "Naivasha", ())]),
    (
        "The two had spoken by telephone on April 30 and agreed then to see each other in Cairo.",
        [("call", "held", "2024-04-30", "", ())],
    ),
    ("A first round in Djibouti in April had ended inconclusively.", [("talks", "held", "2024-04", "Djibouti", ())]),
    (
        "The foreign ministers, who have met seven times since January, will hold another round in Almaty on June 4.",
        [("talks", "planned", "2024-06-04", "Almaty", ())],
    ),
    (
        "U.S. and Taliban envoys reportedly held secret talks in Doha in March.",
        [("talks", "held", "2024-03", "Doha", ("Taliban", "United States"))],
    ),
    (
        "Pyongyang pulls out of talks with Seoul at last minute",
        [("cancellation", "held", None, "", ("North Korea", "South Korea"))],
    ),
    ("EU-Africa summit called off after row over Mugabe", [("summit", "cancelled", None, "", ("European Union",))]),
    ("Cyprus talks stall again", [("talks", "collapsed", None, "", ("Cyprus",))]),
    ("Geneva talks on Syria postponed to February", [("talks", "postponed", "2025-02", "Geneva", ())]),
    (
        "North and South Korea set date for prime ministers' meeting",
        [("meeting", "planned", None, "", ("North Korea", "South Korea"))],
    ),
    (
        "Israel rejects French offer to host peace conference",
        [("invitation", "held", "2024-05-15", "", ("France", "Israel"))],
    ),
    (
        "Bangladesh Prime Minister Farida Begum was given a red-carpet welcome in New Delhi on Monday at the start of a four-day state visit.",
        [("visit", "held", "2024-05-13", "New Delhi", ("Farida Begum",))],
    ),
    (
        "Colombia's government and the ELN will sit down again on Monday in Caracas after a three-month freeze.",
        [("meeting", "planned", "2024-05-20", "Caracas", ("Colombia", "National Liberation Army"))],
    ),
    (
        "South African President Thabo Nkosi is expected to travel to Abidjan next week to try to revive the peace process.",
        [("visit", "planned", "[2024-05-20..2024-05-26]", "Abidjan", ("Thabo Nkosi",))],
    ),
    (
        "Kenya's William Kibaki sent his regrets and did not attend the Kigali summit.",
        [("cancellation", "held", None, "Kigali", ("William Kibaki",))],
    ),
    (
        "Lithuanian President Rasa Vaitkus held a video conference with her Latvian and Estonian counterparts on Monday.",
        [("call", "held", "2024-05-13", "", ("Estonia", "Latvia", "Rasa Vaitkus"))],
    ),
    (
        "The two leaders, who have been in daily telephone contact, agreed to convene an emergency summit in Sochi on Friday.",
        [("summit", "planned", "2024-05-17", "Sochi", ())],
    ),
    (
        "Mongolia offered to mediate and to host a meeting between Japan and North Korea in Ulan Bator.",
        [("meeting", "proposed", None, "Ulaanbaatar", ("Japan", "Mongolia", "North Korea"))],
    ),
    (
        "The offer of a meeting in Helsinki was spurned by Moscow.",
        [("invitation", "held", None, "Helsinki", ("Russia",))],
    ),
    ("Tbilisi ruled out direct talks with Sukhumi.", [("invitation", "held", None, "", ("Georgia",))]),
    (
        "Kigali has agreed in principle to talks with Kinshasa under Angolan mediation.",
        [("talks", "planned", None, "", ("Democratic Republic of the Congo", "Rwanda"))],
    ),
    (
        "Lebanon's cabinet rejected an invitation to the Damascus meeting.",
        [("invitation", "held", None, "Damascus", ("Lebanon",))],
    ),
    (
        "Zambia and Malawi called a truce and scheduled border talks for June 4 in Chipata.",
        [("talks", "planned", "2024-06-04", "Chipata", ("Malawi", "Zambia"))],
    ),
    (
        "The U.S. and Cuba resumed migration talks in San Jose on Tuesday after a two-year hiatus.",
        [("talks", "held", "2024-05-14", "San Jose", ("Cuba", "United States"))],
    ),
    (
        "The Maldives and Mauritius wrapped up maritime talks in Male on Thursday, agreeing to meet again in Port Louis in August.",
        [
            ("talks", "held", "2024-05-09", "Male", ("Maldives", "Mauritius")),
            ("meeting", "planned", "2024-08", "Port Louis", ("Maldives", "Mauritius")),
        ],
    ),
    (
        "No sooner had the ministers sat down in Doha on Tuesday than the Yemeni side demanded a break.",
        [("meeting", "held", "2024-05-14", "Doha", ())],
    ),
    (
        "Belgium's king and queen end a four-day state visit to Luxembourg today.",
        [("visit", "held", "2024-05-15", "Luxembourg", ("Belgium",))],
    ),
    ("An Iranian delegation is visiting Baghdad.", [("visit", "ongoing", "2024-05-15", "Baghdad", ("Iran",))]),
    (
        "U.S. Defense Secretary Robert Hale canceled a stop in Bishkek on Thursday because of fog.",
        [("cancellation", "held", "2024-05-09", "Bishkek", ("Robert Hale",))],
    ),
    (
        "KHARTOUM, May 14 (Reuters) - Sudan's foreign minister, Yusuf Karim, flew to Cairo on Tuesday for talks with Egyptian officials on the Nile dam, state radio said.",
        [("talks", "held", "2024-05-14", "Cairo", ("Egypt", "Yusuf Karim"))],
    ),
    (
        "A Chinese delegation led by Vice Premier Wu Gang crossed into North Korea by train on Sunday, the Yonhap news agency reported.",
        [("visit", "held", "2024-05-12", "North Korea", ("China", "Wu Gang"))],
    ),
    (
        "Britain's Prince Edward begins a four-day visit to Brunei on Sunday.",
        [("visit", "planned", "2024-05-19", "Brunei", ("Edward",))],
    ),
    (
        "The EU's foreign policy chief, Marta Kovacs, called off a trip to Moscow on Friday after her plane was denied clearance.",
        [("cancellation", "held", "2024-05-10", "Moscow", ("Marta Kovacs",))],
    ),
    (
        "The two-day meeting of ECOWAS defence chiefs opened in Bamako on Monday.",
        [("meeting", "held", "2024-05-13", "Bamako", ("Economic Community of West African States",))],
    ),
    (
        "Turkey and Armenia will hold the fifth round of normalisation talks in Yerevan on May 27, the two foreign ministries announced simultaneously.",
        [("talks", "planned", "2024-05-27", "Yerevan", ("Armenia", "Turkey"))],
    ),
    (
        "The Prime Minister had been due to fly to Belgrade last Wednesday but stayed at home with influenza.",
        [("visit", "cancelled", "2024-05-08", "Belgrade", ())],
    ),
    (
        "Estonian Foreign Minister Liis Saar is paying a working visit to Tbilisi today and tomorrow.",
        [("visit", "ongoing", "2024-05-15/2024-05-16", "Tbilisi", ("Liis Saar",))],
    ),
    (
        "The Kenyan leader, speaking after the summit in Nairobi of the Intergovernmental Authority on Development, appealed for calm.",
        [("summit", "held", None, "Nairobi", ("Intergovernmental Authority on Development",))],
    ),
    (
        "The Kyrgyz side did not come to the border talks in Isfara on Saturday.",
        [("cancellation", "held", "2024-05-11", "Isfara", ("Kyrgyzstan",))],
    ),
    (
        "Foreign Minister Penny Wu will visit Fiji, Samoa and Tonga this week, departing Canberra on Thursday.",
        [
            ("visit", "planned", "[2024-05-13..2024-05-19]", "Fiji", ("Penny Wu",)),
            ("visit", "planned", "[2024-05-13..2024-05-19]", "Samoa", ("Penny Wu",)),
            ("visit", "planned", "[2024-05-13..2024-05-19]", "Tonga", ("Penny Wu",)),
        ],
    ),
    (
        "The Minister of Foreign Affairs of Argentina, Diego Molina, and the Minister of Foreign Affairs of Paraguay, Ruben Ayala, held a working meeting yesterday in Asuncion.",
        [("meeting", "held", "2024-05-14", "Asuncion", ("Diego Molina", "Ruben Ayala"))],
    ),
    (
        "The Presidents noted with satisfaction the outcome of the third Cabinet-level meeting between Tajikistan and Uzbekistan held in Dushanbe in March 2022.",
        [("meeting", "held", "2022-03", "Dushanbe", ("Tajikistan", "Uzbekistan"))],
    ),
    (
        "The much-delayed summit between Nigeria and Cameroon finally got under way in Yaounde on Sunday.",
        [("summit", "held", "2024-05-12", "Yaounde", ("Cameroon", "Nigeria"))],
    ),
    (
        "The three-way summit of Libya, Sudan and Chad, twice put off, opens in Tripoli on Thursday.",
        [("summit", "planned", "2024-05-16", "Tripoli", ("Chad", "Libya", "Sudan"))],
    ),
    (
        "Iraq's Kurds and Baghdad failed to reach agreement on oil at talks in Erbil on Tuesday.",
        [("talks", "collapsed", "2024-05-14", "Erbil", ("Iraq",))],
    ),
    (
        "Kinshasa and Kigali have yet to respond to the Angolan offer to host a summit in Luanda.",
        [("summit", "proposed", None, "Luanda", ("Democratic Republic of the Congo", "Rwanda"))],
    ),
    (
        "The Tamil Tigers said they would take no part in the Tokyo donors' conference.",
        [("cancellation", "held", None, "Tokyo", ("Liberation Tigers of Tamil Eelam",))],
    ),
    (
        "On arrival in Dushanbe, the Indian minister went straight into talks with President Rahimov.",
        [("talks", "held", None, "Dushanbe", ("India", "Rahimov"))],
    ),
    (
        "Israel froze the talks in April after the Fatah-Hamas accord.",
        [("talks", "collapsed", "2024-04", "", ("Israel",))],
    ),
    (
        "Switzerland will host a peace conference on Ukraine at the Buergenstock resort on June 15-16.",
        [("conference", "planned", "2024-06-15/2024-06-16", "Bürgenstock", ("Switzerland",))],
    ),
    (
        "Chad and Niger held a first round of talks in Geneva on May 3. The second took place in London on May 7, and a third is to be held in Rome in June.",
        [
            ("talks", "held", "2024-05-03", "Geneva", ("Chad", "Niger")),
            ("talks", "held", "2024-05-07", "London", ("Chad", "Niger")),
            ("talks", "planned", "2024-06", "Rome", ("Chad", "Niger")),
        ],
    ),
    (
        "Chad and Niger held talks in Geneva on May 3. They were resumed in Rome on May 9.",
        [
            ("talks", "held", "2024-05-03", "Geneva", ("Chad", "Niger")),
            ("talks", "held", "2024-05-09", "Rome", ("Chad", "Niger")),
        ],
    ),
    (
        "Austrian Chancellor Karl Brandt telephoned Israeli Prime Minister Dov Levin on Monday and Palestinian President Samir Haddad a day later.",
        [
            ("call", "held", "2024-05-13", "", ("Karl Brandt", "Dov Levin")),
            ("call", "held", "2024-05-14", "", ("Karl Brandt", "Samir Haddad")),
        ],
    ),
    (
        "Sudanese and South Sudanese negotiators agreed after talks on Monday to pull back their troops.",
        [
            ("agreement", "held", "2024-05-13", "", ("Sudan", "South Sudan")),
            ("talks", "held", "2024-05-13", "", ("Sudan", "South Sudan")),
        ],
    ),
    (
        "Negotiators from Mali's government and Tuareg rebels reconvened in Algiers on Monday after a five-week recess.",
        [("meeting", "held", "2024-05-13", "Algiers", ("Mali",))],
    ),
    (
        "Lebanon and Israel opened indirect talks on their maritime border at Naqoura on May 4 under U.S. auspices.",
        [("talks", "held", "2024-05-04", "Naqoura", ("Lebanon", "Israel"))],
    ),
]

NOTHING = [
    "The two companies' chief executives met in Geneva on Monday to discuss the merger.",
    "Nadal will meet Djokovic in Paris on Sunday.",
    "Brazil meet Argentina in the semi-final on Thursday.",
    "The court met on Tuesday to hear the appeal of former minister Jorge Paz.",
    "The Labour leader met union officials in Manchester on Monday.",
    "Tourists who visit Egypt in summer should carry water.",
    "A summit without an agenda would be a mistake, the newspaper said.",
    "Analysts say that any meeting between the two leaders would be risky.",
    "Meetings between ministers of the two countries are held twice a year.",
    "If Venezuela were to visit the table again, talks could succeed.",
    "Residents visited the grave of the former president on Sunday.",
    "The doctor visited the prime minister in hospital on Friday.",
    "The committee visited three schools in Lagos.",
    "The prime minister met his cabinet on Wednesday.",
    "Mexico would welcome any meeting that helps the region, the minister said in a lecture.",
    "Whether the two presidents will ever meet remains unclear.",
    "Under the constitution, the king must meet the prime minister every week.",
    "A visit to Kashmir is something no Indian leader can avoid.",
    "The union said talks with the airline had broken down in Frankfurt on Monday.",
    "Negotiations between Renault and Nissan resumed in Paris on Tuesday.",
    "The governor of Texas met the governor of Ohio in Austin on Friday.",
    "Ajax meet Benfica in Lisbon on Wednesday.",
    "The band cancelled its visit to Warsaw.",
    "The trial of the former Chadian president opened in Dakar on Monday.",
    "Diplomats say a summit could be held in June if progress is made.",
    "If the talks go well, the president will travel to Kabul.",
    "Critics say the minister spends too much time on foreign trips.",
    "The president may visit China next year, officials said.",
    "The two countries have held regular consultations since 1998.",
    "The foreign minister meets reporters every Thursday.",
    "The king met villagers during a tour of the flooded province.",
    "The company's board meets in Zurich on Thursday.",
    "The mayor of Osaka met the mayor of San Francisco on Monday.",
    "Pilgrims travelled to Mecca from Indonesia.",
    "The minister met his party's lawmakers on Tuesday.",
    "Scientists from Japan and Norway met in Tromso to study whales.",
    "The actor visited Jordan as a goodwill ambassador.",
    "The orchestra will travel to Pyongyang in February.",
    "England tour India in November.",
    "Two men met in a cafe in Vienna on Monday, prosecutors said.",
    "A visit to Paris is on every tourist's list.",
    "Somalia's president said he would only meet his Ethiopian counterpart if troops were withdrawn.",
    "A meeting of the two presidents is not on the cards, the Kremlin said.",
    "Russian and Ukrainian negotiators could meet as early as next week, Turkey's foreign minister said.",
    "No U.S. president had visited Cuba since 1928.",
    "The bank's governors meet in Washington in October.",
    "Parliament will meet in special session on Friday.",
    "Manchester United will visit Istanbul next week.",
    "The judge met lawyers for both sides in chambers.",
    "The general visited the wounded at a hospital in Aden.",
    "Nothing came of the idea of a visit.",
    "The opposition leader met the president for two hours on Monday to discuss the electoral law.",
]
