"""What an article, a page or an editor's list may carry to run in a browser: nothing of it runs, nowhere."""

from datetime import date
from urllib.parse import quote

from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from tests.builders import make_actor, make_event, make_state, take_part
from timeline.chronicle import curation
from timeline.chronicle.ingest import Article, ingest
from timeline.models import Actor, Decision, Event, Intake

RUNS = (
    "<script>ran()</script><img src=x onerror=ran()><svg onload=ran()><animate onbegin=ran() attributeName=x dur=1s>"
    "</svg><iframe srcdoc='<script>parent.ran()</script>'></iframe>\"' autofocus onfocus=ran() x='"
)
BREAKS_OUT = "</script></title></textarea></style>-->]]><script>ran()</script>"
LINK = '<a href="javascript:ran()">here</a>'
PLAIN = "It was the first time that the two of them had met in the city, and both said that they would go on with it. "
TOLD = f"""Ministers {RUNS} meet

LIMA, May 4 (North Wire) -- Chilean President Ana Soto met Peru's President Luis Rey in Lima on Friday, {BREAKS_OUT}.

{PLAIN * 6}

The foreign ministers of Chile and Peru {LINK} agreed to meet again in Arica on 7 May 2018. {RUNS}

{PLAIN * 6}"""


def everything(chronology: tuple[Event, Actor, Actor]) -> list[str]:
    """Return the address of each page that shows what strangers have written, what they may write in it too."""
    event, one, other = chronology
    read = Event.objects.exclude(pk=event.pk).filter(is_public=True).first()
    source = read.mentions.first().source
    rows = (event, one, source, Decision.objects.first(), Intake.objects.get())
    return [
        "/",
        f"/?q={quote(RUNS)}",
        f"/?from={quote(BREAKS_OUT)}&view={quote(RUNS)}",
        f"/?actor={one.slug}&with={other.slug}",
        event.get_absolute_url(),
        read.get_absolute_url(),
        source.get_absolute_url(),
        one.get_absolute_url(),
        f"/drawn/?actor={one.slug}",
        *(reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk]) for row in rows),
        reverse("admin:timeline_event_history", args=[event.pk]),
        reverse("review"),
    ]


def test_nothing_that_a_stranger_wrote_runs_on_any_page(page: Page, context: BrowserContext, editor):
    """What the browser's policy had to stop would stand on the console, and fails this test as well."""
    ran: list[str] = []
    context.expose_function("ran", lambda: ran.append(page.url))
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    ingest(
        Article(
            TOLD,
            title=f"Ministers {RUNS}",
            author=f"Ana {RUNS}",
            publisher=BREAKS_OUT,
            url=f"https://north-wire.example/{quote(RUNS)}?a=\"onmouseover=ran()'{BREAKS_OUT}",
            published=date(2018, 5, 4),
        )
    )
    one = make_actor(f"Ana {RUNS[:150]}", slug="ana", names=[BREAKS_OUT])
    other = make_state(f"Land {BREAKS_OUT}", slug="land")
    event = make_event(f"Talks {BREAKS_OUT}", actors=[one], place=RUNS[:150], when="2018-05-05")
    take_part(event, other)
    curation.edit(event, {"title": f"Talks {RUNS}"[:200]}, f"ana {BREAKS_OUT}"[:100], RUNS)
    Intake.objects.create(text=TOLD, url="https://north-wire.example/", error=RUNS)
    event.refresh_from_db()
    for address in everything((event, one, other)):
        page.goto(address)
        expect(page.locator("h1").first, address).to_be_visible()
        assert page.locator("script:not([src]):not([type]), svg animate, iframe").count() == 0, address
        assert page.locator("[onerror], [onload], [onfocus], [onmouseover], [href^='javascript']").count() == 0, address
    assert ran == []
