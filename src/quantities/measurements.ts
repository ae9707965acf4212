import {pastSuffix} from "./bounds.ts";
import {type Currency, currencyOfNation, currencyOfNoun, currencyOfSign, POUND_STERLING} from "./currencies.ts";
import {type Numeral, pastHyphen, wordAt} from "./numeral.ts";
import type {Role} from "./quantity.ts";
import type {Token} from "./tokens.ts";
import {type Dimension, PER_WORDS, UNIT_PHRASES, type Unit, unitOfCode, unitOfSymbol, unitOfWord} from "./units.ts";

/** A number's unit of measure or money. `from` and `to` are token positions around number and unit. */
export interface Measurement {
  from: number;
  to: number;
  unit: string;
  unitName: string;
  role: Role;
  /** The unit as written, without the number. */
  written: {from: number; to: number};
}

const ROLE_OF: Partial<Record<Dimension, Role>> = {length: "distance", speed: "speed", time: "duration"};
const isHyphen = (token: Token | undefined) => Boolean(token && /^[-‑]$/.test(token.text) && token.glued);

const PHRASES_BY_FIRST = new Map<string, (typeof UNIT_PHRASES)[number][]>();
for (const phrase of UNIT_PHRASES) {
  const first = phrase[0][0] ?? "";
  PHRASES_BY_FIRST.set(first, [...(PHRASES_BY_FIRST.get(first) ?? []), phrase]);
}

/** Symbols that stand for a unit even after a space; the others need to touch the number ("5s", "12h", "3d"). */
const SPACED_SYMBOL =
  /^(km|cm|mm|mi|ft|m|nm|kg|kgs|mg|ml|lb|lbs|oz|mph|kph|kmh|kn|kts|kt|hp|bhp|HP|kW|MW|GW|W|kWh|MWh|GWh|TWh|mAh|V|Hz|HZ|KM|KG|Km|Kg|kHz|MHz|GHz|rpm|dB|KB|MB|GB|TB|Mbps|Gbps|kPa|MPa|psi|ksi|Nm|mpg|hr|hrs|min|mins|yds|yd|pc|bps|kcal|m²|km²|ha|sqft|sqm|gal|st|L|yrs|yr|wks|ly|AU|Gt)$/;

/** The unit that begins at a token (phrase, word or symbol) and where it ends; null when none does. */
export function readUnit(tokens: readonly Token[], at: number, digits: boolean): {to: number; unit: Unit} | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.text === "%" || token.text === "％") return withUnit("percent", at + 1);
  if (token.text === "°" || token.text === "º") {
    const scale = tokens[at + 1]?.text ?? "";
    return /^[CF]$/.test(scale) ? withUnit(`deg${scale}`, at + 2) : withUnit("degree", at + 1);
  }
  if (/^["″]$/.test(token.text) && token.glued && digits && tokens[at - 1]?.kind === "number" && isInches(tokens, at))
    return withUnit("in", at + 1);
  for (const [words, code] of PHRASES_BY_FIRST.get(token.lower) ?? []) {
    const to = endOfPhrase(tokens, at, words);
    if (to) return withUnit(code, to);
  }
  if (token.kind !== "word") return null;
  const spelt = unitOfWord(token.lower);
  if (spelt) return {to: at + 1, unit: spelt};
  if (!digits) return null;
  const power = tokens[at + 1];
  if (power?.glued && /^[2²3³]$/.test(power.text) && /^(km|m|mi|ft|cm)$/.test(token.text)) {
    return withUnit(`${token.text}${/[2²]/.test(power.text) ? 2 : 3}`, at + 2);
  }
  const symbol = unitOfSymbol(token.text);
  if (!symbol) return null;
  if (token.glued || SPACED_SYMBOL.test(token.text)) {
    if (token.glued && wordAt(tokens, at + 1) === "/" && /^[hs]$/.test(wordAt(tokens, at + 2)))
      return withUnit(token.text === "km" ? "km/h" : "m/s", at + 3);
    if (token.text === "s" && !tokens[at - 1]?.text.includes(".")) return null;
    return {to: at + 1, unit: symbol};
  }
  return null;
}

/** Past the words of a unit, hyphens between them passed over ("square-foot"); 0 where they do not stand there. */
function endOfPhrase(tokens: readonly Token[], from: number, words: readonly string[]): number {
  let at = from;
  for (const word of words) {
    const next = at > from ? pastHyphen(tokens, at) : at;
    if (wordAt(tokens, next) !== word) return 0;
    at = next + 1;
  }
  return at;
}

const isInches = (tokens: readonly Token[], at: number) =>
  /^\d{1,2}(\.\d+)?$/.test(tokens[at - 1]?.text ?? "") && tokens[at + 1]?.kind === "word" && !tokens[at + 1]?.glued;

function withUnit(code: string, to: number): {to: number; unit: Unit} | null {
  const unit = unitOfCode(code);
  return unit && {to, unit};
}

/** The currency sign before a number: "$", "US$", "US $", "HK$", "EUR ", "PS" (a pound sign lost in a conversion). */
export function readSign(tokens: readonly Token[], number: number): {from: number; currency: Currency} | null {
  const sign = tokens[number - 1];
  if (!sign) return null;
  if (sign.kind === "mark") {
    const name = tokens[number - 2];
    if (sign.text === "=" && name?.text === "Y" && sign.glued) return withSign("Y=", number - 2);
    if (name?.kind === "word" && (sign.glued || /^(US|U\.S\.|HK|CA|AU|C|A|NZ)$/.test(name.text))) {
      const joined = withSign(`${name.text}${sign.text}`, number - 2);
      if (joined) return joined;
    }
    return withSign(sign.text, number - 1);
  }
  if (sign.kind !== "word" || !(/^[A-Z][A-Za-z]{1,2}$/.test(sign.text) || tokens[number - 2]?.text === "$"))
    return null;
  const dollar = tokens[number - 2];
  if (dollar?.text === "$" && sign.glued) return withSign(`$${sign.text}`, number - 2);
  if (sign.text === "PS" && !tokens[number]?.glued) return null;
  return withSign(sign.text, number - 1);
}

function withSign(sign: string, from: number): {from: number; currency: Currency} | null {
  const currency = currencyOfSign(sign);
  return currency && {from, currency};
}

/** The currency noun after a number: "euros", "Australian dollars", "US dollars", "rupees"; pounds only where money is spoken of. */
function readMoneyNoun(
  tokens: readonly Token[],
  at: number,
  numeral: Numeral,
): {to: number; currency: Currency} | null {
  const [first, second, third] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  const nation = currencyOfNation(first, second) ?? null;
  if (nation) return {to: at + 2, currency: nation};
  const far = currencyOfNation(second, third);
  if (far && /^(new|hong|south)$/.test(first)) return {to: at + 3, currency: far};
  if (tokens[at]?.glued && tokens[at]?.kind === "word" && currencyOfSign(tokens[at]?.text ?? ""))
    return withNoun(at + 1, currencyOfSign(tokens[at]?.text ?? ""));
  if (/^(EUR|USD|GBP|JPY|CHF|CAD|AUD|INR|CNY|RMB|BTC|SEK|NOK|DKK)$/.test(tokens[at]?.text ?? ""))
    return withNoun(at + 1, currencyOfSign(tokens[at]?.text ?? ""));
  if (tokens[at]?.text === "€" || tokens[at]?.text === "£" || (tokens[at]?.text === "$" && tokens[at]?.glued))
    return withNoun(at + 1, currencyOfSign(tokens[at]?.text ?? ""));
  if (/^pounds?$/.test(first))
    return second === "sterling"
      ? {to: at + 2, currency: POUND_STERLING}
      : isPoundMoney(tokens, at, numeral)
        ? {to: at + 1, currency: POUND_STERLING}
        : null;
  if (first === "p" && tokens[at]?.glued) return withNoun(at + 1, currencyOfNoun("pence"));
  if (first === "rand" && tokens[at]?.text === "Rand") return null;
  if (first === "won" && !numeral.digits && numeral.magnitude === 1) return null;
  if (first === "won" && numeral.magnitude === 1 && (numeral.low ?? 0) < 1000) return null;
  return withNoun(at + 1, currencyOfNoun(first));
}

const withNoun = (to: number, currency: Currency | null) => currency && {to, currency};

const MONEY_WORDS =
  /^(fined?|pa(y|ys|id|ying)|costs?|costing|worth|price[ds]?|salary|salaries|spent|spend|raised?|donated|bail|bill|tax|budget|debt|loan|grant|pension|charge[ds]?|deal|fee|fees|sold|bought|earn(s|ed)?|£|pence)$/;

/** Pounds are weight unless the sentence speaks of money: a sign, a price verb before them, or a magnitude ("2 million pounds"). */
function isPoundMoney(tokens: readonly Token[], at: number, numeral: Numeral): boolean {
  if (tokens[at + 1]?.text === "(" && /^[$€£]$/.test(tokens[at + 2]?.text ?? "")) return true;
  if (wordAt(tokens, at + 1) === "of" && !OF_MONEY.test(wordAt(tokens, at + 2))) return false;
  for (let near = Math.max(0, numeral.from - 12); near < at + 8 && near < tokens.length; near++)
    if (WEIGHT_WORDS.test(wordAt(tokens, near))) return false;
  for (let back = numeral.from - 1; back >= 0 && back >= numeral.from - 7; back--)
    if (MONEY_WORDS.test(wordAt(tokens, back))) return true;
  return numeral.magnitude >= 1e6;
}

/** "2 million pounds of debt" is money; of anything else it is weight. */
const OF_MONEY =
  /^(the|its|their|his|her|our|public|private|taxpayers?'?s?|government|state|new|extra|additional|annual|unpaid|lost|cash|debts?|aid|damage|funding|funds|investment|investments|savings|cuts|losses|revenue|revenues|income|assets|loans?|money|profits?|sales|tax|taxes|benefits|spending|fines|compensation|support|help|credit|orders|shares|business|property|exports|imports|goods|trade)$/;

const WEIGHT_WORDS =
  /^(thrust|weigh(s|ed|ing|t)?|mass|payload|cargo|force|kg|kilograms?|kilogrammes?|tons?|tonnes?|lbs?|lift|lifting|haul|liftoff|heavy|meat|explosives|cocaine|heroin|marijuana|fish|beef|fertilizer)$/;

/** "per barrel", "a year", "an hour" after a unit. */
function readRate(
  tokens: readonly Token[],
  at: number,
  unit: {role: Role; name: string},
): {to: number; code: string; name: string} | null {
  const per = wordAt(tokens, at);
  if (per === "/" && tokens[at]?.glued) {
    const word = wordAt(tokens, at + 1);
    return tokens[at + 1]?.kind === "word" ? {to: at + 2, code: word, name: unitOfWord(word)?.name ?? word} : null;
  }
  const hyphen = isHyphen(tokens[at + 1]) ? 1 : 0;
  if (!PER_WORDS.has(per) || tokens[at + 1 + hyphen]?.kind !== "word") return null;
  const phrase = readUnit(tokens, at + 1 + hyphen, true);
  if (phrase && (per === "per" || phrase.unit.dimension === "time" || unit.role === "money"))
    return {to: phrase.to, code: phrase.unit.code, name: phrase.unit.name};
  if (per === "per" && unit.role !== "duration")
    return {
      to: at + 2,
      code: wordAt(tokens, at + 1),
      name: wordAt(tokens, at + 1) === "mmbtu" ? "mega british thermal unit" : wordAt(tokens, at + 1),
    };
  if (
    unit.role === "money" &&
    /^(share|barrel|ticket|head|person|bottle|vote|unit|piece|night|bushel|pound|song|word)$/.test(
      wordAt(tokens, at + 1),
    ) &&
    /^an?$/.test(per)
  ) {
    return {to: at + 2, code: wordAt(tokens, at + 1), name: wordAt(tokens, at + 1)};
  }
  return null;
}

function money(tokens: readonly Token[], from: number, to: number, currency: Currency): Measurement {
  const rate = readRate(tokens, to, {role: "money", name: currency.name});
  return {
    from,
    to: rate ? rate.to : to,
    unit: rate ? `${currency.code}/${rate.code}` : currency.code,
    unitName: rate ? `${currency.name} per ${rate.name}` : currency.name,
    role: "money",
    written: {from: to, to: rate ? rate.to : to},
  };
}

/** To the unit behind "of": "hundreds of miles", "a tenth of a second". */
function pastOf(tokens: readonly Token[], {kind, to}: Numeral): number {
  if (kind === "fraction") return pastOfA(tokens, to);
  return kind === "vague" && wordAt(tokens, to) === "of" && tokens[to + 1]?.kind === "word" ? to + 1 : to;
}

/** "a tenth of a second", "1/16 of a US pint": to the unit that the fraction is taken of. */
function pastOfA(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== "of" || !/^(a|an|one)$/.test(wordAt(tokens, at + 1))) return at;
  const name = /^(US|UK|Imperial|imperial|nautical|square)$/.test(tokens[at + 2]?.text ?? "") ? at + 3 : at + 2;
  return readUnit(tokens, name, true) ? name : at;
}

/** "a 9mm pistol": millimetres that are no distance. */
const GUN =
  /^(semi|semiautomatic|automatic|handguns?|pistols?|guns?|rifles?|revolvers?|carbines?|rounds?|ammunition|ammo|bullets?|shells?|shell|casings?|cartridges?|cannons?|howitzers?|mortars?|caliber|calibre|glock|beretta|ruger|smith|weapons?|magazines?)$/;

const AGE_UNIT = /^(year|month|week|day|hour|minute)$/;

/** "42-year-old", "12 years old", "six months of age": where the words of age end, else 0. */
function pastAge(tokens: readonly Token[], at: number): number {
  const next = isHyphen(tokens[at]) ? at + 1 : at;
  if (/^olds?$/.test(wordAt(tokens, next))) return next + 1;
  return wordAt(tokens, at) === "of" && wordAt(tokens, at + 1) === "age" ? at + 2 : 0;
}

/**
 * The unit of a number, money included: "80 kilometers", "$28.5M", "10.5 million Australian dollars", "12mph", "42-year-old",
 * "$52 a barrel" (a rate). Null where none is written; the counted noun is read apart.
 */
export function readMeasurement(tokens: readonly Token[], numeral: Numeral): Measurement | null {
  const sign = readSign(tokens, numeral.from);
  if (sign) {
    const after = tokens[numeral.to];
    const named = /^(us|u\.s\.|usd|cad|aud|sterling)$/.test(after?.lower ?? "")
      ? (currencyOfSign(`${after?.text}$`) ?? currencyOfSign(after?.text ?? ""))
      : null;
    const noun = after?.lower === "sterling" ? POUND_STERLING : named;
    return money(tokens, sign.from, noun ? numeral.to + 1 : numeral.to, noun ?? sign.currency);
  }
  const suffix = pastSuffix(tokens, numeral.to);
  const part = pastHyphen(tokens, suffix);
  const hyphen = part > suffix && tokens[part]?.kind === "word";
  const at = hyphen ? part : suffix > numeral.to ? suffix : pastOf(tokens, numeral);
  const currency = readMoneyNoun(tokens, at, numeral);
  if (currency) return money(tokens, numeral.from, currency.to, currency.currency);
  const found = /^pounds?$/.test(wordAt(tokens, at)) ? withUnit("lb", at + 1) : readUnit(tokens, at, numeral.digits);
  if (!found || !fits(wordAt(tokens, at), numeral, hyphen)) return null;
  const {unit, to} = found;
  const age = unit.dimension === "time" && AGE_UNIT.test(unit.code) ? pastAge(tokens, to) : 0;
  if (age)
    return {
      from: numeral.from,
      to: age,
      unit: unit.code,
      unitName: unit.name,
      role: "age",
      written: {from: at, to: age},
    };
  const isCalibre = unit.code === "mm" && GUN.test(wordAt(tokens, pastHyphen(tokens, to)));
  const role =
    (isCalibre ? null : ROLE_OF[unit.dimension]) ??
    (unit.code === "percent" || unit.code === "pp" ? "percentage" : "other");
  const rate = hyphen ? null : readRate(tokens, to, {role, name: unit.name});
  if (!rate) return {from: numeral.from, to, unit: unit.code, unitName: unit.name, role, written: {from: at, to}};
  const isSpeed =
    role === "distance" && unitOfCode(rate.code)?.dimension === "time" && /^(second|minute|hour)$/.test(rate.code);
  const short =
    isSpeed && (unit.code === "m" || unit.code === "km") && rate.code !== "minute"
      ? `${unit.code}/${rate.code === "hour" ? "h" : "s"}`
      : `${unit.code}/${rate.code}`;
  return {
    from: numeral.from,
    to: rate.to,
    unit: short,
    unitName: `${unit.name} per ${rate.name}`,
    role: isSpeed
      ? "speed"
      : role === "distance" || role === "duration"
        ? role === "duration"
          ? "duration"
          : "other"
        : role,
    written: {from: at, to: rate.to},
  };
}

/** Does the unit belong to the number? "30 second ad" does, "three second" and "dozens foot" do not. */
function fits(word: string, numeral: Numeral, hyphen: boolean): boolean {
  if (word === "second" && !hyphen) return numeral.low === 1 || numeral.digits;
  return word !== "foot" || hyphen || numeral.kind === "cardinal" || numeral.kind === "range";
}
