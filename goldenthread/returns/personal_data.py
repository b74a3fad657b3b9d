"""What returns hold about people: published figures hold nothing, our own return holds every child of the area once a year."""

from goldenthread.audit.personal_data import Held

_RETURN = "while it is one of the last five drafts of its year; a frozen one as long as the record of returns"
_BUILD = "those who build returns"
PERSONAL = {
    "Release.recorded_by": Held("work", seen_by="those who load statistics", kept="as long as the release"),
    "ReleaseUpload.recorded_by": Held("work", seen_by="those who load statistics", kept="1 year"),
    "NumberAnswer.recorded_by": Held("work", seen_by=_BUILD, kept="as long as the answer"),
    "NumberAnswer.counts": Held(
        "child",
        seen_by="nobody: small counts, kept to protect the answers that follow",
        kept="as long as the answer",
    ),
    "ReturnDraft.packed": Held("child", seen_by=_BUILD, kept=_RETURN),
    "ReturnDraft.changes": Held("child", seen_by=_BUILD, kept=_RETURN),
    "ReturnDraft.reason": Held("free text", seen_by="those who sign returns", kept=_RETURN),
    "ReturnDraft.recorded_by": Held("work", seen_by="those who sign returns", kept=_RETURN),
    "ReturnDraft.signed_by": Held("work", seen_by="those who sign returns", kept=_RETURN),
    "ReturnDraft.countersigned_by": Held("work", seen_by="those who sign returns", kept=_RETURN),
    "ReturnedCase.content": Held("child", seen_by=_BUILD, kept=_RETURN),
}
NOT_PERSONAL = {
    "Release": "title source sha256 loaded_on recorded_at",
    "ReleaseUpload": "key name data title source doing outcome recorded_at",
    "NumberAnswer": "key title reference measure definition since until known_on rows columns table sha256 recorded_at",
    "PublishedTable": "name columns troubles differing repeated",
    "PublishedLine": "period level code place region topic breakdown values",
    "ReturnDraft": "key known_on upto authority doing trouble sha256 signed_on frozen_on recorded_at",
    "ReturnedCase": "reason sources",
    "ReturnFinding": "code severity says todo table item place",
}
