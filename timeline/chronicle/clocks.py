"""By whose clock an article was published: the day of a timestamp where its publisher sits.

Archives give timestamps in universal time, while "today" and "on Tuesday" in the text go by the publisher's day: what
Washington issues on a Monday evening carries Tuesday's date in universal time. Governments say by their address which
clock is theirs; for others whoever feeds the articles in may name it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

GOVERNMENTS = {
    "gov": "America/New_York",
    "mil": "America/New_York",
    "eu": "Europe/Brussels",
    "int": "Europe/Brussels",
    "gov.ae": "Asia/Dubai",
    "gov.af": "Asia/Kabul",
    "gob.ar": "America/Argentina/Buenos_Aires",
    "gov.au": "Australia/Sydney",
    "gov.az": "Asia/Baku",
    "gov.bd": "Asia/Dhaka",
    "gov.br": "America/Sao_Paulo",
    "gc.ca": "America/Toronto",
    "canada.ca": "America/Toronto",
    "gob.cl": "America/Santiago",
    "gov.cn": "Asia/Shanghai",
    "gov.co": "America/Bogota",
    "gov.cy": "Asia/Nicosia",
    "gov.eg": "Africa/Cairo",
    "gov.ge": "Asia/Tbilisi",
    "gov.gr": "Europe/Athens",
    "gov.hk": "Asia/Hong_Kong",
    "go.id": "Asia/Jakarta",
    "gov.ie": "Europe/Dublin",
    "gov.il": "Asia/Jerusalem",
    "gov.in": "Asia/Kolkata",
    "gov.iq": "Asia/Baghdad",
    "gov.ir": "Asia/Tehran",
    "go.jp": "Asia/Tokyo",
    "gov.jo": "Asia/Amman",
    "go.ke": "Africa/Nairobi",
    "go.kr": "Asia/Seoul",
    "gov.kz": "Asia/Almaty",
    "gov.lb": "Asia/Beirut",
    "gob.mx": "America/Mexico_City",
    "gov.my": "Asia/Kuala_Lumpur",
    "govt.nz": "Pacific/Auckland",
    "gov.ng": "Africa/Lagos",
    "gob.pe": "America/Lima",
    "gov.ph": "Asia/Manila",
    "gov.pk": "Asia/Karachi",
    "gov.pl": "Europe/Warsaw",
    "gov.qa": "Asia/Qatar",
    "gov.ru": "Europe/Moscow",
    "gov.sa": "Asia/Riyadh",
    "gov.sg": "Asia/Singapore",
    "gov.tr": "Europe/Istanbul",
    "gov.tw": "Asia/Taipei",
    "gov.ua": "Europe/Kyiv",
    "gov.uk": "Europe/London",
    "gov.vn": "Asia/Ho_Chi_Minh",
    "gov.za": "Africa/Johannesburg",
}
"""Ends of the addresses of governments and of the bodies that sit in Brussels → the clock of their seat."""

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")


def time_zone(name: str) -> tzinfo:
    """Return the time zone of a name such as "America/New_York"; raises ValueError for any other."""
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"“{name}” is no time zone; write it as America/New_York") from None


def clock_of(address: str) -> tzinfo | None:
    """Return the time zone of the government whose web address it is, or None for anybody else's."""
    try:
        labels = (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return None
    known = (GOVERNMENTS[end] for size in (2, 1) if (end := ".".join(labels[-size:])) in GOVERNMENTS)
    name = next(known, None)
    return ZoneInfo(name) if name else None


def day_by(words: str, clock: tzinfo | None) -> date | None:
    """Return the day of a timestamp in universal time by another clock.

    None where the words are no such timestamp: a plain day, or a time that already gives its own offset, stays.
    """
    if clock is None or not _STAMP.fullmatch(words.strip()):
        return None
    try:
        moment = datetime.fromisoformat(words.strip())
        return moment.astimezone(clock).date() if moment.utcoffset() == timedelta() else None
    except (ValueError, OverflowError):
        return None
