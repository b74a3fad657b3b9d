"""Whether the placement and the days are as the law has them."""
