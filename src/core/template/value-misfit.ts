import type { Refusal } from '../refusal/refusal.ts'

/** What is wrong with a value of a field or slot, so that it can be said below the very input. */
export type ValueMisfit =
  | { readonly kind: Lack }
  /** `max`: UTF-16 units. */
  | { readonly kind: 'too-long'; readonly max: number }

/** What a value does without or has to be, as the `expected` of a refusal names it; several are joined by ", ". */
export const EXPECTED = {
  'line-breaks': 'no line breaks',
  tabs: 'no tabs',
  'spaces-in-a-row': 'at most 4 spaces in a row',
  'turned-direction': 'no marks that turn the reading direction',
  'control-characters': 'no control characters',
  spaces: 'no spaces',
  'address-or-emoji': 'no address and no emoji',
  'public-address': 'a public https address',
  id: 'an id',
} as const
type Lack = keyof typeof EXPECTED

export const expectedLength = (max: number): string => `at most ${max} characters`

/** All that a refusal of `checkValue` or `checkSlot` says; empty: something that has no words of its own. */
export const valueMisfitsOf = ({ expected = '' }: Refusal): readonly ValueMisfit[] =>
  expected.split(', ').flatMap((part): readonly ValueMisfit[] => {
    const kind = LACKS.find((each) => EXPECTED[each] === part)
    if (kind) return [{ kind }]
    const max = Number(/\d+/.exec(part)?.[0])
    return part === expectedLength(max) ? [{ kind: 'too-long', max }] : []
  })

const LACKS = Object.keys(EXPECTED) as readonly Lack[]
