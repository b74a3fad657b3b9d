"""The database itself refuses to change, remove or empty the audit's events."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION audit_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Events of the audit are never changed or removed (% was tried).', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_rows_stay BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_events_stay();
CREATE TRIGGER audit_event_table_stays BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_stay();
CREATE TRIGGER audit_head_row_stays BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_events_stay();
"""
BACKWARD = """
DROP TRIGGER audit_head_row_stays ON audit_head;
DROP TRIGGER audit_event_table_stays ON audit_event;
DROP TRIGGER audit_event_rows_stay ON audit_event;
DROP FUNCTION audit_events_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
