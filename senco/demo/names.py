"""Made-up people's names, by the families that send children to a British school. No name is taken from a real record."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Heritage:
    """Names that go together. `ethnicity` and `language` are census codes; `eal` is the share of children with English as an
    additional language; `weight` is about how many of a hundred families."""

    weight: int
    ethnicity: str
    language: str
    eal: float
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]

    def forenames(self, sex: str) -> tuple[str, ...]:
        return self.girls if sex == "F" else self.boys


def heritage(
    weight: int, ethnicity: str, language: str, eal: float, girls: str, boys: str, surnames: str
) -> Heritage:
    return Heritage(
        weight, ethnicity, language, eal, tuple(girls.split()), tuple(boys.split()), tuple(surnames.split())
    )


HERITAGES = (
    heritage(
        52, "WBRI", "ENG", 0.0,
        "Amelia Daisy Poppy Isla Martha Edith Imogen Phoebe Freya Niamh Orla Beatrice Harriet Lottie Maisie Ivy Elsie Bronwen "
        "Carys Ffion Seren Skye Ailsa Eilidh Rowan Jasmine Chloe Megan Abigail Tabitha Florence Willow Erin Lacey Georgia Summer",
        "Alfie Harvey Stanley Rory Callum Fraser Euan Rhys Dylan Owen Gethin Macsen Toby Jasper Felix Reuben Barnaby Theo Kieran "
        "Declan Connor Finlay Archie Bobby Frankie Louis Ralph Gabriel Joel Ewan Tyler Jayden Kai Leo Max Sonny",
        "Ashdown Barraclough Birtwell Bramhall Calloway Catchpole Copeland Crossland Dearden Eastwood Ellerby Fairclough "
        "Garside Gilchrist Greenhalgh Hartley Hebden Holroyd Ingham Jowett Kershaw Lanyon Lockwood Maddox Merrick Nettleton "
        "Oldroyd Penrose Pickersgill Pritchard Quayle Ramsbottom Redfern Rigby Satterley Shackleton Stobart Sutcliffe Tallis "
        "Thackray Tregenza Trevithick Underhill Varley Wadsworth Whitlock Widdowson Winterburn Wolstenholme Yeadon",
    ),
    heritage(
        9, "APKN", "URD", 0.55,
        "Aisha Zainab Maryam Hafsa Iqra Sana Mahnoor Areeba Noor Safa Hira Laiba Amina Khadija Sumayyah Anaya",
        "Hamza Bilal Usman Zayn Ibrahim Haris Danyal Faisal Idris Rayyan Saad Umar Adeel Yahya Musa Taha",
        "Akhtar Anwar Bhatti Butt Chaudhry Dar Gondal Hussain Iqbal Jamil Kayani Mahmood Malik Mirza Qureshi Rafiq Sheikh Siddiqui",
    ),
    heritage(
        5, "ABAN", "BEN", 0.6,
        "Nusrat Tahmina Fariha Sadia Maliha Rumana Tasnim Nabila Afsana Lamia",
        "Rafi Tanvir Arif Shahriar Nayeem Imran Sakib Jubair Mahdi Tareq",
        "Ahmed Alam Begum Choudhury Haque Islam Karim Miah Rahman Sarker Talukdar Uddin",
    ),
    heritage(
        5, "AIND", "PNJ", 0.3,
        "Priya Ananya Simran Jasleen Kavya Meera Diya Harleen Riya Ishani Navreet Tara",
        "Arjun Rohan Dev Harjit Karan Aarav Gurdeep Nikhil Sahil Vivek Manav Jai",
        "Bains Chahal Desai Dhillon Grewal Joshi Kulkarni Mistry Nair Pandya Patel Rai Sandhu Sehgal Sharma Sidhu Solanki Thakkar",
    ),
    heritage(
        7, "BAFR", "YOR", 0.3,
        "Adaeze Abena Folasade Ifeoma Temitope Ama Chidinma Ayomide Efua Zainabu Blessing Nkechi",
        "Kwame Kofi Tobi Chinedu Emeka Kojo Femi Ayo Tunde Obinna Yaw Daniel",
        "Abiola Adeyemi Afolabi Amankwah Asante Boateng Eze Fashola Kamara Mensah Nwosu Obeng Odukoya Okafor Oyelaran Quaye Sesay",
    ),
    heritage(
        4, "BCRB", "ENG", 0.0,
        "Shanice Tianna Kezia Jada Renee Amara Simone Naomi",
        "Malachi Jerome Tyrell Marlon Andre Isaiah Levi Dante",
        "Bartley Campbell Dacosta Francis Gayle Hylton Lewin Morgan Nembhard Palmer Reid Salmon Tomlinson Walcott",
    ),
    heritage(
        6, "WOTH", "POL", 0.8,
        "Zofia Maja Oliwia Julia Hanna Lena Wiktoria Nadia Kinga Amelia",
        "Jakub Kacper Filip Oskar Szymon Igor Bartosz Mateusz Nikodem Antoni",
        "Baran Dudek Gajda Kaczmarek Kubiak Lis Majewska Nowicki Pawlak Sikora Sobczak Urban Walczak Zawada",
    ),
    heritage(
        3, "WOTH", "ROM", 0.85,
        "Ioana Andreea Denisa Larisa Bianca Sorina",
        "Andrei Matei Luca Radu Vlad Cosmin",
        "Balan Ciobanu Dobre Florea Lupu Marin Nistor Rusu Stoica Tudor",
    ),
    heritage(
        3, "BAFR", "SOM", 0.8,
        "Ayaan Hodan Ifrah Sagal Ubah Nimco Filsan Idil",
        "Abdi Guled Liban Mahad Yusuf Zakariye Sahal Warsame",
        "Abdullahi Aden Dahir Farah Gedi Hersi Jama Nuur Osman Shire Warfa",
    ),
    heritage(
        3, "OOTH", "ARA", 0.75,
        "Yara Lina Rania Salma Dima Hala Nour Mariam",
        "Omar Karim Ziad Tariq Samir Adam Faris Anas",
        "Aziz Darwish Haddad Hamdan Khalil Mansour Nasser Qasim Saleh Shahin",
    ),
    heritage(
        2, "CHNE", "CHI", 0.6,
        "Mei Jia Xinyi Yuki Lily Hui",
        "Wei Jun Hao Ming Ethan Kai",
        "Chan Cheung Fong Kwok Lam Ng Tsang Wong Yip Zhao",
    ),
    heritage(
        1, "WIRT", "ENG", 0.0, "Kathleen Shannon Bridget Margaret", "Martin Patrick Miley Jimmy", "Cash Connors Doran Mongan Maughan"
    ),
)  # fmt: skip

WEIGHTS = tuple(each.weight for each in HERITAGES)
STREETS = (
    "Alder Walk", "Bakehouse Lane", "Beckside", "Chantry Close", "Copperfield Street", "Dovecote Road", "Elm Bank", "Fallow Way",
    "Gasworks Row", "Hazel Grove", "Ings Lane", "Juniper Court", "Kiln Street", "Larkfield Rise", "Millrace Lane", "Nursery Gardens",
    "Orchard Terrace", "Paddock View", "Quarry Hill", "Ropewalk", "Station Parade", "Tannery Road", "Union Street", "Viaduct Road",
    "Weir Side", "Yarrow Crescent",
)  # fmt: skip
TOWNS = (
    ("Larkfield", "LK1"),
    ("Upper Larkfield", "LK2"),
    ("Thornmere", "LK3"),
    ("Brackley Moor", "LK4"),
    ("Eastholme", "LK5"),
)
MIDDLE = ("Rose", "James", "Grace", "Lee", "May", "Ali", "Jane", "David", "Ruth", "Kai")


def pick_heritage(rng: Random) -> Heritage:
    return rng.choices(HERITAGES, WEIGHTS)[0]


def address(rng: Random) -> str:
    """An address in a town that does not exist; no real postcode starts with LK."""
    town, outward = rng.choice(TOWNS)
    return f"{rng.randrange(1, 140)} {rng.choice(STREETS)}\n{town}\n{outward} {rng.randrange(1, 9)}{rng.choice('ABDEFGHJ')}{rng.choice('LNPQRSTU')}"


def mobile(rng: Random) -> str:
    """Ofcom keeps 07700 900000 to 900999 free for fiction."""
    return f"07700 900{rng.randrange(1000):03d}"
