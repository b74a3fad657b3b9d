"""A document of every part, for tests."""

from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, PlanLine, Table

LINE = PlanLine(
    "2.3", "2", "2.3", "Publish the new letters", "2025-05", "2025-05", "In progress", "Head of SEND"
)
FIGURE = Figure(
    "weeks-20", "Plans in 20 weeks", "68.4%", 842, 1231, "Plans finished in the year to date", "2025-04-30"
)
DOCUMENT = Document(
    "statement-of-action", "Statement of action", "City of Wolverhampton", "2025-04-30",
    [
        Heading("Area 2"), Paragraph("area-2", "Plans are late & hard to read <b>."), FIGURE,
        Figure("appeals", "Appeals", "113", None, None, "Appeals registered", "2025-04-30"),
        LINE, PlanLine("2.4", "2", "", "=Train 40 SENCOs", "", "", "", ""),
        Table("quarters", "Requests by quarter", ["Quarter", "Requests"], [["Spring 2025", "1,112"], ["Summer 2025", "97"]]),
    ],
)  # fmt: skip
