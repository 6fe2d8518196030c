/** One thing that is measured. A workload is a folder here and a line in `main.ts`. */
export type Workload = {
  /** Options of the command line beside `--json`, with what they are when left out. */
  readonly options: Readonly<Record<string, string>>
  readonly run: (options: Options, say: (line: string) => void) => Promise<Measured>
}

/** What was given on the command line, else the workload's own. */
export type Options = { readonly text: (name: string) => string; readonly number: (name: string) => number }

export type Measured =
  /** `table`: lines for people; without it the figures are listed one by one. */
  | { readonly kind: 'correct'; readonly figures: object; readonly table?: readonly string[] }
  /** Something was lost, doubled or given to the wrong one: no figure means anything. */
  | { readonly kind: 'wrong'; readonly because: string }

export function optionsOf(workload: Workload, given: Readonly<Record<string, string | undefined>>): Options {
  const text = (name: string): string => {
    const value = given[name] ?? workload.options[name]
    if (value === undefined) throw new Error(`This workload has no option --${name}.`)
    return value
  }
  return {
    text,
    number: (name) => {
      const value = Number(text(name))
      if (!Number.isFinite(value)) throw new Error(`--${name} is "${text(name)}"; expected a number.`)
      return value
    },
  }
}
