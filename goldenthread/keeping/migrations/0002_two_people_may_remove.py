"""The database goes on refusing to change or remove what stands, but for the rows of a child of whom two people agreed that they go.

`keeping_may_remove(case)` looks for that agreement; the guards of casework and returns ask it.
"""

from django.db import migrations

MAY = """
CREATE FUNCTION keeping_may_remove(wanted bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM casework_case c JOIN keeping_removal r ON r.child_id = c.child_id
        WHERE c.id = wanted AND r.kind = 'child-file' AND r.state = 'confirmed' AND r.removed_at IS NULL
        AND r.confirmed_by_id IS NOT NULL AND r.confirmed_by_id <> r.proposed_by_id);
$$;
"""
EVENTS = """
CREATE OR REPLACE FUNCTION casework_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {may}RAISE EXCEPTION 'Events of a case are never changed or removed (% was tried): record a correction.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""
EVENTS_MAY = """IF TG_OP = 'DELETE' AND keeping_may_remove(OLD.case_id) THEN RETURN OLD; END IF;
    """
LETTERS = """
CREATE OR REPLACE FUNCTION casework_letters_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sealed_on IS NULL THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    {may}IF TG_OP = 'DELETE' OR (NEW.words, NEW.paragraphs, NEW.sealed_on, NEW.kind, NEW.case_id, NEW.adult_id, NEW.child_id,
        NEW.organisation_id, NEW.event_id) IS DISTINCT FROM (OLD.words, OLD.paragraphs, OLD.sealed_on, OLD.kind, OLD.case_id,
        OLD.adult_id, OLD.child_id, OLD.organisation_id, OLD.event_id) THEN
        RAISE EXCEPTION 'A letter that was sent is never changed or removed (% was tried).', TG_OP
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
"""
ISSUED = """
CREATE OR REPLACE FUNCTION casework_issued_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {may}RAISE EXCEPTION 'What was issued or came in is never changed or removed (% of % was tried).', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""
ISSUED_MAY = """IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'casework_advicesubmission' THEN
        IF keeping_may_remove((SELECT case_id FROM casework_advice WHERE id = (to_jsonb(OLD) ->> 'advice_id')::bigint)) THEN
            RETURN OLD;
        END IF;
    ELSIF TG_OP = 'DELETE' AND keeping_may_remove((to_jsonb(OLD) ->> 'case_id')::bigint) THEN
        RETURN OLD;
    END IF;
    """
RETURNS = """
CREATE OR REPLACE FUNCTION returns_frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {may}IF OLD.frozen_on IS NOT NULL THEN
        RAISE EXCEPTION 'A frozen return is never changed or removed (% was tried).', TG_OP
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""
RETURNS_MAY = """IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'packed' - 'changes' = to_jsonb(OLD) - 'packed' - 'changes' AND EXISTS (
        SELECT 1 FROM returns_returnedcase c WHERE c.draft_id = OLD.id AND keeping_may_remove(c.case_id)) THEN
        RETURN NEW;
    END IF;
    """


def _all(*, may: bool) -> str:
    return "".join((
        EVENTS.format(may=EVENTS_MAY if may else ""), LETTERS.format(may=EVENTS_MAY if may else ""),
        ISSUED.format(may=ISSUED_MAY if may else ""), RETURNS.format(may=RETURNS_MAY if may else ""),
    ))  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("keeping", "0001_holds_and_removals"),
        ("casework", "0014_case_files"),
        ("returns", "0005_answers_in_numbers"),
    ]
    operations = [
        migrations.RunSQL(MAY + _all(may=True), _all(may=False) + "DROP FUNCTION keeping_may_remove(bigint);")
    ]
