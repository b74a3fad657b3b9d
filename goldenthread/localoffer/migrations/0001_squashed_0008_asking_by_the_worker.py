"""The tables of the Local Offer.

For an empty database, in place of the first 8 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import goldenthread.kit.mailing
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('localoffer', '0001_initial'),
        ('localoffer', '0002_lists_that_come_in'),
        ('localoffer', '0003_the_guide_on_its_day'),
        ('localoffer', '0004_entries_and_other_forms'),
        ('localoffer', '0005_news'),
        ('localoffer', '0006_duties_checked_and_cards_left'),
        ('localoffer', '0007_keepers_events_and_searches'),
        ('localoffer', '0008_asking_by_the_worker'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='GuidePage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=80, unique=True)),
                        ('route', models.CharField(blank=True, max_length=40)),
                        ('order', models.PositiveSmallIntegerField(default=100)),
                        ('owner', models.CharField(blank=True, max_length=200)),
                        ('review_on', models.DateField(blank=True, null=True)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('published', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='localoffer.guiderevision')),
                        ('coming', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='localoffer.guiderevision')),
                    ],
                    options={
                        'ordering': ['route', 'order', 'slug'],
                    },
                ),
                migrations.CreateModel(
                    name='IndexChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.BigIntegerField(db_index=True)),
                        ('service_id', models.BigIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name='IndexState',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.BigIntegerField(default=0)),
                        ('rebuilt_at_version', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='Provider',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('name', models.CharField(max_length=300)),
                        ('record', models.JSONField(default=dict)),
                    ],
                    options={
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='Taxonomy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('name', models.CharField(max_length=200)),
                        ('description', models.TextField(blank=True)),
                        ('uri', models.URLField(blank=True, max_length=500)),
                        ('version', models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('summary', models.TextField()),
                        ('starts_at', models.DateTimeField()),
                        ('ends_at', models.DateTimeField(blank=True, null=True)),
                        ('place', models.CharField(blank=True, max_length=200)),
                        ('postcode', models.CharField(blank=True, max_length=10)),
                        ('who_for', models.CharField(blank=True, max_length=200)),
                        ('cost', models.CharField(blank=True, max_length=100)),
                        ('booking', models.CharField(blank=True, max_length=300)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('is_cancelled', models.BooleanField(default=False)),
                    ],
                    options={
                        'ordering': ['starts_at', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('title', 'starts_at'), name='event_is_entered_once')],
                    },
                ),
                migrations.CreateModel(
                    name='GuideRevision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField()),
                        ('title', models.CharField(max_length=200)),
                        ('summary', models.CharField(max_length=400)),
                        ('body', models.TextField()),
                        ('keywords', models.CharField(blank=True, max_length=400)),
                        ('publish_on', models.DateField(blank=True, null=True)),
                        ('written_at', models.DateTimeField()),
                        ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='localoffer.guidepage')),
                        ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['page', '-number'],
                        'constraints': [models.UniqueConstraint(fields=('page', 'number'), name='guide_revision_number_is_its_own')],
                    },
                ),
                migrations.CreateModel(
                    name='SearchWithoutResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('words', models.CharField(blank=True, max_length=200)),
                        ('filters', models.CharField(blank=True, max_length=200)),
                        ('times', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('month', 'words', 'filters'), name='search_without_result_is_counted_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Service',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('name', models.CharField(max_length=300)),
                        ('origin', models.CharField(choices=[('here', 'Written here'), ('provider', 'Sent by its provider'), ('feed', 'Read from a file or feed')], default='here', max_length=12)),
                        ('is_archived', models.BooleanField(default=False)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('visible_from', models.DateField(blank=True, null=True)),
                        ('visible_to', models.DateField(blank=True, null=True)),
                        ('assured_on', models.DateField(blank=True, null=True)),
                        ('assured_by', models.CharField(blank=True, max_length=200)),
                        ('review_months', models.PositiveSmallIntegerField(default=12)),
                        ('lapses_on', models.DateField(blank=True, null=True)),
                        ('modified_at', models.DateTimeField()),
                        ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='localoffer.provider')),
                        ('approved', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='localoffer.serviceversion')),
                        ('reminded_on', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['name'],
                        'indexes': [models.Index(fields=['modified_at'], name='service_modified')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('visible_from', None), ('visible_to', None), ('visible_to__gte', models.F('visible_from')), _connector='OR'), name='service_is_visible_from_before_to')],
                    },
                ),
                migrations.CreateModel(
                    name='Coverage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reference', models.CharField(db_index=True, max_length=40)),
                        ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='coverage', to='localoffer.guidepage')),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='coverage', to='localoffer.service')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('page__isnull', False), ('service', None)), models.Q(('page', None), ('service__isnull', False)), _connector='OR'), name='coverage_names_a_page_or_a_service'), models.UniqueConstraint(fields=('reference', 'page', 'service'), name='coverage_is_named_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='Comment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('topic', models.CharField(choices=[('content', 'What is in the Local Offer, how good it is, or what is missing'), ('access', 'How easy it is to find, read or use'), ('making', 'How it was made or reviewed, and whether families took part')], max_length=12)),
                        ('words', models.TextField(max_length=3000)),
                        ('sent_on', models.DateField()),
                        ('state', models.CharField(choices=[('new', 'New'), ('answered', 'Answered and published'), ('kept-back', 'Not published')], default='new', max_length=12)),
                        ('published_words', models.TextField(blank=True)),
                        ('outcome', models.CharField(blank=True, choices=[('did', 'We did it'), ('will', 'We will do it'), ('could-not', 'We could not'), ('thanks', 'Thank you: nothing had to change')], max_length=12)),
                        ('answer', models.TextField(blank=True)),
                        ('kept_back_because', models.CharField(blank=True, choices=[('vexatious', 'It is vexatious'), ('one-person', 'It is about what one particular person gets'), ('not-a-comment', 'It is not about the Local Offer, or it is advertising')], max_length=20)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to='localoffer.guidepage')),
                        ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to='localoffer.service')),
                    ],
                    options={
                        'ordering': ['sent_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), models.Q(models.Q(('published_words', ''), _negated=True), models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='comment_that_is_published_has_an_answer'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'kept-back'), _negated=True), models.Q(('kept_back_because', ''), _negated=True), _connector='OR'), name='comment_that_is_kept_back_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='ServiceVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField()),
                        ('record', models.JSONField()),
                        ('state', models.CharField(choices=[('waiting', 'Waits for the council'), ('approved', 'Approved'), ('refused', 'Not approved'), ('replaced', 'Replaced before it was looked at')], default='waiting', max_length=12)),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('submitted_at', models.DateTimeField()),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='localoffer.service')),
                        ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['service', '-number'],
                        'constraints': [models.UniqueConstraint(fields=('service', 'number'), name='service_version_number_is_its_own'), models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('service',), name='one_version_of_a_service_waits')],
                    },
                ),
                migrations.CreateModel(
                    name='Term',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('name', models.CharField(max_length=300)),
                        ('description', models.TextField(blank=True)),
                        ('code', models.CharField(blank=True, max_length=300)),
                        ('uri', models.URLField(blank=True, max_length=500)),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='localoffer.term')),
                        ('taxonomy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='localoffer.taxonomy')),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='UpdateLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('secret_hash', models.CharField(max_length=64, unique=True)),
                        ('sent_to', models.EmailField(max_length=254)),
                        ('made_on', models.DateField()),
                        ('ends_on', models.DateField()),
                        ('used_at', models.DateTimeField(blank=True, null=True)),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='update_links', to='localoffer.service')),
                    ],
                ),
                migrations.CreateModel(
                    name='KnownAs',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('record_id', models.UUIDField(unique=True)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known_as', to='localoffer.service')),
                    ],
                ),
                migrations.CreateModel(
                    name='ServiceImport',
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
                        ('kind', models.CharField(max_length=20)),
                        ('postcode', models.CharField(blank=True, max_length=10)),
                        ('within_km', models.FloatField(blank=True, null=True)),
                        ('alike', models.JSONField(blank=True, default=list, help_text='Records that look like a service that is here.')),
                        ('decided', models.JSONField(blank=True, default=dict, help_text='Record to what it is: new, or the service that it is.')),
                        ('troubles', models.JSONField(blank=True, default=list)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Different',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='localoffer.service')),
                        ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='localoffer.service')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='pair_is_told_apart_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='pair_is_told_apart_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='FormerAddress',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=80, unique=True)),
                        ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_addresses', to='localoffer.guidepage')),
                    ],
                ),
                migrations.CreateModel(
                    name='BrokenLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('address', models.CharField(max_length=500)),
                        ('says', models.CharField(max_length=200)),
                        ('since', models.DateField(help_text='The day on which it was first found broken.')),
                        ('tried_on', models.DateField()),
                        ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='broken_links', to='localoffer.guidepage')),
                        ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='broken_links', to='localoffer.service')),
                    ],
                    options={
                        'ordering': ['since', 'address'],
                        'constraints': [models.UniqueConstraint(fields=('address', 'page', 'service'), name='broken_link_is_listed_once', nulls_distinct=False)],
                    },
                ),
                migrations.CreateModel(
                    name='Attachment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('form', models.CharField(choices=[('easy-read', 'Easy read'), ('bsl', 'British Sign Language video'), ('translated', 'In another language'), ('film', 'Film'), ('sound', 'To listen to'), ('document', 'Document')], max_length=12)),
                        ('title', models.CharField(max_length=200)),
                        ('language', models.CharField(blank=True, help_text='Empty for English.', max_length=60)),
                        ('link', models.URLField(blank=True, max_length=500)),
                        ('name', models.CharField(blank=True, max_length=150)),
                        ('mime', models.CharField(blank=True, max_length=100)),
                        ('content', models.BinaryField(null=True)),
                        ('size', models.PositiveIntegerField(default=0, help_text='Bytes.')),
                        ('added_on', models.DateField()),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='localoffer.guidepage')),
                        ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='localoffer.service')),
                    ],
                    options={
                        'ordering': ['form', 'language', 'title'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('page__isnull', False), ('service', None)), models.Q(('page', None), ('service__isnull', False)), _connector='OR'), name='attachment_belongs_to_a_page_or_a_service'), models.CheckConstraint(condition=models.Q(models.Q(('link', ''), ('content__isnull', False)), models.Q(models.Q(('link', ''), _negated=True), ('content', None)), _connector='OR'), name='attachment_is_a_file_or_a_link')],
                    },
                ),
                migrations.CreateModel(
                    name='Suggestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('name', models.CharField(max_length=200)),
                        ('words', models.TextField(max_length=3000)),
                        ('reach', models.CharField(blank=True, max_length=500)),
                        ('place', models.CharField(blank=True, max_length=300)),
                        ('sent_on', models.DateField()),
                        ('state', models.CharField(choices=[('new', 'Waits for the council'), ('taken', 'Has become an entry'), ('declined', 'Does not become an entry')], default='new', max_length=12)),
                        ('reason', models.CharField(blank=True, max_length=500)),
                        ('decided_on', models.DateField(null=True)),
                        ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggested_as', to='localoffer.service')),
                    ],
                    options={
                        'ordering': ['sent_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('state', 'new'), ('decided_on__isnull', False), _connector='OR'), name='suggestion_that_is_decided_on_says_when')],
                    },
                ),
                migrations.CreateModel(
                    name='Subscriber',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('email', models.EmailField(max_length=254, unique=True)),
                        ('key', models.CharField(default=goldenthread.kit.mailing.new_key, help_text='Stands in the mails; confirms and leaves, and no more.', max_length=64, unique=True)),
                        ('asked_on', models.DateField()),
                        ('confirmed_on', models.DateField(null=True)),
                        ('sent_up_to', models.PositiveIntegerField(default=0, help_text='The number of what was looked at for it last.')),
                        ('is_to_be_asked', models.BooleanField(default=False, help_text='Whether the mail that asks must still go out.')),
                    ],
                ),
                migrations.CreateModel(
                    name='Newsletter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('body', models.TextField()),
                        ('version', models.PositiveIntegerField(default=1, help_text='How often it was written.')),
                        ('number', models.PositiveIntegerField(help_text='Given when it is sent.', null=True, unique=True)),
                        ('sent_on', models.DateField(null=True)),
                        ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': [models.OrderBy(models.F('number'), descending=True, nulls_first=True), '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('number', None), ('sent_on', None)), models.Q(('number__isnull', False), ('sent_on__isnull', False)), _connector='OR'), name='newsletter_that_is_sent_has_number_and_day')],
                    },
                ),
                migrations.CreateModel(
                    name='DutyCheck',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reference', models.CharField(max_length=40, unique=True)),
                        ('owner', models.CharField(blank=True, max_length=200)),
                        ('checked_on', models.DateField(null=True)),
                        ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='PlacedCard',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('place', models.CharField(max_length=200)),
                        ('count', models.PositiveIntegerField()),
                        ('placed_on', models.DateField()),
                        ('placed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placed_cards', to='localoffer.service')),
                    ],
                    options={
                        'ordering': ['-placed_on', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('count__gte', 1)), name='placed_cards_are_some')],
                    },
                ),
                migrations.CreateModel(
                    name='KeptService',
                    fields=[
                    ],
                    options={
                        'proxy': True,
                    },
                    bases=('localoffer.service',),
                ),
                migrations.CreateModel(
                    name='SearchFor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField()),
                        ('concept', models.CharField(max_length=80)),
                        ('times', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('month', 'concept'), name='search_is_counted_by_month')],
                    },
                ),
                migrations.CreateModel(
                    name='Keeper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('given_on', models.DateField()),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('provider', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keepers', to='localoffer.provider')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('provider', 'user'), name='keeper_of_a_provider_is_named_once')],
                    },
                ),
            ],
        ),
    ]
