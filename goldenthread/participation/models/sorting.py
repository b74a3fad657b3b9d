"""Sorting what people wrote: themes, and who put what under which."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.participation.models.response import Words
from goldenthread.participation.models.survey import Question


class Theme(models.Model):
    """A heading under which answers to one question are put."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="themes")
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="theme_is_named_once", fields=["question", "name"])]

    def __str__(self) -> str:
        return self.name


class Coding(models.Model):
    """That one person put one answer under one heading, without having seen where another put it."""

    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="codings")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="codings")
    coded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    coded_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="person_sorts_words_once", fields=["words", "coded_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.theme}"
