export type TariffFileErrorCode =
  | 'too-big'
  | 'not-yaml'
  | 'alias'
  | 'unknown-key'
  | 'missing'
  | 'empty'
  | 'not-allowed'
  | 'out-of-range'
  | 'not-ascending'
  | 'ends-before-it-begins';

/** Why a tariff file is refused. The message is the field and the code; nothing else of the file is in it. */
export class TariffFileError extends Error {
  override readonly name = 'TariffFileError';
  readonly code: TariffFileErrorCode;
  /** 1-based. */
  readonly line: number;
  /** `tariffer[2].energiledd.unntak[0].timer`; empty for the file as a whole. */
  readonly field: string;

  constructor(code: TariffFileErrorCode, line: number, field: string) {
    super(field === '' ? code : `${field}: ${code}`);
    this.code = code;
    this.line = line;
    this.field = field;
  }
}
