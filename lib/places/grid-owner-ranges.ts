interface GridOwnerRange {
  /** Digits 11–17 of the metering point's number, what is between the prefix and the check digit; both included. */
  readonly first: number;
  readonly last: number;
  readonly gridOwner: string;
}

/**
 * Which metering points are whose, as five grid owners have told in the mapping file of the grid tariff standard (repository
 * 3lbits/API-nettleie-for-styring, MIT, doc/DiginGridTariffAPI.gridcompany-mapping.json). Of 2023, and far from complete: most
 * owners are missing, and what was built or sold since. Agder Energi Nett and Glitre Energi Nett are Glitre Nett today.
 */
export const gridOwnerRanges: readonly GridOwnerRange[] = [
  { first: 1221000, last: 1260999, gridOwner: 'glitre' },
  { first: 1430000, last: 1679999, gridOwner: 'elvia' },
  { first: 1690000, last: 1779999, gridOwner: 'norgesnett' },
  { first: 1991000, last: 2269999, gridOwner: 'elvia' },
  { first: 2270000, last: 2349999, gridOwner: 'glitre' },
  { first: 2627000, last: 2684999, gridOwner: 'elvia' },
  { first: 3190000, last: 3574999, gridOwner: 'elvia' },
  { first: 4571000, last: 4609999, gridOwner: 'glitre' },
  { first: 4907000, last: 6206999, gridOwner: 'elvia' },
  { first: 6998000, last: 7497999, gridOwner: 'lnett' },
  { first: 7511000, last: 7588999, gridOwner: 'norgesnett' },
  { first: 7619000, last: 8018999, gridOwner: 'glitre' },
  { first: 8019000, last: 8026999, gridOwner: 'elvia' },
  { first: 8054000, last: 8079999, gridOwner: 'norgesnett' },
  { first: 8191000, last: 8216000, gridOwner: 'glitre' },
  { first: 8231000, last: 8244999, gridOwner: 'glitre' },
  { first: 8552000, last: 8614999, gridOwner: 'elvia' },
  { first: 8721000, last: 8749999, gridOwner: 'elvia' },
  { first: 8837000, last: 8839999, gridOwner: 'lnett' },
];
