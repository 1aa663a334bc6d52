import { homeExample } from '../home-fields.ts';
import type { Overview } from './get-overview.ts';

/** A car that waits for the night: one quarter hour of its plan is shown. */
export const overviewExample: Overview = {
  now: '2026-01-12T16:05:00Z',
  home: homeExample,
  vehicles: [
    {
      vehicleRef: '8iZzYQ2mT1uYkXv0b3cDfg',
      provider: 'tesla',
      link: 'working',
      batteryKwh: 75,
      wishes: { readyBy: '07:00', targetPercent: 80 },
      mode: 'plan',
      battery: { percent: 40, observedAt: '2026-01-12T16:04:00Z', limitPercent: 80 },
      plugged: 'plugged',
      charging: 'stopped',
      powerKw: 0,
      status: { key: 'waiting', startAt: '2026-01-13T01:15:00Z', readyAt: '2026-01-13T04:30:00Z' },
      plan: {
        madeAt: '2026-01-12T16:01:00Z',
        reason: 'plugged-in',
        readyAt: '2026-01-13T06:00:00Z',
        doneBy: '2026-01-13T04:45:00Z',
        targetPercent: 80,
        status: 'optimal',
        costOre: 3120,
        chargeNowOre: 5210,
        savedOre: 2090,
        contract: 'spot',
        savedBy: { powerOre: 1340, gridOre: 750, taxOre: 0 },
        assumed: [],
        gapOre: 0,
        shortfallKwh: 0,
        solver: 'greedy',
        explanation: ['cheapest-hours'],
        windows: [{ from: '2026-01-13T01:15:00Z', until: '2026-01-13T04:30:00Z' }],
        slots: [{ start: '2026-01-13T01:15:00Z', powerKw: 11, priceOrePerKwh: 92.4 }],
        pricesUsed: ['NO1/2026-01-12/1', 'NO1/2026-01-13/1'],
      },
      session: {
        pluggedInAt: '2026-01-12T16:00:00Z',
        gridKwh: 0.4,
        costOre: 68,
        chargeNowOre: 68,
        savedOre: 0,
        unpriced: false,
        assumed: false,
      },
      commands: [
        {
          kind: 'stop',
          state: 'confirmed',
          intendedAt: '2026-01-12T16:01:00Z',
          settledAt: '2026-01-12T16:02:30Z',
        },
      ],
    },
  ],
  withdrawal: null,
};
