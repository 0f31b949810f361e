"""The chronology as a picture: every event has its mark or is counted, vague dates are drawn vague."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_actor, make_event, make_source, make_state
from timeline.chronicle.filing import file_everything
from timeline.models import Basis, Kind, Status
from timeline.web import filing, lanes, picture
from timeline.web.scene import LANES, ZOOMS

HTMX = {"HX-Request": "true"}


def lane_of(text: str, name: str) -> str:
    """The section of the lane with this name."""
    found = [part.split("</section>")[0] for part in text.split('<section aria-labelledby="lane-')[1:]]
    return next(part for part in found if re.search(rf"<h3[^>]*>(<a[^>]*>)?{re.escape(name)}", part))


def titles(text: str) -> list[str]:
    return re.findall(r'<a class="mark[^>]*><title>([^<]*)</title>', text)


def mark(text: str, title: str) -> str:
    """The mark whose title ends so."""
    return next(part.split("</a>")[0] for part in text.split('<a class="mark')[1:] if f"{title}</title>" in part)


def test_every_event_has_a_mark_in_the_lane_of_each_actor(read_page, world):
    text = read_page("/drawn/")
    for name in ("Ana Soto", "Luis Rey"):
        assert sorted(titles(lane_of(text, name))) == [
            "Held, 1 May 2018: Soto–Rey summit, Lima",
            "May 2018: Ana Soto: invitation to Luis Rey",
            "Planned, outcome not recorded, early June 2018: Soto–Rey summit",
        ]
    assert f'href="{world.summit.get_absolute_url()}"' in text
    assert "3 events drawn." in text


def test_days_are_signs_months_brackets_and_vague_dates_fade(read_page, today, db):
    make_event("day", when="2018-05-01", status=Status.CANCELLED)
    make_event("days", when="2018-05-05/2018-05-12")
    make_event("month", when="2018-05")
    make_event("within", when="[2018-05-01..2018-05-10]")
    make_event("around", when="2018-05-15~")
    make_event("after", when="2018-05-20/..")
    make_event("before", when="[..2018-05-20]")
    make_event("hearsay", when="2018-05-21", basis=Basis.REPORTED)
    text = read_page("/drawn/?at=2018-05&zoom=month")
    assert 's-cancelled"' in mark(text, ": day")
    assert 'href="#g-cancelled"' in mark(text, ": day")
    assert "lasted" not in mark(text, ": day") + mark(text, ": hearsay")
    assert "mask=" not in mark(text, ": days") and 'class="lasted"' in mark(text, ": days")
    assert 'class="bracket"' in mark(text, ": month")
    assert 'mask="url(#fade-both)"' in mark(text, ": within")
    assert 'mask="url(#fade-both)"' in mark(text, ": around")
    assert 'mask="url(#fade-end)"' in mark(text, ": after")
    assert 'mask="url(#fade-start)"' in mark(text, ": before")
    assert 'href="#g-ring"' in mark(text, ": hearsay")
    for name in ("start", "end", "both"):
        assert f'<mask id="fade-{name}"' in text


def test_days_stand_where_they_are_in_the_month(read_page, today, db):
    make_event("first", when="2018-04-01")
    make_event("tenth", when="2018-04-10")
    text = read_page("/drawn/?at=2018-04&zoom=month")
    left = {
        name: float(re.search(r'<use [^>]*x="([\d.]+)"', mark(text, f": {name}"))[1]) for name in ("first", "tenth")
    }
    assert left["tenth"] - left["first"] == pytest.approx(9 * picture.WIDTH / 30, abs=0.2)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("lanes=kind", ["Summit", "Invitation"]),
        ("lanes=place", ["Peru", "Elsewhere, or not known where"]),
        ("", ["Ana Soto", "Luis Rey"]),
    ],
)
def test_lanes_are_of_what_the_reader_wants(read_page, world, query, names):
    text = read_page(f"/drawn/?{query}")
    found = re.findall(r'<h3 id="lane-\d+">(?:<a[^>]*>)?([^<]*)', text)
    assert [name.strip() for name in found] == names


def test_events_of_nobody_in_a_lane_stand_with_the_others(read_page, today, db, monkeypatch):
    monkeypatch.setattr(lanes, "MOST_LANES", 1)
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    for n in range(2):
        make_event(f"both {n}", when="2018", actors=[soto, rey])
    make_event("one", when="2018", actors=[soto])
    make_event("other", when="2018", actors=[rey])
    make_event("nobody", when="2018")
    text = read_page("/drawn/")
    assert len(titles(lane_of(text, "Ana Soto"))) == 3
    assert sorted(titles(lane_of(text, "All others"))) == ["Held, 2018: nobody", "Held, 2018: other"]


def test_crowded_marks_are_one_mark_with_their_number(read_page, today, db):
    source = make_source()
    for n in range(20):
        make_event(f"crowd {n}", when="2018-03-05", kind=Kind.CALL, source=source)
    make_event("alone", when="2018-07-05", kind=Kind.CALL)
    text = read_page("/drawn/?at=2018&lanes=kind&zoom=year")
    assert titles(text) == ["20 events, March 2018: look closer", "Held, 5 July 2018: alone"]
    crowd = mark(text, "look closer")
    assert ">20</text>" in crowd
    assert 'href="/drawn/?at=2018-03&amp;lanes=kind&amp;zoom=month"' in crowd


def test_day_shows_each_of_its_events(read_page, today, db):
    source = make_source()
    for n in range(20):
        make_event(f"crowd {n}", when="2018-03-05", source=source)
    assert len(titles(read_page("/drawn/?at=2018-03-05&zoom=day"))) == 20


@pytest.mark.parametrize("by", ["actor", "kind", "place"])
def test_of_many_events_only_numbers_are_drawn_and_none_is_lost(read_page, today, db, monkeypatch, by):
    monkeypatch.setattr(lanes, "MOST_EVENTS", 10)
    monkeypatch.setattr(lanes, "MOST_LANES", 1)
    peru, chile = make_state("Peru"), make_state("Chile")
    soto, rey = make_actor("Ana Soto"), make_actor("Luis Rey")
    source = make_source()
    for n in range(9):
        make_event(f"x{n}", when="2018-03-05", kind=Kind.CALL, actors=[soto, rey], country=peru, source=source)
    make_event("vague", when="2018", kind=Kind.CALL, actors=[soto], country=peru)
    make_event("decade", when="201X", kind=Kind.CALL, actors=[soto], country=peru)
    make_event("rest", when="2018-07", kind=Kind.CALL, actors=[rey], country=chile)
    address = "/drawn/?at=2018&zoom=year" if by == "actor" else f"/drawn/?at=2018&lanes={by}&zoom=year"
    text = read_page(address)
    numbers = [int(number) for number in re.findall(r'<text class="many"[^>]*>(\d+)</text>', text)]
    assert sum(numbers) == 12
    assert "12 events drawn" in text
    assert "9 events, March 2018" in titles(text)
    assert "1 event, 2018, not known more closely" in titles(text)
    assert "at=2018-03&amp;" in mark(text, "9 events, March 2018")
    assert "1 event, July 2018" in titles(text if by == "kind" else text.split("<section")[-1])


def test_undated_and_other_times_are_counted_and_led_to(read_page, world):
    make_event("undated")
    text = read_page("/drawn/?at=2018-05&zoom=month")
    assert '2 events drawn; <a href="/drawn/">1 at other times</a>; 1 undated, <a href="/">at the end' in text


def test_summary_of_several_occasions_is_drawn_by_its_title_and_not_counted(read_page, today, db):
    make_event("visits (4 times)", when="2018", occasions=4)
    text = read_page("/drawn/")
    assert titles(text) == ["Held, 2018: visits (4 times)"]
    assert "0 events drawn." in text
    assert 'events <span class="count">and 1 summary of several, not counted</span></h2>' in text
    assert '<span class="count">0<span class="vh"> events</span></span></h3>' in text


def test_summary_is_none_of_many_events_in_one_mark(read_page, today, db):
    for day in range(1, 10):
        make_event(when=f"2018-03-0{day}")
    make_event("visits", when="2018-03", occasions=4)
    assert "9 events drawn" in read_page("/drawn/?at=2018&zoom=year")


def test_picture_of_a_month_is_named_by_it_and_says_how_many_of_all_it_has(read_page, today, db):
    make_event(when="2018-03-01")
    make_event(when="2018-04-01")
    text = read_page("/drawn/?at=2018-03&zoom=month")
    assert '<h1 id="view-name">Chronology, March 2018</h1>' in text
    assert '<h2 id="total">1 of 2 events</h2>' in text


def test_filters_are_those_of_the_list_and_keep_the_picture(read_page, world):
    text = read_page("/drawn/?kind=summit&lanes=place")
    assert '<form id="filters" class="filters" method="get" action="/drawn/"' in text
    assert 'id="kind-summit" name="kind" value="summit" checked' in text
    assert '<input type="hidden" name="lanes" value="place">' in text
    assert '<a href="/drawn/?lanes=place">Summit <span' in text
    assert "2 events</h2>" in text
    assert '<a href="/?kind=summit">As a list</a>' in text
    assert '<a href="/drawn/?kind=summit">as a picture</a>' in read_page("/?kind=summit")
    assert '<a href="/drawn/?from=2018&amp;lanes=place&amp;to=2018">2018' in read_page(
        "/drawn/?at=2018-05&lanes=place&zoom=month"
    )


def test_lane_leads_to_the_list_of_its_events(read_page, world):
    assert '<a href="/?actor=ana-soto&amp;from=2018-05&amp;to=2018-05">Ana Soto</a>' in read_page(
        "/drawn/?at=2018-05&zoom=month"
    )
    assert '<a href="/?actor=ana-soto&amp;with=luis-rey">Luis Rey</a>' in read_page("/drawn/?actor=ana-soto")
    assert '<a href="/?kind=invitation">Invitation</a>' in read_page("/drawn/?lanes=kind")


def test_nothing_to_draw_says_so(read_page, world):
    text = read_page("/drawn/?kind=visit")
    assert "Nothing to draw: Visits" in text
    assert '<a href="/drawn/">Without the type: 3 events</a>' in text
    assert "Nothing to draw" in read_page("/drawn/?at=1999&zoom=year")


def test_one_picture_has_one_address(client, world):
    response = client.get("/drawn/?zoom=&at=May+2018&kind=")
    assert (response.status_code, response.headers["Location"]) == (302, "/drawn/?at=2018-05&zoom=month")
    response = client.get("/drawn/?zoom=&kind=summit&order=oldest", headers=HTMX)
    assert response.headers["HX-Push-Url"] == "/drawn/?kind=summit"
    assert "<html" not in response.text
    assert 'id="chips" hx-swap-oob="true"' in response.text


@pytest.mark.parametrize("query", ["zoom=week", "at=31+Feb", "lanes=x", "from=31+Feb", "actor=nobody"])
def test_nonsense_still_shows_a_picture(read_page, world, query):
    text = read_page(f"/drawn/?{query}")
    assert 'class="lane"' in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(["zoom", "at", "lanes", "from", "to", "actor", "q"]),
            st.one_of(
                st.text(max_size=20), st.sampled_from([*ZOOMS, *LANES, "[..9999]", "0001", "99XX", "2018-05", "/.."])
            ),
        ),
        max_size=6,
    )
)
def test_no_address_breaks_the_picture(client, world, pairs):
    response = client.get(f"/drawn/?{urlencode(pairs)}", follow=True)
    assert response.status_code == 200
    assert len(response.redirect_chain) <= 1


def test_queries_do_not_grow_with_rows(client, today, db, filed, monkeypatch):
    monkeypatch.setattr(filing, "present", filed)
    numbers = []
    for more in (10, 50, 300):
        for n in range(more):
            make_event(
                f"x {more} {n}", when=f"2018-{n % 12 + 1:02d}-03", actors=[make_actor(f"Envoy {more} {n}")], source=None
            )
        file_everything()
        counted = []
        for query in ("", "?lanes=kind", "?lanes=place"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(f"/drawn/{query}").status_code == 200
            counted.append(len(captured))
        numbers.append(counted)
    assert all(many <= few for few, many in zip(numbers[0], numbers[1], strict=True))
    assert max(numbers[2]) <= 14
