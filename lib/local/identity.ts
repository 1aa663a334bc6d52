import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Clock } from '../platform/index.ts';

const ALGORITHM = 'ES256';
const AUDIENCE = 'smartlading-app';
/** Simulated time runs fast: a token of an hour would be dead in seconds. */
const TOKEN_LIFETIME_SECONDS = 10 * 365 * 24 * 3600;

/** The retailer's identity provider, as far as an app and an API gateway see it. */
export interface Identity {
  readonly issuer: string;
  readonly audience: string;
  tokenFor(subject: string, changes?: TokenChanges): Promise<string>;
  /** The claims of a token of this issuer for this audience that is valid now; null for anything else. */
  verify(token: string): Promise<JWTPayload | null>;
  /** What `/.well-known/openid-configuration` and `/jwks` answer. */
  configuration(): object;
  keySet(): { readonly keys: readonly JWK[] };
  /** The private key, to be kept with the run's data. */
  exportKey(): JWK;
}

/** For tests: tokens that are not in order. */
interface TokenChanges {
  readonly audience?: string;
  readonly issuer?: string;
  readonly lifetimeSeconds?: number;
}

/** `key`: the private key of an earlier run; a new one is made without it. */
export async function createIdentity(clock: Clock, issuer: string, key: JWK | undefined): Promise<Identity> {
  const privateJwk = key ?? (await newKey());
  const privateKey = (await importJWK(privateJwk, ALGORITHM)) as CryptoKey;
  const { d: _private, ...publicPart } = privateJwk;
  const publicJwk = { ...publicPart, kid: 'local', alg: ALGORITHM, use: 'sig' };
  const keys = createLocalJWKSet({ keys: [publicJwk] });
  const nowSeconds = () => Math.floor(clock.now() / 1000);
  return {
    issuer,
    audience: AUDIENCE,
    tokenFor: (subject, changes = {}) =>
      new SignJWT({})
        .setProtectedHeader({ alg: ALGORITHM, kid: 'local', typ: 'JWT' })
        .setSubject(subject)
        .setIssuer(changes.issuer ?? issuer)
        .setAudience(changes.audience ?? AUDIENCE)
        .setIssuedAt(nowSeconds())
        .setExpirationTime(nowSeconds() + (changes.lifetimeSeconds ?? TOKEN_LIFETIME_SECONDS))
        .sign(privateKey),
    verify: (token) =>
      jwtVerify(token, keys, {
        issuer,
        audience: AUDIENCE,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(clock.now()),
      }).then(
        ({ payload }) => payload,
        () => null,
      ),
    configuration: () => ({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: [ALGORITHM],
    }),
    keySet: () => ({ keys: [publicJwk] }),
    exportKey: () => privateJwk,
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}
