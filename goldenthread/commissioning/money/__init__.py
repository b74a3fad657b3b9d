"""Money in whole pence: reading it as people type it, and adding it up to the penny. Pure."""
