import { CATEGORIES, QUALITIES, TEMPLATE_STATUSES } from '#core/template/template.ts'
import { TEMPLATE_ORDERS, type TemplateOrder } from '#core/template/numbers.ts'
import { PURPOSES } from '#core/template/purpose.ts'

/** What the address of the list says: which templates, and which one is looked at. */
export type TemplateSearch = {
  readonly status?: (typeof TEMPLATE_STATUSES)[number]
  readonly category?: (typeof CATEGORIES)[number]
  readonly quality?: (typeof QUALITIES)[number]
  readonly purpose?: (typeof PURPOSES)[number]
  readonly language?: string
  readonly line?: string
  readonly q?: string
  /** Absent: by name. */
  readonly order?: TemplateOrder
}

const oneOf = <Known extends string>(known: readonly Known[], value: unknown): Known | undefined =>
  known.find((each) => each === value)
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) || undefined : undefined

/** What is not understood is left out. */
export function readTemplateSearch(search: Record<string, unknown>): TemplateSearch {
  const read = {
    status: oneOf(TEMPLATE_STATUSES, search['status']),
    category: oneOf(CATEGORIES, search['category']),
    quality: oneOf(QUALITIES, search['quality']),
    purpose: oneOf(PURPOSES, search['purpose']),
    language: text(search['language']),
    line: text(search['line']),
    q: text(search['q']),
    order: oneOf(TEMPLATE_ORDERS, search['order']),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Which filters are on; the search in the text, the line and the order apart. */
export const filtersIn = ({ q: _, line: __, order: ___, ...filters }: TemplateSearch): TemplateSearch => filters
export const sameFilters = (one: TemplateSearch, other: TemplateSearch): boolean =>
  JSON.stringify(Object.entries(filtersIn(one)).toSorted()) ===
  JSON.stringify(Object.entries(filtersIn(other)).toSorted())
