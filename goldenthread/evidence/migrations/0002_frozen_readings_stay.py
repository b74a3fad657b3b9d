"""The database itself refuses to change or remove a reading that was frozen."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION evidence_frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A frozen reading is never changed or removed (% was tried).', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER evidence_frozen_stays BEFORE UPDATE OR DELETE ON evidence_frozen
    FOR EACH ROW EXECUTE FUNCTION evidence_frozen_stays();
"""
BACKWARD = """
DROP TRIGGER evidence_frozen_stays ON evidence_frozen;
DROP FUNCTION evidence_frozen_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_measures_that_count_themselves")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
