import type { RevocationEvidence } from '../devices/index.ts';
import type { Language } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';

/** The one thing customers agree to so far; each purpose is given and withdrawn on its own. */
export type PurposeId = 'smart-charging';

export interface Purpose {
  readonly id: PurposeId;
  readonly basis: string;
  readonly dataCategories: readonly string[];
  readonly operations: readonly string[];
  readonly storage: string;
  readonly recipients: readonly string[];
}

/**
 * One entry of a customer's consent record (fields after ISO/IEC TS 27560, a small subset). Append-only; each entry
 * holds the hash of the one before it. No name, VIN, address, network address, or reference to the customer.
 */
export interface ConsentEvent {
  readonly schemaVersion: 1;
  readonly recordId: string;
  /** Random pseudonym, known only to the home item until that is erased. */
  readonly consentRef: string;
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  readonly previousSha256: string | null;
  readonly sha256: string;
  readonly jurisdiction: 'NO';
  readonly language: Language;
  readonly controller: { readonly name: string; readonly contact: string };
  readonly purposes: readonly Purpose[];
  readonly notice: { readonly version: string; readonly sha256: string };
  readonly event: 'given' | 'withdrawn' | 'revoked' | 'erased';
  readonly at: Instant;
  readonly method: 'app' | 'service';
  /** With `revoked`: what each car maker answered. */
  readonly evidence: readonly Evidence[];
  /** With `erased`: how many of each were erased. */
  readonly erased: { readonly vehicles: number; readonly grants: number } | null;
}

/** What a car maker answered, without the reference of the grant it ended. */
type Evidence = Omit<RevocationEvidence, 'grantRef' | 'ownerUrl'>;

/** What an event says, before it gets its place in the chain. */
export type EventDraft = Omit<ConsentEvent, 'schemaVersion' | 'sequence' | 'previousSha256' | 'sha256'>;
