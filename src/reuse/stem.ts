/** Irregular past forms and participles of common verbs, to the base form. */
const IRREGULAR = new Map<string, string>();
for (const row of `
  be:am,is,are,was,were,been,being have:has,had,having do:does,did,done go:goes,went,gone say:says,said take:took,taken make:made
  come:came see:saw,seen give:gave,given find:found think:thought tell:told become:became leave:left feel:felt bring:brought begin:began,begun
  keep:kept hold:held write:wrote,written stand:stood hear:heard mean:meant meet:met run:ran pay:paid sit:sat speak:spoke,spoken
  lead:led grow:grew,grown lose:lost fall:fell,fallen send:sent build:built understand:understood draw:drew,drawn break:broke,broken
  spend:spent rise:rose,risen drive:drove,driven buy:bought wear:wore,worn choose:chose,chosen seek:sought throw:threw,thrown catch:caught
  deal:dealt win:won teach:taught fight:fought flee:fled fly:flew,flown sink:sank,sunk shoot:shot steal:stole,stolen strike:struck,stricken
  tear:tore,torn wake:woke,woken hide:hid,hidden bear:bore,borne shake:shook,shaken blow:blew,blown freeze:froze,frozen sell:sold
  sleep:slept lie:lay,lain,lying ring:rang,rung ride:rode,ridden swim:swam,swum sing:sang,sung drink:drank,drunk eat:ate,eaten feed:fed
  bleed:bled dig:dug swing:swung cling:clung stick:stuck sweep:swept creep:crept kneel:knelt weep:wept bind:bound wind:wound light:lit
  forget:forgot,forgotten get:got,gotten die:dying,died,dies can:could will:would shall:should may:might
  man:men woman:women child:children person:people foot:feet life:lives knife:knives
`
  .trim()
  .split(/\s+/)) {
  const [base = "", forms = ""] = row.split(":");
  for (const form of forms.split(",")) IRREGULAR.set(form, base);
}

const undouble = (stem: string): string => (/([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);

/** Cuts "-s", "-ed" and "-ing" where what stays has a vowel; a final e goes and a final y is i, so that all forms end alike. */
function cutEnding(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let stem = word;
  if (/ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^su]s$/.test(stem) && !/is$/.test(stem)) stem = stem.slice(0, -1);
  if (/ied$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/[aeiouy].*ed$/.test(stem) && stem.length > 4 && !/eed$/.test(stem)) stem = undouble(stem.slice(0, -2));
  else if (/[aeiouy].*ing$/.test(stem) && stem.length > 5) stem = undouble(stem.slice(0, -3));
  return stem.replace(/e$/, "").replace(/y$/, "i");
}

/**
 * A light stem: inflection only, no derivation, so that "destroyed"/"destroys", "took"/"taken", "cities"/"city" meet and
 * "nation"/"national" do not. Takes one lower-cased word, spelling folded. The result need not be a word.
 *
 * @example
 * stemWord("obliterating") === stemWord("obliterated") // => true
 * @example
 * stemWord("taken") // => "tak"
 */
export function stemWord(word: string): string {
  return cutEnding(IRREGULAR.get(word) ?? word);
}
