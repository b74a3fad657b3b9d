"""Our own SEN2 return out of our own cases: what each case says in the return, and from which event each item comes."""
