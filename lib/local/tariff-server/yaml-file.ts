import type {
  CapacityMethod,
  CustomerGroup,
  DayKind,
  EnergyException,
  GridOwner,
  GridTariff,
} from '../../tariffs/index.ts';

const dayWords: Readonly<Record<DayKind, string>> = {
  monday: 'mandag',
  tuesday: 'tirsdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'lørdag',
  sunday: 'søndag',
  weekday: 'ukedag',
  weekend: 'helg',
  holiday: 'helligdager',
  'day-off': 'fridag',
  workday: 'virkedag',
  all: 'alle',
};
const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);
const groupWords: Readonly<Record<CustomerGroup, string>> = {
  household: 'husholdning',
  cabin: 'fritid',
  'small-business': 'liten_næring',
};
const methodWords: Readonly<Record<CapacityMethod, string>> = {
  'top-three-days': 'TRE_DØGNMAX_MND',
  'month-maximum': 'MND_MAX',
  'five-weighted-weeks': 'FEM_VEKTET_ÅR',
  'main-fuse': 'OV_TREFASE',
  unknown: 'UKJENT',
};

/** A grid owner as a file of the open repository, in its documented format. */
export function yamlFile(owner: GridOwner): string {
  return [
    '---',
    `netteier: ${quoted(owner.name)}`,
    'gln:',
    "  - '7080000000000'",
    `sist_oppdatert: '${owner.checkedOn}'`,
    'kilder:',
    ...owner.sources.map((source) => `  - ${quoted(source)}`),
    'tariffer:',
    ...owner.tariffs.flatMap(tariffLines),
    '',
  ].join('\n');
}

function tariffLines(tariff: GridTariff): string[] {
  const { capacity, energy } = tariff;
  return [
    '  - kundegrupper:',
    ...tariff.customerGroups.map((group) => `      - ${groupWords[group]}`),
    ...(tariff.name === null ? [] : [`    navn: ${quoted(tariff.name)}`]),
    '    fastledd:',
    `      metode: ${methodWords[capacity.method]}`,
    `      terskel_inkludert: ${capacity.thresholdIncluded}`,
    '      terskler:',
    ...capacity.steps.flatMap(({ from, nokPerYear }) => [
      `        - terskel: ${from}`,
      `          pris: ${nokPerYear}`,
    ]),
    '    energiledd:',
    `      grunnpris: ${energy.baseOrePerKwh}`,
    ...(energy.exceptions.length === 0
      ? []
      : ['      unntak:', ...energy.exceptions.flatMap(exceptionLines)]),
    `    gyldig_fra: '${tariff.from}'`,
    ...(tariff.until === null ? [] : [`    gyldig_til: '${tariff.until}'`]),
  ];
}

function exceptionLines(exception: EnergyException): string[] {
  const { hours, days } = exception;
  return [
    `        - navn: ${quoted(exception.name)}`,
    ...(hours === null ? [] : [`          timer: ${hoursText(hours)}`]),
    ...(days === null ? [] : [`          dager: [${days.map((day) => dayWords[day]).join(', ')}]`]),
    ...(exception.months === null
      ? []
      : [`          måneder: [${exception.months.map((month) => months[month - 1]).join(', ')}]`]),
    `          pris: ${exception.orePerKwh}`,
  ];
}

/** One span as it stands, several as a list. */
function hoursText(hours: NonNullable<EnergyException['hours']>): string {
  const spans = hours.map(({ from, to }) => `${from}-${to}`);
  return spans.length === 1 ? (spans[0] ?? '') : `[${spans.join(', ')}]`;
}

/** A JSON string is a YAML string. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
