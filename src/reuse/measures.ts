/** Size of a unit in the base unit of its dimension. */
interface Unit {
  dimension: "length" | "speed" | "mass" | "area" | "temperature" | "volume";
  /** Canonical name, so that "km" and "kilometres" are one. */
  name: string;
  size: number;
}

const UNITS = new Map<string, Unit>();
for (const [dimension, name, size, forms] of [
  ["length", "km", 1000, "km kms kilometer kilometers kilometre kilometres kilometers-long"],
  ["length", "m", 1, "m meter meters metre metres"],
  ["length", "cm", 0.01, "cm centimeter centimeters centimetre centimetres"],
  ["length", "mm", 0.001, "mm millimeter millimeters millimetre millimetres"],
  ["length", "mi", 1609.344, "mi mile miles"],
  ["length", "yd", 0.9144, "yd yard yards"],
  ["length", "ft", 0.3048, "ft foot feet"],
  ["length", "in", 0.0254, "inch inches"],
  ["speed", "km/h", 1, "kph kmh kmph km/h"],
  ["speed", "mph", 1.609344, "mph"],
  ["mass", "kg", 1, "kg kgs kilogram kilograms kilo kilos"],
  ["mass", "lb", 0.45359237, "lb lbs pound pounds"],
  ["mass", "t", 1000, "t tonne tonnes ton tons"],
  ["area", "ha", 1, "ha hectare hectares"],
  ["area", "acre", 0.40468564, "acre acres"],
  ["volume", "L", 1, "l liter liters litre litres"],
  ["volume", "gal", 3.785411784, "gallon gallons"],
] as const)
  for (const form of forms.split(" ")) UNITS.set(form, {dimension, name, size});

/** A number with the unit that follows it. */
export interface Measurement {
  value: number;
  unit: Unit;
}

const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)(?:[\s\u00a0-]*(million|billion|thousand))?[\s\u00a0-]*(km\/h|[a-z]+)/gi;
const MAGNITUDE: Record<string, number> = {thousand: 1e3, million: 1e6, billion: 1e9};

/**
 * Measurements written with digits and a unit of length, speed, mass, area or volume.
 *
 * @example
 * findMeasurements("about 15 kilometers (9 miles)").map(({value, unit}) => [value, unit.name]) // => [[15, "km"], [9, "mi"]]
 */
export function findMeasurements(text: string): Measurement[] {
  return [...text.matchAll(NUMBER)].flatMap(([, digits = "", magnitude = "", word = ""]) => {
    const unit = UNITS.get(word.toLowerCase());
    const value = Number(digits.replaceAll(",", "")) * (MAGNITUDE[magnitude.toLowerCase()] ?? 1);
    return unit ? [{value, unit}] : [];
  });
}

/** Round figures are converted to round figures: 9 miles are 15 kilometres. */
const ROUNDING = 0.12;

/**
 * Whether two measurements say the same in different units.
 *
 * @example
 * isConversion("9 miles", "15 kilometers") // => true
 * @example
 * isConversion("9 miles", "40 kilometers") // => false
 */
export function isConversion(a: string, b: string): boolean {
  return findMeasurements(a).some((x) =>
    findMeasurements(b).some((y) => {
      const [left, right] = [x.value * x.unit.size, y.value * y.unit.size];
      const alike = Math.abs(left - right) <= ROUNDING * Math.max(left, right);
      return x.unit.dimension === y.unit.dimension && x.unit.name !== y.unit.name && alike;
    }),
  );
}

/**
 * Whether two words name one unit: "km" and "kilometres".
 *
 * @example
 * isSameUnit("km", "kilometres") // => true
 */
export function isSameUnit(a: string, b: string): boolean {
  const [left, right] = [UNITS.get(a.toLowerCase()), UNITS.get(b.toLowerCase())];
  return left !== undefined && left.name === right?.name;
}
