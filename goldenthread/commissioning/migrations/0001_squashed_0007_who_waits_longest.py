"""The tables of what is commissioned together.

For an empty database, in place of the first 7 migrations; an installation that stands at one of those goes on by them.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import goldenthread.kit.columns
import uuid
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('commissioning', '0001_initial'),
        ('commissioning', '0002_joint_commissioning'),
        ('commissioning', '0003_money'),
        ('commissioning', '0004_measures'),
        ('commissioning', '0005_shared_costs_and_scenarios'),
        ('commissioning', '0006_portal_of_providers'),
        ('commissioning', '0007_who_waits_longest'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('partners', '0001_squashed_0004_phase'),
    ]

    operations = [
        BtreeGistExtension(),
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='ServiceLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('slug', models.SlugField(max_length=60, unique=True)),
                        ('name', models.CharField(max_length=100, unique=True)),
                        ('series', models.CharField(help_text='The code of how it is counted.', max_length=20)),
                        ('does', models.TextField(help_text='What it does, for families.')),
                        ('doing', models.TextField(blank=True, help_text='What is being done about the wait.')),
                        ('start', models.TextField(blank=True, help_text='How a child comes onto the list.')),
                        ('call_whom', models.CharField(help_text='Whom to call when it gets worse.', max_length=150)),
                        ('call_number', models.CharField(max_length=30)),
                        ('offer', models.TextField(blank=True, help_text='What families can do and have while they wait.')),
                        ('offer_link', models.URLField(blank=True)),
                        ('offer_checked_on', models.DateField(blank=True, null=True)),
                        ('is_public', models.BooleanField(default=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_lines', to='partners.organisation')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('offer', ''), ('offer_checked_on__isnull', False), _connector='OR'), name='waiting_well_offer_says_when_it_was_checked')],
                    },
                ),
                migrations.CreateModel(
                    name='WaitMonth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', goldenthread.kit.columns.PartialDateField()),
                        ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='months', to='commissioning.serviceline')),
                    ],
                    options={
                        'ordering': ['month'],
                        'constraints': [models.UniqueConstraint(fields=('line', 'month'), name='service_has_each_month_once')],
                    },
                ),
                migrations.CreateModel(
                    name='WaitMonthVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('known_from', models.DateField()),
                        ('known_until', models.DateField(blank=True, null=True)),
                        ('known', models.GeneratedField(db_persist=True, expression=models.Func(models.F('known_from'), models.F('known_until'), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('series', models.CharField(max_length=20)),
                        ('census_on', models.DateField()),
                        ('waiting', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), size=None)),
                        ('median_days', models.PositiveIntegerField(blank=True, null=True)),
                        ('longest_days', models.PositiveIntegerField(blank=True, null=True)),
                        ('seen', models.PositiveIntegerField(blank=True, null=True)),
                        ('seen_median_days', models.PositiveIntegerField(blank=True, null=True)),
                        ('received', models.PositiveIntegerField(blank=True, null=True)),
                        ('accepted', models.PositiveIntegerField(blank=True, null=True)),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('published', models.JSONField(help_text='What anybody may read, small numbers left out.')),
                        ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='commissioning.waitmonth')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('parts', models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, help_text='[split, group, waiting, over 18 weeks]')),
                    ],
                    options={
                        'indexes': [django.contrib.postgres.indexes.GistIndex(fields=['known'], name='wait_month_version_known')],
                        'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('record', '='), ('known', '&&')], name='wait_month_versions_hold_on_different_days'), models.CheckConstraint(condition=models.Q(('known_until', None), ('known_until__gte', models.F('known_from')), _connector='OR'), name='wait_month_versions_end_after_they_begin'), models.UniqueConstraint(condition=models.Q(('known_until', None)), fields=('record',), name='wait_month_versions_one_is_open'), models.CheckConstraint(condition=models.Q(('accepted', None), ('received', None), ('accepted__lte', models.F('received')), _connector='OR'), name='no_more_accepted_than_received')],
                    },
                ),
                migrations.CreateModel(
                    name='WaitsUpload',
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
                        ('troubles', models.JSONField(blank=True, default=list, help_text='[row, column, sentence]')),
                        ('decided', models.JSONField(blank=True, default=dict, help_text='Service and month to the row that is taken.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='JointService',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=150, unique=True)),
                        ('need', models.CharField(choices=[('autism', 'Autism'), ('adhd', 'ADHD and attention'), ('speech', 'Speech, language and communication'), ('spld', 'Dyslexia and other specific learning difficulties'), ('learning', 'Learning difficulties'), ('semh', 'Feelings, behaviour and mental health'), ('hearing', 'Hearing'), ('vision', 'Vision'), ('sensory', 'Sensory processing'), ('physical', 'Physical disability and movement'), ('medical', 'Medical and health conditions'), ('early', 'Early help before school')], max_length=20)),
                        ('from_age', models.PositiveSmallIntegerField(default=0)),
                        ('to_age', models.PositiveSmallIntegerField(default=25)),
                        ('buys', models.TextField(help_text='What is bought.')),
                        ('offer_link', models.URLField(blank=True, help_text='Its entry in the Local Offer.')),
                        ('is_invented', models.BooleanField(default=False)),
                        ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_services', to='partners.organisation')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('is_advice', models.BooleanField(default=False, help_text='Whether it gives impartial advice.')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('to_age__gte', models.F('from_age')), ('to_age__lte', 25)), name='joint_service_ages_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='ContractReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('held_on', models.DateField()),
                        ('for_council', models.CharField(blank=True, help_text='Who was there for the council: roles.', max_length=200)),
                        ('for_health', models.CharField(blank=True, help_text='Who was there for the NHS: roles.', max_length=200)),
                        ('for_families', models.CharField(blank=True, help_text='Who was there for families.', max_length=200)),
                        ('decided', models.TextField(help_text='What was decided.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='commissioning.jointservice')),
                    ],
                    options={
                        'ordering': ['-held_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Contract',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('reference', models.CharField(max_length=60)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField()),
                        ('notice_months', models.PositiveSmallIntegerField(default=6)),
                        ('extends_to', models.DateField(blank=True, null=True)),
                        ('value_pence', models.BigIntegerField()),
                        ('specification', models.CharField(blank=True, help_text='The version of what was specified.', max_length=60)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contracts', to='commissioning.jointservice')),
                    ],
                    options={
                        'ordering': ['ends_on'],
                        'constraints': [models.UniqueConstraint(fields=('service', 'reference'), name='contract_reference_once'), models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on')), models.Q(('extends_to', None), ('extends_to__gt', models.F('ends_on')), _connector='OR')), name='contract_days_in_order'), models.CheckConstraint(condition=models.Q(('value_pence__gte', 0)), name='contract_value_not_below_nought')],
                    },
                ),
                migrations.CreateModel(
                    name='NeedFigure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('need', models.CharField(choices=[('autism', 'Autism'), ('adhd', 'ADHD and attention'), ('speech', 'Speech, language and communication'), ('spld', 'Dyslexia and other specific learning difficulties'), ('learning', 'Learning difficulties'), ('semh', 'Feelings, behaviour and mental health'), ('hearing', 'Hearing'), ('vision', 'Vision'), ('sensory', 'Sensory processing'), ('physical', 'Physical disability and movement'), ('medical', 'Medical and health conditions'), ('early', 'Early help before school')], max_length=20)),
                        ('words', models.CharField(help_text='What is counted.', max_length=200)),
                        ('number', models.PositiveIntegerField()),
                        ('base', models.PositiveIntegerField(blank=True, help_text='Out of how many.', null=True)),
                        ('as_at', models.DateField()),
                        ('source', models.CharField(max_length=200)),
                        ('source_link', models.URLField(blank=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['need', '-as_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('base', None), ('number__lte', models.F('base')), _connector='OR'), name='need_is_no_more_than_its_base')],
                    },
                ),
                migrations.CreateModel(
                    name='YearMoney',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('year', models.PositiveSmallIntegerField(help_text='The calendar year in which it begins.')),
                        ('edition', models.PositiveSmallIntegerField(default=1)),
                        ('council_pence', models.BigIntegerField()),
                        ('health_pence', models.BigIntegerField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='money', to='commissioning.jointservice')),
                    ],
                    options={
                        'ordering': ['-year', '-edition'],
                        'constraints': [models.UniqueConstraint(fields=('service', 'year', 'edition'), name='money_has_each_edition_once'), models.CheckConstraint(condition=models.Q(('council_pence__gte', 0), ('health_pence__gte', 0)), name='money_is_not_below_nought')],
                    },
                ),
                migrations.CreateModel(
                    name='MoneySignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('side', models.CharField(choices=[('council', 'The council'), ('health', 'The NHS')], max_length=10)),
                        ('signed_on', models.DateField()),
                        ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('money', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='commissioning.yearmoney')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('money', 'side'), name='each_side_signs_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DutyCover',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('key', models.SlugField(max_length=20, unique=True)),
                        ('owner', models.CharField(help_text='A role, not a name.', max_length=150)),
                        ('document', models.CharField(max_length=200)),
                        ('document_link', models.URLField(blank=True)),
                        ('reviewed_on', models.DateField()),
                        ('next_review_on', models.DateField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('next_review_on__gt', models.F('reviewed_on'))), name='duty_is_reviewed_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Band',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=60, unique=True)),
                        ('means', models.CharField(help_text='For whom it is.', max_length=300)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='PersonalBudget',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('reference', models.CharField(help_text='The budget’s own number, not a name.', max_length=30, unique=True)),
                        ('first_paid_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('education_pence', models.BigIntegerField(default=0)),
                        ('health_pence', models.BigIntegerField(default=0)),
                        ('care_pence', models.BigIntegerField(default=0)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['first_paid_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('care_pence__gte', 0), ('education_pence__gte', 0), ('health_pence__gte', 0)), name='budget_parts_not_below_nought')],
                    },
                ),
                migrations.CreateModel(
                    name='BudgetReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('held_on', models.DateField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('budget', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='commissioning.personalbudget')),
                    ],
                    options={
                        'ordering': ['held_on'],
                        'constraints': [models.UniqueConstraint(fields=('budget', 'held_on'), name='budget_is_reviewed_once_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='BandRate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('pence', models.BigIntegerField()),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('decided', models.CharField(help_text='Who decided it, when, and why.', max_length=300)),
                        ('band', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rates', to='commissioning.band')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['band', '-starts_on'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('pence__gte', 0)), name='band_rate_not_below_nought'), models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='band_rate_days_in_order'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('band', '='), (models.Func(models.F('starts_on'), models.F('ends_on'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='band_has_one_rate_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='ForecastLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('year', models.PositiveSmallIntegerField(help_text='The calendar year in which it begins.')),
                        ('provision', models.CharField(choices=[('mainstream', 'Top-up in mainstream schools'), ('resourced', 'Special provision in mainstream schools'), ('special', 'Special schools'), ('independent', 'Independent and non-maintained special schools'), ('post-16', 'Colleges and special post-16 institutions'), ('alternative', 'Alternative provision'), ('budgets', 'Personal budgets and direct payments')], max_length=20)),
                        ('what', models.CharField(max_length=150)),
                        ('unit_pence', models.BigIntegerField(blank=True, help_text='For a year; empty where a band says it.', null=True)),
                        ('low', models.PositiveIntegerField()),
                        ('likely', models.PositiveIntegerField()),
                        ('high', models.PositiveIntegerField()),
                        ('assumption', models.CharField(help_text='Why these numbers.', max_length=500)),
                        ('outcome', models.CharField(blank=True, help_text='What children have from it.', max_length=300)),
                        ('actual_children', models.PositiveIntegerField(blank=True, null=True)),
                        ('ledger_pence', models.BigIntegerField(blank=True, null=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('band', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.band')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reached', models.PositiveIntegerField(blank=True, help_text='How many of the children have the outcome.', null=True)),
                        ('statement_column', models.CharField(blank=True, choices=[('early-years', 'Early years establishments'), ('primary', 'Primary schools'), ('secondary', 'Secondary schools'), ('special', 'SEN and special schools'), ('alternative', 'Pupil referral units and alternative provision'), ('post-16', 'Post-16')], max_length=20)),
                        ('statement_line', models.CharField(blank=True, choices=[('1.0.2', 'High needs place funding within Individual Schools Budget'), ('1.2.1', 'Top-up funding – maintained schools'), ('1.2.2', 'Top-up funding – academies, free schools and colleges'), ('1.2.3', 'Top-up and other funding – non-maintained and independent providers'), ('1.2.4', 'Additional high needs targeted funding for mainstream schools and academies'), ('1.2.5', 'SEN support service'), ('1.2.6', 'Hospital education services'), ('1.2.7', 'Other alternative provision services'), ('1.2.8', 'Support for inclusion'), ('1.2.9', 'Special schools and PRUs in financial difficulty'), ('1.2.10', 'PFI/BSF costs at special schools, AP/PRUs and post-16 institutions only'), ('1.2.11', 'Direct payments (SEN and disability)'), ('1.2.13', 'Therapies and other health related services')], max_length=10)),
                    ],
                    options={
                        'ordering': ['year', 'provision', 'what'],
                        'constraints': [models.UniqueConstraint(fields=('year', 'provision', 'what'), name='forecast_has_each_line_once'), models.CheckConstraint(condition=models.Q(('likely__lte', models.F('high')), ('low__lte', models.F('likely'))), name='forecast_low_likely_high'), models.CheckConstraint(condition=models.Q(models.Q(('band', None), ('unit_pence__gte', 0)), models.Q(('band__isnull', False), ('unit_pence', None)), _connector='OR'), name='forecast_costs_by_band_or_by_unit'), models.CheckConstraint(condition=models.Q(models.Q(('actual_children', None), ('ledger_pence', None)), models.Q(('actual_children__isnull', False), ('ledger_pence__isnull', False)), _connector='OR'), name='ledger_has_children_and_money'), models.CheckConstraint(condition=models.Q(('reached', None), models.Q(('actual_children__isnull', False), ('reached__lte', models.F('actual_children'))), _connector='OR'), name='no_more_reach_the_outcome_than_there_are')],
                    },
                ),
                migrations.CreateModel(
                    name='ServiceMeasure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=150)),
                        ('counts', models.CharField(help_text='What is counted, out of what.', max_length=300)),
                        ('target', models.CharField(blank=True, max_length=100)),
                        ('owner', models.CharField(help_text='Who returns it: a role.', max_length=150)),
                        ('every_months', models.PositiveSmallIntegerField(choices=[(1, 'Each month'), (3, 'Each quarter'), (6, 'Each half-year'), (12, 'Each year')], default=3)),
                        ('begins_on', models.DateField(help_text='The first day of its first period.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='commissioning.jointservice')),
                        ('is_share', models.BooleanField(default=False, help_text='Whether a return needs out of how many.')),
                    ],
                    options={
                        'ordering': ['service', 'name'],
                        'constraints': [models.UniqueConstraint(fields=('service', 'name'), name='service_has_each_measure_once')],
                    },
                ),
                migrations.CreateModel(
                    name='MeasureReturn',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('period_ends_on', models.DateField()),
                        ('numerator', models.PositiveIntegerField()),
                        ('denominator', models.PositiveIntegerField(blank=True, null=True)),
                        ('words', models.TextField(blank=True)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='returned', to='commissioning.servicemeasure')),
                        ('value', models.CharField(blank=True, help_text='The figure as the sender’s report says it.', max_length=20)),
                    ],
                    options={
                        'ordering': ['period_ends_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('denominator', None), ('numerator__lte', models.F('denominator')), _connector='OR'), name='return_is_no_more_than_its_base')],
                    },
                ),
                migrations.CreateModel(
                    name='Dispute',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('raised_on', models.DateField()),
                        ('raised_by', models.CharField(choices=[('education', 'Education'), ('health', 'Health'), ('care', 'Social care')], max_length=10)),
                        ('about', models.TextField(help_text='What it is about. No names.')),
                        ('settle_by', models.DateField(help_text='The day that the partners’ own procedure gives.')),
                        ('settled_on', models.DateField(blank=True, null=True)),
                        ('outcome', models.TextField(blank=True)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='disputes', to='commissioning.jointservice')),
                        ('cost', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='disputes', to='commissioning.sharedcost')),
                    ],
                    options={
                        'ordering': ['settle_by', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('cost__isnull', False), ('service', None)), models.Q(('cost', None), ('service__isnull', False)), _connector='OR'), name='dispute_is_about_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_on', None)), models.Q(('settled_on__gte', models.F('raised_on')), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='dispute_is_settled_with_an_outcome'), models.CheckConstraint(condition=models.Q(('settle_by__gte', models.F('raised_on'))), name='dispute_days_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Scenario',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('year', models.PositiveSmallIntegerField(help_text='The calendar year in which it begins.')),
                        ('name', models.CharField(max_length=100)),
                        ('why', models.CharField(help_text='What would have to happen.', max_length=500)),
                        ('edition', models.PositiveSmallIntegerField(default=1)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['year', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('year', 'name'), name='year_has_each_scenario_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ScenarioChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('children', models.PositiveIntegerField()),
                        ('unit_pence', models.BigIntegerField(blank=True, help_text='Empty: what the forecast says.', null=True)),
                        ('effect', models.CharField(choices=[('saving', 'Saves money that is spent now'), ('avoided', 'Avoids growth that the forecast expects'), ('pressure', 'Costs more than the forecast')], max_length=10)),
                        ('assumption', models.CharField(max_length=500)),
                        ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.forecastline')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('scenario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='commissioning.scenario')),
                    ],
                    options={
                        'ordering': ['line__provision', 'line__what'],
                        'constraints': [models.UniqueConstraint(fields=('scenario', 'line'), name='scenario_changes_each_line_once'), models.CheckConstraint(condition=models.Q(('unit_pence', None), ('unit_pence__gte', 0), _connector='OR'), name='scenario_price_not_below_nought')],
                    },
                ),
                migrations.CreateModel(
                    name='ScenarioSignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('edition', models.PositiveSmallIntegerField()),
                        ('role', models.CharField(help_text='As what they sign.', max_length=100)),
                        ('total_pence', models.BigIntegerField(help_text='What the year came to when it was signed.')),
                        ('signed_on', models.DateField()),
                        ('scenario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='commissioning.scenario')),
                        ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['signed_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('scenario', 'edition', 'signed_by'), name='scenario_is_signed_once_by_each')],
                    },
                ),
                migrations.CreateModel(
                    name='SharedCost',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('reference', models.CharField(help_text='Its own number, not a name.', max_length=30, unique=True)),
                        ('kind', models.CharField(choices=[('placement', 'A placement'), ('package', 'A package of support')], max_length=20)),
                        ('starts_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('starts_on')), _connector='OR'), name='shared_cost_days_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='SharedTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('edition', models.PositiveSmallIntegerField(default=1)),
                        ('total_pence', models.BigIntegerField(help_text='For a year.')),
                        ('education_share', models.PositiveSmallIntegerField(help_text='In hundredths of a per cent.')),
                        ('health_share', models.PositiveSmallIntegerField()),
                        ('care_share', models.PositiveSmallIntegerField()),
                        ('agreed_on', models.DateField(blank=True, help_text='Empty while it is only proposed.', null=True)),
                        ('why', models.CharField(help_text='Who agreed or proposed it, where, and why.', max_length=300)),
                        ('cost', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='commissioning.sharedcost')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-edition'],
                        'constraints': [models.UniqueConstraint(fields=('cost', 'edition'), name='terms_have_each_edition_once'), models.CheckConstraint(condition=models.Q(('education_share', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.Value(10000), '-', models.F('health_share')), '-', models.F('care_share')))), name='terms_shares_make_a_whole'), models.CheckConstraint(condition=models.Q(('total_pence__gte', 0)), name='terms_not_below_nought')],
                    },
                ),
                migrations.CreateModel(
                    name='AdviceQuarter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('ends_on', models.DateField()),
                        ('contacts', models.PositiveIntegerField()),
                        ('counts', models.JSONField(help_text='By group. For the service itself.')),
                        ('published', models.JSONField(help_text='What its buyers may read, small numbers left out.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_quarters', to='commissioning.jointservice')),
                    ],
                    options={
                        'ordering': ['ends_on', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='ReturnStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('period_ends_on', models.DateField()),
                        ('step', models.CharField(choices=[('chased', 'Chased'), ('escalated', 'Put to the board'), ('cleared', 'Came, and cleared')], max_length=10)),
                        ('taken_on', models.DateField()),
                        ('written_to', models.PositiveSmallIntegerField(default=0, help_text='To how many people of the provider.')),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='commissioning.servicemeasure')),
                    ],
                    options={
                        'ordering': ['measure', 'period_ends_on', 'taken_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('measure', 'period_ends_on', 'step'), name='step_is_taken_once')],
                    },
                ),
            ],
        ),
    ]
