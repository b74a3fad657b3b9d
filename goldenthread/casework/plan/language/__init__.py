"""Reading the sentences of a plan: cleaning, phrases, amounts, who gives support and how often."""
