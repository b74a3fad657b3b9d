"""The tables of children and young people and who cares for them.

For an empty database, in place of the first 3 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('people', '0001_initial'),
        ('people', '0002_how_a_young_person_is_reached'),
        ('people', '0003_ethnicity'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('partners', '0001_squashed_0004_phase'),
    ]

    operations = [
        TrigramExtension(),
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='Household',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('label', models.CharField(help_text='For staff only, such as “mother’s home”.', max_length=100)),
                    ],
                ),
                migrations.CreateModel(
                    name='Adult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('name', models.CharField(max_length=200)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('telephone', models.CharField(blank=True, max_length=40)),
                        ('contact_by', models.CharField(choices=[('post', 'Letter by post'), ('text', 'Text message'), ('email', 'E-mail')], default='post', max_length=10)),
                        ('first_language', models.CharField(blank=True, max_length=80)),
                        ('needs_interpreter', models.BooleanField(default=False)),
                        ('is_invented', models.BooleanField(default=False)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='adult', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Child',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('given_names', models.CharField(max_length=150)),
                        ('family_name', models.CharField(max_length=150)),
                        ('known_as', models.CharField(blank=True, max_length=100)),
                        ('pronouns', models.CharField(blank=True, help_text='As the child or the family gave them.', max_length=40)),
                        ('born_on', models.DateField()),
                        ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Not known')], default='U', max_length=1)),
                        ('upn', models.CharField(blank=True, max_length=13, null=True, unique=True, verbose_name='UPN')),
                        ('uln', models.CharField(blank=True, max_length=10, null=True, unique=True, verbose_name='ULN')),
                        ('no_number', models.CharField(blank=True, choices=[('UN1', 'Under 6 and has no UPN yet'), ('UN2', 'Never in a state-funded school in England'), ('UN3', 'Educated outside England'), ('UN5', 'Name or date of birth does not match reliably'), ('UN8', 'New to the authority, not yet known'), ('UN9', 'Young person never in a state school or college in England'), ('UN10', 'Request closed before the number was known')], max_length=4)),
                        ('first_language', models.CharField(blank=True, max_length=80)),
                        ('needs_interpreter', models.BooleanField(default=False)),
                        ('communication', models.TextField(blank=True, help_text='How they make themselves understood, and what helps.')),
                        ('is_invented', models.BooleanField(default=False, help_text='Made by the generator: no real person.')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='child', to=settings.AUTH_USER_MODEL)),
                        ('contact_by', models.CharField(choices=[('post', 'Letter by post'), ('text', 'Text message'), ('email', 'E-mail')], default='post', max_length=10)),
                        ('telephone', models.CharField(blank=True, max_length=40)),
                        ('ethnicity', models.CharField(blank=True, help_text='A code of the Department’s list.', max_length=4)),
                    ],
                    options={
                        'verbose_name_plural': 'children',
                        'ordering': ['family_name', 'given_names', 'pk'],
                        'indexes': [models.Index(fields=['born_on'], name='child_born_on')],
                    },
                ),
                migrations.CreateModel(
                    name='Capacity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('basis', models.CharField(help_text='Who assessed it and when; or the order of the court.', max_length=300)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('representative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='represents', to='people.adult')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='capacity', to='people.child')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='capacity_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('lines', models.TextField()),
                        ('postcode', models.CharField(max_length=8)),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='people.household')),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='address_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Relationship',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('tie', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('parent', 'Parent'), ('step-parent', 'Step-parent'), ('grandparent', 'Grandparent'), ('foster-carer', 'Foster carer'), ('guardian', 'Special guardian'), ('representative', 'Representative (Court of Protection or attorney)'), ('other', 'Somebody else who cares for them')], max_length=20)),
                        ('has_parental_responsibility', models.BooleanField(default=False)),
                        ('may_follow', models.BooleanField(default=False)),
                        ('order', models.TextField(blank=True, help_text='What a court has ordered: contact, residence, and from when.')),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relationships', to='people.adult')),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relationships', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'indexes': [models.Index(fields=['adult', 'child'], name='relationship_of_adult')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='relationship_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Residence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('share', models.CharField(choices=[('main', 'Main home'), ('part', 'Part of the time')], default='main', max_length=10)),
                        ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='residences', to='people.adult')),
                        ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='residences', to='people.child')),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='residences', to='people.household')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='residence_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('child', None)), models.Q(('adult', None), ('child__isnull', False)), _connector='OR'), name='residence_is_of_a_child_or_an_adult')],
                    },
                ),
                migrations.CreateModel(
                    name='Schooling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('attends', models.CharField(choices=[('full', 'Full time'), ('part', 'Part of the week'), ('dual', 'Dual registered')], default='full', max_length=10)),
                        ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='schooling', to='people.child')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pupils', to='partners.organisation')),
                    ],
                    options={
                        'verbose_name_plural': 'schooling',
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='schooling_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Withholding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('reason', models.TextField()),
                        ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='withheld_addresses', to='people.adult')),
                        ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='withholdings', to='people.household')),
                        ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='withholding_ends_after_it_starts')],
                    },
                ),
            ],
        ),
    ]
