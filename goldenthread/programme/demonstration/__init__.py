"""The worked example: Wolverhampton's public record, and rows that are invented and say so."""
