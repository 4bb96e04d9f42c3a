### The devices that office holders are known by.

command-device-list = device list, devices
    .summary = List the devices that I know you by, and for administrators those that wait to be confirmed.
    .example = !device list
command-device-confirm = device confirm, confirm device
    .summary = Confirm somebody else's new device, after comparing its fingerprint with that person.
    .example = !device confirm Mxx83pZwYjpo
command-device-forget = device forget, forget device
    .summary = Stop knowing a device: one of your own that is lost, or one that waits and that nobody owns up to.
    .example = !device forget Mxx83pZwYjpo

device-list-own = Devices that I know you by
device-list-waiting = Waiting to be confirmed
device-list-none = I know no device of yours yet. The first that you write a command from will be the one.
device-line =
    { $state ->
        [waiting] { $device }: { $fingerprint } (waits to be confirmed by somebody else)
       *[known] { $device }: { $fingerprint }
    }
device-line-of = { $person }, { $device }: { $fingerprint }
device-confirmed = Confirmed: { $person }, { $device }. Commands from it count from now on.
device-forgotten = I no longer know { $person } by { $device }.
device-confirm-by-another = Somebody else has to confirm your device: the chair, the secretary or an operator.
device-fingerprint-short = I need at least the first { $letters } letters of the fingerprint: !device list
device-unknown = No device that is yours or that waits has a fingerprint that begins so. See: !device list
operators-device-confirmed = { $by } has confirmed a device of { $person }: { $device }.
