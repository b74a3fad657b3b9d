from django.db import models


class BrokenLink(models.Model):
    """A link in a page or an entry that led nowhere when it was last tried."""

    address = models.CharField(max_length=500)
    page = models.ForeignKey(
        "localoffer.GuidePage", null=True, on_delete=models.CASCADE, related_name="broken_links"
    )
    service = models.ForeignKey(
        "localoffer.Service", null=True, on_delete=models.CASCADE, related_name="broken_links"
    )
    says = models.CharField(max_length=200)
    since = models.DateField(help_text="The day on which it was first found broken.")
    tried_on = models.DateField()

    class Meta:
        ordering = ["since", "address"]
        constraints = [
            models.UniqueConstraint(
                fields=["address", "page", "service"], nulls_distinct=False, name="broken_link_is_listed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.says}"
