"""Sign-in, the second step, people and the audit. Of allauth's addresses, only those that we use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import URLPattern, path, re_path

from goldenthread.accounts.gate import public, signed_in
from goldenthread.accounts.views import audit, people, sessions, sign_in


def gated(gate: Callable[[Any], Any], *patterns: URLPattern) -> list[URLPattern]:
    """Addresses whose views somebody else wrote, each with this gate in front."""
    for pattern in patterns:
        pattern.callback = gate(pattern.callback)
    return list(patterns)


urlpatterns = [
    *gated(
        public,
        path("login/", account.login, name="account_login"),
        path("login/code/", sign_in.second_step, name="mfa_authenticate"),
        path("login/passkey/", keys.login_webauthn, name="mfa_login_webauthn"),
        path("logout/", account.logout, name="account_logout"),
        path("suspended/", account.account_inactive, name="account_inactive"),
        path("password/forgotten/", account.password_reset, name="account_reset_password"),
        path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
        re_path(
            r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
            account.password_reset_from_key,
            name="account_reset_password_from_key",
        ),
        path(
            "password/new/done/",
            account.password_reset_from_key_done,
            name="account_reset_password_from_key_done",
        ),
        path("single-sign-on/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
        path("single-sign-on/trouble/", social.login_error, name="socialaccount_login_error"),
        path("single-sign-on/<slug:provider_id>/", openid.login, name="openid_connect_login"),
        path("single-sign-on/<slug:provider_id>/back/", openid.callback, name="openid_connect_callback"),
    ),
    *gated(
        signed_in(second_step="later"),
        path("again/", account.reauthenticate, name="account_reauthenticate"),
        path("again/code/", sign_in.second_step_again, name="mfa_reauthenticate"),
        path("again/passkey/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    ),
    *gated(
        signed_in(second_step="once set up"),
        path("second-step/", mfa.index, name="mfa_index"),
        path("second-step/app/add/", totp.activate_totp, name="mfa_activate_totp"),
        path("second-step/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
        path("second-step/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
        path("second-step/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
        path(
            "second-step/codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"
        ),
        path("second-step/passkeys/", keys.list_webauthn, name="mfa_list_webauthn"),
        path("second-step/passkeys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
        path("second-step/passkeys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
        path("second-step/passkeys/<int:pk>/rename/", keys.edit_webauthn, name="mfa_edit_webauthn"),
        path("password/change/", account.password_change, name="account_change_password"),
        path("password/set/", account.password_set, name="account_set_password"),
    ),
    path("sign-up/", sign_in.sign_up, name="account_signup"),
    path("second-step/first/", sign_in.first_second_step, name="account_second_step"),
    path("onwards/", sign_in.onwards, name="accounts_onwards"),
    path("where/", sessions.where, name="accounts_where"),
    path("people/", people.people_list, name="accounts_people"),
    path("people/add/", people.add_person, name="accounts_add_person"),
    path("people/<uuid:person>/", people.person, name="accounts_person"),
    path("people/<uuid:person>/suspend/", people.suspend, name="accounts_suspend"),
    path("people/<uuid:person>/reinstate/", people.reinstate, name="accounts_reinstate"),
    path("people/<uuid:person>/roles/<int:holding>/end/", people.end_role, name="accounts_end_role"),
    path("audit/", audit.audit, name="accounts_audit"),
]
