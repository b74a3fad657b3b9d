"""The tables of moves between phases and of preparing for adulthood.

For an empty database, in place of the first 2 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import goldenthread.transitions.choices
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('transitions', '0001_moves'),
        ('transitions', '0002_adulthood'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_squashed_0015_virus_scan'),
        ('partners', '0001_squashed_0004_phase'),
        ('people', '0001_squashed_0003_ethnicity'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Move',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('cohort', models.CharField(choices=goldenthread.transitions.choices.cohorts, max_length=20)),
                        ('year', models.PositiveSmallIntegerField(help_text='Of the September in which the child moves.')),
                        ('level', models.CharField(choices=[('universal', 'Universal: what every child gets'), ('targeted', 'Targeted: some things more'), ('enhanced', 'Enhanced: a move planned for this one child')], max_length=10)),
                        ('reason', models.TextField()),
                        ('profile', models.TextField(blank=True)),
                        ('planned_on', models.DateField()),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('acknowledged_on', models.DateField(blank=True, null=True)),
                        ('acknowledged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='casework.case')),
                        ('receiving', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='arrivals', to='partners.organisation')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('fallback', models.TextField(blank=True, help_text='What happens if no place is known in time.')),
                    ],
                    options={
                        'ordering': ['year', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('case', 'year'), name='one_move_a_september'), models.CheckConstraint(condition=models.Q(models.Q(('acknowledged_by', None), ('acknowledged_on', None)), models.Q(('acknowledged_by__isnull', False), ('acknowledged_on__isnull', False), ('receiving__isnull', False)), _connector='OR'), name='acknowledged_by_a_setting')],
                    },
                ),
                migrations.CreateModel(
                    name='MoveTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('term', models.CharField(choices=[('1-autumn', 'Autumn term before'), ('2-spring', 'Spring term before'), ('3-summer', 'Summer term before'), ('4-after', 'First half term in the new setting')], max_length=10)),
                        ('whose', models.CharField(choices=[('council', 'The council'), ('current', 'The setting now'), ('receiving', 'The next setting')], max_length=10)),
                        ('what', models.CharField(max_length=200)),
                        ('done_on', models.DateField(blank=True, null=True)),
                        ('move', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='transitions.move')),
                    ],
                    options={
                        'ordering': ['term', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('move', 'what'), name='task_once_in_a_move')],
                    },
                ),
                migrations.CreateModel(
                    name='OutOfYear',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('offset', models.SmallIntegerField(help_text='Years above their age; below it, less than 0.')),
                        ('reason', models.CharField(max_length=300)),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='out_of_year', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='out_of_year_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('ends_on', None)), fields=('child',), name='one_year_goes_on'), models.CheckConstraint(condition=models.Q(('offset__gte', -2), ('offset__lte', 2), models.Q(('offset', 0), _negated=True)), name='out_of_year_by_a_little')],
                    },
                ),
                migrations.CreateModel(
                    name='Undated',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=300)),
                        ('named_by', models.CharField(max_length=200)),
                        ('noted_on', models.DateField()),
                        ('settled_on', models.DateField(blank=True, null=True)),
                        ('outcome', models.CharField(blank=True, max_length=300)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['noted_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_on', None)), models.Q(('settled_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='settled_says_how')],
                    },
                ),
                migrations.CreateModel(
                    name='Employer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('name', models.CharField(max_length=200, unique=True)),
                        ('offer', models.TextField(help_text='The work that it offers, and how many places.')),
                        ('adjustments', models.TextField(blank=True, help_text='What it changes so that somebody can do the work.')),
                        ('contact', models.CharField(blank=True, help_text='Whom to ask, and how.', max_length=200)),
                        ('consented_on', models.DateField(blank=True, null=True)),
                        ('consent', models.CharField(blank=True, help_text='How the consent was given.', max_length=200)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('consent', ''), ('consented_on', None), ('contact', '')), models.Q(('consented_on__isnull', False), models.Q(('contact', ''), _negated=True), models.Q(('consent', ''), _negated=True)), _connector='OR'), name='employer_contact_needs_consent')],
                    },
                ),
                migrations.CreateModel(
                    name='Goal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('outcome', models.CharField(choices=[('employment', 'Employment'), ('independent-living', 'Independent living'), ('community', 'Friends, relationships and community'), ('health', 'Good health')], max_length=20)),
                        ('words', models.TextField(help_text="The young person's own words.")),
                        ('voice', models.CharField(choices=[('own', 'They said, signed or wrote it themselves'), ('helped', 'They were helped to say it, with pictures, objects or a communication aid'), ('for-them', 'People who know them well say it for them, from what they show')], help_text='How the words were given.', max_length=10)),
                        ('helpers', models.TextField(help_text='Who helps, and what they do.')),
                        ('set_on', models.DateField()),
                        ('look_on', models.DateField(help_text='The day by which it is looked at again.')),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['set_on', 'pk'],
                        'indexes': [models.Index(fields=['case', 'ended_on'], name='goal_of_case')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('set_on')), _connector='OR'), name='goal_ends_after_it_is_set')],
                    },
                ),
                migrations.CreateModel(
                    name='GoalLook',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('looked_on', models.DateField()),
                        ('how_far', models.CharField(choices=[('on-the-way', 'On the way'), ('not-begun', 'Not begun yet'), ('reached', 'Reached'), ('not-wanted', 'Not wanted any more')], max_length=12)),
                        ('words', models.TextField(blank=True, help_text='What the young person says now.')),
                        ('helpers', models.TextField(help_text='Who helps from now on.')),
                        ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='transitions.goal')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['looked_on', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Internship',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('work', models.CharField(help_text='What the young person does there.', max_length=200)),
                        ('coach', models.CharField(help_text='The job coach.', max_length=200)),
                        ('starts_on', models.DateField()),
                        ('planned_end_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('is_completed', models.BooleanField(blank=True, null=True)),
                        ('ending', models.CharField(blank=True, max_length=300)),
                        ('paid_from', models.DateField(blank=True, help_text='The first day of paid work.', null=True)),
                        ('paid_by', models.CharField(blank=True, help_text='Who pays for it.', max_length=200)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='internships', to='casework.case')),
                        ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='internships', to='transitions.employer')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-starts_on', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('case',), name='one_internship_at_a_time'), models.CheckConstraint(condition=models.Q(('planned_end_on__gt', models.F('starts_on')), models.Q(('ended_on', None), ('ended_on__gte', models.F('starts_on')), _connector='OR')), name='internship_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on', None), ('is_completed', None)), models.Q(('ended_on__isnull', False), ('is_completed__isnull', False)), _connector='OR'), name='internship_end_says_how'), models.CheckConstraint(condition=models.Q(models.Q(('paid_by', ''), ('paid_from', None)), models.Q(('paid_from__isnull', False), models.Q(('paid_by', ''), _negated=True)), _connector='OR'), name='paid_work_says_by_whom')],
                    },
                ),
                migrations.CreateModel(
                    name='CoachHours',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('worked_on', models.DateField()),
                        ('minutes', models.PositiveSmallIntegerField()),
                        ('what', models.CharField(max_length=200)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('internship', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='transitions.internship')),
                    ],
                    options={
                        'ordering': ['-worked_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='coach_works_within_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Profile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('edition', models.PositiveIntegerField()),
                        ('liked', models.TextField(blank=True, help_text='What people like about me.')),
                        ('matters', models.TextField(blank=True, help_text='What matters to me.')),
                        ('support', models.TextField(blank=True, help_text='How to help me.')),
                        ('voice', models.CharField(choices=[('own', 'They said, signed or wrote it themselves'), ('helped', 'They were helped to say it, with pictures, objects or a communication aid'), ('for-them', 'People who know them well say it for them, from what they show')], max_length=10)),
                        ('written_on', models.DateField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='profiles', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['edition', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('case', 'edition'), name='one_profile_an_edition')],
                    },
                ),
                migrations.CreateModel(
                    name='WorkCheck',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('weeks', models.PositiveSmallIntegerField()),
                        ('checked_on', models.DateField()),
                        ('in_work', models.CharField(choices=[('yes', 'In paid work, without a gap of more than two weeks'), ('no', 'Not in paid work'), ('not-known', 'Could not find out')], max_length=10)),
                        ('evidence', models.CharField(choices=[('self', 'The young person told us'), ('family', 'The family told us'), ('setting', 'The school or college, from its roll'), ('employer', 'The employer or training provider'), ('service', 'Another council or service'), ('tried', 'We asked and could not find out')], max_length=10)),
                        ('internship', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='transitions.internship')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['weeks', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('internship', 'weeks'), name='one_check_a_milestone')],
                    },
                ),
                migrations.CreateModel(
                    name='AdultNotice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('need', models.CharField(choices=[('care', 'Care and support'), ('health', 'Health care that goes on'), ('mind', 'Mental health care'), ('home', 'A home with support')], max_length=10)),
                        ('why', models.TextField()),
                        ('agreed_by', models.CharField(help_text='Who agreed that adult services are told, and how.', max_length=200)),
                        ('agreed_on', models.DateField()),
                        ('noted_on', models.DateField()),
                        ('withdrawn_on', models.DateField(blank=True, null=True)),
                        ('answer', models.CharField(blank=True, choices=[('assess', 'We will assess before the 18th birthday'), ('later', 'We will look again in a year'), ('not-us', 'We do not think that they will need us, and say why')], max_length=10)),
                        ('answer_words', models.TextField(blank=True)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='adult_notices', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['case__child__born_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('case',), name='one_notice_runs'), models.CheckConstraint(condition=models.Q(('agreed_on__lte', models.F('noted_on'))), name='agreed_before_adult_services_are_told'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='adult_services_answer_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='Destination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('where', models.CharField(choices=[('school', 'School or sixth form'), ('college', 'College'), ('internship', 'Supported internship'), ('training', 'Apprenticeship or training'), ('work', 'Work'), ('neet', 'Not in education, employment or training'), ('not-known', 'Not known')], max_length=12)),
                        ('place', models.CharField(blank=True, help_text='Which school, college or employer.', max_length=200)),
                        ('known_on', models.DateField(help_text='The day on which it was so.')),
                        ('evidence', models.CharField(choices=[('self', 'The young person told us'), ('family', 'The family told us'), ('setting', 'The school or college, from its roll'), ('employer', 'The employer or training provider'), ('service', 'Another council or service'), ('tried', 'We asked and could not find out')], max_length=10)),
                        ('told', models.CharField(blank=True, help_text='Who said it and how, or what was tried.', max_length=300)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='destinations', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-known_on', '-pk'],
                        'indexes': [models.Index(fields=['case', '-known_on', '-id'], name='destination_latest')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('evidence', 'tried'), ('where', 'not-known')), models.Q(models.Q(('where', 'not-known'), _negated=True), models.Q(('evidence', 'tried'), _negated=True)), _connector='OR'), name='only_not_known_was_tried')],
                    },
                ),
            ],
        ),
    ]
