"""PURE. Open Referral UK 3.0: its shapes as dataclasses, read from JSON with every error listed, and written again."""
