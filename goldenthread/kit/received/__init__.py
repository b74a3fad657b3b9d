"""Files that people send: stopped while they come when they are too large, and looked through before anything is kept."""
