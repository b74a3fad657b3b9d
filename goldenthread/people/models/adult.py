from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from goldenthread.kit.history import Recorded
from goldenthread.people.choices import ContactBy


class Adult(Recorded):
    """A parent, a carer or another adult in a child's life. Each has an account of their own, or none."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    contact_by = models.CharField(max_length=10, choices=ContactBy, default=ContactBy.POST)
    first_language = models.CharField(max_length=80, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="adult"
    )
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
