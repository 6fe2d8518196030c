import type { FormEnd, FormScreen } from '../control/types.ts'

/** What was entered, by the names of the fields. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>

export function valuesIn({ parts }: FormScreen, entered: FormData): Values {
  return Object.fromEntries(
    parts.flatMap((part) => {
      if (part.kind !== 'field') return []
      const given = entered.getAll(part.name).map(String)
      const value = part.input === 'yes' ? given.length > 0 : part.input === 'several' ? given : (given[0] ?? '')
      return [[part.name, value]]
    }),
  )
}

/** What the button at the end carries: `${form.name}` becomes what was entered there. */
export const payloadOf = ({ payload }: FormEnd, values: Values): object =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      const field = typeof value === 'string' ? /^\$\{form\.(\w+)\}$/.exec(value)?.[1] : undefined
      return [name, field === undefined ? value : (values[field] ?? '')]
    }),
  )
