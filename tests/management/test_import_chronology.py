"""`manage.py import_chronology`: somebody's spreadsheet becomes sources that can be cited, all of it or nothing."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.chronicle.test_ingest import chronology, thrown_away
from timeline.chronicle import curation, ingest
from timeline.chronicle.check import problems
from timeline.chronicle.citations import take_in
from timeline.chronicle.forms import Form
from timeline.management.commands.import_chronology import Command
from timeline.models import Actor, Decision, Event, Mention, Passage, Source

pytestmark = pytest.mark.django_db

HEADING = "id,when,title,kind,status,actors,place,country,source,quote\n"
LIMA = (
    "1,4 March 2019,Lima summit,summit,held,Ana Lima (Chile); Ben Okoro (Nigeria),Lima,Peru,Andean Wire,"
    '"The two presidents met in Lima on 4 March, it says."\n'
)
ABUJA = "2,May 2019,,Talks,planned,Chile; Nigeria as host,Abuja,Nigeria,Andean Wire,\n"


def run(*args, **options):
    """Run the command; return its exit status, what it said and what it complained of."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_chronology", *map(str, args), stdout=out, stderr=err, **options)
    except SystemExit as stopped:
        return stopped.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def write(tmp_path):
    def write(content, name="ours.csv"):
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        return file

    return write


def counts():
    return [model.objects.count() for model in (Source, Passage, Mention, Event, Actor, Decision)]


def test_a_row_becomes_an_event_that_cites_it(write):
    status, out, _ = run(write(HEADING + LIMA + ABUJA))
    assert status == 0 and "entries new                           │ 2" in out
    event = Event.objects.get(kind="summit")
    assert (event.status, event.when, event.place, event.country.name) == ("held", "2019-03-04", "Lima", "Peru")
    assert {(p.actor.name, p.role) for p in event.participations.all()} == {
        ("Ana Lima", "participant"),
        ("Ben Okoro", "participant"),
    }
    assert event.is_public and event.confidence == "high"
    mention = event.mentions.get()
    assert mention.passage.exact == "The two presidents met in Lima on 4 March, it says."
    source = mention.source
    assert (source.kind, source.title) == ("citation", "Andean Wire, record 1")
    assert source.text[mention.passage.start : mention.passage.end] == mention.passage.exact
    assert "title: Lima summit" in source.text.split("\n")
    assert list(problems()) == []


@pytest.mark.usefixtures("filed")
def test_readers_see_the_record_cited_with_its_number(write, client):
    run(write(HEADING + LIMA))
    event, source = Event.objects.get(), Source.objects.get()
    for page in ("/", event.get_absolute_url(), source.get_absolute_url()):
        assert "Andean Wire, record 1" in client.get(page).content.decode(), page


def test_every_field_leads_to_the_words_that_gave_it(write):
    run(write(HEADING + LIMA))
    mention = Mention.objects.select_related("source").get()
    given = {
        r["field"]: [mention.source.text[start:end] for start, end in r["spans"]]
        for r in mention.reasons
        if r["rule"] == "as the record says"
    }
    assert given["when"] == ["4 March 2019"] and given["kind"] == ["summit"] and given["place"] == ["Lima", "Peru"]
    named = [mention.source.text[party["start"] : party["end"]] for party in mention.parties]
    assert named == ["Ana Lima (Chile)", "Ben Okoro (Nigeria)"]


def test_a_record_without_a_quote_is_quoted_whole(write):
    run(write(HEADING + ABUJA))
    passage = Passage.objects.get()
    assert passage.exact == passage.source.text and "when: May 2019" in passage.exact
    event = Event.objects.get()
    assert (event.kind, event.status, event.when) == ("talks", "planned", "2019-05")
    assert event.participations.get(actor__name="Nigeria").role == "host"


def test_read_again_nothing_changes(write):
    file = write(HEADING + LIMA + ABUJA)
    run(file)
    before = counts(), Event.history.count()
    status, out, _ = run(file)
    assert status == 0 and "entries known already                 │ 2" in out
    assert (counts(), Event.history.count()) == before


def test_a_dry_run_says_what_would_come_of_it_and_writes_nothing(write):
    before = counts()
    status, out, _ = run(write(HEADING + LIMA + ABUJA), dry_run=True)
    assert status == 0 and counts() == before
    assert "Would be taken in (nothing was)" in out and "events new                            │ 2" in out
    assert "Ana Lima (person)" in out and "actors would be made" in out


def test_one_bad_line_refuses_the_file_and_every_fault_is_named(write):
    file = write(
        HEADING
        + LIMA
        + "2,31 Feb 2019,,summit,hold,Chile,,,,\n"
        + "3,last week,,meting,held,Foo Bar,,,,\n"
        + "4,2019,,invitation,cancelled,Chile,,,,\n"
        + "5,3/4/2018,,visit,held,,,,,\n"
        + "6,2019,,visit,held,Chile\n"
        + "1,2019,,visit,held,Chile,,,Andean Wire,\n"
    )
    with pytest.raises(CommandError, match="6 lines cannot be taken, so nothing was taken in"):
        run(file)
    assert not Source.objects.exists()
    _, _, err = run(file, skip_bad=True, dry_run=True)
    said = err.splitlines()
    assert f"{file}, line 3, when: “31 Feb 2019”: February 2019 has no day 31." in said
    assert any(line.startswith(f"{file}, line 3, status: “hold” is none of ours; write proposed, ") for line in said)
    assert any(line.startswith(f"{file}, line 4, kind: “meting” is none of ours; write summit, ") for line in said)
    assert any("line 4, when: “last week” is another day for every reader" in line for line in said)
    assert any("line 4, actors: “Foo Bar” is nobody we know; write Foo Bar (Chile)" in line for line in said)
    assert any("line 5, status: an act such as invitation has only happened; write held" in line for line in said)
    assert any("line 6, when: “3/4/2018” could be" in line for line in said)
    assert any("line 6, actors: nobody takes part" in line for line in said)
    assert f"{file}, line 7: it has 6 cells, but the heading has 10 columns" in said
    assert f"{file}, line 8, id: record 1 stands in line 2 already; give each its own" in said


def test_skip_bad_takes_the_others(write):
    status, out, err = run(write(HEADING + "9,never,,summit,held,Chile,,,,\n" + LIMA), skip_bad=True)
    assert status == 1 and "line 2, when: “never”" in err
    assert Source.objects.count() == 1 and "lines that cannot be taken            │ 1" in out


def test_a_bad_file_loses_nothing_that_was_there(write):
    run(write(HEADING + LIMA))
    before = counts()
    with pytest.raises(CommandError):
        run(write(HEADING + ABUJA + "3,never,,summit,held,Chile,,,,\n"))
    assert counts() == before


def test_a_changed_record_replaces_its_earlier_state_and_keeps_the_event(write):
    run(write(HEADING + LIMA))
    event = Event.objects.get()
    status, out, _ = run(write(HEADING + LIMA.replace("4 March 2019", "5 March 2019")))
    assert status == 0 and "entries that replace an earlier state │ 1" in out
    event.refresh_from_db()
    assert (event.when, event.voices, event.is_public) == ("2019-03-05", 1, True)
    new = Source.objects.standing().get()
    assert new.supersedes.withdrawn_why == "Replaced by a later state of the same record."
    assert Event.objects.count() == 1 and list(problems()) == []


def test_what_an_editor_decided_outlives_a_changed_record(write):
    run(write(HEADING + LIMA))
    event = Event.objects.get()
    curation.edit(event, {"place": "Callao"}, "ana", "It was in the port.")
    run(write(HEADING + LIMA.replace("4 March 2019,Lima", "12 April 2019,Lima")))
    event.refresh_from_db()
    assert (event.place, event.when, Event.objects.public().count()) == ("Callao", "2019-04-12", 1)


def test_reading_a_citation_again_changes_nothing(write):
    run(write(HEADING + LIMA))
    before = counts(), Event.objects.values().get()
    source = Source.objects.get()
    again = ingest.reread(source)
    assert (again.unchanged, again.changed, again.new, again.lost) == (1, 0, 0, 0)
    assert (counts(), Event.objects.values().get()) == before
    ingest.set_day(source, None)
    assert Event.objects.get().when == "2019-03-04" and list(problems()) == []


def test_an_entry_and_an_article_tell_of_one_event(write, take):
    run(write(HEADING + LIMA))
    take("0 | summit | held | 2019-03-04 | Lima | Ana Lima (Chile); Ben Okoro (Nigeria)", "2019-03-05")
    assert Event.objects.get().voices == 2


LIST = [
    {
        "no": 7,
        "from-day": "2001-02-03",
        "to-day": "2001-02-05",
        "guest": "President Moreau",
        "of": "Korea, Republic of",
        "text": "Working visit;\n   spoke at a dinner.",
    },
    {"no": 8, "from-day": "2001-06-01", "to-day": "2001-06-01", "guest": "Queen Salote", "of": "Atlantis", "text": ""},
]
MAPPED = {
    "map": ["no=id", "from-day=start", "to-day=end", "guest=actors:person", "of=serving", "text=quote"],
    "set": ["kind=visit", "status=held", "host=United States", "country=United States", "source=Guest book"],
}


def test_a_list_of_others_is_read_by_a_mapping(write):
    status, out, _ = run(write(json.dumps(LIST, indent=1), "guests.json"), **MAPPED)
    assert status == 0, out
    visit = Event.objects.get(when="2001-02-03/2001-02-05")
    moreau = visit.participations.exclude(role="host").get().actor
    assert (moreau.name, moreau.kind, moreau.affiliation.name) == ("Moreau", "person", "South Korea")
    assert visit.country.name == "United States" and visit.title == "Moreau’s visit to United States"
    mention = visit.mentions.get()
    assert mention.passage.exact == "Working visit; spoke at a dinner."
    assert mention.source.title == "Guest book, record 7"
    other = Event.objects.get(when="2001-06-01")
    assert {(a.name, a.kind) for a in other.actors.all()} == {
        ("Salote", "person"),
        ("Atlantis", "state"),
        ("United States", "state"),
    }


def test_a_state_that_we_do_not_know_is_one_actor_however_often_it_is_named(write):
    for number in (1, 2):
        row = {"no": number, "from-day": f"200{number}-06-01", "guest": "Queen Salote", "of": "Atlantis", "text": ""}
        run(write(json.dumps([row | {"to-day": row["from-day"]}]), f"guests{number}.json"), **MAPPED)
    assert list(Actor.objects.filter(name="Atlantis").values_list("kind", flat=True)) == ["state"]


def test_many_at_once_give_the_chronology_that_one_by_one_gives(write):
    rows = [
        f"{n},{n % 5 + 1} March 2019,,{'summit' if n % 3 else 'meeting'},held,"
        f"{'Ana Lima (Chile)' if n % 2 else 'Cai Shen (China)'}; Ben Okoro (Nigeria),{'Lima' if n % 4 else ''},,W{n},\n"
        for n in range(30)
    ]
    entries, bad, _ = Command()._read(write(HEADING + "".join(rows)), Form(name="ours"))
    assert len(entries) == 30 and not bad
    outcomes = []
    for order, at_once in ((entries, 200), (entries, 1), (entries[::-1], 7)):
        with thrown_away():
            list(take_in(order, at_once=at_once))
            assert list(problems()) == []
            outcomes.append(chronology())
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert 1 < len(outcomes[0]) < 30


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.csv", "", "it is empty"),
        ("x.csv", "kind,kind\nvisit,visit\n", "its heading has the column “kind” twice"),
        ("x.csv", 'kind,status\n"visit,held\n', "line 2: it is no CSV that can be read"),
        ("x.csv", "kind,status\n", "there is no record in it"),
        ("x.json", '{"kind": "visit"}', "it does not begin with “[”"),
        ("x.json", '[{"kind": "visit"},\n {"kind" "visit"}]', "line 2: it is no JSON"),
        ("x.json", '[{"kind": "visit"}\n {"kind": "visit"}]', "line 2: it is no JSON: a comma or “]” is missing"),
        ("x.json", '[{"kind": "visit"}', "a comma or “]” is missing"),
        ("x.txt", "kind", "its name ends in none of .csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of_in_one_line(write, name, content, said):
    with pytest.raises(CommandError, match=r"x\.") as raised:
        run(write(content, name))
    assert said in str(raised.value)


def test_lines_of_json_that_are_none_are_named(write):
    file = write('{"kind": "visit"\n[1]\n{"kind": ["visit", {}], "status": "held"}\n', "x.jsonl")
    _, _, err = run(file, skip_bad=True)
    assert f"{file}, line 1: it is no JSON: " in err
    assert f"{file}, line 2: it is no JSON object with a name for every value" in err
    assert f"{file}, line 3, kind: it must be text" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"map": ["start"]}, "--map start: write COLUMN=FIELD"),
        ({"map": ["start=begin"]}, "“begin” is none of our fields; they are id, when"),
        ({"map": ["start=host:country"]}, "“country” is none of person, state, organisation"),
        ({"map": ["begin=start"]}, "no record has the column begin; there are actors, country"),
        ({"set": ["kind="]}, "--set kind=: write FIELD=VALUE"),
        ({"set": ["id=4"]}, "every record needs a number of its own"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(write, options, said):
    with pytest.raises(CommandError) as raised:
        run(write(HEADING + LIMA), **options)
    assert said in str(raised.value) and not Source.objects.exists()


def test_columns_that_are_none_of_ours_are_kept_and_named(write):
    _, out, _ = run(write("kind,status,actors,mood\nvisit,held,Chile,good\n"))
    assert "Kept but not read as one of our fields: mood." in out
    assert "mood: good" in Source.objects.get().text


def test_semicolons_and_tabs_between_cells_are_understood(write):
    run(write("kind;status;actors\nvisit;held;Chile\n"))
    run(write("kind\tstatus\tactors\nvisit\tplanned\tChile\n", "ours.tsv"))
    assert Source.objects.count() == 2
