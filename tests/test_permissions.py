"""Every address of the site for everybody: what each may see and send, and that nothing is sent without a token.

`TABLE` has every address there is; one that is missing fails, so that none is added without saying who may use it.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.builders import make_actor, make_event, make_source
from timeline.chronicle import curation
from timeline.models import Decision, Event, Intake

pytestmark = pytest.mark.django_db

WHO = ("anonymous", "reader", "contributor", "editor", "administrator")
OK, ELSEWHERE, LOG_IN, FORBIDDEN, NOT_FOUND, NOT_SO = "o", ">", "L", "-", "x", "n"
MEANS = {200: OK, 301: ELSEWHERE, 302: ELSEWHERE, 403: FORBIDDEN, 404: NOT_FOUND, 405: NOT_SO}
REFUSED = LOG_IN + FORBIDDEN + NOT_FOUND + NOT_SO

# An address; what each of WHO gets for looking; what each gets for sending an empty form.
TABLE = """
(the first page)                                             ooooo  nnnnn
events.csv                                                   ooooo  nnnnn
events.jsonl                                                 ooooo  nnnnn
events.jsonld                                                ooooo  nnnnn
events.ics                                                   ooooo  nnnnn
actors/<slug:slug>.csv                                       ooooo  nnnnn
actors/<slug:slug>.jsonl                                     ooooo  nnnnn
actors/<slug:slug>.jsonld                                    ooooo  nnnnn
actors/<slug:slug>.ics                                       ooooo  nnnnn
events.atom                                                  ooooo  nnnnn
actors/<slug:slug>.atom                                      ooooo  nnnnn
events/<int:pk>-<slug:slug>.jsonld                           >>>>>  nnnnn
events/<int:pk>-<slug:slug>/                                 >>>>>  nnnnn
events/<int:pk>/                                             >>>>>  nnnnn
sources/                                                     ooooo  nnnnn
sources/<int:pk>-<slug:slug>/                                ooooo  nnnnn
sources/<int:pk>/                                            >>>>>  nnnnn
actors/                                                      ooooo  nnnnn
actors/<slug:slug>/                                          ooooo  nnnnn
drawn/                                                       ooooo  nnnnn
method/                                                      ooooo  nnnnn
health/                                                      ooooo  nnnnn
theme/                                                       nnnnn  >>>>>
admin/review/                                                L--oo  L--xx
admin/review/decide/                                         L--nn  L--xx
admin/review/undo/                                           L--nn  L-->>
admin/review/at-once/                                        L--oo  L-->>
admin/                                                       Loooo  Loooo
admin/login/                                                 o>>>>  ooooo
admin/logout/                                                >nnnn  >oooo
admin/password_change/                                       Loooo  Loooo
admin/password_change/done/                                  Loooo  Lnnnn
admin/autocomplete/                                          L----  Lnnnn
admin/jsi18n/                                                Loooo  Lnnnn
admin/r/<path:content_type_id>/<path:object_id>/             L>>>>  L>>>>
admin/auth/group/                                            L---o  L---o
admin/auth/group/add/                                        L---o  L---o
admin/auth/group/<path:object_id>/history/                   L---o  L---o
admin/auth/group/<path:object_id>/delete/                    L---o  L---o
admin/auth/group/<path:object_id>/change/                    L---o  L---o
admin/auth/group/<path:object_id>/                           L>>>>  L>>>>
admin/axes/accessattempt/                                    L----  L----
admin/axes/accessattempt/add/                                L----  L----
admin/axes/accessattempt/<path:object_id>/history/           L----  L----
admin/axes/accessattempt/<path:object_id>/delete/            L----  L----
admin/axes/accessattempt/<path:object_id>/change/            L----  L----
admin/axes/accessattempt/<path:object_id>/                   L>>>>  L>>>>
admin/axes/accesslog/                                        L----  L----
admin/axes/accesslog/add/                                    L----  L----
admin/axes/accesslog/<path:object_id>/history/               L----  L----
admin/axes/accesslog/<path:object_id>/delete/                L----  L----
admin/axes/accesslog/<path:object_id>/change/                L----  L----
admin/axes/accesslog/<path:object_id>/                       L>>>>  L>>>>
admin/axes/accessfailurelog/                                 L----  L----
admin/axes/accessfailurelog/add/                             L----  L----
admin/axes/accessfailurelog/<path:object_id>/history/        L----  L----
admin/axes/accessfailurelog/<path:object_id>/delete/         L----  L----
admin/axes/accessfailurelog/<path:object_id>/change/         L----  L----
admin/axes/accessfailurelog/<path:object_id>/                L>>>>  L>>>>
admin/auth/user/<id>/password/                               L---o  L---o
admin/auth/user/                                             L---o  L---o
admin/auth/user/add/                                         L---o  L---o
admin/auth/user/<path:object_id>/history/                    L---o  L---o
admin/auth/user/<path:object_id>/delete/                     L---o  L---o
admin/auth/user/<path:object_id>/change/                     L---o  L---o
admin/auth/user/<path:object_id>/                            L>>>>  L>>>>
admin/timeline/decision/                                     Loooo  Loooo
admin/timeline/decision/add/                                 L----  L----
admin/timeline/decision/<path:object_id>/history/            Loooo  Loooo
admin/timeline/decision/<path:object_id>/delete/             L----  L----
admin/timeline/decision/<path:object_id>/change/             Loooo  L----
admin/timeline/decision/<path:object_id>/                    L>>>>  L>>>>
admin/timeline/intake/<int:number>/again/                    L->>>  L->>>
admin/timeline/intake/                                       Loooo  Loooo
admin/timeline/intake/add/                                   L----  L----
admin/timeline/intake/<path:object_id>/history/              Loooo  Loooo
admin/timeline/intake/<path:object_id>/delete/               L----  L----
admin/timeline/intake/<path:object_id>/change/               Loooo  L----
admin/timeline/intake/<path:object_id>/                      L>>>>  L>>>>
admin/timeline/actor/<int:object_id>/merge/<int:other>/      L--oo  L--oo
admin/timeline/actor/<int:object_id>/apart/<int:other>/      L-->>  L-->>
admin/timeline/actor/<path:object_id>/same/                  L--oo  L--oo
admin/timeline/actor/<path:object_id>/split/                 L--oo  L--oo
admin/timeline/actor/<path:object_id>/name/                  L-->>  L-->>
admin/timeline/actor/<path:object_id>/undo/<int:decision>/   L--xx  L--xx
admin/timeline/actor/                                        Loooo  Loooo
admin/timeline/actor/add/                                    L--oo  L--oo
admin/timeline/actor/<path:object_id>/history/               Loooo  Loooo
admin/timeline/actor/<path:object_id>/delete/                L----  L----
admin/timeline/actor/<path:object_id>/change/                Loooo  L--oo
admin/timeline/actor/<path:object_id>/                       L>>>>  L>>>>
admin/timeline/event/encounters/                             L----  Lnnnn
admin/timeline/event/date/                                   Loooo  Loooo
admin/timeline/event/<path:object_id>/reject/                L--oo  L--oo
admin/timeline/event/<int:object_id>/merge/<int:other>/      L--oo  L--oo
admin/timeline/event/<int:object_id>/apart/<int:other>/      L-->>  L-->>
admin/timeline/event/<path:object_id>/same/                  L--oo  L--oo
admin/timeline/event/<path:object_id>/split/                 L--oo  L--oo
admin/timeline/event/<path:object_id>/undo/<int:decision>/   L-->>  L-->>
admin/timeline/event/                                        Loooo  Loooo
admin/timeline/event/add/                                    L--oo  L--oo
admin/timeline/event/<path:object_id>/history/               Loooo  Loooo
admin/timeline/event/<path:object_id>/delete/                L----  L----
admin/timeline/event/<path:object_id>/change/                Loooo  L--oo
admin/timeline/event/<path:object_id>/                       L>>>>  L>>>>
admin/timeline/intake/sent/                                  Loooo  Loooo
admin/timeline/intake/sent/again/                            Lnnnn  L->>>
admin/timeline/source/<path:object_id>/withdraw/             L--oo  L--oo
admin/timeline/source/<path:object_id>/putback/              L-->>  L-->>
admin/timeline/source/<path:object_id>/reread/               L--oo  L-->>
admin/timeline/source/<path:object_id>/day/                  L--oo  L--oo
admin/timeline/source/<path:object_id>/words/                L--oo  L--oo
admin/timeline/source/<path:object_id>/undo/<int:decision>/  L--xx  L--xx
admin/timeline/source/                                       Loooo  Loooo
admin/timeline/source/add/                                   L-ooo  L-ooo
admin/timeline/source/<path:object_id>/history/              Loooo  Loooo
admin/timeline/source/<path:object_id>/delete/               L----  L----
admin/timeline/source/<path:object_id>/change/               Loooo  L-->>
admin/timeline/source/<path:object_id>/                      L>>>>  L>>>>
admin/^(?P<app_label>auth|axes|timeline)/$                   Loooo  Loooo
admin/(?P<url>.*)$                                           Lxxxx  Lxxxx
^.+/$                                                        xxxxx  xxxxx
"""
TAKES_ANYBODYS = {"theme/"}
"""Where a form needs no token: it changes nothing but the sender's colours."""

TRIES_OUT = {f"admin/timeline/source/<path:object_id>/{step}/" for step in ("reread", "day")}
"""Pages that show what something would do by doing it and taking it back."""


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route or "(the first page)"


def told() -> dict[str, tuple[str, str]]:
    return {route: (see, send) for route, see, send in (line.rsplit(maxsplit=2) for line in TABLE.strip().splitlines())}


@pytest.fixture
def rows(monkeypatch) -> dict[str, tuple[Model, ...]]:
    """A row of every kind, by the word that stands for it in addresses; two of those that can be merged.

    That pages can be rendered, and what is logged, is for other tests to say: here it would only cost time.
    """
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)  # a traceback for each refusal
    ana, ben = make_actor("Ana Lima", slug="ana"), make_actor("Ben Okoro")
    event = make_event("Talks", actors=[ana, ben], source=make_source(title="Letter"))
    other = make_event("More talks")
    curation.accept(event, "ana")
    return {
        "event": (event, other),
        "actor": (ana, ben),
        "source": (event.mentions.get().source,),
        "decision": (Decision.objects.get(),),
        "intake": (Intake.objects.create(text="Ministers met."),),
        "user": (User.objects.create_user("somebody"),),
        "group": (Group.objects.get(name="reader"),),
        "accessattempt": (AccessAttempt.objects.create(failures_since_start=1),),
        "accesslog": (AccessLog.objects.create(),),
        "accessfailurelog": (AccessFailureLog.objects.create(),),
    }


SLUGS = {"event": "talks", "source": "letter", "actor": "ana"}
OPEN = {"(the first page)": "", "(?P<url>.*)$": "no-such-page", "^.+/$": "no-such-page/"}


def address(route: str, rows: dict[str, tuple[Model, ...]]) -> str:
    """Return a route's address, of the rows that it is about."""
    for words, instead in OPEN.items():
        route = route.replace(words, instead)
    route = re.sub(r"\^\(\?P<app_label>.*", "timeline/", route)
    named = re.match(r"admin/(?:timeline|auth|axes)/(\w+)|(\w+?)s/", route)
    model = (named[1] or named[2]) if named else ""
    one, *others = rows.get(model, (rows["event"]))
    route = route.replace("<path:content_type_id>", str(ContentType.objects.get_for_model(Event).pk))
    route = route.replace("<slug:slug>", SLUGS.get(model, ""))
    route = route.replace("<int:other>", str(others[0].pk) if others else "")
    route = route.replace("<int:decision>", str(rows["decision"][0].pk))
    return "/" + re.sub(r"<(?:\w+:)?(?:object_id|pk|id|number)>", str(one.pk), route)


def signed_in(who: str, **kwargs) -> Client:
    client = Client(**kwargs)
    if who != "anonymous":
        user = User.objects.create_user(who, is_staff=True)
        user.groups.add(Group.objects.get(name=who))
        client.force_login(user)
    return client


class Wrote(AssertionError):
    """Something was written to the chronology or to the accounts where nothing may be."""


def no_write(execute, sql, params, many, context):
    if re.match(r"(?:INSERT INTO|UPDATE|DELETE FROM) \"(?:timeline|auth)_", sql):
        raise Wrote(sql)
    return execute(sql, params, many, context)


def nothing_written(*, unless: bool = False) -> AbstractContextManager:
    return nullcontext() if unless else connection.execute_wrapper(no_write)


def outcome(response) -> str:
    if response.status_code == 302 and response["Location"].startswith("/admin/login/"):
        return LOG_IN
    return MEANS[response.status_code]


def test_every_address_is_in_the_table():
    assert sorted(told()) == sorted(routes(get_resolver().url_patterns))


@pytest.mark.parametrize("who", WHO)
def test_each_may_see_and_send_what_the_table_says(rows, who):
    client = signed_in(who)
    at = WHO.index(who)
    kept = client.cookies.copy()
    wrong = []
    for route, (see, send) in told().items():
        path = address(route, rows)
        with nothing_written(unless=route in TRIES_OUT and see[at] not in REFUSED):
            seen = outcome(client.get(path))
        with transaction.atomic(), nothing_written(unless=send[at] not in REFUSED):
            sent = outcome(client.post(path))
            transaction.set_rollback(True)
        client.cookies = kept.copy()  # for whoever has just signed out
        if (seen, sent) != (see[at], send[at]):
            wrong.append(f"{path}: seen {seen} for {see[at]}, sent {sent} for {send[at]}")
    assert wrong == []


@pytest.mark.parametrize("who", ["anonymous", "administrator"])
def test_nothing_is_taken_without_a_token(rows, who):
    client = signed_in(who, enforce_csrf_checks=True)
    with nothing_written():
        taken = {route for route in told() if client.post(address(route, rows)).status_code != 403}
    assert taken == TAKES_ANYBODYS
