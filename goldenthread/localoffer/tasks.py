"""What the background worker does for the Local Offer."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.kit.uploads import telling
from goldenthread.localoffer.actions.editing import bring_forward
from goldenthread.localoffer.actions.importing import carry_out_import
from goldenthread.localoffer.actions.links import check_links
from goldenthread.localoffer.actions.newsletters import LIST, forget_unconfirmed, send_what_is_due
from goldenthread.localoffer.actions.reminding import remind_keepers, remind_providers
from goldenthread.localoffer.models import ServiceImport

EVERY_HOUR, EVERY_NIGHT, ON_MONDAYS = "3 * * * *", "41 2 * * *", "23 4 * * 1"


@app.periodic(cron=EVERY_HOUR)
@app.task(name="localoffer.bring_forward", queueing_lock="localoffer.bring_forward")
def publish_what_is_due(timestamp: int = 0) -> None:
    """Publish the pages whose day has come, in lists and searches too."""
    bring_forward(today=timezone.localdate())


@app.periodic(cron=ON_MONDAYS)
@app.task(name="localoffer.check_links", queueing_lock="localoffer.check_links")
def try_links(timestamp: int = 0) -> None:
    """Try every link of the guide and the directory."""
    check_links(today=timezone.localdate())


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="localoffer.send_news")
def send_news(timestamp: int = 0) -> None:
    """Send each subscriber the newsletters that they have not had: at once, and each night for those not reached."""
    send_what_is_due()


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="localoffer.ask_for_news")
def ask_for_news(timestamp: int = 0) -> None:
    """Ask each address that signed up whether it wants the newsletter: at once, and each night those not reached."""
    LIST.ask_all()


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="localoffer.forget_unconfirmed", queueing_lock="localoffer.forget_unconfirmed")
def forget_addresses(timestamp: int = 0) -> None:
    """Forget the addresses that nobody confirmed."""
    forget_unconfirmed(on=timezone.localdate())


@app.periodic(cron=ON_MONDAYS)
@app.task(name="localoffer.remind", queueing_lock="localoffer.remind")
def remind(timestamp: int = 0) -> None:
    """Ask providers whether their entries are still right, and tell our own people what waits."""
    remind_providers(on=timezone.localdate())
    remind_keepers(on=timezone.localdate())


@app.task(name="localoffer.bring_in", pass_context=False)
def bring_in(*, upload: int, rehearse: bool) -> None:
    """Bring a list of services in, or rehearse it; one that is gone by then is no trouble."""
    held = ServiceImport.objects.select_related("recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_import(held, rehearse=rehearse, now=timezone.now(), progress=tell)
