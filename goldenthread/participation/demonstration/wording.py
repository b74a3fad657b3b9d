"""What the invented surveys ask, and what people answer in them."""

from __future__ import annotations

QUESTIONS = """\
I get support for my child when we need it.
answer: agree
easy: Do you get help when you need it?
symbol: help

Information about support is easy to find.
answer: agree
easy: Can you find out about help?
symbol: question

People listen to what my child and I say.
answer: agree
easy: Do people listen to you?
symbol: talk

Where do you live?
answer: North East | South East | West | Rather not say
easy: Where do you live?
symbol: home
cut: yes
about: place

How old is your child?
answer: 0 to 4 | 5 to 10 | 11 to 15 | 16 to 25 | Rather not say
easy: How old is your child?
symbol: child
cut: yes
about: age

What one thing should change?
answer: words
easy: What should be better?
symbol: write

Which language do you speak most at home?
answer: English | Punjabi | Polish | Another language | Rather not say
easy: Which language do you speak at home?
symbol: talk
about: language

What does your child need most help with?
answer: Talking and understanding | Learning | Feelings and behaviour | Body and senses | Rather not say
easy: What does your child need help with?
symbol: help
about: need

Have you heard of the Local Offer?
answer: knows
easy: Do you know the Local Offer?
symbol: question
"""
WISHES = {
    "Waiting": ["We waited far too long for speech therapy.", "Shorter waits for an assessment, please.",
                "Nobody told us how long we would have to wait."],
    "Being told": ["Tell us what happens next without our having to ring.", "I never know who is in charge of our case.",
                   "Letters should be in plain words."],
    "School": ["Teachers need more training about autism.", "My son’s school does not follow his plan.",
               "More places in small classes."],
}  # fmt: skip
ENDINGS = ("", " It has been so for years.", " Other parents say so too.", " Please.")
STOPPED = "He comes home from the club with bruises and will not say why."
LIKELY = {
    "agree": (10, 30, 20, 25, 10, 5), "experience": (45, 30, 10, 7, 5, 3), "knows": (45, 40, 15), "place": (55, 15, 25, 5),
    "language": (82, 5, 4, 6, 3), "age": (12, 40, 35, 8, 5), "need": (30, 25, 30, 10, 5),
}  # fmt: skip
"""How likely each answer of the invented surveys is; the South East and speakers of Punjabi answer too rarely."""
