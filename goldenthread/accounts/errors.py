"""What can be wrong with a change to people and roles."""


class AccountsError(ValueError):
    """A change that makes no sense, in a sentence for the page."""
