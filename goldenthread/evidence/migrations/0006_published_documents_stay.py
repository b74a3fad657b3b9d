"""The database itself refuses to change or remove a document that was published."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION evidence_published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published document is never changed or removed (% was tried).', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER evidence_versions_stay BEFORE UPDATE OR DELETE ON evidence_documentversion
    FOR EACH ROW EXECUTE FUNCTION evidence_published_stays();
"""
BACKWARD = """
DROP TRIGGER evidence_versions_stay ON evidence_documentversion;
DROP FUNCTION evidence_published_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("evidence", "0005_published_documents")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
