import type { ConsentEvent, Purpose } from './consent-event.ts';

export const smartCharging: Purpose = {
  id: 'smart-charging',
  basis: 'consent, GDPR art. 6(1)(a)',
  dataCategories: [
    'state of charge',
    'charge limit',
    'plug state',
    'charge state and power',
    'charging current, phases and voltage',
    'main fuse and yearly use of the house',
    'hourly energy of the cars in the running month',
    'daily highest hours of the running month',
  ],
  operations: [
    'read',
    'plan',
    'start and stop charging',
    'set charge limit',
    'set charging current',
    'account savings',
  ],
  storage:
    'until withdrawal; hourly energy and daily highest hours until the month is over; past charging three years; ' +
    'this record three years after withdrawal',
  recipients: ['car maker', 'Amazon Web Services eu-north-1'],
};

export const controller: ConsentEvent['controller'] = {
  name: 'Smartlading',
  contact: 'personvern@app.example',
};
