"""Changes of the tables from which communication's figures are counted are noted too."""

from django.db import migrations

TABLES = (
    "communication_printrun", "communication_step", "communication_visits", "localoffer_comment", "localoffer_newsletter",
    "localoffer_subscriber",
)  # fmt: skip
FORWARD = "".join(
    f"CREATE TRIGGER evidence_notes_for_communication AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION evidence_note_change('communication');"
    for table in TABLES
)
BACKWARD = "".join(f"DROP TRIGGER evidence_notes_for_communication ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0012_waves_of_surveys"),
        ("communication", "0002_cards"),
        ("localoffer", "0008_asking_by_the_worker"),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
