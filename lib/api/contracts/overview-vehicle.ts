import * as z from 'zod';
import { ampere, instant, kwh, mode, percent, provider, vehicleRef } from '../fields.ts';
import { wishFields } from '../wish-fields.ts';
import { meterFields } from './meter-fields.ts';
import { overviewPlan } from './overview-plan.ts';

const statusKey = z
  .enum([
    'unplugged',
    'waiting',
    'charging',
    'ready',
    'paused-by-you',
    'charging-now',
    'charging-unplanned',
    'asking-the-car',
    'needs-relink',
    'unreachable',
  ])
  .meta({ id: 'StatusKey', description: 'What the car does and why; the app has the words.' });

const command = z
  .object({
    kind: z.enum(['start', 'stop', 'set-limit', 'set-current']),
    ampere: ampere('Of `set-current`: on each phase').nullable(),
    state: z.enum(['intended', 'sent', 'confirmed', 'refused', 'unknown', 'superseded']),
    intendedAt: instant,
    settledAt: instant.nullable(),
  })
  .meta({ id: 'OverviewCommand' });

export const overviewVehicle = z
  .object({
    vehicleRef,
    provider,
    link: z.enum(['working', 'needs-relink']),
    batteryKwh: kwh('Usable battery, as the customer says'),
    setsCurrent: z.boolean().meta({
      description:
        'Whether the notice agreed to when the car was linked lets the service set its charging current. Where not, it is only started ' +
        'and stopped, until it is linked again under the notice now in force.',
    }),
    wishes: z.object(wishFields).meta({ id: 'OverviewWishes' }),
    nextReady: z
      .object({ readyAt: instant, targetPercent: percent('What the battery holds at least then') })
      .meta({ id: 'NextReady', description: 'When the car is to be ready next, of all that is wished.' }),
    mode,
    battery: z
      .object({
        percent: percent('State of charge; null until the car has told').nullable(),
        observedAt: instant.nullable(),
        limitPercent: percent('The car’s own charge limit').nullable(),
      })
      .meta({ id: 'OverviewBattery' }),
    plugged: z.enum(['plugged', 'unplugged', 'unknown']),
    charging: z.enum(['charging', 'starting', 'stopped', 'complete', 'no-power', 'unknown']),
    powerKw: z
      .number()
      .nullable()
      .meta({ description: 'Power now, kW, grid side.', examples: [11] }),
    status: z
      .object({ key: statusKey, startAt: instant.nullable(), readyAt: instant.nullable() })
      .meta({ id: 'OverviewStatus' }),
    plan: overviewPlan.nullable(),
    session: z
      .object({ pluggedInAt: instant, ...meterFields })
      .meta({ id: 'OverviewSession', description: 'Since the car was plugged in.' })
      .nullable(),
    commands: z.array(command).max(5).meta({ description: 'The last five, newest last.' }),
  })
  .meta({ id: 'OverviewVehicle' });
