export type FormField = { readonly name: string; readonly value: string }

/** Ours: what nobody would read to the end is cut. */
const FIELDS_MAX = 100
const DEPTH_MAX = 4
/** Says which form was answered, to programs. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(['flow_token', 'saved_address_id'])

/**
 * The answers in a form's JSON as lines to read, in its order: what lies deeper is named by its way, several values stand
 * in one line, empty ones are left out. Null: it is no JSON object.
 */
export function formFields(response: string): readonly FormField[] | null {
  let value: unknown
  try {
    value = JSON.parse(response)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return fieldsIn(value, '', 1).slice(0, FIELDS_MAX)
}

function fieldsIn(object: object, path: string, depth: number): FormField[] {
  return Object.entries(object).flatMap(([key, value]: [string, unknown]) => {
    if (FOR_PROGRAMS.has(key)) return []
    // `screen_0_Nombre_1` is how Meta's own editor names a field: screen, label, position (Flows documentation [K]).
    const label = /^screen_\d+_(.+)_\d+$/.exec(key)?.[1] ?? key
    const name = [path, label.replaceAll('_', ' ')].filter(Boolean).join(' › ')
    if (isPlainObject(value) && depth < DEPTH_MAX)
      return fieldsIn(value, path === '' && key === 'values' ? '' : name, depth + 1)
    const words = wordsOf(value)
    return words === '' ? [] : [{ name, value: words }]
  })
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  // An answer picked from Meta's editor is `0_Sí`: position and label.
  if (typeof value === 'string') return value.replace(/^\d+_(?=\D)/, '').trim()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
