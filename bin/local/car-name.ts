/** Which car, where there are several. */
export function carName(cars: number, index: number): string {
  return cars > 1 ? `Car ${index + 1}: ` : '';
}
