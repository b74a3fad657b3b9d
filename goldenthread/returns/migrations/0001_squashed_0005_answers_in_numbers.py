"""The tables of returns; the database itself refuses to change one that two people signed.

For an empty database, in place of the first 5 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


FROZEN_STAYS = """
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
FROZEN_MAY_GO = """
DROP TRIGGER returns_frozen_stays ON returns_returndraft;
DROP FUNCTION returns_frozen_stays();
"""


class Migration(migrations.Migration):

    replaces = [
        ('returns', '0001_published_releases'),
        ('returns', '0002_our_own_return'),
        ('returns', '0003_frozen_returns_stay'),
        ('returns', '0004_releases_by_page'),
        ('returns', '0005_answers_in_numbers'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_squashed_0015_virus_scan'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Release',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('title', models.CharField(max_length=200)),
                        ('source', models.CharField(blank=True, help_text='Where it was taken from, and its licence.', max_length=300)),
                        ('sha256', models.CharField(max_length=64, unique=True)),
                        ('loaded_on', models.DateField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PublishedTable',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80)),
                        ('columns', models.JSONField()),
                        ('lines_read', models.PositiveIntegerField()),
                        ('lines_kept', models.PositiveIntegerField()),
                        ('troubles', models.JSONField(default=list)),
                        ('recomputed', models.PositiveIntegerField(default=0)),
                        ('differing', models.JSONField(default=list)),
                        ('repeated', models.JSONField(default=list, help_text='[period, column, region] in which authorities have their region’s figure.')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tables', to='returns.release')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('release', 'name'), name='release_has_each_table_once')],
                    },
                ),
                migrations.CreateModel(
                    name='PublishedLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period', models.CharField(max_length=10)),
                        ('level', models.CharField(max_length=10)),
                        ('code', models.CharField(max_length=12)),
                        ('place', models.CharField(max_length=100)),
                        ('region', models.CharField(blank=True, max_length=60)),
                        ('topic', models.CharField(max_length=120)),
                        ('breakdown', models.CharField(max_length=120)),
                        ('is_whole', models.BooleanField()),
                        ('values', models.JSONField()),
                        ('table', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='returns.publishedtable')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['table', 'code'], name='published_place'), models.Index(condition=models.Q(('is_whole', True)), fields=['table', 'period'], name='published_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnDraft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('known_on', models.DateField()),
                        ('upto', models.DateField(help_text='Events count up to this day: the census day, or the day of a draft before it.')),
                        ('serial', models.PositiveSmallIntegerField(help_text='1 for the first submission of a year; each resubmission is one more.')),
                        ('authority', models.CharField(help_text='The authority’s three-figure number.', max_length=3)),
                        ('has_medical_officer', models.BooleanField(default=False)),
                        ('has_clinical_officer', models.BooleanField(default=False)),
                        ('has_care_officer', models.BooleanField(default=False)),
                        ('state', models.CharField(choices=[('waiting', 'Waiting for its turn'), ('running', 'Being made'), ('ready', 'Draft'), ('signed', 'Signed by the first of two people'), ('frozen', 'Frozen'), ('failed', 'It could not be made')], default='waiting', max_length=10)),
                        ('steps_done', models.PositiveIntegerField(default=0)),
                        ('steps', models.PositiveIntegerField(default=0)),
                        ('doing', models.CharField(blank=True, max_length=100)),
                        ('trouble', models.CharField(blank=True, max_length=500)),
                        ('cases', models.PositiveIntegerField(default=0)),
                        ('inside', models.PositiveIntegerField(default=0, help_text='Cases that are requests in the return.')),
                        ('persons', models.PositiveIntegerField(default=0)),
                        ('errors', models.PositiveIntegerField(default=0)),
                        ('queries', models.PositiveIntegerField(default=0)),
                        ('packed', models.BinaryField(help_text='The XML, packed.', null=True)),
                        ('sha256', models.CharField(blank=True, help_text='Of the XML.', max_length=64)),
                        ('changes', models.JSONField(blank=True, default=dict)),
                        ('reason', models.TextField(blank=True, help_text='Why it goes in although the checks found errors.')),
                        ('signed_on', models.DateField(blank=True, null=True)),
                        ('frozen_on', models.DateField(blank=True, null=True)),
                        ('countersigned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'frozen')), fields=('year', 'serial'), name='return_is_submitted_once_under_a_number'), models.CheckConstraint(condition=models.Q(('countersigned_by', None), models.Q(('countersigned_by', models.F('signed_by')), _negated=True), _connector='OR'), name='return_is_signed_by_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'frozen'), _negated=True), models.Q(('countersigned_by__isnull', False), ('frozen_on__isnull', False), ('packed__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='frozen_return_is_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnedCase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('person', models.PositiveIntegerField(default=0, help_text='The person’s number in the return; 0 for none.')),
                        ('request', models.PositiveSmallIntegerField(default=0)),
                        ('reason', models.CharField(blank=True, max_length=200)),
                        ('content', models.JSONField(blank=True, default=list, help_text='The records: [table, number, {item: value}].')),
                        ('sources', models.JSONField(blank=True, default=dict, help_text='table/item to the event that says it.')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                        ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='returned', to='returns.returndraft')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['draft', 'person', 'request'], name='returned_person')],
                        'constraints': [models.UniqueConstraint(fields=('draft', 'case'), name='case_is_returned_once'), models.CheckConstraint(condition=models.Q(('person', 0), ('reason', ''), _connector='XOR'), name='case_is_returned_or_says_why_not')],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnFinding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40)),
                        ('severity', models.CharField(max_length=10)),
                        ('says', models.CharField(max_length=300)),
                        ('todo', models.CharField(max_length=300)),
                        ('table', models.CharField(max_length=30)),
                        ('item', models.CharField(blank=True, max_length=40)),
                        ('place', models.CharField(blank=True, max_length=120)),
                        ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='returns.returndraft')),
                        ('returned', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='returns.returnedcase')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['draft', 'code'], name='finding_of_draft')],
                    },
                ),
                migrations.CreateModel(
                    name='ReleaseUpload',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('name', models.CharField(blank=True, help_text='Empty for pasted text.', max_length=255)),
                        ('data', models.BinaryField(null=True)),
                        ('state', models.CharField(choices=[('held', 'Held: nothing is saved yet'), ('waiting', 'Waiting for its turn'), ('running', 'Being brought in'), ('done', 'It is in'), ('failed', 'Nothing was brought in')], default='held', max_length=10)),
                        ('is_rehearsed', models.BooleanField(default=False)),
                        ('steps_done', models.PositiveIntegerField(default=0)),
                        ('steps', models.PositiveIntegerField(default=0)),
                        ('doing', models.CharField(blank=True, max_length=100)),
                        ('outcome', models.JSONField(blank=True, default=dict)),
                        ('title', models.CharField(max_length=200)),
                        ('source', models.CharField(blank=True, max_length=300)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('release', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='returns.release')),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='NumberAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('title', models.CharField(help_text='What was asked, in words without names.', max_length=300)),
                        ('reference', models.CharField(blank=True, help_text='The number of the request, such as FOI 1234.', max_length=40)),
                        ('measure', models.CharField(max_length=40)),
                        ('version', models.PositiveSmallIntegerField(help_text='Of the measure’s definition.')),
                        ('definition', models.TextField(help_text='The definitions as they were when it was answered.')),
                        ('since', models.DateField()),
                        ('until', models.DateField()),
                        ('known_on', models.DateField()),
                        ('rows', models.CharField(blank=True, max_length=40)),
                        ('columns', models.CharField(blank=True, max_length=40)),
                        ('table', models.JSONField(help_text='As it was given out.')),
                        ('counts', models.JSONField(help_text='The true counts behind it. No page shows them: they protect the answers that follow.')),
                        ('sha256', models.CharField(max_length=64)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='number_answer_begins_before_it_ends')],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FROZEN_STAYS, FROZEN_MAY_GO),
    ]
