"""First names that are frequent in Sweden and are no ordinary word: who accuses one of these names a person.

Names that are words as well (Björn, Sten, Stig, Max, Rose) and those of months are left out on purpose.
"""

FIRST_NAMES = frozenset(
    """
    abbas abdi abdul abdullah adam adnan agneta ahmad ahmed ahmet aida aisha albin aleksander alexander
    alexandra ali alice alma alva amanda amin amina amir anders andreas angelica anita anna annika anton antonia
    arvid astrid axel barbro bashir bengt benjamin berit bertil bilal birgitta bosse britt camilla carina carl
    carolina cecilia charlotta christer christian christina christoffer daniel daniella david dejan dennis
    dragan ebba eddie edvin elena elias elin elisabeth ella ellen elsa emelie emil emilia emma erik erika eva
    fadi fanny farah fatima felicia filip filippa fredrik frida gabriel gabriella georg gunilla gunnar gustav
    hampus hanna hannes hans hasan hassan helena henrik hugo hussein ibrahim ida igor ines ingrid isabella isak
    ismail ivan jacob jakob jasmin jennifer jenny jens jesper jimmy joakim joel johan johanna john johnny jonas
    jonathan josef josefin julia jörgen kajsa kalle karim karin karl karolina katarina kenneth kevin khadija
    khaled klara kristian kristina kristoffer lars lasse leif leila lena lennart leo liam lina linda linnea
    linus lisa lotta louise lovisa lucas lukas magnus mahmoud malin maria marianne marie markus martin martina
    maryam mateusz matilda mats mattias mehmet melissa mia michael micke mikael milad milan mohamed mohammad
    mohammed mohamud mona monika muhammad mustafa märta nadia natalie nathalie niklas nils nina noah olivia olle
    olof omar oscar oskar osman patrik pelle pernilla pontus rasmus rebecka reza rickard rikard robert samir
    samira samuel sandra sara sebastian selma simon sofia sofie stefan steve susanne sven svetlana tariq therese
    thomas tobias tomas tommy tony torbjörn tuva tyra ulf ulla ulrika viktor viktoria vincent wilhelm william
    yasmin youssef yusra yusuf zahra zainab zlatan åke åsa örjan
    """.split()  # noqa: SIM905 - a list of two hundred strings is harder to read and to mend
)
