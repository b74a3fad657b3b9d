"""The tables of evidence; what was frozen or published stays, and every change of what is counted is noted.

For an empty database, in place of the first 10 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import goldenthread.kit.mailing
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


FROZEN_STAYS = """
CREATE FUNCTION evidence_frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A frozen reading is never changed or removed (% was tried).', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER evidence_frozen_stays BEFORE UPDATE OR DELETE ON evidence_frozen
    FOR EACH ROW EXECUTE FUNCTION evidence_frozen_stays();
"""
FROZEN_MAY_GO = """
DROP TRIGGER evidence_frozen_stays ON evidence_frozen;
DROP FUNCTION evidence_frozen_stays();
"""
PUBLISHED_STAYS = """
CREATE FUNCTION evidence_published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published document is never changed or removed (% was tried).', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER evidence_versions_stay BEFORE UPDATE OR DELETE ON evidence_documentversion
    FOR EACH ROW EXECUTE FUNCTION evidence_published_stays();
"""
PUBLISHED_MAY_GO = """
DROP TRIGGER evidence_versions_stay ON evidence_documentversion;
DROP FUNCTION evidence_published_stays();
"""
READ_BY = {
    "casework": "casework_event casework_standing",
    "commissioning": "commissioning_contractreview commissioning_dutycover commissioning_jointservice commissioning_needfigure "
                     "commissioning_serviceline commissioning_waitmonth commissioning_waitmonthversion partners_organisation",
    "participation": "participation_activity participation_publishedresults participation_said participation_survey",
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
CHANGES_ARE_NOTED = FUNCTION + "".join(TRIGGER.format(source=source, table=table) for source, table in PAIRS)
CHANGES_GO_UNNOTED = "".join(f"DROP TRIGGER evidence_notes_for_{source} ON {table};" for source, table in PAIRS) + (
    "DROP FUNCTION evidence_note_change();"
)


class Migration(migrations.Migration):

    replaces = [
        ('evidence', '0001_measures_that_count_themselves'),
        ('evidence', '0002_frozen_readings_stay'),
        ('evidence', '0005_published_documents'),
        ('evidence', '0006_published_documents_stay'),
        ('evidence', '0007_position_statements'),
        ('evidence', '0008_strategy_reviews'),
        ('evidence', '0009_counted_once'),
        ('evidence', '0010_packs'),
        ('evidence', '0011_telling'),
        ('evidence', '0012_waves_of_surveys'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_squashed_0015_virus_scan'),
        ('commissioning', '0001_squashed_0007_who_waits_longest'),
        ('participation', '0001_squashed_0004_films_of_questions'),
        ('partners', '0001_squashed_0004_phase'),
        ('people', '0001_squashed_0003_ethnicity'),
        ('programme', '0001_squashed_0005_evidence_shows'),
        ('sensupport', '0001_squashed_0004_lists_of_the_roll'),
        ('transitions', '0001_squashed_0002_adulthood'),
    ]

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Frozen',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('figure', models.CharField(max_length=80)),
                        ('version', models.PositiveSmallIntegerField()),
                        ('counts', models.TextField(help_text='The definition in words, as it was.')),
                        ('since', models.DateField()),
                        ('until', models.DateField(help_text='The last day of the period, and the day as known on which it is counted.')),
                        ('numerator', models.PositiveIntegerField()),
                        ('denominator', models.PositiveIntegerField(null=True)),
                        ('rows_hash', models.CharField(blank=True, help_text='SHA-256 of the rows that were counted.', max_length=64)),
                        ('frozen_on', models.DateField()),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='frozen', to='programme.measure')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['until', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('frozen_on__gt', models.F('until'))), name='frozen_after_its_day_is_over'), models.CheckConstraint(condition=models.Q(('denominator', None), ('denominator__gt', 0), _connector='OR'), name='frozen_out_of_something')],
                    },
                ),
                migrations.CreateModel(
                    name='Tie',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('taken_back_on', models.DateField(blank=True, null=True)),
                        ('taken_back_why', models.CharField(blank=True, max_length=500)),
                        ('figure', models.CharField(help_text='The code of a figure on offer.', max_length=80)),
                        ('version', models.PositiveSmallIntegerField(help_text='The way of counting on the day of the tie.')),
                        ('months', models.PositiveSmallIntegerField()),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='programme.measure')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['known_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_on', None)), fields=('measure',), name='one_tie_of_a_measure_stands'), models.CheckConstraint(condition=models.Q(('months__gte', 1), ('months__lte', 24)), name='a_tie_counts_1_to_24_months')],
                    },
                ),
                migrations.CreateModel(
                    name='DocumentDraft',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('form', models.CharField(choices=[('statement-of-action', 'Statement of action'), ('progress-report', 'Progress report'), ('highlight-report', 'Highlight report of one area'), ('scrutiny-paper', 'Scrutiny paper'), ('review-pack', 'Review pack for DfE and NHS England'), ('self-evaluation', 'Self-evaluation'), ('strategy-progress', 'Progress of the strategy'), ('young-people', 'Young people’s version')], max_length=30)),
                        ('as_at', models.DateField()),
                        ('summary', models.TextField(blank=True, max_length=5000)),
                        ('content', models.JSONField()),
                        ('let_through', models.JSONField(default=dict)),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('published_on', models.DateField(blank=True, null=True)),
                        ('given_up_on', models.DateField(blank=True, null=True)),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.area')),
                        ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='document_drafts', to='programme.programme')),
                        ('written_by', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-recorded_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('published_on', None), ('given_up_on', None), _connector='OR'), name='document_draft_ends_once')],
                    },
                ),
                migrations.CreateModel(
                    name='DocumentVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('form', models.CharField(choices=[('statement-of-action', 'Statement of action'), ('progress-report', 'Progress report'), ('highlight-report', 'Highlight report of one area'), ('scrutiny-paper', 'Scrutiny paper'), ('review-pack', 'Review pack for DfE and NHS England'), ('self-evaluation', 'Self-evaluation'), ('strategy-progress', 'Progress of the strategy'), ('young-people', 'Young people’s version')], max_length=30)),
                        ('number', models.PositiveIntegerField()),
                        ('note', models.CharField(blank=True, max_length=500)),
                        ('content', models.JSONField()),
                        ('sha256', models.CharField(max_length=64)),
                        ('published_on', models.DateField()),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programme.area')),
                        ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='version', to='evidence.documentdraft')),
                        ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='document_versions', to='programme.programme')),
                        ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['programme', 'form', 'area', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('programme', 'form', 'area', 'number'), name='document_version_number_is_its_own', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('prepared_by', models.F('published_by')), _negated=True), name='document_version_had_a_second_person')],
                    },
                ),
                migrations.CreateModel(
                    name='ReadingAsEvidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reading', to='programme.evidence')),
                        ('frozen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='as_evidence', to='evidence.frozen')),
                    ],
                ),
                migrations.CreateModel(
                    name='Statement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('criterion', models.CharField(blank=True, max_length=40)),
                        ('area', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='programme.area')),
                        ('priority', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='programme.priority')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='programme.programme')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('area__isnull', False), ('criterion', ''), ('priority', None)), models.Q(('area', None), ('criterion', ''), ('priority__isnull', False)), models.Q(('area', None), ('priority', None), models.Q(('criterion', ''), _negated=True)), _connector='OR'), name='statement_is_of_one_thing'), models.UniqueConstraint(condition=models.Q(('criterion', ''), _negated=True), fields=('programme', 'criterion'), name='statement_of_a_criterion_is_one')],
                    },
                ),
                migrations.CreateModel(
                    name='StatementVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('number', models.PositiveIntegerField()),
                        ('edition', models.PositiveIntegerField(default=1, help_text='Grows with every change while it is written.')),
                        ('begun_on', models.DateField()),
                        ('offered_on', models.DateField(blank=True, null=True)),
                        ('look_again_on', models.DateField(blank=True, help_text='The day from which it is out of date unless somebody looked at it again.', null=True)),
                        ('sha256', models.CharField(blank=True, help_text='Of its sentences and what they cite, as offered.', max_length=64)),
                        ('stands_from', models.DateField(blank=True, null=True)),
                        ('superseded_on', models.DateField(blank=True, null=True)),
                        ('given_up_on', models.DateField(blank=True, null=True)),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='evidence.statement')),
                        ('written_by', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['statement', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('statement', 'number'), name='statement_number_is_its_own'), models.UniqueConstraint(condition=models.Q(('given_up_on', None), ('stands_from', None)), fields=('statement',), name='one_statement_is_at_work'), models.UniqueConstraint(condition=models.Q(('stands_from__isnull', False), ('superseded_on', None)), fields=('statement',), name='one_statement_stands'), models.CheckConstraint(condition=models.Q(models.Q(('look_again_on', None), ('offered_on', None), ('sha256', '')), models.Q(('look_again_on__gt', models.F('offered_on')), ('offered_on__isnull', False), models.Q(('sha256', ''), _negated=True)), _connector='OR'), name='statement_is_offered_whole'), models.CheckConstraint(condition=models.Q(('stands_from', None), ('stands_from__gte', models.F('offered_on')), _connector='OR'), name='statement_stands_once_offered'), models.CheckConstraint(condition=models.Q(('superseded_on', None), ('superseded_on__gte', models.F('stands_from')), _connector='OR'), name='statement_is_followed_once_it_stands'), models.CheckConstraint(condition=models.Q(('stands_from', None), ('given_up_on', None), _connector='OR'), name='statement_that_stands_is_not_given_up')],
                    },
                ),
                migrations.CreateModel(
                    name='Signature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('partner', models.CharField(choices=[('council', 'Council'), ('icb', 'Integrated care board'), ('parent-carer-forum', 'Parent carer forum')], max_length=30)),
                        ('agrees', models.BooleanField()),
                        ('words', models.CharField(blank=True, max_length=1000)),
                        ('sha256', models.CharField(max_length=64)),
                        ('signed_on', models.DateField()),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                        ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='evidence.statementversion')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('version', 'partner'), name='partner_signs_once'), models.UniqueConstraint(fields=('version', 'signed_by'), name='person_signs_for_one_partner'), models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('words', ''), _negated=True), _connector='OR'), name='signature_is_given_or_refused_with_a_reason')],
                    },
                ),
                migrations.CreateModel(
                    name='Claim',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('part', models.CharField(choices=[('conclusion', 'What we conclude'), ('how', 'How we came to this'), ('next', 'What we do next'), ('lasting', 'Why it will last')], max_length=20)),
                        ('place', models.PositiveSmallIntegerField()),
                        ('text', models.CharField(max_length=1000)),
                        ('claims_impact', models.BooleanField(default=False, help_text='Whether it says that something is different for children or families.')),
                        ('edition', models.PositiveIntegerField(default=1)),
                        ('evidence', models.ManyToManyField(blank=True, related_name='claims', to='programme.evidence')),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='evidence.statementversion')),
                    ],
                    options={
                        'ordering': ['version', 'part', 'place'],
                        'constraints': [models.UniqueConstraint(fields=('version', 'part', 'place'), name='claim_has_its_place')],
                    },
                ),
                migrations.CreateModel(
                    name='Answer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('answered_on', models.DateField()),
                        ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='programme.evidence')),
                        ('point', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='programme.reviewpoint')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('taken_back_on', models.DateField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_on', None)), fields=('point', 'evidence'), name='evidence_answers_an_ask_once'), models.CheckConstraint(condition=models.Q(('taken_back_on', None), ('taken_back_on__gte', models.F('answered_on')), _connector='OR'), name='answer_is_taken_back_after_it_was_given')],
                    },
                ),
                migrations.CreateModel(
                    name='StrategyReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('begun_on', models.DateField()),
                        ('asked_words', models.CharField(blank=True, help_text='Who was asked, how many answered, and when; empty when nobody was.', max_length=500)),
                        ('asked_count', models.PositiveIntegerField(blank=True, help_text='How many people answered; empty when it is not known.', null=True)),
                        ('agreed_on', models.DateField(blank=True, null=True)),
                        ('agreed_by', models.CharField(blank=True, help_text='The meeting that agreed it.', max_length=200)),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='strategy_reviews', to='programme.plan')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['begun_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('agreed_on', None)), fields=('plan',), name='one_review_of_a_strategy_is_open'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_by', ''), ('agreed_on', None)), models.Q(('agreed_on__gte', models.F('begun_on')), models.Q(('agreed_by', ''), _negated=True)), _connector='OR'), name='strategy_review_is_agreed_by_a_meeting')],
                    },
                ),
                migrations.CreateModel(
                    name='Verdict',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('choice', models.CharField(choices=[('keep', 'Keep it'), ('change', 'Change it'), ('drop', 'Drop it')], max_length=10)),
                        ('reason', models.CharField(max_length=1000)),
                        ('new_words', models.CharField(blank=True, max_length=300)),
                        ('given_on', models.DateField()),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('priority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='programme.priority')),
                        ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='evidence.strategyreview')),
                    ],
                    options={
                        'ordering': ['priority__number'],
                        'constraints': [models.UniqueConstraint(fields=('review', 'priority'), name='priority_is_judged_once_in_a_review'), models.CheckConstraint(condition=models.Q(models.Q(('choice', 'change'), models.Q(('new_words', ''), _negated=True)), models.Q(models.Q(('choice', 'change'), _negated=True), ('new_words', '')), _connector='OR'), name='only_a_changed_priority_has_new_words')],
                    },
                ),
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
                migrations.CreateModel(
                    name='Pack',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('kind', models.CharField(choices=[('review', 'Review pack for DfE and NHS England'), ('inspection', 'Inspection pack for Ofsted and CQC')], max_length=20)),
                        ('as_at', models.DateField()),
                        ('state', models.CharField(choices=[('waiting', 'Waiting for its turn'), ('running', 'Being made'), ('ready', 'Ready'), ('failed', 'Not made')], default='waiting', max_length=10)),
                        ('steps_done', models.PositiveIntegerField(default=0)),
                        ('steps', models.PositiveIntegerField(default=0)),
                        ('doing', models.CharField(blank=True, max_length=100)),
                        ('trouble', models.CharField(blank=True, max_length=500)),
                        ('content', models.BinaryField(null=True)),
                        ('sha256', models.CharField(blank=True, max_length=64)),
                        ('manifest', models.JSONField(blank=True, default=list, help_text='Of each file its name, its bytes and its SHA-256.')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='packs', to='programme.programme')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-recorded_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('state', 'ready'), models.Q(('sha256', ''), _negated=True)), models.Q(models.Q(('state', 'ready'), _negated=True), ('content', None), ('sha256', '')), _connector='OR'), name='pack_is_ready_with_its_hash')],
                    },
                ),
                migrations.CreateModel(
                    name='Followed',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_confirmed', models.BooleanField(default=False, help_text='What was only asked for brings no mail and goes after some days.')),
                        ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programme.area')),
                        ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programme.plan')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programme.programme')),
                        ('follower', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followed', to='evidence.follower')),
                    ],
                    options={
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(fields=('follower', 'programme', 'plan', 'area'), name='one_thing_is_followed_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('plan', None), ('area', None), _connector='OR'), name='a_plan_or_an_area_is_followed')],
                    },
                ),
                migrations.CreateModel(
                    name='Follower',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('email', models.EmailField(max_length=254, unique=True)),
                        ('key', models.CharField(default=goldenthread.kit.mailing.new_key, help_text='Stands in the mails; confirms and leaves, and no more.', max_length=64, unique=True)),
                        ('asked_on', models.DateField()),
                        ('is_to_be_asked', models.BooleanField(default=False, help_text='Whether the mail that asks must still go out.')),
                        ('confirmed_on', models.DateField(null=True)),
                        ('sent_up_to', models.PositiveIntegerField(default=0, help_text='The number of what was looked at for it last.')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Remark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('sources', models.JSONField(blank=True, default=list)),
                        ('certainty', models.CharField(blank=True, help_text='Empty when read in the source itself.', max_length=300)),
                        ('known_on', models.DateField(db_index=True)),
                        ('taken_back_on', models.DateField(blank=True, null=True)),
                        ('taken_back_why', models.CharField(blank=True, max_length=500)),
                        ('about_on', models.DateField(help_text='The day that it is about.')),
                        ('words', models.CharField(max_length=500)),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='programme.measure')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['about_on', 'pk'],
                    },
                ),
            ],
        ),
        migrations.RunSQL(FROZEN_STAYS, FROZEN_MAY_GO),
        migrations.RunSQL(PUBLISHED_STAYS, PUBLISHED_MAY_GO),
        migrations.RunSQL(CHANGES_ARE_NOTED, CHANGES_GO_UNNOTED),
    ]
