"""The tables of how long things are kept; where two people agreed, what the database guards may be removed.

For an empty database, in place of the first 5 migrations; an installation that stands at one of those goes on by them.
"""

import django.core.validators
import django.db.models.deletion
import goldenthread.keeping.models.years
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


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

    replaces = [
        ('keeping', '0001_holds_and_removals'),
        ('keeping', '0002_two_people_may_remove'),
        ('keeping', '0003_answers_to_who_asked'),
        ('keeping', '0004_alerts_and_closings'),
        ('keeping', '0005_continuity'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_squashed_0015_virus_scan'),
        ('people', '0001_squashed_0003_ethnicity'),
        ('returns', '0001_squashed_0005_answers_in_numbers'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='ChosenYears',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('kind', models.CharField(choices=goldenthread.keeping.models.years.kinds, max_length=20)),
                        ('years', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)])),
                        ('reason', models.CharField(max_length=500)),
                        ('starts_on', models.DateField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-starts_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('years__gte', 1), ('years__lte', 100)), name='chosen_years_in_reason')],
                    },
                ),
                migrations.CreateModel(
                    name='Hold',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('asked_by', models.CharField(help_text='Who asked that it stays: a court, an inquiry, legal services.', max_length=200)),
                        ('reason', models.CharField(max_length=500)),
                        ('review_on', models.DateField()),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['review_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='hold_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Removal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('kind', models.CharField(choices=goldenthread.keeping.models.years.kinds, max_length=20)),
                        ('row', models.BigIntegerField(blank=True, help_text='Of what has no child: its number.', null=True)),
                        ('rule', models.CharField(help_text='As it was when this was proposed.', max_length=500)),
                        ('due_on', models.DateField()),
                        ('state', models.CharField(choices=[('proposed', 'Proposed'), ('confirmed', 'Confirmed by a second person'), ('declined', 'Not removed'), ('removed', 'Removed')], default='proposed', max_length=10)),
                        ('proposed_on', models.DateField()),
                        ('decided_on', models.DateField(blank=True, null=True)),
                        ('why_not', models.CharField(blank=True, max_length=500)),
                        ('removed_at', models.DateTimeField(blank=True, null=True)),
                        ('reference', models.CharField(blank=True, help_text='Keyed hash: leads to nobody.', max_length=64)),
                        ('counts', models.JSONField(blank=True, default=dict, help_text='How many rows of each table went.')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.child')),
                        ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='removal_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('state__in', ['proposed', 'declined'])), models.Q(('confirmed_by__isnull', False), ('removed_at', None), ('state', 'confirmed')), models.Q(('child', None), ('confirmed_by__isnull', False), ('removed_at__isnull', False), ('row', None), ('state', 'removed')), _connector='OR'), name='removal_is_confirmed_before_it_is_done'), models.UniqueConstraint(condition=models.Q(('child__isnull', False), ('state__in', ['proposed', 'confirmed'])), fields=('kind', 'child'), name='removal_of_a_child_is_open_once'), models.UniqueConstraint(condition=models.Q(('row__isnull', False), ('state__in', ['proposed', 'confirmed'])), fields=('kind', 'row'), name='removal_of_a_row_is_open_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Disclosure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('right', models.CharField(help_text='How we know who asks, and that they may.', max_length=300)),
                        ('received_on', models.DateField()),
                        ('due_on', models.DateField()),
                        ('decisions', models.JSONField(blank=True, default=dict, help_text='Of each flagged row: [keep or redact, why].')),
                        ('state', models.CharField(choices=[('open', 'To look through'), ('ready', 'Waits for the second person'), ('released', 'Released'), ('recalled', 'Called back')], default='open', max_length=10)),
                        ('content', models.BinaryField(help_text='The ZIP, once it is ready.', null=True)),
                        ('sha256', models.CharField(blank=True, max_length=64)),
                        ('prepared_on', models.DateField(blank=True, null=True)),
                        ('released_on', models.DateField(blank=True, null=True)),
                        ('secret_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                        ('code_hash', models.CharField(blank=True, max_length=64)),
                        ('good_until', models.DateField(blank=True, null=True)),
                        ('tries', models.PositiveSmallIntegerField(default=0)),
                        ('taken', models.PositiveIntegerField(default=0, help_text='How often it was downloaded.')),
                        ('recalled_on', models.DateField(blank=True, null=True)),
                        ('adult', models.ForeignKey(blank=True, help_text='Who asked; empty for the child or young person.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.adult')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='people.child')),
                        ('prepared_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('released_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('released_by', None), models.Q(('prepared_by__isnull', False), models.Q(('released_by', models.F('prepared_by')), _negated=True)), _connector='OR'), name='disclosure_is_released_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('content__isnull', False), ('released_by__isnull', False), models.Q(('secret_hash', ''), _negated=True)), _connector='OR'), name='disclosure_is_released_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='Watched',
                    fields=[
                        ('key', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ('sequence', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Canary',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('why', models.CharField(blank=True, max_length=300)),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='canary', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'canaries',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Alert',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('kind', models.CharField(choices=[('canary', 'A planted record was opened'), ('many', 'One person opened very many children’s records'), ('reported', 'Somebody sees information that is not theirs'), ('glass', 'Somebody opened a case in an emergency')], max_length=10)),
                        ('key', models.CharField(help_text='What it is about, so that it is raised once.', max_length=120, unique=True)),
                        ('says', models.TextField(help_text='In a sentence; of a report, what was written.')),
                        ('raised_at', models.DateTimeField()),
                        ('mailed_to', models.PositiveIntegerField(default=0)),
                        ('settled_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome', models.TextField(blank=True)),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-raised_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at', None)), models.Q(('settled_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='alert_is_settled_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='Closing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('closed_at', models.DateTimeField()),
                        ('reason', models.CharField(max_length=500)),
                        ('opened_at', models.DateTimeField(blank=True, null=True)),
                        ('asked_by', models.ForeignKey(blank=True, help_text='Who asked that it opens.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('opened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('opened_at', None)), fields=('opened_at',), name='area_is_closed_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('opened_by', None)), models.Q(('asked_by__isnull', False), ('opened_at__isnull', False), ('opened_by__isnull', False), models.Q(('opened_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='area_is_opened_by_two')],
                    },
                ),
                migrations.CreateModel(
                    name='ContinuityPack',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('made_at', models.DateTimeField()),
                        ('content', models.BinaryField(help_text='The page; what it says is encrypted.')),
                        ('sha256', models.CharField(max_length=64)),
                        ('counts', models.JSONField(default=dict, help_text='How many children, flags, deadlines and numbers.')),
                    ],
                    options={
                        'ordering': ['-made_at', '-pk'],
                    },
                ),
            ],
        ),
        migrations.RunSQL(MAY + _all(may=True), _all(may=False) + "DROP FUNCTION keeping_may_remove(bigint);"),
    ]
