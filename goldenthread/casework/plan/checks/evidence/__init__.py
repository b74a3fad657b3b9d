"""Whether what the plan says rests on advice."""
