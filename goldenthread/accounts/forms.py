"""Forms of sign-in, in our words, and of the people pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django import forms

from goldenthread.accounts import places
from goldenthread.accounts.roles import CHOICES
from goldenthread.kit.forms import DayField, KitForm

LABELS = {
    "login": "Email address",
    "email": "Email address",
    "password": "Password",
    "oldpassword": "Your present password",
    "password1": "New password",
    "password2": "New password again",
    "code": "6-digit code",
    "name": "What to call it",
    "passwordless": "Let me sign in with this alone, without a password",
}
HINTS = {
    "password1": "At least 12 characters. Three or four words that do not belong together are easy to remember.",
    "passwordless": "It must be able to check that it is you, by fingerprint, face or PIN.",
    "name": "For example, “My phone”.",
}


class PlainWords:
    """Labels in place of placeholders, and a question that says what is wanted."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = HINTS.get(name, "")
            field.error_messages["required"] = f"Enter {str(field.label)[:1].lower()}{str(field.label)[1:]}"
            if name == "code":
                field.widget.attrs.update({"inputmode": "numeric", "class": "govuk-input--width-10"})


class SignInForm(PlainWords, account.LoginForm):
    """Email address and password."""


class ForgottenPasswordForm(PlainWords, account.ResetPasswordForm):
    """Where to send the link."""


class NewPasswordForm(PlainWords, account.ResetPasswordKeyForm):
    """A new password, twice."""


class ChangePasswordForm(PlainWords, account.ChangePasswordForm):
    """The present password and a new one, twice."""


class SetPasswordForm(PlainWords, account.SetPasswordForm):
    """A first password, twice."""


class PasswordAgainForm(PlainWords, account.ReauthenticateForm):
    """The password once more, before something that matters."""


class CodeForm(PlainWords, mfa.AuthenticateForm):
    """The code of the second step."""


class CodeAgainForm(PlainWords, mfa.ReauthenticateForm):
    """The code once more, before something that matters."""


class AddAppForm(PlainWords, totp.ActivateTOTPForm):
    """The first code that the app shows."""


class AddPasskeyForm(PlainWords, keys.AddWebAuthnForm):
    """A passkey's name, and whether it is enough alone."""


class RenamePasskeyForm(PlainWords, keys.EditWebAuthnForm):
    """A passkey's new name."""


class AddPersonForm(KitForm):
    """Somebody who is to have an account."""

    name = forms.CharField(label="Name", max_length=150)
    email = forms.EmailField(
        label="Email address", max_length=254, help_text="Their own address at work, not a shared one."
    )

    def clean_email(self) -> str:
        """In small letters: addresses do not differ by case."""
        return str(self.cleaned_data["email"]).lower()


class GiveRoleForm(KitForm):
    """A role, where, and from when until when."""

    role = forms.ChoiceField(label="Role", choices=[("", "Choose a role"), *CHOICES])
    scope = forms.ChoiceField(label="Where", choices=places.choices, required=False)
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day", required=False, help_text="Leave empty if it has no end yet.")

    def clean(self) -> dict[str, Any]:
        """The last day does not come before the first."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("ends_on", "The last day is before the first. Change one of them")
        return data


class EndRoleForm(KitForm):
    """From when a role is no longer held."""

    on = DayField(label="First day without the role", help_text="From this day on they no longer hold it.")
