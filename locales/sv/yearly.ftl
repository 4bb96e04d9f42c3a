### Årsrapporten.

command-yearly = årsrapport, årsrapporten
    .summary = Ge årsrapporten som sida och PDF: årets så långt det har kommit, eller ett annat års.
    .example = !årsrapport 2026

yearly-given = Årsrapport { $year }, som sida och som PDF. Den är gjord av det som är offentligt, och av inget annat.
yearly-none = Det finns ingen rapport för { $year }: rådet höll inget möte det året.
