"""Filters of the admin's lists that the stock ones do not give: by an actor or a country picked by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest
from django.utils.dates import MONTHS

from timeline.models import Actor, Event, Participation, Source

from .pickers import Picker


class PickedFilter(admin.SimpleListFilter):
    """Narrows a list to one row of another table, which is picked by typing some of its name."""

    template = "admin/timeline/picked_filter.html"
    model: type[Model]
    field_name: str
    """The field of `model` whose picker is used."""

    def __init__(self, request: HttpRequest, params: dict, model: type[Model], model_admin: admin.ModelAdmin) -> None:
        super().__init__(request, params, model, model_admin)
        field: Field = self.model._meta.get_field(self.field_name)
        picker = forms.ModelChoiceField(
            field.remote_field.model.objects.all(),
            required=False,
            widget=Picker(field, model_admin.admin_site, {"aria-label": f"Any {self.title}"}),
        )
        self.form = type("Picked", (forms.Form,), {self.parameter_name: picker})(
            {self.parameter_name: self.picked() or ""}, auto_id="filter_%s"
        )

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return []

    def has_output(self) -> bool:
        return True

    def get_facet_counts(self, pk_attname: str, filtered_qs: QuerySet) -> dict:
        return {}

    def choices(self, changelist: Any) -> Iterator[dict]:
        """What the template needs: the picker, the other parameters to keep, and where everything is shown again."""
        yield {
            "field": self.form[self.parameter_name],
            "others": [
                (name, value)
                for name, values in changelist.filter_params.items()
                if name != self.parameter_name
                for value in values
            ],
            "everything": changelist.get_query_string(remove=[self.parameter_name]),
            "picked": bool(self.value()),
        }

    def picked(self) -> int | None:
        """Return the key that was picked; None for nothing, 0 (which is nobody's) for what is no key."""
        value = self.value()
        if not value:
            return None
        return int(value) if value.isdecimal() and len(value) < 19 else 0


class ActorFilter(PickedFilter):
    """Events in which an actor takes part."""

    title = "actor"
    parameter_name = "actor"
    model = Participation
    field_name = "actor"

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if (pk := self.picked()) is None:
            return None
        return queryset.filter(pk__in=Participation.objects.filter(actor=pk).values("event"))


class CountryFilter(PickedFilter):
    """Events that took or take place in a country."""

    title = "country"
    parameter_name = "country"
    model = Event
    field_name = "country"

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if (pk := self.picked()) is None:
            return None
        return queryset.filter(country=pk)


class StateFilter(PickedFilter):
    """Actors that serve a state."""

    title = "state served"
    parameter_name = "affiliation"
    model = Actor
    field_name = "affiliation"

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if (pk := self.picked()) is None:
            return None
        return queryset.filter(affiliation=pk)


class StandingFilter(admin.SimpleListFilter):
    """Leaves out what was merged into another, unless it is asked for."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", "Merged into another"), ("all", "Both")]

    def choices(self, changelist: Any) -> Iterator[dict]:
        first, *others = super().choices(changelist)
        yield {**first, "display": "Standing"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if self.value() == "all":
            return None
        return queryset.filter(merged_into__isnull=self.value() != "yes")


class YearFilter(admin.SimpleListFilter):
    """Events that may have begun in a year. The years are those between the first and the last, asked of an index:
    the stock list of dates looks at every row."""

    title = "year"
    parameter_name = "year"
    model: type[Model] = Event
    field_name = "earliest"
    """The field of `model` that has the day."""

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        name = self.field_name
        days = self.model.objects.exclude(**{name: None}).values_list(name, flat=True)
        first, last = days.order_by(name).first(), days.order_by(f"-{name}").first()
        if first is None:
            return []
        years = range(last.year, first.year - 1, -1)
        return [(str(year), str(year)) for year in years[:YEARS_SHOWN]]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        year = year_asked(self.value())
        return queryset.filter(**{f"{self.field_name}__year": year}) if year else None


class PublishedFilter(YearFilter):
    """Sources published in a year."""

    title = "year of publication"
    model = Source
    field_name = "published_on"


class MonthFilter(admin.SimpleListFilter):
    """Events that may have begun in a month of the year that was picked."""

    title = "month"
    parameter_name = "month"

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        self.year = year_asked(request.GET.get("year"))
        super().__init__(request, *args)

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(str(number), name) for number, name in MONTHS.items()] if self.year else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        month = self.value() or ""
        if not self.year or month not in map(str, MONTHS):
            return None
        return queryset.filter(earliest__year=self.year, earliest__month=int(month))


YEARS_SHOWN = 200
"""Years that are offered; any other can be written into the address."""


def year_asked(value: str | None) -> int | None:
    """Return the year that an address asks for, None for what is none."""
    return int(value) if value and value.isdecimal() and len(value) <= 4 and int(value) else None


class PublicFilter(admin.BooleanFieldListFilter):
    """What readers see, and what they do not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "public"
