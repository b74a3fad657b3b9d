from goldenthread.evidence.models.publication import DocumentDraft, DocumentForm, DocumentVersion

__all__ = ["DocumentDraft", "DocumentForm", "DocumentVersion"]
