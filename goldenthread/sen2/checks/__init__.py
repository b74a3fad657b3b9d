"""The checks of a return, one file each.

DfE’s numbered rules could not be had when these were written. Each check has a code of its own and follows from the wording
of the items; DfE’s number is filled only from an official table (`dfe_rules`).
"""
