// One device of a person who uses matrix-js-sdk, led from outside: a line of JSON in for each thing to do, one out for
// what came of it. What it does is in device.mjs; this file only listens and answers.
import "./quiet.mjs";

import { createInterface } from "node:readline";

import { Device } from "./device.mjs";

const devices = new Map();

async function obey({ device, task, ...facts }) {
    if (task === "open") {
        const opened = await Device.open(facts);
        devices.set(device, opened);
        return opened.who();
    }
    if (task === "takeIdentity") return devices.get(device).takeIdentity(devices.get(facts.from));
    return devices.get(device)[task](facts);
}

function answer(line) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
}

for await (const line of createInterface({ input: process.stdin })) {
    const { id, ...order } = JSON.parse(line);
    obey(order).then(
        (result) => answer({ id, result: result ?? null }),
        (error) => answer({ id, error: `${order.task}: ${error?.stack ?? error}` }),
    );
}
process.exit(0);
