"""The database itself refuses to change or remove a version of a plan that was issued, or advice as it came in."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION casework_issued_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was issued or came in is never changed or removed (% of % was tried).', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER casework_versions_stay BEFORE UPDATE OR DELETE ON casework_planversion
    FOR EACH ROW EXECUTE FUNCTION casework_issued_stays();
CREATE TRIGGER casework_submissions_stay BEFORE UPDATE OR DELETE ON casework_advicesubmission
    FOR EACH ROW EXECUTE FUNCTION casework_issued_stays();
"""
BACKWARD = """
DROP TRIGGER casework_versions_stay ON casework_planversion;
DROP TRIGGER casework_submissions_stay ON casework_advicesubmission;
DROP FUNCTION casework_issued_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_plans_and_advice")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
