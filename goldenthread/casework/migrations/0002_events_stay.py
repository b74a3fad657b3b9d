"""The database itself refuses to change or remove what happened in a case: a correction is a new event."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION casework_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Events of a case are never changed or removed (% was tried): record a correction.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER casework_event_rows_stay BEFORE UPDATE OR DELETE ON casework_event
    FOR EACH ROW EXECUTE FUNCTION casework_events_stay();
CREATE TRIGGER casework_event_table_stays BEFORE TRUNCATE ON casework_event
    FOR EACH STATEMENT EXECUTE FUNCTION casework_events_stay();
"""
BACKWARD = """
DROP TRIGGER casework_event_table_stays ON casework_event;
DROP TRIGGER casework_event_rows_stay ON casework_event;
DROP FUNCTION casework_events_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
