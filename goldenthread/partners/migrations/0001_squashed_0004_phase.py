"""The tables of organisations and governance bodies.

For an empty database, in place of the first 4 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import goldenthread.kit.columns
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('partners', '0001_initial'),
        ('partners', '0002_setting'),
        ('partners', '0003_panels'),
        ('partners', '0004_phase'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('name', models.CharField(max_length=200, unique=True)),
                        ('short_name', models.CharField(blank=True, max_length=60)),
                        ('kind', models.CharField(choices=[('council', 'Council'), ('ccg', 'Clinical commissioning group'), ('icb', 'Integrated care board'), ('nhs-provider', 'NHS provider'), ('education', 'School, college or early years setting'), ('parent-carer-forum', 'Parent carer forum'), ('voluntary', 'Voluntary or community organisation'), ('inspectorate', 'Inspectorate'), ('department', 'Government department or national body'), ('other', 'Other')], default='other', max_length=30)),
                        ('began_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('ended_on', goldenthread.kit.columns.PartialDateField(blank=True, help_text='Its last day.', null=True)),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('began_on', None), ('ended_on', None), ('ended_on__endswith__gt', models.F('began_on__startswith')), _connector='OR'), name='organisation_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='Body',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('name', models.CharField(max_length=200, unique=True)),
                        ('kind', models.CharField(choices=[('board', 'Board'), ('scrutiny', 'Scrutiny'), ('cabinet', 'Cabinet'), ('council', 'Full council'), ('health', 'Health commissioner'), ('commissioning', 'Joint commissioning'), ('panel', 'Panel about children’s cases'), ('inspectorate', 'Inspectorate'), ('department', 'Government department or NHS England'), ('other', 'Other')], default='other', max_length=30)),
                        ('role', models.TextField(blank=True, help_text='What it does for the programme, as the source says it.')),
                        ('frequency', models.CharField(blank=True, help_text='How often it meets, as the source says it.', max_length=200)),
                        ('began_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('ended_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('reports_to', models.ManyToManyField(blank=True, related_name='hears_from', to='partners.body')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='partners.organisation')),
                    ],
                    options={
                        'verbose_name_plural': 'bodies',
                        'ordering': ['name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('began_on', None), ('ended_on', None), ('ended_on__endswith__gt', models.F('began_on__startswith')), _connector='OR'), name='body_ends_after_it_begins')],
                    },
                ),
                migrations.CreateModel(
                    name='Succession',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('on', models.DateField()),
                        ('note', models.CharField(blank=True, max_length=300)),
                        ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handed_over_to', to='partners.organisation')),
                        ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='took_over_from', to='partners.organisation')),
                    ],
                    options={
                        'ordering': ['on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='succession_is_told_once'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='succession_is_to_another')],
                    },
                ),
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=200)),
                        ('began_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('ended_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='partners.organisation')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='team_is_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(blank=True, max_length=150)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='partners.body')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='partners.organisation')),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='partners.team')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('body', None), ('organisation__isnull', False), ('team', None)), models.Q(('body', None), ('organisation', None), ('team__isnull', False)), models.Q(('body__isnull', False), ('organisation', None), ('team', None)), _connector='OR'), name='membership_is_of_one_thing'), models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='membership_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='BodyName',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('name', models.CharField(max_length=200)),
                        ('from_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('until_on', goldenthread.kit.columns.PartialDateField(blank=True, help_text='The last time it is known to have been used.', null=True)),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_names', to='partners.body')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('body', 'name'), name='body_name_is_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Meeting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('held_on', goldenthread.kit.columns.PartialDateField()),
                        ('title', models.CharField(blank=True, max_length=200)),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='partners.body')),
                    ],
                    options={
                        'ordering': ['held_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('body', 'held_on', 'title'), name='meeting_is_told_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Setting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('urn', models.CharField(blank=True, max_length=6, null=True, unique=True, verbose_name='URN')),
                        ('kind', models.CharField(choices=[('maintained', 'Maintained school'), ('maintained-nursery', 'Maintained nursery school'), ('academy', 'Academy school'), ('alternative-provision', 'Alternative provision academy'), ('pupil-referral-unit', 'Pupil referral unit'), ('non-maintained-special', 'Non-maintained special school'), ('section-41', 'Independent school approved under section 41'), ('independent', 'Other independent school'), ('early-years', 'Early years provider'), ('college', 'Further education college'), ('special-post-16', 'Special post-16 institution')], max_length=30)),
                        ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='setting', to='partners.organisation')),
                        ('phase', models.CharField(blank=True, choices=[('Nursery', 'Nursery'), ('Primary', 'Primary'), ('Middle (deemed primary)', 'Middle (deemed primary)'), ('Middle (deemed secondary)', 'Middle (deemed secondary)'), ('Secondary', 'Secondary'), ('All-through', 'All-through'), ('Special', 'Special'), ('PRU/AP', 'Pupil referral unit or alternative provision'), ('FE college', 'Further education college')], help_text='Where it does not follow from the kind.', max_length=30)),
                    ],
                ),
            ],
        ),
    ]
