const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const CLOCK = "(?:(?:,| at|T|\\s)*\\s*(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::\\d{2})?\\s*(?<half>[ap]\\.?m\\.?)?)?";
const FORMS = [
  new RegExp(`\\b(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})${CLOCK}`, "i"),
  new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${CLOCK}`, "i"),
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (?<year>\\d{4})${CLOCK}`, "i"),
];

/**
 * The first full date in a line as ISO 8601, as precise as the text: a day, or a day with its clock time and no zone. Null where
 * none stands, or where the day does not exist.
 *
 * @example readDate("Mar 16, 2022, 5:59 AM") // => "2022-03-16T05:59"
 */
export function readDate(line: string): string | null {
  const found = FORMS.map((form) => form.exec(line)).filter((match) => match !== null);
  const first = found.sort((a, b) => a.index - b.index)[0]?.groups;
  if (!first) return null;
  const month = first["number"]
    ? Number(first["number"])
    : MONTHS.indexOf((first["month"] ?? "").slice(0, 3).toLowerCase()) + 1;
  const [year, day] = [Number(first["year"]), Number(first["day"])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const iso = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
  const hour = clockHour(first["hour"], first["half"]);
  return hour === null ? iso : `${iso}T${pad(hour)}:${first["minute"]}`;
}

const pad = (n: number) => String(n).padStart(2, "0");

function clockHour(hour: string | undefined, half: string | undefined): number | null {
  if (hour === undefined) return null;
  const value = Number(hour);
  if (value > 23) return null;
  if (!half) return value;
  return (value % 12) + (/^p/i.test(half) ? 12 : 0);
}
