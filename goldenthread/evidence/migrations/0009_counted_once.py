"""Every change of a table that figures are counted from is noted, so that what was counted is never used after it."""

from django.db import migrations, models


READ_BY = {
    "casework": "casework_event casework_standing",
    "commissioning": "commissioning_contractreview commissioning_dutycover commissioning_jointservice commissioning_needfigure "
                     "commissioning_serviceline commissioning_waitmonth commissioning_waitmonthversion partners_organisation",
    "participation": "participation_activity participation_said",
    "sensupport": "sensupport_asked sensupport_attendance sensupport_champion sensupport_cycle sensupport_provision "
                  "sensupport_pupil sensupport_rolllist sensupport_sencopost sensupport_training partners_organisation "
                  "partners_setting people_child",
    "transitions": "transitions_destination transitions_goal transitions_goallook transitions_internship transitions_move "
                   "transitions_outofyear transitions_workcheck casework_case casework_standing people_child",
}  # fmt: skip
FUNCTION = """
CREATE FUNCTION evidence_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO evidence_change (source, backend, number) VALUES (TG_ARGV[0], pg_backend_pid(), 1)
    ON CONFLICT (source, backend) DO UPDATE SET number = evidence_change.number + 1;
    RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER evidence_notes_for_{source} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_note_change('{source}');
"""
PAIRS = [(source, table) for source, tables in READ_BY.items() for table in tables.split()]
FORWARD = FUNCTION + "".join(TRIGGER.format(source=source, table=table) for source, table in PAIRS)
BACKWARD = "".join(f"DROP TRIGGER evidence_notes_for_{source} ON {table};" for source, table in PAIRS) + (
    "DROP FUNCTION evidence_note_change();"
)


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0008_strategy_reviews"), ("casework", "0014_case_files"), ("people", "0003_ethnicity"),
        ("commissioning", "0005_shared_costs_and_scenarios"), ("participation", "0001_initial"),
        ("partners", "0004_phase"), ("sensupport", "0004_lists_of_the_roll"), ("transitions", "0002_adulthood"),
    ]  # fmt: skip

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('backend', models.IntegerField()),
                ('number', models.BigIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'backend'), name='one_row_of_changes_a_connection')],
            },
        ),
        migrations.CreateModel(
            name='KeptCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('figure', models.CharField(max_length=80)),
                ('since', models.DateField()),
                ('until', models.DateField()),
                ('day', models.DateField()),
                ('is_now', models.BooleanField(help_text='Counted on its own day, from what stands, not from what stood.')),
                ('rule', models.CharField(help_text='SHA-256 of the way of counting.', max_length=64)),
                ('changes', models.BigIntegerField()),
                ('has_answer', models.BooleanField()),
                ('numerator', models.BigIntegerField(null=True)),
                ('denominator', models.BigIntegerField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('figure', 'since', 'until', 'day', 'is_now'), name='one_count_is_kept')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
