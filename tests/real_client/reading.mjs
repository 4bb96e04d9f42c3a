// A message as a person sees it.
import { EventShieldColour, EventShieldReason } from "matrix-js-sdk/lib/crypto-api/index.js";

/** Returns what is seen of an event. `unreadable` is why it could not be decrypted, or null. */
export async function asRead(crypto, event) {
    const info = event.isEncrypted() ? await crypto.getEncryptionInfoForEvent(event) : null;
    const reason = info?.shieldReason;
    return {
        event: event.getId(),
        sender: event.getSender(),
        type: event.getType(),
        content: event.getContent(),
        relation: event.getRelation() ?? event.getWireContent()["m.relates_to"] ?? null,
        encrypted: event.isEncrypted(),
        pending: event.isBeingDecrypted() || event.isSending(),
        unreadable: event.isDecryptionFailure() ? event.decryptionFailureReason : null,
        shield: info ? EventShieldColour[info.shieldColour] : null,
        shield_reason: reason == null ? null : EventShieldReason[reason],
    };
}
