"""Words that tell names of people from other names: given names and surnames common in England, cues, and what is no person."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


GIVEN = word_set("""
aaliyah aaron abdul abdullah abigail adam adele adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alfie ali
alice alicia alison amanda amber amelia amina amir amira amy ana andrew andrzej angela anita anna anne annie anthony archie
arjun arthur arya asha ashley ava ayesha barbara beatrice ben benjamin bethany beverley brandon brian callum cameron carl carol
caroline catherine charles charlie charlotte chidi chloe chris christian christine christopher claire clara clare colin connor
craig daisy daniel danielle darren david dawn debbie deborah deepak denise dennis derek diane dominic donna dorothy duncan dylan
edward eileen elena elijah elizabeth ella ellie elsie emily emma eric erin ethan eva eve evelyn evie fatima fiona florence
francis frank frankie fraser freddie frederick freya gareth gary gemma geoffrey george georgia gerald gillian glenn gordon
graham gurpreet hamza hannah harjit harley harpreet harriet harrison harry harvey hassan heather helen henry hugo ian ibrahim
imran imogen isaac isabel isabella isabelle isha jack jacob jacqueline jade jake james jamie jan jane janet janice jasmine
jason jasper jayden jean jennifer jenny jeremy jessica joan joanna joanne joe joel john jonathan jordan joseph josh joshua
joyce judith julia julian julie june kai kamal karen karol kasia kate katherine kathleen katie kayleigh keith kelly kevin
khadija kiran kyle lacey lara laura lauren layla leah leanne lee leila leon lewis liam lily linda lisa logan lola louis louise
luca lucas lucy luke lydia maisie malik manjit marcus margaret maria mariam marie martin mary maryam mason matilda matthew
maureen max megan melissa mia michael michelle miguel mila millie mohammed mohamed mohammad molly muhammad nadia nancy naomi
natalie natasha nathan neil niamh nicholas nicola nicole nigel noah nora oliver olivia omar oscar owen pamela parminder patricia
patrick paul pauline peter philip phoebe piotr poppy preeti rachel rahul rajesh ralph rania raymond rebecca reggie reuben
rhys richard robert robin roger ronnie rosie roxanne ruby russell ruth ryan sally sam samantha samir samuel sandeep sandra sara
sarah scarlett sean sebastian shabana shannon sharon sheila shirley sienna simon simran sofia sophia sophie stacey stanley
stephanie stephen steven stuart summer sunita surinder susan suzanne sylvia tamara tanya tara teddy teresa thea theodore thomas
tia tim timothy tina toby tom tomasz tommy tony tracey tracy tyler valerie vanessa victoria vikram vincent violet wayne wendy
william yasmin yvonne zac zachary zahra zain zainab zoe
""")
"""Common given names, no statistics: whoever is not here is found by the other marks of a name."""
SURNAMES = word_set("""
adams ahmed akhtar alexander ali allen anderson andrews armstrong atkinson bailey baker barker barnes begum bell bennett bhatti
booth bradley brooks brown burton butler campbell carr carter chambers chapman choudhury clark clarke cole collins cook cooper
cox davies davis dawson dean dixon edwards elliott ellis evans fisher foster fox francis gardner george gibson gill gordon graham
grant gray green griffiths hall hamilton harris harrison hart harvey hassan hill holmes hudson hughes hunt hunter hussain jackson
james jenkins johnson jones kaur kelly kennedy khan king knight kowalski lane lawrence lawson lee lewis lloyd mahmood marshall
martin mason matthews mcdonald miah miller mills mitchell moore morgan morris murphy murray nowak owen palmer parker parmar
patel pearce pearson perry phillips poole powell price reid reynolds richards richardson roberts robertson robinson rogers
rose ross russell ryan saunders scott sharma shaw simpson singh smith spencer stevens stewart stone sutton taylor thomas thompson
thomson tucker turner walker walsh ward watson watts webb wells west white wilkinson williams williamson willis wilson wood
woods wright wu young
""")
AMBIGUOUS = word_set(
    "amber art ben carol dawn daisy eve grace hope jan jean jordan june lily max mark may mason miles poppy robin rose ruby "
    "sam summer violet will victoria charlotte florence georgia chris christian francis king young west white green brown"
)
"""Given names that are also words, months or places: they count only beside another mark of a name."""
TITLES = word_set("mr mrs ms miss mx dr prof professor cllr councillor sir dame master rev reverend")
NOT_PEOPLE = word_set("""
academies academy access act action active agency alliance annual appeal approach area assembly assessment association authority
autism board boards borough bridge building bulletin business care careers centre centres chair chamber chapter charity charter
children chief church city clinic clinical club code college colleges combined commission commissioner commissioning committee
community conference constituency consortium consultants contract council councillors counties county court criteria dashboard
date day deaf decision department designated development digest diocese direct director directorate directory disability district
drive early east education educational embankment england england's english entertainment evaluation evidence executive facebook
families family federation festival finding forum foundation framework fund funding gardens general george's gov government green
group groups guidance hall head health high home hospital house hub hubs improvement inclusion infant information initiative
inquiry inspection inspectorate instagram institute integrated internet judge junior justice lane learners learning library
limited lead leads local lodge ltd manager mainstream map market medical meeting mental ministry minister model mosque museum
national needs network neighbourhood newsletter north nursery obe occupational ofsted offer office officer officers operations
organisation outreach panel paper parade parent parents parish park parliament partners partnership partnerships pathway pilot
plan plans plc policy portal practice primary priorities priority programme project protocol provider public publications
quality region regional register regulations report representative review road royal rural saint school schools scrutiny
secondary secretary section senior service services sixth social society south special specialist speech square st standards
station statement statutory strategic strategy street studio support survey system systems team teams temple test theatre therapy
tier toolkit town training transition transport tribunal trust trustees union unit university upon upper urban valley village
voice volunteer wales ward website week west working workshop works workstream year yearbook youth zone
""")
"""Words that make a row of capitals the name of a body, a place, a paper or a post."""
PLACES = word_set("""
aldridge avon barnsley bath bedford bilston birmingham black blackburn blackpool bolton bournemouth bradford brighton bristol
bromsgrove buckinghamshire burnley bury cambridge cambridgeshire cannock chester cheshire chichester cornwall coventry crewe
cumbria derby derbyshire devon doncaster dorset dudley durham ealing essex exeter gateshead gloucester gloucestershire hampshire
hartlepool hereford herefordshire hertfordshire hull ipswich kent kirklees lancashire leeds leicester leicestershire lichfield
lincoln lincolnshire liverpool london luton manchester medway merseyside middlesbrough midlands newcastle norfolk northampton
northamptonshire northumberland norwich nottingham nottinghamshire oldham oxford oxfordshire peterborough plymouth portsmouth
reading redditch rochdale rotherham salford sandwell scotland sefton sheffield shrewsbury shropshire slough solihull somerset
southampton southend stafford staffordshire stockport stoke suffolk sunderland surrey sussex swindon tamworth telford thames
torbay trafford tyne wakefield walsall warwick warwickshire wednesbury wednesfield westminster wigan wight willenhall wiltshire
windsor wirral wolverhampton worcester worcestershire wrekin york yorkshire
""")
CALENDAR = word_set("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december easter christmas ramadan diwali spring autumn winter
""")
COMMON = word_set("""
ask asks try tell told ring send sent met
a about above across after again against all almost already also although always am an and another any anyone are around as at
available away back based be because become been before began behind being below best better between big both but by call can
change changed changes clear coming could current dear did do does doing done down during each easy either else end enough even
ever every everybody everyone everything example few find finish first five following for four from full further get getting
give given go going good had half hard has have having he hear help her here hers herself him himself his hold how however i if
impact important in include including inside instead into is it its itself just keep key kind know known large last late later
least less let like likely list little long look made main make making many maybe me meet might mine more most much must my
myself near nearly need never new next nine no nobody none nor not note nothing now number of off often on once one only open or
other others our ours out outcome outcomes outside over overall own page part people per perhaps place please possible present
progress put question questions quite rather read really right said same saw say second see seen seven several shall she should
show since six so some somebody someone something sometimes soon still such sure table take ten than that the their theirs them
then there these they thing third this those though three through thus time to today together told tomorrow too total toward
two under until up us use used using usual very wait waiting want was way we well went were what whatever when whenever where
whether which while who whole whom whose why will with within without work would yes yesterday yet you your yours yourself
speak speech language occupational therapist therapy physio assistant teacher teachers teaching classroom pupil pupils child
mother father mum dad son daughter brother sister carer carers contact email telephone phone address name names born aged
thank thanks welcome summary purpose background introduction conclusion recommendations recommendation appendix contents figure
measure measures target targets baseline owner due start status delivered delivery completed complete overdue closed risk risks
""")
PERSON_VERBS = word_set("""
said says told asked explained felt feels likes loves enjoys lives lived attends attended struggles struggled wants wanted has had
was is needs started started moved joined left missed waited waits cried cries speaks talks goes went became received receives
turned does can cannot loved enjoyed hated hates needed
""")
