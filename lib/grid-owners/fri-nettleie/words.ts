import type { CapacityMethod, CustomerGroup, DayKind } from '../../tariffs/index.ts';

/** The file's words in ours: `#Dag`, `#Måned`, `#Kundegrupper` and `metode` of the repository's schema (tariff.cue). */
export const dayKinds: Readonly<Record<string, DayKind>> = {
  mandag: 'monday',
  tirsdag: 'tuesday',
  onsdag: 'wednesday',
  torsdag: 'thursday',
  fredag: 'friday',
  lørdag: 'saturday',
  søndag: 'sunday',
  ukedag: 'weekday',
  helg: 'weekend',
  helligdager: 'holiday',
  fridag: 'day-off',
  virkedag: 'workday',
  alle: 'all',
};

export const monthNumbers: Readonly<Record<string, number>> = {
  januar: 1,
  februar: 2,
  mars: 3,
  april: 4,
  mai: 5,
  juni: 6,
  juli: 7,
  august: 8,
  september: 9,
  oktober: 10,
  november: 11,
  desember: 12,
};

export const customerGroups: Readonly<Record<string, CustomerGroup>> = {
  husholdning: 'household',
  fritid: 'cabin',
  liten_næring: 'small-business',
};

export const capacityMethods: Readonly<Record<string, CapacityMethod>> = {
  TRE_DØGNMAX_MND: 'top-three-days',
  MND_MAX: 'month-maximum',
  FEM_VEKTET_ÅR: 'five-weighted-weeks',
  OV_TREFASE: 'main-fuse',
  UKJENT: 'unknown',
};
