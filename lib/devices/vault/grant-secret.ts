import * as z from 'zod';
import { type Platform, ServiceError } from '../../platform/index.ts';

const grantSecretSchema = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.number(),
  refreshToken: z.string(),
  previousRefreshToken: z.string().nullable(),
  vehicles: z.array(z.object({ vehicleRef: z.string(), id: z.string(), vin: z.string() })),
  regionBase: z.string().nullable(),
});

/**
 * What is sealed of a grant. The previous refresh token is kept because the maker honours it for a day more: it must be
 * given back too. `regionBase` is null while the configured address serves this account.
 */
export type GrantSecret = Readonly<z.infer<typeof grantSecretSchema>>;

/** `active`: to work with. `revoke`: only to give back; the working functions' roles cannot open it. */
export type Purpose = 'active' | 'revoke';

/** Seals a secret for one grant and one purpose: bytes moved to another row or purpose do not open. */
export function closeSecret(
  platform: Platform,
  grantRef: string,
  purpose: Purpose,
  secret: GrantSecret,
): Promise<Uint8Array> {
  return platform.seal.close(JSON.stringify(secret), { grantRef, purpose });
}

/** Throws `sealed-text-unreadable`. */
export async function openSecret(
  platform: Platform,
  grantRef: string,
  purpose: Purpose,
  sealed: Uint8Array,
): Promise<GrantSecret> {
  const text = await platform.seal.open(sealed, { grantRef, purpose });
  const parsed = grantSecretSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ServiceError('sealed-text-unreadable');
  }
  return parsed.data;
}

/** JSON.parse quotes its input in its errors, and here the input is tokens. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
