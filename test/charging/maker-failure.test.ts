import { expect, it } from 'vitest';
import { afterFailure } from '../../lib/charging/maker-failure.ts';
import { ServiceError } from '../../lib/platform/index.ts';
import { aVehicle, evening } from './support/a-vehicle.ts';

const after = (error: ServiceError) => afterFailure(aVehicle(), error, evening, 0.5);

it.each(['needs-reauth', 'vehicle-removed', 'sealed-text-unreadable'] as const)(
  '%s is for the owner to mend',
  (code) => {
    expect(after(new ServiceError(code)).link).toBe('needs-relink');
  },
);

it('a key service that is down passes: the car stays linked and is asked again', () => {
  const { link, contact } = after(new ServiceError('sealed-text-unreadable', { retryable: true }));
  expect(link).toBe('working');
  expect(contact.nextReadAt).toBeGreaterThan(evening);
});
