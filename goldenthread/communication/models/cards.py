"""Key-information cards: each wording in English for ever, its translations, what was printed of it and where that was left."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.scope import ScopedQuerySet
from goldenthread.communication.languages import Language
from goldenthread.communication.models.addresses import ShortAddress
from goldenthread.partners.models import Organisation


class CardQuerySet(ScopedQuerySet):
    def open_to_public(self) -> CardQuerySet:
        """All: what is printed to be handed on is for everybody."""
        return self.all()


class Card(models.Model):
    """A card of the size of a bank card; its words are those of its newest wording."""

    gate_field = "slug"

    slug = models.SlugField(max_length=30, unique=True, help_text="Its address on paper: /card/…/")
    made_on = models.DateField()
    is_invented = models.BooleanField(default=False)

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return f"/card/{self.slug}/"


class Wording(models.Model):
    """What a card says in English, from one day on. It is never changed: another one follows it."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=40)
    lines = models.TextField(help_text="One line of the card in each.")
    phone = models.CharField(max_length=30)
    written_on = models.DateField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(name="wordings_of_a_card_are_numbered", fields=["card", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.title}, wording {self.number}"


class Translation(models.Model):
    """One English wording in another language. When the English changes, this one stays with the English that it renders."""

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=5, choices=Language)
    title = models.CharField(max_length=60)
    lines = models.TextField()
    checked_by = models.CharField(
        max_length=200, blank=True, help_text="A service or a role that speaks it, not a name."
    )
    checked_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="How often it was written.")

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(name="wording_is_once_in_a_language", fields=["wording", "language"]),
            models.CheckConstraint(
                name="translation_is_checked_by_somebody_on_a_day",
                condition=Q(checked_by="", checked_on=None)
                | (~Q(checked_by="") & Q(checked_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wording} in {self.get_language_display()}"

    @property
    def direction(self) -> str:
        """Which way it runs: ltr or rtl."""
        return Language(self.language).direction


class PrintRun(models.Model):
    """Cards that were printed and left in one place: how many, in which wording and language, and what came back."""

    gate_field = "pk"

    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="runs")
    language = models.CharField(max_length=5, choices=Language)
    copies = models.PositiveIntegerField()
    printed_on = models.DateField()
    printed_by = models.CharField(max_length=200, help_text="A team or a print shop.")
    address = models.ForeignKey(
        ShortAddress, null=True, blank=True, on_delete=models.PROTECT, related_name="runs"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(
        max_length=200, blank=True, help_text="Where in it, or a place that is no partner."
    )
    left = models.PositiveIntegerField(default=0, help_text="How many were left there.")
    left_on = models.DateField(null=True, blank=True)
    came_back = models.PositiveIntegerField(default=0)
    came_back_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-printed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="cards_come_back_from_where_they_were_left",
                condition=Q(copies__gte=1) & Q(left__lte=F("copies")) & Q(came_back__lte=F("left")),
            ),
            models.CheckConstraint(
                name="cards_left_have_a_place_and_a_day",
                condition=Q(left=0, left_on=None)
                | (
                    Q(left__gte=1, left_on__gte=F("printed_on"))
                    & (~Q(place="") | Q(organisation__isnull=False))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.copies} of {self.wording}"

    @property
    def where(self) -> str:
        """The place in words."""
        return ", ".join(str(one) for one in (self.organisation, self.place) if one)
