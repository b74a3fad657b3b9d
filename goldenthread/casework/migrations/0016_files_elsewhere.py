"""Files of cases may be in an object store: which object is whose, and a note of every object that no row names any more.

In the models the bytes have a new name; in the database their column keeps its own, so the version before reads and writes as it did.
"""

from django.db import migrations, models

FORWARD = """
CREATE FUNCTION casework_object_is_loose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.elsewhere = OLD.elsewhere THEN
        RETURN NULL;
    END IF;
    INSERT INTO casework_looseobject (key, since) VALUES (OLD.elsewhere, now()) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER casework_paper_lets_go AFTER UPDATE OF elsewhere OR DELETE ON casework_paper
    FOR EACH ROW WHEN (OLD.elsewhere <> '') EXECUTE FUNCTION casework_object_is_loose();
"""
BACKWARD = """
DROP TRIGGER casework_paper_lets_go ON casework_paper;
DROP FUNCTION casework_object_is_loose();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0015_virus_scan")]
    operations = [
        migrations.CreateModel(
            name="LooseObject",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("since", models.DateTimeField()),
            ],
            options={"ordering": ["since", "pk"]},
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RenameField("paper", "content", "in_row"),
                migrations.AlterField(
                    "paper", "in_row",
                    models.BinaryField(db_column="content", help_text="The bytes, unless they are elsewhere."),
                ),
            ]
        ),
        migrations.AddField(
            "paper", "elsewhere",
            models.CharField(max_length=64, blank=True, db_default="", default="", help_text="The object's key."),
        ),
        migrations.AddConstraint(
            "paper",
            models.CheckConstraint(
                name="paper_is_in_one_place",
                condition=models.Q(("in_row", b""), ("elsewhere", ""), _connector="OR"),
            ),
        ),
        migrations.AddConstraint(
            "paper",
            models.UniqueConstraint(
                name="paper_has_its_own_object", fields=["elsewhere"],
                condition=models.Q(("elsewhere", ""), _negated=True),
            ),
        ),
        migrations.AddIndex(
            "paper", models.Index(name="paper_still_in_row", fields=["id"], condition=models.Q(("elsewhere", "")))
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]  # fmt: skip
