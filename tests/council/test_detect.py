"""What must not come to the council is seen, whatever its dress; what is harmless is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.detect import IDENTIFYING, WORTH_A_LOOK, Sign, detect, has_personal_number, luhn

PLACES = ("Parkstråket", "Södra gården", "Norra gården", "Stationen", "Sjövägen")

HARMLESS = [
    "Tre lampor är släckta i tunneln under Sjövägen",
    "Soppåsar och glas bakom butikerna varje fredag",
    "I avoid the station entrance on weekend nights",
    "Klotter med kränkande ord på skolans vägg",
    "Mopeder kör på gångvägen när barnen går hem",
    "Milloin neuvosto kokoontuu seuraavan kerran?",
    "Mörkt i gångtunneln",
    "Öppen försäljning vid cykelrummen varje kväll",
    "Bil utan skyltar har stått i fem veckor",
    "Buskarna skymmer gångvägen till skolan",
    "Fester och bråk i trapphuset varje helg",
    "Bilar stannar inte vid övergångsstället",
    "Could the council hold a safety walk with residents?",
    "Berusade personer sover i väntsalen",
    "Smällare hela natten",
    "Någon ringer och säger sig vara från banken",
    "Varför syns ingen polis efter klockan 20?",
    "Engångsgrillar och skräp vid bänkarna",
    "Tredje bilbranden på en månad, vad görs?",
    "Lampan vid skolgårdens grind blinkar",
    "Gungan på lekplatsen är trasig nu",
    "Det är inte skottat på gångvägen nu",
    "Buss 176 kör för fort på Sjövägen",
    "Mellan 08:00 och 16:00 den 2026-04-09 är det 40 bilar",
    "Ärende TR-2026-0042 från 2025, ring 114 14 eller 1177",
    "Torget heter Sjötorget och är mörkt",
    "Gatan som heter Storgatan är mörk",
    "Södra Gården är mörk och ungdomar säljer knark",
]


@pytest.mark.parametrize("words", HARMLESS)
def test_an_ordinary_concern_raises_nothing_but_a_hint_to_report_a_crime(words: str) -> None:
    assert detect(words, places=PLACES) <= {Sign.CRIME}


@pytest.mark.parametrize(
    "words",
    [
        "En bil brinner utanför nu",
        "DET BRINNER I KÄLLAREN",
        "de skjuter på gården",
        "Slagsmål utanför krogen just nu",
        "någon bryter sig in hos grannen",
        "inbrott pågår i butiken",
        "han andas inte",
        "det är slagsmål varje helg och nu pågår ett till",
        "A car is on fire outside",
        "someone is shooting in the yard",
        "there is a fight outside now",
        "help me",
        "talossa on tulipalo",
        "سيارة تحترق! حريق في الخارج",
        "Пожар во дворе",
        "de e nån som håller på å bryta sig in hos grannen!!",
        "nån står utanför dörren o rycker i handtaget va ska jag göra",
        "min granne hotar mig",
        "my husband hits me",
        "jag hörde skott",
        "I heard gunshots",
        "det luktar gas i trapphuset",
        "it smells like gas",
        "dom slår mej",
        "En bil br\u00adinner utanför n\u200bu",
        "".join(chr(ord(letter) + 0xFEE0) for letter in "detbrinner").replace("\uff42", " \uff42", 1),
    ],
)
def test_danger_is_seen(words: str) -> None:
    assert Sign.DANGER in detect(words)


def test_danger_is_seen_beside_whatever_else_the_text_holds() -> None:
    found = detect("Det brinner hos grannen, ring 070-123 45 67, 19811218-9876")

    assert Sign.DANGER in found
    assert Sign.PHONE in found
    assert Sign.PERSONAL_NUMBER in found


@pytest.mark.parametrize(
    "words",
    ["Inbrott i källarförråden i natt, tredje gången i år", "Min cykel är stulen", "I was robbed at the station"],
)
def test_a_crime_that_has_happened_is_seen_without_being_taken_for_danger(words: str) -> None:
    assert detect(words) == {Sign.CRIME}


@pytest.mark.parametrize(
    "words",
    [
        "Killen som langar på Norra gården heter Kalle Karlsson",
        "Han heter kalle karlsson",
        "Kalle Karlsson säljer knark vid cykelrummen",
        "a man named Robert sells drugs",
        "My neighbour is called Peter and he beats his dog",
        "Det är Anna-Lena Berg som stal cykeln",
        "en dealer vid namn Joakim",
        "HAN HETER ADAM TESTSSON",
        "Pojken har hetat Adam Testsson",
        "heter: Adam",
        "heter **Ali** enligt grannarna",
        "hans namn är Ali",
        "går under namnet Biffen",
        "han heter adam och bor här",
        "her name is sara",
        "whose name's Adam",
    ],
)
def test_a_named_suspect_is_seen(words: str) -> None:
    assert Sign.SUSPECT in detect(words, places=PLACES)


def test_giving_ones_own_name_is_no_accusation() -> None:
    assert detect("Hej, jag heter Anna och lampan är trasig") == {Sign.NAME}
    assert detect("My name is Anna and the lamp is broken") == {Sign.NAME}


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("ring mig på 070-123 45 67", Sign.PHONE),
        ("0701234567", Sign.PHONE),
        ("08-123 456 78", Sign.PHONE),
        ("+46 70 123 45 67", Sign.PHONE),
        ("0046701234567", Sign.PHONE),
        ("\u0660\u0667\u0660-123 45 67", Sign.PHONE),
        ("mopeden ABC 123 kör fort", Sign.PLATE),
        ("bilen abc12d står där", Sign.PLATE),
        ("regnummer abc 123", Sign.PLATE),
        ("skriv till anna.b@exempel.se", Sign.EMAIL),
        ("anna (at) exempel.se", Sign.EMAIL),
        ("@anna:example.org vet mer", Sign.EMAIL),
        ("lampan utanför Storgatan 12", Sign.ADDRESS),
        ("storgatan 12 b", Sign.ADDRESS),
        ("på lgh 1102", Sign.ADDRESS),
        ("12 Baker Street 4", Sign.ADDRESS),
        ("Tre ungdomar från en klass", Sign.SMALL_GROUP),
        ("3 unga killar", Sign.SMALL_GROUP),
        ("2 st. elever", Sign.SMALL_GROUP),
        ("båda bröderna", Sign.SMALL_GROUP),
        ("en 14-årig pojke", Sign.SMALL_GROUP),
        ("a boy aged 14", Sign.SMALL_GROUP),
        ("en man i 30-årsåldern", Sign.SMALL_GROUP),
        ("81 12 18 98 76", Sign.PERSONAL_NUMBER),
        ("811218/9876", Sign.PERSONAL_NUMBER),
        ("070.123.45.67", Sign.PHONE),
        ("+46 (0)8 123 456 78", Sign.PHONE),
        ("en bil abc 123 stod där", Sign.PLATE),
        ("reg ABC O12", Sign.PLATE),
        ("anna [at] example [dot] se", Sign.EMAIL),
        ("anna snabel a example punkt se", Sign.EMAIL),
        ("anna @ example . se", Sign.EMAIL),
        ("Drottning Kristinas väg 12", Sign.ADDRESS),
        ("a couple of boys", Sign.SMALL_GROUP),
        ("a pair of girls", Sign.SMALL_GROUP),
        ("en grupp på fyra", Sign.SMALL_GROUP),
        ("a gang of five hangs about", Sign.SMALL_GROUP),
        ("ABC 12 D står där", Sign.PLATE),
        ("bor på Hamngatan12", Sign.ADDRESS),
        ("Lindvassa torg 3", Sign.ADDRESS),
        ("10 Downing St", Sign.ADDRESS),
        ("a boy named john smith", Sign.SUSPECT),
        ("en kille vid namn erik", Sign.SUSPECT),
    ],
)
def test_what_points_to_a_person_is_seen(words: str, sign: Sign) -> None:
    assert sign in detect(words)


@pytest.mark.parametrize(
    "words",
    [
        "bilarna som 250 personer såg",
        "hon heter något annat",
        "Projektet kallas för en succé",
        "09.04.2026",
        "kl. 08.30-16.00",
        "Möts @ torget. Vi ses",
        "en man greps",
        "båda skolorna",
        "ring 112",
        "020-50 50 50",
        "40 km/h på Sjövägen",
        "Sjövägen 30 bilar",
        "12 ungdomar",
        "sex ungdomar",
        "SMS 123",
        "en grupp på sex",
        "en grupp på tre lampor",
        "i en grupp på 40",
        "På väg 73 är det mörkt",
        "Lindvassa torg 3 maj",
        "ett förslag vid namn trygg kväll",
        "HUS 12 B",
    ],
)
def test_helplines_counts_and_large_groups_point_to_nobody(words: str) -> None:
    assert not detect(words) & (IDENTIFYING | WORTH_A_LOOK)


def test_how_small_a_group_is_too_small_is_the_councils_to_say() -> None:
    assert Sign.SMALL_GROUP in detect("sju elever", min_group_size=10)
    assert Sign.SMALL_GROUP not in detect("tre elever", min_group_size=3)


def _check_digit(nine: str) -> str:
    return next(digit for digit in "0123456789" if luhn(nine + digit))


@st.composite
def birth_numbers(draw: st.DrawFn) -> str:
    year, month, day = draw(st.integers(0, 99)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    day += draw(st.sampled_from((0, 60)))
    nine = f"{year:02}{month:02}{day:02}{draw(st.integers(0, 999)):03}"
    return nine + _check_digit(nine)


@given(
    number=birth_numbers(),
    century=st.sampled_from(("", "19", "20")),
    dash=st.sampled_from(("", "-", "+", " ", "\u2013", " - ", "\u200b-")),
    before=st.sampled_from(("", "han har ", "pnr:", "(")),
    after=st.sampled_from(("", " och bor här", ".", ")")),
)
def test_a_personal_number_is_found_however_it_is_written(
    number: str, century: str, dash: str, before: str, after: str
) -> None:
    words = f"{before}{century}{number[:6]}{dash}{number[6:]}{after}"

    assert Sign.PERSONAL_NUMBER in detect(words)


@given(number=birth_numbers(), slip=st.integers(1, 9))
def test_a_number_with_a_wrong_check_digit_is_no_personal_number(number: str, slip: int) -> None:
    wrong = number[:-1] + str((int(number[-1]) + slip) % 10)

    assert not has_personal_number(f"{wrong[:6]}-{wrong[6:]}")


@given(st.text(max_size=300), st.sampled_from(HARMLESS))
def test_whatever_is_written_the_detectors_answer_with_kinds_alone(noise: str, words: str) -> None:
    assert detect(noise) <= set(Sign)
    assert detect(f"{noise} {words}") <= set(Sign)


@given(st.text(max_size=60))
def test_nothing_around_it_hides_an_emergency(noise: str) -> None:
    assert Sign.DANGER in detect(f"{noise} det brinner {noise}")
