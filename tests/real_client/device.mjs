// A device: what a person does with a Matrix client, in the client's own calls.
import { Attachment, EncryptedAttachment } from "@matrix-org/matrix-sdk-crypto-wasm";
import { ClientEvent, createClient, EventType, SyncState } from "matrix-js-sdk";
import { AllDevicesIsolationMode, decodeRecoveryKey, OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";

import { asRead } from "./reading.mjs";
import { askAnew, devicesOf, identityOf, verifyIdentity } from "./trust.mjs";

const MODES = { strict: OnlySignedDevicesIsolationMode, default: AllDevicesIsolationMode };
const EVERYTHING = 500;

export class Device {
    constructor(client, password, kept) {
        this.client = client;
        this.password = password;
        this.kept = kept;
        this.crypto = client.getCrypto();
    }

    /** Signs in as a new device, with its keys in memory, and returns when it has seen what there is. */
    static async open({ url, user, password, mode }) {
        const identifier = { type: "m.id.user", user };
        const login = await createClient({ baseUrl: url }).loginRequest({ type: "m.login.password", identifier, password });
        const kept = {};
        const client = createClient({
            baseUrl: url,
            userId: login.user_id,
            deviceId: login.device_id,
            accessToken: login.access_token,
            cryptoCallbacks: { getSecretStorageKey: async ({ keys }) => [Object.keys(keys)[0], kept.recoveryKey] },
        });
        await client.initRustCrypto({ useIndexedDB: false });
        client.getCrypto().setDeviceIsolationMode(new MODES[mode]());
        const ready = new Promise((resolve) => {
            client.on(ClientEvent.Sync, (state) => state === SyncState.Prepared && resolve());
        });
        await client.startClient({ initialSyncLimit: EVERYTHING, disablePresence: true });
        await ready;
        return new Device(client, password, kept);
    }

    who() {
        return { user: this.client.getUserId(), device: this.client.getDeviceId() };
    }

    close() {
        this.client.stopClient();
    }

    /** Makes an identity for its person and signs itself, as today's clients do when an account is new. */
    async introduce() {
        const identifier = { type: "m.id.user", user: this.client.getUserId() };
        const auth = { type: "m.login.password", identifier, password: this.password };
        await this.crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (request) => request(auth) });
        await this.isSigned();
    }

    /** Takes over the identity from the person's other device, as signing in by QR code does, and signs itself. */
    async takeIdentity(other) {
        await askAnew(this.crypto, this.client.getUserId());
        await this.crypto.importSecretsBundle(await other.crypto.exportSecretsBundle());
        await this.crypto.crossSignDevice(this.client.getDeviceId());
        await this.isSigned();
    }

    /** Takes the identity over from what the homeserver keeps under a recovery key, and signs itself. */
    async recoverIdentity({ key }) {
        this.kept.recoveryKey = decodeRecoveryKey(key);
        await askAnew(this.crypto, this.client.getUserId());
        await this.crypto.bootstrapCrossSigning({});
        await this.isSigned();
    }

    async isSigned() {
        const { user, device } = this.who();
        const own = (await this.devices({ user }))[device];
        if (!own?.signed_by_owner) throw new Error("this device is not signed by its owner");
    }

    /** Opens an encrypted direct chat. */
    async chat({ invite }) {
        const { room_id: room } = await this.client.createRoom({
            preset: "trusted_private_chat",
            is_direct: true,
            invite: [invite],
            initial_state: [
                { type: EventType.RoomEncryption, state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
            ],
        });
        await this.until(() => this.client.getRoom(room)?.hasEncryptionStateEvent());
        return room;
    }

    async join({ room }) {
        await this.client.joinRoom(room);
        await this.until(() => this.client.getRoom(room)?.hasEncryptionStateEvent());
    }

    /** Says how somebody stands in a room: join, invite, leave, or null. */
    membership({ room, user }) {
        return this.client.getRoom(room)?.getMember(user)?.membership ?? null;
    }

    /** Sends any event, encrypted where the room is; returns its ID. */
    async send({ room, type, content }) {
        return (await this.client.sendEvent(room, type, content)).event_id;
    }

    async attach({ room, name, kind, data }) {
        const plain = Buffer.from(data, "base64");
        const sealed = Attachment.encrypt(plain);
        const info = JSON.parse(sealed.mediaEncryptionInfo);
        const stored = await this.client.uploadContent(new Blob([sealed.encryptedData]), {
            type: "application/octet-stream",
            includeFilename: false,
        });
        const content = {
            msgtype: kind.startsWith("image/") ? "m.image" : "m.file",
            body: name,
            filename: name,
            info: { mimetype: kind, size: plain.length },
            file: { ...info, url: stored.content_uri },
        };
        return this.send({ room, type: EventType.RoomMessage, content });
    }

    /** Fetches a file that somebody sent, and decrypts it. */
    async fetch({ room, event }) {
        const { file } = this.client.getRoom(room).findEventById(event).getContent();
        const where = this.client.mxcUrlToHttp(file.url, undefined, undefined, undefined, false, true, true);
        const answer = await fetch(where, { headers: { Authorization: `Bearer ${this.client.getAccessToken()}` } });
        if (!answer.ok) throw new Error(`the file was not given out: ${answer.status}`);
        const sealed = new Uint8Array(await answer.arrayBuffer());
        return Buffer.from(Attachment.decrypt(new EncryptedAttachment(sealed, JSON.stringify(file)))).toString("base64");
    }

    /** Returns everything in a room as its person sees it: words if decrypted, and the shield if there is one. */
    async read({ room }) {
        const events = this.client.getRoom(room)?.getLiveTimeline().getEvents() ?? [];
        return Promise.all(events.map((event) => asRead(this.crypto, event)));
    }

    /** Returns somebody's devices as the homeserver lists them now. */
    devices({ user }) {
        return devicesOf(this.crypto, user);
    }

    /** Says what this device knows of somebody's identity. */
    identity({ user }) {
        return identityOf(this.crypto, user);
    }

    /** Verifies somebody, if the fingerprint that was told elsewhere is the one that the homeserver gave out. */
    verify({ user, fingerprint }) {
        return verifyIdentity(this.crypto, user, fingerprint);
    }

    /** Waits until the client has seen that something holds; whoever leads us sets the limit. */
    async until(holds) {
        while (!holds()) await new Promise((resolve) => this.client.once(ClientEvent.Sync, resolve));
    }
}
