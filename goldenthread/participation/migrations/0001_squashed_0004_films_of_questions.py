"""The tables of participation.

For an empty database, in place of the first 4 migrations; an installation that stands at one of those goes on by them.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import goldenthread.kit.columns
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('participation', '0001_initial'),
        ('participation', '0002_rooms_of_groups'),
        ('participation', '0003_whom_we_hear'),
        ('participation', '0004_films_of_questions'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('partners', '0001_squashed_0004_phase'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Survey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('slug', models.SlugField(max_length=80, unique=True)),
                        ('kind', models.CharField(choices=[('consultation', 'Consultation'), ('survey', 'Survey'), ('friends-and-family', 'Friends and Family Test')], max_length=20)),
                        ('title', models.CharField(max_length=200)),
                        ('summary', models.TextField(help_text='What it is about and what the answers are for.')),
                        ('easy_summary', models.TextField(blank=True)),
                        ('run_by', models.CharField(max_length=200)),
                        ('asked', models.CharField(help_text='Who was asked, in words.', max_length=300)),
                        ('asked_number', models.PositiveIntegerField(blank=True, null=True)),
                        ('is_sample', models.BooleanField(default=False)),
                        ('opens_on', models.DateField()),
                        ('closes_on', models.DateField(blank=True, null=True)),
                        ('edition', models.PositiveSmallIntegerField(default=1)),
                        ('is_shown', models.BooleanField(default=False)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('ran_elsewhere', models.BooleanField(default=False)),
                        ('responses_unknown_because', models.CharField(blank=True, max_length=300)),
                        ('came_of_it', models.TextField(blank=True, help_text='What was decided because of the answers.')),
                    ],
                    options={
                        'ordering': ['-opens_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('closes_on', None), ('closes_on__gte', models.F('opens_on')), _connector='OR'), name='survey_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(('ran_elsewhere', False), models.Q(('responses_unknown_because', ''), _negated=True), _connector='OR'), name='survey_that_ran_elsewhere_says_why_no_number')],
                    },
                ),
                migrations.CreateModel(
                    name='Response',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('edition', models.PositiveSmallIntegerField()),
                        ('choices', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(null=True), size=None)),
                        ('way', models.CharField(choices=[('online', 'Online'), ('easy', 'Online, easy read'), ('paper', 'On paper')], max_length=8)),
                        ('sent_on', models.DateField()),
                        ('paper_number', models.CharField(blank=True, max_length=20)),
                        ('came_from_same_device', models.BooleanField(default=False)),
                        ('has_words_of_another', models.BooleanField(default=False)),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='participation.survey')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('paper_number', ''), _negated=True), fields=('survey', 'paper_number'), name='paper_is_entered_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordedResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('words', models.CharField(max_length=300)),
                        ('value', models.CharField(help_text='As the source writes it.', max_length=40)),
                        ('numerator', models.PositiveIntegerField(blank=True, null=True)),
                        ('base', models.PositiveIntegerField(blank=True, null=True)),
                        ('base_missing', models.CharField(blank=True, max_length=300)),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recorded_results', to='participation.survey')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('base__gt', 0), ('base__isnull', False)), models.Q(('base_missing', ''), _negated=True), _connector='OR'), name='recorded_result_has_a_base_or_says_why_not')],
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(help_text='Its place in each answer; never used again.')),
                        ('order', models.PositiveSmallIntegerField()),
                        ('kind', models.CharField(choices=[('agree', 'How far somebody agrees'), ('experience', 'How good an experience was'), ('knows', 'Whether somebody knows of something'), ('one', 'One of a list'), ('words', 'In their own words')], max_length=12)),
                        ('words', models.CharField(max_length=500)),
                        ('easy_words', models.CharField(blank=True, max_length=300)),
                        ('symbol', models.CharField(blank=True, max_length=20)),
                        ('own_options', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)),
                        ('is_about_you', models.BooleanField(default=False, help_text='Results are also cut by it.')),
                        ('from_edition', models.PositiveSmallIntegerField(default=1)),
                        ('until_edition', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='participation.survey')),
                        ('about', models.CharField(blank=True, choices=[('place', 'Where people live'), ('need', 'What the child needs help with'), ('language', 'Which language is spoken at home'), ('age', 'How old the child is')], help_text='What it tells about whoever answers.', max_length=8)),
                        ('film', models.URLField(blank=True, help_text='In British Sign Language.', max_length=300)),
                        ('transcript', models.TextField(blank=True, help_text='What is said in the film.', max_length=2000)),
                    ],
                    options={
                        'ordering': ['order', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('survey', 'number'), name='question_number_is_its_own'), models.CheckConstraint(condition=models.Q(models.Q(('film', ''), ('transcript', '')), models.Q(models.Q(('film', ''), _negated=True), models.Q(('transcript', ''), _negated=True)), _connector='OR'), name='film_of_a_question_has_a_transcript')],
                    },
                ),
                migrations.CreateModel(
                    name='PublishedResults',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('content', models.JSONField()),
                        ('content_hash', models.CharField(max_length=64)),
                        ('published_on', models.DateField()),
                        ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='published', to='participation.survey')),
                    ],
                    options={
                        'ordering': ['-published_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Draft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code_hash', models.CharField(max_length=64, unique=True)),
                        ('edition', models.PositiveSmallIntegerField()),
                        ('answers', models.JSONField()),
                        ('is_easy', models.BooleanField(default=False)),
                        ('ends_on', models.DateField(db_index=True)),
                        ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='participation.survey')),
                    ],
                ),
                migrations.CreateModel(
                    name='Activity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('held_on', goldenthread.kit.columns.PartialDateField()),
                        ('level', models.CharField(choices=[('inform', 'We told people'), ('consult', 'We asked for views, and decided ourselves'), ('engage', 'We worked it through together, and decided ourselves'), ('co-produce', 'We planned and decided together, as equals')], max_length=12)),
                        ('space', models.TextField(blank=True, help_text='How it was made safe and easy to take part.')),
                        ('voice', models.TextField(blank=True, help_text='How people could say what they think.')),
                        ('audience', models.CharField(blank=True, help_text='Who heard it, by name of the body.', max_length=200)),
                        ('heard_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('influence', models.TextField(blank=True, help_text='What changed because of it.')),
                        ('is_invented', models.BooleanField(default=False)),
                        ('groups', models.ManyToManyField(blank=True, related_name='activities', to='partners.organisation')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('survey', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='participation.survey')),
                    ],
                    options={
                        'verbose_name_plural': 'activities',
                        'ordering': ['-held_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('audience', ''), ('heard_on', None)), models.Q(models.Q(('audience', ''), _negated=True), ('heard_on__isnull', False)), _connector='OR'), name='audience_is_named_and_dated')],
                    },
                ),
                migrations.CreateModel(
                    name='Theme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120)),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='participation.question')),
                    ],
                    options={
                        'ordering': ['name'],
                        'constraints': [models.UniqueConstraint(fields=('question', 'name'), name='theme_is_named_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Words',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('text', models.TextField(max_length=3000)),
                        ('text_hash', models.CharField(db_index=True, max_length=64)),
                        ('state', models.CharField(choices=[('open', 'Can be read and sorted'), ('held', 'Held for the safeguarding lead'), ('released', 'Looked at by the safeguarding lead, who let it through'), ('kept', 'Kept by the safeguarding lead')], max_length=12)),
                        ('stopped_by', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('looked_at_on', models.DateField(blank=True, null=True)),
                        ('what_was_done', models.CharField(blank=True, max_length=500)),
                        ('looked_at_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers_in_words', to='participation.question')),
                        ('response', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='participation.response')),
                    ],
                    options={
                        'verbose_name_plural': 'words',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['released', 'kept']), _negated=True), ('looked_at_on__isnull', False), _connector='OR'), name='words_that_were_looked_at_say_when')],
                    },
                ),
                migrations.CreateModel(
                    name='Coding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('coded_on', models.DateField()),
                        ('coded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='codings', to='participation.theme')),
                        ('words', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codings', to='participation.words')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('words', 'coded_by'), name='person_sorts_words_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Said',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('said', models.TextField()),
                        ('heard_from', models.CharField(max_length=200)),
                        ('heard_on', goldenthread.kit.columns.PartialDateField()),
                        ('outcome', models.CharField(blank=True, choices=[('did', 'We did it'), ('will', 'We will do it'), ('could-not', 'We could not')], max_length=12)),
                        ('answer', models.TextField(blank=True)),
                        ('because', models.TextField(blank=True)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('action_number', models.PositiveIntegerField(blank=True, db_index=True, help_text='The action in the plan, by its address.', null=True)),
                        ('asked_again_on', goldenthread.kit.columns.PartialDateField(blank=True, null=True)),
                        ('worked', models.CharField(blank=True, choices=[('yes', 'Yes, it worked'), ('partly', 'It worked in part'), ('no', 'No, it did not work')], max_length=8)),
                        ('worked_words', models.TextField(blank=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='said', to='participation.activity')),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'said',
                        'ordering': ['-heard_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='answer_to_what_was_said_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'could-not'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='could_not_says_because'), models.CheckConstraint(condition=models.Q(models.Q(('asked_again_on', None), ('worked', '')), models.Q(models.Q(('worked', ''), _negated=True), ('asked_again_on__isnull', False)), _connector='OR'), name='asked_again_has_a_day_and_a_result')],
                    },
                ),
                migrations.CreateModel(
                    name='GroupPaper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('words', models.TextField(max_length=50000)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('written_on', models.DateField()),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_here', to='partners.organisation')),
                        ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-written_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SharedPaper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('words', models.TextField()),
                        ('shared_on', models.DateField()),
                        ('taken_back_on', models.DateField(blank=True, null=True)),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shared_papers', to='partners.organisation')),
                        ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='shared', to='participation.grouppaper')),
                        ('shared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-shared_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='GroupMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('added_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members_here', to='partners.organisation')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['added_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('group', 'user'), name='member_is_once_in_a_group')],
                    },
                ),
                migrations.CreateModel(
                    name='Outreach',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('about', models.CharField(choices=[('place', 'Where people live'), ('need', 'What the child needs help with'), ('language', 'Which language is spoken at home'), ('age', 'How old the child is')], max_length=8)),
                        ('group', models.CharField(max_length=120)),
                        ('will_do', models.TextField(max_length=1000)),
                        ('who', models.CharField(help_text='A team or a role.', max_length=200)),
                        ('due_on', models.DateField()),
                        ('done_on', models.DateField(blank=True, null=True)),
                        ('came_of_it', models.TextField(blank=True, max_length=1000)),
                        ('is_invented', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name_plural': 'outreach',
                        'ordering': ['due_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('came_of_it', ''), ('done_on', None)), models.Q(('done_on__isnull', False), models.Q(('came_of_it', ''), _negated=True)), _connector='OR'), name='reaching_out_that_is_done_says_what_came_of_it')],
                    },
                ),
                migrations.CreateModel(
                    name='People',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('about', models.CharField(choices=[('place', 'Where people live'), ('need', 'What the child needs help with'), ('language', 'Which language is spoken at home'), ('age', 'How old the child is')], max_length=8)),
                        ('who', models.CharField(help_text='Whom the count holds, in words.', max_length=200)),
                        ('groups', models.JSONField(help_text='Pairs of a group, in the words of the survey’s answer, and a number.')),
                        ('as_at', models.DateField()),
                        ('source', models.CharField(max_length=300)),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name_plural': 'people',
                        'ordering': ['-as_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('source', ''), _negated=True), models.Q(('who', ''), _negated=True)), name='count_of_people_has_a_source')],
                    },
                ),
            ],
        ),
    ]
