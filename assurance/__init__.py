"""Assurance that anybody can run: the tests that a council asks for before it trusts us with children's data. `make assure`."""
