// Names that sign copy and pictures. Public knowledge about the trade, not taken from any one article; a name missing here costs a
// credit read as caption, never a wrong figure.

/** News agencies by the forms in which they sign. */
export const AGENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AP: ["AP", "A.P.", "Associated Press", "The Associated Press"],
    AFP: ["AFP", "Agence France-Presse"],
    Reuters: ["Reuters", "REUTERS", "Thomson Reuters"],
    PA: ["PA", "PA Media", "Press Association"],
    dpa: ["dpa", "DPA", "Deutsche Presse-Agentur"],
    UPI: ["UPI", "United Press International"],
    Xinhua: ["Xinhua", "XINHUA"],
    TASS: ["TASS", "Tass", "ITAR-TASS"],
    Interfax: ["Interfax"],
    EFE: ["EFE"],
    ANSA: ["ANSA"],
    Kyodo: ["Kyodo", "Kyodo News"],
    Yonhap: ["Yonhap"],
    PTI: ["PTI", "Press Trust of India"],
    ANI: ["ANI"],
    IANS: ["IANS"],
    AAP: ["AAP", "Australian Associated Press"],
    "Canadian Press": ["Canadian Press", "The Canadian Press", "CP"],
    Bloomberg: ["Bloomberg"],
    CNS: ["CNS", "City News Service"],
    Bernama: ["Bernama"],
    Anadolu: ["Anadolu", "Anadolu Agency"],
  }).flatMap(([agency, forms]) => forms.map((form) => [form, agency] as const)),
);

/** Picture agencies and words that only a picture credit has. */
export const PICTURE_CREDITS = [
  "Getty Images",
  "Getty",
  "GETTY",
  "Shutterstock",
  "Alamy",
  "Rex Features",
  "REX",
  "Rex",
  "SWNS",
  "EPA",
  "Anadolu Agency",
  "Zuma",
  "iStock",
  "Maxar Technologies",
  "Sputnik",
  "SPUTNIK",
  "Handout",
  "NurPhoto",
  "Sipa",
  "Magnum",
  "Google",
  "AP:Associated Press",
  ...AGENCIES.keys(),
];

/** The agency that a text names, or null. `agencyIn("KYIV, Ukraine (AP) —")` is "AP". */
export function agencyIn(text: string): string | null {
  for (const [form, agency] of AGENCIES) {
    const at = text.indexOf(form);
    if (at < 0) continue;
    const [before, after] = [text[at - 1] ?? " ", text[at + form.length] ?? " "];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return agency;
  }
  return null;
}
