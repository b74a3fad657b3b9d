"""The access matrix: for every address, who comes in. A test fails for an address that is not listed.

Who is not named in a row is shut out: anybody not signed in is sent to sign in; somebody who may not know of the record gets
404; `KNOWS` of a row are those who may know of it and still not open this page: 403. Without a record in its address, a page
answers 403 to everybody else.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from tests.access.people import EVERYBODY

SIGNED_IN = frozenset(EVERYBODY) - {"anonymous"}
_PROGRAMME = frozenset({"programme-lead", "action-owner", "board-member", "scrutiny-councillor", "national-adviser",
                        "communications-officer", "inspector", "inspector-granted", "inspector-over", "analyst",
                        "participation-officer"})  # fmt: skip
_PAPERS = _PROGRAMME - {"action-owner", "communications-officer", "participation-officer"}
_SEES_CONTENT = SIGNED_IN - {
    "administrator",
    "no-role",
    "provider",
    "group-member",
    "data-protection",
    "duty-officer",
}
"""Those with a role that may know that a programme's record exists."""
_KNOW_PACKS = _PAPERS | {"worker", "manager"} if settings.ROW_SECURITY else _SEES_CONTENT
"""A pack may hold lists of children, so the second lock hides it from who may read neither it nor every case."""
_LEAD = frozenset({"programme-lead"})
_PUBLISHERS = _LEAD | {"communications-officer"}
_WORKERS = frozenset({"worker", "worker-cover", "worker-before", "worker-elsewhere", "worker-barred"})
_MANAGERS = frozenset({"manager", "manager-elsewhere"})
_PANEL = frozenset({"panel-member", "panel-member-elsewhere", "panel-member-barred"})
_ADVISERS = frozenset({"adviser", "adviser-answered", "adviser-elsewhere"})
_SETTINGS = frozenset({"setting", "setting-left", "setting-elsewhere"})
_FAMILIES = frozenset({"parent", "parent-shut-out", "parent-elsewhere", "young-person"})
_INSPECTORS = frozenset({"inspector", "inspector-granted", "inspector-over"})

OWN = frozenset({"worker", "worker-cover", "manager"})
"""Those who work this case or manage its team."""
FOLLOW = frozenset({"parent", "young-person", "setting", "inspector-granted"})
"""Those who follow it."""
# A school's visitor with leave keeps to its section of letters; each reads only letters addressed to them.
KNOWS = OWN | FOLLOW | {"panel-member", "adviser"}
"""Everybody with a part in the case today."""


@dataclass(frozen=True)
class Row:
    """One address: how to write it, who comes in, and who may know of its record."""

    address: str
    inside: frozenset[str]
    knows: frozenset[str] | None = None  # None: there is no record in the address

    def expected(self, who: str) -> str:
        """What somebody is answered with: "in", "sign in", "403" or "404"."""
        if who in self.inside:
            return "in"
        if who == "anonymous":
            return "sign in"
        return "403" if self.knows is None or who in self.knows else "404"


def _open(address: str) -> Row:
    return Row(address, frozenset(EVERYBODY))


def _account(address: str) -> Row:
    return Row(address, SIGNED_IN)


def _programme(address: str, inside: frozenset[str] = _PROGRAMME) -> Row:
    return Row(address, inside, _SEES_CONTENT)


def _list(address: str, inside: frozenset[str]) -> Row:
    return Row(address, inside)


def _case(address: str, inside: frozenset[str] = OWN, knows: frozenset[str] = KNOWS) -> Row:
    return Row(f"/casework/cases/{{case}}/{address}", inside, knows)


_LETTER = OWN | {"parent", "inspector-granted"}
"""Those who may know of a letter to the parent: the young person has letters of their own."""
_ADVICE = OWN | {"inspector-granted"}
"""Those who may know of advice that is in."""
_MANAGER = frozenset({"manager"})
_FIGURES = _MANAGERS | _LEAD | {"board-member", "scrutiny-councillor", "national-adviser", "analyst"}
_COMMISSION = frozenset({"joint-commissioner"})
_READ_COMMISSIONING = (
    _COMMISSION | _LEAD | {"board-member", "scrutiny-councillor", "national-adviser", "analyst"}
)
_READ_WAITS = _READ_COMMISSIONING | {"service-lead"}
_SEND_WAITS = frozenset({"joint-commissioner", "service-lead"})
_OWN_CONTRACT = frozenset({"service-lead"})
_KNOW_SERVICE = _READ_COMMISSIONING | _OWN_CONTRACT
"""Those who may know of a joint service: whoever reads joint commissioning, and its own provider."""
_SIGNERS = _MANAGERS | {"analyst"}


def _return(address: str, inside: frozenset[str] = _SIGNERS) -> Row:
    return Row(f"/returns/sen2/{{draft}}/{address}", inside, _SIGNERS)


_STAFF = _WORKERS | _MANAGERS
_ITEM = OWN | {"panel-member"}
_SITTING = OWN | {"panel-member", "panel-member-barred", "manager-elsewhere"}

PUBLIC = {
    "website:home": _open("/"), "running:well": _open("/health/"), "running:live": _open("/health/live/"),
    "running:ready": _open("/health/ready/"), "running:metrics": _open("/metrics"),
    "website:accessibility": _open("/accessibility/"),
    "website:privacy": _open("/privacy/"), "programme:progress": _open("/progress/"),
    "programme:area": _open("/progress/areas/{public_area}/"), "programme:changes": _open("/progress/changes/"),
    "programme:timeline": _open("/progress/timeline/"), "programme:strategy": _open("/progress/strategy/"),
    "programme:record": _open("/progress/record/"), "programme:version": _open("/progress/versions/{version}/"),
    "programme:json": _open("/progress/progress.json"), "programme:csv": _open("/progress/progress.csv"),
    "programme:feed": _open("/progress/feed/"), "programme:areas_chart": _open("/progress/charts/areas.svg"),
    "account_login": _open("/account/login/"), "account_logout": _open("/account/logout/"),
    "account_inactive": _open("/account/suspended/"), "account_signup": _open("/account/sign-up/"),
    "account_reset_password": _open("/account/password/forgotten/"),
    "account_reset_password_done": _open("/account/password/forgotten/sent/"),
    "account_reset_password_from_key": _open("/account/password/new/1-wrong/"),
    "account_reset_password_from_key_done": _open("/account/password/new/done/"),
    "socialaccount_login_cancelled": _open("/account/single-sign-on/cancelled/"),
    "socialaccount_login_error": _open("/account/single-sign-on/trouble/"), "case:join": _open("/my/join/"),
    "calendar": _open("/calendar/{secret}.ics"), "advice:link": _open("/advice/link/{link}/"),
    "advice:code": _open("/advice/link/{link}/code/"), "advice:write": _open("/advice/link/{link}/write/"),
    "advice:check": _open("/advice/link/{link}/check/"),
    "localoffer:update": _open("/local-offer/update/{update_secret}/"),
    "localoffer:front": _open("/local-offer/"), "localoffer:results": _open("/local-offer/search/"),
    "localoffer:mine": _list("/local-offer/mine/", frozenset({"provider"})),
    "localoffer:my_entry": Row("/local-offer/mine/{kept_entry}/", frozenset({"provider"}), frozenset({"provider"})),
    "school_support:strategies": _open("/school-support/"),
    "localoffer:map": _open("/local-offer/map/"),
    "localoffer:json": _open("/local-offer/search.json"), "localoffer:service": _open("/local-offer/services/{offered}/"),
    "localoffer:card": _open("/local-offer/services/{offered}/card.pdf"), "localoffer:guide": _open("/local-offer/guide/"),
    "localoffer:page": _open("/local-offer/guide/sleep/"), "localoffer:events": _open("/local-offer/events/"),
    "localoffer:shortlist": _open("/local-offer/shortlist/"), "localoffer:comment": _open("/local-offer/comment/"),
    "localoffer:news": _open("/local-offer/newsletter/"), "localoffer:newsletter": _open("/local-offer/newsletter/{news}/"),
    "localoffer:join_news": _open("/local-offer/newsletter/join/"),
    "localoffer:news_asked": _open("/local-offer/newsletter/asked/"),
    "localoffer:confirm_news": _open("/local-offer/newsletter/confirm/any/"),
    "localoffer:leave_news": _open("/local-offer/newsletter/leave/any/"),
    "localoffer:suggest": _open("/local-offer/suggest/"),
    "localoffer:page_in_large_print": _open("/local-offer/guide/sleep/large-print.pdf"),
    "localoffer:service_in_large_print": _open("/local-offer/services/{offered}/large-print.pdf"),
    "localoffer:attachment": _open("/local-offer/files/{attached}/"),
    "localoffer:thanks": _open("/local-offer/comment/sent/"), "localoffer:said": _open("/local-offer/you-said/"),
    "open_referral": _open("/open-referral"), "openreferral:about": _open("/open-referral/"),
    "openreferral:openapi": _open("/open-referral/openapi.json"), "openreferral:services": _open("/open-referral/services"),
    "openreferral:services_one": _open("/open-referral/services/{offered}"),
    "openreferral:service_at_locations": _open("/open-referral/service_at_locations"),
    "openreferral:service_at_locations_one": _open("/open-referral/service_at_locations/{offered_place}"),
    "openreferral:organizations": _open("/open-referral/organizations"),
    "openreferral:organizations_one": _open("/open-referral/organizations/{offering}"),
    "openreferral:taxonomies": _open("/open-referral/taxonomies"),
    "openreferral:taxonomies_one": _open("/open-referral/taxonomies/{vocabulary}"),
    "openreferral:taxonomy_terms": _open("/open-referral/taxonomy_terms"),
    "openreferral:taxonomy_terms_one": _open("/open-referral/taxonomy_terms/{word}"),
    "compare:measures": _open("/how-we-compare/"),
    "compare:measure": _open("/how-we-compare/in-20-weeks/"),
    "compare:download": _open("/how-we-compare/in-20-weeks/figures.csv"),
    "compare:drawing": _open("/how-we-compare/in-20-weeks/trend.svg"),
}  # fmt: skip
ACCOUNT = {
    "website:design": _account("/design/"), "programme_staff:my_work": _account("/work/"),
    "account_second_step": _account("/account/second-step/first/"), "accounts_onwards": _account("/account/onwards/"),
    "accounts_where": _account("/account/where/"),
    "mfa_index": _account("/account/second-step/"), "account_change_password": _account("/account/password/change/"),
    "accounts_people": _list("/account/people/", frozenset({"administrator"})),
    "accounts_add_person": _list("/account/people/add/", frozenset({"administrator"})),
    "accounts_audit": _list("/account/audit/", frozenset({"administrator"})),
    "returns:drafts": _list("/returns/sen2/", _SIGNERS),
    "returns:draft_ask": _list("/returns/sen2/make/", frozenset({"analyst"})),
    "returns:draft": _return(""), "returns:draft_sign": _return("sign/"),
    "returns:draft_findings": _return("findings/", frozenset({"analyst"})),
    "returns:draft_case": _return("cases/{returned}/", frozenset({"analyst"})),
    "returns:draft_left_out": _return("left-out/", frozenset({"analyst"})),
    "returns:draft_changes": _return("changes/", frozenset({"analyst"})),
    "returns:draft_file": _return("files/xml/", frozenset({"analyst"})),
    "returns:lists": _list("/returns/lists/", frozenset({"analyst"})),
    "returns:list_file": _list("/returns/lists/files/workbook/", frozenset({"analyst"})),
    "returns:figures": _list("/returns/figures/", _FIGURES),
    "returns:releases": _list("/returns/releases/", frozenset({"analyst"})),
    "returns:answers": _list("/returns/answers/", frozenset({"analyst"})),
    "returns:answer_ask": _list("/returns/answers/ask/", frozenset({"analyst"})),
    "returns:answer": Row("/returns/answers/{given_answer}/", frozenset({"analyst"}), frozenset({"analyst"})),
    "returns:answer_file": Row("/returns/answers/{given_answer}/csv/", frozenset({"analyst"}), frozenset({"analyst"})),
    "returns:release_upload": Row("/returns/releases/files/{release_sent}/", frozenset({"analyst"}), frozenset({"analyst"})),
    "returns:release": _list("/returns/releases/{release}/", frozenset({"analyst"})),
}  # fmt: skip
_KEEPERS = frozenset({"local-offer-officer"})
_VOICES, _SORTERS, _SAFE = (
    frozenset({"participation-officer"}),
    frozenset({"participation-officer", "analyst"}),
    frozenset({"safeguarding-lead"}),
)
_GROUP = frozenset({"group-member"})
_MESSAGES = frozenset({"communications-officer", "local-offer-officer"})
_SURVEY = "/have-your-say/about/{survey}/"
VOICE = {
    "participation:front": _open("/have-your-say/"), "participation:come_back": _open("/have-your-say/come-back/"),
    "participation:by_text": _open("/have-your-say/by-text/"),
    "participation:agree_text": _open("/have-your-say/by-text/any/"),
    "say_stop": _open("/stop/any/"), "say_short": _open("/s/{survey_text_code}/"),
    "participation:said": _open("/have-your-say/you-said/"),
    "participation:one_said": _open("/have-your-say/you-said/{voice_said}/"),
    "participation:together": _open("/have-your-say/together/"),
    "participation:activity": _open("/have-your-say/together/{activity}/"),
    "participation:groups": _open("/have-your-say/groups/"), "participation:survey": _open(_SURVEY),
    "participation:start": _open(_SURVEY + "start/"), "participation:question": _open(_SURVEY + "question/1/"),
    "participation:check": _open(_SURVEY + "check/"), "participation:later": _open(_SURVEY + "later/"),
    "participation:sent": _open(_SURVEY + "sent/"), "participation:results": _open(_SURVEY + "results/"),
    "participation:paper": _open(_SURVEY + "paper/"),
    "participation:whom": _open("/have-your-say/whom-we-hear/"), "participation:again": _open("/have-your-say/asked-again/"),
    "participation:again_chart": _open("/have-your-say/asked-again/wave-3/1/chart.svg"),
    "voice:heard": _list("/voice/heard/", _VOICES), "evidence:whom": _list("/evidence/whom-we-should-hear/", _VOICES),
    "voice:people": _list("/voice/heard/people/", _VOICES),
    "voice:plan_outreach": _list("/voice/heard/plan/", _VOICES),
    "communication_go": _open("/go/{short_address}/"),
    "communication_card": _open("/card/{card}/"),
    "communication:cards": _list("/communication/cards/", _MESSAGES),
    "communication:add_card": _list("/communication/cards/add/", _MESSAGES),
    "communication:card": _programme("/communication/cards/{card}/", _MESSAGES),
    "communication:card_pdf": _programme("/communication/cards/{card}/card.pdf", _MESSAGES),
    "communication:word_card": _programme("/communication/cards/{card}/edit/", _MESSAGES),
    "communication:translate_card": _programme("/communication/cards/{card}/in/pl/", _MESSAGES),
    "communication:add_place": _programme("/communication/cards/{card}/place/", _MESSAGES),
    "communication:add_run": _programme("/communication/cards/{card}/printed/", _MESSAGES),
    "communication:bring_back": _programme("/communication/cards/runs/{print_run}/back/", _MESSAGES),
    "communication:home": _list("/communication/", _MESSAGES),
    "communication:add": _list("/communication/messages/add/", _MESSAGES),
    "communication:message": _programme("/communication/messages/{family_message}/", _MESSAGES),
    "communication:edit": _programme("/communication/messages/{family_message}/edit/", _MESSAGES),
    "communication:addresses": _list("/communication/addresses/", _MESSAGES),
    "communication:visits_csv": _list("/communication/addresses/visits.csv", _MESSAGES),
    "communication:add_address": _list("/communication/addresses/add/", _MESSAGES),
    "communication:address": _programme("/communication/addresses/{short_address}/", _MESSAGES),
    "voice:outreach": _programme("/voice/heard/plan/{outreach}/", _VOICES),
    "voice:home": _list("/voice/", _VOICES), "voice:add": _list("/voice/surveys/add/", _VOICES),
    "voice:survey": _programme("/voice/surveys/{survey}/", _VOICES),
    "voice:texts": _programme("/voice/surveys/{survey}/texts/", _VOICES),
    "voice:languages": _programme("/voice/surveys/{survey}/languages/", _VOICES),
    "voice:words": _programme("/voice/surveys/{survey}/languages/pl/", _VOICES),
    "voice:page_words": _list("/voice/languages/pl/", _VOICES),
    "voice:preview": _programme("/voice/surveys/{survey}/preview/", _VOICES),
    "voice:questions": _programme("/voice/surveys/{survey}/questions/", _VOICES),
    "voice:paper": _programme("/voice/surveys/{survey}/paper/", _VOICES),
    "voice:to_sort": _list("/voice/sort/", _SORTERS), "voice:sort": _programme("/voice/sort/{survey}/4/", _SORTERS),
    "voice:held": _list("/voice/held/", _SAFE), "voice:one_held": Row("/voice/held/{held_words}/", _SAFE, _SAFE),
    "voice:add_activity": _list("/voice/together/add/", _VOICES), "voice:add_said": _list("/voice/said/add/", _VOICES),
    "voice:said": _programme("/voice/said/{voice_said}/", _VOICES),
    "voice:rooms": _list("/voice/rooms/", _VOICES), "voice:shared": Row("/voice/rooms/papers/{group_shared}/", _VOICES, _VOICES),
    "our_group:home": _list("/our-group/", _GROUP), "our_group:write": _list("/our-group/write/", _GROUP),
    "our_group:members": _list("/our-group/members/", _GROUP),
    "our_group:paper": Row("/our-group/papers/{group_draft}/", _GROUP, _GROUP),
}  # fmt: skip
OFFER = {
    "offer_staff:home": _list("/local-offer/keep/", _KEEPERS),
    "offer_staff:events": _list("/local-offer/keep/events/", _KEEPERS),
    "offer_staff:add_event": _list("/local-offer/keep/events/add/", _KEEPERS),
    "offer_staff:event": _programme("/local-offer/keep/events/{event_kept}/", _KEEPERS),
    "offer_staff:services": _list("/local-offer/keep/services/", _KEEPERS),
    "offer_staff:service": _programme("/local-offer/keep/services/{offered}/", _KEEPERS),
    "offer_staff:change": _programme("/local-offer/keep/changes/{sent_change}/", _KEEPERS),
    "offer_staff:comment": _programme("/local-offer/keep/comments/{said}/", _KEEPERS),
    "offer_staff:import": _list("/local-offer/keep/import/", _KEEPERS),
    "offer_staff:upload": Row("/local-offer/keep/import/{list_held}/", _KEEPERS, _KEEPERS),
    "offer_staff:upload_confirm": Row("/local-offer/keep/import/{list_held}/confirm/", _KEEPERS, _KEEPERS),
    "offer_staff:alike": _list("/local-offer/keep/alike/", _KEEPERS),
    "offer_staff:coverage": _list("/local-offer/keep/coverage/", _KEEPERS),
    "offer_staff:add_service": _list("/local-offer/keep/services/add/", _KEEPERS),
    "offer_staff:edit_service": _programme("/local-offer/keep/services/{offered}/edit/", _KEEPERS),
    "offer_staff:suggestion": _programme("/local-offer/keep/suggestions/{suggested}/", _KEEPERS),
    "offer_staff:forms_of_page": _programme("/local-offer/keep/guide/sleep/forms/", _KEEPERS),
    "offer_staff:forms_of_service": _programme("/local-offer/keep/services/{offered}/forms/", _KEEPERS),
    "offer_staff:gaps": _list("/local-offer/keep/gaps/", _KEEPERS),
    "offer_staff:duty": _list("/local-offer/keep/coverage/sch-2-19/", _KEEPERS),
    "offer_staff:cards": _list("/local-offer/keep/cards/", _KEEPERS),
    "offer_staff:place_cards": _programme("/local-offer/keep/services/{offered}/cards/", _KEEPERS),
    "offer_staff:newsletters": _list("/local-offer/keep/newsletter/", _KEEPERS),
    "offer_staff:add_newsletter": _list("/local-offer/keep/newsletter/add/", _KEEPERS),
    "offer_staff:newsletter": _programme("/local-offer/keep/newsletter/{news}/", _KEEPERS),
    "offer_staff:links": _list("/local-offer/keep/links/", _KEEPERS),
    "offer_staff:add_page": _list("/local-offer/keep/guide/add/", _KEEPERS),
    "offer_staff:pages": _list("/local-offer/keep/guide/", _KEEPERS),
    "offer_staff:page": _programme("/local-offer/keep/guide/sleep/", _KEEPERS),
}
PROGRAMME = {
    "evidence:thread": _list("/evidence/thread/area/{asked_area}/", _PROGRAMME),
    "published:thread": _open("/published/thread/area/{public_area}/"),
    "evidence:board": _programme("/evidence/board/{p}/"),
    "evidence:figures": _list("/evidence/figures/", _PROGRAMME),
    "evidence:measures": _list("/evidence/measures/", _PROGRAMME),
    "evidence:measure": _programme("/evidence/measures/{measure}/"),
    "evidence:measure_chart": _programme("/evidence/measures/{measure}/run.svg"),
    "evidence:tie": _programme("/evidence/measures/{measure}/tie/", _LEAD),
    "evidence:remark": _programme("/evidence/measures/{measure}/remark/", _LEAD),
    "evidence:remark_take_back": _programme("/evidence/remarks/{remark}/take-back/", _LEAD),
    "evidence:freeze": _programme("/evidence/measures/{measure}/freeze/", _LEAD),
    "evidence:frozen": _programme("/evidence/frozen/{frozen}/"),
    "evidence:documents": _programme("/evidence/documents/{p}/"),
    "evidence:document_prepare": _programme("/evidence/documents/{p}/prepare/", _PUBLISHERS),
    "evidence:document_draft": _programme("/evidence/drafts/{document_draft}/", _PUBLISHERS),
    "evidence:document_let_through": _programme(
        "/evidence/drafts/{document_draft}/let-through/", _PUBLISHERS
    ),
    "evidence:document_publish": _programme("/evidence/drafts/{document_draft}/publish/", _PUBLISHERS),
    "evidence:document_give_up": _programme("/evidence/drafts/{document_draft}/give-up/", _PUBLISHERS),
    "evidence:statements": _programme("/evidence/statements/{p}/"),
    "evidence:statement_begin": _programme("/evidence/statements/{p}/begin/", _LEAD),
    "evidence:statement": _programme("/evidence/statement/{statement}/"),
    "evidence:statement_offer": _programme("/evidence/statement/{statement}/offer/", _LEAD),
    "evidence:statement_sign": _programme(
        "/evidence/statement/{statement}/sign/", frozenset({"board-member"})
    ),
    "evidence:statement_give_up": _programme("/evidence/statement/{statement}/give-up/", _LEAD),
    "evidence:claim_add": _programme("/evidence/statement/{statement}/add/?part=conclusion", _LEAD),
    "evidence:claim": _programme("/evidence/sentences/{claim}/", _LEAD),
    "evidence:claim_remove": _programme("/evidence/sentences/{claim}/remove/", _LEAD),
    "evidence:closing": _programme("/evidence/closing/{asked_area}/"),
    "evidence:answer": _programme("/evidence/closing/{asked_area}/answer/?ask={ask}", _LEAD),
    "evidence:item": _programme("/evidence/items/{evidence}/"),
    "evidence:item_newer": _programme("/evidence/items/{evidence}/newer/", _LEAD),
    "evidence:item_gone": _programme("/evidence/items/{evidence}/gone/", _LEAD),
    "evidence:frozen_use": _programme("/evidence/frozen/{frozen}/use/", _LEAD),
    "evidence:packs": _programme("/evidence/packs/{p}/", _PAPERS),
    "evidence:pack": Row("/evidence/pack/{pack}/", _PAPERS, _KNOW_PACKS),
    "evidence:pack_file": Row("/evidence/pack/{pack}/file/", _PAPERS, _KNOW_PACKS),
    "evidence:strategy": _programme("/evidence/strategy/{strategy_plan}/"),
    "evidence:strategy_review": _programme("/evidence/strategy/reviews/{strategy_review}/"),
    "evidence:strategy_judge": _programme(
        "/evidence/strategy/reviews/{strategy_review}/judge/?priority=1", _LEAD
    ),
    "published:strategy_review": _open("/published/strategy/{strategy_agreed}/"),
    "published:statements": _open("/published/statements/"),
    "published:statement": _open("/published/statements/{statement_signed}/"),
    "published:follow": _open("/published/follow/"),
    "published:follow_asked": _open("/published/follow/asked/"),
    "published:confirm_following": _open("/published/follow/confirm/any/"),
    "published:leave_following": _open("/published/follow/leave/any/"),
    "published:versions": _open("/published/"),
    "published:feed": _open("/published/feed/"),
    "published:version": _open("/published/{document_version}/"),
    "published:file": _open("/published/{document_version}/csv/"),
    "programme:paper_pdf": _programme("/progress/paper/{p}.pdf", _PAPERS),
    "programme:paper_docx": _programme("/progress/paper/{p}.docx", _PAPERS),
    "programme_staff:board": _programme("/work/board/{p}/"),
    "programme_staff:board_chart": _programme("/work/board/{p}/charts/actions.svg"),
    "programme_staff:actions": _programme("/work/programme/{p}/actions/"),
    "programme_staff:action": _programme("/work/actions/{action}/"),
    "programme_staff:update_action": _programme("/work/actions/{action}/update/", _LEAD),
    "programme_staff:add_evidence": _programme("/work/actions/{action}/evidence/", _LEAD),
    "programme_staff:reach_milestone": _programme("/work/actions/{action}/milestone/", _LEAD),
    "programme_staff:ask": _programme("/work/actions/{action}/ask/", _LEAD),
    "programme_staff:action_words": _programme("/work/actions/{action}/words/", _LEAD),
    "programme_staff:action_leads": _programme("/work/actions/{action}/leads/", _LEAD),
    "programme_staff:area": _programme("/work/areas/{area}/"),
    "programme_staff:area_words": _programme("/work/areas/{area}/words/", _LEAD),
    "programme_staff:add_action": _programme("/work/areas/{area}/actions/add/", _LEAD),
    "programme_staff:check_area": _programme("/work/areas/{area}/check/", _LEAD),
    "programme_staff:add_area_evidence": _programme("/work/areas/{area}/evidence/", _LEAD),
    "programme_staff:confirm_evidence": _programme(
        "/work/areas/{area}/evidence/confirm/", _LEAD | {"board-member"}
    ),
    "programme_staff:risks": _programme("/work/programme/{p}/risks/"),
    "programme_staff:add_risk": _programme("/work/programme/{p}/risks/add/", _LEAD),
    "programme_staff:risk": _programme("/work/risks/{risk}/"),
    "programme_staff:edit_risk": _programme("/work/risks/{risk}/edit/", _LEAD),
    "programme_staff:escalate_risk": _programme("/work/risks/{risk}/escalate/", _LEAD),
    "programme_staff:close_risk": _programme("/work/risks/{risk}/close/", _LEAD),
    "programme_staff:reviews": _programme("/work/programme/{p}/reviews/"),
    "programme_staff:record_review": _programme("/work/programme/{p}/reviews/record/", _LEAD),
    "programme_staff:review": _programme("/work/reviews/{review}/"),
    "programme_staff:decisions": _programme("/work/programme/{p}/decisions/"),
    "programme_staff:record_decision": _programme("/work/programme/{p}/decisions/record/", _LEAD),
    "programme_staff:changes": _programme("/work/programme/{p}/changes/"),
    "programme_staff:changes_csv": _programme("/work/programme/{p}/changes.csv"),
    "programme_staff:plans": _programme("/work/programme/{p}/plans/"),
    "programme_staff:plan": _programme("/work/plans/{plan}/"),
    "programme_staff:add_route_step": _programme("/work/plans/{plan}/route/add/", _LEAD),
    "programme_staff:take_back_step": _programme("/work/route/{step}/take-back/", _LEAD),
    "programme_staff:add_milestone": _programme("/work/actions/{action}/milestones/add/", _LEAD),
    "programme_staff:take_back_milestone": _programme("/work/milestones/{milestone}/take-back/", _LEAD),
    "programme_staff:add_dependency": _programme("/work/actions/{action}/needs/add/", _LEAD),
    "programme_staff:take_back_dependency": _programme("/work/needs/{dependency}/take-back/", _LEAD),
    "programme_staff:measures": _programme("/work/plans/{plan}/measures/"),
    "programme_staff:add_measure": _programme("/work/plans/{plan}/measures/add/", _LEAD),
    "programme_staff:measure": _programme("/work/measures/{measure}/"),
    "programme_staff:measure_chart": _programme("/work/measures/{measure}/chart.svg"),
    "programme_staff:add_reading": _programme("/work/measures/{measure}/readings/add/", _LEAD),
    "programme_staff:take_back_reading": _programme("/work/readings/{reading}/take-back/", _LEAD),
    "programme_staff:add_priority": _programme("/work/plans/{strategy}/priorities/add/", _LEAD),
    "programme_staff:change_priority": _programme("/work/priorities/{priority}/", _LEAD),
    "programme_staff:rating": _programme("/work/programme/{p}/rating-key/"),
    "programme_staff:change_rating": _programme("/work/programme/{p}/rating-key/change/", _LEAD),
    "programme_staff:import": _programme("/work/plans/{plan}/import/", _LEAD),
    "programme_staff:upload": Row("/work/uploads/{upload}/", _LEAD, _LEAD),
    "programme_staff:upload_confirm": Row("/work/uploads/{upload}/confirm/", _LEAD, _LEAD),
    "programme_staff:import_file": _programme("/work/programme/{p}/file/", _LEAD),
    "programme_staff:take_out": _programme("/work/programme/{p}/file.json", _LEAD),
    "programme_staff:publish": _programme("/work/plans/{plan}/publish/", _LEAD | {"communications-officer"}),
    "programme_staff:version": _programme("/work/versions/{version}/"),
}
_VERSION = OWN | {"parent", "young-person", "inspector-granted"}
"""Those who may know of a draft: the school that the child attends knows only what is in force."""
_COMMENT = OWN | {"parent"}
"""Those who may know of a comment of the parent: the young person has comments of their own."""
PLAN = {
    "casework:plan": _case("plan/"), "casework:begin_plan": _case("plan/begin/"),
    "casework:plan_section": _case("plan/sections/A/"), "casework:plan_explain": _case("plan/sections/A/why-empty/"),
    "casework:plan_add": _case("plan/sections/A/add/"), "casework:plan_words": _case("plan/sections/A/words/new/"),
    "casework:plan_line": _case("plan/lines/{line}/"), "casework:plan_move": _case("plan/lines/{line}/move/"),
    "casework:plan_remove": _case("plan/lines/{line}/remove/"), "casework:plan_lock": _case("plan/lines/{line}/lock/"),
    "casework:add_plan_picture": _case("plan/lines/{line}/picture/"), "casework:plan_findings": _case("plan/checks/"),
    "casework:plan_picture": _case("plan/pictures/{picture}/", knows=_VERSION),
    "casework:plan_aside": _case("plan/checks/S2/set-aside/"),
    "casework:plan_take_back": _case("plan/checks/set-aside/{override}/take-back/"),
    "casework:plan_issue": _case("plan/send/"), "casework:plan_versions": _case("plan/versions/"),
    "casework:plan_difference": _case("plan/versions/difference/"),
    "casework:plan_version": _case("plan/versions/{version}/", knows=_VERSION),
    "casework:plan_file": _case("plan/versions/{version}/plan.html", knows=_VERSION),
    "casework:plan_comments": _case("plan/comments/"), "casework:plan_thread": _case("plan/thread/"),
    "casework:plan_comment": _case("plan/comments/{comment}/", knows=_COMMENT),
    "casework:plan_schools": _case("plan/schools/"), "casework:plan_ask_school": _case("plan/schools/ask/"),
    "casework:plan_school": _case("plan/schools/{consultation}/", knows=OWN),
}  # fmt: skip
_ADULTHOOD = frozenset({"adulthood-officer"})
"""Who prepares for adult life has no part in this case: its child is nine. See tests/transitions/test_goals.py."""
_GOALS = _STAFF | _ADULTHOOD | _SETTINGS | _FAMILIES
_SET_GOALS = OWN | {"parent", "young-person", "setting"}
_MOVE = KNOWS | {"setting-elsewhere"}
"""Those who know of a move: everybody with a part in the case, and the setting to which it leads."""
CASEWORK = {
    "transitions:cohorts": _list("/transitions/", _STAFF), "transitions:undated": _list("/transitions/no-date/", _STAFF),
    "transitions:settle": Row("/transitions/no-date/{undated}/", _STAFF, _STAFF),
    "transitions:plan": Row("/transitions/cases/{case}/", OWN, KNOWS),
    "transitions:year": Row("/transitions/cases/{case}/year/", OWN, KNOWS),
    "transitions:received": _list("/transitions/received/", _SETTINGS),
    "transitions:move": Row("/transitions/{move}/", OWN, _MOVE),
    "transitions:at_setting": Row("/transitions/{move}/setting/", frozenset({"setting", "setting-elsewhere"}), _MOVE),
    "moves:family": Row("/my/moves/{case}/", FOLLOW, KNOWS),
    "transitions:adulthood": _list("/transitions/adulthood/", _GOALS),
    "transitions:goals": Row("/transitions/adulthood/{case}/", _SET_GOALS, KNOWS),
    "transitions:goal_add": Row("/transitions/adulthood/{case}/add/", _SET_GOALS, KNOWS),
    "transitions:goal": Row("/transitions/adulthood/{case}/{goal}/", _SET_GOALS, KNOWS),
    "transitions:destinations": _list("/transitions/destinations/", _STAFF | _ADULTHOOD),
    "transitions:destinations_csv": _list("/transitions/destinations/list.csv", _STAFF | _ADULTHOOD),
    "transitions:destinations_bring": _list("/transitions/destinations/bring/", _STAFF | _ADULTHOOD),
    "transitions:destination": Row("/transitions/destinations/{case}/", OWN, KNOWS),
    "transitions:employers": _list("/transitions/employers/", _ADULTHOOD),
    "transitions:employer_add": _list("/transitions/employers/add/", _ADULTHOOD),
    "transitions:employer": Row("/transitions/employers/{employer}/", _ADULTHOOD, _ADULTHOOD),
    "transitions:internships": _list("/transitions/internships/", _ADULTHOOD),
    "transitions:internship_begin": Row("/transitions/internships/begin/{case}/", frozenset(), KNOWS),
    "transitions:internship": Row("/transitions/internships/{internship}/", frozenset(), KNOWS),
    "transitions:early": _list("/transitions/early/", frozenset({"adult-services"})),
    "transitions:early_one": Row("/transitions/early/{notice}/", frozenset({"adult-services"}), KNOWS | {"adult-services"}),
    "transitions:notice": Row("/transitions/early/cases/{case}/", OWN, KNOWS),
    "transitions:decides": Row("/transitions/decides/{case}/", OWN, KNOWS),
    "transitions:profile": Row("/transitions/profiles/{case}/", _SET_GOALS, KNOWS),
    "transitions:profile_write": Row("/transitions/profiles/{case}/write/", _SET_GOALS, KNOWS),
    "moves:profile": Row("/my/moves/{case}/profile/", FOLLOW, KNOWS),
    "moves:profile_write": Row("/my/moves/{case}/profile/write/", _SET_GOALS, KNOWS),
    "moves:goals": Row("/my/moves/{case}/adulthood/", FOLLOW, KNOWS),
    "moves:goal_add": Row("/my/moves/{case}/adulthood/add/", _SET_GOALS, KNOWS),
    "moves:goal": Row("/my/moves/{case}/adulthood/{goal}/", _SET_GOALS, KNOWS),
    "casework:home": _list("/casework/", _STAFF), "casework:cases": _list("/casework/cases/", _STAFF),
    "casework:start": _list("/casework/requests/enter/", _STAFF), "casework:team": _list("/casework/team/", _MANAGERS),
    "casework:import": _list("/casework/import/", _MANAGERS),
    "casework:import_columns": Row("/casework/import/{cases}/columns/", _MANAGER, _MANAGER),
    "casework:import_progress": Row("/casework/import/{cases}/", _MANAGER, _MANAGER),
    "casework:import_confirm": Row("/casework/import/{cases}/bring-in/", _MANAGER, _MANAGER),
    "casework:import_errors": Row("/casework/import/{cases}/errors.csv", _MANAGER, _MANAGER),
    "casework:take_over_start": _list("/casework/take-over/", _STAFF),
    "casework:take_over": Row("/casework/take-over/{case_file}/", frozenset({"worker"}), frozenset({"worker"})),
    "casework:inherited": _case("inherited/"), "casework:inherited_file": _case("inherited/case-file.zip"),
    "casework:figures": _list("/casework/team/figures/", _MANAGERS),
    "casework:month": _list("/casework/team/figures/2026/7/", _MANAGERS),
    "casework:give": _list("/casework/team/give/", _MANAGERS), "casework:cover": _list("/casework/team/cover/", _MANAGERS),
    "casework:letters": _list("/casework/letters/", _STAFF),
    "casework:letter_kinds": _list("/casework/letters/words/", _MANAGERS),
    "casework:letter_words": _list("/casework/letters/words/final-plan/", _MANAGERS),
    "casework:letter_services": _list("/casework/letters/services/", _MANAGERS),
    "casework:messages": _list("/casework/messages/", _STAFF), "casework:chase": _list("/casework/advice/", _STAFF),
    "casework:calendar": _list("/casework/calendar/", _STAFF),
    "casework:panels": _list("/casework/panels/", _STAFF | _PANEL),
    "casework:arrange_sitting": _list("/casework/panels/arrange/", _MANAGERS),
    "casework:sitting": Row("/casework/panels/{sitting}/", _SITTING, _SITTING),
    "casework:close_sitting": Row("/casework/panels/{sitting}/close/", _MANAGERS, _SITTING),
    "casework:agenda_item": Row("/casework/panels/{sitting}/{item}/", _ITEM, _ITEM),
    "casework:sign_decision": Row("/casework/panels/{sitting}/{item}/sign/", frozenset({"manager", "panel-member"}), _ITEM),
    "casework:carry_decision": Row("/casework/panels/{sitting}/{item}/carry/", _MANAGER, _ITEM),
    "casework:transfers": _list("/casework/team/transfers/", _MANAGERS),
    "casework:backlog": _list("/casework/team/reviews/", _MANAGERS),
    "casework:review": _case("review/"), "casework:plan_review": _case("review/plan/"),
    "casework:send_report": _case("review/send/"), "casework:delivered": _case("support/"),
    **PLAN,
    "casework:case": _case(""), "casework:child": _case("child/"),
    "casework:record": _case("record/note/"), "casework:correct": _case("events/{event}/correct/"),
    "casework:handover": _case("handover/"), "casework:put_to_panel": _case("panel/"),
    "casework:open_advice": _case("events/{request}/open/"), "casework:bundles": _case("bundles/"),
    "casework:bundle": _case("bundles/tribunal/"),
    "casework:contact": _case("contact/"),
    "casework:log_contact": _case("contact/log/"), "casework:invite": _case("invite/"),
    "casework:write_letter": _case("letters/write/plain/"), "casework:access": _case("access/", _MANAGER),
    "casework:grant": _case("access/leave/", _MANAGER), "casework:bar": _case("access/bar/", _MANAGER),
    "casework:restrict": _case("access/restrict/", _MANAGER),
    "casework:end_access": _case("access/leave/{leave}/end/", _MANAGER),
    "casework:letter": _case("letters/{letter}/", knows=_LETTER),
    "casework:send_letter": _case("letters/{letter}/send/", knows=_LETTER),
    "casework:discard_letter": _case("letters/{letter}/discard/", knows=_LETTER),
    "casework:letter_posted": _case("letters/{letter}/posted/", knows=_LETTER),
    "casework:letter_pdf": _case("letters/{letter}/letter.pdf", knows=_LETTER),
    "casework:letter_docx": _case("letters/{letter}/letter.docx", knows=_LETTER),
    "casework:answer": _case("contact/{message}/answer/", knows=OWN | {"parent"}),
    "casework:paper": _case("papers/{paper}/", knows=OWN | {"parent"}),
    "advice:asked": _list("/advice/", _ADVISERS),
    "casework:ask_advice": _case("advice/"), "casework:take_up_advice": _case("advice/requests/{request}/"),
    **{f"casework:{name}": _case(f"advice/{{advice}}/{path}", knows=_ADVICE) for name, path in (
        ("advice", ""), ("return_advice", "return/"), ("tag_advice", "tags/"), ("mail_advice", "mail/"),
        ("give_up_advice", "none/"), ("older_advice", "older/"), ("enter_advice", "enter/"))},
    "advice:own_write": Row("/advice/{access}/write/", frozenset({"adviser"}), frozenset({"adviser"})),
    "advice:own_check": Row("/advice/{access}/check/", frozenset({"adviser"}), frozenset({"adviser"})),
    "advice:request": Row("/advice/{access}/", frozenset({"adviser"}), frozenset({"adviser"})),
}  # fmt: skip
FAMILY = {
    "case:followed": _list("/my/", _FAMILIES | _SETTINGS | _INSPECTORS), "case:ask": _list("/my/ask/", _FAMILIES),
    "case:contact": _list("/my/contact/", _FAMILIES), "case:follow": Row("/my/{case}/", FOLLOW, KNOWS),
    "case:letter": Row("/my/{case}/letters/{letter}/", frozenset({"parent", "inspector-granted"}), _LETTER),
    "case:letter_pdf": Row("/my/{case}/letters/{letter}/letter.pdf", frozenset({"parent", "inspector-granted"}), _LETTER),
    "case:review": Row("/my/{case}/review/", frozenset({"setting"}), KNOWS),
    "case:send_report": Row("/my/{case}/review/send/", frozenset({"setting"}), KNOWS),
    "case:delivery": Row("/my/{case}/support/", FOLLOW, KNOWS),
    "case:plan": Row("/my/{case}/plan/", FOLLOW, KNOWS), "case:plan_thread": Row("/my/{case}/plan/thread/", FOLLOW, KNOWS),
    "case:plan_say": Row("/my/{case}/plan/say/", frozenset({"parent", "young-person"}), KNOWS),
    "case:plan_picture": Row("/my/{case}/plan/pictures/{picture}/", _VERSION - OWN, _VERSION),
    "case:plan_version": Row("/my/{case}/plan/{version}/", _VERSION - OWN, _VERSION),
    "case:plan_comment": Row("/my/{case}/plan/{version}/comment/", frozenset({"parent", "young-person"}), _VERSION),
    "case:plan_findings": Row("/my/{case}/plan/{version}/checks/", _VERSION - OWN, _VERSION),
    "case:plan_file": Row("/my/{case}/plan/{version}/plan.html", _VERSION - OWN, _VERSION),
    "case:questions": _list("/my/questions/", _SETTINGS),
    "case:question": Row("/my/questions/{consultation}/", frozenset(), OWN),
    "case:messages": Row("/my/{case}/messages/", frozenset({"parent", "young-person"}), KNOWS),
    "case:correct": Row("/my/{case}/correct/", frozenset({"parent", "young-person"}), KNOWS),
    "case:paper": Row("/my/{case}/papers/{paper}/", frozenset({"parent"}), OWN | {"parent"}),
}  # fmt: skip
_BOUGHT = "/commissioning/register/{bought}/"
COMMISSIONING = {
    "commissioning:home": _list("/commissioning/", _READ_COMMISSIONING),
    "website:gaps": _list("/commissioning/need/", _READ_COMMISSIONING),
    "commissioning:need": _list("/commissioning/need/add/", _COMMISSION),
    "commissioning:cover": _list("/commissioning/section-26/needed/", _COMMISSION),
    "commissioning:add_service": _list("/commissioning/register/add/", _COMMISSION),
    "commissioning:service": Row(_BOUGHT, _READ_COMMISSIONING, _KNOW_SERVICE),
    **{f"commissioning:{name}": Row(f"{_BOUGHT}{name}/", _COMMISSION, _KNOW_SERVICE)
       for name in ("money", "contract", "review", "measure")},
    "commissioning:returned": Row("/commissioning/measures/{asked_for}/return/", _COMMISSION, _KNOW_SERVICE),
    "commissioning:contracts": _list("/commissioning/contracts/", _OWN_CONTRACT),
    "commissioning:own_contract": Row("/commissioning/contracts/{bought}/", _OWN_CONTRACT, _KNOW_SERVICE),
    "commissioning:send_return": Row("/commissioning/contracts/measures/{asked_for}/2026-03/", _OWN_CONTRACT, _KNOW_SERVICE),
    "commissioning:advice": Row("/commissioning/register/{advises}/advice/", _READ_COMMISSIONING, _KNOW_SERVICE),
    "commissioning:advice_pdf": Row("/commissioning/register/{advises}/advice.pdf", _READ_COMMISSIONING, _KNOW_SERVICE),
    "commissioning:send_advice": Row("/commissioning/contracts/{advises}/advice/2026-06/", _OWN_CONTRACT, _KNOW_SERVICE),
    "commissioning:finance": _list("/commissioning/money/", _READ_COMMISSIONING),
    "commissioning:forecast_csv": _list("/commissioning/money/forecast-2026.csv", _READ_COMMISSIONING),
    **{f"commissioning:{name}": _list(f"/commissioning/{path}/", _COMMISSION) for name, path in (
        ("add_band", "money/bands/add"), ("uprate", "money/bands/change"), ("add_line", "money/lines/add"),
        ("budgets", "budgets"), ("add_budget", "budgets/add"))},
    "commissioning:ledger": Row("/commissioning/money/lines/{driver}/ledger/", _COMMISSION, _READ_COMMISSIONING),
    "commissioning:review_budget": Row("/commissioning/budgets/{budget}/review/", _COMMISSION, _COMMISSION),
    **{f"commissioning:{name}": _list(f"/commissioning/{path}", _READ_COMMISSIONING) for name, path in (
        ("forum", "money/forum-2026/"), ("forum_pdf", "money/forum-2026.pdf"), ("forum_docx", "money/forum-2026.docx"),
        ("forum_csv", "money/forum-2026.csv"), ("statement_budget", "money/statement-2026-budget.csv"),
        ("statement_outturn", "money/statement-2026-outturn.csv"), ("management_plan", "money/management-plan.csv"),
        ("scenarios", "money/scenarios-2026/"), ("disputes", "disputes/"))},
    **{f"commissioning:{name}": _list(f"/commissioning/{path}/", _COMMISSION) for name, path in (
        ("add_scenario", "money/scenarios/add"), ("shared", "shared"), ("add_shared", "shared/add"))},
    "commissioning:change_scenario": Row("/commissioning/money/scenarios/{scenario}/change/", _COMMISSION, _READ_COMMISSIONING),
    "commissioning:sign_scenario": Row("/commissioning/money/scenarios/{scenario}/sign/", _COMMISSION, _READ_COMMISSIONING),
    "commissioning:terms": Row("/commissioning/shared/{shared}/terms/", _COMMISSION, _COMMISSION),
    "commissioning:dispute_cost": Row("/commissioning/shared/{shared}/dispute/", _COMMISSION, _COMMISSION),
    "commissioning:dispute": Row(f"{_BOUGHT}dispute/", _COMMISSION, _KNOW_SERVICE),
    "commissioning:settle": Row("/commissioning/disputes/{dispute}/settle/", _COMMISSION, _COMMISSION),
    "commissioning:sign": Row(f"{_BOUGHT}sign/", _COMMISSION, _KNOW_SERVICE),
    "waits:services": _open("/waiting-times/"), "waits:service": _open("/waiting-times/{waited}/"),
    "waits:drawing": _open("/waiting-times/{waited}/waiting.svg"),
    "waits:csv": _open("/waiting-times/{waited}/waiting-times.csv"),
    "waits:json": _open("/waiting-times/{waited}/waiting-times.json"),
    "commissioning:waits": _list("/commissioning/waits/", _READ_WAITS),
    "commissioning:open_line": _list("/commissioning/waits/open/", _COMMISSION),
    "commissioning:line": Row("/commissioning/waits/services/{waited}/", _READ_WAITS, _READ_WAITS),
    "commissioning:line_words": Row("/commissioning/waits/services/{waited}/words/", _SEND_WAITS, _READ_WAITS),
    "commissioning:send": _list("/commissioning/waits/send/", _SEND_WAITS),
    "commissioning:send_form": Row("/commissioning/waits/send/form/{waited}.csv", _SEND_WAITS, _READ_WAITS),
    "commissioning:upload": Row("/commissioning/waits/sent/{waits_held}/", frozenset({"service-lead"}),
                                frozenset({"service-lead"})),
    "commissioning:upload_confirm": Row("/commissioning/waits/sent/{waits_held}/confirm/", frozenset({"service-lead"}),
                                        frozenset({"service-lead"})),
}  # fmt: skip


def _pupil(address: str) -> Row:
    return Row(f"/sen/{{sen_pupil}}/{address}", frozenset({"setting"}), frozenset({"setting"}))


_INCLUSION = frozenset({"inclusion-officer"})
SEN = {
    "sensupport:home": _list("/sen/", frozenset({"setting", "setting-left", "setting-elsewhere"})),
    "sensupport:add": _list("/sen/add/", frozenset({"setting", "setting-left", "setting-elsewhere"})),
    "sensupport:bring": _list("/sen/list/", frozenset({"setting", "setting-left", "setting-elsewhere"})),
    "sensupport:inclusion": _list("/sen/inclusion/", _SETTINGS),
    "sensupport:bring_roll": _list("/sen/inclusion/list/", _SETTINGS),
    "sensupport:compare": _list("/sen/compare/", _SETTINGS),
    "sensupport:people": _list("/sen/people/", _INCLUSION),
    "sensupport:senco": _list("/sen/people/senco/", _INCLUSION),
    "sensupport:champion": _list("/sen/people/champion/", _INCLUSION),
    "sensupport:add_training": _list("/sen/people/training/", _INCLUSION),
    "sensupport:qualification": Row("/sen/people/senco/{senco_post}/", _INCLUSION, _INCLUSION),
    "sensupport:training": Row("/sen/people/training/{training_held}/", _INCLUSION, _INCLUSION),
    "sensupport:issue_certificates": Row(
        "/sen/people/training/{training_held}/certificates/", _INCLUSION, _INCLUSION
    ),
    "sensupport:certificate_pdf": Row(
        "/sen/people/certificates/{certificate}/certificate.pdf", _INCLUSION, _INCLUSION
    ),
    "sensupport:withdraw_certificate": Row(
        "/sen/people/certificates/{certificate}/withdraw/", _INCLUSION, _INCLUSION
    ),
    "school_support:certificate": _open("/school-support/certificates/{certificate}/"),
    "sensupport:area": _list("/sen/area/", _FIGURES),
    "sensupport:facts": _list("/sen/people/facts/", _INCLUSION),
    "sensupport:pupil": _pupil(""),
    "sensupport:provision": _pupil("provision/"),
    "sensupport:start": _pupil("cycle/"),
    "sensupport:pack": _pupil("pack.json"),
    "sensupport:review": Row(
        "/sen/cycles/{sen_cycle}/review/", frozenset({"setting"}), frozenset({"setting"})
    ),
    "website:ask_for_pupil": _pupil("ask/"),
    "website:codes_of_school": _list("/sen/codes/", _SETTINGS),
    "website:codes_and_plans": _list("/casework/team/codes/", _MANAGERS),
}

_DUTY = frozenset({"duty-officer", "data-protection"})
_PROTECTION = frozenset({"data-protection"})
KEEPING = {
    "keeping:home": _list("/keeping/", _PROTECTION),
    "keeping:proposals": _list("/keeping/proposals/", _PROTECTION),
    "keeping:decline": Row("/keeping/proposals/{removal}/", _PROTECTION, _PROTECTION),
    "keeping:removed": _list("/keeping/removed/", _PROTECTION),
    "keeping:holds": _list("/keeping/holds/", _PROTECTION),
    "keeping:add_hold": _list("/keeping/holds/add/", _PROTECTION),
    "keeping:hold": Row("/keeping/holds/{held_file}/", _PROTECTION, _PROTECTION),
    "keeping:asked": _list("/keeping/asked/", _PROTECTION),
    "keeping:receive": _list("/keeping/asked/add/", _PROTECTION),
    "keeping:disclosure": Row("/keeping/asked/{disclosure}/", _PROTECTION, _PROTECTION),
    "keeping:take": Row("/keeping/take/{take_secret}/", frozenset(EVERYBODY)),
    "keeping:continuity": _list(
        "/keeping/continuity/", frozenset({"duty-officer", "manager", "manager-elsewhere"})
    ),
    "keeping:continuity_take": Row(
        "/keeping/continuity/{continuity_pack}/",
        frozenset({"duty-officer", "manager"}),
        frozenset({"duty-officer", "manager"}),
    ),
    "keeping:alerts": _list("/keeping/alerts/", _DUTY),
    "keeping:alert": Row("/keeping/alerts/{alert}/", _DUTY, _DUTY),
    "keeping:canaries": _list("/keeping/canaries/", _DUTY),
    "keeping:close": _list("/keeping/shut/", frozenset({"duty-officer"})),
    "keeping:glass": _list("/keeping/emergency/", _STAFF),
    "report_a_breach": _open("/report/"),
    "keeping:years": _list("/keeping/years/", _PROTECTION),
}

TABLE = {
    **PUBLIC,
    **OFFER,
    **VOICE,
    **ACCOUNT,
    **PROGRAMME,
    **CASEWORK,
    **FAMILY,
    **COMMISSIONING,
    **SEN,
    **KEEPING,
}

ELSEWHERE = {
    "mfa_authenticate": "the second step of signing in", "mfa_login_webauthn": "a script of signing in",
    "openid_connect_login": "leads to another server", "openid_connect_callback": "comes from another server",
    "account_reauthenticate": "asks for the password, of those who have one",
    "mfa_reauthenticate": "asks for a code, of those who have an app", "mfa_reauthenticate_webauthn": "asks for a passkey",
    "mfa_activate_totp": "one’s own second step", "mfa_deactivate_totp": "one’s own second step",
    "mfa_view_recovery_codes": "one’s own second step", "mfa_generate_recovery_codes": "one’s own second step",
    "mfa_download_recovery_codes": "one’s own second step", "mfa_list_webauthn": "one’s own second step",
    "mfa_add_webauthn": "one’s own second step", "mfa_remove_webauthn": "one’s own second step",
    "mfa_edit_webauthn": "one’s own second step", "account_set_password": "one’s own password",
    "accounts_person": "tests/accounts/views", "accounts_suspend": "tests/accounts/views",
    "accounts_reinstate": "tests/accounts/views", "accounts_end_role": "tests/accounts/views",
}  # fmt: skip
"""Addresses that depend on what the reader’s own account has, and where they are tried instead."""
