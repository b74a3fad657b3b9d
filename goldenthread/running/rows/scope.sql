-- Whose rows there are: the second lock, said once. Each protected table's policy asks these functions, once for each statement.
-- The gate (goldenthread/casework/access.py and its neighbours) is the first lock and often narrower: it knows sections, drafts
-- and teams. tests/running/rows/ holds the two beside each other for everybody of the access matrix.
--
-- Who reads comes with each statement (goldenthread/kit/database): SET LOCAL golden.reads TO 'person|day|purpose|case'.
-- The functions run as the owner. The policies hold for the owner too, so for as long as one of them looks it says golden.within:
-- else it would ask the policies that ask it. (As a SET clause of the function that would take a superuser to write.)

CREATE SCHEMA IF NOT EXISTS golden;
CREATE TABLE IF NOT EXISTS golden.role_permission (role text, permission text, PRIMARY KEY (role, permission));

CREATE OR REPLACE FUNCTION golden.said(place integer) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(split_part(current_setting('golden.reads', true), '|', place), '') $$;

CREATE OR REPLACE FUNCTION golden.person() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT golden.said(1)::bigint $$;

CREATE OR REPLACE FUNCTION golden.day() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT coalesce(golden.said(2)::date, current_date) $$;

CREATE OR REPLACE FUNCTION golden.look() RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE before text := coalesce(current_setting('golden.within', true), '');
BEGIN
    PERFORM set_config('golden.within', 'scope', true);
    RETURN before;
END $$;

CREATE OR REPLACE FUNCTION golden.look_no_more(before text) RETURNS void LANGUAGE plpgsql STABLE AS
$$ BEGIN PERFORM set_config('golden.within', before, true); END $$;

-- The roles that the reader holds on the day; none, for somebody suspended.
CREATE OR REPLACE FUNCTION golden.roles() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    who bigint := golden.person();
    today date := golden.day();
BEGIN
    RETURN ARRAY(SELECT h.role FROM accounts_roleholding h JOIN accounts_user u ON u.id = h.user_id
                 WHERE h.user_id = who AND u.is_active AND h.starts_on <= today AND (h.ends_on IS NULL OR h.ends_on >= today));
END $$;

CREATE OR REPLACE FUNCTION golden.may(wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE held text[] := golden.roles();
BEGIN
    RETURN EXISTS (SELECT 1 FROM golden.role_permission p WHERE p.role = ANY (held) AND p.permission = ANY (wanted));
END $$;

-- The whole area: the program itself for a purpose that it names, those who work cases there, and those who build the return of
-- every child.
CREATE OR REPLACE FUNCTION golden.sees_all() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF current_setting('golden.within', true) = 'scope' OR golden.said(3) IS NOT NULL THEN
        RETURN true;
    END IF;
    RETURN golden.person() IS NOT NULL AND golden.may(ARRAY['work-case', 'manage-cases', 'build-returns']);
END $$;

-- The organisations and bodies to which the reader belongs on the day.
CREATE OR REPLACE FUNCTION golden.organisations() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    who bigint := golden.person();
    today date := golden.day();
BEGIN
    RETURN ARRAY(SELECT m.organisation_id FROM partners_membership m WHERE m.user_id = who AND m.organisation_id IS NOT NULL
                 AND m.starts_on <= today AND (m.ends_on IS NULL OR m.ends_on >= today));
END $$;

-- Their own children, and themselves.
CREATE OR REPLACE FUNCTION golden.own_children() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    before text := golden.look();
    found bigint[];
    who bigint := golden.person();
    today date := golden.day();
BEGIN
    found := ARRAY(
        SELECT c.id FROM people_child c WHERE c.user_id = who
        UNION
        SELECT r.child_id FROM people_relationship r JOIN people_adult a ON a.id = r.adult_id
        WHERE a.user_id = who AND r.may_follow AND r.starts_on <= today AND (r.ends_on IS NULL OR r.ends_on >= today));
    PERFORM golden.look_no_more(before);
    RETURN found;
END $$;

-- The children whom the reader's school or setting teaches on the day.
CREATE OR REPLACE FUNCTION golden.taught_children() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    before text := golden.look();
    found bigint[];
    here bigint[] := golden.organisations();
    today date := golden.day();
BEGIN
    found := ARRAY(SELECT s.child_id FROM people_schooling s WHERE s.setting_id = ANY (here)
                 AND s.starts_on <= today AND (s.ends_on IS NULL OR s.ends_on >= today));
    PERFORM golden.look_no_more(before);
    RETURN found;
END $$;

-- The cases in which the reader has a part. A bar beats every part; a restricted case needs a grant, except to the family.
-- Each way is asked by its own index, and not at all without its role.
CREATE OR REPLACE FUNCTION golden.cases() RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = public, pg_temp AS $$
DECLARE
    before text := golden.look();
    who bigint := golden.person();
    today date := golden.day();
    held text[] := golden.roles();
    own bigint[] := '{}';
    taught bigint[] := '{}';
    here bigint[] := '{}';
    granted bigint[];
    barred bigint[];
    parts bigint[];
BEGIN
    RETURN QUERY SELECT c.id FROM casework_case c WHERE c.id = golden.said(4)::bigint;  -- a link opened it
    IF who IS NULL OR held = '{}' THEN
        PERFORM golden.look_no_more(before);
        RETURN;
    END IF;
    IF 'family' = ANY (held) THEN
        own := golden.own_children();
    END IF;
    IF 'setting' = ANY (held) THEN
        taught := golden.taught_children();
        here := golden.organisations();
    END IF;
    granted := ARRAY(SELECT g.case_id FROM casework_grant g
                     WHERE g.user_id = who AND g.starts_on <= today AND (g.ends_on IS NULL OR g.ends_on >= today));
    barred := ARRAY(SELECT b.case_id FROM casework_bar b
                    WHERE b.user_id = who AND b.starts_on <= today AND (b.ends_on IS NULL OR b.ends_on >= today));
    parts := ARRAY(
        SELECT unnest(granted) WHERE 'inspector' = ANY (held)
        UNION
        SELECT c.id FROM casework_case c WHERE c.child_id = ANY (taught)
        UNION  -- a school that was asked whether it has a place, until the plan is final
        SELECT q.case_id FROM casework_consultation q JOIN casework_standing s ON s.case_id = q.case_id
        WHERE q.school_id = ANY (here) AND s.stage IN ('draft-issued', 'amend-proposed')
        UNION  -- where the child moves to
        SELECT m.case_id FROM transitions_move m WHERE m.receiving_id = ANY (here)
        UNION
        SELECT a.case_id FROM casework_adviceaccess a
        WHERE 'adviser' = ANY (held) AND a.adviser_id = who
        AND a.starts_on <= today AND (a.ends_on IS NULL OR a.ends_on >= today)
        UNION
        SELECT i.case_id FROM casework_agendaitem i JOIN casework_sitting s ON s.id = i.sitting_id
        JOIN partners_membership m ON m.body_id = s.body_id
        WHERE 'panel-member' = ANY (held) AND s.closed_on IS NULL AND m.user_id = who
        AND m.starts_on <= today AND (m.ends_on IS NULL OR m.ends_on >= today)
        UNION
        SELECT n.case_id FROM transitions_adultnotice n JOIN casework_standing s ON s.case_id = n.case_id
        WHERE 'adult-services' = ANY (held) AND n.withdrawn_on IS NULL AND s.ended_on IS NULL
        UNION  -- open cases from year 9, by age
        SELECT c.id FROM casework_case c JOIN people_child p ON p.id = c.child_id JOIN casework_standing s ON s.case_id = c.id
        WHERE 'adulthood-officer' = ANY (held) AND s.ended_on IS NULL AND p.born_on <= make_date(
            extract(year FROM today)::integer - 13 - (extract(month FROM today) < 9)::integer, 8, 31));
    RETURN QUERY
        SELECT c.id FROM casework_case c
        WHERE c.id = ANY (parts) AND (NOT c.is_restricted OR c.id = ANY (granted)) AND c.id <> ALL (barred)
        UNION SELECT c.id FROM casework_case c WHERE c.child_id = ANY (own) AND c.id <> ALL (barred);
    PERFORM golden.look_no_more(before);
END $$;

-- The children of whom the reader may know: of those cases; of their own family; of their school's roll.
CREATE OR REPLACE FUNCTION golden.children() RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
DECLARE
    before text := golden.look();
    held text[] := golden.roles();
BEGIN
    RETURN QUERY SELECT c.child_id FROM casework_case c WHERE c.id IN (SELECT golden.cases());
    IF 'family' = ANY (held) THEN
        RETURN QUERY SELECT unnest(golden.own_children());
    END IF;
    IF golden.may(ARRAY['keep-sen-register']) THEN
        RETURN QUERY SELECT unnest(golden.taught_children());
    END IF;
    PERFORM golden.look_no_more(before);
END $$;

-- Themselves, and the adults around those children.
CREATE OR REPLACE FUNCTION golden.adults() RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
DECLARE before text := golden.look();
BEGIN
    RETURN QUERY SELECT a.id FROM people_adult a WHERE a.user_id = golden.person()
        UNION SELECT r.adult_id FROM people_relationship r WHERE r.child_id IN (SELECT golden.children());
    PERFORM golden.look_no_more(before);
END $$;

-- Where the reader lives; never a household that is withheld from them.
CREATE OR REPLACE FUNCTION golden.households() RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
DECLARE
    before text := golden.look();
    who bigint := golden.person();
    today date := golden.day();
BEGIN
    RETURN QUERY SELECT r.household_id FROM people_residence r
        WHERE (r.child_id IN (SELECT c.id FROM people_child c WHERE c.user_id = who)
               OR r.adult_id IN (SELECT a.id FROM people_adult a WHERE a.user_id = who))
        AND r.household_id NOT IN (
            SELECT w.household_id FROM people_withholding w JOIN people_adult a ON a.id = w.adult_id
            WHERE a.user_id = who AND w.starts_on <= today AND (w.ends_on IS NULL OR w.ends_on >= today));
    PERFORM golden.look_no_more(before);
END $$;
