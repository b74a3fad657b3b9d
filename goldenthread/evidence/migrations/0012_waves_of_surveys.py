"""Whether people have heard of the Local Offer is counted from published results, so their changes are noted too."""

from django.db import migrations

TABLES = ("participation_publishedresults", "participation_survey")
TRIGGER = """
CREATE TRIGGER evidence_notes_for_participation AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note_change('participation');
"""
FORWARD = "".join(TRIGGER.format(table=table) for table in TABLES)
BACKWARD = "".join(f"DROP TRIGGER evidence_notes_for_participation ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("evidence", "0011_telling"), ("participation", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
