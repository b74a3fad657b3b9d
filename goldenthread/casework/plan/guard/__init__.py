"""The wrong-child guard: an index of the caseload's names, numbers and sentences, against which any plan is checked."""
