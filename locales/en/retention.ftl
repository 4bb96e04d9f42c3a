### Destroying records by decision.

command-retention-preview = retention preview
    .summary = Show what the decisions on disposal let be destroyed now. Nothing is destroyed.
    .example = !retention preview

command-retention-apply = retention apply
    .summary = Destroy now what the decisions on disposal let be destroyed. It happens once a day by itself too.
    .example = !retention apply

retention-kind =
    { $kind ->
        [identity] who raised a case
        [case_text] the words of cases
        [shared] shared information
       *[journal] the journal
    }
retention-preview = This may be destroyed now. Nothing has been; !retention apply does it, and so do I once a day.
retention-due = { $kind }, older than { DATE($before) }: { $count } (decision { $reference })
retention-applied = Destroyed:
retention-done = { $kind }, older than { DATE($before) }: { $count } (decision { $reference })
retention-files = Within an hour no file of mine holds it any more, the newest keyring of the backups included.
retention-nothing = There is nothing that may be destroyed now. Nothing was changed.
retention-kept = Kept, because no decision with a number of days is in the settings: { $kinds }.
retention-uncleaned =
    { $count ->
        [one] Of one disposal a file may still hold something; I try again every hour.
       *[other] Of { $count } disposals a file may still hold something; I try again every hour.
    }
