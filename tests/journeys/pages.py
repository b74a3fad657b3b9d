"""Every address of the site, and how a test comes to see it: kept complete by test_every_page.py.

A page that is missing here fails that test. Add a line: the address's name, then where to go. `{action}` and the like
are filled in from the records that test_every_page.py makes. `SUBMITTED` are pages whose form is also sent as it opens,
so that its page with errors is looked at too.
"""

from __future__ import annotations

PUBLIC = {
    "website:home": ["/"],
    "website:design": ["/design/"],
    "website:accessibility": ["/accessibility/"],
    "website:privacy": ["/privacy/"],
    "programme:progress": ["/progress/", "/progress/?as_at=2023-11-30", "/progress/?as_at=nonsense"],
    "programme:area": ["/progress/areas/{area}/", "/progress/areas/{area}/?as_at=2024-01-05"],
    "programme:changes": ["/progress/changes/?since=2024-03-01", "/progress/changes/"],
    "programme:timeline": ["/progress/timeline/"],
    "programme:strategy": ["/progress/strategy/"],
    "programme:record": ["/progress/record/"],
    "programme:version": ["/progress/versions/{version}/"],
    "account_login": ["/account/login/"],
    "account_inactive": ["/account/suspended/"],
    "account_reset_password": ["/account/password/forgotten/"],
    "account_reset_password_done": ["/account/password/forgotten/sent/"],
    "account_reset_password_from_key": ["/account/password/new/1-wrong/"],
    "account_reset_password_from_key_done": ["/account/password/new/done/"],
    "socialaccount_login_cancelled": ["/account/single-sign-on/cancelled/"],
    "socialaccount_login_error": ["/account/single-sign-on/trouble/"],
    "account_signup": ["/account/sign-up/"],
    "case:join": ["/my/join/"],
}
OFFER = {
    "localoffer:front": ["/local-offer/"],
    "localoffer:results": ["/local-offer/search/?q=my+3+year+old+is+not+talking&postcode=WV1+1RE",
                           "/local-offer/search/?age=fifteen",
                           "/local-offer/search/?q=zzzzqqq&day=SU&cost=free&need=vision&need=hearing", "/local-offer/search/"],
    "localoffer:service": ["/local-offer/services/{offered}/"],
    "localoffer:guide": ["/local-offer/guide/"],
    "localoffer:page": ["/local-offer/guide/ask-for-an-assessment/"],
    "localoffer:events": ["/local-offer/events/"],
    "localoffer:shortlist": ["/local-offer/shortlist/"],
    "localoffer:comment": ["/local-offer/comment/", "/local-offer/comment/?page=sleep"],
    "localoffer:thanks": ["/local-offer/comment/sent/"],
    "localoffer:said": ["/local-offer/you-said/"],
}  # fmt: skip
LEAD_READS = {
    "programme_staff:my_work": ["/work/"],
    "programme_staff:board": [
        "/work/board/{p}/",
        "/work/board/{p}/?as_at=2024-05-01",
        "/work/board/{p}/?as_at=2020-05-01",
    ],
    "programme_staff:actions": ["/work/programme/{p}/actions/", "/work/programme/{p}/actions/?overdue=on"],
    "programme_staff:action": ["/work/actions/{action}/", "/work/actions/{action}/?as_at=2020-01-01"],
    "programme_staff:area": [
        "/work/areas/{area}/",
        "/work/areas/{closed}/",
        "/work/areas/{area}/?as_at=2020-01-01",
    ],
    "programme_staff:risks": ["/work/programme/{p}/risks/", "/work/programme/{p}/risks/?as_at=2020-01-01"],
    "programme_staff:risk": ["/work/risks/{risk}/", "/work/risks/{risk}/?as_at=2020-01-01"],
    "programme_staff:reviews": ["/work/programme/{p}/reviews/"],
    "programme_staff:review": ["/work/reviews/{review}/"],
    "programme_staff:decisions": ["/work/programme/{p}/decisions/"],
    "programme_staff:changes": ["/work/programme/{p}/changes/?from=2024-03-01&to=2024-05-01"],
    "programme_staff:plans": ["/work/programme/{p}/plans/"],
    "programme_staff:plan": ["/work/plans/{plan}/"],
    "programme_staff:version": ["/work/versions/{version}/"],
    "programme_staff:measures": ["/work/plans/{plan}/measures/"],
    "programme_staff:measure": ["/work/measures/{measure}/"],
    "programme_staff:rating": ["/work/programme/{p}/rating-key/"],
}
LEAD_WRITES = {
    "programme_staff:add_route_step": ["/work/plans/{plan}/route/add/"],
    "programme_staff:take_back_step": ["/work/route/{step}/take-back/"],
    "programme_staff:add_milestone": ["/work/actions/{action}/milestones/add/"],
    "programme_staff:take_back_milestone": ["/work/milestones/{milestone}/take-back/"],
    "programme_staff:add_dependency": ["/work/actions/{action}/needs/add/"],
    "programme_staff:take_back_dependency": ["/work/needs/{dependency}/take-back/"],
    "programme_staff:add_measure": ["/work/plans/{plan}/measures/add/"],
    "programme_staff:add_reading": ["/work/measures/{measure}/readings/add/"],
    "programme_staff:take_back_reading": ["/work/readings/{reading}/take-back/"],
    "programme_staff:add_priority": ["/work/plans/{strategy}/priorities/add/"],
    "programme_staff:change_priority": ["/work/priorities/{priority}/"],
    "programme_staff:change_rating": ["/work/programme/{p}/rating-key/change/"],
    "programme_staff:action_words": ["/work/actions/{action}/words/"],
    "programme_staff:action_leads": ["/work/actions/{action}/leads/"],
    "programme_staff:area_words": ["/work/areas/{area}/words/"],
    "programme_staff:add_action": ["/work/areas/{area}/actions/add/"],
    "programme_staff:add_risk": ["/work/programme/{p}/risks/add/"],
    "programme_staff:record_review": ["/work/programme/{p}/reviews/record/"],
    "programme_staff:record_decision": ["/work/programme/{p}/decisions/record/"],
    "programme_staff:import": ["/work/plans/{plan}/import/"],
    "programme_staff:import_file": ["/work/programme/{p}/file/"],
    "programme_staff:publish": ["/work/plans/{plan}/publish/"],
}
ADMINISTRATOR = {
    "accounts_people": ["/account/people/", "/account/people/?words=asha"],
    "accounts_person": ["/account/people/{person}/"],
    "accounts_audit": ["/account/audit/"],
}
ADMINISTRATOR_WRITES = {
    "accounts_add_person": ["/account/people/add/"],
    "accounts_suspend": ["/account/people/{person}/suspend/"],
    "accounts_reinstate": ["/account/people/{suspended}/reinstate/"],
    "accounts_end_role": ["/account/people/{person}/roles/{holding}/end/"],
}
OWN_ACCOUNT = {
    "mfa_index": ["/account/second-step/"],
    "mfa_deactivate_totp": ["/account/second-step/app/remove/"],
    "mfa_view_recovery_codes": ["/account/second-step/codes/"],
    "mfa_generate_recovery_codes": ["/account/second-step/codes/new/"],
    "mfa_list_webauthn": ["/account/second-step/passkeys/"],
    "mfa_add_webauthn": ["/account/second-step/passkeys/add/"],
    "account_change_password": ["/account/password/change/"],
    "account_reauthenticate": ["/account/again/"],
    "mfa_reauthenticate": ["/account/again/code/"],
}
WORKER = {
    "casework:home": ["/casework/"],
    "casework:cases": ["/casework/cases/", "/casework/cases/?queue=plans", "/casework/cases/?words=nobody"],
    "casework:case": ["/casework/cases/{case}/", "/casework/cases/{case}/?as_at=2026-05-01",
                      "/casework/cases/{case}/?as_at=2020-05-01"],
    "casework:handover": ["/casework/cases/{case}/handover/", "/casework/cases/{request}/handover/"],
    "casework:chase": ["/casework/advice/"],
    "casework:delivered": ["/casework/cases/{case}/support/", "/casework/cases/{planned}/support/"],
    "casework:review": ["/casework/cases/{case}/review/", "/casework/cases/{planned}/review/"],
    "casework:panels": ["/casework/panels/"],
    "casework:sitting": ["/casework/panels/{sitting}/"],
    "casework:agenda_item": ["/casework/panels/{sitting}/{item}/"],
    "casework:letters": ["/casework/letters/"],
    "casework:letter": ["/casework/cases/{case}/letters/{sent}/"],
    "casework:messages": ["/casework/messages/"],
    "casework:contact": ["/casework/cases/{case}/contact/", "/casework/cases/{request}/contact/"],
}  # fmt: skip
WORKER_WRITES = {
    "casework:start": ["/casework/requests/enter/"],
    "casework:record": ["/casework/cases/{request}/record/assessment-refused/",
                        "/casework/cases/{case}/record/phase-transfer-expected/"],
    "casework:correct": ["/casework/cases/{case}/events/{event}/correct/"],
    "casework:letter": ["/casework/cases/{case}/letters/{draft}/"],
    "casework:write_letter": ["/casework/cases/{case}/letters/write/plain/"],
    "casework:answer": ["/casework/cases/{case}/contact/{message}/answer/",
                        "/casework/cases/{case}/contact/{correction}/answer/"],
    "casework:log_contact": ["/casework/cases/{case}/contact/log/"],
    "casework:invite": ["/casework/cases/{case}/invite/", "/casework/cases/{request}/invite/"],
    "casework:put_to_panel": ["/casework/cases/{request}/panel/"],
    "casework:open_advice": ["/casework/cases/{assessing}/events/{asked}/open/"],
    "casework:calendar": ["/casework/calendar/"],
    "casework:plan_review": ["/casework/cases/{case}/review/plan/"],
    "casework:review": ["/casework/cases/{planned}/review/"],
}  # fmt: skip
MANAGER = {
    "casework:team": ["/casework/team/"],
    "casework:figures": ["/casework/team/figures/", "/casework/team/figures/?as_at=2026-07-01"],
    "casework:month": ["/casework/team/figures/2026/7/", "/casework/team/figures/2026/1/"],
    "casework:give": ["/casework/team/give/?from={worker}", "/casework/team/give/"],
    "casework:cover": ["/casework/team/cover/"],
    "casework:transfers": ["/casework/team/transfers/?year=2027", "/casework/team/transfers/"],
    "casework:backlog": ["/casework/team/reviews/"],
    "casework:arrange_sitting": ["/casework/panels/arrange/"],
    "casework:sitting": ["/casework/panels/{sitting}/"],
    "casework:agenda_item": ["/casework/panels/{sitting}/{item}/"],
    "casework:access": ["/casework/cases/{case}/access/"],
    "casework:grant": ["/casework/cases/{case}/access/leave/"],
    "casework:bar": ["/casework/cases/{case}/access/bar/"],
    "casework:restrict": ["/casework/cases/{case}/access/restrict/"],
    "casework:letter_kinds": ["/casework/letters/words/"],
    "casework:letter_words": ["/casework/letters/words/final-plan/"],
    "casework:letter_services": ["/casework/letters/services/"],
}
ADVISER = {
    "advice:asked": ["/advice/"],
    "advice:request": ["/advice/{access}/"],
}
PANEL = {
    "casework:panels": ["/casework/panels/"],
    "casework:sitting": ["/casework/panels/{sitting}/"],
    "casework:agenda_item": ["/casework/panels/{sitting}/{item}/"],
}
SCHOOL = {
    "case:review": ["/my/{planned}/review/", "/my/{case}/review/"],
    "case:delivery": ["/my/{planned}/support/"],
    "case:follow": ["/my/{planned}/"],
}
FAMILY = {
    "case:followed": ["/my/"],
    "case:ask": ["/my/ask/"],
    "case:follow": ["/my/{case}/", "/my/{request}/"],
    "case:join": ["/my/join/"],
    "case:contact": ["/my/contact/"],
    "case:letter": ["/my/{case}/letters/{sent}/"],
    "case:messages": ["/my/{case}/messages/"],
    "case:correct": ["/my/{case}/correct/"],
    "case:delivery": ["/my/{case}/support/", "/my/{planned}/support/"],
}

NO_PAGE = {
    "programme_staff:take_out", "programme_staff:measure_chart",
    "website:health", "programme:json", "programme:csv", "programme:feed", "programme:areas_chart",
    "programme:paper_pdf", "programme:paper_docx", "programme_staff:board_chart", "programme_staff:changes_csv",
    "mfa_download_recovery_codes",
    "calendar", "casework:letter_pdf", "casework:letter_docx", "casework:paper", "case:letter_pdf", "case:paper",
    "localoffer:json", "localoffer:card",
    "open_referral", "openreferral:about", "openreferral:openapi",
    "openreferral:services", "openreferral:services_one", "openreferral:service_at_locations",
    "openreferral:service_at_locations_one", "openreferral:organizations", "openreferral:organizations_one",
    "openreferral:taxonomies", "openreferral:taxonomies_one", "openreferral:taxonomy_terms",
    "openreferral:taxonomy_terms_one",
}  # fmt: skip
"""Addresses that answer with data, a picture or a file."""
NO_PAGE_OF_THEIR_OWN = {
    "programme_staff:update_action", "programme_staff:add_evidence", "programme_staff:reach_milestone",
    "programme_staff:ask", "programme_staff:check_area", "programme_staff:add_area_evidence",
    "programme_staff:confirm_evidence", "programme_staff:edit_risk", "programme_staff:escalate_risk",
    "programme_staff:close_risk", "casework:send_letter", "casework:discard_letter", "casework:letter_posted",
    "casework:send_report", "case:send_report",
    "casework:close_sitting", "casework:sign_decision", "casework:carry_decision", "casework:end_access",
}  # fmt: skip
"""Forms that stand on another page; test_every_page.py sends each of them with mistakes."""
ELSEWHERE = {
    "programme_staff:upload": "test_an_import_from_the_file_to_the_plan",
    "programme_staff:upload_confirm": "test_an_import_from_the_file_to_the_plan",
    "mfa_authenticate": "test_both_steps_of_sign_in",
    "account_logout": "test_both_steps_of_sign_in",
    "account_second_step": "test_the_first_second_step",
    "mfa_activate_totp": "test_the_first_second_step",
    "account_set_password": "test_the_pages_of_a_passkey_and_of_somebody_without_a_password",
    "mfa_login_webauthn": "a script of sign-in: tests/accounts/test_passkeys.py",
    "mfa_reauthenticate_webauthn": "test_the_pages_of_a_passkey_and_of_somebody_without_a_password",
    "mfa_remove_webauthn": "test_the_pages_of_a_passkey_and_of_somebody_without_a_password",
    "mfa_edit_webauthn": "test_the_pages_of_a_passkey_and_of_somebody_without_a_password",
    "openid_connect_login": "sends elsewhere: tests/accounts/views/test_single_sign_on.py",
    "openid_connect_callback": "comes from elsewhere: tests/accounts/views/test_single_sign_on.py",
    "accounts_onwards": "sends elsewhere at once",
}
"""Addresses that a test of their own looks at, or that show nothing."""
