"""The database itself refuses to change the words of a letter that was sent, or to remove it."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION casework_letters_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sealed_on IS NULL THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' OR (NEW.words, NEW.paragraphs, NEW.sealed_on, NEW.kind, NEW.case_id, NEW.adult_id, NEW.child_id,
        NEW.organisation_id, NEW.event_id) IS DISTINCT FROM (OLD.words, OLD.paragraphs, OLD.sealed_on, OLD.kind, OLD.case_id,
        OLD.adult_id, OLD.child_id, OLD.organisation_id, OLD.event_id) THEN
        RAISE EXCEPTION 'A letter that was sent is never changed or removed (% was tried).', TG_OP
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER casework_sent_letters_stay BEFORE UPDATE OR DELETE ON casework_letter
    FOR EACH ROW EXECUTE FUNCTION casework_letters_stay();
"""
BACKWARD = """
DROP TRIGGER casework_sent_letters_stay ON casework_letter;
DROP FUNCTION casework_letters_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_letters_and_messages")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
