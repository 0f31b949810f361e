"""Asking for rows by a large set of their numbers: `filter(pk__among=numbers)`.

`pk__in` sends one parameter for each number; databases have a limit to these and grow slow long before it.
"""

from __future__ import annotations

import json

from django.db import models


@models.BigAutoField.register_lookup
@models.ForeignKey.register_lookup
class Among(models.Lookup):
    """True for a number that is in a set, however large; the whole set is one parameter."""

    lookup_name = "among"

    def get_prep_lookup(self):
        return list(self.rhs)

    def get_db_prep_lookup(self, value, connection):
        return "%s", [value if connection.vendor == "postgresql" else json.dumps(value)]

    def as_sqlite(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        _, numbers = self.process_rhs(compiler, connection)
        return f"{lhs} IN (SELECT value FROM json_each(%s))", [*params, *numbers]  # noqa: S608 names of columns

    def as_postgresql(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        _, numbers = self.process_rhs(compiler, connection)
        return f"{lhs} = ANY(%s::bigint[])", [*params, *numbers]
