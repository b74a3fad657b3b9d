"""The ways into the guide: what families say they need, in the order in which most of them meet it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    """A situation, its address, and one line on what is behind it."""

    key: str
    title: str
    summary: str


ROUTES = (
    Route(
        "worried",
        "I am worried about my child",
        "Talking, walking, behaviour, feelings: what to do first, by age.",
    ),
    Route("school", "Help at nursery, school or college", "What a setting must do, and what to ask for."),
    Route(
        "plan", "EHC plans", "How to ask for an assessment, what happens, and what to do when you disagree."
    ),
    Route("health", "Health and therapies", "Who to see, how to be referred and what to do while you wait."),
    Route("home", "Life at home", "Sleep, money, a break for you, brothers and sisters, equipment."),
    Route("fun", "Things to do", "Clubs, holidays and days out that welcome your child."),
    Route("growing", "Growing up", "Moving school, turning 16 and 18, jobs, college and your own home."),
    Route(
        "rights",
        "Your rights and having a say",
        "Free advice, complaints, appeals, and shaping what is on offer.",
    ),
)
BY_KEY = {route.key: route for route in ROUTES}
