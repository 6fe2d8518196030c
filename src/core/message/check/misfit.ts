import type { Refusal } from '../../refusal/refusal.ts'
import { ADDRESS_COUNTRIES, ORDER_CURRENCIES } from './limits.ts'

/** What is the matter with one part of a message, so that it can be said beside the very field it was typed in. */
export type Misfit =
  | { readonly kind: 'empty' }
  /** `over`: by how many UTF-16 units. */
  | { readonly kind: 'too-long'; readonly max: number; readonly over: number }
  | { readonly kind: 'count'; readonly found: number; readonly min: number; readonly max: number }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'address' }
  | { readonly kind: 'place' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'nothing-to-pay' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'line-breaks'; readonly max: number }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'choice' }
  | { readonly kind: 'file' }
  | { readonly kind: 'other' }

/** What a refusal of `check` is about; it never says more than the refusal does. */
export function misfitOf({ code, found = '', expected = '' }: Refusal): Misfit {
  if (code.startsWith('media-')) return { kind: 'file' }
  if (code === 'link-invalid') return { kind: 'address' }
  if (code === 'location-invalid') return { kind: 'place' }
  const [min, max] = numbersIn(expected)
  if (/ to \d+$/.test(expected)) return { kind: 'count', found: Number(found), min: min ?? 0, max: max ?? 0 }
  if (/^at most \d+$/.test(expected) && found.endsWith('line breaks')) return { kind: 'line-breaks', max: min ?? 0 }
  if (/^at most \d+$/.test(expected)) return { kind: 'too-long', max: min ?? 0, over: Number(found) - (min ?? 0) }
  return BY_EXPECTATION.get(expected) ?? (code === 'order-invalid' ? { kind: 'reference' } : { kind: 'other' })
}

const BY_EXPECTATION: ReadonlyMap<string, Misfit> = new Map([
  ['1 or more', { kind: 'empty' }],
  ['a name', { kind: 'empty' }],
  ['a phone', { kind: 'empty' }],
  ['not twice', { kind: 'repeated' }],
  ['whole hundredths', { kind: 'amount' }],
  ['more than 0', { kind: 'nothing-to-pay' }],
  ['one sort', { kind: 'mixed' }],
  [ADDRESS_COUNTRIES.join(', '), { kind: 'choice' }],
  [ORDER_CURRENCIES.join(', '), { kind: 'choice' }],
])

const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
