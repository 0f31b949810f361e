"""Summaries of several occasions are filed as such. All events are filed anew, by the app, once this is done."""

from django.db import migrations, models

FIELDS = {
    "all": "every public event",
    "kind": "kind",
    "status": "status, where it is shown",
    "basis": "basis",
    "confidence": "confidence",
    "review": "review",
    "disputed": "sources differ",
    "summary": "summary of several occasions",
    "country": "country",
    "actor": "actor",
    "filed": "head of the sort key: a month, or a whole key of decades and centuries",
    "first": "month of the earliest day; empty for an open beginning",
    "last": "month of the latest day; empty for an open end",
    "place": "word of the place",
    "word": "word of title, place or passage",
}


def take_out(apps, schema_editor):
    """Empty the filing, so that everything is filed by what is known of today."""
    for name in ("Posting", "Filed"):
        apps.get_model("timeline", name).objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [("timeline", "0003_newest_first")]

    operations = [
        migrations.RunPython(take_out, migrations.RunPython.noop),
        migrations.RemoveConstraint("posting", "posting_field_known"),
        migrations.AlterField("posting", "field", models.CharField(choices=list(FIELDS.items()), max_length=10)),
        migrations.AddConstraint(
            "posting",
            models.CheckConstraint(name="posting_field_known", condition=models.Q(field__in=list(FIELDS))),
        ),
        migrations.RunPython(migrations.RunPython.noop, take_out),
    ]
