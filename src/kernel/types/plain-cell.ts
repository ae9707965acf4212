const PLAIN_WORDS = new Set([
  "const",
  "let",
  "var",
  "console",
  "log",
  "true",
  "false",
  "null",
  "undefined",
  "typeof",
  "await",
  "void",
]);

/** True for a cell that no type checker has anything to say about: literals, their arithmetic, and printing them. */
export function isPlain(code: string): boolean {
  if (code.length > 2000 || code.includes("`")) return false;
  const declared = new Set<string>();
  const words = code
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, " ")
    .replace(/(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=/g, (text, name: string) => {
      declared.add(name);
      return text;
    })
    .match(/[A-Za-z_$][\w$]*|[:<{[]|=>/g);
  return (words ?? []).every((word) => PLAIN_WORDS.has(word) || declared.has(word));
}
