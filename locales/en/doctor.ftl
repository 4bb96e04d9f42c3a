### The doctor: what the operator is told of the machine, the homeserver, the accounts, the rooms and the records.

doctor-gravity-ok = ok
doctor-gravity-warning = warning
doctor-gravity-error = error
doctor-summary =
    { $errors ->
        [0] { $warnings ->
            [0] All is well.
            [one] One warning.
           *[other] { $warnings } warnings.
        }
        [one] One error, warnings: { $warnings }.
       *[other] { $errors } errors, warnings: { $warnings }.
    }

## The machine

doctor-folder = The data folder { $folder } is there, and closed to others.
doctor-folder-none = There is no data folder { $folder } yet.
doctor-folder-open = The data folder can be read by others: { $reason }.
doctor-folder-unreadable = The data folder { $folder } cannot be read: { $reason }.
doctor-disk = The disk of the data folder has { $megabytes } MB free.
doctor-mend-disk = Make room: from 200 MB downwards nothing can be promised. Old copies lie in backups/ and sets/.
doctor-zone = { $zone }: rules of edition { $edition }. { $change }
doctor-zone-changes = The clocks change on { DATE($at) } at { TIME($at) }.
doctor-zone-stays = The clocks do not change within a year.
doctor-mend-zone = The rules are old; a government may have changed them since. Update the system's package tzdata.

## The homeserver

doctor-homeserver = The homeserver { $url } answers, up to Matrix { $version }.
doctor-homeserver-silent = The homeserver { $url } does not answer: { $reason }.
doctor-homeserver-none = What answers at { $url } is no Matrix homeserver.
doctor-mend-homeserver = See that the homeserver runs and can be reached from this machine; the bot waits meanwhile, and nothing is lost.
doctor-mend-address = Correct homeserver.url: it is the client address, as in https://example.org/.well-known/matrix/client.
doctor-clock =
    { $seconds ->
        [0] This machine's clock goes with the homeserver's.
       *[other] { $side ->
            [ahead] This machine's clock is { $seconds } s ahead of the homeserver's.
           *[behind] This machine's clock is { $seconds } s behind the homeserver's.
        }
    }
doctor-clock-unknown = The homeserver does not say what time it is, so this machine's clock could not be compared.
doctor-mend-clock = Deadlines follow the clock. Set both by NTP: timedatectl set-ntp true. From ten minutes on the bot does nothing by it.

## The database and the backups

doctor-database = { $engine } answers, and the records have the form of this version.
doctor-database-none = There are no records yet ({ $engine }).
doctor-database-older = { $engine } answers; the records have the form of an older version.
doctor-database-newer = { $engine } answers; the records belong to a newer version, which this one does not understand.
doctor-database-silent = The database does not answer ({ $kind }).
doctor-database-whole = All of the database was read: it is whole.
doctor-database-damaged = The database is damaged: { $what }.
doctor-mend-older = They are brought up to date at the next start, after a copy has been put into backups/.
doctor-mend-newer = Install the newer version again, or restore a backup from before: docs/operations.md, "Going back".
doctor-mend-database = See that the database runs, and that storage.url and the rights of its files are right.
doctor-mend-damage = Stop the bot and restore the newest whole backup: radslag restore SET
doctor-journal = { $council }: the journal's seals are unbroken.
doctor-journal-changed = { $council }: the journal was changed: { $what }.
doctor-mend-journal = Keep the database as it is, tell the registrar, and compare: radslag journal verify
doctor-backup = The newest backup is { $name }, made on { DATE($made) } at { TIME($made) }, { $hours } hours ago.
doctor-backup-none = There is no backup in { $folder }.
doctor-backup-unopened = { $name } was not opened: its secret key is not kept here.
doctor-backup-whole = { $name } opens and is whole: { $rows } rows, { $cases } cases.
doctor-backup-unsound = { $name } could not be restored: { $reason }.
doctor-mend-backup = Make one now, radslag backup, and see that the timer runs: systemctl list-timers radslag-backup.timer
doctor-mend-unsound = Make a new one now: radslag backup. Then radslag verify it.

## The process

doctor-running = The bot is running.
doctor-held = Process { $process } on { $host } has worked for this council since { DATE($since) } at { TIME($since) }.
doctor-held-by-none = No process works for this council.
doctor-errands = Heavy work: { $waiting ->
    [0] nothing waits
    [one] one errand waits
   *[other] { $waiting } errands wait
}, { $running ->
    [0] nothing is being done
    [one] one is being done
   *[other] { $running } are being done
}, { $failed ->
    [0] nothing was given up in the last 30 days.
    [one] one was given up in the last 30 days.
   *[other] { $failed } were given up in the last 30 days.
}
doctor-mend-errands = Heavy work is done by any process that works with the database. See that one runs, and that the log says nothing of the queue.
doctor-stopped = No bot is running with { $folder }.
doctor-health = Its health at { $at } is good.
doctor-health-silent = Its health at { $at } cannot be asked for.
doctor-sign = Its health says: { $sign } is { $value }.
doctor-pages = The public pages answer at { $at }.
doctor-pages-silent = The public pages do not answer at { $at }.
doctor-pages-broken = The public pages at { $at } answer with { $status }.
doctor-mend-listen = The address may be taken by another program; the log says so at the start. Change it, and restart.
doctor-mend-sign = What each sign means stands in docs/operations.md, "Watching it".
doctor-mend-start = Start the bot: systemctl start radslag, or radslag run

## A council's account

doctor-account-refused = The account cannot be used: { $reason }.
doctor-account-unasked = The account could not be looked at: { $reason }.
doctor-never-started = The bot has never been logged in.
doctor-logged-out = The homeserver does not know the bot's device { $device } any more.
doctor-mend-device = If none of you logged it out, change the account's password. Then begin a new device: radslag identity recover
doctor-identity = The identity is kept here and published. Its fingerprint: { $fingerprint }
doctor-identity-none = There is no identity yet.
doctor-identity-unpublished = The identity is kept here and not published.
doctor-identity-not-here = The identity on the homeserver is not kept here.
doctor-identity-another = The identity on the homeserver is another than the one kept here.
doctor-mend-identity = Restore identity.json, or: radslag identity recover. Where neither is left: radslag identity reset
doctor-device-signed = The device { $device } is signed: strict clients trust it.
doctor-device-unsigned = The device { $device } is not signed: strict clients refuse it.
doctor-recovery-key = A recovery key was made. It cannot be shown again, only made anew.
doctor-recovery-key-none = There is no recovery key for this identity.
doctor-mend-recovery = Make one; it is shown once: radslag identity bootstrap
doctor-other-device = The account has another device, { $device }, which nobody signed.
doctor-other-device-signed = The account has another device, { $device }, signed.
doctor-mend-other-device = If it is none of yours: log it out and change the account's password.

## A council's rooms

doctor-room = { SUBJECT($place) }: the bot is there and may do what it must ({ $room }).
doctor-room-not-in = { SUBJECT($place) }: the bot is not in { $room }.
doctor-rooms-unasked = The rooms could not be looked at: { $reason }.
doctor-room-unencrypted = { SUBJECT($place) }: it is not encrypted, so nothing that belongs there is said.
doctor-room-encrypted = { SUBJECT($place) }: it is encrypted, so not everybody can read it.
doctor-room-public = { SUBJECT($place) }: anybody may enter.
doctor-room-readable = { SUBJECT($place) }: anybody may read what was said there.
doctor-room-guests = { SUBJECT($place) }: guests without an account may enter.
doctor-room-powerless = { SUBJECT($place) }: the bot lacks the power to { $able }.
doctor-power-speak = speak
doctor-power-pin = pin messages
doctor-power-remove = remove messages
doctor-power-invite = invite people
doctor-power-dismiss = remove people
doctor-power-govern = change who may do what
doctor-company =
    { $count ->
        [0] { SUBJECT($place) }: nobody is there yet but the bot.
        [one] { SUBJECT($place) }: one person is there, by an office that opens it.
       *[other] { SUBJECT($place) }: { $count } people are there, all by an office that opens it.
    }
doctor-stranger = { SUBJECT($place) }: { $person } is there or invited, and holds no office in the council.
doctor-misplaced = { SUBJECT($place) }: { $person } is there or invited, and holds no office that opens it.
doctor-moderator = { SUBJECT($place) }: { $person } may moderate there, and holds no office in the council.
doctor-loose = { SUBJECT($place) }: everybody there may { $able }.
doctor-elsewhere = { SUBJECT($place) }: people of { $server } are there, so that server has a copy of what is said.
doctor-federated = { SUBJECT($place) }: people of other servers could be invited; nobody of theirs is there.
doctor-mend-invite = Invite { $own } there, from a client that is in the room.
doctor-mend-encrypt = Turn encryption on, in the room's settings; it cannot be turned off again.
doctor-mend-replace = Encryption cannot be turned off: make a new open room, invite the bot, and put its ID into config.yaml.
doctor-mend-public = Change who may enter to “invited only”, and look who is there.
doctor-mend-readable = Change who may read the history to “members since they joined”.
doctor-mend-guests = Forbid guests, in the room's settings.
doctor-mend-stranger = Remove { $person } from the room in a client, or give an office that opens it: !member add
doctor-mend-moderator = Lower that power level to 0 in the room's settings. Whoever made a room of version 12 keeps it: then make a new room.
doctor-mend-loose = Raise the power level for that to 50 in the room's settings.
doctor-mend-elsewhere = If that is meant, put the server under invitations.servers in config.yaml. If not, remove its people from the room.
doctor-mend-power = Give { $own } power level { $level } in the room's settings, or more.

## What falls due

doctor-coming = { DATE($at) } at { TIME($at) }: { $what } ({ $subject })
doctor-nothing-coming = Nothing falls due within five weeks.
doctor-unseeded = The council has not been set up yet.
doctor-mend-meetings = See that there are meetings: !meeting list, !meeting series
doctor-failures =
    { $count ->
        [one] One event or duty has failed, ever.
       *[other] { $count } events or duties have failed, ever.
    }
doctor-mend-failures = The operators' room has a reference for each; the log has its kind and place.
due-call = the call for items
due-red-day = a warning of a meeting on a red day
due-close-items = items close
due-notice = the notice of meeting
due-remind-days = a reminder of the meeting
due-remind-workdays = the digest and a reminder of the meeting
due-remind-hours = the last reminder of the meeting
due-ask-attendance = organisations are asked whether they come
due-item-overrun = an item takes longer than planned
due-ballot-closes = a vote closes
due-summary = the summary in the open room
due-draft-minutes = the secretary is reminded of the draft minutes
due-adjust = the minutes are to be verified
due-announce = the minutes are announced
due-action-nudge = a reminder of an action
due-case-silence = a case closes by silence
due-case-triage = the secretary is reminded of a new case
due-case-triage-late = a case without an owner is late
due-case-triage-chair = the chair hears of a case without an owner
due-case-answer-soon = a reminder of an answer
due-case-answer-today = an answer is due
due-case-answer-late = an answer is late
due-case-answer-secretary = the secretary hears of a late answer
due-case-answer-chair = the chair hears of a late answer
due-case-ask-again = a resident is asked whether it is solved
due-todo = the weekly list of what waits
due-share-ask-again = a question about something to be shared, once more
due-share-lapses = something to be shared lapses
due-incident-reminder = a reminder of an incident's clock
due-reports-begin = organisations are asked for their monthly reports
due-reports-missing = a reminder of missing reports
