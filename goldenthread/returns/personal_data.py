"""What returns hold about people: published figures hold nothing."""

from goldenthread.audit.personal_data import Held

PERSONAL = {
    "Release.recorded_by": Held("work", seen_by="those who load statistics", kept="as long as the release"),
}
NOT_PERSONAL = {
    "Release": "title source sha256 loaded_on recorded_at",
    "PublishedTable": "name columns troubles differing repeated",
    "PublishedLine": "period level code place region topic breakdown values",
}
