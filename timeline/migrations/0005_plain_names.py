"""Names of actors are kept a second time without accents, as they are searched for."""

from django.db import migrations, models

from timeline.models.words import PlainField, plain_words


def fill(apps, schema_editor):
    """Write the plain words of the names that are there."""
    names = apps.get_model("timeline", "ActorName").objects.using(schema_editor.connection.alias)
    rows = list(names.all())
    for row in rows:
        row.plain = plain_words(row.name)
    names.bulk_update(rows, ["plain"], batch_size=2000)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0004_summaries")]

    operations = [
        migrations.AddField("actorname", "plain", PlainField(of="name")),
        migrations.AddIndex("actorname", models.Index(fields=["plain"], name="actor_name_by_plain")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
