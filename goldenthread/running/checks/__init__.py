"""What is looked at in a running installation: each check is a function that says what it found and what to do."""
