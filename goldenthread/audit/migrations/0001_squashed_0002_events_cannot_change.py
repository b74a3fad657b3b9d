"""The tables of the audit, whose events the database itself refuses to change, remove or empty.

For an empty database, in place of the first 2 migrations; an installation that stands at one of those goes on by them.
"""

from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


EVENTS_STAY = """
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
EVENTS_MAY_GO = """
DROP TRIGGER audit_head_row_stays ON audit_head;
DROP TRIGGER audit_event_table_stays ON audit_event;
DROP TRIGGER audit_event_rows_stay ON audit_event;
DROP FUNCTION audit_events_stay();
"""


class Migration(migrations.Migration):

    replaces = [
        ('audit', '0001_initial'),
        ('audit', '0002_events_cannot_change'),
    ]

    initial = True

    dependencies = []

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('sequence', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                        ('actor', models.CharField(blank=True, help_text="The person's public id; empty for a program.", max_length=64)),
                        ('actor_label', models.CharField(help_text='Their roles then, never a name or an e-mail address.', max_length=200)),
                        ('action', models.CharField(max_length=100)),
                        ('subject', models.CharField(max_length=200)),
                        ('detail', models.JSONField(default=dict)),
                        ('previous_hash', models.CharField(max_length=64)),
                        ('hash', models.CharField(max_length=64)),
                    ],
                    options={
                        'ordering': ['sequence'],
                        'indexes': [models.Index(fields=['subject', '-sequence'], name='audit_event_subject'), models.Index(fields=['actor', '-sequence'], name='audit_event_actor')],
                    },
                ),
                migrations.CreateModel(
                    name='Head',
                    fields=[
                        ('key', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ('count', models.BigIntegerField(default=0)),
                        ('hash', models.CharField(max_length=64)),
                        ('mac', models.CharField(max_length=64)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('key', 1)), name='audit_head_is_one_row')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(EVENTS_STAY, EVENTS_MAY_GO),
    ]
