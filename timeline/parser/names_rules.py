"""The rules by which names are read, as `/method/` and the pages show them."""

from __future__ import annotations

RULES: dict[str, str] = {
    "state": "The name of a state, long or short: “Chile”, “the Republic of Korea”.",
    "demonym": "An adjective or noun for a state's people stands for the state: “Chilean officials”.",
    "capital": "A capital that acts, owns or is dealt with is its government: “Lima refused”, “talks with Oslo”.",
    "seat": "A building stands for the government that sits in it: “the Élysée said”.",
    "place": "A town, region or site; a capital behind “in”, “visited”, “flew to”, or before “summit”, “airport”.",
    "state as place": "A state's name behind “in”, “visited”, “flew to” is where it happens: “arrived in Chile”.",
    "states together": "Words for a fixed group of states: “the Baltic states”.",
    "organisation": "A body that the vocabulary or an editor knows, by name or acronym: “the OAS”.",
    "acronym": "An acronym that the text itself introduces in brackets: “the Border Rivers Agency (BRA)”.",
    "body": "Capitalised words that end as bodies do, with the state before or behind: “the Chilean Customs Service”.",
    "media": "A news agency, paper or broadcaster: a source, never a party.",
    "full name": "A person's full name that needs no title: given name or initial known by form, or a verb of saying.",
    "known person": "A full name, or another spelling, of somebody whom the vocabulary or an editor knows.",
    "office and name": "An office before a name introduces its holder: “Chilean foreign minister Ana Soto”.",
    "apposition": "An office behind a name and a comma: “Ana Soto, Chile's foreign minister,”.",
    "counterpart": "“His Peruvian counterpart Luis Rey”: the same office in another state.",
    "family name": "A family name alone, or with a title, is the person whom the text introduced in full.",
    "family name in office": "A family name alone is the one leader so called in office when the text was published.",
    "office alone": "An office without a name is its holder, by the text or on the day of publication.",
    "titled name": "A title and a family name that nothing else explains: the words are all that is known.",
    "administration": "“The Soto administration” is the government of the state that Soto leads.",
    "pair": "Names joined by a hyphen or dash are each of them: “Peru-Chile”, “the Soto–Rey meeting”.",
    "epithet": "A common noun for a body or state named before: “the bloc”, “the alliance”, “the kingdom”.",
    "the two leaders": "“The two leaders”, “both ministers” are those named last, or most often, and in office.",
    "the two states": "“Both sides”, “the two countries” are the states named together last, or clearly most often.",
    "the ministers": "“The foreign ministers” are those of that office named before.",
    "pronoun": "“He”, “her”: the only person named so far in the sentence, or the subject of the one before.",
    "they": "“They”: the persons or states named together last.",
}
"""Name of each rule and what it says, as shown on /method/."""
