"""The rules by which the chronology is made up, as one table: what the code goes by and what /method/ shows.

They stand outside `chronicle` because pages show them and no page may import a writer. The rules of reading are
beside the code that reads: `parser.dates.CONVENTIONS`, `parser.names.RULES`, `parser.events.RULES`.
"""

SETTLING = {
    "kind": {
        "called-a-summit": "Where a source calls it a summit, it is one.",
        "most-said-kind": "Else the kind that most voices give; of equals the more particular one.",
    },
    "status": {
        "outcome": "What took place outranks what was planned: held, ongoing or collapsed before planned, postponed "
        "or cancelled, whoever says it and whenever.",
        "collapsed": "Among outcomes, collapsed outranks held: it says more; ongoing yields to both.",
        "latest-word": "Where nothing took place, the latest published word counts: planned, put off, called off, "
        "put back on. On one day the stronger word: cancelled, postponed, planned, proposed.",
    },
    "basis": {
        "stated": "One voice that says it outright suffices.",
        "denied": "Where nobody says it outright and somebody denies it, it is denied. A source that tells of a denial "
        "denies, unless it says besides, with a day or an outcome, that it is so after all.",
        "reported": "Where all voices pass it on as hearsay, it is reported.",
    },
    "when": {
        "most-exact": "The most exact date among the voices that give the settled status; a range of days that says "
        "how long it lasted outranks a single day within it.",
        "most-said-date": "Where exact dates contradict each other, the one that most voices give, then the one "
        "published later; the field is marked as disputed.",
        "status-apart": "Where no voice with the settled status gives a date, the other voices' most exact one.",
        "undated": "Where no voice gives a date it has none.",
    },
    "place": {
        "most-said-place": "The place that most voices give; of equals the fuller one, then the one published first.",
        "no-place": "Where no voice gives a place it has none.",
    },
    "actors": {
        "all-parties": "All that any voice names as taking part.",
        "person-for-state": "A person stands for the state served: that state is then not listed besides.",
    },
    "occasions": {"most-occasions": "The largest number that a voice gives."},
    "confidence": {
        "several-voices": "High where two independent voices agree on the parties and their dates do not contradict.",
        "best-voice": "Else that of the surest passage.",
        "day-inferred": "Low where date and day of publication were inferred from the text.",
        "disputed": "Never high where voices differ on date, place or outcome.",
    },
}
"""Settling: for each field, its rules by name. `Event.settled_by` names the one that was used."""

LINKING = {
    "parties": "Two sources tell of the same encounter only where two people or two states are named by both. A person "
    "stands for the state served; where both name people for one state, one of them must be the same.",
    "visit": "Visits are the same where the same person travels to the same town, or to the same country where one "
    "report names no town.",
    "act": "Acts are the same where the same party does the same kind of thing, to the same other party if both name "
    "one. Two reports of a statement must also share half of their longer words.",
    "nobody-named": "Where one report names nobody (“the Lima summit of 4 May”), the same town, days and kind will do, "
    "if no more than one such encounter of known parties is told of. One of the two may be dated within a month only.",
    "dates": "Dates of at most ten days must touch, give or take a day (two if approximate). A wider date only limits "
    "where it may belong. What an undated report says took place is looked for in the thirty days before its "
    "publication, or the four hundred where both name the town; an undated plan in the hundred days after.",
    "places": "Places must agree: share a part, or one be the other's country. Where two people and the exact days are "
    "the same, the sources differ on the place and are kept together.",
    "several": "A count of several (“four times in the past year”) is never one of them.",
    "one-source": "Two happenings that one source tells apart are never made one.",
    "names": "A proper name (“Six-Party Talks”) stands for the parties; two different ones are two happenings.",
    "best-first": "The likeliest pairs are joined first, and a group never takes in what clashes with one of its "
    "members or shares no parties with it. So the order in which articles came makes no difference.",
    "copies": "Texts that share seven tenths of their runs of four words are copies of one dispatch: one voice.",
    "editors": "What an editor has accepted, edited, merged, split or rejected stays where the editor left it. A new "
    "report that would join a rejected event waits for an editor.",
}
"""Linking: when two sources' reports become one event."""

CHANGES = {
    "made": "read out of {}",
    "settled": "settled from {} of {}",
    "unsourced": "no source tells of it any more",
    "moved": "its passages are now read as another event",
}
"""What an event's history says of changes that no editor made."""
