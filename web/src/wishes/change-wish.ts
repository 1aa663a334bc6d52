import type { Wishes } from '../api/types.ts';

/** One wish is changed; the others stay, as far as they go with it. */
export type ChangeWish = <Name extends keyof Wishes>(what: Name, value: Wishes[Name]) => void;
