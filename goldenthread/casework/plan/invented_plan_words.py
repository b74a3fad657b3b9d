"""What invented plans are put together from. No plan of a real child was used."""

NEEDS = (
    "{name} finds it hard to {skill} when {when}, and this shows most in {lesson}. What helps is {help}; what does not is "
    "{hinder}.",
    "In {lesson}, {name} cannot yet {skill}, although {name} tries when {when}. With {help} it goes well, and with "
    "{hinder} it stops.",
    "When {when}, {name} loses the thread before {name} can {skill} in {lesson}. {name} likes {help} and asks for no {hinder}.",
    "{name} can {skill} with one friend at home and not in {lesson}, above all when {when}. The family uses {help} and "
    "avoids {hinder}.",
)
HELPS = (
    "a picture of each step", "a song", "a timer of sand", "ear defenders", "a seat by the door", "a coloured ruler",
    "the first word given", "a friend beside",
    "two minutes of rest", "squared paper", "a lap cushion", "a list to tick", "signs with the words", "a quiet voice",
    "counting down", "a worked example",
    "the blue pencil grip", "a drink of water", "standing up", "a map of the room", "one thing on the table",
    "a slope to write on", "a photograph", "a joke",
)  # fmt: skip
HINDERS = (
    "hurry", "shouting", "bright lamps", "long speeches", "surprises", "loud bells", "crowds", "scratchy chairs",
    "new pens", "cold rooms", "strong smells",
    "turning round", "copying", "guessing games", "being timed", "whispering", "loose sheets", "waiting in line",
)  # fmt: skip
SKILLS = (
    "follow an instruction of two parts", "write a sentence that others can read", "wait for a turn", "ask for help",
    "name a feeling",
    "count past twenty", "sound out a word of four letters", "listen to a story to its end", "change for sports",
    "join a game that has begun",
    "copy from the board", "remember what was said in the morning", "sit through assembly", "use a spoon",
    "find the way to the hall",
    "tell what happened yesterday", "share a set of pens", "stop when a bell rings", "work beside another child", "catch a ball",
)  # fmt: skip
WHEN = (
    "the room is loud", "the plan of the day changes", "a new adult takes the class", "the task is long",
    "it is nearly lunch", "others crowd the table",
    "the words are new", "there is no picture to look at", "the light is bright", "the chair is too low", "hands are cold",
    "the lesson has just begun",
)  # fmt: skip
LESSONS = (
    "English", "maths", "science", "art", "music", "sports", "assembly", "the dining hall", "the playground", "history",
    "cookery", "phonics",
)  # fmt: skip
PROVISION = (
    "A {role} will work with {name}, {group}, for {minutes} minutes {often} to practise how to {skill} when {when}.",
    "{name} will be taught by a {role}, {group}, in one {minutes}-minute lesson {often}, so that {name} learns to {skill} "
    "in {lesson}.",
    "In {lesson}, a {role} will sit beside {name} for {minutes} minutes {often} and help {name} to {skill}, {group}.",
)
STANDING = (
    "A teaching assistant will go through the visual timetable with the child for five minutes at the start of each "
    "school day, and again after lunch.",
    "The class teacher will give the child a warning of two minutes before each change of activity, with a picture of "
    "what comes next on the board.",
    "The SENCO will meet the parents for thirty minutes in the first week of every half term and write down what was "
    "agreed for both homes.",
)  # fmt: skip
ROLES = (
    "specialist teacher",
    "speech and language therapist",
    "teaching assistant",
    "occupational therapist",
    "learning mentor",
)
GROUPS = ("one to one", "in a group of three", "in a group of four")
OFTEN = ("each week", "every fortnight", "every day", "twice a week", "three times a week")
OUTCOMES = (
    "By July {year} {name} will {skill} in {lesson} four times out of five.",
    "By the end of the summer term {year} {name} will {skill} without help on three days out of five in {lesson}.",
)
VIEWS = (
    "I like {lesson} best. I want to {skill} like my friends do. Please give me {help} and no {hinder}.",
    "My best day is the day with {lesson}. It is hard to {skill} when {when}. I like {help}. I do not like {hinder}.",
)
