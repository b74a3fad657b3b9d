"""The ways in which something reaches families."""

from __future__ import annotations

from django.db.models import TextChoices


class Channel(TextChoices):
    """How a message reaches people."""

    NEWSLETTER = "newsletter", "Newsletter"
    CARD = "card", "Card"
    POSTER = "poster", "Poster or leaflet"
    SCHOOLS = "schools", "Schools’ bulletin"
    SOCIAL = "social", "Social media"
    EVENT = "event", "Event or drop-in"
    WEBSITE = "website", "Our own site"
    PARTNERS = "partners", "Health and voluntary partners"
