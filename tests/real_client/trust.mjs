// Whom a person trusts, and by what.
import { UserId } from "@matrix-org/matrix-sdk-crypto-wasm";

/** Asks the homeserver for somebody's identity and devices, which the SDK by itself does when it hears of a change. */
export async function askAnew(crypto, user) {
    await crypto.outgoingRequestProcessor.makeOutgoingRequest(crypto.olmMachine.queryKeysForUsers([new UserId(user)]));
}

/** Returns a person's devices by their IDs, as the homeserver lists them now; the two share a room. */
export async function devicesOf(crypto, user) {
    await askAnew(crypto, user);
    const asked = (await crypto.getUserDeviceInfo([user])).get(user) ?? new Map();
    const found = {};
    for (const [id, device] of asked) {
        const status = await crypto.getDeviceVerificationStatus(user, id);
        found[id] = {
            name: device.displayName ?? null,
            fingerprint: device.getFingerprint() ?? null,
            signed_by_owner: status?.signedByOwner ?? false,
            verified: status?.isVerified() ?? false,
        };
    }
    return found;
}

/** Returns a person's identity as this device knows it. */
export async function identityOf(crypto, user) {
    await askAnew(crypto, user);
    const status = await crypto.getUserVerificationStatus(user);
    const identity = await identityInMachine(crypto, user);
    return {
        fingerprint: identity ? fingerprintOf(identity) : null,
        verified: status.isCrossSigningVerified(),
        needs_approval: status.needsUserApproval,
    };
}

/**
 * Signs a person's identity when its fingerprint is the one expected.
 *
 * The SDK has calls for a person only by emoji or QR code, in which the other side takes part. Comparing fingerprints
 * needs nobody's help, so this asks the machine below the SDK's calls, which the SDK itself uses for its devices.
 */
export async function verifyIdentity(crypto, user, fingerprint) {
    await askAnew(crypto, user);
    const identity = await identityInMachine(crypto, user);
    const found = fingerprintOf(identity);
    if (found !== fingerprint.replaceAll(/\s/g, "")) throw new Error(`the fingerprint is another: ${found}`);
    await crypto.outgoingRequestProcessor.makeOutgoingRequest(await identity.verify());
    return identityOf(crypto, user);
}

function identityInMachine(crypto, user) {
    return crypto.olmMachine.getIdentity(new UserId(user));
}

function fingerprintOf(identity) {
    const [fingerprint] = Object.values(JSON.parse(identity.masterKey).keys);
    return fingerprint;
}
