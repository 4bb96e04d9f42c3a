### Omröstningar: en röst för varje organisation.

command-vote = rösta, röst
    .summary = Rösta för din organisation: ja, nej eller avstår.
    .example = !rösta ja
command-vote-open = rösta om, öppna omröstning, omröstning
    .summary = Öppna en omröstning om en punkt, öppen eller sluten. Med förslagets ord blir ett ja beslutet.
    .example = !rösta om A13 Extra vuxna ute 30 april
command-vote-close = stäng omröstning, avsluta omröstning, rösta klart
    .summary = Avsluta omröstningen och visa resultatet.
    .example = !stäng omröstning
command-vote-casting = utslagsröst, utslagsrösten
    .summary = Avgör när det har blivit lika många röster på båda sidor. Bara ordföranden.
    .example = !utslagsröst ja
command-recuse = jäv, anmäl jäv
    .summary = Lämna omröstningen om punkten som pågår på grund av jäv.
    .example = !jäv
command-reservation = reservation, reservera
    .summary = Få antecknat att din organisation inte står bakom ett beslut, och varför.
    .example = !reservation D5 Vi vill se en utvärdering först.

vote-opened = Omröstning { $id } om { $item }: { $title }
vote-how = Skriv !rösta ja, !rösta nej eller !rösta avstår, eller reagera med 👍, 👎 eller 🤷. En röst för varje organisation.
vote-how-secret = Sluten omröstning: skriv !rösta ja, !rösta nej eller !rösta avstår till mig direkt. En röst för varje organisation.
vote-given =
    { $choice ->
        [yes] { $id }: { $organisation } röstar ja.
        [no] { $id }: { $organisation } röstar nej.
       *[abstain] { $id }: { $organisation } avstår.
    }
vote-given-secret = { $id }: rösten är mottagen.
vote-count = { $given } av { $able } har röstat.
vote-result =
    { $carried ->
        [yes] { $id }: bifall. Ja { $yes }, nej { $no }, avstår { $abstain }.
       *[no] { $id }: avslag. Ja { $yes }, nej { $no }, avstår { $abstain }.
    }
vote-result-tied = { $id }: lika röstetal. Ja { $yes }, nej { $no }, avstår { $abstain }.
vote-result-casting =
    { $carried ->
        [yes] { $id }: bifall med ordförandens utslagsröst. Ja { $yes }, nej { $no }, avstår { $abstain }.
       *[no] { $id }: avslag med ordförandens utslagsröst. Ja { $yes }, nej { $no }, avstår { $abstain }.
    }
vote-names =
    { $choice ->
        [yes] Ja: { $organisations }
        [no] Nej: { $organisations }
       *[abstain] Avstår: { $organisations }
    }
vote-tie-chair = Ordföranden avgör: !utslagsröst ja eller !utslagsröst nej

recused = Jäv i { $id }: { $organisation }. Deltar inte i omröstningen.
reservation-noted = Reservation mot { $id } av { $organisation }:

vote-unknown = Det finns ingen omröstning { $id }.
vote-open-already = En omröstning pågår redan. Avsluta den först: !stäng omröstning
vote-item-missing = Skriv också vilken punkt. Exempel: { $example }
vote-unreadable = Skriv ja, nej eller avstår. Exempel: { $example }
vote-none-open = Ingen omröstning pågår.
vote-which = Vilken omröstning? Skriv dess nummer först: { $ids }.
vote-put-off = Omröstningen { $id } avbryts utan beslut. Är rådet beslutfört igen: !rösta om { $item }. Annars går punkten till nästa möte.
vote-is-closed = Omröstningen { $id } är avslutad.
vote-nobody = Ingen har röstat i { $id }.
vote-never-closed = Omröstningen { $id } om { $item } avbryts utan beslut: mötet avslutades aldrig.
vote-recused = Din organisation är jävig i frågan och deltar inte i omröstningen.
vote-not-present = Din organisation är inte på plats som röstande. Är ni här? !närvaro här
vote-without = Du röstar inte här. Det gör organisationens ledamot, eller ersättaren.
vote-given-already = Din organisation har redan röstat genom någon annan. Bara den personen kan ändra rösten.
vote-secret-here = Omröstningen är sluten. Jag har tagit bort meddelandet och räknar det inte. Skriv till mig direkt.
vote-not-tied = Det blev inte lika många röster, så ingen utslagsröst behövs.
recuse-no-item = Ingen punkt pågår. Jäv gäller en punkt.
recused-already = Jävet är redan antecknat: { $organisation }.
reservation-no-decision = Det finns inget beslut att reservera sig mot.
reservation-not-present = Din organisation var inte på plats när { $id } fattades.

decision-line-between = { $id } (mellan möten): { $text }. Röster (ja-nej-avstår): { $votes }.
decision-postponed = Beslut kan inte fattas nu. { $id } går till nästa möte om rådet inte blir beslutfört.
decision-unknown = Det finns inget beslut { $id }.
decision-votes-many = { $given } röster är för många: { $present } röstande organisationer är på plats.
decision-none-found = Inget beslut innehåller ”{ $words }”.
decision-found-heading = Beslut som innehåller ”{ $words }”
decision-found = { DATE($day) }: { $decision }
decision-found-more = Och { $more } till. Skriv fler ord för att hitta rätt.

command-decision-propose = beslut föreslå, föreslå beslut, per capsulam
    .summary = Låt alla organisationer rösta om ett förslag till en viss dag, utan möte.
    .example = !föreslå beslut 2026-05-04 Rådet lämnar yttrande om belysningen
vote-poll = { $id } ({ $item }): { $title }
vote-choice =
    { $choice ->
        [yes] Ja
        [no] Nej
       *[abstain] Avstår
    }
between-opened = Omröstning { $id } mellan möten. Rösta senast { DAY($closes) } kl. { TIME($closes) }:
between-how = Skriv !rösta { $id } ja, !rösta { $id } nej eller !rösta { $id } avstår. Alla röstande organisationer måste rösta.
between-poll = { $id }: bifall till förslaget?
between-missing = Har inte röstat: { $organisations }. Därför är inget beslutat.
between-taken-up = Frågan tas upp som { $id } på mötet { DAY($starts) } kl. { TIME($starts) }.
between-nowhere = Inget möte är planerat där frågan kan tas upp.
