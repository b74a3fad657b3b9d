"""The SEN2 return: its items and codes for each collection year, read, checked, counted and written. Pure: no database.

A return is a header and persons. A person holds requests; a request holds assessments (with named plans and their plan
details) and active plans (with placements and needs). Every format is read into that one shape, a person at a time.
"""
