"""The staff pages of the improvement programme, one module for each noun."""
