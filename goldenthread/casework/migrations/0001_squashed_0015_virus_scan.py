"""The tables of casework; the database itself refuses to change what happened, what was sent and what was issued.

For an empty database, in place of the first 15 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import goldenthread.casework.letters.texts
import goldenthread.casework.models.advice
import goldenthread.casework.models.standing
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


EVENTS_STAY = """
CREATE FUNCTION casework_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Events of a case are never changed or removed (% was tried): record a correction.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER casework_event_rows_stay BEFORE UPDATE OR DELETE ON casework_event
    FOR EACH ROW EXECUTE FUNCTION casework_events_stay();
CREATE TRIGGER casework_event_table_stays BEFORE TRUNCATE ON casework_event
    FOR EACH STATEMENT EXECUTE FUNCTION casework_events_stay();
"""
EVENTS_MAY_GO = """
DROP TRIGGER casework_event_table_stays ON casework_event;
DROP TRIGGER casework_event_rows_stay ON casework_event;
DROP FUNCTION casework_events_stay();
"""
LETTERS_STAY = """
CREATE FUNCTION casework_letters_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sealed_on IS NULL THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' OR (NEW.words, NEW.paragraphs, NEW.sealed_on, NEW.kind, NEW.case_id, NEW.adult_id, NEW.child_id,
        NEW.organisation_id, NEW.event_id) IS DISTINCT FROM (OLD.words, OLD.paragraphs, OLD.sealed_on, OLD.kind, OLD.case_id,
        OLD.adult_id, OLD.child_id, OLD.organisation_id, OLD.event_id) THEN
        RAISE EXCEPTION 'A letter that was sent is never changed or removed (% was tried).', TG_OP
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER casework_sent_letters_stay BEFORE UPDATE OR DELETE ON casework_letter
    FOR EACH ROW EXECUTE FUNCTION casework_letters_stay();
"""
LETTERS_MAY_GO = """
DROP TRIGGER casework_sent_letters_stay ON casework_letter;
DROP FUNCTION casework_letters_stay();
"""
ISSUED_STAYS = """
CREATE FUNCTION casework_issued_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was issued or came in is never changed or removed (% of % was tried).', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER casework_versions_stay BEFORE UPDATE OR DELETE ON casework_planversion
    FOR EACH ROW EXECUTE FUNCTION casework_issued_stays();
CREATE TRIGGER casework_submissions_stay BEFORE UPDATE OR DELETE ON casework_advicesubmission
    FOR EACH ROW EXECUTE FUNCTION casework_issued_stays();
"""
ISSUED_MAY_GO = """
DROP TRIGGER casework_versions_stay ON casework_planversion;
DROP TRIGGER casework_submissions_stay ON casework_advicesubmission;
DROP FUNCTION casework_issued_stays();
"""
FILES_STAY = """
CREATE TRIGGER casework_inherited_files_stay BEFORE UPDATE OR DELETE ON casework_inheritedcase
    FOR EACH ROW EXECUTE FUNCTION casework_issued_stays();
"""
FILES_MAY_GO = "DROP TRIGGER casework_inherited_files_stay ON casework_inheritedcase;"


class Migration(migrations.Migration):

    replaces = [
        ('casework', '0001_initial'),
        ('casework', '0002_events_stay'),
        ('casework', '0003_the_first_of_a_chain'),
        ('casework', '0004_letters_and_messages'),
        ('casework', '0005_sent_letters_stay'),
        ('casework', '0006_panels_and_calendars'),
        ('casework', '0007_plans_and_advice'),
        ('casework', '0008_versions_stay'),
        ('casework', '0009_plan_pages'),
        ('casework', '0010_cases_from_files'),
        ('casework', '0011_open_duties_sooner'),
        ('casework', '0012_links_that_were_mailed'),
        ('casework', '0013_bundles'),
        ('casework', '0014_case_files'),
        ('casework', '0015_virus_scan'),
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
                    name='Case',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('reference', models.CharField(max_length=20, unique=True)),
                        ('opened_on', models.DateField()),
                        ('is_restricted', models.BooleanField(default=False, help_text='Only people with a grant of their own see it, whatever their role.')),
                        ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='partners.team')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'indexes': [models.Index(fields=['authority', 'team'], name='case_of_authority')],
                    },
                ),
                migrations.CreateModel(
                    name='Bar',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('reason', models.CharField(max_length=500)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_bars', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bars', to='casework.case')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='case_bar_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Allocation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('is_cover', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='allocations', to='casework.case')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'indexes': [models.Index(fields=['worker', 'ends_on'], name='allocation_of_worker')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='allocation_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('ends_on', None), ('is_cover', False)), fields=('case',), name='case_has_one_worker')],
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=30)),
                        ('occurred_on', models.DateField()),
                        ('known_on', models.DateField(help_text='The day from which the file held it.')),
                        ('facts', models.JSONField(blank=True, default=dict)),
                        ('is_struck', models.BooleanField(default=False)),
                        ('why', models.CharField(blank=True, help_text='Why it was corrected.', max_length=500)),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='casework.event')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('supersedes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='casework.event')),
                        ('root', models.BigIntegerField(blank=True, help_text='The first of a chain of corrections.', null=True)),
                    ],
                    options={
                        'ordering': ['occurred_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('known_on__gte', models.F('occurred_on'))), name='event_is_known_when_it_happens_or_later'), models.CheckConstraint(condition=models.Q(('supersedes', None), models.Q(('why', ''), _negated=True), _connector='OR'), name='event_that_corrects_says_why'), models.CheckConstraint(condition=models.Q(('is_struck', False), ('supersedes__isnull', False), _connector='OR'), name='event_is_struck_by_a_correction')],
                    },
                ),
                migrations.CreateModel(
                    name='AdviceAccess',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('adviser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice_accesses', to=settings.AUTH_USER_MODEL)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_accesses', to='casework.case')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.event')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='advice_access_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Grant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('reason', models.CharField(max_length=500)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_grants', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='case_grant_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='OpenDuty',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('duty', models.CharField(choices=goldenthread.casework.models.standing.duties, max_length=30)),
                        ('started_on', models.DateField()),
                        ('due_on', models.DateField(blank=True, null=True)),
                        ('number', models.BigIntegerField(help_text='The event that started it.')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_duties', to='casework.case')),
                    ],
                    options={
                        'ordering': ['due_on', 'pk'],
                        'indexes': [models.Index(fields=['duty', 'due_on'], name='open_duty_due'), models.Index(fields=['case', 'due_on'], name='open_duty_of_case'), models.Index(fields=['due_on'], name='open_duty_next')],
                    },
                ),
                migrations.CreateModel(
                    name='Standing',
                    fields=[
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='standing', serialize=False, to='casework.case')),
                        ('stage', models.CharField(choices=goldenthread.casework.models.standing.stages, max_length=20)),
                        ('since', models.DateField()),
                        ('requested_on', models.DateField(blank=True, null=True)),
                        ('decided_on', models.DateField(blank=True, help_text='Whether to assess.', null=True)),
                        ('decision_due_on', models.DateField(blank=True, null=True)),
                        ('final_on', models.DateField(blank=True, help_text='The first final plan.', null=True)),
                        ('final_due_on', models.DateField(blank=True, null=True)),
                        ('is_excepted', models.BooleanField(default=False)),
                        ('plan_made_on', models.DateField(blank=True, null=True)),
                        ('reviewed_on', models.DateField(blank=True, null=True)),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('next_duty', models.CharField(blank=True, choices=goldenthread.casework.models.standing.duties, max_length=30)),
                        ('next_due_on', models.DateField(blank=True, null=True)),
                        ('is_appealed', models.BooleanField(default=False)),
                        ('is_in_mediation', models.BooleanField(default=False)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['next_due_on'], name='standing_next_due'), models.Index(fields=['stage', 'next_due_on'], name='standing_stage'), models.Index(fields=['final_on'], name='standing_final_on')],
                    },
                ),
                migrations.CreateModel(
                    name='LetterWords',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('kind', models.CharField(choices=goldenthread.casework.letters.texts.kinds, max_length=30)),
                        ('paragraphs', models.JSONField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Message',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('other', models.CharField(blank=True, help_text='Somebody who is not of the family.', max_length=200)),
                        ('kind', models.CharField(choices=[('message', 'Message'), ('correction', 'Request to correct a fact')], default='message', max_length=12)),
                        ('channel', models.CharField(choices=[('site', 'On this site'), ('telephone', 'By telephone'), ('email', 'By e-mail'), ('letter', 'By letter'), ('meeting', 'In a meeting')], default='site', max_length=10)),
                        ('is_ours', models.BooleanField(default=False, help_text='From us to them.')),
                        ('on', models.DateField()),
                        ('words', models.TextField()),
                        ('should_say', models.TextField(blank=True, help_text='What the fact should be, in a request to correct it.')),
                        ('reply_due_on', models.DateField(blank=True, null=True)),
                        ('outcome', models.CharField(blank=True, choices=[('corrected', 'We have corrected it'), ('partly', 'We have corrected a part of it'), ('kept', 'We have not changed it')], max_length=10)),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='people.adult')),
                        ('answers', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='casework.message')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='casework.case')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['on', 'pk'],
                        'indexes': [models.Index(fields=['reply_due_on'], name='message_reply_due')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('child', None), ('other', '')), models.Q(('adult', None), ('child__isnull', False), ('other', '')), models.Q(('adult', None), ('child', None), models.Q(('other', ''), _negated=True)), _connector='OR'), name='message_has_one_party'), models.CheckConstraint(condition=models.Q(('reply_due_on', None), ('reply_due_on__gte', models.F('on')), _connector='OR'), name='message_is_answered_after_it_came'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('answers__isnull', False), _connector='OR'), name='only_answers_have_an_outcome')],
                    },
                ),
                migrations.CreateModel(
                    name='NamedService',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('part', models.CharField(choices=[('council', 'The council’s own team'), ('mediation', 'Mediation adviser'), ('disagreement', 'Disagreement resolution service'), ('advice', 'Information, advice and support service'), ('schools', 'Information about schools and colleges')], max_length=20, unique=True)),
                        ('name', models.CharField(max_length=150)),
                        ('reach', models.CharField(help_text='Telephone, e-mail and web address, as people read it.', max_length=300)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['part'],
                    },
                ),
                migrations.CreateModel(
                    name='Paper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('name', models.CharField(max_length=150)),
                        ('mime', models.CharField(max_length=100)),
                        ('size', models.PositiveIntegerField(help_text='In bytes.')),
                        ('content', models.BinaryField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='casework.case')),
                        ('message', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='casework.message')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sha256', models.CharField(blank=True, max_length=64)),
                        ('scan', models.CharField(blank=True, choices=[('clean', 'No virus found'), ('waiting', 'Waiting for the virus scan'), ('refused', 'It held a virus and was deleted')], db_default='', help_text='Empty: no scanner was asked.', max_length=8)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('code_hash', models.CharField(max_length=64, unique=True)),
                        ('made_on', models.DateField()),
                        ('good_until', models.DateField()),
                        ('tries', models.PositiveSmallIntegerField(default=0, help_text='Wrong dates of birth given with the right code.')),
                        ('used_on', models.DateField(blank=True, null=True)),
                        ('void_on', models.DateField(blank=True, null=True)),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.adult')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='casework.case')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult', None), ('child__isnull', False)), models.Q(('adult__isnull', False), ('child', None)), _connector='OR'), name='invitation_is_of_an_adult_or_the_child'), models.CheckConstraint(condition=models.Q(('good_until__gte', models.F('made_on'))), name='invitation_ends_after_it_is_made')],
                    },
                ),
                migrations.CreateModel(
                    name='Letter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('kind', models.CharField(choices=goldenthread.casework.letters.texts.kinds, max_length=30)),
                        ('paragraphs', models.JSONField(help_text='With live fields, as they are written.')),
                        ('words', models.JSONField(blank=True, help_text='As they were sent.', null=True)),
                        ('edition', models.PositiveIntegerField(default=1, help_text='Goes up with each change, so that two writers notice.')),
                        ('state', models.CharField(choices=[('draft', 'Being written'), ('to-print', 'To print and post'), ('waiting', 'Notice waiting to be sent'), ('sent', 'Sent'), ('failed', 'Notice could not be sent')], default='draft', max_length=10)),
                        ('channel', models.CharField(blank=True, choices=[('post', 'Letter by post'), ('text', 'Text message'), ('email', 'E-mail')], max_length=10)),
                        ('sealed_on', models.DateField(blank=True, help_text='The day of the letter.', null=True)),
                        ('left_on', models.DateField(blank=True, help_text='Posted, or its notice was sent.', null=True)),
                        ('opened_on', models.DateField(blank=True, help_text='First read by the person to whom it went.', null=True)),
                        ('tries', models.PositiveSmallIntegerField(default=0, help_text='How often its notice was tried.')),
                        ('trouble', models.CharField(blank=True, max_length=300)),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='people.adult')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='casework.case')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='people.child')),
                        ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.event')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'indexes': [models.Index(fields=['state', 'case'], name='letter_state')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('child', None), ('organisation', None)), models.Q(('adult', None), ('child__isnull', False), ('organisation', None)), models.Q(('adult', None), ('child', None), ('organisation__isnull', False)), _connector='OR'), name='letter_has_one_reader'), models.CheckConstraint(condition=models.Q(models.Q(('sealed_on', None), ('state', 'draft'), ('words', None)), models.Q(models.Q(('state', 'draft'), _negated=True), ('sealed_on__isnull', False), ('words__isnull', False)), _connector='OR'), name='letter_is_sealed_with_its_words'), models.CheckConstraint(condition=models.Q(('left_on', None), ('left_on__gte', models.F('sealed_on')), _connector='OR'), name='letter_leaves_after_it_is_sealed')],
                    },
                ),
                migrations.CreateModel(
                    name='AgendaItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('question', models.CharField(choices=[('assess', 'Assess?'), ('issue', 'Make a plan?'), ('reassess', 'Assess again?'), ('cease', 'End the plan?'), ('other', 'Something else')], max_length=10)),
                        ('paper', models.TextField(help_text='What the panel reads before it sits.')),
                        ('answer', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('later', 'Not yet: more is needed')], max_length=10)),
                        ('reasons', models.TextField(blank=True)),
                        ('decided_on', models.DateField(blank=True, null=True)),
                        ('edition', models.PositiveIntegerField(default=1, help_text='Goes up with each change, so that two writers notice.')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel_items', to='casework.case')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.event')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='casework.sitting')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('sitting', 'case', 'question'), name='item_is_on_an_agenda_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('decided_by', None), ('decided_on', None), ('reasons', '')), models.Q(models.Q(('answer', ''), _negated=True), models.Q(('reasons', ''), _negated=True), ('decided_on__isnull', False)), _connector='OR'), name='item_is_decided_with_its_reasons'), models.CheckConstraint(condition=models.Q(('event', None), models.Q(('answer', ''), _negated=True), _connector='OR'), name='item_in_the_case_was_decided')],
                    },
                ),
                migrations.CreateModel(
                    name='Countersignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('signed_on', models.DateField()),
                        ('decision_hash', models.CharField(max_length=64)),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='countersignatures', to='casework.agendaitem')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Sitting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('sits_on', models.DateField()),
                        ('closed_on', models.DateField(blank=True, null=True)),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='partners.body')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-sits_on', '-pk'],
                        'constraints': [models.UniqueConstraint(fields=('body', 'sits_on'), name='sitting_is_told_once'), models.CheckConstraint(condition=models.Q(('closed_on', None), ('closed_on__gte', models.F('sits_on')), _connector='OR'), name='sitting_closes_when_it_sits_or_later')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarFeed',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('secret_hash', models.CharField(max_length=64, unique=True)),
                        ('made_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('worker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feeds', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('worker',), name='worker_has_one_calendar')],
                    },
                ),
                migrations.CreateModel(
                    name='Advice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('letter', models.CharField(choices=goldenthread.casework.models.advice.letters, max_length=4)),
                        ('body', models.CharField(max_length=300)),
                        ('email', models.EmailField(blank=True, help_text='Where the link goes.', max_length=254)),
                        ('state', models.CharField(choices=[('asked', 'Asked for'), ('writing', 'Being written'), ('in', 'In'), ('returned', 'Sent back to its author'), ('reused', 'Older advice stands'), ('declined', 'Declined'), ('not-needed', 'Not needed')], default='asked', max_length=12)),
                        ('draft', models.JSONField(blank=True, default=dict, help_text='What its author has typed so far.')),
                        ('edition', models.PositiveIntegerField(default=1, help_text='Goes up with each saving, so that two windows notice.')),
                        ('author', models.CharField(blank=True, max_length=200)),
                        ('role', models.CharField(blank=True, max_length=200)),
                        ('dated_on', models.DateField(blank=True, null=True)),
                        ('received_on', models.DateField(blank=True, null=True)),
                        ('paragraphs', models.JSONField(blank=True, default=list, help_text='[number, words, tags], as they came in.')),
                        ('reason', models.TextField(blank=True, help_text='Why it was declined, not needed, or sent back.')),
                        ('provider_agrees', models.BooleanField(default=False, help_text='That older advice may stand.')),
                        ('authority_agrees', models.BooleanField(default=False)),
                        ('family_agrees', models.BooleanField(default=False)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice', to='casework.case')),
                        ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.paper')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('request', models.OneToOneField(blank=True, help_text='Empty for advice that came with the file of another authority.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='advice', to='casework.event')),
                    ],
                    options={
                        'verbose_name_plural': 'advice',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['in', 'reused']), _negated=True), models.Q(('received_on__isnull', False), models.Q(('paragraphs', []), _negated=True)), _connector='OR'), name='advice_that_is_in_has_its_day_and_paragraphs'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'reused'), _negated=True), models.Q(('authority_agrees', True), ('family_agrees', True), ('provider_agrees', True)), _connector='OR'), name='older_advice_stands_if_all_three_agree'), models.CheckConstraint(condition=models.Q(('dated_on', None), ('received_on', None), ('received_on__gte', models.F('dated_on')), _connector='OR'), name='advice_is_dated_before_it_comes')],
                    },
                ),
                migrations.CreateModel(
                    name='AdviceLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('secret_hash', models.CharField(max_length=64, unique=True)),
                        ('made_on', models.DateField()),
                        ('good_until', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('code_hash', models.CharField(blank=True, help_text='Of the one-time code that was mailed last.', max_length=64)),
                        ('code_made_at', models.DateTimeField(blank=True, null=True)),
                        ('tries', models.PositiveSmallIntegerField(default=0, help_text='Wrong codes since the last was mailed.')),
                        ('advice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='casework.advice')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField(blank=True, help_text='When the mail with it left.', null=True)),
                        ('trouble', models.CharField(blank=True, help_text='Why the mail could not be sent.', max_length=200)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='AdviceSubmission',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('number', models.PositiveIntegerField()),
                        ('came_on', models.DateField()),
                        ('author', models.CharField(max_length=200)),
                        ('role', models.CharField(max_length=200)),
                        ('dated_on', models.DateField()),
                        ('paragraphs', models.JSONField()),
                        ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='casework.advice')),
                        ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.paper')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['number'],
                        'constraints': [models.UniqueConstraint(fields=('advice', 'number'), name='advice_comes_in_order')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanLock',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('line', models.CharField(max_length=40)),
                        ('words', models.TextField()),
                        ('ended_on', models.DateField(blank=True, help_text='When a later order or agreement freed them.', null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_locks', to='casework.case')),
                        ('order', models.ForeignKey(blank=True, help_text='Empty for an order that was made while the child lived elsewhere.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.event')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('inherited_order', models.JSONField(blank=True, default=list, help_text='[what that order says, its day]')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanOverride',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('check_id', models.CharField(max_length=8)),
                        ('line', models.CharField(blank=True, max_length=40)),
                        ('words', models.CharField(blank=True, max_length=500)),
                        ('reason', models.TextField()),
                        ('given_on', models.DateField()),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_overrides', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('type', models.CharField(default='ehc-plan', max_length=40)),
                        ('cohort', models.CharField(blank=True, max_length=40)),
                        ('sections', models.JSONField(default=dict)),
                        ('next_line', models.PositiveIntegerField(default=1, help_text='The number of the next new line: an id is never used twice.')),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='plan_text', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('number', models.PositiveIntegerField()),
                        ('stage', models.CharField(choices=[('draft', 'Draft'), ('final', 'Final plan'), ('amendment', 'Proposed changes'), ('amended', 'Amended plan')], max_length=10)),
                        ('content', models.BinaryField(help_text='What was sealed, as canonical JSON.')),
                        ('sha256', models.CharField(max_length=64)),
                        ('issued_on', models.DateField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='casework.case')),
                        ('event', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='version', to='casework.event')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='version_has_its_own_number')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanReceipt',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('opened_on', models.DateField()),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='casework.planversion')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('version', 'user'), name='version_is_opened_first_once')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanComment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('line', models.CharField(blank=True, help_text="The line's id; empty for the plan as a whole.", max_length=40)),
                        ('words', models.TextField()),
                        ('said_on', models.DateField()),
                        ('answer', models.TextField(blank=True)),
                        ('is_taken_up', models.BooleanField(default=False, help_text='Whether the plan was changed for it.')),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.adult')),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_comments', to='casework.case')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='casework.planversion')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adult', None), ('child__isnull', False)), models.Q(('adult__isnull', False), ('child', None)), _connector='OR'), name='plan_comment_is_of_an_adult_or_the_child'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='plan_comment_is_answered_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='Delivery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('line', models.CharField(max_length=40)),
                        ('term', models.CharField(help_text='Such as 2026-autumn.', max_length=20)),
                        ('promised_minutes', models.PositiveIntegerField(blank=True, help_text='In the term; empty where it is no amount.', null=True)),
                        ('delivered_minutes', models.PositiveIntegerField(blank=True, null=True)),
                        ('is_missed', models.BooleanField(default=False)),
                        ('why', models.TextField(blank=True, help_text='Why less was given than promised.')),
                        ('said_on', models.DateField()),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='casework.planversion')),
                    ],
                    options={
                        'verbose_name_plural': 'deliveries',
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('is_missed', False), models.Q(('why', ''), _negated=True), _connector='OR'), name='missed_delivery_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='Review',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('meeting_on', models.DateField(blank=True, null=True)),
                        ('invited', models.JSONField(blank=True, default=list, help_text='[who, how, the day they were invited]')),
                        ('views', models.TextField(blank=True, help_text="The child's or young person's own words.")),
                        ('family_views', models.TextField(blank=True)),
                        ('progress', models.JSONField(blank=True, default=dict, help_text="Outcome's id to [met, partly-met or not-met; in words]")),
                        ('adulthood', models.TextField(blank=True, help_text='From year 9: what was said of preparing for adulthood.')),
                        ('recommendation', models.CharField(blank=True, choices=[('keep', 'Keep the plan as it is'), ('amend', 'Change the plan'), ('cease', 'End the plan')], max_length=10)),
                        ('reasons', models.TextField(blank=True)),
                        ('differences', models.TextField(blank=True, help_text='Who recommended otherwise, and what.')),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('sent_on', models.DateField(blank=True, help_text='The day its report went to everybody who was invited.', null=True)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='casework.case')),
                        ('opened', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review', to='casework.event')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Picture',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('line', models.CharField(max_length=40)),
                        ('description', models.CharField(max_length=300)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='casework.case')),
                        ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='picture', to='casework.paper')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('shown_from', models.ForeignKey(blank=True, help_text='The first version that was issued with it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='casework.planversion')),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Consultation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('asked_on', models.DateField()),
                        ('answer', models.CharField(blank=True, choices=[('can', 'Yes, we can give this support'), ('unsuitable', 'No: not suitable for the child’s age, ability, aptitude or needs'), ('others', 'No: not compatible with the efficient education of others'), ('resources', 'No: not compatible with the efficient use of resources'), ('other', 'No, for another reason')], max_length=12)),
                        ('reasons', models.TextField(blank=True)),
                        ('answered_on', models.DateField(blank=True, null=True)),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='casework.case')),
                        ('event', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='consultation', to='casework.event')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='casework.planversion')),
                    ],
                    options={
                        'ordering': ['asked_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('version', 'school'), name='school_is_asked_once_of_a_version'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='consultation_is_answered_whole')],
                    },
                ),
                migrations.CreateModel(
                    name='CaseImport',
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
                        ('columns', models.JSONField(blank=True, default=dict, help_text='Heading to field, as agreed for this file.')),
                        ('is_sen2', models.BooleanField(default=False)),
                        ('way', models.CharField(choices=[('each', 'Every sound row; the others are listed'), ('all', 'All of it, or nothing')], default='each', max_length=5)),
                        ('troubles', models.JSONField(blank=True, default=list, help_text='[row, column, sentence]')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(blank=True, help_text='Gets the cases whose row names none.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.team')),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('data__isnull', False), models.Q(('state', 'waiting'), _negated=True), _connector='OR'), name='case_import_keeps_its_file_until_it_is_in')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportedRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('row', models.PositiveIntegerField()),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='imported_row', to='casework.case')),
                        ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='casework.caseimport')),
                    ],
                    options={
                        'ordering': ['row'],
                        'constraints': [models.UniqueConstraint(fields=('upload', 'row'), name='row_is_imported_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportMapping',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('name', models.CharField(max_length=100, unique=True)),
                        ('columns', models.JSONField(help_text='Heading to field.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Bundle',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('kind', models.CharField(choices=[('panel', 'For a panel'), ('tribunal', 'For the tribunal'), ('subject-access', 'For somebody who asked what we hold (subject access)'), ('case-file', 'For another authority, because the family moves (portable case file)')], max_length=16)),
                        ('reader', models.CharField(help_text='For whom it was rendered.', max_length=200)),
                        ('made_on', models.DateField()),
                        ('contents', models.JSONField(help_text='[title, SHA-256 of its words and file, why it went in all the same]')),
                        ('sha256', models.CharField(max_length=64)),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bundles', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='InheritedCase',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('authority', models.CharField(max_length=300)),
                        ('reference', models.CharField(max_length=100)),
                        ('made_on', models.DateField()),
                        ('received_on', models.DateField()),
                        ('sha256', models.CharField(max_length=64)),
                        ('content', models.BinaryField(help_text='The ZIP, byte by byte.')),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='inherited', to='casework.case')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseFileUpload',
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
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('data__isnull', False), ('state', 'done'), _connector='OR'), name='case_file_is_kept_until_it_is_in')],
                    },
                ),
                migrations.CreateModel(
                    name='QuarantinedPaper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('content', models.BinaryField()),
                        ('since', models.DateTimeField()),
                        ('asked', models.PositiveIntegerField(default=0, help_text='How often the scanner was asked again.')),
                        ('trouble', models.CharField(blank=True, help_text='What the scanner said last.', max_length=300)),
                        ('paper', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='quarantined', to='casework.paper')),
                    ],
                    options={
                        'ordering': ['since', 'pk'],
                    },
                ),
            ],
        ),
        migrations.RunSQL(EVENTS_STAY, EVENTS_MAY_GO),
        migrations.RunSQL(LETTERS_STAY, LETTERS_MAY_GO),
        migrations.RunSQL(ISSUED_STAYS, ISSUED_MAY_GO),
        migrations.RunSQL(FILES_STAY, FILES_MAY_GO),
    ]
