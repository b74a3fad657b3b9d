"""The tables of people who sign in.

For an empty database, in place of the first 6 migrations; an installation that stands at one of those goes on by them.
"""

import django.db.models.deletion
import django.db.models.functions.text
import goldenthread.accounts.roles
import uuid
from django.conf import settings
from django.db import migrations, models

from goldenthread.kit.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('accounts', '0001_initial'),
        ('accounts', '0002_who_works_and_follows_cases'),
        ('accounts', '0003_roles_as_they_are'),
        ('accounts', '0004_what_processes_remember'),
        ('accounts', '0005_signed_out_for_good'),
        ('accounts', '0006_sessions_and_unused'),
    ]

    initial = True

    dependencies = []

    operations = [
        TablesAtOnce(
            tables=[
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('email', models.EmailField(error_messages={'unique': 'Somebody already signs in with this e-mail address.'}, max_length=254, unique=True, verbose_name='e-mail address')),
                        ('name', models.CharField(max_length=150)),
                        ('is_active', models.BooleanField(default=True)),
                        ('is_demonstration', models.BooleanField(default=False)),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('suspended_on', models.DateField(blank=True, null=True)),
                        ('signed_out', models.PositiveIntegerField(default=0, help_text='How often everything they had open was ended, as at a suspension.')),
                        ('let_in_again_at', models.DateTimeField(blank=True, help_text='From when not being used counts anew.', null=True)),
                    ],
                    options={
                        'ordering': ['name', 'pk'],
                        'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_in_any_case'), models.CheckConstraint(condition=models.Q(models.Q(('is_active', True), ('suspended_on', None)), models.Q(('is_active', False), ('suspended_on__isnull', False)), _connector='OR'), name='user_is_active_or_suspended_on_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='RoleHolding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('role', models.CharField(choices=goldenthread.accounts.roles.choices, max_length=40)),
                        ('scope', models.CharField(blank=True, help_text='Empty for the whole area, or programme:its-name.', max_length=120)),
                        ('starts_on', models.DateField()),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holdings', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['starts_on', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='role_holding_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('scope', ''), ('scope__regex', '^programme:[a-z0-9-]+$'), _connector='OR'), name='role_holding_scope_is_known')],
                    },
                ),
                migrations.CreateModel(
                    name='Remembered',
                    fields=[
                        ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('value', models.JSONField()),
                        ('until', models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='OpenSession',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=40, unique=True)),
                        ('browser', models.CharField(help_text='Such as “Firefox on Windows”.', max_length=60)),
                        ('began_at', models.DateTimeField()),
                        ('seen_at', models.DateTimeField()),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_sessions', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-seen_at'],
                    },
                ),
            ],
        ),
    ]
