/** Values by the name or the number of their variable. */
export type Parameters = Readonly<Record<string, string>>

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g

/** The variables of a template text, each once, in order of appearance. */
export const placeholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(variable)].map((match) => match[1] ?? '')),
]

/** The text with its variables filled in. A variable without a value stays as it is written. */
export const renderText = (text: string, values: Parameters): string =>
  text.replace(variable, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole))
