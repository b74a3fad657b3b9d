"""Where the demonstration's invented services are: invented buildings beside real postcodes."""

from __future__ import annotations

PLACES: dict[str, tuple[str, str, str, float | None, float | None]] = {
    "hub-east": ("Bramble Family Hub", "Bramble Walk", "WV1 2PF", 52.5867, -2.0932),
    "hub-south": ("Ladybird House", "Ladybird Lane", "WV2 2BL", 52.5737, -2.1114),
    "hub-west": ("Westgate Rooms", "Westgate Close", "WV3 9RR", 52.5842, -2.1431),
    "clinic-east": ("East Children’s Clinic", "Clinic Row", "WV10 0WW", 52.5883, -2.1148),
    "clinic-west": ("West Children’s Clinic", "Fieldway", "WV3 8BY", 52.5781, -2.1765),
    "clinic-central": ("Harbour Rooms", "Harbour Yard", "WV1 4LS", 52.5833, -2.1328),
    "library-central": ("Lamp Street Library", "Lamp Street", "WV1 1RE", 52.586, -2.1299),
    "centre-north": ("Kestrel Centre", "Kestrel Way", "WV10 6RL", 52.6266, -2.1348),
    "centre-south": ("Rovers Sports Hall", "Rovers Road", "WV14 8PT", 52.5537, -2.0691),
    "centre-west": ("Springboard Hall", "Springboard Lane", "WV4 4EE", 52.5604, -2.1588),
    "street-north": ("", "Meadow Row", "WV10 8DG", 52.6166, -2.1041),
    "street-west": ("", "Hilltop Road", "WV6 6HU", 52.6006, -2.1334),
    "street-south": ("", "Kingsmead Road", "WV14 7PP", 52.569, -2.0708),
    "street-east": ("", "Riverside Road", "WV1 2NJ", 52.5837, -2.0975),
    "pool": ("Millrace Pool", "Millrace", "WV10 9NF", 52.6045, -2.1171),
    "farm": ("Hollow Farm", "Hollow Lane", "WV9 5HW", 52.6164, -2.1478),
    "park": ("Fairgate Park", "Park Avenue", "WV10 0SL", 52.6069, -2.0998),
    "cinema": ("Lamp Street Cinema", "Lamp Street", "WV1 1RE", 52.586, -2.1299),
    "college": ("Fairgate College", "College Road", "WV14 0BZ", 52.5675, -2.0817),
    "hospice": ("Lantern House", "Lantern Rise", "WV6 6DU", 52.6006, -2.1334),
    "civic": ("Council offices", "Civic Square", "WV1 1RE", 52.586, -2.1299),
    "online": ("Online or by telephone", "", "", None, None),
    "home": ("At your home, or where you are", "", "", None, None),
}
