"""The words that the detectors know: data, to be read and mended by people who speak the languages.

Entries are in lower case. Unless said otherwise an entry is the beginning of a word, so "skjut" finds "skjuter".
"""

# Danger, whatever else the text says: Swedish, English, then the languages most spoken besides.
ALWAYS_DANGER = (
    "brinner nu", "det brinner", "brinner utanför", "brinner här", "brinner i ", "börjat brinna", "står i lågor",
    "skottlossning", "hörde skott", "hör skott", "hört skott", "de skjuter", "någon skjuter", "skjuter på",
    "skjuter mot", "blir skjut", "blöder",
    "medvetslös", "livlös", "andas inte", "slår mig", "sparkar mig", "hotar mig", "jagar mig", "följer efter mig",
    "luktar gas", "gaslukt", "gasläck", "rycker i handtaget", "rycker i dörren", "försöker komma in", "försöker bryta",
    "bryter sig in", "håller på att bryta", "knivhugg", "knivskuren", "ring 112", "ring polis", "hjälp mig",
    "ta livet av mig", "jag vill dö", "orkar inte leva", "ta mitt liv", "försöker ta sig in", "hoppa från bron",
    "on fire", "is burning", "house fire", "fire outside", "shots fired", "someone is shooting", "is shooting",
    "they are shooting", "being stabbed", "bleeding", "unconscious", "not breathing", "attacking me",
    "hitting me", "hits me", "beats me", "beating me", "following me", "gunshots", "heard shots", "gas leak",
    "smell gas", "smells of gas", "smells like gas", "smell of gas", "trying to get in", "trying to break",
    "chasing me", "breaking in right", "breaking into my", "help me", "call 112",
    "call the police", "kill myself", "want to die", "threatening me", "threatens me",
    "tulipalo", "palaa ", "ammutaan", "ampuu", "apua", "tajuton", "puukot",
    "حريق", "يحترق", "يطلق النار", "إطلاق نار", "النجدة", "ينزف", "سكين",
    "آتش", "کمک", "تیراندازی",
    "пожар", "горит", "стреля", "помогите", "пожежа", "горить", "стріля", "допоможіть",
    "pali się", "pożar", "strzela", "pomocy", "yangın", "imdat", "ateş ediyor",
    "dab baa", "caawi", "incendio", "fuego", "socorro", "disparando", "au secours", "incendie", "es brennt", "hilfe",
)  # fmt: skip

# Danger if it happens now.
DANGER_NOW = (
    "brinn", "brand", "eld", "det ryker", "röklukt", "skjut", "hör skott", "pistolskott", "kniv", "vapen", "pistol",
    "slagsmål", "slåss", "misshandel", "misshandlar", "slår", "sparkar", "hotar", "rånar", "rån", "inbrott", "överfall",
    "jagar", "skriker", "våldt", "gasol",
    "sprängmedel", "bomb", "sprängning", "ramlat", "ligger på marken", "ligger på isen", "drunkn",
    "fire", "burn", "smoke", "shoot", "shot", "knife", "gunm", "gunf", "a gun", "weapon", "fight", "beating",
    "threaten", "robb",
    "burglar", "break-in", "breaking in", "assault", "screaming", "rape", "explosi", "stabb", "drown",
)  # fmt: skip

# Whole words and phrases: it happens now.
NOW = ("nu", "utanför", "now", "outside", "currently")
NOW_FIRMLY = (
    "just nu", "nu!", "pågår", "i detta nu", "i denna stund", "precis nu", "skynda", "alldeles nyss", "nyss",
    "right now", "happening now", "hurry", "at this moment", "in progress", "just happened", "this minute",
)  # fmt: skip

# It is told as something that happens again and again, or that is over.
HABIT = (
    "varje", "ofta", "brukar", "alltid", "ibland", "förra", "i går", "igår", "häromdagen", "i natt", "gånger",
    "gången", "månad", "veckan", "veckor", "helg", "i år", "under våren", "sedan",
    "every", "often", "always", "sometimes", "last ", "yesterday", "usually", "times", "month", "weekend", "ago",
)  # fmt: skip

# A crime that has happened, to be reported to the police besides.
CRIME = (
    "inbrott", "stöld", "stulen", "stulit", "stulna", "stal ", "rån", "rånad", "misshandl", "knivhot", "olaga hot",
    "hotad", "hotade", "överfall", "våldt", "bedrägeri", "bedragare", "lurad", "utpress", "skadegörelse", "krossade",
    "bilbrand", "mordbrand", "hatbrott", "ofreda", "trakasser", "snatteri", "slog mig", "slog honom", "slog henne",
    "burglar", "theft", "stolen", "stole ", "robbed", "robbery", "mugged", "assaulted", "threatened", "raped", "fraud",
    "scam", "blackmail", "extort", "arson", "hate crime", "harassed", "shoplift", "vandalis", "beat me", "broke into",
    "break-in", "car fire",
)  # fmt: skip

# Whole words as people write them in haste, and how they are spelt: Swedish.
HASTE = {
    "nån": "någon", "nåt": "något", "nåra": "några", "å": "att", "e": "är", "ä": "är", "dom": "de", "mej": "mig",
    "dej": "dig", "sej": "sig", "igår": "i går", "nånstans": "någonstans", "asså": "alltså",
}  # fmt: skip

# What a named person is accused of.
SUSPICION = (
    "knark", "langa", "langar", "narkotika", "droger", "säljer", "stal", "stjäl", "snattar", "rånade", "rånat", "slog",
    "slår", "misshandl", "hotar", "hotade", "tände eld", "anlade", "brandstift", "kriminell", "gäng", "tjuv", "pedofil",
    "våldt", "klottrar", "klottrat", "gömmer vapen", "vapen", "hälare", "bedragare", "torped",
    "deal", "drug", "sells", "selling", "stole", "steals", "thief", "robbed", "beats", "threaten", "set fire", "arson",
    "criminal", "gang", "rapist", "raped", "vandal", "weapon", "a gun", "fraud",
)  # fmt: skip

# Words that begin a sentence, and so have a capital without being a name.
NOT_A_NAME = frozenset(
    {
        "det", "den", "de", "en", "ett", "i", "på", "vid", "någon", "några", "vi", "jag", "han", "hon", "när",
        "där", "här", "hej", "nu", "min", "mitt", "mina", "är", "har", "kan", "vill", "varför", "vem", "vad", "hur",
        "och", "men", "alla", "bakom", "framför", "utanför", "under", "över", "från", "till", "efter", "innan",
        "sedan", "idag", "polisen", "södra", "norra", "östra", "västra", "stora", "lilla", "gamla", "nya", "the",
        "a", "an", "at", "in", "on", "we", "he", "she", "they", "when", "where", "there", "someone", "some", "my",
        "is", "are", "why", "who", "what", "how", "and", "but", "all", "behind", "outside", "from", "to", "after",
        "before", "since", "today", "south", "north", "east", "west", "old", "new", "little", "great", "upper",
        "lower", "sankt", "saint", "röda", "rädda", "folkets", "svenska", "region", "unga", "trygga", "save", "red",
        "swedish", "city", "local", "national", "youth", "social",
    }
)  # fmt: skip

PLACE_ENDINGS = (
    "gata", "gatan", "väg", "vägen", "torg", "torget", "park", "parken", "skola", "skolan", "gård", "gården",
    "området", "område", "stråket", "stråk", "stad", "staden", "stans", "station", "stationen", "centrum", "plats",
    "platsen", "gränd", "backen", "allén", "viken", "sjön", "berget", "holmen", "bron", "kyrkan", "biblioteket",
    "butik", "butiken", "affär", "affären", "restaurang", "restaurangen", "förening", "föreningen", "företag",
    "företaget", "rådet", "appen", "linje", "linjen", "street", "road", "square", "school", "station", "place", "shop",
    "kontoret", "tjänsten", "polisen", "nämnden", "myndigheten", "verket", "bolaget", "police", "council", "office",
    "avenue", "lane", "bridge", "church", "library", "restaurant", "association", "company", "app", "it", "den", "det",
)  # fmt: skip

STREET_ENDINGS = (
    "gatan", "gata", "vägen", "väg", "gränd", "gränden", "stigen", "stig", "torget", "torg", "backen", "allén", "allé",
    "stråket", "plan", " street", " road", " lane", " avenue",
)  # fmt: skip

# Beginnings; after a number these make it a day.
MONTHS = (
    "jan", "feb", "mar", "apr", r"maj\b", r"may\b", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "mån",
    "tis", "ons", "tors", "fre", "lör", "sön",
)  # fmt: skip

# Whole words, which "nummer", "nr", "no" or "id" may follow: a number after these is of a case, an invoice or a thing.
CASE_WORDS = (
    "dnr", "diarie", "ärende", "mål", "ocr", "ref", "referens", "kund", "faktura", "fakturan", "bankgiro", "bg",
    "plusgiro", "pg", "org", "organisation", "serie", "artikel", "order", "beställning", "bokning", "biljett",
    "konto", "kvitto", "paket", "kolli", "försändelse", "försäkring", "avtal", "protokoll", "mätare", "anläggning",
    "isbn", "ean", "case", "reference", "invoice", "serial", "file", "account", "booking", "receipt", "ticket",
    "parcel", "policy",
)  # fmt: skip

# Whole words; three letters and three digits after these are no plate.
NO_PLATE_AFTER = (
    "linje", "linjen", "line", "route", "rum", "room", "sal", "hall", "avtal", "contract", "punkt", "item", "projekt",
    "project", "flight", "flyg", "tåg", "train", "modell", "model", "kod", "code", "version", "standard", "lag", "law",
    "dnr", "ärende", "case", "hylla", "shelf", "kurs", "course",
)  # fmt: skip

# Whole words; a number after these counts nobody.
LABELS = (
    "årskurs", "åk", "klass", "vecka", "v", "punkt", "avsnitt", "kapitel", "kap", "sida", "sid", "etapp", "fas", "steg",
    "linje", "buss", "kl", "klockan", "grade", "class", "year", "week", "item", "section", "chapter", "page", "phase",
    "line", "bus", "§",
)  # fmt: skip

# Whole words that go on after a number has ended what it belongs to: what it counts does not follow.
GOES_ON = (
    "i", "på", "vid", "hos", "mot", "från", "med", "för", "utan", "under", "över", "bakom", "framför", "utanför",
    "mellan", "nära", "bredvid", "och", "eller", "samt", "men", "som", "där", "när", "om", "att", "är", "var", "har",
    "hade", "blev", "blir", "ska", "kan", "brukar", "står", "sitter", "bor", "ligger", "hänger", "finns", "luktar",
    "brinner", "låter", "stör", "varje", "igen", "nu", "idag", "ikväll", "inte", "ofta", "alltid", "sedan", "sent",
    "hela", "efter", "före", "innan", "stycken", "st", "in", "on", "at", "by", "near", "behind", "outside", "opposite",
    "with", "for", "to", "from", "between", "and", "or", "but", "who", "that", "which", "where", "when", "is", "are",
    "was", "were", "has", "have", "had", "will", "can", "every", "again", "now", "today", "not", "often", "always",
    "since", "late", "all", "after", "before", "tonight",
)  # fmt: skip

# Whole words that cannot stand between a number and the persons it counts: it counts something else.
BETWEEN_NOT = (
    "i", "på", "vid", "hos", "mot", "från", "med", "för", "till", "utan", "per", "och", "eller", "samt", "som", "där",
    "när", "var", "är", "har", "om", "in", "on", "at", "by", "with", "for", "to", "from", "without", "and", "or", "who",
    "that", "where", "than", "is", "are", "was", "were", "has", "have",
)  # fmt: skip

# Beginnings: with these a "plan" or "väg" is no address.
NO_STREET = (
    "läns", "riks", "europa", "motor", "kust", "lands", "cykel", "gång", "bil", "infarts", "genomfarts", "handlings",
    "tids?", "detalj", "översikts?", "verksamhets", "års", "läro", "åtgärds", "grund", "projekt", "arbets",
    "skol(?=plan)", "genomförande", "trygghets", "boll", "fotbolls", "spel", "kris", "beredskaps", "budget",
    "jämställdhets", "strategi",
)  # fmt: skip

# Three letters before three digits that are no plate.
NO_PLATE = (
    "BUS", "SMS", "TEL", "LGH", "RUM", "SAL", "HUS", "LAG", "SFS", "SOU", "PDF", "DNR", "OSL", "TAG", "KAP", "STR",
    "ROW", "ACT", "LAW", "DAY", "AGE", "TOP", "THE", "AND", "FOR", "MAN", "CAR", "ALL", "NEW", "OLD", "PER", "LED",
    "SEK", "EUR", "USD", "GBP", "NOK", "DKK", "PBL", "SOL", "LSS", "LUL", "BRB", "SCB", "CSN", "NTF", "GPS", "USB",
    "KOM", "COM", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
)  # fmt: skip

# Whole words that may stand before what is counted.
ADJECTIVES = (
    "nya", "trasiga", "stulna", "gamla", "krossade", "parkerade", "släckta", "brända", "utbrända", "fler", "stora",
    "små", "olika", "new", "broken", "stolen", "old", "parked", "burnt", "dark", "more",
)  # fmt: skip

# After a number these make it no house number.
UNITS = (
    r"km", r"meter", r"m\b", r"bilar", r"personer", r"st\b", "%", "procent", r"kr\b", "kronor", "gånger", "minuter",
    r"min\b", "timmar", r"år\b", "ungdomar", "mopeder", "lampor", "cars", "people", "times", "minutes",
    "years", "lamps", r"dagar", "veckor", "månader", "kvällar", "nätter", "lyktor", "sopkärl", "träd",
    "bänkar", "fordon", "cyklar", "elever", "barn", "anmälningar", "procent", "mkr", "tkr", "miljoner", "gång",
    "ärenden", "parkerings", "inbrott", "evenings", "nights", "reports", "cases", "bikes", "children", "percent",
    r"days", "weeks", "months", r"mph", r"kmh", "öre", "skyltar", "stolpar", "poliser", "hundar", "incidenter",
    "bussar", "lastbilar", "platser", "lägenheter", "portar", "dörrar", r"hus\b", "butiker", "avgångar",
    "personbilar", "hushåll", "möten", r"\w{3,}or\b", "accidents", "signs", "incidents", "houses", "shops", "doors",
    "windows", "buses", "fires", "meetings", "households", "thousand", "million", "tusen", r"sek\b",
)  # fmt: skip

NUMBER_WORDS = {
    "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "ett par": 2,
    "två-tre": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "a couple of": 2, "a pair of": 2, "båda": 2, "bägge": 2, "both": 2, "ett par tre": 3, "två till tre": 3, "elva": 11,
    "tolv": 12, "eleven": 11, "twelve": 12, "en handfull": 5, "a handful of": 5, "en duo": 2, "en trio": 3,
    "a duo of": 2, "a trio of": 3,
}  # fmt: skip

# Whole words, as patterns.
GROUP_WORDS = (
    "ungdomar", "tonåringar", "killar", "tjejer", "pojkar", "flickor", "män", "kvinnor", "elever", "barn", "personer",
    "gubbar", "grabbar", "snubbar", "grannar", "bröder", "systrar", "syskon", "kompisar", "missbrukare", "syskonen",
    "youths", "teenagers", "boys", "girls", "men", "women", "pupils", "students", "children", "kids", "people",
    "persons", "guys", "neighbours", "brothers", "sisters", "addicts",
    "ungdomarna", "tonåringarna", "killarna", "tjejerna", "pojkarna", "flickorna", "männen", "kvinnorna", "eleverna",
    "barnen", "personerna", "grannarna", "åringar", r"\d{1,2}-åringar", r"\d{1,2}-åringarna", "vuxna", "kamrater",
    "misstänkta", "gärningsmän", "gärningspersoner", "kids", "teens", "adults", "residents", "suspects", "tenants",
    "bröderna", "systrarna", "hyresgäster", "klasskamrater", "classmates", "kunder", r"\d{1,2}-year-olds",
    "unga", "ungar", "mammor", "pappor", "mödrar", "fäder", "damer", "tanter", "farbröder", "pensionärer", "föräldrar",
    "studenter", "barnbarn", "döttrar", "söner", "kusiner", "flyktingar", "boende", "gäster", "offer", "vittnen",
    "snubbarna", "gubbarna", "grabbarna", "kompisarna", "mothers", "fathers", "ladies", "gentlemen", "pensioners",
    "parents", "sons", "daughters", "cousins", "friends", "lads", "victims", "witnesses", "youngsters", "refugees",
    "family members", "familjemedlemmar",
)  # fmt: skip

# Whole words: one person, whom an age makes known. Patterns.
ONE_PERSON = (
    "pojke", "pojken", "flicka", "flickan", "kille", "killen", "tjej", "tjejen", "man", "mannen", "kvinna", "kvinnan",
    "elev", "eleven", "ungdom", "ungdomen", "person", "personen", "boy", "girl", "man", "woman", "pupil", "student",
    "youth", "teenager", "child",
)  # fmt: skip

# Endings: what stands before "heter" is a thing, and what follows no person.
THINGS = (
    "kampanjen", "filmen", "boken", "punkten", "rapporten", "planen", "bussen", "båten", "hunden", "katten", "insatsen",
    "kommunen", "orten", "sidan", "kursen", "klubben", "banken", "kedjan", "modellen", "metoden", "gruppen", "kanalen",
    "ningen", "ionen", "heten", "kampanj", "rapport", "projekt", "grupp", "insats", "project", "campaign", "report",
    "item", "plan", "film", "book", "group", "team", "club", "line", "programme", "program", "initiative", "course",
    "document", "village", "town", "city", "lake", "service", "page", "site", "model", "method", "song", "game", "dog",
    "meeting", "event",
)  # fmt: skip

# Whole words that end in -et and are persons.
NO_THINGS = ("barnet", "offret", "vittnet", "syskonet", "biträdet", "statsrådet", "befälet", "ombudet")

# Whole words that are called by a time and not by a name.
TIMES = (
    "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip

# Words that stand in small letters before or within a family name. Patterns.
PARTICLES = (
    "af", "von", "van", "de", "der", "den", "la", "le", "al", "el", "bin", "ben", "ibn", "abu", "di", "da", "dos", "du",
    "ter", "zu",
)  # fmt: skip

# Whole words: whoever stands before "heter" is a person, and what follows is a name even in small letters.
SOMEBODY = (
    "han", "hon", "hen", "killen", "tjejen", "pojken", "flickan", "mannen", "kvinnan", "grannen", "eleven", "personen",
    "gubben", "langaren", "tjuven", "rånaren", "chefen", "läraren", "mamman", "pappan",
)  # fmt: skip

# Whole words that follow "heter" and are no name.
NOT_CALLED = (
    "inte", "nu", "så", "nog", "något", "nåt", "det", "ju", "visst", "samma", "likadant", "vad", "egentligen", "också",
    "not", "unknown", "secret", "the", "on", "in", "not", "well", "known", "mentioned", "never",
)  # fmt: skip

# Beginnings: after these a plate may stand in small letters, with a gap.
VEHICLES = ("bil", "moped", "mc", "skåpbil", "lastbil", "volvo", "bmw", "audi", "saab", "car", "van", "truck")

# Three letters in small that are a word and no plate.
NO_PLATE_WORDS = (
    "som", "var", "och", "med", "den", "det", "har", "kom", "tog", "fem", "sex", "sju", "nio", "tio", "två", "tre",
    "vid", "kan", "ska", "bor", "mot", "hos", "att", "men", "när", "där", "per", "nya", "alla", "bara", "all", "but",
    "out", "was", "did", "had", "has", "and", "for", "the", "are", "not", "did",
)  # fmt: skip
