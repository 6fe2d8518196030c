import type { TemplateBody } from '../body.ts'
import { fieldOf } from '../lint/json.ts'
import type { Template } from '../template.ts'

/** A body with its name, language and category as we understood them. */
export const normalised = (
  body: TemplateBody,
  head: Pick<Template, 'name' | 'language' | 'category'>,
): TemplateBody => ({
  ...body,
  ...head,
})

/**
 * Whether two bodies say the same to whoever receives them: their components, whatever the order of keys, the letter case
 * of types, and the examples, which Meta gives back as addresses of its own.
 */
export const saysTheSame = (one: TemplateBody, other: TemplateBody): boolean => essence(one) === essence(other)

const essence = (body: TemplateBody): string => JSON.stringify(plain(fieldOf(body, 'components') ?? []))

/** Keys that say nothing to the contact, or that Meta adds by itself [K]. */
const LEFT_OUT: ReadonlySet<string> = new Set(['example', 'cards_count'])
const WORDS: ReadonlySet<string> = new Set(['type', 'format', 'otp_type'])

function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each))
  if (typeof value === 'string' && WORDS.has(key)) return value.toUpperCase()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => !LEFT_OUT.has(name) && each !== null && each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, plain(each, name)]),
  )
}
