"""One invented card in five languages, and where its cards were left. No speaker of the languages has checked the words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.communication.actions import cards
from goldenthread.communication.models import Card, ShortAddress

ENGLISH = {
    "title": "Help for your child",
    "lines": "Does your child need more help to learn?\nLook at the Local Offer. It is free.\n"
             "It shows who can help near you.\nYou can ask us by phone too.",
    "phone": "01632 960 123",
}  # fmt: skip
"""The number is one of those kept for stories (Ofcom, telephone numbers for drama use)."""
TRANSLATED = {
    "pa": ("ਤੁਹਾਡੇ ਬੱਚੇ ਲਈ ਮਦਦ",
           "ਕੀ ਤੁਹਾਡੇ ਬੱਚੇ ਨੂੰ ਸਿੱਖਣ ਵਿੱਚ ਹੋਰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ?\nਲੋਕਲ ਆਫ਼ਰ (Local Offer) ਦੇਖੋ। ਇਹ ਮੁਫ਼ਤ ਹੈ।\n"
           "ਇਹ ਦੱਸਦਾ ਹੈ ਕਿ ਤੁਹਾਡੇ ਨੇੜੇ ਕੌਣ ਮਦਦ ਕਰ ਸਕਦਾ ਹੈ।\nਤੁਸੀਂ ਸਾਨੂੰ ਫ਼ੋਨ ਵੀ ਕਰ ਸਕਦੇ ਹੋ।"),
    "pl": ("Pomoc dla Twojego dziecka",
           "Czy Twoje dziecko potrzebuje więcej pomocy w nauce?\nZajrzyj do Local Offer. To nic nie kosztuje.\n"
           "Zobaczysz, kto może pomóc blisko Ciebie.\nMożesz też do nas zadzwonić."),
    "ro": ("Ajutor pentru copilul dumneavoastră",
           "Are copilul nevoie de mai mult ajutor la învățat?\nUitați-vă în Local Offer. Este gratuit.\n"
           "Arată cine vă poate ajuta aproape de casă.\nNe puteți și suna."),
    "ur": ("آپ کے بچے کے لیے مدد",
           "کیا آپ کے بچے کو سیکھنے میں مزید مدد چاہیے؟\nلوکل آفر (Local Offer) دیکھیں۔ یہ مفت ہے۔\n"
           "یہ بتاتا ہے کہ آپ کے قریب کون مدد کر سکتا ہے۔\nآپ ہمیں فون بھی کر سکتے ہیں۔"),
}  # fmt: skip
LEFT = (
    ("Doctors’ surgery in the north (invented)", "en", 200, 150, 30),
    ("Family hub in the south (invented)", "pa", 100, 100, None),
)


def load(on: date, by: Any = None) -> Card:
    """The card, its translations, and two runs with a code each."""
    begun = on - timedelta(days=60)
    card = cards.add_card(slug="help", fields=ENGLISH, on=begun, by=by)
    for language, (title, lines) in TRANSLATED.items():
        words = {"title": title, "lines": lines, "checked_by": "", "checked_on": None}
        cards.translate(wording=card.wordings.get(), language=language, based_on=0, fields=words, by=by)
    for place, language, copies, left, back in LEFT:
        code = cards.make_address_of_card(card=card, stands_in=f"Cards, {place}", on=begun, by=by)
        run = cards.record_run(card=card, fields={
            "number": 1, "language": language, "copies": copies, "printed_on": begun, "printed_by": "Council print room",
            "address": ShortAddress.objects.get(pk=code.pk), "organisation": None, "place": place, "left": left,
            "left_on": begun + timedelta(days=7),
        }, by=by)  # fmt: skip
        if back is not None:
            cards.bring_back(run=run, count=back, on=on, by=by)
    Card.objects.update(is_invented=True)
    return card
