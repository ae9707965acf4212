/** What a unit measures decides the role of the quantity. */
export type Dimension =
  | "length"
  | "speed"
  | "time"
  | "mass"
  | "volume"
  | "area"
  | "temperature"
  | "power"
  | "energy"
  | "data"
  | "frequency"
  | "ratio"
  | "other";

export interface Unit {
  /** Canonical code ("km"), as in the column `unit`. */
  code: string;
  /** English name in the singular ("kilometre"). */
  name: string;
  dimension: Dimension;
  /** One of it in the SI unit of its dimension (metre, second, kilogram, ...); null where no factor converts it. */
  si: number | null;
}

// code | name | dimension | SI factor | spelt forms (matched in lower case) | symbols (matched as written, after digits)
const TABLE = `
km   | kilometre | length | 1000 | kilometre kilometres kilometer kilometers kms | km KM Km
m    | metre | length | 1 | metre metres meter meters | m
cm   | centimetre | length | 0.01 | centimetre centimetres centimeter centimeters | cm
mm   | millimetre | length | 0.001 | millimetre millimetres millimeter millimeters | mm
um   | micrometre | length | 1e-6 | micrometre micrometres micrometer micrometers micron microns | µm μm
nm   | nanometre | length | 1e-9 | nanometre nanometres nanometer nanometers | nm
mi   | mile | length | 1609.344 | mile miles | mi
yd   | yard | length | 0.9144 | yard yards | yd yds
ft   | foot | length | 0.3048 | foot feet | ft
in   | inch | length | 0.0254 | inch inches |
nmi  | nautical mile | length | 1852 | |
ly   | light-year | length | 9.4607e15 | lightyear lightyears | ly
au   | astronomical unit | length | 1.495978707e11 | | AU
km/h | kilometre per hour | speed | 0.277778 | | kph kmh kmph
mph  | mile per hour | speed | 0.44704 | | mph
kn   | knot | speed | 0.514444 | knot knots | kn kt kts
m/s  | metre per second | speed | 1 | |
mach | Mach | speed | | |
ms   | millisecond | time | 0.001 | millisecond milliseconds | ms
second | second | time | 1 | second seconds sec secs | s
minute | minute | time | 60 | minute minutes mins | min mins
hour | hour | time | 3600 | hour hours hrs | h hr hrs
day  | day | time | 86400 | day days | d
night | night | time | 86400 | night nights |
weekend | weekend | time | | weekend weekends |
fortnight | fortnight | time | 1209600 | fortnight fortnights |
week | week | time | 604800 | week weeks wk wks | wk wks
month | month | time | 2629746 | month months | mo
quarter | quarter | time | 7889238 | |
year | year | time | 31556952 | year years yrs | yr yrs
decade | decade | time | 315569520 | decade decades |
century | century | time | 3155695200 | century centuries |
millennium | millennium | time | 31556952000 | millennium millennia millenniums |
kg   | kilogram | mass | 1 | kilogram kilograms kilogramme kilogrammes kilo kilos | kg kgs KG Kg
g    | gram | mass | 0.001 | gram grams gramme grammes | g
mg   | milligram | mass | 1e-6 | milligram milligrams | mg
ug   | microgram | mass | 1e-9 | microgram micrograms | µg μg mcg
t    | tonne | mass | 1000 | tonne tonnes ton tons | t
kt   | kilotonne | mass | 1e6 | kiloton kilotons kilotonne kilotonnes |
Mt   | megatonne | mass | 1e9 | megaton megatons megatonne megatonnes |
Gt   | gigaton | mass | 1e12 | gigaton gigatons gigatonne gigatonnes | Gt
lb   | pound-mass | mass | 0.45359237 | | lb lbs
oz   | ounce | mass | 0.028349523 | ounce ounces | oz
st   | stone | mass | 6.35029318 | | st
ct   | carat | mass | 0.0002 | carat carats |
L    | litre | volume | 0.001 | litre litres liter liters | L l
ml   | millilitre | volume | 1e-6 | millilitre millilitres milliliter milliliters | ml mL
gal  | gallon | volume | 0.003785412 | gallon gallons | gal
pt   | pint | volume | 0.000473176 | pint pints |
qt   | quart | volume | 0.000946353 | quart quarts |
barrel | barrel | volume | 0.158987295 | barrel barrels | bbl
cup  | cup | volume | 0.000236588 | |
m2   | square metre | area | 1 | | m² sqm
km2  | square kilometre | area | 1e6 | | km²
ft2  | square foot | area | 0.09290304 | | sqft ft²
mi2  | square mile | area | 2589988.11 | |
ha   | hectare | area | 10000 | hectare hectares | ha
acre | acre | area | 4046.8564224 | acre acres |
cm2  | square centimetre | area | 0.0001 | |
mi3  | cubic mile | volume | 4168181825 | |
cm3  | cubic centimetre | volume | 1e-6 | | cc
m3   | cubic metre | volume | 1 | | m³
ft3  | cubic foot | volume | 0.028316847 | |
km3  | cubic kilometre | volume | 1e9 | | km³
degC | celsius | temperature | | celsius centigrade | C
degF | fahrenheit | temperature | | fahrenheit | F
K    | kelvin | temperature | | kelvin kelvins |
degree | degree | other | | degree degrees |
W    | watt | power | 1 | watt watts | W
kW   | kilowatt | power | 1000 | kilowatt kilowatts | kW
MW   | megawatt | power | 1e6 | megawatt megawatts | MW
GW   | gigawatt | power | 1e9 | gigawatt gigawatts | GW
hp   | horsepower | power | 745.7 | horsepower | hp bhp HP
kWh  | kilowatt-hour | energy | 3.6e6 | | kWh
MWh  | megawatt-hour | energy | 3.6e9 | | MWh
GWh  | gigawatt-hour | energy | 3.6e12 | | GWh
TWh  | terawatt-hour | energy | 3.6e15 | | TWh
J    | joule | energy | 1 | joule joules |
kcal | kilocalorie | energy | 4184 | kilocalorie kilocalories | kcal
calorie | calorie | energy | 4.184 | calorie calories |
mAh  | milliampere-hour | other | | | mAh
V    | volt | other | 1 | volt volts | V
A    | ampere | other | 1 | amp amps ampere amperes |
Hz   | hertz | frequency | 1 | hertz | Hz hz HZ
kHz  | kilohertz | frequency | 1000 | kilohertz | kHz
MHz  | megahertz | frequency | 1e6 | megahertz | MHz
GHz  | gigahertz | frequency | 1e9 | gigahertz | GHz
rpm  | revolutions per minute | frequency | 0.0166667 | | rpm
dB   | decibel | other | | decibel decibels | dB
KB   | kilobyte | data | 1000 | kilobyte kilobytes | KB
MB   | megabyte | data | 1e6 | megabyte megabytes | MB
GB   | gigabyte | data | 1e9 | gigabyte gigabytes | GB
TB   | terabyte | data | 1e12 | terabyte terabytes | TB
Mbps | megabit per second | data | 1e6 | | Mbps
Gbps | gigabit per second | data | 1e9 | | Gbps
Pa   | pascal | other | 1 | pascal pascals | Pa
kPa  | kilopascal | other | 1000 | kilopascal kilopascals | kPa
MPa  | megapascal | other | 1e6 | megapascal megapascals | MPa
psi  | pound per square inch | other | 6894.757 | | psi
ksi  | kilopound per square inch | other | 6894757 | | ksi
Nm   | newton metre | other | 1 | | Nm
lb-ft | foot pound-force | other | 1.355818 | | lb-ft
mpg  | mile per gallon | other | | | mpg
percent | percent | ratio | 0.01 | percent pct percents percentage | pc
pp   | percentage point | ratio | 0.01 | |
bps  | basis point | ratio | 0.0001 | | bps
roentgen | roentgen | other | | roentgen roentgens |
Sv   | sievert | other | | sievert sieverts |
`;

const BY_WORD = new Map<string, Unit>();
const BY_SYMBOL = new Map<string, Unit>();
const BY_CODE = new Map<string, Unit>();
for (const line of TABLE.trim().split("\n")) {
  const [code = "", name = "", dimension = "other", si = "", spelt = "", symbols = ""] = line
    .split("|")
    .map((s) => s.trim());
  const unit: Unit = {code, name, dimension: dimension as Dimension, si: si === "" ? null : Number(si)};
  BY_CODE.set(code, unit);
  for (const word of spelt.split(" ").filter(Boolean)) BY_WORD.set(word, unit);
  for (const symbol of symbols.split(" ").filter(Boolean)) BY_SYMBOL.set(symbol, unit);
}

/** Units of several words, tried before the single ones; the longest first. */
export const UNIT_PHRASES: readonly (readonly [readonly string[], string])[] = (
  [
    ["percentage points", "pp"],
    ["percentage point", "pp"],
    ["basis points", "bps"],
    ["basis point", "bps"],
    ["per cent", "percent"],
    ["nautical miles", "nmi"],
    ["nautical mile", "nmi"],
    ["light years", "ly"],
    ["light year", "ly"],
    ["astronomical units", "au"],
    ["miles per hour", "mph"],
    ["miles an hour", "mph"],
    ["mile per hour", "mph"],
    ["mile an hour", "mph"],
    ["kilometer per hour", "km/h"],
    ["kilometre per hour", "km/h"],
    ["kilometer an hour", "km/h"],
    ["kilometre an hour", "km/h"],
    ["kilometers per hour", "km/h"],
    ["kilometres per hour", "km/h"],
    ["kilometers an hour", "km/h"],
    ["kilometres an hour", "km/h"],
    ["km per hour", "km/h"],
    ["km an hour", "km/h"],
    ["km / h", "km/h"],
    ["m / s", "m/s"],
    ["meters per second", "m/s"],
    ["metres per second", "m/s"],
    ["miles per gallon", "mpg"],
    ["square miles", "mi2"],
    ["square mile", "mi2"],
    ["sq miles", "mi2"],
    ["sq mi", "mi2"],
    ["sq meters", "m2"],
    ["sq metres", "m2"],
    ["sq feet", "ft2"],
    ["sq kilometres", "km2"],
    ["sq kilometers", "km2"],
    ["square kilometers", "km2"],
    ["square kilometres", "km2"],
    ["square kilometer", "km2"],
    ["square kilometre", "km2"],
    ["square km", "km2"],
    ["sq km", "km2"],
    ["square meters", "m2"],
    ["square metres", "m2"],
    ["square metre", "m2"],
    ["square meter", "m2"],
    ["sq m", "m2"],
    ["square feet", "ft2"],
    ["square foot", "ft2"],
    ["sq ft", "ft2"],
    ["cubic meter", "m3"],
    ["cubic metre", "m3"],
    ["cubic meters", "m3"],
    ["cubic metres", "m3"],
    ["cubic feet", "ft3"],
    ["cubic foot", "ft3"],
    ["cubic kilometres", "km3"],
    ["cubic kilometers", "km3"],
    ["metric tons", "t"],
    ["metric tonnes", "t"],
    ["metric ton", "t"],
    ["short tons", "t"],
    ["fluid ounces", "oz"],
    ["degrees celsius", "degC"],
    ["degrees centigrade", "degC"],
    ["degrees c", "degC"],
    ["degrees fahrenheit", "degF"],
    ["degrees f", "degF"],
    ["deg c", "degC"],
    ["deg f", "degF"],
    ["degf", "degF"],
    ["degc", "degC"],
    ["degree celsius", "degC"],
    ["degree fahrenheit", "degF"],
    ["revolutions per minute", "rpm"],
    ["gigawatt hours", "GWh"],
    ["gigawatt hour", "GWh"],
    ["megawatt hours", "MWh"],
    ["megawatt hour", "MWh"],
    ["kilowatt hours", "kWh"],
    ["kilowatt hour", "kWh"],
    ["terawatt hours", "TWh"],
    ["terawatt hour", "TWh"],
    ["lb ft", "lb-ft"],
    ["foot pounds", "lb-ft"],
  ] as const
).map(([phrase, code]) => [phrase.split(" "), code] as const);

/** Units that make another unit a rate: "$52 a barrel", "800,000 barrels per day". */
export const PER_WORDS: ReadonlySet<string> = new Set(["per", "a", "an", "each", "every"]);

/** The unit of a spelt word, in lower case: "kilometers". */
export const unitOfWord = (word: string): Unit | null => BY_WORD.get(word) ?? null;
/** The unit of a symbol as written after digits: "km", "W". */
export const unitOfSymbol = (symbol: string): Unit | null => BY_SYMBOL.get(symbol) ?? null;

/**
 * A unit by its canonical code.
 *
 * @example
 * unitOfCode("mi")?.name // => "mile"
 */
export const unitOfCode = (code: string): Unit | null => BY_CODE.get(code) ?? null;
