"""What a person may be allowed to do. Roles hold these; views ask for them; nothing else decides."""

from __future__ import annotations

from django.db.models import TextChoices


class Permission(TextChoices):
    """One thing that somebody may do, in the words of the people page."""

    VIEW_PROGRAMME = "view-programme", "See the staff workspace: plans, actions, risks and reviews"
    UPDATE_OWN_ACTION = "update-own-action", "Update an action that they lead"
    UPDATE_ACTION = "update-action", "Update any action"
    CONFIRM_EVIDENCE = (
        "confirm-evidence",
        "Confirm, as the second person, that evidence shows what it is said to show",
    )
    SIGN_STATEMENT = (
        "sign-statement",
        "Sign a position statement for the partner to which they belong, or say why it does not agree",
    )
    EDIT_PLAN = "edit-plan", "Change a plan: its areas, actions, measures and dates"
    MANAGE_RISKS = "manage-risks", "Add, change, escalate and close risks and issues"
    RECORD_REVIEW = "record-review", "Record reviews and outside decisions, and so close or reopen an area"
    IMPORT_PLAN = "import-plan", "Bring in a plan from a file"
    PUBLISH = "publish", "Publish, and change the words that the public reads"
    ASK_FOR_UPDATES = "ask-for-updates", "Ask the leads of actions for an update"
    VIEW_PAPERS = "view-papers", "Read and download meeting papers"
    VIEW_CASE = "view-case", "See the children’s cases in which they work"
    WORK_CASE = "work-case", "Record what happens in those cases, and correct it"
    START_CASE = "start-case", "Enter a request and open a case"
    IMPORT_CASES = "import-cases", "Bring in cases from another system’s file or from a SEN2 return"
    MANAGE_CASES = "manage-cases", "See a team’s cases, give them to workers, and read the team’s figures"
    READ_PANEL_PAPERS = (
        "read-panel-papers",
        "Read what a panel reads: of their own cases, or of an agenda until it is closed",
    )
    COUNTERSIGN = "countersign", "Sign a panel’s decision as the second person"
    GIVE_ADVICE = "give-advice", "Read a request for advice that was made to them, until it is answered"
    FOLLOW_CASE = (
        "follow-case",
        "Follow a case in which they have a part: where it stands and what comes next",
    )
    ASK_ASSESSMENT = "ask-assessment", "Ask for an assessment of their own child"
    REPORT_REVIEW = "report-review", "Write the report of an annual review, and say what support was given"
    ANSWER_CONSULTATION = (
        "answer-consultation",
        "Answer for their school or college when a council asks whether it can be named in a plan",
    )
    WRITE_ABOUT_CASE = (
        "write-about-case",
        "Write to the council about a case, send files, and ask for a fact to be corrected",
    )
    PLAN_MOVES = ("plan-moves", "Plan how children move to their next school, college or setting")
    ACKNOWLEDGE_MOVE = (
        "acknowledge-move",
        "Say for their setting that it knows of a child who comes to it, and tick off what it does for a move",
    )
    SET_GOALS = (
        "set-goals",
        "Write down a child’s own words, the one-page profile and goals for adult life, and look at them again together",
    )
    KEEP_DESTINATIONS = (
        "keep-destinations",
        "Keep where young people with a plan are after year 11, and how we know",
    )
    KEEP_INTERNSHIPS = (
        "keep-internships",
        "Keep the register of employers and supported internships: how they end, paid work and job coaches’ hours",
    )
    TELL_ADULT_SERVICES = (
        "tell-adult-services",
        "Tell adult services early, with consent, of a young person who may need them after 18",
    )
    READ_EARLY_LIST = (
        "read-early-list",
        "Read on screen which young people from 14 may need adult services, and answer; each look is recorded",
    )
    KEEP_SEN_REGISTER = (
        "keep-sen-register",
        "Keep the register of pupils with SEN of their own school or setting",
    )
    KEEP_WORKFORCE = (
        "keep-workforce",
        "Keep the record of SENCOs, champions and training of all schools and settings",
    )
    VIEW_FIGURES = (
        "view-figures",
        "See the area’s own figures beside the published ones of England and of its neighbours",
    )
    LOAD_STATISTICS = "load-statistics", "Load a release of published statistics"
    BUILD_RETURNS = (
        "build-returns",
        "Build the SEN2 return, the lists for inspectors and answers in figures, with every child of the area in them",
    )
    SIGN_RETURNS = "sign-returns", "See how a return stands, and sign it as one of two people"
    KEEP_OFFER = (
        "keep-offer",
        "Keep the Local Offer: services, guide, coverage and what families searched for",
    )
    APPROVE_OFFER = (
        "approve-offer",
        "Approve what providers send, and publish pages and answers to comments in the Local Offer",
    )
    KEEP_OWN_ENTRY = "keep-own-entry", "Keep the entries of their own organisation in the Local Offer"
    READ_WAITS = (
        "read-waits",
        "Read every number of the waiting times that were sent, of all services or of their own",
    )
    SEND_WAITS = "send-waits", "Send the waiting times of the services that their own organisation gives"
    SEND_RETURNS = (
        "send-returns",
        "Read the contracts of their own organisation’s services, and send the returns that these ask for",
    )
    VIEW_COMMISSIONING = (
        "view-commissioning",
        "Read what the council and the NHS buy together: register, contracts, reviews, need and money",
    )
    KEEP_COMMISSIONING = (
        "keep-commissioning",
        "Keep what the council and the NHS buy together, and the list of services whose waits are sent",
    )
    RUN_SURVEYS = (
        "run-surveys",
        "Write consultations and surveys, enter paper answers, publish results, and keep the ledger of what people said",
    )
    PLAN_MESSAGES = (
        "plan-messages",
        "Plan what families should know, make addresses to print, and see how many came by each",
    )
    KEEP_GROUP_PAPERS = (
        "keep-group-papers",
        "Write in the room of their own forum or group, which the council cannot read, and share from it",
    )
    SORT_WORDS = "sort-words", "Read and sort what people wrote in surveys, once rules have screened it"
    SCREEN_WORDS = (
        "screen-words",
        "Read, before anybody else, what people wrote that may tell of harm or of who they are",
    )
    REMOVE_BY_RULE = (
        "remove-by-rule",
        "See what is due to be removed by rule, hold a child’s file back, and propose or confirm its removal",
    )
    ANSWER_ACCESS = (
        "answer-access",
        "Put together all that is held about a child for whoever asked for it, and release it as the second person",
    )
    STAND_DUTY = (
        "stand-duty",
        "Be called when a record is opened that nobody should open, and see what people reported",
    )
    CLOSE_AREA = (
        "close-area",
        "Shut the pages behind sign-in in an emergency, and open them again with a second person",
    )
    TAKE_CONTINUITY = (
        "take-continuity",
        "Fetch the locked pack with which people go on working when the system is down",
    )
    VIEW_AUDIT = "view-audit", "See what was done in the system, and by whom"
    MANAGE_USERS = "manage-users", "Add people, give and end roles, and suspend accounts"


OWN = {Permission.UPDATE_ACTION: Permission.UPDATE_OWN_ACTION}
"""The narrower permission for records that its holder leads: `is_led_by(user)` on the record says which."""
