"""The field's fixed words. Ratings are not here: each programme sets its own key (`rating_key`)."""

from django.db.models import TextChoices


class Regime(TextChoices):
    """What kind of plan it is, and so who judges it and which deadlines it has."""

    WSOA = "wsoa", "Written Statement of Action"
    APP = "app", "Accelerated Progress Plan"
    PAP = "pap", "Priority Action Plan"
    STRATEGIC_PLAN = "strategic-plan", "Strategic plan"
    IMPROVEMENT_NOTICE = "improvement-notice", "Improvement notice"
    STRATEGY = "strategy", "Strategy"


class FindingKind(TextChoices):
    """How the inspectors called what they found."""

    SIGNIFICANT_WEAKNESS = "significant weakness", "area of significant weakness"
    PRIORITY_ACTION = "priority action", "area for priority action"
    IMPROVEMENT = "improvement", "area for improvement"


class RouteStepKind(TextChoices):
    """The stations of a statutory document, in the order in which they usually come."""

    DRAFT = "draft", "Draft"
    SCRUTINY = "scrutiny", "Scrutiny before decision"
    CABINET = "cabinet", "Cabinet"
    COUNCIL = "council", "Council"
    HEALTH = "health", "Health partner (CCG or ICB)"
    SUBMITTED = "submitted", "Submitted to the inspectorates"
    COMMENTS = "comments", "Inspectorates’ comments"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"


class ReviewKind(TextChoices):
    """Who looks, and at what."""

    MONITORING = "monitoring", "Monitoring review"
    STOCKTAKE = "stocktake", "Stocktake"
    DEEP_DIVE = "deep dive", "Deep dive"
    ANNUAL = "annual", "Annual review of the strategy and plan"


class ReviewPointKind(TextChoices):
    """What a point of a review is."""

    FINDING = "finding", "Finding"
    STRENGTH = "strength", "Strength"
    PRESSURE = "pressure", "Pressure"
    EARLY = "still early", "Still early"
    ASK = "ask", "Asked for"


class EffectKind(TextChoices):
    """What an external decision does to an area or an action."""

    CLOSES = "closes", "closes"
    REOPENS = "reopens", "reopens"


class EvidenceKind(TextChoices):
    """What a piece of evidence is made of."""

    DATA = "data", "Figures"
    AUDIT = "audit", "Audit"
    VOICE = "voice", "Families’ and young people’s words"
    DOCUMENT = "document", "Document"
    OBSERVATION = "observation", "Observation"


class EvidenceShows(TextChoices):
    """How far along the way from work to difference a piece of evidence speaks. The last two speak of impact."""

    ACTIVITY = "activity", "That something was done"
    OUTPUT = "output", "What was made or delivered by it"
    EXPERIENCE = "experience", "What it was like for children, young people or families"
    OUTCOME = "outcome", "What is different for children and young people"


class Confidence(TextChoices):
    """How sure whoever added a piece of evidence is that it shows what it says."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"


class RiskKind(TextChoices):
    """A risk may happen; an issue has."""

    RISK = "risk", "Risk"
    ISSUE = "issue", "Issue"


class Rung(TextChoices):
    """The escalation ladder, from the bottom."""

    WORKSTREAM = "workstream", "Workstream"
    PROGRAMME = "programme", "Programme lead"
    BOARD = "board", "Partnership board"
    CABINET = "cabinet", "Cabinet and health executive"
    DEPARTMENT = "department", "DfE and NHS England"


class Sustained(TextChoices):
    """The answer to “is it still so?” after an area has closed."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
