import type { KeyringNode } from '@aws-crypto/client-node';
import { ServiceError } from './errors.ts';
import type { Seal } from './platform.ts';

type Context = Readonly<Record<string, string>>;

const LOCAL_KEY_BYTES = 32;

/**
 * Imported when first used: functions without the vault never load the SDK, and leave it out of their bundles
 * (unused-modules.ts).
 */
const loadSdk = () => import('@aws-crypto/client-node');
type Sdk = Awaited<ReturnType<typeof loadSdk>>;

/** Each text under a data key of its own, wrapped by the KMS key; KMS sees the context and may refuse by it. */
export async function kmsSeal(keyArn: string): Promise<Seal> {
  const sdk = await loadSdk();
  return sealWith(sdk, new sdk.KmsKeyringNode({ generatorKeyId: keyArn }));
}

/** The same format under a key of this machine: 32 bytes in base64. Throws `misconfigured`. */
export async function localSeal(keyBase64: string): Promise<Seal> {
  // Copied, since the SDK demands a buffer whose memory is its own, not a slice of Node's pool.
  const unencryptedMasterKey = new Uint8Array(Buffer.from(keyBase64, 'base64'));
  if (unencryptedMasterKey.length !== LOCAL_KEY_BYTES) throw new ServiceError('misconfigured');
  const sdk = await loadSdk();
  const wrappingSuite = sdk.RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING;
  const name = { keyNamespace: 'smartlading', keyName: 'local' };
  return sealWith(sdk, new sdk.RawAesKeyringNode({ ...name, unencryptedMasterKey, wrappingSuite }));
}

function sealWith(sdk: Sdk, keyring: KeyringNode): Seal {
  const { encrypt, decrypt } = sdk.buildClient(sdk.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  // Commits to its key, carries no signature: whoever may seal here may also open, so a signature would prove nothing.
  const suiteId = sdk.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
  return {
    async close(plainText, context) {
      const { result } = await encrypt(keyring, plainText, { suiteId, encryptionContext: { ...context } });
      return new Uint8Array(result);
    },
    async open(sealed, context) {
      // Retryable, because the SDK does not tell a KMS that is down from a text that was tampered with.
      const opened = await decrypt(keyring, sealed).catch(() => {
        throw new ServiceError('sealed-text-unreadable', { retryable: true });
      });
      if (!isSame(opened.messageHeader.encryptionContext, context)) {
        throw new ServiceError('sealed-text-unreadable');
      }
      return opened.plaintext.toString('utf8');
    },
  };
}

/** All pairs, both ways: the SDK proves that the context is the one sealed, not that it is the one we meant. */
function isSame(sealed: Context, meant: Context): boolean {
  const keys = Object.keys(meant);
  return (
    Object.keys(sealed).length === keys.length &&
    keys.every((key) => Object.hasOwn(sealed, key) && sealed[key] === meant[key])
  );
}
