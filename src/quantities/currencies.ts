/** A currency by its ISO 4217 code, with its English name in the singular. */
export interface Currency {
  code: string;
  name: string;
}

// ISO code | English name | nouns (lower case, any of them after a number) | symbols before the number
const TABLE = `
USD | dollar | dollar dollars buck bucks greenbacks | $ US$ $US USD U.S.$
EUR | euro | euro euros | € EUR
GBP | pound sterling | sterling quid | £ GBP PS
JPY | japanese yen | yen | ¥ JPY Y= JP¥
CNY | chinese yuan | yuan renminbi | CNY RMB CN¥
INR | indian rupee | | ₹ INR Rs Rs. 
AUD | australian dollar | | A$ AU$ AUD $A $AU
CAD | canadian dollar | | $C $CA C$ CA$ CAD CDN$ Can$
NZD | new zealand dollar | | $NZ NZ$ NZD
HKD | hong kong dollar | | HK$ HKD
SGD | singapore dollar | | S$ SG$ SGD
TWD | new taiwan dollar | | NT$ TWD
CHF | swiss franc | | CHF Fr.
SEK | swedish krona | krona kronor | SEK
NOK | norwegian krone | | NOK
DKK | danish krone | kroner krone | DKK
RUB | russian rouble | rouble roubles ruble rubles | ₽ RUB
UAH | ukrainian hryvnia | hryvnia hryvnias hryvnya | ₴ UAH
ILS | shekel | shekel shekels | ₪ NIS ILS
KRW | south korean won | won | ₩ KRW
TRY | turkish lira | | ₺ TRY TL
BRL | brazilian real | reais | R$ BRL
ZAR | south african rand | rand | ZAR
MXN | mexican peso | | MX$ MXN
PHP | philippine peso | | ₱ PHP
THB | thai baht | baht | ฿ THB
VND | vietnamese dong | dong | ₫ VND
IDR | indonesian rupiah | rupiah | IDR Rp
MYR | malaysian ringgit | ringgit | RM MYR
PKR | pakistani rupee | | PKR
NGN | nigerian naira | naira | ₦ NGN
KES | kenyan shilling | | KES KSh
EGP | egyptian pound | | EGP E£
AED | dirham | dirham dirhams | AED Dh
SAR | saudi riyal | | SAR
PLN | polish zloty | zloty zlotys zloties | PLN zł
CZK | czech koruna | koruna koruny | CZK
HUF | hungarian forint | forint forints | HUF
BDT | bangladeshi taka | taka | ৳ BDT
GHS | ghanaian cedi | cedi cedis | GHS GH₵
BTC | bitcoin | bitcoins | ₿ BTC
rupee | rupee | rupee rupees |
peso | peso | peso pesos |
franc | franc | franc francs |
lira | lira | lira liras |
riyal | riyal | riyal riyals rial rials |
dinar | dinar | dinar dinars |
shilling | shilling | shilling shillings |
cent | cent | cent cents | 
penny | penny | pence penny pennies |
`;

const BY_NOUN = new Map<string, Currency>();
const BY_SIGN = new Map<string, Currency>();
const BY_CODE = new Map<string, Currency>();
for (const line of TABLE.trim().split("\n")) {
  const [code = "", name = "", nouns = "", signs = ""] = line.split("|").map((s) => s.trim());
  const currency: Currency = {code, name};
  BY_CODE.set(code, currency);
  for (const noun of nouns.split(" ").filter(Boolean)) BY_NOUN.set(noun, currency);
  for (const sign of signs.split(" ").filter(Boolean)) BY_SIGN.set(sign, currency);
}

/** Which currency a nationality makes of a shared noun: "Australian dollars", "Egyptian pounds". */
const BY_NATION: ReadonlyMap<string, string> = new Map(
  (
    "american.dollar:USD us.dollar:USD u.s..dollar:USD australian.dollar:AUD canadian.dollar:CAD zealand.dollar:NZD kong.dollar:HKD " +
    "singapore.dollar:SGD taiwan.dollar:TWD british.pound:GBP uk.pound:GBP egyptian.pound:EGP indian.rupee:INR pakistani.rupee:PKR " +
    "swiss.franc:CHF mexican.peso:MXN philippine.peso:PHP turkish.lira:TRY saudi.riyal:SAR kenyan.shilling:KES japanese.yen:JPY " +
    "chinese.yuan:CNY korean.won:KRW swedish.krona:SEK norwegian.krone:NOK danish.krone:DKK russian.ruble:RUB russian.rouble:RUB"
  )
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
);

/** The currency of a noun after a number ("euros", "yen"), or null. */
export const currencyOfNoun = (noun: string): Currency | null => BY_NOUN.get(noun) ?? null;
/** The currency of a sign or code before or after a number ("US$", "EUR"), as written. */
export const currencyOfSign = (sign: string): Currency | null => BY_SIGN.get(sign) ?? null;

/** "Australian dollars" -> AUD; null when the pair names no currency. Both in lower case. */
export function currencyOfNation(nation: string, noun: string): Currency | null {
  const singular = noun.replace(/s$/, "");
  return BY_CODE.get(BY_NATION.get(`${nation}.${singular}`) ?? "") ?? null;
}

/** Pounds are money when nothing says weight: "a 5,000 pound fine" is left alone, "50 pounds ($70)" is not. */
export const POUND_STERLING: Currency = BY_CODE.get("GBP") ?? {code: "GBP", name: "pound sterling"};
