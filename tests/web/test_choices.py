"""Reading an address: one view has one address, and nothing in it can break a page."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_event, make_source, make_state
from timeline.web.choices import Cursor, address, read

pytestmark = pytest.mark.django_db
TODAY = date(2019, 3, 10)


def choose(query: str):
    return read(QueryDict(query), TODAY)


def test_empty_parameters_are_dropped_and_the_rest_sorted():
    choices = choose("to=&q=&status=held&kind=visit&kind=summit&kind=summit&order=&utm=x")
    assert choices.address() == "/?kind=summit&kind=visit&status=held"


def test_nothing_chosen_is_the_plain_address():
    assert choose("q=+&kind=").address() == "/"


@pytest.mark.parametrize("name", ["kind", "status", "basis", "confidence", "review"])
def test_unknown_word_is_an_error_beside_its_field(name):
    choices = choose(f"{name}=marvellous")
    assert "“marvellous”" in choices.errors[name][0]
    assert choices.words[name] == ()
    assert choices.address() == f"/?{name}=marvellous"


def test_actors_are_found_by_slug_and_by_any_name_in_any_case():
    soto = make_actor("Ana Soto", names=["President Soto"])
    for value in ("ana-soto", "Ana Soto", "ana soto", "president soto"):
        choices = choose(f"actor={value}")
        assert choices.actors == (soto,)
        assert choices.address() == "/?actor=ana-soto"


def test_actors_are_found_whatever_their_accents():
    lopez = make_actor("Iñaki López-Ruiz")
    make_event(actors=[lopez])
    assert choose("actor=inaki+lopez+ruiz").actors == choose("actor=LOPEZ").actors == (lopez,)
    assert choose("actor=lop").actors == choose("actor=%E2%80%93").actors == ()


def test_merged_actor_stands_for_the_one_it_went_into():
    soto = make_actor("Ana Soto")
    make_actor("A. Soto", merged_into=soto)
    choices = choose("actor=a-soto")
    assert choices.actors == (soto,)
    assert choices.address() == "/?actor=ana-soto"


def test_unknown_actor_is_an_error_and_stays_in_the_field():
    choices = choose("actor=nobody&with=none&kind=visit")
    assert choices.errors["actor"] == ("No actor in this chronology is called “nobody”.",)
    assert choices.raw == {"actor": "nobody", "with": "none"}
    assert choices.words["kind"] == ("visit",)


def test_name_of_several_actors_asks_for_the_full_one():
    make_actor("Luis Rey", names=["Rey"])
    make_actor("Marta Rey", names=["Rey"])
    choices = choose("actor=rey")
    assert choices.actors == ()
    assert choices.errors["actor"] == ("“rey” may mean Luis Rey, Marta Rey. Write the full name.",)


def test_country_must_be_a_state():
    make_actor("Ana Soto")
    peru = make_state("Peru")
    assert choose("country=peru").countries == (peru,)
    assert choose("country=ana-soto").errors["country"] == ("No state in this chronology is called “ana-soto”.",)


def test_source_is_given_by_its_number():
    source = make_source()
    assert choose(f"source={source.pk}").sources == (source,)
    for wrong in ("0", "zebra", "9" * 30, "²"):
        choices = choose(f"source={wrong}")
        assert choices.sources == ()
        assert choices.errors["source"]


@pytest.mark.parametrize(
    ("typed", "kept", "day"),
    [
        ("2018-03", "2018-03", date(2018, 3, 1)),
        ("March 2018", "2018-03", date(2018, 3, 1)),
        ("27 March 2018", "2018-03-27", date(2018, 3, 27)),
        ("2018", "2018", date(2018, 1, 1)),
    ],
)
def test_dates_are_kept_as_edtf(typed, kept, day):
    choices = choose(f"from={typed}")
    assert choices.first == day
    assert choices.period == (kept, "")
    assert choices.address() == f"/?from={kept}"


def test_end_of_a_period_is_its_last_day():
    assert choose("to=2018-02").last == date(2018, 2, 28)


@pytest.mark.parametrize("name", ["from", "to"])
def test_bad_date_is_quoted_and_leaves_the_other_choices(name):
    choices = choose(f"{name}=31+Feb&kind=visit")
    assert "“31 Feb”" in choices.errors[name][0]
    assert choices.raw[name] == "31 Feb"
    assert (choices.first, choices.last) == (None, None)
    assert choices.words["kind"] == ("visit",)
    assert choices.address() == f"/?{name}=31+Feb&kind=visit" if name == "from" else f"/?kind=visit&{name}=31+Feb"


def test_period_that_ends_before_it_begins_keeps_its_beginning():
    choices = choose("from=2019&to=2018")
    assert choices.first == date(2019, 1, 1)
    assert choices.last is None
    assert choices.errors["to"] == ("2018 is before 2019; this end was left out.",)


def test_a_pair_is_told_from_its_beginning_and_everything_else_from_its_end():
    make_actor("Ana Soto")
    make_actor("Luis Rey")
    pair = choose("actor=ana-soto&with=luis-rey")
    assert pair.is_pair
    assert pair.order == "oldest"
    assert choose("actor=ana-soto&with=luis-rey&order=oldest").address() == pair.address()
    assert choose("actor=ana-soto&with=luis-rey&order=newest").order == "newest"
    assert choose("").order == "newest"
    assert choose("order=sideways").errors["order"]


def test_actor_together_with_itself_is_that_actor():
    soto = make_actor("Ana Soto")
    choices = choose("actor=ana-soto&with=ana-soto")
    assert (choices.actors, choices.partners) == ((soto,), ())
    assert not choices.is_pair
    assert choices.address() == "/?actor=ana-soto"


def test_whoever_has_to_take_part_is_no_choice_among_several():
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    choices = choose("actor=ana-soto&actor=luis-rey&with=luis-rey")
    assert (choices.actors, choices.partners) == ((rey,), ())
    assert choices.address() == "/?actor=luis-rey"
    assert choose("with=ana-soto&with=luis-rey").is_pair
    assert choose("with=ana-soto&with=luis-rey").address() == "/?actor=ana-soto&with=luis-rey"
    assert choose("with=ana-soto").actors == (soto,)


def test_order_in_which_things_were_ticked_makes_no_other_view():
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    choices = choose("actor=luis-rey&actor=ana-soto&kind=visit&kind=summit")
    assert choices.actors == (soto, rey)
    assert choices.words["kind"] == ("summit", "visit")


def test_source_is_given_by_words_that_only_one_has():
    lima = make_source(title="A long day in Lima", publisher="North Wire")
    make_source(title="Quito at dawn", publisher="North Wire")
    choices = choose("source=long+day")
    assert choices.sources == (lima,)
    assert choices.address() == f"/?source={lima.pk}"
    several = choose("source=north+wire")
    assert several.sources == ()
    assert several.errors["source"] == (
        "“north wire” may mean “Quito at dawn”, “A long day in Lima”. Write more of the title.",
    )
    assert several.raw["source"] == "north wire"
    assert choose("source=herring").errors["source"] == ("No source has “herring” in its title or publisher.",)


def test_whole_title_goes_before_a_part_of_one():
    lima = make_source(title="Lima")
    make_source(title="Lima at dawn")
    assert choose("source=lima").sources == (lima,)


def test_page_that_has_grown_says_so_in_its_address():
    assert choose("rows=100&kind=visit").address() == "/?kind=visit&rows=100"
    assert choose("rows=100&kind=visit").without("kind") == "/"
    assert choose("rows=90000").rows == 500
    for nonsense in ("0", "-5", "x", "9" * 30, ""):
        assert choose(f"rows={nonsense}").address() == "/"
    assert choose("print=1&rows=100").address() == "/?print=1"


@pytest.mark.parametrize(("address", "end"), [("from=until+2018", "first"), ("to=since+2018", "last")])
def test_period_needs_the_end_that_it_is_given_for(address, end):
    name, words = address.split("=")
    assert f"has no {end} day" in choose(address).errors[name][0]
    assert choose(address).raw[name] == words.replace("+", " ")


def test_cursor_is_read_back():
    assert choose("after=2018-03-27.12").after == Cursor("2018-03-27", 12)
    assert choose("after=2018-03-27.12").address() == "/?after=2018-03-27.12"
    assert choose("after=1970-00.3").after == Cursor("1970-00", 3)


@pytest.mark.parametrize("wrong", ["x", "2018-03-27", "2018-03-27.", "2018-03-27.-1", "2018-03-27." + "9" * 40])
def test_cursor_that_is_none_is_an_error(wrong):
    choices = choose(f"after={wrong}")
    assert choices.after is None
    assert choices.errors["after"]


def test_search_takes_words_and_phrases():
    assert choose('q=train+"special+envoy"').search_words == ("train", "special envoy")
    assert choose("q=" + "x" * 500).search == "x" * 200


def test_null_characters_are_taken_out():
    assert choose("q=a%00b&actor=%00").search == "a b"


def test_links_add_replace_and_take_away():
    choices = choose("kind=visit&kind=summit&from=2018&after=2018-03-27.1")
    assert choices.without(("kind", "visit")) == "/?from=2018&kind=summit"
    assert choices.without("kind") == "/?from=2018"
    assert choices.instead(from_="2019", to="2019") == "/?from=2019&kind=summit&kind=visit&to=2019"
    assert choices.with_param("after", "2018-01-01.5") == "/?after=2018-01-01.5&from=2018&kind=summit&kind=visit"


def test_address_escapes_what_it_must():
    assert address([("q", "a&b=c d"), ("from", "[2018..2019]")]) == "/?from=%5B2018..2019%5D&q=a%26b%3Dc+d"


def together(*actors):
    make_event(actors=actors)


def test_part_of_a_name_will_do_where_only_one_who_takes_part_bears_it():
    soto = make_actor("Ana Soto")
    together(soto, make_actor("Luis Rey"))
    make_actor("Carla Soto")
    assert choose("actor=Soto").actors == (soto,)


def test_part_of_a_name_that_several_bear_lists_them_those_with_most_events_first():
    ana, carla = make_actor("Ana Soto"), make_actor("Carla Soto")
    together(carla)
    together(carla)
    together(ana)
    assert choose("actor=soto").errors["actor"] == ("“soto” may mean Carla Soto, Ana Soto. Write the full name.",)


@pytest.mark.parametrize(
    "search", ["Soto and Rey", "soto–rey", "Ana Soto, Luis Rey", "Soto-Rey", "ana soto with luis rey", "Soto - Rey"]
)
def test_search_for_two_names_is_the_pair(search):
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    together(soto, rey)
    choices = choose(f"q={search}")
    assert (choices.actors, choices.partners, choices.search) == ((soto,), (rey,), "")
    assert choices.address() == "/?actor=ana-soto&with=luis-rey"


def test_search_for_a_pair_means_those_who_met_most():
    ana, carla, luis = make_actor("Ana Soto"), make_actor("Carla Soto"), make_actor("Luis Rey")
    together(ana)
    together(carla, luis)
    choices = choose("q=soto+and+rey")
    assert choices.actors == (carla,)


def test_search_for_a_pair_that_may_be_two_stays_a_search():
    ana, carla, luis = make_actor("Ana Soto"), make_actor("Carla Soto"), make_actor("Luis Rey")
    together(ana, luis)
    together(carla, luis)
    assert choose("q=soto+and+rey").search == "soto and rey"


def test_search_for_a_pair_is_not_repeated_once_it_is_chosen():
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    together(soto, rey)
    typed_on = choose("q=Soto+and+Rey&actor=ana-soto&with=luis-rey")
    assert typed_on.address() == "/?actor=ana-soto&with=luis-rey"
    assert choose("q=Soto+and+Rey&actor=ito").search == "Soto and Rey"


@pytest.mark.parametrize("search", ["salt and vinegar", "Soto and nobody", "and", "Soto and Soto"])
def test_other_searches_with_and_are_searches(search):
    together(make_actor("Ana Soto"), make_actor("Luis Rey"))
    assert choose(f"q={search}").search == search
