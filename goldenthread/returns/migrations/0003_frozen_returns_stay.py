"""The database itself refuses to change or remove a return that two people signed, and what became of each case in it."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION returns_frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.frozen_on IS NOT NULL THEN
        RAISE EXCEPTION 'A frozen return is never changed or removed (% was tried).', TG_OP
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER returns_frozen_stays BEFORE UPDATE OR DELETE ON returns_returndraft
    FOR EACH ROW EXECUTE FUNCTION returns_frozen_stays();
"""
BACKWARD = """
DROP TRIGGER returns_frozen_stays ON returns_returndraft;
DROP FUNCTION returns_frozen_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("returns", "0002_our_own_return")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
