"""Lists of services as others keep them, read into the standard's shape: each kind of list in a module of its own."""
