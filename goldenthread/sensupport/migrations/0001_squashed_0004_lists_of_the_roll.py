"""The tables of SEN support in schools.

For an empty database, in place of the first 4 migrations; an installation that stands at one of those goes on by them.
"""

import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('sensupport', '0001_the_register'),
        ('sensupport', '0002_workforce'),
        ('sensupport', '0003_strategies_as_they_were_called'),
        ('sensupport', '0004_lists_of_the_roll'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('partners', '0001_squashed_0004_phase'),
        ('people', '0001_squashed_0003_ethnicity'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Pupil',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('need_in_words', models.TextField(blank=True, help_text='What people see, before any code.')),
                        ('strengths', models.TextField(blank=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sen_records', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sen_register', to='partners.organisation')),
                        ('is_plan_elsewhere', models.BooleanField(default=False, help_text='Another council keeps the pupil’s plan.')),
                    ],
                    options={
                        'ordering': ['child__family_name', 'child__given_names', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('child', 'setting'), name='pupil_is_once_on_a_register')],
                    },
                ),
                migrations.CreateModel(
                    name='Provision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('code', models.CharField(choices=[('K', 'SEN support'), ('E', 'Education, health and care plan'), ('N', 'No special educational need')], max_length=1)),
                        ('primary_need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty'), ('NSA', 'SEN support, no specialist assessment of the type yet')], max_length=4)),
                        ('secondary_need', models.CharField(blank=True, choices=[('SPLD', 'Specific learning difficulty'), ('MLD', 'Moderate learning difficulty'), ('SLD', 'Severe learning difficulty'), ('PMLD', 'Profound and multiple learning difficulty'), ('SEMH', 'Social, emotional and mental health'), ('SLCN', 'Speech, language and communication'), ('HI', 'Hearing impairment'), ('VI', 'Vision impairment'), ('MSI', 'Multi-sensory impairment'), ('PD', 'Physical disability'), ('ASD', 'Autistic spectrum disorder'), ('DS', 'Down syndrome'), ('OTH', 'Other difficulty'), ('NSA', 'SEN support, no specialist assessment of the type yet')], max_length=4)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='provisions', to='sensupport.pupil')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='sen_provision_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('ends_on', None)), fields=('pupil',), name='pupil_has_one_provision_now')],
                    },
                ),
                migrations.CreateModel(
                    name='Cycle',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('number', models.PositiveSmallIntegerField()),
                        ('started_on', models.DateField()),
                        ('assess', models.TextField(help_text='What we see and know.')),
                        ('outcome', models.TextField(help_text='What we hope for.')),
                        ('plan', models.TextField(blank=True, help_text='What we do beside the strategies, and who does it.')),
                        ('strategies', models.JSONField(default=list, help_text='Codes of the strategies that are tried.')),
                        ('child_says', models.TextField()),
                        ('parent_says', models.TextField()),
                        ('review_due_on', models.DateField()),
                        ('reviewed_on', models.DateField(blank=True, null=True)),
                        ('what_changed', models.TextField(blank=True)),
                        ('progress', models.CharField(blank=True, choices=[('more', 'More than we hoped'), ('as-hoped', 'What we hoped'), ('some', 'Some of it'), ('none', 'None, or it got harder')], max_length=10)),
                        ('child_says_now', models.TextField(blank=True)),
                        ('parent_says_now', models.TextField(blank=True)),
                        ('next', models.CharField(blank=True, choices=[('again', 'Another cycle'), ('less', 'Less support is enough now'), ('out', 'SEN support is no longer needed'), ('advice', 'Ask a specialist for advice'), ('assessment', 'Ask for an EHC needs assessment')], max_length=10)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cycles', to='sensupport.pupil')),
                        ('tried', models.JSONField(default=list, help_text='Their titles as they were called when the cycle began.')),
                        ('list_version', models.CharField(blank=True, help_text='The version of the list of strategies then.', max_length=20)),
                    ],
                    options={
                        'ordering': ['pupil', '-number'],
                        'constraints': [models.UniqueConstraint(fields=('pupil', 'number'), name='cycle_number_is_its_own'), models.UniqueConstraint(condition=models.Q(('reviewed_on', None)), fields=('pupil',), name='pupil_has_one_cycle_under_way'), models.CheckConstraint(condition=models.Q(('reviewed_on', None), ('reviewed_on__gte', models.F('started_on')), _connector='OR'), name='cycle_is_reviewed_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Training',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('held_on', models.DateField()),
                        ('is_network', models.BooleanField(default=False, help_text='A meeting of the SENCOs’ network.')),
                        ('is_co_delivered', models.BooleanField(default=False, help_text='Parents or young people gave it with others.')),
                        ('why', models.TextField(blank=True, help_text='The audit, review or comment that showed the need.')),
                        ('strategies', models.JSONField(default=list, help_text='Codes of the strategies that it teaches.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-held_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Champion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('name', models.CharField(max_length=150)),
                        ('area', models.CharField(choices=[('everybody', 'For every child'), ('communication', 'Talking, listening and being with others'), ('learning', 'Thinking and learning'), ('feelings', 'Feelings, behaviour and mental health'), ('senses', 'Senses, movement and health')], max_length=20)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='champions', to='partners.organisation')),
                    ],
                    options={
                        'ordering': ['setting__name', 'area', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='champion_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='SencoPost',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('name', models.CharField(max_length=150)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('has_award', models.BooleanField(default=False, help_text='The National Award for SEN Coordination: no NPQ is asked for.')),
                        ('enrolled_on', models.DateField(blank=True, null=True)),
                        ('qualified_on', models.DateField(blank=True, null=True)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='senco_posts', to='partners.organisation')),
                    ],
                    options={
                        'ordering': ['setting__name', '-starts_on'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='senco_post_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Attendance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=150)),
                        ('before', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                        ('after', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                        ('later', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                        ('practice', models.TextField(blank=True, help_text='What is done differently, three months on.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trained', to='partners.organisation')),
                        ('training', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='sensupport.training')),
                    ],
                    options={
                        'ordering': ['setting__name', 'name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('training', 'setting', 'name'), name='attendance_is_entered_once'), models.CheckConstraint(condition=models.Q(models.Q(('before', None), ('before__range', (1, 5)), _connector='OR'), models.Q(('after', None), ('after__range', (1, 5)), _connector='OR'), models.Q(('later', None), ('later__range', (1, 5)), _connector='OR')), name='attendance_is_felt_from_1_to_5')],
                    },
                ),
                migrations.CreateModel(
                    name='Certificate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('issued_on', models.DateField()),
                        ('withdrawn_on', models.DateField(blank=True, null=True)),
                        ('attendance', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='sensupport.attendance')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['issued_on', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='RollList',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('until', models.DateField()),
                        ('counts', models.JSONField(help_text='For K, E and N: how many were listed, how many of these had attendance said, and how many each reason.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roll_lists', to='partners.organisation')),
                    ],
                    options={
                        'ordering': ['setting', '-until'],
                        'constraints': [models.UniqueConstraint(fields=('setting', 'until'), name='roll_list_is_one_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Circumstances',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('attendance', models.DecimalField(decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)])),
                        ('suspended_days', models.DecimalField(decimal_places=1, default=0, max_digits=4)),
                        ('has_social_worker', models.BooleanField(default=False)),
                        ('is_part_time', models.BooleanField(default=False)),
                        ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='circumstances', to='sensupport.pupil')),
                        ('roll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='circumstances', to='sensupport.rolllist')),
                    ],
                    options={
                        'ordering': ['roll', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('roll', 'pupil'), name='circumstances_are_once_in_a_list')],
                    },
                ),
                migrations.CreateModel(
                    name='Asked',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('asked_on', models.DateField()),
                        ('reviewed_cycles', models.PositiveSmallIntegerField()),
                        ('expected_cycles', models.PositiveSmallIntegerField()),
                        ('reason', models.TextField(blank=True, help_text='Why now. Always there when fewer cycles were reviewed than expected.')),
                        ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='sensupport.pupil')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['asked_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('reviewed_cycles__gte', models.F('expected_cycles')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='early_request_has_a_reason')],
                    },
                ),
            ],
        ),
    ]
