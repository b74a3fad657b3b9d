"""What can be unclear or wrong about partners."""


class PartnersError(ValueError):
    """A question or a change that makes no sense, in a sentence for the page."""
